// SPDX-License-Identifier: GPL-3.0-or-later
// From the achievement to the mark, 0 to 100.
#include "explaining.h"
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
static bool mark_proportion(const struct rule_case *c, struct working *w, struct mark *ret)
{
    const struct indicator *indicator = c->indicator;
    const struct target *target = &indicator->grade[0];
    const bool less = indicator->direction == DIRECTION_LESS;
    if (!c->total->of_target_count && target->set && target->value == 0 && less)
        return set_percent(ret, c->total->achieved.num == 0 ? 100 : 0); // nothing was to happen
    if (!c->annual->set)
        return true;
    const struct ratio percent = c->annual->r;
    w->turned = less && percent.num > 0;
    if (less)
        return turned(percent, ret);
    return set_mark(ret, ratio_compare(percent, ratio_of(100, 1)) > 0 ? ratio_of(100, 1) : percent);
}

// The mark between two grades: gj + (gi - gj) · (a - vj) / (vi - vj); the same formula serves both
// directions, since the signs of numerator and denominator turn together.
static bool between(const struct indicator *indicator, struct ratio a, struct working *w,
                    struct mark *ret)
{
    const struct ratio vi = grade_value(indicator, w->better),
                       vj = grade_value(indicator, w->worse);
    const int worse = w->worse;
    int64_t step =
        grade_percent(indicator, (size_t)w->better) - grade_percent(indicator, (size_t)worse);
    struct ratio part;
    if (!ratio_subtract(a, vj, &w->part) || !ratio_subtract(vi, vj, &w->whole) ||
        !ratio_divide(w->part, w->whole, &part) ||
        !ratio_multiply(part, ratio_of(step, 1), &part) ||
        !ratio_add(part, ratio_of(grade_percent(indicator, (size_t)worse), 1), &part))
        return false;
    return set_mark(ret, part);
}

// «…প্রকৃত অর্জন ৬০% এর নীচে হলে প্রাপ্ত মান ধরা হবে ০»: below the last grade that is there the mark is
// 0.
static bool grades(const struct rule_case *c, bool linear, struct working *w, struct mark *ret)
{
    const struct indicator *indicator = c->indicator;
    struct ratio a;
    if (!indicator->grade[0].set)
        return true;
    if (!in_target_units(indicator, c->total, &a))
        return false;
    const int sign = indicator_less_is_better(indicator) ? -1 : 1;
    int better = -1;
    for (int g = 0; g < GRADES_MAX; g++) {
        if (!indicator->grade[g].set)
            continue;
        int order = ratio_compare(a, grade_value(indicator, g)) * sign;
        w->better = linear ? better : g;
        w->met = order >= 0;
        if (order >= 0 && (better < 0 || order == 0 || !linear)) {
            w->better = w->worse = linear ? 0 : g;
            return set_percent(ret, grade_percent(indicator, (size_t)g));
        }
        w->worse = g;
        if (order >= 0)
            return between(indicator, a, w, ret);
        better = g;
    }
    w->better = w->worse = 0;
    return set_percent(ret, 0);
}

static bool mark_ladder(const struct rule_case *c, struct working *w, struct mark *ret)
{
    return grades(c, true, w, ret);
}

static bool mark_steps(const struct rule_case *c, struct working *w, struct mark *ret)
{
    return grades(c, false, w, ret);
}

static bool mark_deadline(const struct rule_case *c, struct working *w, struct mark *ret)
{
    const struct target *target = &c->indicator->grade[0];
    if (!target->set)
        return true;
    w->late = (int64_t)(c->total->achieved.num - target->value);
    return set_percent(ret, w->late <= 0 ? 100 : 0);
}

// max(0, weight - 0.25 for each fortnight begun), as a percent of the weight.
static bool mark_fortnight(const struct rule_case *c, struct working *w, struct mark *ret)
{
    const struct target *target = &c->indicator->grade[0];
    if (!target->set)
        return true;
    w->late = (int64_t)(c->total->achieved.num - target->value);
    if (w->late <= 0)
        return set_percent(ret, 100);
    if (!c->weight.set || c->weight.value == 0)
        return true; // a quarter mark of nothing known
    w->fortnights = (w->late + FORTNIGHT_DAYS - 1) / FORTNIGHT_DAYS;
    const int64_t lost = w->fortnights * (NUMBER_ONE / 4);
    const __int128 left = lost < c->weight.value ? c->weight.value - lost : 0;
    return set_mark(ret, (struct ratio){left * 100, c->weight.value});
}

static bool mark_dates(const struct rule_case *c, struct working *w, struct mark *ret)
{
    const struct target *target = &c->indicator->grade[0];
    if (!target->set || target->value == 0)
        return true;
    w->dated = true;
    w->in_time = total_in_time(c->total->date, c->total->dates, target);
    return set_mark(ret, ratio_of(100 * w->in_time, target->value));
}

static bool mark_all_dates(const struct rule_case *c, struct working *w, struct mark *ret)
{
    if (!mark_dates(c, w, ret) || !ret->set)
        return true;
    return set_percent(ret, w->in_time == c->indicator->grade[0].value ? 100 : 0);
}

enum {
    FIGURE_KINDS = 1 << KIND_NUMBER | 1 << KIND_PERCENT,
    DATE_KIND = 1 << KIND_DATE,
    DATES_KIND = 1 << KIND_DATES,
};
enum rule_need { NEEDS_TARGET, NEEDS_GRADES, NEEDS_WEIGHT };

static const struct {
    const char *word, *name;
    unsigned kinds;
    enum rule_need needs;
    bool (*mark)(const struct rule_case *c, struct working *w, struct mark *ret);
    void (*tell)(struct account *a);
} rules[] = {
#define X(id, word, name, kinds, needs, function)                                                  \
    [RULE_##id] = {word, name, kinds, needs, mark_##function, tell_##function},
    RULE_LIST(X)
#undef X
};

bool rule_mark(const struct rule_case *c, struct working *ret_working, struct mark *ret)
{
    const struct indicator *i = c->indicator;
    const bool adds = i->method == METHOD_SUM || i->method == METHOD_ADD;
    *ret = (struct mark){0};
    if (!c->total->has_figure && !(adds && i->direction == DIRECTION_LESS)) // only dashes
        return i->grade[0].set || c->total->of_target_count ? set_percent(ret, 0) : true;
    return rules[i->rule].mark(c, ret_working, ret);
}

void rule_tell(struct account *a)
{
    rules[a->indicator->rule].tell(a);
}

const char *rule_word(enum rule rule)
{
    return rules[rule].word;
}

const char *rule_name(enum rule rule)
{
    return tr(rules[rule].name);
}

bool rule_fits_kind(enum rule rule, enum kind kind)
{
    return rules[rule].kinds >> kind & 1;
}

bool rule_has_grades(enum rule rule)
{
    return rules[rule].needs == NEEDS_GRADES;
}

bool rule_needs_weight(enum rule rule)
{
    return rules[rule].needs == NEEDS_WEIGHT;
}
