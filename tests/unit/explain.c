// SPDX-License-Identifier: GPL-3.0-or-later
// The working of a figure, line by line.
#include "plan_text.h"

#include "orjon/domain/explain.h"

struct case_of {
    const char *row, *typed, *line; // one that must be among the lines
    int quarter;
};

static void assert_explained(const struct case_of *one)
{
    struct plan *plan = plan_of(&one->row, 1);
    const struct indicator *row = plan->indicator;
    const struct year year = year_of(row, one->typed);
    struct score score;
    autostr lines = STR_INIT;
    assert_int_equal(score_indicator(row, &year, one->quarter, NULL, &score, NULL), STATUS_OK);
    explain_indicator(row, &year, one->quarter, &score, DIGITS_LATIN, &lines);
    if (!strstr(lines.buf, one->line))
        fail_msg("%s, %s: no line «%s» in\n%s", one->row, one->typed, one->line, lines.buf);
    plan_free(&plan);
}

#define ASSERT_ALL(cases)                                                                          \
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)                                      \
    assert_explained(&cases[i])

static void sums_and_percents(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        {"target=4", "1|2", "Year to date: 1 + 2 = 3\n", 2},
        {"target=4", "1|-", "Year to date: 1 = 1\n", 2},
        {"target=4", "1|2", "Annual percent: 100 × 3 / 4 = 75.00%\n", 2},
        {"target=4", "1|2", "Achieved value: 10 × 75.00 / 100 = 7.50\n", 2},
        {"target=4 q2_target=2", "1|2", "Percent of the quarter's target: 100 × 2 / 2 = 100.00%",
         2},
        {"target=4 method=last", "1|2", "Year to date: 2\n", 2},
        {"target=4 method=average", "1|2", "Year to date: (1 + 2) / 2 = 1.50\n", 2},
        {"target=4 method=average", "1|2", "Annual percent: 100 × 1.50 / 4 = 37.50%\n", 2},
        {"kind=percent target=100 target_count=50 method=rate", "(10)|(15)",
         "Annual percent: 100 × 25 / 50 = 50.00%\n", 2},
        {"kind=percent target=100 target_count=50 method=sum", "(10)|-|(15)",
         "Annual percent: 100 × 25 / 50 = 50.00%\n", 3},
        {"kind=percent target=100 target_count=50 method=last", "(10)|(15)",
         "Annual percent: 30.00%\n", 2},
        {"kind=percent target=100 target_count=50 method=rate", "20%|30%", "Annual percent: ", 2},
        {"target=4 weight=", "1|2", "The indicator has no weight, so it earns no marks.", 2},
        {"target=", "1|2", "There is no target, so there is no percent and no mark.", 2},
        {"target=4", "1#শেষ|2", "(শেষ)", 2},
    };
    ASSERT_ALL(cases);
}

static void grades(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        // a mark of full tens lies between two grades as well
        {"rule=ladder target=10 grade_90=8 grade_70=4", "6",
         "between the grades 70 (4) and 90 (8). 70 + 20 × 2 / 4\n", 1},
        {"rule=steps target=10 grade_90=8 grade_70=4", "6", "The grade 70 (4) is met.\n", 1},
        {"target=4 direction=less", "5", "Less is better: 100 × 4 / 5\n", 1},
        {"kind=date method=date rule=deadline target=2023-12-31", "03/01/2024", "3 days late.\n",
         1},
        {"rule=ladder target=50 grade_90=40 grade_80=30 grade_70=20 grade_60=10", "45",
         "lies between the grades 90 (40) and 100 (50). 90 + 10 × 5 / 10\n", 1},
        {"rule=ladder target=50 grade_90=none grade_80=30 grade_70=none grade_60=none", "45",
         "lies between the grades 80 (30) and 100 (50). 80 + 20 × 15 / 20\n", 1},
        {"rule=ladder target=50 grade_90=40 grade_80=30 grade_70=20 grade_60=10", "5",
         "Mark by the rule: 0.00 / 100\n", 1},
        {"rule=ladder target=10 grade_90=20 grade_80=30 grade_70=40 grade_60=50", "25",
         "lies between the grades 80 (30) and 90 (20). 80 + 10 × 5 / 10\n", 1},
        {"rule=steps target=50 grade_90=40 grade_80=30 grade_70=20 grade_60=10", "45",
         "Mark by the rule: 90.00 / 100\n", 1},
        {"rule=ladder kind=percent method=rate target=80 grade_90=70 grade_80=60 grade_70=50 "
         "grade_60=40 target_count=50",
         "(30)", "60 + 10 × 8 / 10", 1},
        {"rule=ladder kind=date method=date target=2024-03-16 grade_90=2024-03-23 "
         "grade_80=2024-03-30 grade_70=2024-04-06 grade_60=2024-04-13",
         "||20/03/2024", "90 (23/03/2024) and 100 (16/03/2024). 90 + 10 × 3 / 7\n", 3},
    };
    ASSERT_ALL(cases);
}

static void days(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        {"kind=date method=date rule=fortnight target=2024-01-01", "||02/01/2024",
         "Days late: 1. Fortnights begun: 1, 0.25 mark off for each.\n", 3},
        {"kind=date method=date rule=fortnight target=2024-01-01", "||17/01/2024",
         "Days late: 16. Fortnights begun: 2", 3},
        {"kind=date method=date rule=fortnight target=2024-01-01", "||01/01/2024",
         "Mark by the rule: 100.00 / 100\n", 3},
        {"kind=date method=date rule=fortnight target=2024-01-01 weight=", "||17/01/2024",
         "The indicator has no weight, so it earns no marks.\n", 3},
        {"kind=date method=date rule=deadline target=2024-01-01", "||02/01/2024",
         "Mark by the rule: 0.00 / 100\n", 3},
        {"kind=dates method=dates rule=dates target=2;2023-12-31;2024-06-30", "|1 20/12/2023",
         "Done on their dates: 1 of 2 items.\n", 2},
        {"kind=dates method=dates rule=all-dates target=2;2023-12-31;2024-06-30",
         "|1 20/12/2023||1 01/07/2024", "Done on their dates: 1 of 2 items.\n", 4},
    };
    ASSERT_ALL(cases);
}

static void years_without_a_case(void **state)
{
    (void)state;
    static const struct case_of cases[] = {
        {"target=4", "|", "Nothing has been filled in, so there is no mark yet.", 2},
        {"target=4 no_case=zero", "no-case|no-case", "by the plan's rule there is no mark.", 2},
        {"target=4 no_case=full", "no-case", "by the plan's rule the full mark is given.", 1},
        {"target=4 no_case=exclude", "no-case", "the weight leaves the plan's total.", 1},
        {"target=4", "not-applicable", "The indicator does not apply: its weight leaves", 1},
    };
    ASSERT_ALL(cases);
}

// «1.1.2» takes the weight of «1.1.1», which has had no case or does not apply.
static void one_row_stands_in_for_another(void **state)
{
    (void)state;
    static const char *const rows[] = {
        "no_case=alternative target=4",
        "indicator_code=1.1.2 alternative_of=1.1.1 weight= kind=percent method=last target=100"};
    static const struct {
        const char *typed, *line;
    } cases[] = {{"no-case", "No case arose: the alternative indicator counts instead."},
                 {"not-applicable", "does not apply: the alternative indicator counts instead."}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct plan *plan = plan_of(rows, 2);
        struct score scores[2];
        struct plan_score sum;
        autostr first = STR_INIT, second = STR_INIT;
        plan->full_marks = (struct maybe){true, 10 * NUMBER_ONE};
        const struct year years[] = {year_of(&plan->indicator[0], cases[i].typed),
                                     year_of(&plan->indicator[1], "80%")};
        assert_int_equal(score_plan(plan, years, 1, scores, &sum, NULL), STATUS_OK);
        explain_indicator(&plan->indicator[0], &years[0], 1, &scores[0], DIGITS_LATIN, &first);
        explain_indicator(&plan->indicator[1], &years[1], 1, &scores[1], DIGITS_LATIN, &second);
        if (!strstr(first.buf, cases[i].line))
            fail_msg("no «%s» in\n%s", cases[i].line, first.buf);
        assert_non_null(
            strstr(second.buf, "It stands in for indicator 1.1.1 and takes its weight."));
        assert_non_null(strstr(second.buf, "Achieved value: 10 × 80.00 / 100 = 8.00"));
        plan_free(&plan);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_and_percents),
        cmocka_unit_test(grades),
        cmocka_unit_test(days),
        cmocka_unit_test(years_without_a_case),
        cmocka_unit_test(one_row_stands_in_for_another),
    };
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
