// SPDX-License-Identifier: GPL-3.0-or-later
// What comes beside what is here, and the plan with which it comes.
#include "../test.h"

#include "orjon/domain/arrival.h"
#include "orjon/domain/template.h"

#include <string.h>

static void newer_and_older(void **state)
{
    (void)state;
    const struct arrival_there none = {0}, there = {true, 3, "abc"}, paper = {true, 0, ""};
    assert_int_equal(arrival_of(&none, 1, "abc"), ARRIVAL_NEW);
    assert_int_equal(arrival_of(&there, 3, "abc"), ARRIVAL_SAME);
    assert_int_equal(arrival_of(&there, 4, "def"), ARRIVAL_NEWER);
    assert_int_equal(arrival_of(&there, 2, "def"), ARRIVAL_OLDER);
    assert_int_equal(arrival_of(&there, 3, "def"), ARRIVAL_TWIN);
    assert_int_equal(arrival_of(&paper, 0, "def"), ARRIVAL_NEWER);
}

static void only_what_is_new_is_taken_unasked(void **state)
{
    (void)state;
    for (int i = 0; i < ARRIVALS; i++) {
        assert_int_equal(arrival_is_welcome((enum arrival)i),
                         i == ARRIVAL_NEW || i == ARRIVAL_NEWER);
        for (int k = 0; k < i; k++)
            assert_string_not_equal(arrival_word((enum arrival)i), arrival_word((enum arrival)k));
        assert_true(*arrival_name((enum arrival)i));
    }
}

static void set(struct indicator *indicator, size_t column, const char *text, struct plan *plan)
{
    assert_int_equal(template_set(indicator, column, text, strlen(text), &plan->text, NULL),
                     STATUS_OK);
}

static struct plan *plan_of(const char *const *codes, const char *target)
{
    struct plan *plan = plan_new();
    for (; *codes; codes++) {
        struct indicator *indicator = plan_add(plan);
        set(indicator, COLUMN_CODE, *codes, plan);
        set(indicator, COLUMN_KIND, "number", plan);
        set(indicator, COLUMN_TARGET, target, plan);
    }
    return plan;
}

static struct arrival_plan compare(const char *const *known, const char *known_target,
                                   const char *const *came, const char *came_target,
                                   struct str *ret_unknown)
{
    struct plan *a = plan_of(known, known_target), *b = plan_of(came, came_target);
    struct arrival_plan changed = {0};
    arrival_compare(a, b, &changed, ret_unknown);
    plan_free(&a);
    plan_free(&b);
    return changed;
}

static void rows_and_targets(void **state)
{
    (void)state;
    const char *const two[] = {"1.1", "1.2", NULL}, *const other[] = {"১.১", "1.3", "1.4", NULL};
    autostr unknown = STR_INIT;
    struct arrival_plan changed = compare(two, "4", two, "4", &unknown);
    assert_false(changed.rows || changed.targets || unknown.len);
    changed = compare(two, "4", two, "5", &unknown);
    assert_true(changed.targets && !changed.rows && !unknown.len);
    changed = compare(two, "4", other, "4", &unknown);
    assert_true(changed.rows && !changed.targets);
    assert_string_equal(unknown.buf, "1.3 1.4");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(newer_and_older),
        cmocka_unit_test(only_what_is_new_is_taken_unasked),
        cmocka_unit_test(rows_and_targets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
