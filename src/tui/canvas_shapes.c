// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn on a canvas by more than one stroke.
#include "orjon/tui/canvas.h"

void canvas_box(struct canvas *canvas, int row, int col, int rows, int columns)
{
    static const char *const corners[2][4] = {{"┌", "┐", "└", "┘"}, {"+", "+", "+", "+"}};
    const char *const *corner = corners[canvas->ascii];
    canvas_fill(canvas, row, col, rows, columns, STYLE_PLAIN);
    canvas_rule(canvas, row, col, columns, RULE_HORIZONTAL);
    canvas_rule(canvas, row + rows - 1, col, columns, RULE_HORIZONTAL);
    canvas_rule(canvas, row, col, rows, RULE_VERTICAL);
    canvas_rule(canvas, row, col + columns - 1, rows, RULE_VERTICAL);
    for (int i = 0; i < 4; i++)
        canvas_put(canvas, i < 2 ? row : row + rows - 1, i % 2 ? col + columns - 1 : col,
                   STYLE_RULE, corner[i]);
}
