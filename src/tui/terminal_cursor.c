// SPDX-License-Identifier: GPL-3.0-or-later
// Where the cursor goes, and the text typed at it.
#include "terminal_private.h"

#include <string.h>

enum { BACK_MAX = 4 }; // columns gone back one by one; more are jumped over

void painter_set_style(struct painter *painter, enum style style)
{
    const struct str *now = &painter->attributes[painter->style];
    const struct str *next = &painter->attributes[style];
    if (strcmp(now->buf, next->buf) != 0)
        str_add_n(&painter->out, next->buf, next->len);
    painter->style = style;
}

void painter_go(struct painter *painter, int row, int col)
{
    struct str *out = &painter->out;
    const int back = painter->col - col;
    const bool here = painter->row == row, below = painter->row >= 0 && painter->row + 1 == row;
    painter->behind = -1;
    if (here && painter->col == col)
        return;
    if (here && painter->col >= 0 && back > 0 && back <= BACK_MAX)
        str_add_repeat(out, "\b", (size_t)back);
    else if (below && col == 0)
        str_add(out, "\r\n");
    else if (!here || !info_add_go_along(out, col))
        info_add_go(out, row, col);
    painter->row = painter->keeps_row ? row : -1;
    painter->col = col < painter->shown->cols ? col : -1; // it is not let out
}

static void know_tail(struct painter *painter, const struct canvas *canvas, const struct run *run,
                      bool moved)
{
    struct tail *tail = &painter->tail;
    tail->known = !painter->wide;
    tail->moved = moved;
    tail->row = canvas->cursor_row;
    tail->start = run->start;
    tail->style = run->style;
    str_reset(&tail->text);
    run_add_cells(canvas, tail->row, run->start, run->end, &tail->text);
}

int painter_wide_column(const struct canvas *canvas, int row, const struct run *run, int at)
{
    autostr text = STR_INIT;
    int col = run->start, limit = run->end;
    run_add_cells(canvas, row, run->start, at, &text);
    for (size_t i = 0; i < text.len; i++)
        col += ((uint8_t)text.buf[i] & 0xC0) != 0x80;
    while (limit < canvas->cols && run_is_blank(canvas_cell(canvas, row, limit)))
        limit++;
    return col < limit ? col : limit;
}

// Puts the cursor. Where the terminal may measure otherwise, the text before the cursor is sent
// once more from the run's start: what is there is overwritten with itself, and the cursor is
// behind it.
void painter_place_cursor(struct painter *painter, const struct canvas *canvas)
{
    struct run run;
    const int row = canvas->cursor_row, at = run_cursor_cell(canvas);
    painter->tail.known = false;
    if (!run_of_cursor(canvas, &run)) {
        painter_go(painter, row, at);
        return;
    }
    bool agreed = run_all_agreed(canvas, row, run.start, at), moved = true;
    if (painter->wide) {
        painter_go(painter, row, painter_wide_column(canvas, row, &run, at));
    } else if (painter->saved) {
        info_add(&painter->out, SEQUENCE_RESTORE); // brings back the attributes of then as well
        painter->style = run.style;
        painter->row = -1;
    } else if (painter->behind == at && painter->row == row && at == run.end) {
        moved = false; // it is there
    } else if (agreed) {
        painter_go(painter, row, at);
    } else {
        painter_go(painter, row, run.start);
        painter_set_style(painter, run.style);
        run_add_cells(canvas, row, run.start, at, &painter->out);
        painter->col = -1;
        moved = false;
    }
    if (at == run.end)
        know_tail(painter, canvas, &run, moved);
}

// Whether the tail's text is the beginning of what is before the cursor now, which goes to ret.
static bool tail_goes_on(const struct painter *painter, const struct canvas *canvas,
                         struct str *ret, struct run *ret_run)
{
    const struct tail *tail = &painter->tail;
    if (!tail->known || tail->row != canvas->cursor_row || !run_of_cursor(canvas, ret_run) ||
        ret_run->start != tail->start || ret_run->style != tail->style ||
        ret_run->end != run_cursor_cell(canvas))
        return false;
    run_add_cells(canvas, tail->row, ret_run->start, ret_run->end, ret);
    return ret->len >= tail->text.len && memcmp(ret->buf, tail->text.buf, tail->text.len) == 0;
}

// When all that happened before the cursor is that text was appended where blanks were, the
// appended bytes are all that need be sent. When anything else happened there the tail is no longer
// known.
void painter_append_to_tail(struct painter *painter, const struct canvas *canvas)
{
    struct tail *tail = &painter->tail;
    struct run run;
    autostr text = STR_INIT;
    tail->known = tail_goes_on(painter, canvas, &text, &run);
    const size_t n = tail->text.len;
    if (!tail->known || text.len == n)
        return;
    tail->known = false;
    // a mark for a letter that was sent before a move might not find it
    if (tail->moved && !text_is_boundary(text.buf, text.len, n))
        return;
    for (int i = painter->shown->cursor_col; i < run.end; i++) {
        const struct canvas_cell *cell = canvas_cell(painter->shown, tail->row, i);
        if (!run_is_blank(cell) || cell->style != run.style)
            return;
    }
    painter_set_style(painter, run.style);
    str_add_n(&painter->out, text.buf + n, text.len - n);
    painter->col = -1;
    run_copy_cells(painter->shown, canvas, tail->row, run.start, run.end);
    know_tail(painter, canvas, &run, false);
    painter->shown->cursor_col = canvas->cursor_col;
}
