// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that only moved: the terminal moves them itself, within a region of its rows.
//
// A list that goes on by a row shows all its other rows again, one higher. Sent anew they would be
// most of the screen.
#include "terminal_private.h"

#include "orjon/base/mem.h"

#include <stdlib.h>
#include <string.h>

enum { WORTH = 100 }; // bytes: with fewer to win, moving is not worth its own

// What a row shows, as a number, and about how many bytes it takes to send.
struct trace {
    uint64_t what;
    int bytes;
};

struct move {
    int first, last; // rows of the canvas that were `by` rows further down before
    int by;          // above 0: up
    int won;         // bytes
};

static struct trace trace_row(const struct canvas *canvas, int row)
{
    struct trace trace = {.what = 0xCBF29CE484222325};
    for (int col = 0; col < canvas->cols; col++) {
        const struct canvas_cell *cell = canvas_cell(canvas, row, col);
        size_t n = 0;
        const char *s = canvas_bytes(canvas, cell, &n);
        trace.what = (trace.what ^ cell->style) * 0x100000001B3;
        for (size_t i = 0; i < n && cell->columns; i++)
            trace.what = (trace.what ^ (unsigned char)s[i]) * 0x100000001B3;
        trace.bytes += cell->length;
    }
    return trace;
}

// What is won when the rows that `by` brings to their place are moved, less what that spoils.
static struct move weigh(const struct trace *before, const struct trace *after, int rows, int by)
{
    struct move move = {.first = -1, .by = by};
    const int from = by < 0 ? -by : 0, to = by > 0 ? rows - by : rows;
    for (int row = from; row < to; row++)
        if (after[row].what == before[row + by].what && after[row].what != before[row].what &&
            after[row].bytes) {
            move.first = move.first < 0 ? row : move.first;
            move.last = row;
        }
    if (move.first < 0)
        return move;
    for (int row = move.first; row <= move.last; row++) {
        const bool comes = after[row].what == before[row + by].what,
                   was = after[row].what == before[row].what;
        move.won += comes && !was ? after[row].bytes : was && !comes ? -after[row].bytes : 0;
    }
    // The rows on the side that they come from, or those that they leave, are blank afterwards.
    for (int i = 0; i < abs(by); i++) {
        const int row = by > 0 ? move.last + 1 + i : move.first - 1 - i;
        move.won -= after[row].what == before[row].what ? after[row].bytes : 0;
    }
    return move;
}

static struct move find_move(const struct canvas *shown, const struct canvas *canvas)
{
    const int rows = canvas->height;
    autofree struct trace *before = mem_alloc((size_t)rows * 2 * sizeof *before);
    struct trace *after = before + rows;
    struct move best = {0};
    int changed = 0;
    for (int row = 0; row < rows; row++) {
        before[row] = trace_row(shown, row);
        after[row] = trace_row(canvas, row);
        changed += before[row].what != after[row].what ? after[row].bytes : 0;
    }
    for (int by = 1; by < rows && changed > WORTH; by++) {
        const struct move up = weigh(before, after, rows, by),
                          down = weigh(before, after, rows, -by);
        best = up.won > best.won ? up : best;
        best = down.won > best.won ? down : best;
    }
    return best;
}

static void move_shown(struct canvas *shown, int top, int bottom, int by)
{
    const size_t cols = (size_t)shown->cols, count = (size_t)(bottom - top + 1 - abs(by));
    struct canvas_cell *cells = shown->cell + (size_t)top * cols;
    const size_t gap = (size_t)abs(by) * cols;
    struct canvas_cell *from = by > 0 ? cells + gap : cells, *to = by > 0 ? cells : cells + gap;
    struct canvas_cell *blank = by > 0 ? cells + count * cols : cells;
    memmove(to, from, count * cols * sizeof *cells);
    for (size_t i = 0; i < gap; i++)
        blank[i] = (struct canvas_cell){.columns = 1, .style = STYLE_PLAIN};
}

void painter_scroll(struct painter *painter, const struct canvas *canvas)
{
    struct canvas *shown = painter->shown;
    if (!painter->flat[STYLE_PLAIN] || !info_can_scroll())
        return;
    const struct move move = find_move(shown, canvas);
    if (move.won < WORTH)
        return;
    const int top = move.by > 0 ? move.first : move.first + move.by;
    const int bottom = move.by > 0 ? move.last + move.by : move.last;
    painter_set_style(painter, STYLE_PLAIN); // the rows that come are blank in it
    info_add_scroll(&painter->out, top, bottom, shown->height, move.by);
    move_shown(shown, top, bottom, move.by);
    shown->cursor_row = -1; // setting the region moved the cursor
    painter->row = painter->col = -1;
    painter->tail.known = false;
}
