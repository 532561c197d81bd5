// SPDX-License-Identifier: GPL-3.0-or-later
// A text in its box: shaped whole, cut where its letters end, and which of them stands where.
#include "private.h"

#include <math.h>

enum {
    SCALES = 64,   // few sizes of a font, not one for each text
    NARROWEST = 2, // shaped letters fill more than one column in so many
    LONG = 8,      // bytes to a column
};

// --- where letters are --------------------------------------------------------------------------

double paint_layout_x(PangoLayout *layout, size_t at)
{
    int x = 0;
    pango_layout_line_index_to_x(pango_layout_get_line_readonly(layout, 0), (int)at, FALSE, &x);
    return (double)x / PANGO_SCALE;
}

size_t paint_layout_fit(PangoLayout *layout, const char *s, size_t n, size_t from, double room)
{
    const double left = paint_layout_x(layout, from);
    size_t at = from;
    for (size_t next; at < n; at = next) {
        next = text_next(s, n, at);
        if (paint_layout_x(layout, next) - left > room)
            break;
    }
    return at;
}

// --- cutting ------------------------------------------------------------------------------------

static int look_of(const struct paint_line *line, const struct paint_words *words)
{
    for (int i = words->from; i < words->to; i++)
        if (line->cell[i].look & PAINT_BOLD)
            return PAINT_BOLD;
    return 0;
}

static PangoLayout *shape_marked(struct paint *paint, const char *s, size_t n, int look)
{
    str_reset(&paint->text);
    str_add_n(&paint->text, s, n);
    str_add(&paint->text, "…");
    return paint_shape(paint, paint->text.buf, paint->text.len, look);
}

// As many syllables as leave room for the mark directly behind them.
static void cut_marked(struct paint *paint, struct paint_piece *piece, double room, int look)
{
    const char *s = piece->words->s;
    size_t n = paint_layout_fit(piece->layout, s, piece->n, 0, room);
    for (;; n = text_prev(s, n, n)) {
        while (n > 0 && s[n - 1] == ' ')
            n--;
        piece->layout = shape_marked(paint, s, n, look);
        if (n == 0 || paint_layout_width(piece->layout) <= room)
            break;
    }
    piece->n = n;
}

static void cut(struct paint *paint, struct paint_piece *piece, double room, int look)
{
    const struct paint_words *words = piece->words;
    if (words->is_marked) {
        cut_marked(paint, piece, room, look);
        return;
    }
    piece->n = paint_layout_fit(piece->layout, words->s, piece->n, 0, room);
    piece->layout = paint_shape(paint, words->s, piece->n, look);
}

double paint_pad(const struct paint *paint)
{
    return paint->measure.width / 2.;
}

// --- pieces -------------------------------------------------------------------------------------

// What fits its columns is never cut: where its letters are wider than those are, it leans over
// into blanks behind them, and where there are none it is made narrower.
static void fit(struct paint *paint, struct paint_piece *piece, double room, int look)
{
    const struct paint_words *words = piece->words;
    const bool all = piece->n == words->n && !words->has_more;
    double width = paint_layout_width(piece->layout);
    if (!all || (width > room && text_columns(words->s, words->n) > words->columns)) {
        cut(paint, piece, words->is_marked ? room - paint_pad(paint) : room, look);
        width = paint_layout_width(piece->layout);
    }
    room += fmax(0, words->spare * (double)paint->measure.width - paint_pad(paint));
    piece->scale = width <= room ? 1 : fmax(1, floor(room / width * SCALES)) / SCALES;
    piece->width = width * piece->scale;
}

// The columns in which it has letters.
static void find_letters(struct paint_piece *piece)
{
    const struct paint_words *words = piece->words;
    piece->from = piece->to = words->from;
    for (int i = words->to - 1; i >= words->from; i--) {
        if (piece->line->cell[i].at >= words->n)
            continue;
        piece->to = piece->to > i ? piece->to : i + 1;
        piece->from = i;
    }
}

// From x on to the end of its box.
static struct paint_piece piece_from(struct paint *paint, const struct paint_line *line,
                                     const struct paint_words *words, double x)
{
    const double room = (words->col + words->columns) * (double)paint->measure.width - x;
    const int look = look_of(line, words);
    struct paint_piece piece = {.line = line, .words = words, .look = look, .x = x};
    piece.n = words->n;
    if (words->n > (size_t)(LONG * words->columns)) // not all of a long one needs to be shaped
        piece.n = text_fit(words->s, words->n, NARROWEST * words->columns + NARROWEST);
    piece.layout = paint_shape(paint, words->s, piece.n, look);
    piece.blank = paint->blank;
    fit(paint, &piece, room, look);
    const double spare = fmax(0, room - piece.width);
    if (words->align == ALIGN_RIGHT)
        piece.x += fmax(0, spare - paint_pad(paint));
    else if (words->align == ALIGN_CENTRE)
        piece.x += spare / 2;
    find_letters(&piece);
    return piece;
}

// Where a text follows another it is known by that one, from the first on.
struct paint_piece paint_piece_of(struct paint *paint, const struct paint_line *line,
                                  const struct paint_words *words)
{
    const double unit = paint->measure.width;
    const struct paint_words *at = words;
    while (at->follows)
        at--;
    struct paint_piece piece = piece_from(paint, line, at, at->col * unit);
    while (at < words) {
        const double next = piece.x + piece.width + paint->blank;
        at++;
        piece = piece_from(paint, line, at, fmin(at->col * unit, next));
    }
    return piece;
}

double paint_piece_edge(const struct paint_piece *piece, int column)
{
    if (column >= piece->to)
        return piece->x + piece->width + (column - piece->to) * piece->blank;
    const size_t at = column < piece->from ? 0 : piece->line->cell[column].at;
    return piece->x + paint_layout_x(piece->layout, at < piece->n ? at : piece->n) * piece->scale;
}

void paint_piece_syllable(const struct paint_piece *piece, int column, int *ret_from, int *ret_to)
{
    const struct paint_cell *cell = piece->line->cell;
    *ret_from = column;
    *ret_to = column + 1;
    if (column < piece->from || column >= piece->to)
        return;
    while (*ret_from > piece->from && cell[*ret_from - 1].at == cell[column].at)
        (*ret_from)--;
    while (*ret_to < piece->to && cell[*ret_to].at == cell[column].at)
        (*ret_to)++;
}
