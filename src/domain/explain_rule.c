// SPDX-License-Identifier: GPL-3.0-or-later
// The sums behind a mark: between two grades, by fortnights, by dated items, by counts.
#include "explaining.h"

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
    account_add_count(a, worse);
    str_add(a->out, " + ");
    account_add_count(a, better - worse);
    str_add(a->out, " × ");
    add_step(a, a->score->working.part);
    str_add(a->out, " / ");
    add_step(a, a->score->working.whole);
    str_add_char(a->out, '\n');
}

// The two grades between which the mark lies, where it lies between two.
void tell_ladder(struct account *a)
{
    const struct indicator *i = a->indicator;
    const struct working *w = &a->score->working;
    if (w->better == w->worse)
        return;
    const int better = grade_percent(i, (size_t)w->better);
    const int worse = grade_percent(i, (size_t)w->worse);
    autostr low = STR_INIT, high = STR_INIT;
    target_write(&low, i, &i->grade[w->worse], a->style);
    target_write(&high, i, &i->grade[w->better], a->style);
    str_addf(a->out, _("The achievement lies between the grades %s (%s) and %s (%s)."), SAY(worse),
             low.buf, SAY(better), high.buf);
    str_add(a->out, " ");
    add_formula(a, better, worse);
}

void tell_steps(struct account *a)
{
    const struct indicator *i = a->indicator;
    const struct working *w = &a->score->working;
    if (!w->met)
        return;
    autostr grade = STR_INIT;
    target_write(&grade, i, &i->grade[w->better], a->style);
    str_addf(a->out, _("The grade %s (%s) is met."), SAY(grade_percent(i, (size_t)w->better)),
             grade.buf);
    str_add_char(a->out, '\n');
}

void tell_proportion(struct account *a)
{
    if (!a->score->working.turned || !a->indicator->grade[0].set)
        return; // the percent says it all
    str_addf(a->out, "%s: ", _("Less is better"));
    account_add_count(a, 100);
    str_add(a->out, " × ");
    target_write(a->out, a->indicator, &a->indicator->grade[0], a->style);
    str_add(a->out, " / ");
    account_add_total(a);
    str_add_char(a->out, '\n');
}

void tell_deadline(struct account *a)
{
    if (a->score->working.late <= 0)
        return;
    str_addf(a->out, tr_count("%s day late.", "%s days late.", a->score->working.late),
             SAY(a->score->working.late));
    str_add_char(a->out, '\n');
}

void tell_fortnight(struct account *a)
{
    const struct working *w = &a->score->working;
    if (w->fortnights <= 0)
        return;
    str_addf(a->out, _("Days late: %s. Fortnights begun: %s, 0.25 mark off for each."),
             SAY(w->late), SAY(w->fortnights));
    str_add_char(a->out, '\n');
}

void tell_dates(struct account *a)
{
    if (!a->score->working.dated)
        return;
    str_addf(a->out, _("Done on their dates: %s of %s items."), SAY(a->score->working.in_time),
             SAY(a->indicator->grade[0].value));
    str_add_char(a->out, '\n');
}

void tell_all_dates(struct account *a)
{
    tell_dates(a);
}
