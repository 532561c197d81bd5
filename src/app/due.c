// SPDX-License-Identifier: GPL-3.0-or-later
// What is due next.
#include "orjon/app/due.h"

#include "orjon/domain/decision.h"
#include "orjon/domain/schedule.h"

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

static void add_indicator(struct list *list, const struct book *book, size_t i)
{
    const struct indicator *indicator = &book->plan->indicator[i];
    const enum entry_state state = score_year_state(&book->years[i], QUARTERS);
    int32_t day = 0;
    if (state != ENTRY_NO_CASE && state != ENTRY_NOT_APPLICABLE &&
        schedule_next_day(indicator, &book->years[i], &day))
        add(list, (struct due){day, book, indicator, NULL});
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
