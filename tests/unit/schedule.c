// SPDX-License-Identifier: GPL-3.0-or-later
#include "../test.h"

#include "orjon/domain/date.h"
#include "orjon/domain/schedule.h"

static struct indicator counted(int64_t target)
{
    struct indicator i = {.scale = &scale_usual,
                          .kind = KIND_NUMBER,
                          .method = METHOD_SUM,
                          .rule = RULE_PROPORTION,
                          .unit = "",
                          .code = "1",
                          .alternative_of = ""};
    i.weight = (struct maybe){true, 10 * NUMBER_ONE};
    i.grade[0] = (struct target){.set = true, .value = target * NUMBER_ONE};
    return i;
}

static struct year typed(const struct indicator *i, const char *q1, const char *q2)
{
    struct year year = {0};
    assert_int_equal(entry_read(i, q1, strlen(q1), ENTRY_TYPED, &year.quarter[0], NULL), STATUS_OK);
    assert_int_equal(entry_read(i, q2, strlen(q2), ENTRY_TYPED, &year.quarter[1], NULL), STATUS_OK);
    return year;
}

static enum schedule pace(const struct indicator *i, const char *q1, const char *q2, int quarter,
                          int32_t today, struct str *next)
{
    struct year year = typed(i, q1, q2);
    struct score score;
    assert_int_equal(score_indicator(i, &year, quarter, NULL, &score, NULL), STATUS_OK);
    str_reset(next);
    schedule_next_step(i, &score, today, next);
    return schedule_of(i, &year, quarter, &score, today);
}

static void counts_keep_pace_with_the_year(void **state)
{
    (void)state;
    autostr next = STR_INIT;
    i18n_set_language(LANGUAGE_ENGLISH);
    i18n_set_digits(DIGITS_LATIN);
    struct indicator i = counted(4);
    assert_int_equal(pace(&i, "1", "", 1, 0, &next), SCHEDULE_KEPT);
    assert_string_equal(next.buf, "for 100%: 3 more");
    assert_int_equal(pace(&i, "1", "-", 2, 0, &next), SCHEDULE_BEHIND);
    assert_int_equal(pace(&i, "", "", 2, 0, &next), SCHEDULE_RESTS);
    i.quarter[1] = (struct target){.set = true, .value = NUMBER_ONE}; // the plan asks only in Q2
    assert_int_equal(pace(&i, "-", "", 1, 0, &next), SCHEDULE_KEPT);
    assert_int_equal(pace(&i, "-", "-", 2, 0, &next), SCHEDULE_BEHIND);
    assert_int_equal(pace(&i, "4", "", 1, 0, &next), SCHEDULE_KEPT);
    assert_string_equal(next.buf, "");
}

static void grades_name_the_next_one(void **state)
{
    (void)state;
    autostr next = STR_INIT;
    struct indicator i = counted(4);
    i.rule = RULE_LADDER;
    for (int g = 1; g < 4; g++)
        i.grade[g] = (struct target){.set = true, .value = (4 - g) * NUMBER_ONE};
    pace(&i, "1", "", 1, 0, &next);
    assert_string_equal(next.buf, "for 80%: 1 more");
    i.method = METHOD_RATE;
    i.kind = KIND_PERCENT;
    pace(&i, "1%", "", 1, 0, &next);
    assert_string_equal(next.buf, "for 80%: 2% is needed");
    i.method = METHOD_ADD;
    i.rule = RULE_PROPORTION;
    i.grade[0].value = 55 * NUMBER_ONE;
    i.target_count = (struct maybe){true, 110 * NUMBER_ONE};
    for (int g = 1; g < 4; g++)
        i.grade[g].set = false;
    pace(&i, "44", "", 1, 0, &next);
    assert_string_equal(next.buf, "for 100%: 66 more"); // 44 of 110 are done
}

// A grade of a percent is a share of what the target is a share of; and the best grade of a scale
// may earn less than all.
static void steps_are_those_of_the_scale(void **state)
{
    (void)state;
    autostr next = STR_INIT;
    static const struct scale two = {.grades = 2, .percent = {80, 60}};
    struct indicator i = counted(80);
    i.scale = &two;
    i.kind = KIND_PERCENT;
    i.method = METHOD_ADD;
    i.target_count = (struct maybe){true, 100 * NUMBER_ONE};
    i.rule = RULE_LADDER;
    i.grade[1] = (struct target){.set = true, .value = 40 * NUMBER_ONE};
    pace(&i, "30", "", 1, 0, &next);
    assert_string_equal(next.buf, "for 60%: 20 more"); // 50 of 100 are 40 % where 100 are 80 %
    pace(&i, "90", "", 1, 0, &next);
    assert_string_equal(next.buf, "for 80%: 10 more");
    pace(&i, "100", "", 1, 0, &next);
    assert_string_equal(next.buf, "");
    i.rule = RULE_PROPORTION;
    pace(&i, "30", "", 1, 0, &next);
    assert_string_equal(next.buf, "for 100%: 70 more");
}

static void dates_say_how_many_days_are_left(void **state)
{
    (void)state;
    autostr next = STR_INIT;
    struct indicator i = counted(1);
    i.kind = KIND_DATE;
    i.method = METHOD_DATE;
    i.rule = RULE_LADDER;
    i.grade[0].value = date_of(2024, 3, 16);
    i.grade[1] = (struct target){.set = true, .value = date_of(2024, 3, 23)};
    assert_int_equal(pace(&i, "-", "", 1, date_of(2024, 3, 4), &next), SCHEDULE_RESTS);
    assert_string_equal(next.buf, "for 100%: by 16/03/2024, 12 days left");
    assert_int_equal(pace(&i, "-", "", 1, date_of(2024, 3, 17), &next), SCHEDULE_BEHIND);
    assert_string_equal(next.buf, "for 90%: by 23/03/2024, 6 days left");
    assert_int_equal(pace(&i, "10/03/2024", "", 1, date_of(2024, 3, 17), &next), SCHEDULE_KEPT);
    assert_string_equal(next.buf, "");
}

static void what_is_due_has_its_own_day_or_the_last_of_the_year(void **state)
{
    (void)state;
    struct indicator i = counted(4);
    struct year year = typed(&i, "1", "");
    struct score score;
    int32_t day = 0;
    assert_int_equal(score_indicator(&i, &year, 1, NULL, &score, NULL), STATUS_OK);
    assert_true(schedule_due(&i, &year, 2023, &score, &day));
    assert_int_equal(day, date_of(2024, 6, 30));
    year = typed(&i, "1", "3"); // done in full
    assert_int_equal(score_indicator(&i, &year, 2, NULL, &score, NULL), STATUS_OK);
    assert_false(schedule_due(&i, &year, 2023, &score, &day));
    year = (struct year){.quarter = {{.state = ENTRY_NO_CASE}}};
    score = (struct score){0};
    assert_false(schedule_due(&i, &year, 2023, &score, &day));
    year = (struct year){0};
    i.kind = KIND_DATE;
    i.method = METHOD_DATE;
    i.grade[0].value = date_of(2024, 3, 16);
    assert_true(schedule_due(&i, &year, 2023, &score, &day));
    assert_int_equal(day, date_of(2024, 3, 16));
    year = typed(&i, "10/03/2024", "");
    assert_false(schedule_due(&i, &year, 2023, &score, &day));
    i.grade[0].set = false;
    assert_false(schedule_due(&i, &year, 2023, &score, &day));
}

static void what_was_reached_grows_with_the_quarters(void **state)
{
    (void)state;
    const struct indicator i = counted(4);
    const struct year year = typed(&i, "1", "2");
    struct mark reached[QUARTERS];
    static const int wanted[] = {25, 75, 75};
    schedule_reached(&i, &year, 3, reached);
    for (size_t q = 0; q < 3; q++)
        assert_int_equal(ratio_compare(reached[q].r, ratio_of(wanted[q], 1)), 0);
    assert_false(reached[3].set); // to come
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_keep_pace_with_the_year),
        cmocka_unit_test(grades_name_the_next_one),
        cmocka_unit_test(steps_are_those_of_the_scale),
        cmocka_unit_test(dates_say_how_many_days_are_left),
        cmocka_unit_test(what_is_due_has_its_own_day_or_the_last_of_the_year),
        cmocka_unit_test(what_was_reached_grows_with_the_quarters),
    };
    return cmocka_run_group_tests_name("schedule", tests, NULL, NULL);
}
