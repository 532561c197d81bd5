// SPDX-License-Identifier: GPL-3.0-or-later
// Showing a canvas: only runs that changed, each at its own absolute place.
//
// A run is what the terminal may measure otherwise than we do. What it shows of a run begins at the
// run's first cell for certain and ends nobody knows where, so a run that changed is blanked and
// sent whole, but for a beginning made of characters that all terminals give one column.
#include "terminal_private.h"
#include "terminal_run.h"

#include "orjon/base/mem.h"

#include <stdlib.h>
#include <string.h>

void painter_init(struct painter *painter)
{
    bool colours = !getenv("NO_COLOR");
    for (int i = 0; i < STYLE_COUNT; i++) {
        painter->attributes[i] = STR_INIT;
        info_add_style(&painter->attributes[i], (enum style)i, colours, &painter->flat[i]);
    }
    painter->out = painter->head = painter->tail.text = STR_INIT;
    painter->shown = canvas_new(1, 1);
    painter->scrolls_at_end = info_scrolls_at_end();
}

void painter_done(struct painter *painter)
{
    for (int i = 0; i < STYLE_COUNT; i++)
        str_done(&painter->attributes[i]);
    str_done(&painter->out);
    str_done(&painter->head);
    str_done(&painter->tail.text);
    canvas_free(&painter->shown);
    free(painter->dirty);
}

static void set_style(struct painter *painter, enum style style)
{
    const struct str *now = &painter->attributes[painter->style];
    const struct str *next = &painter->attributes[style];
    if (strcmp(now->buf, next->buf) != 0)
        str_add_n(&painter->out, next->buf, next->len);
    painter->style = style;
}

static void go(struct painter *painter, int row, int col)
{
    info_add_go(&painter->out, row, col);
}

// --- what changed in a row ----------------------------------------------------------------------

// The first cell from which two runs that begin alike must be sent: what is before it is the same
// and of characters that stand in their cells on every terminal.
static int first_change(const struct canvas *a, const struct canvas *b, int row,
                        const struct run *one, const struct run *other)
{
    int col = one->start;
    while (col < one->end && col < other->end && run_same_cells(a, b, row, col, col + 1) &&
           run_all_agreed(a, row, col, col + 1))
        col++;
    return col;
}

// Marks the cells of the runs of `a` that `b` has not alike.
static void mark_runs(struct painter *painter, const struct canvas *a, const struct canvas *b,
                      int row)
{
    struct run one, other;
    for (int col = 0; run_next(a, row, col, &one); col = one.end) {
        bool meet = run_at(b, row, one.start, &other) && other.style == one.style;
        if (meet && one.end == other.end && run_same_cells(a, b, row, one.start, one.end))
            continue;
        int from = meet ? first_change(a, b, row, &one, &other) : one.start, to = one.end;
        if (meet && one.end == other.end && run_all_agreed(a, row, from, to) &&
            run_all_agreed(b, row, from, to))
            while (to > from && run_same_cells(a, b, row, to - 1, to))
                to--;
        for (int i = from; i < to; i++)
            painter->dirty[i] = true;
    }
}

static bool mark_row(struct painter *painter, const struct canvas *canvas, int row)
{
    const struct canvas *shown = painter->shown;
    if (run_same_cells(shown, canvas, row, 0, canvas->cols))
        return false;
    memset(painter->dirty, 0, (size_t)canvas->cols * sizeof *painter->dirty);
    mark_runs(painter, shown, canvas, row);
    mark_runs(painter, canvas, shown, row);
    for (int col = 0; col < canvas->cols; col++) // blanks that change their style
        if (run_is_blank(canvas_cell(canvas, row, col)) &&
            !run_same_cells(shown, canvas, row, col, col + 1))
            painter->dirty[col] = true;
    return true;
}

// --- sending a row ------------------------------------------------------------------------------

// Blanks cells of one style; leaves the cursor somewhere.
static void send_blanks(struct painter *painter, const struct canvas *canvas, int row, int from,
                        int to, enum style style)
{
    if (painter->scrolls_at_end && row == canvas->height - 1 && to == canvas->cols)
        to--;
    if (from >= to)
        return;
    go(painter, row, from);
    set_style(painter, style);
    bool flat = painter->flat[style];
    if (flat && to == canvas->cols && info_has(SEQUENCE_CLEAR_ROW))
        info_add(&painter->out, SEQUENCE_CLEAR_ROW);
    else if (!flat || to - from < 6 || !info_add_erase(&painter->out, to - from))
        str_add_repeat(&painter->out, " ", (size_t)(to - from));
}

// Blanks the dirty cells that are blank on the canvas.
static void send_dirty_blanks(struct painter *painter, const struct canvas *canvas, int row)
{
    const struct canvas_cell *cells = canvas_cell(canvas, row, 0);
    for (int from = 0, to; from < canvas->cols; from = to) {
        to = from + 1;
        if (!painter->dirty[from] || !run_is_blank(&cells[from]))
            continue;
        while (to < canvas->cols && painter->dirty[to] && run_is_blank(&cells[to]) &&
               cells[to].style == cells[from].style)
            to++;
        send_blanks(painter, canvas, row, from, to, (enum style)cells[from].style);
    }
}

// Sends a run from its first dirty cell to its last.
static void send_run(struct painter *painter, const struct canvas *canvas, int row,
                     const struct run *run)
{
    int from = run->start, to = run->end;
    while (from < to && !painter->dirty[from])
        from++;
    while (to > from && !painter->dirty[to - 1])
        to--;
    if (from == to)
        return;
    if (painter->scrolls_at_end && row == canvas->height - 1 && to == canvas->cols)
        to--;
    if (!run_all_agreed(canvas, row, from, to) || !run_all_agreed(painter->shown, row, from, to))
        send_blanks(painter, canvas, row, from, to, run->style);
    go(painter, row, from);
    set_style(painter, run->style);
    const int at = run_cursor_cell(canvas);
    bool save = row == canvas->cursor_row && from < at && at < to && info_has(SEQUENCE_SAVE) &&
                info_has(SEQUENCE_RESTORE);
    run_add_cells(canvas, row, from, save ? at : from, &painter->out);
    if (save) {
        info_add(&painter->out, SEQUENCE_SAVE);
        painter->saved = true;
    }
    run_add_cells(canvas, row, save ? at : from, to, &painter->out);
    painter->last_row = row;
    painter->last_col = to;
}

// --- the cursor ---------------------------------------------------------------------------------

static void know_tail(struct painter *painter, const struct canvas *canvas, const struct run *run,
                      bool moved)
{
    struct tail *tail = &painter->tail;
    tail->known = true;
    tail->moved = moved;
    tail->row = canvas->cursor_row;
    tail->start = run->start;
    tail->style = run->style;
    str_reset(&tail->text);
    run_add_cells(canvas, tail->row, run->start, run->end, &tail->text);
}

// Puts the cursor. Where the terminal may measure otherwise, the text before the cursor is sent
// once more from the run's start: what is there is overwritten with itself, and the cursor is
// behind it.
static void place_cursor(struct painter *painter, const struct canvas *canvas)
{
    struct run run;
    const int row = canvas->cursor_row, at = run_cursor_cell(canvas);
    painter->tail.known = false;
    if (!run_of_cursor(canvas, &run)) {
        go(painter, row, at);
        return;
    }
    bool agreed = run_all_agreed(canvas, row, run.start, at), moved = true;
    if (painter->saved) {
        info_add(&painter->out, SEQUENCE_RESTORE); // brings back the attributes of then as well
        painter->style = run.style;
    } else if (painter->last_row == row && painter->last_col == at && at == run.end) {
        moved = false; // it is there
    } else if (agreed) {
        go(painter, row, at);
    } else {
        go(painter, row, run.start);
        set_style(painter, run.style);
        run_add_cells(canvas, row, run.start, at, &painter->out);
        moved = false;
    }
    if (at == run.end)
        know_tail(painter, canvas, &run, moved);
}

// Copies a run of the canvas to what is shown, as far as `to`.
static void accept_cells(struct painter *painter, const struct canvas *canvas, int row, int from,
                         int to)
{
    struct canvas *shown = painter->shown;
    for (int i = from; i < to; i++) {
        struct canvas_cell *cell = &shown->cell[(size_t)row * (size_t)shown->cols + (size_t)i];
        const struct canvas_cell *source = canvas_cell(canvas, row, i);
        *cell = *source;
        cell->at = (uint32_t)shown->text.len;
        str_add_n(&shown->text, canvas->text.buf + source->at, source->length);
    }
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
static void append_to_tail(struct painter *painter, const struct canvas *canvas)
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
    set_style(painter, run.style);
    str_add_n(&painter->out, text.buf + n, text.len - n);
    accept_cells(painter, canvas, tail->row, run.start, run.end);
    know_tail(painter, canvas, &run, false);
    painter->shown->cursor_col = canvas->cursor_col;
}

// --- a frame ------------------------------------------------------------------------------------

static void start_afresh(struct painter *painter, const struct canvas *canvas)
{
    painter->dirty = mem_resize(painter->dirty, (size_t)canvas->cols, sizeof *painter->dirty);
    canvas_resize(painter->shown, canvas->height, canvas->cols);
    info_add(&painter->out, SEQUENCE_PLAIN);
    painter->style = STYLE_PLAIN;
    info_add(&painter->out, SEQUENCE_CLEAR);
    painter->shown->cursor_row = -1; // the cursor must be put
    painter->tail.known = false;
    painter->valid = true;
}

static void keep_shown(struct painter *painter, const struct canvas *canvas)
{
    struct canvas *shown = painter->shown;
    size_t cells = (size_t)canvas->height * (size_t)canvas->cols;
    memcpy(shown->cell, canvas->cell, cells * sizeof *shown->cell);
    str_reset(&shown->text);
    str_add_n(&shown->text, canvas->text.buf, canvas->text.len);
    shown->cursor_row = canvas->cursor_row;
    shown->cursor_col = canvas->cursor_col;
}

static void send_row(struct painter *painter, const struct canvas *canvas, int row)
{
    struct run run;
    if (!mark_row(painter, canvas, row))
        return;
    send_dirty_blanks(painter, canvas, row);
    for (int col = 0; run_next(canvas, row, col, &run); col = run.end)
        send_run(painter, canvas, row, &run);
}

void painter_show(struct painter *painter, const struct canvas *canvas)
{
    struct str *out = &painter->out, *head = &painter->head;
    str_reset(out);
    str_reset(head);
    if (!painter->valid || painter->shown->height != canvas->height ||
        painter->shown->cols != canvas->cols)
        start_afresh(painter, canvas);
    append_to_tail(painter, canvas);
    str_add_n(head, out->buf, out->len);
    str_reset(out);
    const enum style style = painter->style;
    painter->saved = false;
    painter->last_row = painter->last_col = -1;
    for (int row = 0; row < canvas->height; row++)
        if (row != canvas->cursor_row)
            send_row(painter, canvas, row);
    send_row(painter, canvas, canvas->cursor_row); // last, so that the cursor may be there already
    bool there = painter->shown->cursor_row == canvas->cursor_row &&
                 painter->shown->cursor_col == canvas->cursor_col;
    if (there && out->len && painter->tail.known && info_has(SEQUENCE_SAVE) &&
        info_has(SEQUENCE_RESTORE)) {
        info_add(head, SEQUENCE_SAVE);
        info_add(out, SEQUENCE_RESTORE); // brings back the attributes of then as well
        painter->style = style;
        painter->tail.moved = true;
    } else if (!there || out->len) {
        place_cursor(painter, canvas);
    }
    str_add_n(head, out->buf, out->len);
    str_reset(out);
    str_add_n(out, head->buf, head->len);
    keep_shown(painter, canvas);
}
