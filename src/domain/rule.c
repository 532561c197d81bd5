// SPDX-License-Identifier: GPL-3.0-or-later
// From the achievement to the mark, 0 to 100.
#include "scoring.h"

static bool set_mark(struct mark *ret, struct ratio r)
{
    *ret = (struct mark){true, r};
    return true;
}

static bool set_percent(struct mark *ret, int percent)
{
    return set_mark(ret, ratio_of(percent, 1));
}

// A grade's value in the unit of the achievement: day numbers are whole, figures are billionths.
static struct ratio grade_value(const struct indicator *indicator, int grade)
{
    bool dated = indicator->kind == KIND_DATE;
    return ratio_of(indicator->grade[grade].value, dated ? 1 : NUMBER_ONE);
}

// The achievement in the unit of the target. A share of the target count becomes a share of the
// target: 44 of 110, where 110 is 55 %, is 40 % of 55 %.
static bool in_target_units(const struct indicator *indicator, const struct total *total,
                            struct ratio *ret)
{
    *ret = total->achieved;
    if (!total->of_target_count || !indicator->grade[0].set)
        return true;
    return ratio_multiply(total->achieved, ratio_of(indicator->grade[0].value, 100 * NUMBER_ONE),
                          ret);
}

// Where less is better the target is the share of the achievement: 100 · target / total.
static bool turned(struct ratio percent, struct mark *ret)
{
    const struct ratio all = ratio_of(100, 1);
    if (percent.num == 0 || ratio_compare(percent, all) <= 0)
        return set_percent(ret, 100);
    return ratio_divide(all, percent, &percent) && ratio_multiply(percent, all, &percent) &&
           set_mark(ret, percent);
}

// The share of the target, at most all of it.
static bool proportion(const struct indicator *indicator, const struct total *total,
                       struct mark *ret)
{
    const struct target *target = &indicator->grade[0];
    struct ratio percent = total->achieved;
    if (!total->of_target_count) {
        const bool less = indicator->direction == DIRECTION_LESS;
        if (target->set && target->value == 0 && less) // nothing was to happen
            return set_percent(ret, percent.num == 0 ? 100 : 0);
        if (!target->set || target->value == 0)
            return true;
        if (!ratio_divide(percent, ratio_of(target->value, NUMBER_ONE), &percent) ||
            !ratio_multiply(percent, ratio_of(100, 1), &percent))
            return false;
    }
    if (indicator->direction == DIRECTION_LESS)
        return turned(percent, ret);
    return set_mark(ret, ratio_compare(percent, ratio_of(100, 1)) > 0 ? ratio_of(100, 1) : percent);
}

// The mark between two grades: gj + (gi - gj) · (a - vj) / (vi - vj); the same formula serves both
// directions, since the signs of numerator and denominator turn together.
static bool between(const struct indicator *indicator, int better, int worse, struct ratio a,
                    struct mark *ret)
{
    struct ratio vi = grade_value(indicator, better), vj = grade_value(indicator, worse), part,
                 whole;
    int64_t step =
        grade_percent(indicator, (size_t)better) - grade_percent(indicator, (size_t)worse);
    if (!ratio_subtract(a, vj, &part) || !ratio_subtract(vi, vj, &whole) ||
        !ratio_divide(part, whole, &part) || !ratio_multiply(part, ratio_of(step, 1), &part) ||
        !ratio_add(part, ratio_of(grade_percent(indicator, (size_t)worse), 1), &part))
        return false;
    return set_mark(ret, part);
}

// «…প্রকৃত অর্জন ৬০% এর নীচে হলে প্রাপ্ত মান ধরা হবে ০»: below the last grade that is there the mark is
// 0.
static bool ladder(const struct indicator *indicator, const struct total *total, bool linear,
                   struct mark *ret)
{
    struct ratio a;
    if (!indicator->grade[0].set)
        return true;
    if (!in_target_units(indicator, total, &a))
        return false;
    const int sign = indicator_less_is_better(indicator) ? -1 : 1;
    int better = -1;
    for (int g = 0; g < GRADES_MAX; g++) {
        if (!indicator->grade[g].set)
            continue;
        int order = ratio_compare(a, grade_value(indicator, g)) * sign;
        if (order >= 0 && (better < 0 || order == 0 || !linear))
            return set_percent(ret, grade_percent(indicator, (size_t)g));
        if (order >= 0)
            return between(indicator, better, g, a, ret);
        better = g;
    }
    return set_percent(ret, 0);
}

static bool deadline(const struct indicator *indicator, const struct total *total, struct mark *ret)
{
    if (!indicator->grade[0].set)
        return true;
    return set_percent(ret,
                       ratio_compare(total->achieved, grade_value(indicator, 0)) <= 0 ? 100 : 0);
}

// max(0, weight - 0.25 for each fortnight begun), as a percent of the weight.
static bool fortnight(const struct indicator *indicator, const struct total *total,
                      struct maybe weight, struct mark *ret)
{
    const struct target *target = &indicator->grade[0];
    if (!target->set)
        return true;
    const int64_t late = (int64_t)(total->achieved.num - target->value);
    if (late <= 0)
        return set_percent(ret, 100);
    if (!weight.set || weight.value == 0)
        return true; // a quarter mark of nothing known
    int64_t lost = (late + FORTNIGHT_DAYS - 1) / FORTNIGHT_DAYS * (NUMBER_ONE / 4);
    const __int128 left = lost < weight.value ? weight.value - lost : 0;
    return set_mark(ret, (struct ratio){left * 100, weight.value});
}

static bool dated_items(const struct indicator *indicator, const struct total *total, bool all,
                        struct mark *ret)
{
    const struct target *target = &indicator->grade[0];
    if (!target->set || target->value == 0)
        return true;
    int64_t in_time = total_in_time(total->date, total->dates, target);
    if (all)
        return set_percent(ret, in_time == target->value ? 100 : 0);
    return set_mark(ret, ratio_of(100 * in_time, target->value));
}

bool rule_mark(const struct indicator *indicator, const struct total *total, struct maybe weight,
               struct mark *ret)
{
    *ret = (struct mark){0};
    const bool adds = indicator->method == METHOD_SUM || indicator->method == METHOD_ADD;
    if (!total->has_figure && !(adds && indicator->direction == DIRECTION_LESS)) // only dashes
        return indicator->grade[0].set || total->of_target_count ? set_percent(ret, 0) : true;
    switch (indicator->rule) {
    case RULE_LADDER:
        return ladder(indicator, total, true, ret);
    case RULE_STEPS:
        return ladder(indicator, total, false, ret);
    case RULE_PROPORTION:
        return proportion(indicator, total, ret);
    case RULE_DEADLINE:
        return deadline(indicator, total, ret);
    case RULE_FORTNIGHT:
        return fortnight(indicator, total, weight, ret);
    default:
        return dated_items(indicator, total, indicator->rule == RULE_ALL_DATES, ret);
    }
}
