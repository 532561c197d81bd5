// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/base/file.h"
#include "orjon/domain/template.h"

#include <glob.h>
#include <stdlib.h>

#define HEADER_START                                                                               \
    "area\tarea_marks\tactivity_code\tactivity\tindicator_"                                        \
    "code\tindicator\tevidence\tresponsible\t"                                                     \
    "kind\tunit\tmethod\tmethod_label\trule\tno_case\tweight\ttarget\ttarget_count\tgrade_90\t"    \
    "grade_80\tgrade_70\tgrade_60\tq1_target\tq2_target\tq3_target\tq4_target\tcomponents\t"
#define HEADER HEADER_START "alternative_of\n"
#define HEAD "#plan\tgpms\n#fiscal_year\t2025-26\n#family\tnew\n#title\tনতুন পরিকল্পনা\n"

static void all_shipped_plans_survive_a_round_trip(void **state)
{
    (void)state;
    glob_t found;
    assert_int_equal(glob(TEST_PLANS "/*/*/*.tsv", 0, NULL, &found), 0);
    assert_true(found.gl_pathc >= 14);
    for (size_t i = 0; i < found.gl_pathc; i++) {
        autostr file = STR_INIT, faults = STR_INIT, once = STR_INIT, twice = STR_INIT;
        struct plan *plan = NULL, *again = NULL;
        assert_int_equal(file_read(found.gl_pathv[i], &file, NULL), STATUS_OK);
        if (template_read("plan", file.buf, file.len, &plan, &faults, NULL))
            fail_msg("%s: %s", found.gl_pathv[i], faults.buf);
        template_write(plan, &once);
        assert_int_equal(template_read("plan", once.buf, once.len, &again, &faults, NULL),
                         STATUS_OK);
        template_write(again, &twice);
        assert_string_equal(once.buf, twice.buf);
        assert_int_equal(plan->count, again->count);
        plan_free(&plan);
        plan_free(&again);
    }
    globfree(&found);
}

static void assert_fault(const char *text, const char *place)
{
    autostr faults = STR_INIT;
    struct plan *plan = NULL;
    struct err err = {0};
    i18n_set_digits(DIGITS_LATIN);
    assert_int_equal(template_read("f.tsv", text, strlen(text), &plan, &faults, &err),
                     STATUS_INVALID);
    assert_null(plan);
    assert_true(err.text[0] != '\0');
    if (!strstr(faults.buf, place))
        fail_msg("“%s” is not named in:\n%s", place, faults.buf);
}

static void a_plan_alone_in_its_share_has_all_of_it(void **state)
{
    static const char text[] =
        HEAD "#share\tGPMS\t40\n" HEADER "\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\n";
    autostr faults = STR_INIT;
    struct plan *plan = NULL;
    (void)state;
    assert_int_equal(template_read("f.tsv", text, sizeof text - 1, &plan, &faults, NULL),
                     STATUS_OK);
    assert_true(plan->apa_marks.set && plan->apa_marks.value == 40 * NUMBER_ONE);
    plan_free(&plan);
}

static void every_fault_is_named_by_line_and_column(void **state)
{
    (void)state;
    assert_fault("", "f.tsv:1:1: ");
    assert_fault("#plan\tx\n" HEADER, "f.tsv:1:1: ");
    assert_fault(HEAD "#wrong\t1\n" HEADER, "f.tsv:5:2: ");
    assert_fault(HEAD "#full_marks\tmany\n" HEADER, "f.tsv:5:2: ");
    assert_fault(HEAD "#share\tGPMS\t0\n" HEADER, "f.tsv:5:2: ");
    assert_fault(HEAD "#share\tGPMS\n" HEADER, "f.tsv:5:2: ");
    assert_fault(HEAD "#share\t\t30\n" HEADER, "f.tsv:5:2: ");
    assert_fault(HEAD HEADER "#scale\t100\n", "f.tsv:6:2: ");
    assert_fault(HEAD "area\tmarks\n", "f.tsv:5:2: ");
    const char *const rows[][2] = {
        {"\t\t\t\t\tt\t\t\tnumber\tu\tsum\t\tproportion\n", "f.tsv:6:5: "},
        {"\t\t\t\t1\tt\t\t\tcolour\tu\tsum\t\tproportion\n", "f.tsv:6:9: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tmean\t\tproportion\n", "f.tsv:6:11: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tfair\n", "f.tsv:6:13: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tdeadline\n", "f.tsv:6:13: "},
        {"\t\t\t\t1\tt\t\t\tdate\tu\tsum\t\tdeadline\n", "f.tsv:6:11: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\tsome\n", "f.tsv:6:14: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\tzero\tx\n", "f.tsv:6:15: "},
        {"\t\t\t\t1\tt\t\t\tdate\tu\tdate\t\tdeadline\tzero\t1\t2023-11-31\n", "f.tsv:6:16: "},
        {"\t\t\t\t1\tt\t\t\tdates\tu\tdates\t\tdates\tzero\t1\t2;2023-11-30\n", "f.tsv:6:16: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tladder\tzero\t1\t4\t\t5\t3\n", "f.tsv:6:18: "},
        {"\t\t\t\t1\tt\t\t\tpercent\t%\tadd\t\tproportion\tzero\t1\t100\t10\t\t\t\t\t\t\t\t\t4+5\n",
         "f.tsv:6:26: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\t\t\t\t\t\t\t\t\t\t\t\t\t\t9\n",
         "f.tsv:6:27: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\t\t\t\t\t\t\t\t\t\t\t\t\t\t\tx\n",
         "f.tsv:6:28: "},
        {"\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\n\t\t\t\t১\tt\t\t\tnumber\tu\tsum\t\tpropo"
         "rtion\n",
         "f.tsv:7:5: "},
        {"\t\t\t\t1\t\xff\t\t\tnumber\tu\tsum\t\tproportion\n", "f.tsv:6:6: "},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        autostr text = STR_INIT;
        str_addf(&text, "%s%s%s", HEAD, HEADER, rows[i][0]);
        assert_fault(text.buf, rows[i][1]);
    }
    autostr two = STR_INIT; // all faults, not only the first
    str_addf(&two, "%s%s%s%s", HEAD, HEADER, rows[1][0], rows[3][0]);
    assert_fault(two.buf, "f.tsv:6:9: ");
    assert_fault(two.buf, "f.tsv:7:13: ");
}

#define SHORT_ROW HEADER "\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\n"
#define LADDER "\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tladder\t\t\t4\t\t3\t2\t1\t0\t\t\t\t\t"
#define MORE HEAD HEADER_START "alternative_of\tplausible\n"
#define ROW "\t\t\t\t1\tt\t\t\tnumber\tu\tsum\t\tproportion\t\t\t4\t\t\t\t\t\t\t\t\t\t\t"

// Columns that not every plan has stand behind the others, by name, and only where they are filled.
static void columns_that_few_plans_have(void **state)
{
    (void)state;
    const char *text = MORE ROW "\t১.৫\n";
    autostr faults = STR_INIT, written = STR_INIT, again = STR_INIT;
    struct plan *plan = NULL;
    if (template_read("f", text, strlen(text), &plan, &faults, NULL))
        fail_msg("%s", faults.buf);
    assert_int_equal(plan->indicator[0].plausible.value, NUMBER_ONE * 3 / 2);
    template_write(plan, &written);
    assert_non_null(strstr(written.buf, "alternative_of\tplausible\n"));
    assert_non_null(strstr(written.buf, "\t1.5\n"));
    plan->indicator[0].plausible.set = false;
    template_write(plan, &again);
    assert_null(strstr(again.buf, "plausible"));
    plan_free(&plan);
    assert_fault(MORE ROW "\t0.5\n", "f.tsv:6:28: plausible: ");
    assert_fault(MORE ROW "\tmuch\n", "f.tsv:6:28: plausible: ");
    assert_fault(MORE ROW "\t2\t3\n", "f.tsv:6:29: ");
    assert_fault(HEAD HEADER_START "alternative_of\tcredible\n", "f.tsv:5:28: ");
    assert_fault(HEAD HEADER_START "alternative_of\tplausible\tplausible\n", "f.tsv:5:29: ");
}

static struct plan *read_plan(const char *text)
{
    autostr faults = STR_INIT;
    struct plan *plan = NULL;
    if (template_read("f", text, strlen(text), &plan, &faults, NULL))
        fail_msg("%s", faults.buf);
    return plan;
}

// A marking scheme that nobody of us has seen is a file.
static void another_scale_has_other_columns(void **state)
{
    (void)state;
    autostr written = STR_INIT;
    struct plan *plan =
        read_plan(HEAD "#scale\t১০০|অতি উত্তম 80 60|চলতি মান\n"
                       "indicator_code\tindicator\tkind\tmethod\trule\ttarget\tgrade_80\tgrade_60\t"
                       "direction\tbaseline\tnote\n"
                       "1\tt\tnumber\tsum\tladder\t2\t4\t6\tless\t৭.৫\tদেখুন\n\t\t\t\n");
    const struct indicator *i = &plan->indicator[0];
    assert_int_equal(plan->count, 1);
    assert_int_equal(grade_count(i), 3);
    assert_int_equal(grade_percent(i, 2), 60);
    assert_string_equal(plan->scale.name[0], "অতি উত্তম");
    assert_string_equal(plan->scale.name[1], "");
    assert_true(i->grade[2].value == 6 * NUMBER_ONE && !i->grade[3].set);
    assert_true(indicator_less_is_better(i) && i->baseline.set && !i->last_year.set);
    assert_string_equal(i->note, "দেখুন");
    template_write(plan, &written);
    assert_non_null(strstr(written.buf, "#scale\t100|অতি উত্তম 80 60|চলতি মান\n"));
    assert_non_null(strstr(written.buf, "\tgrade_80\tgrade_60\tq1_target\t"));
    struct plan *again = read_plan(written.buf);
    autostr twice = STR_INIT;
    template_write(again, &twice);
    assert_string_equal(twice.buf, written.buf);
    plan_free(&plan);
    plan_free(&again);
    static const char *const wrong[] = {"100 80 80",
                                        "80 90",
                                        "0",
                                        "101",
                                        "100 x",
                                        "100%",
                                        "9 8 7 6 5 4 3 2 1 1",
                                        "100 90 80 70 60 50 40 30 20 10"};
    for (size_t k = 0; k < sizeof wrong / sizeof *wrong; k++) {
        autostr text = STR_INIT;
        str_addf(&text, HEAD "#scale\t%s\n" SHORT_ROW, wrong[k]);
        assert_fault(text.buf, "f.tsv:5:2: ");
    }
    assert_fault(HEAD "#scale\t100 80\n" SHORT_ROW, "f.tsv:6:18: "); // grade_90 is none of its
    assert_fault(HEAD HEADER_START "alternative_of\tdirection\n" LADDER "\t\tless\n",
                 "f.tsv:6:28: ");
}

// The page for those who write plan files has a row for every column and every head.
static void the_columns_are_written_down(void **state)
{
    (void)state;
    autostr page = STR_INIT;
    assert_int_equal(file_read(TEST_DOCS "/templates.md", &page, NULL), STATUS_OK);
    for (size_t c = 0; c < TEMPLATE_COLUMNS; c++) {
        autostr plain = STR_INIT, bold = STR_INIT;
        const char *name = template_column(&scale_usual, c);
        if (!name)
            continue;
        str_addf(&plain, "| %s |", name);
        str_addf(&bold, "| **%s** |", name);
        if (!strstr(page.buf, plain.buf) && !strstr(page.buf, bold.buf))
            fail_msg("docs/templates.md has no row for the column %s", name);
    }
}

static void short_rows_comments_and_windows_lines_are_fine(void **state)
{
    (void)state;
    const char *text = "\xEF\xBB\xBF# made by hand\r\n" HEAD "#layout\tten\r\n\r\n" HEADER
                       "\t\t\t\t1.1\tসূচক\t\t\tnumber\tসংখ্যা\tsum\t\tproportion\r\n";
    autostr faults = STR_INIT;
    struct plan *plan = NULL;
    if (template_read("f", text, strlen(text), &plan, &faults, NULL))
        fail_msg("%s", faults.buf);
    assert_int_equal(plan->count, 1);
    assert_string_equal(plan->layout, "ten");
    assert_int_equal(plan->indicator[0].no_case, NO_CASE_EXCLUDE);
    assert_ptr_equal(plan_find(plan, "১.১"), &plan->indicator[0]);
    plan_free(&plan);
}

// What is not said follows from the title; a text that is too long is not cut but refused.
static void a_plan_has_a_short_name_and_a_place(void **state)
{
    (void)state;
    static const struct {
        const char *head, *short_name, *written;
        int order;
    } cases[] = {
        {HEAD, "নতুন পরিকল্পনা", "", 0},
        {HEAD "#short\tনতুন\n#order\t৪\n", "নতুন", "#short\tনতুন\n#order\t4\n", 4},
        {HEAD "#title\tসেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন কর্মপরিকল্পনা\n", "সেবা প্রদান প্রতিশ্রুতি…", "", 0},
        {HEAD "#title\tঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅক\n", "অঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅ…", "", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        autostr text = STR_INIT, faults = STR_INIT, written = STR_INIT;
        struct plan *plan = NULL;
        str_addf(&text, "%s%s", cases[i].head, SHORT_ROW);
        if (template_read("f", text.buf, text.len, &plan, &faults, NULL))
            fail_msg("%s", faults.buf);
        assert_string_equal(plan->short_name, cases[i].short_name);
        assert_int_equal(plan->order, cases[i].order);
        template_write(plan, &written);
        assert_true(strstr(written.buf, "#short") ? *cases[i].written : !*cases[i].written);
        assert_non_null(strstr(written.buf, cases[i].written));
        plan_free(&plan);
    }
    assert_fault(HEAD "#short\tঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅঅক\n" SHORT_ROW, "f.tsv:5:2: ");
    assert_fault(HEAD "#order\t0\n" SHORT_ROW, "f.tsv:5:2: ");
    assert_fault(HEAD "#order\t1.5\n" SHORT_ROW, "f.tsv:5:2: ");
    assert_fault(HEAD "#order\tlast\n" SHORT_ROW, "f.tsv:5:2: ");
}

// What papers print where a plan file has its own way of writing.
static void targets_are_read_as_papers_print_them(void **state)
{
    (void)state;
    static const struct {
        const char *kind, *typed, *kept;
    } cases[] = {
        {"number\tসংখ্যা\tsum\t\tproportion", "২ টি", "2"},
        {"number\tসংখ্যা\tsum\t\tproportion", "--", ""},
        {"number\tসংখ্যা\tsum\t\tproportion", "-", ""},
        {"percent\t%\tlast\t\tproportion", "১০০%", "100"},
        {"date\tতারিখ\tdate\t\tdeadline", "৩১/১২/২০২১", "2021-12-31"},
        {"date\tতারিখ\tdate\t\tdeadline", "০১-১২-২০২১ থেকে ৩১-১২-২০২১", "2021-12-31"},
        {"dates\tতারিখ\tdates\t\tdates", "২ ৩১-১২-২০২১ ৩০-০৬-২০২২", "2;2021-12-31;2022-06-30"},
    };
    for (size_t k = 0; k < sizeof cases / sizeof *cases; k++) {
        autostr text = STR_INIT, cell = STR_INIT;
        str_addf(&text, HEAD HEADER "\t\t\t\t1\tt\t\t\t%s\tzero\t--\t%s\n", cases[k].kind,
                 cases[k].typed);
        struct plan *plan = read_plan(text.buf);
        template_get(&plan->indicator[0], COLUMN_TARGET, &cell);
        assert_string_equal(cell.buf, cases[k].kept);
        assert_false(plan->indicator[0].weight.set);
        plan_free(&plan);
    }
    assert_fault(HEAD HEADER "\t\t\t\t1\tt\t\t\tdate\tu\tdate\t\tdeadline\tzero\t\t৩১/১১/২০২১\n",
                 "f.tsv:6:16: ");
}

static void many_codes_are_found_as_one_is(void **state)
{
    (void)state;
    static const char *const codes[] = {"2.10", "২.১", "10", "2.1", "", "1", "2"};
    enum { CODES = sizeof codes / sizeof *codes };
    struct plan *plan = plan_new();
    autocodes sorted;
    for (size_t i = 0; i < CODES; i++)
        plan_add(plan)->code = codes[i];
    plan_codes_init(&sorted, plan);
    for (size_t i = 0; i < CODES; i++) // 2.1 stands there twice: the first row is meant
        assert_ptr_equal(plan_codes_find(&sorted, codes[i]), plan_find(plan, codes[i]));
    assert_ptr_equal(plan_codes_find(&sorted, "১০"), &plan->indicator[2]);
    assert_null(plan_codes_find(&sorted, "2.100"));
    assert_null(plan_codes_find(&sorted, "3"));
    plan_free(&plan);
}

static void any_bytes_get_an_answer(void **state)
{
    (void)state;
    autostr file = STR_INIT;
    assert_int_equal(file_read(TEST_PLANS "/2023-24/coop-upazila/integrity.tsv", &file, NULL),
                     STATUS_OK);
    srand(13);
    for (int n = 0; n < 300; n++) {
        autofree char *broken = mem_copy_text(file.buf, file.len);
        for (int k = 0; k < 1 + n / 20; k++)
            broken[(size_t)rand() % file.len] = (char)rand();
        autostr faults = STR_INIT;
        struct plan *plan = NULL;
        template_read("f", broken, file.len - (size_t)rand() % 50, &plan, &faults, NULL);
        plan_free(&plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_shipped_plans_survive_a_round_trip),
        cmocka_unit_test(a_plan_alone_in_its_share_has_all_of_it),
        cmocka_unit_test(every_fault_is_named_by_line_and_column),
        cmocka_unit_test(columns_that_few_plans_have),
        cmocka_unit_test(another_scale_has_other_columns),
        cmocka_unit_test(the_columns_are_written_down),
        cmocka_unit_test(short_rows_comments_and_windows_lines_are_fine),
        cmocka_unit_test(a_plan_has_a_short_name_and_a_place),
        cmocka_unit_test(targets_are_read_as_papers_print_them),
        cmocka_unit_test(many_codes_are_found_as_one_is),
        cmocka_unit_test(any_bytes_get_an_answer),
    };
    return cmocka_run_group_tests_name("template", tests, NULL, NULL);
}
