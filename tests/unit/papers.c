// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every layout and every plan. How each looks is checked in tests/print.
#include "../paper_case.h"

#include "orjon/report/page.h"
#include "orjon/report/writer.h"

#include <glob.h>
#include <stdio.h>

static void print_text(const struct paper_case *c, const char *kind, struct str *ret)
{
    autopaper *paper = case_compose(c, kind);
    assert_int_equal(writer_find("text")->write(paper, &(struct writer_options){0}, ret, NULL),
                     STATUS_OK);
}

static void assert_says(const struct paper_case *c, const char *kind, const char *text, bool says)
{
    autostr got = STR_INIT;
    print_text(c, kind, &got);
    if ((strstr(got.buf, text) != NULL) != says)
        fail_msg("«%s» should %sbe in:\n%s", text, says ? "" : "not ", got.buf);
}

// All texts of a paper, each on a line of its own.
static void gather(const struct paper *paper, struct str *ret)
{
    for (size_t i = 0; i < paper->blocks; i++) {
        const struct block *block = &paper->block[i];
        str_addf(ret, "%s\n%s\n", block->line.text, block->right);
        if (block->kind != BLOCK_TABLE)
            continue;
        struct arena arena = {0};
        size_t heads = 0;
        const struct row *head = table_head(block->table, &arena, &heads);
        for (size_t r = 0; r < heads + block->table->rows; r++)
            for (size_t c = 0; c < block->table->columns; c++)
                str_addf(ret, "%s\n",
                         r < heads ? head[r].cell[c].text
                                   : block->table->row[r - heads].cell[c].text);
        arena_done(&arena);
    }
}

static size_t code_points(const char *s, const char *end)
{
    size_t count = 0;
    for (; s < end; s++)
        count += ((unsigned char)*s & 0xC0) != 0x80;
    return count;
}

static bool is_break(char c)
{
    return c == ' ' || c == '\n' || c == '-' || c == '/' || c == '\0';
}

// Whether the word of a printed line is one of the source, cut at most behind - or /, or a piece
// of a word longer than 14 code points.
static bool is_whole(const char *word, size_t n, const char *source)
{
    autofree char *text = mem_copy_text(word, n);
    for (const char *at = source; (at = strstr(at, text)); at++) {
        const char *from = at, *to = at + n;
        while (from > source && !is_break(from[-1]))
            from--;
        while (!is_break(*to))
            to++;
        bool starts = from == at, ends = to == at + n || is_break(to[-1]);
        if ((starts && (ends || is_break(text[n - 1]))) || code_points(from, to) > 14)
            return true;
    }
    return false;
}

static void assert_words(const char *line, const char *source)
{
    static const char rules[] = "\xE2\x94"; // box drawing
    while (*line) {
        if (strncmp(line, rules, 2) == 0 || *line == ' ') {
            line += *line == ' ' ? 1 : 3;
            continue;
        }
        const char *end = line;
        while (*end && *end != ' ' && strncmp(end, rules, 2) != 0)
            end++;
        if (!is_whole(line, (size_t)(end - line), source))
            fail_msg("«%.*s» is cut", (int)(end - line), line);
        line = end;
    }
}

static void assert_printed_well(const struct paper *paper)
{
    struct pages pages;
    autostr source = STR_INIT;
    gather(paper, &source);
    pages_lay(paper, false, &pages);
    assert_int_equal(pages.columns, paper->settings.columns);
    for (size_t p = 0; p < pages.count; p++)
        for (size_t i = pages.first[p]; i < pages.first[p + 1]; i++) {
            const struct page_line *line = &pages.line[i];
            int columns = text_columns(line->text, strlen(line->text));
            assert_true(line->table ? columns == pages.columns : columns <= pages.columns);
            for (const char *at = line->text; (at = strstr(at, "\u09CD")); at++)
                assert_true(at[3] != ' ' && at[3] != '\0' && strncmp(at + 3, "│", 3) != 0);
            if (line->table)
                assert_words(line->text, source.buf);
        }
    pages_done(&pages);
}

// Something in every cell, as long as it can get.
static void fill(struct paper_case *c)
{
    const struct plan *plan = c->plan[0];
    for (size_t i = 0; i < plan->count; i++) {
        static const char *const typed[] = {[KIND_NUMBER] = "1",
                                            [KIND_PERCENT] = "40%(44)",
                                            [KIND_DATE] = "31/12/2024",
                                            [KIND_DATES] = "2 31/12/2024 15/01/2025"};
        for (int q = 1; q <= QUARTERS; q++)
            case_enter(c, 0, plan->indicator[i].code, q, typed[plan->indicator[i].kind],
                       "২য় ও ৩য় ত্রৈমাসে সংশ্লিষ্ট দপ্তরের সমন্বয়ে বাস্তবায়ন করা হবে।", -1);
    }
}

static void print_plan_everywhere(const char *file, bool filled)
{
    static const char *const papers[] = {"return", "targets", "scoresheet"};
    size_t printed = 0, count = 0, of_plans = 0;
    const struct layout_file *files = layout_files(&count);
    struct paper_case *c = case_new(4);
    case_load(c, file);
    if (filled)
        fill(c);
    for (size_t i = 0; i < count; i++)
        of_plans += strstr(files[i].text, "\nblock\t") == NULL;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < 3; k++) {
            c->request.layout = files[i].name;
            const struct paper_kind *kind = paper_kind_find(papers[k]);
            struct paper *paper = NULL;
            struct err err = {0};
            if (kind->compose(kind, &c->request, &paper, &err) == STATUS_OK) {
                assert_printed_well(paper);
                printed++;
            } else {
                assert_int_equal(err.status, STATUS_USAGE);
            }
            paper_free(&paper);
        }
    assert_int_equal(printed, of_plans); // each layout is for one paper
    case_free(c);
}

static void every_plan_prints_in_every_layout(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(glob(TEST_PLANS "/*/*/*.tsv", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 14);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        autostr file = STR_INIT;
        str_add(&file, found.gl_pathv[i] + strlen(TEST_PLANS) + 1);
        str_cut(&file, file.len - strlen(".tsv"));
        print_plan_everywhere(file.buf, false);
        print_plan_everywhere(file.buf, true);
    }
    globfree(&found);
}

static void many_rows_run_over_pages(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    plan->title = "দীর্ঘ কর্মপরিকল্পনা";
    plan->fiscal_year = 2024;
    for (int i = 0; i < 300; i++) {
        struct indicator *row = plan_add(plan);
        char code[16];
        int n = snprintf(code, sizeof code, "%d.%d", i / 3, i);
        row->code = row->activity_code = arena_text(&plan->text, code, (size_t)n);
        row->area = i < 150 ? "প্রাতিষ্ঠানিক" : "সক্ষমতা অর্জন";
        row->activity = "অভিযোগ প্রতিকার ব্যবস্থা বিষয়ক প্রশিক্ষণ আয়োজন";
        row->text = "প্রশিক্ষণ আয়োজিত";
    }
    struct paper_case *c = case_new(2);
    case_add(c, plan);
    for (size_t i = 0; layouts_at(c->layouts, i); i++) {
        c->request.layout = layout_name(layouts_at(c->layouts, i));
        for (const struct paper_kind *kind = paper_kinds; kind->name; kind++) {
            autopaper *paper = NULL;
            if (kind->about != ABOUT_PLANS || kind->compose(kind, &c->request, &paper, NULL))
                continue;
            if (strcmp(kind->name, "packet") != 0) // whose parts are those, each as wide as it was
                assert_printed_well(paper);
            struct pages pages;
            pages_lay(paper, false, &pages);
            assert_true(pages.count > 5);
            pages_done(&pages);
        }
    }
    case_free(c);
}

static void a_plan_without_indicators_says_so(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    plan->title = "শূন্য কর্মপরিকল্পনা";
    plan->fiscal_year = 2025;
    struct paper_case *c = case_new(1);
    case_add(c, plan);
    for (const struct paper_kind *kind = paper_kinds; kind->about == ABOUT_PLANS; kind++)
        assert_says(c, kind->name, "এ কর্মপরিকল্পনায় কোনো সূচক নেই।", true);
    assert_says(c, "return", "জুলাই-সেপ্টেম্বর/২০২৫ (১ম ত্রৈমাসিক)", true);
    case_free(c);
}

static void a_quarter_shows_what_is_known_by_then(void **state)
{
    (void)state;
    struct paper_case *c = case_new(2);
    case_load(c, "2024-25/coop-upazila/rti");
    c->request.layout = "return-15";
    case_enter(c, 0, "2.1.1", 3, "13/01/2025", "", -1); // not of this return
    assert_says(c, "return", "১৩/০১/২০২৫", false);
    case_enter(c, 0, "1.1.1", 2, "-", "", ENTRY_NO_CASE);
    assert_says(c, "return", "কোনো আবেদন জমা", true);
    case_enter(c, 0, "1.1.1", 2, "-", "আবেদন আসেনি", ENTRY_NO_CASE);
    assert_says(c, "return", "কোনো আবেদন জমা", false);
    assert_says(c, "return", "আবেদন আসেনি", true);
    c->request.quarter = 3;
    case_score(c, 0);
    assert_says(c, "return", "১৩/০১/২০২৫", true);
    assert_says(c, "return", "আবেদন আসেনি", false); // the remark of another quarter
    assert_says(c, "return", "জানুয়ারি-মার্চ/২০২৫", true);
    case_free(c);
}

static void marks_digits_and_copies(void **state)
{
    (void)state;
    struct paper_case *c = case_new(2);
    case_load(c, "2024-25/coop-upazila/rti");
    assert_says(c, "return", "খসড়া", false);
    assert_says(c, "return", "প্রেরণ করা হলোঃ-", false);
    c->request.draft = true;
    case_set(c, OFFICE_SAMPLE, "1");
    case_set(c, OFFICE_COPIES, "জেলা সমবায় অফিসার, খুলনা; ; অফিস কপি ;");
    assert_says(c, "return", "খসড়া, নমুনা – প্রকৃত প্রতিবেদন নয়", true);
    assert_says(c, "return", "০২। অফিস কপি\n", true);
    c->request.digits = DIGITS_LATIN;
    assert_says(c, "return", "02। অফিস কপি\n", true);
    assert_says(c, "return", "[1.1.1]", true);
    assert_says(c, "return", "15/10/2024", true);
    assert_says(c, "return", "তারিখ: 11/12/2024 খ্রি।", true);
    assert_says(c, "return", "4র্থ", true);
    case_set(c, OFFICE_SUPERIOR, "");
    case_set(c, OFFICE_SUPERIOR_OFFICE, "");
    assert_says(c, "return", "গ্রহণের জন্য প্রেরণ করা হলো।", true);
    autopaper *paper = case_compose(c, "return");
    assert_string_equal(paper->settings.title, "ত্রৈমাসিক অগ্রগতি প্রতিবেদন, অক্টোবর-ডিসেম্বর/2024");
    assert_string_equal(paper->settings.author, "উপজেলা সমবায় কার্যালয়, দাকোপ, খুলনা");
    assert_string_equal(paper->settings.subject, "তথ্য অধিকার বিষয়ে বার্ষিক কর্মপরিকল্পনা");
    case_free(c);
}

static void layouts_are_found_or_named(void **state)
{
    (void)state;
    struct paper_case *c = case_new(1);
    struct paper *paper = NULL;
    struct err err = {0};
    case_load(c, "2023-24/coop-upazila/rti");
    assert_null(paper_kind_find("poem"));
    c->request.layout = "return-99";
    assert_int_equal(paper_kinds[0].compose(&paper_kinds[0], &c->request, &paper, &err),
                     STATUS_USAGE);
    assert_non_null(strstr(err.text, "return-99"));
    assert_non_null(strstr(err.text, "return-11, "));
    assert_null(strstr(err.text, "grades"));
    c->request.layout = NULL;
    assert_says(c, "return", "১৫", true);       // the plan's own layout
    assert_says(c, "targets", "অসাধারণ", true); // which is none of this paper
    c->plan[0]->layout = "unknown";
    assert_says(c, "return", "১১", true); // one we do not know: the default
    case_free(c);
}

// What the plan's file has beside the target, and nothing is computed with.
static void what_stands_beside_the_target_has_columns(void **state)
{
    (void)state;
    static const char text[] = "#layout\tbeside\n#paper\treturn\ncolumn\twidth\theading\n"
                               "indicator\t\tসূচক\nbaseline\t8\tক\nyear_before\t8\tখ\n"
                               "last_year\t8\tগ\nprojection_1\t8\tঘ\nprojection_2\t8\tঙ\n"
                               "note\t20\tচ\n";
    struct paper_case *c = case_new(1);
    struct layout *layout = NULL;
    autostr faults = STR_INIT;
    case_load(c, "2023-24/coop-upazila/rti");
    assert_int_equal(layout_read("beside", text, sizeof text - 1, &layout, &faults, NULL),
                     STATUS_OK);
    layouts_add(c->layouts, layout);
    c->request.layout = "beside";
    assert_says(c, "return", "৭১", false);
    struct indicator *row = &c->plan[0]->indicator[0];
    struct target *const beside[] = {&row->baseline, &row->year_before, &row->last_year,
                                     &row->projection_1, &row->projection_2};
    for (int i = 0; i < 5; i++)
        *beside[i] = (struct target){.set = true, .value = (71 + i) * NUMBER_ONE};
    row->note = "সমঝোতা অনুযায়ী";
    autostr got = STR_INIT;
    print_text(c, "return", &got);
    const char *at = got.buf;
    static const char *const expected[] = {"৭১", "৭২", "৭৩", "৭৪", "৭৫", "সমঝোতা"};
    for (size_t i = 0; i < 6; i++) // in this order, on one line
        if (!(at = strstr(at, expected[i])))
            fail_msg("«%s» should be in:\n%s", expected[i], got.buf);
    case_free(c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_plan_prints_in_every_layout),
        cmocka_unit_test(many_rows_run_over_pages),
        cmocka_unit_test(a_plan_without_indicators_says_so),
        cmocka_unit_test(a_quarter_shows_what_is_known_by_then),
        cmocka_unit_test(marks_digits_and_copies),
        cmocka_unit_test(layouts_are_found_or_named),
        cmocka_unit_test(what_stands_beside_the_target_has_columns),
    };
    return cmocka_run_group_tests_name("papers", tests, NULL, NULL);
}
