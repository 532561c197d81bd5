// SPDX-License-Identifier: GPL-3.0-or-later
// What is still to be done.
#include "orjon/domain/decision.h"

#include <stdlib.h>

bool decision_is_open(const struct record *decision)
{
    return !record_is(decision, DECISION_STATE, "done") &&
           !record_is(decision, DECISION_STATE, "carried");
}

bool decision_is_overdue(const struct record *decision, int32_t today)
{
    int32_t due = 0;
    return decision_is_open(decision) && record_date(decision, DECISION_DUE, &due) && due < today;
}

const char *decision_state(bool has_progress)
{
    return has_progress ? "running" : "open";
}

const struct record *decision_carried_into(const struct records *decisions, int64_t id)
{
    for (size_t i = 0; i < decisions->count; i++)
        if (record_number(&decisions->record[i], DECISION_FROM) == id)
            return &decisions->record[i];
    return NULL;
}

struct place {
    const struct record *decision;
    int part; // 0: overdue, 1: open, 2: the rest
    int32_t due;
};

static int compare(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->part != y->part)
        return x->part - y->part;
    if (x->due != y->due)
        return x->due < y->due ? -1 : 1;
    return (x->decision->id > y->decision->id) - (x->decision->id < y->decision->id);
}

void decisions_sort(const struct record **decision, size_t count, int32_t today)
{
    autofree struct place *place = mem_alloc((count + 1) * sizeof *place);
    for (size_t i = 0; i < count; i++) {
        place[i] = (struct place){.decision = decision[i], .due = INT32_MAX};
        record_date(decision[i], DECISION_DUE, &place[i].due);
        place[i].part = decision_is_overdue(decision[i], today) ? 0
                        : decision_is_open(decision[i])         ? 1
                                                                : 2;
    }
    qsort(place, count, sizeof *place, compare);
    for (size_t i = 0; i < count; i++)
        decision[i] = place[i].decision;
}
