// SPDX-License-Identifier: GPL-3.0-or-later
// For what scrolls: a part of a text, of which it is known that there is more; and what the files
// of the canvas share.
#pragma once

#include "orjon/tui/canvas.h"

// As canvas_text, without a mark where it is cut.
void canvas_part(struct canvas *canvas, int row, int col, int columns, enum style style,
                 enum align align, const char *s, size_t n);

// Cuts a box of cells to the canvas; false when nothing is left.
bool canvas_clip(const struct canvas *canvas, int *row, int *col, int *rows, int *columns);

// A cell that is there, to be changed.
static inline struct canvas_cell *canvas_cell_at(const struct canvas *canvas, int row, int col)
{
    return &canvas->cell[(size_t)row * (size_t)canvas->cols + (size_t)col];
}
