// SPDX-License-Identifier: GPL-3.0-or-later
// A shaped run in its cells: where it is drawn, and which letter stands where.
#include "private.h"

#include "orjon/base/mem.h"

#include <math.h>

static const double spill = 0.3; // of a cell, into a blank that follows
enum { SCALES = 64 };            // few sizes of a font, not one for each run

void paint_spell(struct paint *paint, const struct paint_cell *cells, const struct paint_run *run)
{
    const int count = run->to - run->from;
    if (count >= paint->at_cap) {
        paint->at_cap = count + 64;
        paint->at = mem_resize(paint->at, (size_t)paint->at_cap, sizeof *paint->at);
    }
    str_reset(&paint->text);
    for (int i = 0; i < count; i++) {
        const struct paint_cell *cell = &cells[run->from + i];
        paint->at[i] = paint->text.len;
        if (cell->columns && !cell->letter[0])
            str_add_char(&paint->text, ' ');
        for (int k = 0; k < PAINT_LETTERS && cell->letter[k]; k++) {
            char bytes[6];
            str_add_n(&paint->text, bytes, (size_t)g_unichar_to_utf8(cell->letter[k], bytes));
        }
    }
    paint->at[count] = paint->text.len;
}

static double scale_to(double width, double room)
{
    return width <= room ? 1 : floor(room / width * SCALES) / SCALES;
}

struct paint_piece paint_piece_of(struct paint *paint, const struct paint_cell *cells, int columns,
                                  const struct paint_run *run)
{
    const double unit = paint->measure.width, own = (run->to - run->from) * unit;
    const bool blank = run->to < columns && paint_cell_is_blank(&cells[run->to]);
    struct paint_piece piece = {.run = *run, .x = run->from * unit, .scale = 1};
    paint_spell(paint, cells, run);
    piece.layout = paint_shape(paint, paint->text.buf, paint->text.len, cells[run->from].look);
    double width = paint_layout_width(piece.layout);
    piece.scale = scale_to(width, own + (blank ? spill * unit : 0));
    piece.width = width * piece.scale;
    const double left = fmax(0, own - piece.width);
    if (cells[run->from].pack == ALIGN_RIGHT)
        piece.x += left;
    else if (cells[run->from].pack == ALIGN_CENTRE)
        piece.x += left / 2;
    return piece;
}

double paint_piece_edge(struct paint *paint, const struct paint_piece *piece, int column)
{
    const char *text = paint->text.buf;
    const size_t n = paint->text.len;
    size_t at = paint->at[column - piece->run.from];
    if (at >= n)
        return piece->x + piece->width;
    if (!text_is_boundary(text, n, at))
        at = text_next(text, n, at);
    int x = 0;
    pango_layout_line_index_to_x(pango_layout_get_line_readonly(piece->layout, 0), (int)at, FALSE,
                                 &x);
    return piece->x + x * piece->scale / PANGO_SCALE;
}

void paint_piece_syllable(struct paint *paint, const struct paint_piece *piece, int column,
                          int *ret_from, int *ret_to)
{
    const char *text = paint->text.buf;
    const size_t n = paint->text.len;
    *ret_from = column;
    *ret_to = column + 1;
    while (*ret_from > piece->run.from &&
           !text_is_boundary(text, n, paint->at[*ret_from - piece->run.from]))
        (*ret_from)--;
    while (*ret_to < piece->run.to &&
           !text_is_boundary(text, n, paint->at[*ret_to - piece->run.from]))
        (*ret_to)++;
}
