// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks over many offices: rows that repeat for each of them, and columns for each indicator.
#include "../dossier_case.h"
#include "../paper_case.h"

#include "../../src/papers/layout.h"

#include "orjon/report/writer.h"

#include <string.h>

#define NAMES "block\ttext\twith\tlook\twidth\n"

static struct paper_case *office;
static struct dossier dossier;
static struct listings lists;

static struct listed *add(enum listing_kind kind, int cell, const char *text)
{
    struct listed *row = listings_add(&lists, kind);
    listings_put(&lists, row, cell, text);
    return row;
}

static void add_section(const char *no, const char *name, const char *ticks)
{
    struct listed *row = add(LISTING_SECTION, LISTED_SECTION_OFFICE, name);
    listings_put(&lists, row, LISTED_SECTION_NO, no);
    for (const char *s = ticks; *s; s += 2) { // «1y2n»: indicator and mark by turns
        const char code[] = {s[0], '\0'};
        row = add(LISTING_TICK, LISTED_TICK_CODE, code);
        listings_put(&lists, row, LISTED_TICK_MARK, s[1] == 'y' ? "✓" : "X");
    }
}

static int set_up(void **state)
{
    (void)state;
    dossier = (struct dossier){0};
    lists = (struct listings){0};
    office = case_new(2);
    office->request.fiscal_year = 2023;
    office->request.dossier = &dossier;
    office->request.lists = &lists;
    add(LISTING_PART, LISTED_PART_TITLE, "সেবা");
    add_section("1", "ঢাকা", "1y2n");
    add_section("2", "খুলনা", "");
    add_section("3", "সিলেট", "2y");
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    case_free(office);
    dossier_done(&dossier);
    listings_done(&lists);
    return 0;
}

static void add_heads(int count)
{
    for (int i = 1; i <= count; i++) {
        const char code[] = {(char)('0' + i), '\0'};
        add(LISTING_HEAD, LISTED_HEAD_CODE, code);
    }
}

static void print(const char *kind, int columns, const char *blocks, struct str *ret)
{
    autostr text = STR_INIT, faults = STR_INIT;
    struct layout *layout = NULL;
    str_addf(&text, "#layout\town\n#paper\t%s\n#columns\t%d\n" NAMES "%s", kind, columns, blocks);
    if (layout_read("own.tsv", text.buf, text.len, &layout, &faults, NULL))
        fail_msg("%s", faults.buf);
    layouts_add(office->layouts, layout);
    office->request.layout = "own";
    autopaper *paper = case_compose(office, kind);
    const struct writer_options options = {.with_text = true, .as_printed = true};
    str_reset(ret);
    assert_int_equal(writer_find("csv")->write(paper, &options, ret, NULL), STATUS_OK);
    for (char *s = ret->buf, *to = ret->buf; (*to = *s); s++)
        to += *s != '\r';
}

// The whole of it but for the mark of the byte order.
static void assert_prints(int columns, const char *blocks, const char *expected)
{
    autostr text = STR_INIT;
    print("matrix", columns, blocks, &text);
    const char *found = strncmp(text.buf, "\xEF\xBB\xBF", 3) == 0 ? text.buf + 3 : text.buf;
    if (strcmp(found, expected) != 0)
        fail_msg("“%s” and not: %s", expected, found);
}

static void rows_repeat_for_each_office(void **state)
{
    (void)state;
    assert_prints(100,
                  "line\tঅফিস<: {section.office}>\n"
                  "repeat\tsections\n"
                  "line\t{no}/{section.no} {section.office} ({part.title})\n"
                  "end\n"
                  "line\tশেষ<: {section.office}>\n",
                  "অফিস\n১/1 ঢাকা (সেবা)\n২/2 খুলনা (সেবা)\n৩/3 সিলেট (সেবা)\nশেষ\n");
}

static void a_table_inside_has_only_rows_of_that_office(void **state)
{
    (void)state;
    assert_prints(100,
                  "repeat\tsections\n"
                  "line\t{section.office}\n"
                  "table\tticks\n"
                  "column\tক্রম\t{no}\n"
                  "column\tচিহ্ন\t{tick.code}{tick.mark}\n"
                  "none\tকিছু নেই\n"
                  "end\n",
                  "ঢাকা\n\nক্রম,চিহ্ন\n১,1✓\n২,2X\n"
                  "খুলনা\nকিছু নেই\n"
                  "সিলেট\n\nক্রম,চিহ্ন\n১,2✓\n");
}

static void what_repeats_for_nothing_is_left_out(void **state)
{
    (void)state;
    assert_prints(100,
                  "line\tআগে\nrepeat\tstandings\nline\tমাঝে\npage\nend\nline\tপরে\n"
                  "repeat\tsections\nend\n",
                  "আগে\nপরে\n");
    office->request.lists = NULL;
    assert_prints(100, "repeat\tsections\nline\tমাঝে\nend\nline\tপরে\n", "পরে\n");
}

static void records_repeat_too(void **state)
{
    (void)state;
    autostr text = STR_INIT;
    const struct record *meeting = dossier_case_add(&dossier, RECORD_MEETING, 6, 0);
    dossier.meeting = meeting;
    static const char *const subjects[] = {"ই-নথি", "বিবিধ"};
    for (int i = 0; i < 2; i++) {
        const struct record *item = dossier_case_add(&dossier, RECORD_ITEM, 10 + i, 6);
        dossier_case_put(&dossier, item, ITEM_SUBJECT, subjects[i], strlen(subjects[i]));
        const struct record *decision = dossier_case_add(&dossier, RECORD_DECISION, 20 + i, 10);
        dossier_case_put(&dossier, decision, DECISION_TEXT, "হবে", strlen("হবে"));
    }
    print("minutes", 100,
          "repeat\titems\nline\t{no:two}) {item.subject}\ntable\tdecisions\n"
          "column\tসিদ্ধান্ত\t{no} {decision.text}\nend\n",
          &text);
    if (!strstr(text.buf, "০১) ই-নথি\n\nসিদ্ধান্ত\n১ হবে\n২ হবে\n০২) বিবিধ\n"))
        fail_msg("%s", text.buf);
}

#define ACROSS                                                                                     \
    "table\tsections\n"                                                                            \
    "column\tঅফিস\t{section.office}\t\t10\n"                                               \
    "across\t[{head.code}]\t{tick.mark}\t\t4\n"                                                    \
    "column\tশেষ\t{no}\t\t4\n"

static void columns_stand_for_indicators(void **state)
{
    (void)state;
    add_heads(3);
    assert_prints(100, ACROSS,
                  "অফিস,[1],[2],[3],শেষ\n"
                  "ঢাকা,✓,X,,১\n"
                  "খুলনা,,,,২\n"
                  "সিলেট,,✓,,৩\n");
}

static void without_indicators_the_others_stay(void **state)
{
    (void)state;
    assert_prints(100, ACROSS, "অফিস,শেষ\nঢাকা,১\nখুলনা,২\nসিলেট,৩\n");
}

// 40 columns have room for two: three tables; 42 for three, and then two tables that are nearly
// equal.
static void what_does_not_fit_goes_below_in_equal_shares(void **state)
{
    (void)state;
    add_heads(5);
    assert_prints(40, ACROSS,
                  "অফিস,[1],[2],শেষ\nঢাকা,✓,X,১\nখুলনা,,,২\nসিলেট,,✓,৩\n\n"
                  "অফিস,[3],[4],শেষ\nঢাকা,,,১\nখুলনা,,,২\nসিলেট,,,৩\n\n"
                  "অফিস,[5],শেষ\nঢাকা,,১\nখুলনা,,২\nসিলেট,,৩\n");
    assert_prints(42, ACROSS,
                  "অফিস,[1],[2],[3],শেষ\nঢাকা,✓,X,,১\nখুলনা,,,,২\nসিলেট,,✓,,৩\n\n"
                  "অফিস,[4],[5],শেষ\nঢাকা,,,১\nখুলনা,,,২\nসিলেট,,,৩\n");
}

// A page that has room for none of them still gets each.
static void one_at_least_stands_beside_the_others(void **state)
{
    (void)state;
    add_heads(2);
    assert_prints(40,
                  "table\tsections\ncolumn\tঅফিস\t{section.office}\t\t24\n"
                  "across\t[{head.code}]\t{tick.mark}\t\t4\ncolumn\tশেষ\t{no}\t\t2\n",
                  "অফিস,[1],শেষ\nঢাকা,✓,১\nখুলনা,,২\nসিলেট,,৩\n\n"
                  "অফিস,[2],শেষ\nঢাকা,X,১\nখুলনা,,২\nসিলেট,✓,৩\n");
}

static void what_does_not_fit_together_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *blocks, *place, *says;
    } rows[] = {
        {"end\n", ":4:1: ", "by turns"},
        {"repeat\tsections\n", ":4:1: ", "by turns"},
        {"repeat\tsections\nend\nend\n", ":6:1: ", "by turns"},
        {"repeat\tsections\nrepeat\tticks\nend\nend\n", ":5:1: ", "by turns"},
        {"repeat\n", ":4:2: ", "sections"},
        {"repeat\tpoems\nend\n", ":4:2: ", "sections"},
        {"across\t[{head.code}]\t{tick.mark}\n", ":4:1: ", "its table"},
        {"table\tsections\nline\tx\nacross\tx\ty\n", ":4:1: ", "columns"},
        {"table\tsections\nacross\tx\n", ":5:5: ", "pen"},
        {"table\tsections\nacross\t{head.age}\ty\n", ":5:2: ", "head.…"},
    };
    i18n_set_language(LANGUAGE_ENGLISH);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct layout *layout = NULL;
        autostr text = STR_INIT, faults = STR_INIT, place = STR_INIT;
        str_addf(&text, "#layout\town\n#paper\tmatrix\n" NAMES "%s", rows[i].blocks);
        str_addf(&place, "own.tsv%s", rows[i].place);
        const enum status status =
            layout_read("own.tsv", text.buf, text.len, &layout, &faults, NULL);
        layout_free(&layout);
        if (status != STATUS_INVALID || strncmp(faults.buf, place.buf, place.len) != 0 ||
            !strstr(faults.buf, rows[i].says))
            fail_msg("“%s” gave: %s", rows[i].blocks, faults.buf);
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(rows_repeat_for_each_office),
        TEST(a_table_inside_has_only_rows_of_that_office),
        TEST(what_repeats_for_nothing_is_left_out),
        TEST(records_repeat_too),
        TEST(columns_stand_for_indicators),
        TEST(without_indicators_the_others_stay),
        TEST(what_does_not_fit_goes_below_in_equal_shares),
        TEST(one_at_least_stands_beside_the_others),
        TEST(what_does_not_fit_together_is_refused),
    };
    return cmocka_run_group_tests_name("blocks over offices", tests, NULL, NULL);
}
