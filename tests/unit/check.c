// SPDX-License-Identifier: GPL-3.0-or-later
// Findings: what of a plan and its figures is wrong or odd.
#include "plan_text.h"

#include "orjon/domain/check.h"
#include "orjon/domain/date.h"

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
    assert_found("target= weight=", "|", 2, "0", ""); // nobody can fill that row
    assert_found("rule=ladder target=4 grade_90=3 grade_80=2 grade_70=1 grade_60=0", "1", 1, "10",
                 "grade-zero:0");
    assert_found("rule=ladder target=0 grade_90=1 grade_80=2 grade_70=3 grade_60=4", "1", 1, "10",
                 ""); // less is better: 0 is the target
    assert_found("kind=date method=date rule=deadline target=2024-07-01", "-", 1, "10",
                 "target-outside-year:0");
    assert_found("kind=date method=date rule=deadline target=2023-06-30", "01/07/2023", 1, "10",
                 "target-outside-year:0");
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
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans),
        cmocka_unit_test(figures),
        cmocka_unit_test(remarks),
        cmocka_unit_test(days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
