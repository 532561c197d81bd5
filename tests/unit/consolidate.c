// SPDX-License-Identifier: GPL-3.0-or-later
// Totals, ranks and outliers of offices, worked by hand; then that the parts come to the whole.
#include "plan_text.h"

#include "orjon/domain/outlier.h"
#include "orjon/domain/standing.h"

static const char *written(const struct mark *mark, struct str *s)
{
    str_reset(s);
    if (!mark->set)
        return "NA";
    ratio_write(s, mark->r, 2, DIGITS_LATIN);
    return s->buf;
}

static struct tally tally_of(const struct indicator *row, const char *const *typed, size_t n,
                             int quarter)
{
    struct tally tally = {0};
    for (size_t i = 0; i < n; i++) {
        const struct year year = year_of(row, typed[i]);
        tally.having++;
        assert_int_equal(tally_year(&tally, row, &year, quarter, NULL), STATUS_OK);
    }
    return tally;
}

static void assert_result(const char *words, const char *const *typed, size_t n, int quarter,
                          const char *total, const char *target, const char *percent)
{
    const char *const rows[] = {words};
    struct plan *plan = plan_of(rows, 1);
    const struct indicator *row = plan->indicator;
    const struct tally tally = tally_of(row, typed, n, quarter);
    struct tally_result result;
    autostr s = STR_INIT;
    assert_int_equal(tally_result(&tally, fold_of(row), &result, NULL), STATUS_OK);
    assert_string_equal(written(&result.total, &s), total);
    assert_string_equal(written(&result.target, &s), target);
    assert_string_equal(written(&result.percent, &s), percent);
    plan_free(&plan);
}
#define RESULT(words, quarter, total, target, percent, ...)                                        \
    assert_result(words, (const char *const[]){__VA_ARGS__},                                       \
                  sizeof(const char *const[]){__VA_ARGS__} / sizeof(char *), quarter, total,       \
                  target, percent)

static void numbers_are_added(void **state)
{
    (void)state;
    // 1 + 2, 4, nothing: 7 of 3 · 4
    RESULT("kind=number method=sum target=4", 2, "7.00", "12.00", "58.33", "1|2|9|", "4||", "-|-");
    RESULT("kind=number method=last target=4", 2, "6.00", "8.00", "75.00", "1|2", "4|");
    // means 1.5 and 4: 2.75
    RESULT("kind=number method=average target=4", 2, "2.75", "4.00", "68.75", "1|2", "4|");
    RESULT("kind=number method=sum target=4", 1, "NA", "NA", "NA", "|2", "no-case", "");
    RESULT("kind=number method=sum target=4", 1, "0.00", "8.00", "0.00", "0", "-");
}

static void rates_come_from_counts(void **state)
{
    (void)state;
    // 10 of 20 and 90 of 100: 100 of 120, not the mean of 50 and 90
    RESULT("kind=percent method=rate target=100", 1, "83.33", "100.00", "83.33", "10/20", "90/100");
    // one keeps no counts: the mean
    RESULT("kind=percent method=rate target=100", 1, "70.00", "100.00", "70.00", "10/20", "90");
    // latest counts only
    RESULT("kind=percent method=last target=80", 2, "60.00", "80.00", "75.00", "1/10|6/10",
           "|12/20");
}

static void dates_are_kept_or_missed(void **state)
{
    (void)state;
    const char *const rows[] = {"kind=date method=date rule=deadline target=2024-03-16"};
    struct plan *plan = plan_of(rows, 1);
    const char *const typed[] = {"16/03/2024", "17/03/2024", "-", "", "01/03/2024"};
    const struct tally tally = tally_of(plan->indicator, typed, 5, 1);
    struct tally_result result;
    autostr s = STR_INIT;
    assert_int_equal(tally.on_time, 2);
    assert_int_equal(tally.late, 1);
    assert_int_equal(tally.nothing, 1);
    assert_int_equal(tally_blank(&tally), 1);
    assert_int_equal(tally_result(&tally, FOLD_ON_TIME, &result, NULL), STATUS_OK);
    assert_string_equal(written(&result.total, &s), "2.00");
    assert_string_equal(written(&result.target, &s), "4.00");
    plan_free(&plan);
}

// More done than was asked for is no fault, one of them late is.
static void items_have_their_own_dates(void **state)
{
    (void)state;
    const char *const rows[] = {"kind=dates method=dates rule=dates"};
    struct plan *plan = plan_of(rows, 1);
    plan->indicator[0].grade[0] =
        (struct target){.set = true, .value = 2, .dates = 2, .date = {19800, 19900}};
    struct year years[3] = {0};
    const int32_t done[3][3] = {{19790, 19890, 19990}, {19790, 19901, 0}, {19800, 0, 0}};
    struct tally tally = {0};
    for (int i = 0; i < 3; i++) {
        struct entry *entry = &years[i].quarter[0];
        entry->state = ENTRY_VALUE;
        entry->dates = (size_t)(3 - i);
        memcpy(entry->date, done[i], sizeof done[i]);
        assert_int_equal(tally_year(&tally, plan->indicator, &years[i], 1, NULL), STATUS_OK);
    }
    assert_int_equal(tally.on_time, 2);
    assert_int_equal(tally.late, 1);
    plan_free(&plan);
}

static void four_things_stay_four(void **state)
{
    (void)state;
    const char *const rows[] = {"kind=number method=sum target=4"};
    struct plan *plan = plan_of(rows, 1);
    const char *const typed[] = {"0", "-", "", "not-applicable", "no-case", "3", "not-due"};
    const struct tally tally = tally_of(plan->indicator, typed, 7, 1);
    assert_int_equal(tally.figures, 2);
    assert_int_equal(tally.zeros, 1);
    assert_int_equal(tally.done, 1);
    assert_int_equal(tally.nothing, 1);
    assert_int_equal(tally.not_due, 1);
    assert_int_equal(tally.no_case, 1);
    assert_int_equal(tally.not_applicable, 1);
    assert_int_equal(tally_blank(&tally), 1);
    plan_free(&plan);
}

// What was said of an earlier quarter says nothing of the one that was left empty.
static void the_quarter_asked_for_decides(void **state)
{
    (void)state;
    const char *const rows[] = {"kind=number method=sum target=4"};
    struct plan *plan = plan_of(rows, 1);
    const char *const typed[] = {"not-due|",  "-|",        "5|",        "no-case|", "0|",
                                 "not-due|-", "-|not-due", "5|not-due", "5|-",      "-|no-case"};
    const struct tally tally = tally_of(plan->indicator, typed, 10, 2);
    struct tally_result result;
    autostr s = STR_INIT;
    assert_int_equal(tally_blank(&tally), 5);
    assert_int_equal(tally.nothing, 1);
    assert_int_equal(tally.not_due, 1);
    assert_int_equal(tally.no_case, 1);
    assert_int_equal(tally.done, 2);
    assert_int_equal(tally.zeros, 0);
    assert_int_equal(tally_result(&tally, FOLD_SUM, &result, NULL), STATUS_OK);
    assert_string_equal(written(&result.total, &s), "15.00"); // of the year, the blank ones' too
    plan_free(&plan);
}

static void rows_go_by_their_codes(void **state)
{
    (void)state;
    const char *const ours[] = {"indicator_code=1.1", "indicator_code=1.2",
                                "indicator_code=1.3 unit=taka"};
    const char *const theirs[] = {"indicator_code=1.2", "indicator_code=১.১", "indicator_code=1.9",
                                  "indicator_code=1.3 unit=lakh"};
    struct plan *plan = plan_of(ours, 3), *other = plan_of(theirs, 4);
    autoconsolidation c = {0};
    struct fitting fitting;
    consolidation_init(&c, plan, 1);
    consolidation_fit(&c, other, &fitting);
    for (int office = 0; office < 2; office++) {
        consolidation_begin(&c, &fitting);
        for (size_t i = 0; i < 4; i++) {
            const struct year year = year_of(&other->indicator[i], i == 1 ? "5" : "2");
            assert_int_equal(consolidation_year(&c, &fitting, i, &year, NULL), STATUS_OK);
        }
    }
    assert_int_equal(c.returns, 2);
    assert_true(c.row[0].plain == 10 * NUMBER_ONE);
    assert_true(c.row[1].plain == 4 * NUMBER_ONE);
    assert_int_equal(c.row[2].having, 0);
    assert_int_equal(c.asides, 2);
    assert_int_equal(c.aside[0].why, ASIDE_NO_ROW);
    assert_int_equal(c.aside[1].why, ASIDE_UNIT);
    assert_int_equal(c.aside[1].offices, 2);
    assert_int_equal(c.aside[1].figures, 2);
    fitting_done(&fitting);
    plan_free(&plan);
    plan_free(&other);
}

static void too_large_is_said(void **state)
{
    (void)state;
    struct tally a = {.plain = (__int128)1 << 126}, b = a;
    assert_int_equal(tally_add(&a, &b, NULL), STATUS_OVERFLOW);
}

// --- ranks --------------------------------------------------------------------------------------

static void ties_share_a_rank(void **state)
{
    (void)state;
    const char *const rows[] = {"weight=10"}, *const heavier[] = {"weight=20"};
    struct plan *plan = plan_of(rows, 1), *other = plan_of(heavier, 1);
    const struct {
        int64_t num, den;
    } marks[] = {{9, 1}, {80004, 10000}, {8, 1}, {79949, 10000}, {95, 10}};
    struct standing s[7] = {0};
    autostr text = STR_INIT;
    for (int i = 0; i < 5; i++)
        s[i] = (struct standing){.office = i + 1,
                                 .plan = plan,
                                 .marks = {true, ratio_of(marks[i].num, marks[i].den)},
                                 .full = {true, 10 * NUMBER_ONE}};
    s[5] = (struct standing){.office = 6,
                             .plan = other,
                             .marks = {true, ratio_of(20, 1)},
                             .full = {true, 20 * NUMBER_ONE}};
    s[6].office = 7;      // has sent nothing
    standings_rank(s, 7); // 80.004 and 80 percent are both 80.00, 79.949 is not
    const int64_t office[] = {5, 1, 2, 3, 4, 6, 7};
    const size_t rank[] = {1, 2, 3, 3, 5, 1, 0}, group[] = {1, 1, 1, 1, 1, 2, 0};
    for (int i = 0; i < 7; i++) {
        assert_int_equal(s[i].office, office[i]);
        assert_int_equal(s[i].rank, rank[i]);
        assert_int_equal(s[i].group, group[i]);
    }
    for (int i = 0; i < 5; i++)
        s[i].marks = (struct mark){true, ratio_of(i == 0  ? 90
                                                  : i < 3 ? 80000 + i
                                                          : 70,
                                                  i == 0  ? 10
                                                  : i < 3 ? 10000
                                                          : 10)};
    standings_rank(s, 5); // 9, 8.0001, 8.0002, 7, 7: at two decimals of a percent 1 2 2 4 4
    const size_t shared[] = {1, 2, 2, 4, 4};
    for (int i = 0; i < 5; i++)
        assert_int_equal(s[i].rank, shared[i]);
    assert_false(s[0].shared);
    assert_true(s[1].shared && s[2].shared && s[3].shared && s[4].shared);
    rank_write(&text, 8, true, LANGUAGE_BENGALI, DIGITS_BENGALI);
    assert_string_equal(text.buf, "৮ম (যৌথভাবে)");
    plan_free(&plan);
    plan_free(&other);
}

// --- outliers -----------------------------------------------------------------------------------

struct sight {
    struct plan *plan;
    struct consolidation c;
    struct fitting fitting;
    struct outliers o;
};

static void see(struct sight *s, int64_t office, const char *const *typed,
                const struct maybe *evaluator)
{
    struct year years[8];
    struct score scores[8];
    struct plan_score total;
    for (size_t i = 0; i < s->plan->count; i++)
        years[i] = year_of(&s->plan->indicator[i], typed[i]);
    assert_int_equal(score_plan(s->plan, years, s->o.quarter, scores, &total, NULL), STATUS_OK);
    outliers_return(&s->o,
                    &(struct outlier_case){office, &s->fitting, years, scores, &total, evaluator});
}

static struct sight sight_of(size_t rows)
{
    const char *const words[] = {"indicator_code=1.1 target=100", "indicator_code=1.2 target=100",
                                 "indicator_code=1.3 target=100"};
    struct sight s = {.plan = plan_of(words, rows)};
    consolidation_init(&s.c, s.plan, 3);
    consolidation_fit(&s.c, s.plan, &s.fitting);
    outliers_init(&s.o, s.plan, 3);
    return s;
}

static void sight_done(struct sight *s)
{
    outliers_done(&s->o);
    fitting_done(&s->fitting);
    consolidation_done(&s->c);
    plan_free(&s->plan);
}

static void far_from_the_usual(void **state)
{
    (void)state;
    struct sight s = sight_of(1);
    see(&s, 1, (const char *const[]){"2|4|15"}, NULL); // 5 times 3, not more
    see(&s, 2, (const char *const[]){"2|4|16"}, NULL);
    assert_int_equal(s.o.count, 1);
    assert_string_equal(s.o.outlier[0].code, "habit");
    assert_int_equal(s.o.outlier[0].office, 2);
    see(&s, 3, (const char *const[]){"||14"}, NULL);
    see(&s, 4, (const char *const[]){"||76"}, NULL); // the others: 14, 15, 16
    see(&s, 5, (const char *const[]){"||-"}, NULL);
    outliers_compare(&s.o);
    assert_int_equal(s.o.count, 2);
    assert_string_equal(s.o.outlier[1].code, "peers");
    assert_int_equal(s.o.outlier[1].office, 4);
    sight_done(&s);
}

static void copied_and_full(void **state)
{
    (void)state;
    struct sight s = sight_of(3);
    const struct maybe given[3] = {{true, 11 * NUMBER_ONE}, {true, 10 * NUMBER_ONE}, {0}};
    see(&s, 1, (const char *const[]){"3|3|3", "2|2|2", "1|1|1"}, given);
    assert_int_equal(s.o.count, 2);
    assert_string_equal(s.o.outlier[0].code, "same");
    assert_string_equal(s.o.outlier[1].code, "over-weight");
    assert_string_equal(s.o.outlier[1].indicator, "1.1");
    see(&s, 2, (const char *const[]){"30|30|40", "2|2|100", "||100"}, NULL);
    assert_int_equal(s.o.count, 4); // 100 after 2 and 2 besides
    assert_string_equal(s.o.outlier[2].code, "habit");
    assert_string_equal(s.o.outlier[3].code, "all-full");
    see(&s, 3, (const char *const[]){"3|3|3", "2|2|2", "1|1|2"}, NULL);
    assert_int_equal(s.o.count, 4);
    sight_done(&s);
}

// --- the parts and the whole --------------------------------------------------------------------

static unsigned long seed = 20240701;
static unsigned roll(unsigned sides)
{
    seed = seed * 6364136223846793005UL + 1442695040888963407UL;
    return (unsigned)(seed >> 33) % sides;
}

static void roll_year(const struct indicator *row, char ret[64])
{
    static const char *const other[] = {"", "-", "no-case", "not-applicable", "not-due"};
    size_t n = 0;
    for (int q = 0; q < QUARTERS; q++) {
        char part[16];
        const unsigned of = 1 + roll(40);
        if (roll(3) == 0)
            snprintf(part, sizeof part, "%s", other[roll(5)]);
        else if (row->kind == KIND_PERCENT)
            snprintf(part, sizeof part, "%u/%u", roll(of + 1), of);
        else if (row->kind == KIND_DATE)
            snprintf(part, sizeof part, "%u/%u/2024", 1 + roll(28), 1 + roll(6));
        else
            snprintf(part, sizeof part, "%u.%02u", roll(1000), roll(100));
        n += (size_t)snprintf(ret + n, 64 - n, "%s%s", q ? "|" : "", part);
    }
}

static void assert_same_tally(const struct tally *a, const struct tally *b, enum fold fold)
{
    struct tally_result x, y;
    assert_true(a->plain == b->plain && a->counts == b->counts && a->of == b->of &&
                a->target == b->target);
    assert_true(a->having == b->having && a->figures == b->figures && a->saying == b->saying &&
                a->done == b->done && a->zeros == b->zeros && a->nothing == b->nothing &&
                a->not_due == b->not_due && a->no_case == b->no_case &&
                a->not_applicable == b->not_applicable && a->on_time == b->on_time &&
                a->late == b->late && a->counted == b->counted);
    assert_int_equal(tally_result(a, fold, &x, NULL), STATUS_OK);
    assert_int_equal(tally_result(b, fold, &y, NULL), STATUS_OK);
    autostr s = STR_INIT, t = STR_INIT;
    assert_string_equal(written(&x.total, &s), written(&y.total, &t));
}

static void the_parts_come_to_the_whole(void **state)
{
    (void)state;
    const char *const words[] = {
        "indicator_code=1 method=sum target=4",
        "indicator_code=2 method=average target=4",
        "indicator_code=3 method=last target=4",
        "indicator_code=4 kind=percent method=rate target=90",
        "indicator_code=5 kind=percent method=average target=90",
        "indicator_code=6 kind=date method=date rule=deadline target=2024-03-16"};
    struct plan *plan = plan_of(words, 6);
    for (int turn = 0; turn < 600; turn++) {
        const struct indicator *row = &plan->indicator[turn % 6];
        struct tally all = {0}, part[3] = {0}, sum = {0};
        for (unsigned offices = 1 + roll(60); offices; offices--) {
            char typed[64];
            roll_year(row, typed);
            const struct year year = year_of(row, typed);
            struct tally *own = &part[roll(3)];
            all.having++;
            own->having++;
            assert_int_equal(tally_year(&all, row, &year, QUARTERS, NULL), STATUS_OK);
            assert_int_equal(tally_year(own, row, &year, QUARTERS, NULL), STATUS_OK);
        }
        for (int i = 0; i < 3; i++)
            assert_int_equal(tally_add(&sum, &part[i], NULL), STATUS_OK);
        assert_same_tally(&all, &sum, fold_of(row));
        assert_int_equal(all.having, all.done + all.zeros + all.nothing + all.not_due +
                                         all.no_case + all.not_applicable + tally_blank(&all));
    }
    plan_free(&plan);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_added),        cmocka_unit_test(rates_come_from_counts),
        cmocka_unit_test(dates_are_kept_or_missed), cmocka_unit_test(items_have_their_own_dates),
        cmocka_unit_test(four_things_stay_four),    cmocka_unit_test(the_quarter_asked_for_decides),
        cmocka_unit_test(rows_go_by_their_codes),   cmocka_unit_test(too_large_is_said),
        cmocka_unit_test(ties_share_a_rank),        cmocka_unit_test(far_from_the_usual),
        cmocka_unit_test(copied_and_full),          cmocka_unit_test(the_parts_come_to_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
