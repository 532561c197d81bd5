// SPDX-License-Identifier: GPL-3.0-or-later
// Targets, and other cells of a plan's rows, that were changed within the year: each from a day on,
// by an order, with what it was before. A quarter is scored by what held on its last day; the score
// by the other targets is worked out beside it.
#pragma once

#include "orjon/base/tsv.h"
#include "orjon/domain/score.h"

// Adds one, behind those of earlier days; its texts are copied.
void plan_add_change(struct plan *plan, const struct plan_change *change);
// The cells become those of that day.
enum status plan_turn_to(struct plan *plan, int32_t day, struct err *err);
// Scores of a plan that has changes by the other targets of a quarter: those to come where none
// holds on its last day, else those from before them all. The plan then is as on that day.
enum status changed_score(struct plan *plan, const struct year *years, int quarter,
                          struct score *ret, struct plan_score *ret_total, struct err *err);
// «target: 4 → 3 from 10/01/2024 by order 47.61.…», appended.
void changed_say(const struct plan *plan, const struct plan_change *change, struct str *ret);

// A line for each change of a row (SIZE_MAX: of all), with the marks of the row as scored and by
// the other targets; appended.
enum status plan_say_changes(struct plan *plan, const struct year *years, int quarter,
                             const struct score *scores, size_t row, struct str *ret,
                             struct err *err);

// As lines «#change code column day order before after» of a plan's file, and from the cells of
// one behind the first. INVALID says what is wrong, *ret_cell where.
void changed_write(const struct plan *plan, struct str *ret);
enum status changed_read(struct plan *plan, const struct tsv *row, size_t *ret_cell,
                         struct err *err);
