// SPDX-License-Identifier: GPL-3.0-or-later
// Findings: what of a plan and its figures is wrong or odd.
#include "plan_text.h"

#include "orjon/domain/check.h"
#include "orjon/domain/date.h"
#include "orjon/domain/missing.h"

static void assert_found(const char *row, const char *typed, int quarter, const char *full,
                         const char *expected)
{
    struct plan *plan = plan_of(&row, 1);
    const struct year year = year_of(plan->indicator, typed);
    struct findings findings = {0};
    autostr got = STR_INIT;
    if (*full)
        plan->full_marks = (struct maybe){true, atoll(full) * NUMBER_ONE};
    check_plan(plan, &year, quarter, date_of(2024, 4, 10), &findings);
    for (size_t i = 0; i < findings.count; i++) {
        str_addf(&got, "%s%s:%d", i ? " " : "", findings.finding[i].code,
                 findings.finding[i].quarter);
        assert_true(*findings.finding[i].message != '\0');
    }
    if (strcmp(got.buf, expected) != 0)
        fail_msg("%s, %s: found «%s», not «%s»", row, typed, got.buf, expected);
    findings_done(&findings);
    plan_free(&plan);
}

static void plans(void **state)
{
    (void)state;
    assert_found("target=4", "1", 1, "10", "");
    assert_found("target=4", "1", 1, "11", "weights:0");
    assert_found("target=4", "1", 1, "", "no-full-marks:0");
    assert_found("target=", "1", 1, "10", "no-target:0");
    assert_found("target= weight=", "|", 2, "0", ""); // nobody must fill that row
    assert_found("rule=ladder target=4 grade_90=3 grade_80=2 grade_70=1 grade_60=0", "1", 1, "10",
                 "grade-zero:0");
    assert_found("rule=ladder target=0 grade_90=1 grade_80=2 grade_70=3 grade_60=4", "1", 1, "10",
                 ""); // less is better: 0 is the target
    assert_found("kind=date method=date rule=deadline target=2024-07-01", "-", 1, "10",
                 "target-outside-year:0");
    assert_found("kind=date method=date rule=deadline target=2023-06-30", "01/07/2023", 1, "10",
                 "target-outside-year:0");
    assert_found("target=4 q1_target=1 q3_target=3", "1", 1, "10", "");
    assert_found("target=5 q1_target=1 q3_target=3", "1", 1, "10", "quarters:0");
    assert_found("method=last target=4 q1_target=1 q3_target=4", "1", 1, "10", "");
    assert_found("method=last target=4 q1_target=1 q4_target=3", "1", 1, "10", "quarters:0");
    assert_found("kind=percent method=rate target=90 q1_target=80", "80", 1, "10", "");
    assert_found("kind=dates method=dates rule=dates target=2;2023-12-31;2024-04-30 "
                 "q2_target=1@2023-12-31",
                 "-", 1, "10", "quarters:0");
}

static void figures(void **state)
{
    (void)state;
    assert_found("target=4", "|1", 2, "10", "empty:1");
    assert_found("target=4", "1|||1", 4, "10", "empty:2 empty:3");
    assert_found("target=4 unit=জন", "1টাকা", 1, "10", "unit:1");
    assert_found("target=4", "1.5", 1, "10", "fraction:1");
    assert_found("target=4", "1 2", 1, "10", "blanks:1");
    assert_found("target=4", "1 (2)", 1, "10", "bracket:1");
    assert_found("kind=percent method=last target=100 target_count=50", "80%(10)", 1, "10",
                 "percent-count:1");
}

// Heads, filters and the check count the same: what is asked for.
static void what_is_not_filled_in(void **state)
{
    static const char *const rows[] = {"target=4", "indicator_code=2 target= weight=",
                                       "indicator_code=3 target=1 weight= alternative_of=1.1.1"};
    struct plan *plan = plan_of(rows, 3);
    struct year years[3];
    (void)state;
    for (size_t i = 0; i < 3; i++)
        years[i] = year_of(&plan->indicator[i], i == 1 ? "|1" : "");
    struct figure_count first = count_figures(plan, years, 1),
                        second = count_figures(plan, years, 2);
    assert_int_equal(first.filled, 0);
    assert_int_equal(first.expected, 1);
    assert_int_equal(second.filled, 0);
    assert_int_equal(second.expected, 1);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(figure_is_missing(plan, &plan->indicator[i], &years[i].quarter[0]),
                         i == 0);
    struct findings findings = {0};
    check_plan(plan, years, 1, date_of(2024, 4, 10), &findings);
    assert_int_equal(findings.errors, 1);
    findings_done(&findings);
    plan->indicator[0].weight.set = plan->indicator[0].grade[0].set = false;
    plan->indicator[2].grade[0].set = false; // now no row has any: all are asked for
    first = count_figures(plan, years, 1);
    assert_int_equal(first.expected, 3);
    check_plan(plan, years, 1, date_of(2024, 4, 10), &findings);
    assert_int_equal(findings.errors, 0); // but none must be filled in
    findings_done(&findings);
    plan_free(&plan);
}

static void remarks(void **state)
{
    (void)state;
    assert_found("target=4", "1#পরে করা হবে", 1, "10", "remark:1");
    assert_found("target=4", "-#পরে করা হবে", 1, "10", "");
    assert_found("target=4", "1#কোন আবেদন পাওয়া যায়নি", 1, "10", "remark:1");
    assert_found("target=4", "1#কোনো অভিযোগ নেই", 1, "10", "remark:1");
    assert_found("target=4", "0#কোনো অভিযোগ নেই", 1, "10", "");
    assert_found("target=4", "-#কোনো আবেদন নেই", 1, "10", "no-case:1");
    assert_found("target=4", "-#কোনো সমস্যা নেই", 1, "10", "");
    assert_found("kind=percent method=last target=100 target_count=50", "(10)#পরে করা হবে", 1, "10",
                 "remark:1");
    assert_found("kind=date method=date rule=deadline target=2024-03-16", "||01/03/2024#করা হবে", 3,
                 "10", "empty:1 empty:2 remark:3");
}

static void days(void **state)
{
    (void)state;
#define DATED "kind=date method=date rule=deadline target=2024-03-16"
    assert_found(DATED, "-|-|01/03/2024", 3, "10", "");
    assert_found(DATED, "-|not-due|-", 3, "10", "overdue:3");
    assert_found(DATED, "-|01/03/2024|-", 3, "10", "date-outside-quarter:2");
    assert_found(DATED, "-|-|01/03/2023", 3, "10", "date-outside-year:3");
    assert_found(DATED, "-|-|-|15/04/2024", 4, "10", "future-date:4");
    assert_found(DATED, "-|-|-|16/03/2024", 4, "10", ""); // its own due date, told later
    assert_found("kind=date method=date rule=deadline target=2023-06-30", "30/06/2023", 1, "10",
                 "target-outside-year:0");
    assert_found("kind=date method=date rule=ladder target=2024-03-16 grade_90=2024-03-23",
                 "-|-|-|23/03/2024", 4, "10", "");
#define TWO "kind=dates method=dates rule=dates target=2;2023-12-31;2024-04-30 "
    assert_found(TWO, "31/12/2023", 1, "10", "");
    assert_found(TWO, "-|-|-|30/04/2024", 4, "10", "future-date:4");
    assert_found(TWO "q2_target=1@2023-11-30 q4_target=1@2024-04-30", "-|-|30/11/2023", 3, "10",
                 "");
    assert_found(TWO, "-|-|30/11/2023", 3, "10", "date-outside-quarter:3");
}

// An error has no answer, so nothing that a signed paper may say is one.
static void true_papers_can_be_finalised(void **state)
{
    (void)state;
    static const struct {
        const char *row, *typed;
        int quarter;
    } papers[] = {
        {"kind=date method=date rule=deadline target=2023-10-15", "30/06/2023", 1},
        {DATED, "-|-|-|30/06/2024", 4}, // signed before the quarter was over
        {TWO, "31/12/2023,30/04/2024", 1},
        {"target=4", "1000", 1},
        {"kind=percent method=rate target=90", "60/50", 1},
        {"kind=percent method=add target=100", "60%|60%", 2},
        {"kind=percent method=last target=100 target_count=10", "80%=3+4(8)", 1},
        {"kind=date method=date rule=deadline target=2023-12-31", "-|31/11/2023", 2},
    };
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++) {
        struct plan *plan = plan_of(&papers[i].row, 1);
        const struct year year = year_of(plan->indicator, papers[i].typed);
        struct findings findings = {0};
        check_plan(plan, &year, papers[i].quarter, date_of(2024, 4, 10), &findings);
        if (findings.errors || !findings.count)
            fail_msg("%s, %s: %zu errors of %zu findings", papers[i].row, papers[i].typed,
                     findings.errors, findings.count);
        findings_done(&findings);
        plan_free(&plan);
    }
}

// Three times the target, or what the plan says, is believed; more is asked about, once.
static void far_above_the_target(void **state)
{
    (void)state;
    assert_found("target=4", "12", 1, "10", "");
    assert_found("target=4", "১,০০০", 1, "10", "far-above-target:1");
    assert_found("target=4 plausible=300", "1000", 1, "10", "");
    assert_found("target=4 plausible=1.5", "6|1", 2, "10", "far-above-target:2");
    assert_found("target=4", "4|4|4|1", 4, "10", "far-above-target:4");
    assert_found("target=4", "1000|1", 2, "10", "far-above-target:1");
    assert_found("target=4", "1000|1000", 2, "10", "far-above-target:1 far-above-target:2");
    assert_found("target=4 method=last", "5|5|5|5", 4, "10", "");
    assert_found("target=4 method=average", "13|1", 2, "10", "far-above-target:1");
    assert_found("target=", "1000", 1, "10", "no-target:0");
    assert_found("target=0", "1000", 1, "10", "");
    assert_found("kind=percent method=rate target=15", "50%", 1, "10", "far-above-target:1");
    assert_found("kind=percent method=rate target=80", "100%", 1, "10", "");
    assert_found("target=4", "-|not-due|-", 3, "10", "");
}

static void parts_and_wholes(void **state)
{
    (void)state;
#define RATE "kind=percent method=rate target=90 "
#define COUNTED "kind=percent method=add target_count=48 target=92 " // 48 of 52
    assert_found(RATE, "60/50", 1, "10", "part-above-whole:1");
    assert_found(RATE, "120%(60/50)", 1, "10", "part-above-whole:1");
    assert_found(RATE, "50/50", 1, "10", "");
    assert_found(RATE, "101%", 1, "10", "above-hundred:1");
    assert_found(RATE, "775", 1, "10", "above-hundred:1");
    assert_found(RATE, "100%|100%|100%|100%", 4, "10", "");
    assert_found("kind=percent method=last target=110", "115%", 1, "10", ""); // it grew
    assert_found(COUNTED, "100%(48)", 1, "10", "");
    assert_found(COUNTED, "(52)", 1, "10", ""); // more than was promised
    assert_found(COUNTED, "(54)", 1, "10", "part-above-whole:1");
    assert_found(COUNTED, "(30)|(24)", 2, "10", "part-above-whole:2");
    assert_found("kind=percent method=add target_count=200 target=100", "(201)", 1, "10",
                 "part-above-whole:1");
    assert_found("kind=percent method=rate target_count=200 target=100", "(101)|(100)", 2, "10",
                 "part-above-whole:2");
    assert_found("kind=percent method=add target_count=2 target=", "(7)", 1, "10",
                 "part-above-whole:1");
    assert_found("kind=percent method=add target=100", "25%|25%|25%|25%", 4, "10", "");
    assert_found("kind=percent method=add target=100", "25%|25%|60%|1%", 4, "10",
                 "sum-above-hundred:3");
    assert_found("kind=percent method=add target=100", "110%|1%", 2, "10", "above-hundred:1");
}

// Where the unit is a lakh, a whole number is seldom meant as one.
static void numbers_in_lakh(void **state)
{
    (void)state;
#define LAKH "unit=জন(লক্ষ) target=0.0034 "
    assert_found(LAKH, "340", 1, "10", "lakh:1");
    assert_found(LAKH, "340 জন", 1, "10", "");
    assert_found(LAKH, "0.0034", 1, "10", "");
    assert_found(LAKH, "340 লক্ষ", 1, "10", "far-above-target:1");
    assert_found("unit=Crore target=0.0925", "925000", 1, "10", "lakh:1");
    assert_found("unit=কোটি_টাকা target=25.10", "26", 1, "10", "lakh:1");
    assert_found("unit=কোটি_টাকা target=25.10", "26.30", 1, "10", "");
    assert_found("unit=লক্ষ target=335 method=last", "340", 1, "10", "");
    assert_found("unit=লক্ষ target=335 method=last", "34000000", 1, "10", "lakh:1");
    assert_found("unit=সংখ্যা target=4", "5", 1, "10", "");
}

static void dates_said_twice(void **state)
{
    (void)state;
#define ITEMS "kind=dates method=dates rule=dates target=2;2023-12-31;2024-06-30"
    assert_found(ITEMS, "01/08/2023|31/12/2023", 2, "10", "");
    assert_found(ITEMS, "01/08/2023,01/08/2023", 1, "10", "date-twice:1");
    assert_found(ITEMS, "01/08/2023|-|01/08/2023", 3, "10", "date-outside-quarter:3 date-twice:3");
    assert_found(ITEMS, "01/08/2023,02/08/2023,03/08/2023", 1, "10", "dates-above-target:1");
    assert_found(ITEMS, "01/08/2023,02/08/2023|01/10/2023|02/01/2024", 3, "10",
                 "dates-above-target:2");
    // The same day reported again for the one thing that was to be done.
    assert_found("kind=date method=date rule=deadline target=2023-07-31", "31/07/2023|31/07/2023",
                 2, "10", "");
}

static void somebody_signs(void **state)
{
    (void)state;
    struct office office;
    struct findings findings = {0};
    office_init(&office);
    check_office(&office, &findings);
    assert_int_equal(findings.errors, 1);
    assert_string_equal(findings.finding[0].code, "no-signer");
    assert_string_equal(findings.finding[0].indicator, "");
    assert_int_equal(office_set(&office, OFFICE_DESIGNATION, "A", 1, NULL), STATUS_OK);
    check_office(&office, &findings);
    assert_int_equal(findings.count, 1);
    findings_done(&findings);
    office_done(&office);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans),
        cmocka_unit_test(figures),
        cmocka_unit_test(what_is_not_filled_in),
        cmocka_unit_test(remarks),
        cmocka_unit_test(days),
        cmocka_unit_test(true_papers_can_be_finalised),
        cmocka_unit_test(somebody_signs),
        cmocka_unit_test(far_above_the_target),
        cmocka_unit_test(parts_and_wholes),
        cmocka_unit_test(numbers_in_lakh),
        cmocka_unit_test(dates_said_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
