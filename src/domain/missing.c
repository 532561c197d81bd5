// SPDX-License-Identifier: GPL-3.0-or-later
// Which figures are not filled in.
#include "orjon/domain/missing.h"

#include "orjon/domain/entry.h"

bool figure_is_asked(const struct indicator *indicator)
{
    if (*indicator->alternative_of && !indicator->weight.set)
        return false;
    return indicator->weight.set || indicator->grade[0].set || indicator->target_count.set;
}

static bool asks_for_some(const struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (figure_is_asked(&plan->indicator[i]))
            return true;
    return false;
}

static bool is_expected(const struct plan *plan, const struct indicator *indicator)
{
    return figure_is_asked(indicator) || !asks_for_some(plan);
}

bool figure_is_missing(const struct plan *plan, const struct indicator *indicator,
                       const struct entry *entry)
{
    return entry->state == ENTRY_EMPTY && is_expected(plan, indicator);
}

struct figure_count count_figures(const struct plan *plan, const struct year *years, int quarter)
{
    struct figure_count count = {0};
    for (size_t i = 0; i < plan->count; i++) {
        if (!is_expected(plan, &plan->indicator[i]))
            continue;
        count.expected++;
        count.filled += years[i].quarter[quarter - 1].state != ENTRY_EMPTY;
    }
    return count;
}
