// SPDX-License-Identifier: GPL-3.0-or-later
// What all dialogs share: the frame, and how lists scroll.
#pragma once

#include "orjon/tui/dialog.h"

// The inside of a box.
struct dialog_area {
    int row, col, rows, columns;
};

// Columns the inside of a box has at most; text is wrapped to it.
int dialog_columns(const struct canvas *canvas);
// Draws a frame with a title in the middle of the canvas around rows × columns (cut to what there
// is) and gives its inside.
struct dialog_area dialog_frame(struct canvas *canvas, const char *title, int rows, int columns);
// The wheel in a list of so many rows, of which `view` are seen: the view moves, and what is
// selected only where it would leave it.
void dialog_wheel(int rows, int view, int by, int *top, int *at);
