// SPDX-License-Identifier: GPL-3.0-or-later
// A part of the canvas that is a picture.
#include "canvas_part.h"

void canvas_page(struct canvas *canvas, const struct canvas_page *page)
{
    canvas_fill(canvas, page->row, page->col, page->rows, page->cols, STYLE_PLAIN);
    canvas->page = *page;
    for (int row = page->row; row < page->row + page->rows && row < canvas->rows; row++)
        for (int col = page->col; col < page->col + page->cols && col < canvas->cols; col++)
            canvas_cell_at(canvas, row, col)->is_page = true;
}
