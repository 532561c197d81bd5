// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of a row: what is shaped as one piece.
#pragma once

#include "orjon/paint/paint.h"

struct paint_run {
    int from, to; // to: the column behind its last cell
    bool shaped;  // else its cells stand each for itself
    bool mixed;   // not of one colour
};

// The next run at or after a column that is in none; false at the end of the row.
bool paint_run_next(const struct paint_cell *cells, int columns, int column, struct paint_run *ret);

bool paint_cell_is_blank(const struct paint_cell *cell);
bool paint_cell_is_rule(const struct paint_cell *cell); // drawn by rule.c
bool paint_letter_is_bengali(uint32_t letter);
