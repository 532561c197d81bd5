// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing one row up to date: only runs that changed, each at its own absolute place.
//
// A run is what the terminal may measure otherwise than we do. What it shows of a run begins at the
// run's first cell for certain and ends nobody knows where, so a run that changed is blanked and
// sent whole, but for a beginning made of characters that all terminals give one column.
#include "terminal_private.h"

#include <string.h>

// Columns: fewer are erased by sending blanks; more are skipped; so few clean ones between dirty
// ones cost less than a move.
enum { ERASE_MIN = 4, GAP_MAX = 8, BRIDGE_MAX = 4 };

// --- what changed -------------------------------------------------------------------------------

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
    bool more = run_next(b, row, 0, &other);
    for (int col = 0; run_next(a, row, col, &one); col = one.end) {
        while (more && other.end <= one.start)
            more = run_next(b, row, other.end, &other);
        bool meet = more && other.start == one.start && other.style == one.style;
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

static bool is_flat_blank(const struct painter *painter, const struct canvas_cell *cell)
{
    return run_is_blank(cell) && cell->style < STYLE_COUNT && painter->flat[cell->style];
}

// Clean blanks between dirty cells are cheaper sent than gone over.
static void bridge_gaps(struct painter *painter, const struct canvas *canvas, int row)
{
    for (int col = 1, gap = 0; col < canvas->cols; col++) {
        bool blank = run_is_blank(canvas_cell(canvas, row, col)) &&
                     run_is_blank(canvas_cell(painter->shown, row, col));
        if (painter->dirty[col] && gap > 0 && gap <= BRIDGE_MAX && col > gap &&
            painter->dirty[col - gap - 1])
            for (int i = col - gap; i < col; i++)
                painter->dirty[i] = true;
        gap = !painter->dirty[col] && blank ? gap + 1 : 0;
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
    for (int col = 0; col < canvas->cols; col++) { // blanks that look otherwise than before
        const struct canvas_cell *cell = canvas_cell(canvas, row, col);
        const struct canvas_cell *old = canvas_cell(shown, row, col);
        if (run_is_blank(cell) && !run_same_cells(shown, canvas, row, col, col + 1) &&
            !(is_flat_blank(painter, cell) && is_flat_blank(painter, old)))
            painter->dirty[col] = true;
    }
    bridge_gaps(painter, canvas, row);
    return true;
}

// --- sending a piece: dirty cells of one look ---------------------------------------------------

struct piece {
    const struct canvas *canvas;
    int row, from, to;
    enum style style;
};

// Cells printed that all terminals give the columns that we do; blanks too.
static void printed(struct painter *painter, const struct piece *piece, int to)
{
    painter->col = to < piece->canvas->cols ? to : -1; // beyond the edge terminals disagree
}

static void send_blanks(struct painter *painter, const struct piece *piece, int from, int to)
{
    const bool flat = painter->flat[piece->style];
    painter_go(painter, piece->row, from);
    painter_set_style(painter, piece->style);
    if (flat && to == piece->canvas->cols && info_has(SEQUENCE_CLEAR_ROW)) {
        info_add(&painter->out, SEQUENCE_CLEAR_ROW);
    } else if (!flat || to - from < ERASE_MIN || !info_add_erase(&painter->out, to - from)) {
        str_add_repeat(&painter->out, " ", (size_t)(to - from));
        printed(painter, piece, to);
    }
}

// Text that no terminal measures otherwise goes out in one, with the blanks between.
static void send_agreed(struct painter *painter, const struct piece *piece)
{
    for (int at = piece->from, next; at < piece->to; at = next) {
        const bool blank = run_is_blank(canvas_cell(piece->canvas, piece->row, at));
        for (next = at + 1; next < piece->to; next++)
            if (run_is_blank(canvas_cell(piece->canvas, piece->row, next)) != blank)
                break;
        bool erase = next == piece->canvas->cols || next - at > GAP_MAX;
        if (blank && erase) {
            send_blanks(painter, piece, at, next);
            continue;
        }
        painter_go(painter, piece->row, at);
        painter_set_style(painter, piece->style);
        run_add_cells(piece->canvas, piece->row, at, next, &painter->out);
        printed(painter, piece, next);
        painter->behind = blank ? -1 : next;
    }
}

// Sends cells of a run; if the cursor shall stand within, the terminal keeps its place.
static void send_run(struct painter *painter, const struct piece *piece, int from, int to)
{
    const struct canvas *canvas = piece->canvas;
    const int at = run_cursor_cell(canvas);
    bool save = piece->row == canvas->cursor_row && from < at && at < to && !painter->wide &&
                info_has(SEQUENCE_SAVE) && info_has(SEQUENCE_RESTORE);
    painter_go(painter, piece->row, from);
    painter_set_style(painter, piece->style);
    run_add_cells(canvas, piece->row, from, save ? at : from, &painter->out);
    if (save) {
        info_add(&painter->out, SEQUENCE_SAVE);
        painter->saved = true;
    }
    run_add_cells(canvas, piece->row, save ? at : from, to, &painter->out);
    painter->col = -1;
    painter->behind = to;
}

static bool shows_blanks(const struct painter *painter, const struct piece *piece)
{
    bool blank = painter->flat[piece->style];
    for (int i = piece->from; i < piece->to && blank; i++)
        blank = is_flat_blank(painter, canvas_cell(painter->shown, piece->row, i));
    return blank;
}

// Blanks its cells, and leaves the cursor before its text where that costs less than a move.
static void blank_piece(struct painter *painter, const struct piece *piece)
{
    int text = piece->from;
    while (text < piece->to && run_is_blank(canvas_cell(piece->canvas, piece->row, text)))
        text++;
    const bool near = text < piece->to && text - piece->from <= BRIDGE_MAX;
    if (near && text > piece->from)
        send_blanks(painter, piece, piece->from, text);
    send_blanks(painter, piece, near ? text : piece->from, piece->to);
}

// What was there may have been measured otherwise: all its cells are of this piece, or of the next.
static void send_piece(struct painter *painter, const struct piece *piece)
{
    struct run run;
    if (piece->from >= piece->to)
        return;
    if (run_all_agreed(piece->canvas, piece->row, piece->from, piece->to)) {
        send_agreed(painter, piece);
        return;
    }
    if (!shows_blanks(painter, piece))
        blank_piece(painter, piece);
    for (int col = piece->from; run_next(piece->canvas, piece->row, col, &run); col = run.end) {
        if (run.start >= piece->to)
            break;
        send_run(painter, piece, run.start, run.end < piece->to ? run.end : piece->to);
    }
}

// Sends the row from the run at `from` on, each run before the blanks behind it: those cut off what
// the terminal made wider than there is room.
static void send_wide(struct painter *painter, const struct canvas *canvas, int row, int from,
                      int end)
{
    int taken = 0; // the column behind the last run
    for (int at = from, to; at < end; at = to) {
        const struct canvas_cell *cell = canvas_cell(canvas, row, at);
        struct piece piece = {canvas, row, at, end, (enum style)cell->style};
        struct run run = {.end = at + 1};
        bool blank = run_is_blank(cell);
        if (blank)
            while (run.end < end && run_is_blank(canvas_cell(canvas, row, run.end)) &&
                   canvas_cell(canvas, row, run.end)->style == cell->style)
                run.end++;
        else
            run_next(canvas, row, at, &run);
        to = run.end < end ? run.end : end;
        int first = blank && taken > at ? taken : at;
        if (first < to)
            send_blanks(painter, &piece, first, to);
        if (blank)
            continue;
        painter->col = -1;
        send_run(painter, &piece, at, to);
        taken = painter_wide_column(canvas, row, &run, run.end);
    }
}

// Where to begin: the run that has the first dirty cell, or is the last before it.
static int first_wide(const struct painter *painter, const struct canvas *canvas, int row)
{
    struct run run;
    int from = 0, start = -1;
    while (from < canvas->cols && !painter->dirty[from])
        from++;
    for (int col = 0; run_next(canvas, row, col, &run) && run.start <= from; col = run.end)
        start = run.start;
    return start < 0 ? from : start;
}

// Whether a cell can be sent along with those before it.
static bool goes_on(const struct painter *painter, const struct piece *piece,
                    const struct canvas_cell *cell)
{
    const enum style a = piece->style, b = (enum style)cell->style;
    return a == b || (painter->flat[a] && is_flat_blank(painter, cell)) ||
           (painter->flat[a] == painter->flat[b] &&
            strcmp(painter->attributes[a].buf, painter->attributes[b].buf) == 0);
}

// The look in which a piece from there on is sent: blanks that look erased look so in any such.
static enum style look_of(const struct painter *painter, const struct canvas *canvas, int row,
                          int from)
{
    const struct canvas_cell *cells = canvas_cell(canvas, row, 0);
    int at = from;
    while (at < canvas->cols && painter->dirty[at] && is_flat_blank(painter, &cells[at]))
        at++;
    if (at == from || at == canvas->cols || !painter->dirty[at])
        at = from;
    const enum style style = (enum style)cells[at].style;
    return at > from && !painter->flat[style] ? (enum style)cells[from].style : style;
}

void painter_send_row(struct painter *painter, const struct canvas *canvas, int row)
{
    const struct canvas_cell *cells = canvas_cell(canvas, row, 0);
    const int end = canvas->cols - (painter->scrolls_at_end && row == canvas->height - 1);
    if (!mark_row(painter, canvas, row))
        return;
    if (painter->wide) {
        send_wide(painter, canvas, row, first_wide(painter, canvas, row), end);
        return;
    }
    for (int from = 0, to; from < end; from = to) {
        to = from + 1;
        if (!painter->dirty[from])
            continue;
        struct piece piece = {canvas, row, from, to, look_of(painter, canvas, row, from)};
        while (to < end && painter->dirty[to] &&
               (!cells[to].columns || goes_on(painter, &piece, &cells[to])))
            to++;
        piece.to = to;
        send_piece(painter, &piece);
    }
}
