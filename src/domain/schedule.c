// SPDX-License-Identifier: GPL-3.0-or-later
// Keeping pace with the year, and the next marks to win.
#include "orjon/domain/schedule.h"

#include "orjon/domain/date.h"

static bool adds_up(const struct indicator *indicator)
{
    return indicator->method == METHOD_SUM || indicator->method == METHOD_ADD;
}

static bool is_dated(const struct indicator *indicator)
{
    return indicator->kind == KIND_DATE || indicator->kind == KIND_DATES;
}

// How much of the target, in percent, was due by the end of the quarter.
static struct ratio percent_due(const struct indicator *indicator, int quarter)
{
    const __int128 target = indicator->grade[0].value;
    __int128 due = 0;
    bool planned = false;
    for (int q = 0; q < QUARTERS; q++) {
        planned |= indicator->quarter[q].set;
        if (q < quarter && indicator->quarter[q].set)
            due += indicator->quarter[q].value;
    }
    if (!adds_up(indicator))
        return ratio_of(100, 1);
    if (!planned || target == 0)
        return ratio_of(100 * quarter, QUARTERS);
    return (struct ratio){due * 100, target};
}

static size_t items_done(const struct year *year, int quarter)
{
    size_t done = 0;
    for (int q = 0; q < quarter; q++)
        done += year->quarter[q].dates;
    return done;
}

static enum schedule dates_schedule(const struct indicator *indicator, const struct year *year,
                                    int quarter, int32_t today)
{
    const struct target *target = &indicator->grade[0];
    const size_t done = items_done(year, quarter);
    size_t due = 0;
    if (indicator->kind == KIND_DATE)
        due = target->set && target->value < today;
    for (size_t i = 0; indicator->kind == KIND_DATES && i < target->dates; i++)
        due += target->date[i] < today;
    if (done < due)
        return SCHEDULE_BEHIND;
    return done ? SCHEDULE_KEPT : SCHEDULE_RESTS;
}

enum schedule schedule_of(const struct indicator *indicator, const struct year *year, int quarter,
                          const struct score *score, int32_t today)
{
    if (score_year_state(year, quarter) != ENTRY_VALUE)
        return SCHEDULE_RESTS;
    if (is_dated(indicator))
        return dates_schedule(indicator, year, quarter, today);
    if (!score->annual.set)
        return SCHEDULE_RESTS;
    if (ratio_compare(score->annual.r, percent_due(indicator, quarter)) >= 0)
        return SCHEDULE_KEPT;
    return score->state == ENTRY_NOT_DUE ? SCHEDULE_RESTS : SCHEDULE_BEHIND;
}

void schedule_reached(const struct indicator *indicator, const struct year *year, int quarter,
                      struct mark ret[QUARTERS])
{
    for (int q = 1; q <= QUARTERS; q++) {
        struct score score = {0};
        ret[q - 1] = (struct mark){0};
        if (q <= quarter && !score_indicator(indicator, year, q, NULL, &score, NULL))
            ret[q - 1] = score.annual;
    }
}

bool schedule_next_day(const struct indicator *indicator, const struct year *year, int32_t *ret)
{
    const struct target *target = &indicator->grade[0];
    const size_t done = items_done(year, QUARTERS);
    if (!target->set || !is_dated(indicator))
        return false;
    if (done >= (indicator->kind == KIND_DATE ? 1 : target->dates))
        return false;
    *ret = indicator->kind == KIND_DATE ? (int32_t)target->value : target->date[done];
    return true;
}

bool schedule_due(const struct indicator *indicator, const struct year *year, int fiscal_year,
                  const struct score *score, int32_t *ret)
{
    const enum entry_state state = score_year_state(year, QUARTERS);
    if (!indicator->grade[0].set || state == ENTRY_NO_CASE || state == ENTRY_NOT_APPLICABLE)
        return false;
    if (is_dated(indicator))
        return schedule_next_day(indicator, year, ret);
    if (score->annual.set && ratio_compare(score->annual.r, ratio_of(100, 1)) >= 0)
        return false;
    *ret = period_year_end(fiscal_year);
    return true;
}

struct mark schedule_to_win(const struct score *score)
{
    struct mark left = {0};
    if (!score->weight.set || score->excluded)
        return left;
    struct ratio weight = ratio_of(score->weight.value, NUMBER_ONE);
    left.r = weight;
    left.set = !score->marks.set || ratio_subtract(weight, score->marks.r, &left.r);
    return left;
}

// What a grade earns; without grades the target earns all.
static int earns(const struct indicator *indicator, int grade)
{
    return rule_has_grades(indicator->rule) ? grade_percent(indicator, (size_t)grade) : 100;
}

// The best grade that can still be reached: the next one above the mark so far. -1 when none.
static int next_grade(const struct indicator *indicator, const struct score *score)
{
    for (int g = rule_has_grades(indicator->rule) ? GRADES_MAX - 1 : 0; g >= 0; g--)
        if (indicator->grade[g].set &&
            (!score->raw.set || ratio_compare(score->raw.r, ratio_of(earns(indicator, g), 1)) < 0))
            return g;
    return -1;
}

static void say_date(const struct indicator *indicator, int32_t today, struct str *ret)
{
    autostr date = STR_INIT;
    for (int g = 0; g < GRADES_MAX; g++) {
        const struct target *grade = &indicator->grade[g];
        if (!grade->set || grade->value < today)
            continue;
        date_write(&date, (int32_t)grade->value, i18n_digits());
        str_addf(ret,
                 tr_count("for %s%%: by %s, %s day left", "for %s%%: by %s, %s days left",
                          grade->value - today),
                 SAY(earns(indicator, g)), date.buf, SAY(grade->value - today));
        return;
    }
}

// What is missing up to a grade, in the unit that is counted.
static bool missing(const struct indicator *indicator, const struct score *score, int grade,
                    struct ratio *ret)
{
    struct ratio wanted = ratio_of(indicator->grade[grade].value, NUMBER_ONE);
    struct ratio done = score->total.set ? score->total.r : ratio_of(0, 1);
    if (indicator->kind == KIND_PERCENT && indicator->target_count.set) {
        // The total is the share of the target count; what is missing is counted.
        const struct ratio target = ratio_of(indicator->grade[0].value, 100 * NUMBER_ONE);
        const struct ratio whole = ratio_of(indicator->target_count.value, 100 * NUMBER_ONE);
        struct ratio share;
        return target.num != 0 && ratio_divide(wanted, target, &share) &&
               ratio_subtract(share, done, &share) && ratio_multiply(share, whole, ret);
    }
    return ratio_subtract(wanted, done, ret);
}

static void say_amount(const struct indicator *indicator, const struct score *score, int grade,
                       struct str *ret)
{
    autostr amount = STR_INIT;
    const struct number_style style = {.digits = i18n_digits()};
    struct ratio more;
    __int128 value = 0;
    if (!adds_up(indicator)) {
        target_write(&amount, indicator, &indicator->grade[grade], style);
        str_addf(ret, _("for %s%%: %s is needed"), SAY(earns(indicator, grade)), amount.buf);
        return;
    }
    if (!missing(indicator, score, grade, &more) || ratio_compare(more, ratio_of(0, 1)) <= 0 ||
        ratio_round(more, NUMBER_DECIMALS, &value))
        return;
    number_write(&amount, value, style);
    if (indicator->kind == KIND_PERCENT && !indicator->target_count.set)
        str_add_char(&amount, '%');
    str_addf(ret, _("for %s%%: %s more"), SAY(earns(indicator, grade)), amount.buf);
}

void schedule_next_step(const struct indicator *indicator, const struct score *score, int32_t today,
                        struct str *ret)
{
    bool rests = score->state == ENTRY_NO_CASE || score->state == ENTRY_NOT_APPLICABLE;
    int grade = next_grade(indicator, score);
    if (rests || grade < 0 || indicator->kind == KIND_DATES)
        return;
    if (indicator->kind == KIND_DATE) {
        if (!score->total.set)
            say_date(indicator, today, ret);
        return;
    }
    if (!indicator_less_is_better(indicator))
        say_amount(indicator, score, grade, ret);
}
