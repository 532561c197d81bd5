// SPDX-License-Identifier: GPL-3.0-or-later
// Painting a row: grounds (ground.c), rules, texts, then the caret over them.
#include "private.h"

#include <math.h>
#include <string.h>

static int32_t ink_of(const struct paint_band *row, int column)
{
    return row->line->cell[column].ink;
}

// --- rules --------------------------------------------------------------------------------------

static bool is_block(const struct paint_band *row, int column)
{
    return column >= 0 && column < row->line->columns && row->line->cell[column].rule >= 0x2580;
}

static void paint_rules(const struct paint_band *row)
{
    const struct paint_measure *measure = &row->paint->measure;
    for (int i = row->from; i < row->to; i++) {
        const uint32_t rule = row->line->cell[i].rule;
        if (is_block(row, i))
            paint_block(measure, row->cr, rule, paint_band_left(row, i), ink_of(row, i),
                        !is_block(row, i - 1) && !is_block(row, i + 1));
        else if (rule)
            paint_rule(measure, row->cr, rule, paint_band_left(row, i), ink_of(row, i),
                       paint_band_ground(row, i));
    }
    cairo_set_antialias(row->cr, CAIRO_ANTIALIAS_DEFAULT);
}

// Lines under or through letters of that ink.
static void paint_lines(const struct paint_band *row, int look, int32_t ink, double x, double width)
{
    const struct paint_measure *measure = &row->paint->measure;
    const double thick = paint_line_width(measure);
    if (look & PAINT_UNDERLINE) {
        paint_set_faint_colour(row->cr, ink);
        paint_area(row->cr, x, measure->height - thick, width, thick);
    }
    paint_set_colour(row->cr, ink);
    if (look & PAINT_STRIKE)
        paint_area(row->cr, x, floor(measure->ascent * 0.65), width, thick);
}

// --- text ---------------------------------------------------------------------------------------

static void show(const struct paint_band *row, PangoLayout *layout, double x, double scale)
{
    cairo_t *cr = row->cr;
    cairo_save(cr);
    cairo_translate(cr, x, row->paint->measure.ascent);
    if (scale < 1)
        cairo_scale(cr, scale, 1);
    cairo_move_to(cr, 0, 0);
    pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(layout, 0));
    cairo_restore(cr);
}

static bool looks_alike(const struct paint_band *row, int a, int b)
{
    enum { MARKS = PAINT_UNDERLINE | PAINT_STRIKE };
    return ink_of(row, a) == ink_of(row, b) &&
           paint_band_ground(row, a) == paint_band_ground(row, b) &&
           (row->line->cell[a].look & MARKS) == (row->line->cell[b].look & MARKS);
}

// The column behind those that look as this one does.
static int end_of_look(const struct paint_band *row, int from, int end)
{
    int to = from + 1;
    while (to < end && looks_alike(row, from, to))
        to++;
    return to;
}

// One look of several: what it has of a text that was shaped once and laid once. Where the letters
// are hidden, cells that are seen have places outside of what is seen.
static void paint_stretch(const struct paint_band *row, const struct paint_piece *piece, int from,
                          int to)
{
    const struct paint_words *words = piece->words;
    const int32_t ink = ink_of(row, from), ground = paint_band_ground(row, from);
    const bool edge = from == words->from && !words->follows;
    const double left = words->follows ? piece->x : paint_band_left(row, words->from);
    const double right = paint_band_left(row, words->to);
    const double x = edge ? left : fmax(left, paint_piece_edge(piece, from));
    const double end = to == words->to ? right : fmin(right, paint_piece_edge(piece, to));
    cairo_t *cr = row->cr;
    if (x >= end)
        return;
    cairo_save(cr);
    cairo_rectangle(cr, x, 0, end - x, row->paint->measure.height);
    cairo_clip(cr);
    if (ground != PAINT_CLEAR) {
        paint_set_colour(cr, ground);
        cairo_paint(cr);
    }
    paint_set_colour(cr, ink);
    show(row, piece->layout, piece->x, piece->scale);
    paint_lines(row, row->line->cell[from].look, ink, x, end - x);
    cairo_restore(cr);
}

// Of a text behind something else, its whole syllables where they stand, and nothing outside of
// what is seen of its box: the letters of some begin before their place or end behind it.
static void show_syllables(const struct paint_band *row, const struct paint_piece *piece)
{
    const struct paint_words *words = piece->words;
    const double left = paint_band_left(row, words->from), right = paint_band_left(row, words->to);
    autostr text = STR_INIT;
    str_add(&text, pango_layout_get_text(piece->layout)); // shaping the part may drop the layout
    size_t at = 0;
    double x = piece->x;
    while (at < text.len && words->from > words->col && x < left) {
        at = text_next(text.buf, text.len, at);
        x = piece->x + paint_layout_x(piece->layout, at) * piece->scale;
    }
    const double room = (right - x) / piece->scale;
    const size_t end = paint_layout_fit(piece->layout, text.buf, text.len, at, room);
    if (end == at)
        return;
    cairo_rectangle(row->cr, left, 0, right - left, row->paint->measure.height);
    cairo_clip(row->cr);
    show(row, paint_shape(row->paint, text.buf + at, end - at, piece->look), x, piece->scale);
}

// A text that is seen whole may lean out of its box by a hair, one behind something else may not.
static void paint_alike(const struct paint_band *row, const struct paint_piece *piece)
{
    const struct paint_words *words = piece->words;
    const bool hidden = words->from > words->col || words->to < words->col + words->columns;
    cairo_t *cr = row->cr;
    cairo_save(cr);
    paint_set_colour(cr, ink_of(row, words->from));
    if (hidden)
        show_syllables(row, piece);
    else
        show(row, piece->layout, piece->x, piece->scale);
    cairo_restore(cr);
    paint_lines(row, row->line->cell[words->from].look, ink_of(row, words->from),
                paint_band_left(row, words->from), paint_band_left(row, words->to - words->from));
}

// Whether a text may reach into what is seen; what follows another may begin where that does.
static bool is_seen(const struct paint_band *row, const struct paint_words *words)
{
    const int end = words->col + words->columns + words->spare;
    while (words->follows)
        words--;
    return words->col <= row->to && end >= row->from; // a letter may stand a hair out of its box
}

static void paint_texts(const struct paint_band *row)
{
    for (int i = 0; i < row->line->texts; i++) {
        const struct paint_words *words = &row->line->text[i];
        if (!is_seen(row, words))
            continue;
        const struct paint_piece piece = paint_piece_of(row->paint, row->line, words);
        row->paint->narrow.texts++;
        row->paint->narrow.narrowed += piece.scale < 1;
        row->paint->narrow.least = fmin(row->paint->narrow.least, piece.scale);
        if (end_of_look(row, words->from, words->to) == words->to) {
            paint_alike(row, &piece);
            continue;
        }
        for (int from = words->from, to; from < words->to; from = to)
            paint_stretch(row, &piece, from, to = end_of_look(row, from, words->to));
    }
}

// --- places -------------------------------------------------------------------------------------

const struct paint_words *paint_words_at(const struct paint_line *line, int column)
{
    for (int i = 0; i < line->texts; i++)
        if (column >= line->text[i].from && column < line->text[i].to)
            return &line->text[i];
    return NULL;
}

struct paint_span paint_span_at(struct paint *paint, const struct paint_line *line, int column)
{
    const double unit = paint->measure.width;
    const struct paint_words *words = paint_words_at(line, column);
    if (!words)
        return (struct paint_span){column * unit, unit};
    const struct paint_piece piece = paint_piece_of(paint, line, words);
    int from, to;
    paint_piece_syllable(&piece, column, &from, &to);
    const double x = paint_piece_edge(&piece, from);
    return (struct paint_span){x, fmax(2, paint_piece_edge(&piece, to) - x)};
}

void paint_syllable_at(struct paint *paint, const struct paint_line *line, int column,
                       int *ret_from, int *ret_to)
{
    const struct paint_words *words = paint_words_at(line, column);
    *ret_from = column;
    *ret_to = column + 1;
    if (!words)
        return;
    const struct paint_piece piece = paint_piece_of(paint, line, words);
    paint_piece_syllable(&piece, column, ret_from, ret_to);
}

// The text whose letters or whose box are at x; what follows another begins before its box.
static const struct paint_words *words_under(struct paint *paint, const struct paint_line *line,
                                             double x)
{
    const double unit = paint->measure.width;
    for (int i = line->texts; i-- > 0;) {
        const struct paint_words *words = &line->text[i];
        const double from =
            words->follows ? paint_piece_of(paint, line, words).x : words->from * unit;
        if (x >= from && x < words->to * unit)
            return words;
    }
    return NULL;
}

int paint_column_at(struct paint *paint, const struct paint_line *line, double x)
{
    const int column = (int)floor(x / paint->measure.width);
    if (column < 0 || column >= line->columns)
        return column < 0 ? -1 : line->columns;
    const struct paint_words *words = words_under(paint, line, x);
    if (!words)
        return column;
    const struct paint_piece piece = paint_piece_of(paint, line, words);
    int from = piece.from, to = piece.from;
    if (x < piece.x || from == piece.to)
        return column < from || from == piece.to ? column : from;
    while (to < piece.to) {
        paint_piece_syllable(&piece, to, &from, &to);
        if (x < paint_piece_edge(&piece, to))
            return from;
    }
    return column < piece.to ? from : column; // behind the text, perhaps not behind its cells
}

// --- the row ------------------------------------------------------------------------------------

static void show_caret(const struct paint_band *row, double x)
{
    const struct paint_measure *measure = &row->paint->measure;
    paint_area(row->cr, floor(x), 0, 2 * paint_line_width(measure), measure->height);
}

static void paint_caret(const struct paint_band *row, int column)
{
    const struct paint_span span = paint_span_at(row->paint, row->line, column);
    paint_set_colour(row->cr, ink_of(row, column));
    show_caret(row, span.x);
}

// Lines of cells in no text; a text brings its own.
static void paint_cell_lines(const struct paint_band *row)
{
    for (int i = row->from; i < row->to; i++)
        if (row->line->cell[i].look & (PAINT_UNDERLINE | PAINT_STRIKE) &&
            !paint_words_at(row->line, i))
            paint_lines(row, row->line->cell[i].look, ink_of(row, i), paint_band_left(row, i),
                        row->paint->measure.width);
}

// The columns that the clip lets through.
static void find_seen(struct paint_band *row)
{
    const double unit = row->paint->measure.width, columns = row->line->columns;
    double left, top, right, bottom;
    cairo_clip_extents(row->cr, &left, &top, &right, &bottom);
    row->from = (int)fmax(0, fmin(floor(left / unit), columns));
    row->to = (int)fmax(0, fmin(ceil(right / unit), columns));
}

void paint_row(struct paint *paint, cairo_t *cr, const struct paint_line *line, int caret)
{
    struct paint_band row = {.paint = paint, .cr = cr, .line = line};
    find_seen(&row);
    paint_band_grounds(&row);
    paint_rules(&row);
    paint_cell_lines(&row);
    paint_texts(&row);
    if (caret >= 0 && caret < line->columns)
        paint_caret(&row, caret);
}

double paint_text(struct paint *paint, cairo_t *cr, double x, const char *text, int32_t ink,
                  int32_t ground)
{
    PangoLayout *layout = paint_shape(paint, text, strlen(text), 0);
    const double width = paint_layout_width(layout);
    const struct paint_band row = {.paint = paint, .cr = cr};
    paint_set_colour(cr, ground);
    paint_area(cr, floor(x), 0, ceil(width), paint->measure.height);
    paint_set_colour(cr, ink);
    show(&row, layout, x, 1);
    paint_lines(&row, PAINT_UNDERLINE, ink, x, width);
    show_caret(&row, x + width);
    return width;
}
