// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records: every fault of their files by its place, and what comes out of a block.
#include "../dossier_case.h"
#include "../paper_case.h"

#include "layout_faults.h"

#include "orjon/report/writer.h"

#include <string.h>

#define HEAD "#layout\tshort\n#paper\tminutes\n"
#define NAMES "block\ttext\twith\tlook\twidth\n"

static const struct faulty_layout faulty[] = {
    {HEAD, ":2:1: ", "at least one block"},
    {HEAD NAMES, ":3:1: ", "at least one block"},
    {HEAD "text\twith\nx\n", ":3:1: ", "“block”"},
    {HEAD "block\tcolumn\nline\n", ":3:2: ", "block, text, with, look, width"},
    {HEAD "#sign\t{officer}\n" NAMES "line\tx\n", ":3:1: ", "papers of plans"},
    {HEAD NAMES "poem\tx\n", ":4:1: block: ", "title line text"},
    {HEAD NAMES "line\t{meeting.day}\n", ":4:2: text: ", "{meeting.day}"},
    {HEAD NAMES "line\t{meetings.date}\n", ":4:2: text: ", "{meetings.date}"},
    {HEAD NAMES "line\tx\t{chair.age}\n", ":4:3: with: ", "chair.name"},
    {HEAD NAMES "line\t{person}\n", ":4:2: text: ", "{person}"},
    {HEAD NAMES "line\t{meeting.title:decision}\n", ":4:2: text: ", "র, তে, এ, কে"},
    {HEAD NAMES "line\t{date:longer}\n", ":4:2: text: ", "long, bengali"},
    {HEAD NAMES "line\t{office:long}\n", ":4:2: text: ", "র, তে, এ, কে"},
    {HEAD NAMES "line\t{meeting.venue:long}\n", ":4:2: text: ", "র, তে, এ, কে"},
    {HEAD NAMES "line\t{memo:two}\n", ":4:2: text: ", "short"},
    {HEAD NAMES "line\tx\t\tblue\n", ":4:4: look: ", "blue"},
    {HEAD NAMES "line\tx\t\t\t201\n", ":4:5: width: ", "from 1 to 200"},
    {HEAD NAMES "space\tmany\n", ":4:2: text: ", "many"},
    {HEAD NAMES "space\n", ":4:2: text: ", "number"},
    {HEAD NAMES "space\t41\n", ":4:2: text: ", "from 1 to 40"},
    {HEAD NAMES "table\tpoems\n", ":4:2: text: ", "people terms"},
    {HEAD NAMES "table\titems\t501\ncolumn\tx\ty\n", ":4:3: with: ", "from 0 to 500"},
    {HEAD NAMES "table\titems\nline\tx\n", ":4:1: block: ", "columns"},
    {HEAD NAMES "table\titems\n", ":4:1: block: ", "columns"},
    {HEAD NAMES "column\tx\ty\n", ":4:1: block: ", "its table"},
    {HEAD NAMES "table\titems\ncolumn\tx\n", ":5:5: width: ", "pen"},
    {HEAD "#columns\t40\n" NAMES "table\titems\ncolumn\tx\ty\t\t37\n", ":6:5: width: ", "41"},
    {HEAD NAMES "each\tdecision\tx\n", ":4:2: text: ", "decisions"},
    {HEAD NAMES "each\tdecisions\t{progress}\n", ":4:3: with: ", "none can stand in another"},
    {HEAD NAMES "each\tdecisions\t{progress.text}\n", NULL, NULL},
    {"#layout\tx\n#paper\treturn\n" NAMES "line\tx\n", ":3:1: ", "column, heading, over"},
    {"#layout\tx\n#paper\treturn\n#title\t{meeting.date}\ncolumn\ncode\n",
     ":3:2: ", "{meeting.date}"},
};

static void every_fault_is_named_by_its_place(void **state)
{
    (void)state;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    assert_faults(faulty, sizeof faulty / sizeof *faulty, " fault");
}

// --- what comes out -----------------------------------------------------------------------------

static struct dossier dossier;
static struct paper_case *office;

static struct record *add(enum record_kind kind, int64_t id, int64_t parent)
{
    return dossier_case_add(&dossier, kind, id, parent);
}

static void put(const struct record *record, int field, const char *text)
{
    dossier_case_put(&dossier, record, field, text, strlen(text));
}

static void add_term(int64_t id, int64_t person, const char *designation, const char *from,
                     const char *to)
{
    const struct record *term = add(RECORD_TERM, id, person);
    put(term, TERM_DESIGNATION, designation);
    put(term, TERM_FROM, from);
    put(term, TERM_TO, to);
}

static int set_up(void **state)
{
    (void)state;
    dossier = (struct dossier){0};
    office = case_new(4);
    office->request.fiscal_year = 2023;
    office->request.dossier = &dossier;
    put(add(RECORD_PERSON, 1, 0), PERSON_NAME, "রহিমা খাতুন");
    add_term(2, 1, "পরিদর্শক", "2023-01-01", "2024-06-12");
    add_term(3, 1, "উপজেলা সমবায় অফিসার", "2024-06-13", "");
    put(add(RECORD_PERSON, 4, 0), PERSON_NAME, "আবুল কাশেম");
    add_term(5, 4, "সহকারী পরিদর্শক", "2023-01-01", "2024-06-10");
    const struct record *meeting = add(RECORD_MEETING, 6, 0);
    put(meeting, MEETING_TITLE, "মাসিক সভা।");
    put(meeting, MEETING_SORT, "workshop");
    put(meeting, MEETING_DATE, "2024-06-10");
    put(meeting, MEETING_TIME, "09:05");
    put(meeting, MEETING_CHAIR, "1");
    put(meeting, MEETING_FOCAL, "4");
    dossier.meeting = dossier.of[RECORD_MEETING].record;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    case_free(office);
    dossier_done(&dossier);
    return 0;
}

// The paper of blocks as csv with its lines, where nothing depends on the width of a page.
static void print(const char *kind, const char *blocks, struct str *ret)
{
    autostr text = STR_INIT, faults = STR_INIT;
    struct layout *layout = NULL;
    str_addf(&text, "#layout\town\n#paper\t%s\n" NAMES "%s", kind, blocks);
    if (layout_read("own.tsv", text.buf, text.len, &layout, &faults, NULL))
        fail_msg("%s", faults.buf);
    layouts_add(office->layouts, layout);
    office->request.layout = "own";
    autopaper *paper = case_compose(office, kind);
    const struct writer_options options = {.with_text = true, .as_printed = true};
    str_reset(ret);
    assert_int_equal(writer_find("csv")->write(paper, &options, ret, NULL), STATUS_OK);
}

static void assert_prints(const char *kind, const char *blocks, const char *expected)
{
    autostr text = STR_INIT;
    print(kind, blocks, &text);
    for (size_t i = 0; i < text.len; i++)
        if (text.buf[i] == '\r')
            text.buf[i] = ' ';
    if (!strstr(text.buf, expected))
        fail_msg("“%s” is not in: %s", expected, text.buf);
}

static void assert_leaves_out(const char *kind, const char *blocks, const char *what)
{
    autostr text = STR_INIT;
    print(kind, blocks, &text);
    if (strstr(text.buf, what))
        fail_msg("“%s” is in: %s", what, text.buf);
}

static void names_are_filled_in(void **state)
{
    (void)state;
    assert_prints("minutes", "line\t{meeting.date}; {meeting.date:long}; {meeting.date:bengali}\n",
                  "১০/০৬/২০২৪; ১০ জুন ২০২৪; ২৭ জ্যৈষ্ঠ ১৪৩১");
    assert_prints("minutes", "line\t{meeting.time} {meeting.title:র} {meeting.sort}\n",
                  "০৯.০৫ মাসিক সভার কর্মশালা");
    assert_prints("minutes", "line\t{meeting.sort:র}\nword\tworkshop\tআয়োজন\n", "আয়োজনের");
    assert_prints("minutes", "line\t{meeting.chair}: {chair.name}\n", "রহিমা খাতুন: রহিমা খাতুন");
    assert_prints("minutes", "line\tক<খ {item.subject}>গ\n", "কগ");
}

static void a_block_without_text_gives_way(void **state)
{
    (void)state;
    assert_prints("minutes", "line\t{meeting.venue}\tস্থান নেই\n", "স্থান নেই");
    assert_leaves_out("minutes", "line\t<স্থান: {meeting.venue}>\nline\tx\n", "স্থান");
    assert_leaves_out("minutes", "key\tস্থান\t{meeting.venue}\nline\tx\n", "স্থান");
    assert_prints("minutes", "key\tতারিখ\t{meeting.date}\nkey\tসময়\t{meeting.time}\n",
                  "তারিখ,১০/০৬/২০২৪");
    assert_prints("minutes", "table\titems\ncolumn\tx\ty\nnone\tকোনো বিষয় নেই\n", "কোনো বিষয় নেই");
    assert_leaves_out("minutes", "table\titems\t2\ncolumn\tx\ty\nnone\tকোনো বিষয় নেই\n", "কোনো");
}

static void paragraphs_are_numbered_from_the_second(void **state)
{
    (void)state;
    put(dossier.meeting, MEETING_OPENING, "এক|দুই|ক) ভাগ|৯. নয়|তিন");
    autostr text = STR_INIT;
    print("minutes", "text\t{meeting.opening}\t\tnumbered\ntext\tচার\t\tnumbered\n", &text);
    static const char *const paragraphs[] = {"এক", "২. দুই", "ক) ভাগ", "৯. নয়", "৩. তিন", "৪. চার"};
    const char *at = text.buf;
    for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
        at = strstr(at, paragraphs[i]);
        if (!at)
            fail_msg("“%s” is not in its place in: %s", paragraphs[i], text.buf);
    }
    assert_null(strstr(text.buf, "১. এক"));
}

// The meeting was on the 10th.
static void a_paper_says_who_held_the_post_on_its_date(void **state)
{
    (void)state;
    const char *chair = "line\t{chair.designation}\n", *focal = "line\t{focal.designation}\n";
    assert_prints("minutes", chair, "পরিদর্শক");
    put(dossier.meeting, MEETING_MINUTES_DATE, "2024-06-15");
    assert_prints("minutes", chair, "উপজেলা সমবায় অফিসার");
    assert_prints("attendance", chair, "পরিদর্শক");     // is of the day of the meeting
    assert_prints("minutes", focal, "সহকারী পরিদর্শক"); // who had left since
}

static void a_number_is_the_papers_own_or_the_pens(void **state)
{
    (void)state;
    const char *memo = "pair\t{memo}\t{memo:short}\n";
    put(dossier.meeting, MEETING_NOTICE_MEMO, "47.61.1054.000.39.014.22.256");
    assert_prints("notice", memo, "৪৭.৬১.১০৫৪.০০০.৩৯.০১৪.২২.২৫৬");
    assert_prints("notice", memo, "২৫৬");
    assert_prints("minutes", memo, "৪৭.৬১.৪৭১৭.০০০.৩৯.০১৪.২৪....");
    put(dossier.meeting, MEETING_MINUTES_MEMO, "blank");
    assert_leaves_out("minutes", memo, "blank");
}

static void a_table_repeats_over_records(void **state)
{
    (void)state;
    put(add(RECORD_ITEM, 10, 6), ITEM_SUBJECT, "ই-নথি");
    put(add(RECORD_ITEM, 11, 6), ITEM_SUBJECT, "বিবিধ");
    put(add(RECORD_ITEM, 12, 99), ITEM_SUBJECT, "অন্য সভার");
    const struct record *decision = add(RECORD_DECISION, 20, 10);
    put(decision, DECISION_TEXT, "করা হবে");
    put(decision, DECISION_WHO, "সকল");
    decision = add(RECORD_DECISION, 21, 10);
    put(decision, DECISION_TEXT, "দেখা হবে");
    put(decision, DECISION_WHO, "সকল");
    put(add(RECORD_DECISION, 22, 11), DECISION_TEXT, "একটিই");
    const char *blocks = "table\titems\t4\n"
                         "column\tনং\t{no:two}\ncolumn\tবিষয়\t{item.subject}\n"
                         "column\tসিদ্ধান্ত\t{decisions}\ncolumn\tকে\t{who}\n"
                         "each\tdecisions\t<{no:several}) >{decision.text}\n";
    assert_prints("minutes", blocks, "০১,ই-নথি,\"১) করা হবে");
    assert_prints("minutes", blocks, "২) দেখা হবে\",সকল");
    assert_prints("minutes", blocks, "০২,বিবিধ,একটিই,");
    assert_prints("minutes", blocks, "০৩,,,");
    assert_prints("minutes", blocks, "০৪,,,");
    assert_leaves_out("minutes", blocks, "০৫");
    assert_leaves_out("minutes", blocks, "অন্য সভার");
}

static void a_list_shows_what_is_open_the_overdue_first(void **state)
{
    (void)state;
    static const struct {
        const char *text, *due, *state;
    } decisions[] = {{"পরে", "2024-12-31", "open"},
                     {"হয়ে গেছে", "2024-01-01", "done"},
                     {"তারিখহীন", "", ""},
                     {"মেয়াদোত্তীর্ণ", "2024-06-30", "running"}};
    add(RECORD_ITEM, 10, 6);
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++) {
        const struct record *decision = add(RECORD_DECISION, 20 + (int64_t)i, 10);
        put(decision, DECISION_TEXT, decisions[i].text);
        put(decision, DECISION_DUE, decisions[i].due);
        put(decision, DECISION_STATE, decisions[i].state);
    }
    dossier_keep_open(&dossier, date_of(2024, 7, 1));
    assert_int_equal(dossier.of[RECORD_DECISION].count, 3);
    const char *blocks = "table\tdecisions\ncolumn\tনং\t{no}\ncolumn\tকী\t{decision.text}\n"
                         "column\tসভা\t{meeting.title}\n";
    assert_prints("decisions", blocks, "১,মেয়াদোত্তীর্ণ,মাসিক সভা");
    assert_prints("decisions", blocks, "২,পরে");
    assert_prints("decisions", blocks, "৩,তারিখহীন");
}

static int64_t add_decision(int64_t id, int64_t item, const char *who)
{
    const struct record *decision = add(RECORD_DECISION, id, item);
    put(decision, DECISION_TEXT, "করা হবে");
    put(decision, DECISION_WHO, who);
    return id;
}

// A line of progress has its decision's number, be there lines before it or not.
static void progress_is_of_its_decision(void **state)
{
    (void)state;
    const char *blocks = "table\titems\ncolumn\tবিষয়\t{item.subject}\ncolumn\tঅগ্রগতি\t{progress}\n"
                         "each\tprogress\t{no:decision}. {progress.text}\n";
    put(add(RECORD_ITEM, 10, 6), ITEM_SUBJECT, "অনেক");
    put(add(RECORD_ITEM, 11, 6), ITEM_SUBJECT, "একটি");
    add_decision(20, 10, "");
    const int64_t second = add_decision(21, 10, ""), alone = add_decision(22, 11, "");
    put(add(RECORD_PROGRESS, 30, second), PROGRESS_TEXT, "শুরু হয়েছে");
    put(add(RECORD_PROGRESS, 31, second), PROGRESS_TEXT, "শেষ হয়েছে");
    put(add(RECORD_PROGRESS, 32, alone), PROGRESS_TEXT, "প্রথম");
    put(add(RECORD_PROGRESS, 33, alone), PROGRESS_TEXT, "দ্বিতীয়");
    assert_prints("progress", blocks, "অনেক,\"২. শুরু হয়েছে");
    assert_prints("progress", blocks, "২. শেষ হয়েছে\"");
    assert_prints("progress", blocks, "একটি,\"১. প্রথম");
    assert_prints("progress", blocks, "২. দ্বিতীয়\"");
}

static void who_has_the_numbers_of_the_decisions(void **state)
{
    (void)state;
    const char *blocks = "table\titems\ncolumn\tকে\t{who}\n";
    add(RECORD_ITEM, 10, 6);
    add_decision(20, 10, "পরিদর্শক");
    assert_prints("minutes", blocks, "পরিদর্শক");
    assert_leaves_out("minutes", blocks, "১।");
    add_decision(21, 10, "সকল");
    add_decision(22, 10, "পরিদর্শক");
    add_decision(23, 10, "");
    assert_prints("minutes", blocks, "১, ৩। পরিদর্শক");
    assert_prints("minutes", blocks, "২। সকল");
    assert_leaves_out("minutes", blocks, "৪");
}

static void what_is_overdue_has_a_mark(void **state)
{
    (void)state;
    const char *blocks = "table\tdecisions\ncolumn\tকবে\t{decision.due}<|{overdue}>\n";
    add(RECORD_ITEM, 10, 6);
    add_decision(20, 10, "");
    const struct record *decision = dossier.of[RECORD_DECISION].record;
    put(decision, DECISION_DUE, "2000-01-31");
    assert_prints("decisions", blocks, "মেয়াদোত্তীর্ণ");
    put(decision, DECISION_STATE, "done");
    assert_leaves_out("decisions", blocks, "মেয়াদোত্তীর্ণ");
    put(decision, DECISION_STATE, "running");
    put(decision, DECISION_DUE, "2199-01-31");
    assert_leaves_out("decisions", blocks, "মেয়াদোত্তীর্ণ");
}

// An ending stands behind the last of what there is, and no জনাব before a woman's name.
static void a_person_is_told_of_by_what_is_known(void **state)
{
    (void)state;
    static const struct {
        const char *name, *place, *expected;
    } rows[] = {
        {"মোঃ আবুল কাশেম", "কাহালু, বগুড়া", "[জনাব মোঃ আবুল কাশেম, পরিদর্শক, কাহালু, বগুড়ার সভাপতিত্বে]"},
        {"মোঃ আবুল কাশেম", "", "[জনাব মোঃ আবুল কাশেম, পরিদর্শকের সভাপতিত্বে]"},
        {"মোছাঃ রওশন আরা", "", "[মোছাঃ রওশন আরা, পরিদর্শকের সভাপতিত্বে]"},
        {"মোছা. রওশন আরা", "", "[মোছা. রওশন আরা, পরিদর্শকের সভাপতিত্বে]"},
        {"শাহানা বেগম", "", "[শাহানা বেগম, পরিদর্শকের সভাপতিত্বে]"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        put(dossier.of[RECORD_PERSON].record, PERSON_NAME, rows[i].name);
        case_set(office, OFFICE_PLACE, rows[i].place);
        assert_prints("minutes", "line\t[{chair:র} সভাপতিত্বে]\n", rows[i].expected);
    }
    put(dossier.of[RECORD_TERM].record, TERM_OFFICE, "জেলা সমবায় কার্যালয়, বগুড়া");
    assert_prints("minutes", "line\t{chair:র}\n", "পরিদর্শক, জেলা সমবায় কার্যালয়, বগুড়ার");
    put(dossier.meeting, MEETING_CHAIR, "");
    assert_prints("minutes", "line\t[<{chair:র} সভাপতিত্বে >সভা]\n", "[সভা]");
}

// A founder paper as html.
static void print_own(const char *kind, struct str *ret)
{
    office->request.layout = NULL;
    autopaper *paper = case_compose(office, kind);
    str_reset(ret);
    assert_int_equal(writer_find("html")->write(paper, &(struct writer_options){0}, ret, NULL),
                     STATUS_OK);
}

static void rows_for_the_pen_are_as_high_as_a_signature(void **state)
{
    (void)state;
    autostr text = STR_INIT;
    print_own("attendance", &text);
    assert_non_null(strstr(text.buf, "<table class=\"hand\">"));
    print_own("progress", &text);
    assert_null(strstr(text.buf, "<table class=\"hand\">"));
}

static void sentences_hold_where_something_is_not_filled_in(void **state)
{
    (void)state;
    autostr text = STR_INIT;
    put(dossier.meeting, MEETING_CHAIR, "");
    print_own("minutes", &text);
    assert_non_null(strstr(text.buf, "(..............................)\nসভাপতি"));
    print_own("notice", &text);
    assert_null(strstr(text.buf, "এর আওতায়")); // of no plan
}

// Two plans may number their indicators alike.
static void an_index_of_several_plans_names_them(void **state)
{
    (void)state;
    static const char row[] =
        "table\tevidence\ncolumn\tx\t<{proof.plan:several}|>{proof.indicator}\n";
    const struct record *proof = add(RECORD_PROOF, 20, 0);
    put(proof, PROOF_PLAN, "egov");
    put(proof, PROOF_CODE, "১.১");
    assert_prints("proofs", row, "egov"); // a plan that is not at hand
    case_load(office, "2023-24/coop-upazila-grades/egov");
    assert_prints("proofs", row, "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা");
    dossier.plan = office->plan[0];
    assert_leaves_out("proofs", row, "ই-গভর্ন্যান্স");
}

// As the papers that are composed with no records at all.
static void nothing_is_missed_where_there_is_nothing(void **state)
{
    (void)state;
    office->request.dossier = NULL;
    office->request.layout = NULL;
    for (const struct paper_kind *kind = paper_kinds; kind->name; kind++) {
        autopaper *paper = NULL;
        if (kind->about != ABOUT_PLANS)
            assert_int_equal(kind->compose(kind, &office->request, &paper, NULL), STATUS_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_fault_is_named_by_its_place),
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(names_are_filled_in),
        TEST(a_block_without_text_gives_way),
        TEST(paragraphs_are_numbered_from_the_second),
        TEST(a_paper_says_who_held_the_post_on_its_date),
        TEST(a_number_is_the_papers_own_or_the_pens),
        TEST(a_table_repeats_over_records),
        TEST(progress_is_of_its_decision),
        TEST(who_has_the_numbers_of_the_decisions),
        TEST(what_is_overdue_has_a_mark),
        TEST(a_person_is_told_of_by_what_is_known),
        TEST(a_list_shows_what_is_open_the_overdue_first),
        TEST(rows_for_the_pen_are_as_high_as_a_signature),
        TEST(sentences_hold_where_something_is_not_filled_in),
        TEST(an_index_of_several_plans_names_them),
        TEST(nothing_is_missed_where_there_is_nothing),
    };
    return cmocka_run_group_tests_name("blocks", tests, NULL, NULL);
}
