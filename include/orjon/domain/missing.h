// SPDX-License-Identifier: GPL-3.0-or-later
// Which figures of a quarter a plan asks for, and which of them are not filled in: the one answer
// for the heads of screens, their filters, the check and the ranks.
#pragma once

#include "orjon/domain/plan.h"

struct year;
struct entry;

// Whether a row's figure must be filled in: the paper gives it a target, a weight or both, and it
// is not a mere alternative without a weight of its own.
bool figure_is_asked(const struct indicator *indicator);

// Whether nothing was filled in where something is asked for. A plan that gives a target or weight
// to no row at all is filled in row by row, though none of them must be: the check passes it.
bool figure_is_missing(const struct plan *plan, const struct indicator *indicator,
                       const struct entry *entry);

struct figure_count {
    size_t filled, expected; // filled: of those expected, so that both agree when none is missing
};
// Of one quarter; years[i] belongs to plan->indicator[i].
struct figure_count count_figures(const struct plan *plan, const struct year *years, int quarter);
