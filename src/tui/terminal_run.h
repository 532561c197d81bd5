// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of a canvas: text whose columns terminals may disagree on, between places that are certain.
#pragma once

#include "orjon/tui/canvas.h"

struct run {
    int start, end; // end is the column after its last cell
    enum style style;
};

// The next run of a row at or after col, which must not be within a run; false at the row's end.
bool run_next(const struct canvas *canvas, int row, int col, struct run *ret);
// The run at whose start, inside or end the cursor stands.
bool run_of_cursor(const struct canvas *canvas, struct run *ret);
// The cursor's column; never within a syllable.
int run_cursor_cell(const struct canvas *canvas);

static inline bool run_is_blank(const struct canvas_cell *cell)
{
    return cell->columns == 1 && cell->length == 0;
}
bool run_same_cells(const struct canvas *a, const struct canvas *b, int row, int from, int to);
// Whether all terminals give each of the cells the one column that we do.
bool run_all_agreed(const struct canvas *canvas, int row, int from, int to);
void run_add_cells(const struct canvas *canvas, int row, int from, int to, struct str *ret);
// Cells of a canvas of as many columns take the place of those in ret, their bytes alone along.
void run_copy_cells(struct canvas *ret, const struct canvas *canvas, int row, int from, int to);
