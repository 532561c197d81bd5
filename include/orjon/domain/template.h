// SPDX-License-Identifier: GPL-3.0-or-later
// Plan templates: the tab-separated text in which plans travel (docs/templates.md has the format).
#pragma once

#include "orjon/domain/plan.h"

// The columns of a template. Those up to TEMPLATE_FIXED stand in every template, in this order;
// each of the others only where some row fills it, behind them and in any order. A target of an
// office is changed by the same names.
enum { TEMPLATE_FIXED = 27, TEMPLATE_COLUMNS = 28 };
const char *template_column(size_t i);
// Whether an office may change the column for itself: weight, targets, grades, quarterly targets.
bool template_column_changeable(size_t i);
bool template_column_is_target(size_t i); // read by the indicator's kind

// Sets one cell of an indicator from its template text; empty clears it. INVALID says what was
// expected. Texts go into the arena.
enum status template_set(struct indicator *indicator, size_t column, const char *s, size_t n,
                         struct arena *arena, struct err *err);
// Appends the cell as a template has it: ASCII digits, ISO dates.
void template_get(const struct indicator *indicator, size_t column, struct str *ret);

// Whether kind, method, rule and targets fit together; INVALID, *ret_column names the culprit.
enum status template_fits(const struct indicator *indicator, size_t *ret_column, struct err *err);

// Reads a whole template. On failure every fault stands in *ret_faults, one line each:
// «NAME:LINE:COLUMN: what is wrong»; name is the file's, for that.
enum status template_read(const char *name, const char *s, size_t n, struct plan **ret,
                          struct str *ret_faults, struct err *err);
void template_write(const struct plan *plan, struct str *ret);
