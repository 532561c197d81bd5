// SPDX-License-Identifier: GPL-3.0-or-later
// The sums behind a mark: between two grades, by fortnights, by dated items, by counts.
#include "explaining.h"
#include "scoring.h"

#include "orjon/domain/date.h"

void explain_counts(struct account *a)
{
    const struct indicator *i = a->indicator;
    __int128 sum = 0;
    bool adds = i->method == METHOD_ADD || i->method == METHOD_SUM || i->method == METHOD_RATE;
    if (i->kind != KIND_PERCENT || !i->target_count.set || !a->score->total.set || !adds)
        return;
    for (int q = 0; q < a->quarter; q++) {
        const struct entry *entry = &a->year->quarter[q];
        if (entry->state != ENTRY_VALUE)
            continue;
        if (!entry->count.set)
            return; // a percent without a count: the sum is of percents
        sum += entry->count.value;
    }
    account_add_count(a, 100);
    str_add(a->out, " × ");
    number_write(a->out, sum, a->style);
    str_add(a->out, " / ");
    number_write(a->out, i->target_count.value, a->style);
    str_add(a->out, " = ");
}

// The achievement in the unit of the grades.
static bool achieved(const struct account *a, struct ratio *ret)
{
    const struct indicator *i = a->indicator;
    *ret = a->score->total.r;
    if (i->kind != KIND_PERCENT || !i->target_count.set)
        return true;
    return ratio_multiply(*ret, ratio_of(i->grade[0].value, 100 * NUMBER_ONE), ret);
}

static struct ratio grade_value(const struct indicator *i, int grade)
{
    return ratio_of(i->grade[grade].value, i->kind == KIND_DATE ? 1 : NUMBER_ONE);
}

static void add_step(struct account *a, struct ratio r)
{
    __int128 value = 0;
    r.num = r.num < 0 ? -r.num : r.num; // both distances have the same sign
    if (ratio_round(r, 2, &value) == STATUS_OK)
        number_write(a->out, value * (NUMBER_ONE / 100), a->style);
}

// «90 + 10 × 3 / 7», from the worse of two grades.
static void add_formula(struct account *a, int better, int worse)
{
    struct ratio done, part, whole;
    if (!achieved(a, &done) || !ratio_subtract(done, grade_value(a->indicator, worse), &part) ||
        !ratio_subtract(grade_value(a->indicator, better), grade_value(a->indicator, worse),
                        &whole))
        return;
    account_add_count(a, grade_percent(a->indicator, (size_t)worse));
    str_add(a->out, " + ");
    account_add_count(a, grade_percent(a->indicator, (size_t)better) -
                             grade_percent(a->indicator, (size_t)worse));
    str_add(a->out, " × ");
    add_step(a, part);
    str_add(a->out, " / ");
    add_step(a, whole);
    str_add_char(a->out, '\n');
}

// The two grades between which the mark lies, where it lies between two.
static void explain_ladder(struct account *a)
{
    const struct indicator *i = a->indicator;
    __int128 raw = 0;
    if (!a->score->total.set || ratio_round(a->score->raw.r, 2, &raw) != STATUS_OK ||
        raw % 1000 == 0)
        return;
    int worse = 1; // the first grade below the mark
    while (worse < (int)grade_count(i) &&
           (!i->grade[worse].set || 100 * grade_percent(a->indicator, (size_t)worse) > raw))
        worse++;
    if (worse == (int)grade_count(i))
        return;
    int better = worse - 1;
    while (better > 0 && !i->grade[better].set)
        better--;
    autostr low = STR_INIT, high = STR_INIT;
    target_write(&low, i, &i->grade[worse], a->style);
    target_write(&high, i, &i->grade[better], a->style);
    str_addf(a->out, _("The achievement lies between the grades %s (%s) and %s (%s)."),
             SAY(grade_percent(a->indicator, (size_t)worse)), low.buf,
             SAY(grade_percent(a->indicator, (size_t)better)), high.buf);
    str_add(a->out, " ");
    add_formula(a, better, worse);
}

static void explain_fortnight(struct account *a)
{
    const int64_t late = (int64_t)(a->score->total.r.num - a->indicator->grade[0].value);
    if (!a->score->total.set || late <= 0)
        return;
    str_addf(a->out, _("%s days late: %s fortnights begun, 0.25 mark off for each."), SAY(late),
             SAY((late + FORTNIGHT_DAYS - 1) / FORTNIGHT_DAYS));
    str_add_char(a->out, '\n');
}

static void explain_dates(struct account *a)
{
    struct total total;
    if (!total_of_year(a->indicator, a->year, a->quarter, &total) || !total.has_figure)
        return;
    str_addf(a->out, _("%s of %s items were done on their dates."),
             SAY(total_in_time(total.date, total.dates, &a->indicator->grade[0])),
             SAY(a->indicator->grade[0].value));
    str_add_char(a->out, '\n');
}

static void explain_less(struct account *a)
{
    if (a->indicator->direction != DIRECTION_LESS || !a->score->total.set ||
        a->score->total.r.num == 0 || !a->indicator->grade[0].set)
        return;
    str_addf(a->out, "%s: ", _("Less is better"));
    account_add_count(a, 100);
    str_add(a->out, " × ");
    target_write(a->out, a->indicator, &a->indicator->grade[0], a->style);
    str_add(a->out, " / ");
    account_add_total(a);
    str_add_char(a->out, '\n');
}

void explain_rule_working(struct account *a)
{
    switch (a->indicator->rule) {
    case RULE_LADDER:
        explain_ladder(a);
        return;
    case RULE_PROPORTION:
        explain_less(a);
        return;
    case RULE_FORTNIGHT:
        explain_fortnight(a);
        return;
    case RULE_DATES:
    case RULE_ALL_DATES:
        explain_dates(a);
        return;
    default:
        return; // the percent says it all
    }
}
