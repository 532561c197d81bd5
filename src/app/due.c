// SPDX-License-Identifier: GPL-3.0-or-later
// What is due next.
#include "orjon/app/due.h"

#include "orjon/domain/decision.h"

#include <stdlib.h>

struct list {
    struct due *due;
    size_t count, max;
};

// Inserted in order; when the list is full the latest drops out.
static void add(struct list *list, struct due due)
{
    size_t at = list->count;
    if (at == list->max && (at == 0 || list->due[at - 1].date <= due.date))
        return;
    if (at == list->max)
        at--;
    else
        list->count++;
    for (; at > 0 && list->due[at - 1].date > due.date; at--)
        list->due[at] = list->due[at - 1];
    list->due[at] = due;
}

static size_t items_done(const struct year *year)
{
    size_t done = 0;
    for (int q = 0; q < QUARTERS; q++)
        done += year->quarter[q].dates;
    return done;
}

static void add_indicator(struct list *list, const struct book *book, size_t i)
{
    const struct indicator *indicator = &book->plan->indicator[i];
    const struct target *target = &indicator->grade[0];
    enum entry_state state = score_year_state(&book->years[i], QUARTERS);
    size_t done = items_done(&book->years[i]);
    if (!target->set || state == ENTRY_NO_CASE || state == ENTRY_NOT_APPLICABLE)
        return;
    if (indicator->kind == KIND_DATE && !done)
        add(list, (struct due){(int32_t)target->value, book, indicator, NULL});
    if (indicator->kind == KIND_DATES && done < target->dates)
        add(list, (struct due){target->date[done], book, indicator, NULL});
}

static void add_decision(struct list *list, const struct record *decision)
{
    int32_t date = 0;
    if (decision_is_open(decision) && record_date(decision, DECISION_DUE, &date))
        add(list, (struct due){.date = date, .decision = decision});
}

size_t due_list(const struct shelf *shelf, const struct records *decisions, struct due *ret,
                size_t max)
{
    struct list list = {.due = ret, .max = max};
    add(&list, (struct due){.date = period_quarter_due(shelf->fiscal_year, shelf->quarter)});
    for (size_t b = 0; b < shelf->count; b++)
        for (size_t i = 0; i < shelf->book[b]->plan->count; i++)
            add_indicator(&list, shelf->book[b], i);
    for (size_t i = 0; i < decisions->count; i++)
        add_decision(&list, &decisions->record[i]);
    return list.count;
}
