// SPDX-License-Identifier: GPL-3.0-or-later
// Methods, states and policies by hand; then properties over random plans.
#include "../test.h"

#include "orjon/domain/date.h"
#include "orjon/domain/explain.h"
#include "orjon/domain/score.h"

#include <stdlib.h>

static struct indicator row(enum kind kind, enum method method, enum rule rule, int64_t weight)
{
    struct indicator i = {.scale = &scale_usual,
                          .kind = kind,
                          .method = method,
                          .rule = rule,
                          .unit = "",
                          .code = "1",
                          .alternative_of = "",
                          .text = ""};
    i.weight = (struct maybe){weight > 0, (__int128)weight * NUMBER_ONE};
    return i;
}

static void aim(struct indicator *i, int64_t target)
{
    i->grade[0] = (struct target){.set = true, .value = (__int128)target * NUMBER_ONE};
}

static struct year filled(const struct indicator *i, const char *q1, const char *q2, const char *q3,
                          const char *q4)
{
    const char *typed[] = {q1, q2, q3, q4};
    struct year year = {0};
    for (int q = 0; q < QUARTERS; q++)
        assert_int_equal(
            entry_read(i, typed[q], strlen(typed[q]), ENTRY_TYPED, &year.quarter[q], NULL),
            STATUS_OK);
    return year;
}

static const char *text_of(const struct mark *mark, struct str *s)
{
    str_reset(s);
    if (!mark->set)
        return "NA";
    ratio_write(s, mark->r, 2, DIGITS_LATIN);
    return s->buf;
}

static void assert_scores(const struct indicator *i, const struct year *year, int quarter,
                          const char *total, const char *annual, const char *marks);

// A ceiling: the mark falls as what was to be avoided grows beyond it.
static void less_may_be_better(void **state)
{
    (void)state;
    struct indicator i = row(KIND_NUMBER, METHOD_SUM, RULE_PROPORTION, 10);
    i.direction = DIRECTION_LESS;
    aim(&i, 4);
    struct year year = filled(&i, "2", "3", "", "");
    assert_scores(&i, &year, 1, "2.00", "50.00", "10.00");
    assert_scores(&i, &year, 2, "5.00", "125.00", "8.00");
    year = filled(&i, "0", "", "", "");
    assert_scores(&i, &year, 1, "0.00", "0.00", "10.00");
    year = filled(&i, "-", "", "", "");
    assert_scores(&i, &year, 1, "0.00", "0.00", "10.00");
    aim(&i, 0);
    assert_scores(&i, &year, 1, "0.00", "NA", "10.00");
    year = filled(&i, "1", "", "", "");
    assert_scores(&i, &year, 1, "1.00", "NA", "0.00");
}

static void assert_scores(const struct indicator *i, const struct year *year, int quarter,
                          const char *total, const char *annual, const char *marks)
{
    struct score score;
    autostr s = STR_INIT;
    assert_int_equal(score_indicator(i, year, quarter, NULL, &score, NULL), STATUS_OK);
    assert_string_equal(text_of(&score.total, &s), total);
    assert_string_equal(text_of(&score.annual, &s), annual);
    assert_string_equal(text_of(&score.marks, &s), marks);
}

static void methods(void **state)
{
    (void)state;
    struct indicator i = row(KIND_NUMBER, METHOD_SUM, RULE_PROPORTION, 10);
    aim(&i, 40);
    struct year year = filled(&i, "10", "15", "20", "25"); // the guideline's own example
    assert_scores(&i, &year, 4, "70.00", "175.00", "10.00");
    assert_scores(&i, &year, 2, "25.00", "62.50", "6.25");
    i.method = METHOD_AVERAGE;
    assert_scores(&i, &year, 4, "17.50", "43.75", "4.38");
    i.method = METHOD_LAST;
    assert_scores(&i, &year, 3, "20.00", "50.00", "5.00");
    year = filled(&i, "10", "-", "", "-");
    assert_scores(&i, &year, 4, "10.00", "25.00", "2.50"); // dashes are skipped
    i.method = METHOD_AVERAGE;
    assert_scores(&i, &year, 4, "10.00", "25.00", "2.50");
    i.method = METHOD_SUM;
    year = filled(&i, "-", "--", "", "");
    assert_scores(&i, &year, 4, "0.00", "0.00", "0.00"); // nothing but dashes
    year = filled(&i, "", "", "", "");
    assert_scores(&i, &year, 4, "NA", "NA", "NA");
}

static void rates_and_counts(void **state)
{
    (void)state;
    struct indicator i = row(KIND_PERCENT, METHOD_RATE, RULE_PROPORTION, 8);
    aim(&i, 100);
    struct year year = filled(&i, "40/50", "10/50", "", "");
    assert_scores(&i, &year, 2, "50.00", "50.00", "4.00");
    year = filled(&i, "80%(40)", "100%(20)", "", "");
    assert_scores(&i, &year, 2, "100.00", "100.00", "8.00"); // no denominators: the last percent
    i.method = METHOD_ADD;
    aim(&i, 55);
    i.target_count = (struct maybe){true, 110 * NUMBER_ONE}; // 55 % of 200 societies
    year = filled(&i, "40%(44)", "25%(28)", "", "");
    assert_scores(&i, &year, 2, "65.45", "65.45", "5.24"); // 72 of 110
    assert_scores(&i, &year, 1, "40.00", "40.00", "3.20");
}

static void dates(void **state)
{
    (void)state;
    struct indicator i = row(KIND_DATE, METHOD_DATE, RULE_FORTNIGHT, 3);
    i.grade[0] = (struct target){.set = true, .value = date_of(2023, 7, 31)};
    struct year year = filled(&i, "31/07/2023", "", "", "");
    assert_scores(&i, &year, 1, "19569.00", "100.00", "3.00");
    year = filled(&i, "01/08/2023", "", "", "");
    assert_scores(&i, &year, 1, "19570.00", "91.67", "2.75");
    year = filled(&i, "15/08/2023", "", "", ""); // 15 days: still the first fortnight
    assert_scores(&i, &year, 1, "19584.00", "91.67", "2.75");
    year = filled(&i, "16/08/2023", "", "", "");
    assert_scores(&i, &year, 1, "19585.00", "83.33", "2.50");
    i.rule = RULE_DEADLINE;
    assert_scores(&i, &year, 1, "19585.00", "0.00", "0.00");
    year = filled(&i, "-", "", "", "");
    assert_scores(&i, &year, 1, "NA", "0.00", "0.00");

    struct indicator many = row(KIND_DATES, METHOD_DATES, RULE_DATES, 3);
    many.grade[0] = (struct target){
        .set = true,
        .value = 3,
        .dates = 3,
        .date = {date_of(2024, 7, 31), date_of(2024, 12, 31), date_of(2025, 5, 31)}};
    year = filled(&many, "1 31/07/24", "1 31/12/24", "", "");
    assert_scores(&many, &year, 2, "2.00", "66.67", "2.00");  // the paper prints 66 %
    year = filled(&many, "1 31/07/24", "", "1 02/01/25", ""); // the second is late, but done
    assert_scores(&many, &year, 3, "2.00", "33.33", "1.00");
    many.rule = RULE_ALL_DATES;
    assert_scores(&many, &year, 3, "2.00", "0.00", "0.00");
}

static void quarters_have_their_own_percent(void **state)
{
    (void)state;
    struct indicator i = row(KIND_NUMBER, METHOD_SUM, RULE_PROPORTION, 7);
    aim(&i, 4);
    i.quarter[0] = (struct target){.set = true, .value = NUMBER_ONE};
    struct year year = filled(&i, "1", "", "", "");
    struct score score;
    autostr s = STR_INIT;
    assert_int_equal(score_indicator(&i, &year, 1, NULL, &score, NULL), STATUS_OK);
    assert_string_equal(text_of(&score.quarter, &s), "100.00"); // Kazipur's base
    assert_string_equal(text_of(&score.annual, &s), "25.00");   // Dacope's
    assert_int_equal(score_indicator(&i, &year, 2, NULL, &score, NULL), STATUS_OK);
    assert_string_equal(text_of(&score.quarter, &s), "NA");
    assert_int_equal(score.state, ENTRY_EMPTY);
}

static void targets_of_nothing_are_never_divided_by(void **state)
{
    (void)state;
    struct indicator i = row(KIND_NUMBER, METHOD_SUM, RULE_PROPORTION, 7);
    struct year year = filled(&i, "1", "", "", "");
    assert_scores(&i, &year, 1, "1.00", "NA", "NA");
    aim(&i, 0);
    assert_scores(&i, &year, 1, "1.00", "NA", "NA");
}

static void no_case_follows_the_policy(void **state)
{
    (void)state;
    struct plan *plan = plan_new();
    plan->full_marks = (struct maybe){true, 20 * NUMBER_ONE};
    plan->apa_marks = (struct maybe){true, 4 * NUMBER_ONE};
    *plan_add(plan) = row(KIND_PERCENT, METHOD_RATE, RULE_PROPORTION, 15);
    *plan_add(plan) = row(KIND_NUMBER, METHOD_SUM, RULE_PROPORTION, 0);
    *plan_add(plan) = row(KIND_NUMBER, METHOD_SUM, RULE_PROPORTION, 5);
    aim(&plan->indicator[0], 90);
    aim(&plan->indicator[1], 2);
    aim(&plan->indicator[2], 2);
    plan->indicator[0].code = "1.1.1";
    plan->indicator[1].code = "1.1.1.1";
    plan->indicator[2].code = "2.2.1";
    struct year years[3] = {0};
    struct score scores[3];
    struct plan_score total;
    autostr s = STR_INIT;
    years[0].quarter[0].state = ENTRY_NO_CASE;
    years[1] = filled(&plan->indicator[1], "1", "", "", "");
    years[2] = filled(&plan->indicator[2], "1", "", "", "");

    plan->indicator[0].no_case = NO_CASE_FULL;
    assert_int_equal(score_plan(plan, years, 1, scores, &total, NULL), STATUS_OK);
    assert_string_equal(text_of(&scores[0].marks, &s), "15.00");
    assert_string_equal(text_of(&total.marks, &s), "17.50");
    assert_string_equal(text_of(&total.apa, &s), "3.50");

    plan->indicator[0].no_case = NO_CASE_EXCLUDE; // 2.5 of 5 is 10 of 20
    assert_int_equal(score_plan(plan, years, 1, scores, &total, NULL), STATUS_OK);
    assert_string_equal(text_of(&scores[0].marks, &s), "NA");
    assert_string_equal(text_of(&total.marks, &s), "10.00");

    plan->indicator[0].no_case = NO_CASE_ALTERNATIVE;
    plan->indicator[1].alternative_of = "1.1.1";
    assert_int_equal(score_plan(plan, years, 1, scores, &total, NULL), STATUS_OK);
    assert_string_equal(text_of(&scores[1].marks, &s), "7.50"); // half of its target, for 15 marks
    assert_string_equal(text_of(&total.marks, &s), "10.00");

    years[0] = filled(&plan->indicator[0], "90%", "", "", "");
    assert_int_equal(score_plan(plan, years, 1, scores, &total, NULL), STATUS_OK);
    assert_string_equal(text_of(&scores[1].marks, &s), "NA"); // idle again
    assert_string_equal(text_of(&total.marks, &s), "17.50");

    years[0].quarter[0].state = ENTRY_NO_CASE; // one quarter without a case is only skipped
    years[0].quarter[1] = filled(&plan->indicator[0], "45%", "", "", "").quarter[0];
    assert_int_equal(score_plan(plan, years, 2, scores, &total, NULL), STATUS_OK);
    assert_string_equal(text_of(&scores[0].marks, &s), "7.50");
    plan_free(&plan);
}

static void too_large_figures_are_an_error(void **state)
{
    (void)state;
    struct indicator i = row(KIND_NUMBER, METHOD_SUM, RULE_PROPORTION, 9000000000000);
    i.grade[0] = (struct target){.set = true, .value = 1};
    struct year year = {0};
    for (int q = 0; q < QUARTERS; q++)
        year.quarter[q] = (struct entry){.state = ENTRY_VALUE, .value = {true, INT64_MAX}};
    struct score score;
    struct err err = {0};
    enum status status = score_indicator(&i, &year, 4, NULL, &score, &err);
    assert_true(status == STATUS_OK ||
                status == STATUS_OVERFLOW); // 128 bits hold it, or it is said
}

// Shares of unlike things have no common denominator that fits.
static void what_cannot_be_marked_does_not_fit(void **state)
{
    (void)state;
    struct indicator i = row(KIND_PERCENT, METHOD_AVERAGE, RULE_PROPORTION, 1);
    struct err err = {0};
    aim(&i, 80);
    struct year year = filled(&i, "1/9999999999971", "", "", "");
    assert_int_equal(score_fits(&i, &year, &err), STATUS_OK);
    year = filled(&i, "1/9999999999971", "1/9999999999973", "1/9999999999943", "1/9999999999941");
    assert_int_equal(score_fits(&i, &year, &err), STATUS_OVERFLOW);

    // A quarter's own percent counts too, though the year's last quarter has none.
    i = row(KIND_PERCENT, METHOD_LAST, RULE_PROPORTION, 1);
    aim(&i, 80);
    i.quarter[0] = (struct target){.set = true, .value = 99999999999999999};
    year = filled(&i, "9999999999943/9999999999971", "50", "", "");
    assert_int_equal(score_fits(&i, &year, &err), STATUS_OK);
    year.quarter[0].denominator.value = ((__int128)1 << 120) + 1;
    assert_int_equal(score_fits(&i, &year, &err), STATUS_OVERFLOW);
}

// A random graded or proportional indicator over figures.
static struct indicator random_row(void)
{
    struct indicator i = row(KIND_NUMBER, METHOD_SUM, (enum rule)(rand() % 3), 1 + rand() % 20);
    int64_t value = 1 + rand() % 1000;
    bool less = i.rule != RULE_PROPORTION && rand() % 2;
    for (int g = 0; g < (int)scale_usual.grades; g++) {
        bool hole = g > 0 && rand() % 4 == 0;
        i.grade[g] = (struct target){.set = !hole && (g == 0 || i.rule != RULE_PROPORTION),
                                     .value = value * NUMBER_ONE};
        value += (less ? 1 : -1) * (rand() % 60);
        if (value < 0)
            value = 0;
    }
    return i;
}

static struct ratio marks_for(const struct indicator *i, int64_t achieved)
{
    struct year year = {0};
    struct score score;
    year.quarter[0] = (struct entry){.state = ENTRY_VALUE, .value = {true, achieved}};
    assert_int_equal(score_indicator(i, &year, 1, NULL, &score, NULL), STATUS_OK);
    assert_true(score.marks.set);
    return score.marks.r;
}

static void more_never_scores_less_and_the_weight_caps(void **state)
{
    (void)state;
    srand(3);
    for (int n = 0; n < 3000; n++) {
        struct indicator i = random_row();
        bool less = indicator_less_is_better(&i);
        struct ratio before = {less ? INT64_MAX : -1, 1};
        for (int64_t a = 0; a < 1200; a += 1 + rand() % 40) {
            struct ratio marks = marks_for(&i, a * NUMBER_ONE);
            assert_true(ratio_compare(marks, ratio_of(0, 1)) >= 0);
            assert_true(ratio_compare(marks, ratio_of(i.weight.value, NUMBER_ONE)) <= 0);
            int order = ratio_compare(marks, before);
            assert_true(less ? order <= 0 : order >= 0);
            before = marks;
        }
    }
}

static void a_day_late_never_earns_more(void **state)
{
    (void)state;
    static const enum rule rules[] = {RULE_LADDER, RULE_STEPS, RULE_DEADLINE, RULE_FORTNIGHT};
    srand(5);
    for (int n = 0; n < 400; n++) {
        struct indicator i = row(KIND_DATE, METHOD_DATE, rules[n % 4], 1 + rand() % 10);
        int64_t day = date_of(2023, 7, 1) + rand() % 100;
        for (int g = 0; g < (int)scale_usual.grades; g++) {
            i.grade[g] = (struct target){.set = g == 0 || rand() % 4, .value = day};
            day += rand() % 50;
        }
        struct ratio before = {INT64_MAX, 1};
        for (int32_t d = date_of(2023, 6, 1); d < date_of(2024, 7, 30); d++) {
            struct year year = {0};
            struct score score;
            year.quarter[0] = (struct entry){.state = ENTRY_VALUE, .dates = 1, .date = {d}};
            assert_int_equal(score_indicator(&i, &year, 1, NULL, &score, NULL), STATUS_OK);
            assert_true(ratio_compare(score.marks.r, before) <= 0);
            before = score.marks.r;
        }
    }
}

static void a_plan_never_earns_more_than_its_marks(void **state)
{
    (void)state;
    srand(9);
    for (int n = 0; n < 500; n++) {
        struct plan *plan = plan_new();
        struct year years[60] = {0};
        struct score scores[60];
        struct plan_score total;
        size_t count = (size_t)rand() % 60;
        __int128 full = 0;
        for (size_t i = 0; i < count; i++) {
            *plan_add(plan) = random_row();
            full += plan->indicator[i].weight.value;
            plan->indicator[i].no_case = (enum no_case)(rand() % NO_CASE_COUNT);
            for (int q = 0; q < QUARTERS; q++)
                years[i].quarter[q] =
                    (struct entry){.state = (enum entry_state)(rand() % ENTRY_STATE_COUNT),
                                   .value = {true, rand() % 2000 * NUMBER_ONE},
                                   .typed = "",
                                   .remark = ""};
        }
        plan->full_marks = (struct maybe){true, full};
        assert_int_equal(score_plan(plan, years, 4, scores, &total, NULL), STATUS_OK);
        if (total.marks.set)
            assert_true(ratio_compare(total.marks.r, ratio_of(full, NUMBER_ONE)) <= 0);
        for (size_t i = 0; i < count; i++) {
            autostr s = STR_INIT;
            explain_indicator(&plan->indicator[i], &years[i], 4, &scores[i], DIGITS_BENGALI, &s);
            assert_true(s.len > 0);
        }
        plan_free(&plan);
    }
}

static void the_sums_are_shown(void **state)
{
    (void)state;
    struct indicator i = row(KIND_PERCENT, METHOD_AVERAGE, RULE_LADDER, 10);
    struct year year = {0};
    struct score score;
    autostr s = STR_INIT;
    i.grade[0] = i.quarter[1] = (struct target){.set = true, .value = 80 * NUMBER_ONE};
    for (int q = 0; q < 2; q++)
        year.quarter[q] = (struct entry){.state = ENTRY_VALUE,
                                         .value = {true, (60 + 20 * q) * NUMBER_ONE},
                                         .typed = "",
                                         .remark = ""};
    assert_int_equal(score_indicator(&i, &year, 2, NULL, &score, NULL), STATUS_OK);
    explain_indicator(&i, &year, 2, &score, DIGITS_LATIN, &s);
    assert_non_null(strstr(s.buf, "(60% + 80%) / 2 = 70.00%"));
    assert_non_null(strstr(s.buf, "100 × 70.00% / 80% = 87.50%"));
    assert_non_null(strstr(s.buf, "100 × 80% / 80% = 100.00%"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(less_may_be_better),
        cmocka_unit_test(methods),
        cmocka_unit_test(rates_and_counts),
        cmocka_unit_test(dates),
        cmocka_unit_test(quarters_have_their_own_percent),
        cmocka_unit_test(targets_of_nothing_are_never_divided_by),
        cmocka_unit_test(no_case_follows_the_policy),
        cmocka_unit_test(too_large_figures_are_an_error),
        cmocka_unit_test(what_cannot_be_marked_does_not_fit),
        cmocka_unit_test(more_never_scores_less_and_the_weight_caps),
        cmocka_unit_test(a_day_late_never_earns_more),
        cmocka_unit_test(a_plan_never_earns_more_than_its_marks),
        cmocka_unit_test(the_sums_are_shown),
    };
    return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
