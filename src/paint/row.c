// SPDX-License-Identifier: GPL-3.0-or-later
// Painting a row: grounds, rules, runs, then the caret over them.
#include "private.h"

#include <math.h>
#include <string.h>

// A row on its way to the surface.
struct row {
    struct paint *paint;
    cairo_t *cr;
    const struct paint_cell *cells;
    int columns;
};

static int32_t ink_of(const struct row *row, int column)
{
    const struct paint_cell *cell = &row->cells[column];
    if (!(cell->look & PAINT_SELECTED))
        return cell->ink;
    return cell->ground == PAINT_CLEAR ? 0xFFFFFF : cell->ground;
}

static int32_t ground_of(const struct row *row, int column)
{
    const struct paint_cell *cell = &row->cells[column];
    return cell->look & PAINT_SELECTED ? cell->ink : cell->ground;
}

static double left_of(const struct row *row, int column)
{
    return column * (double)row->paint->measure.width;
}

// --- grounds and rules --------------------------------------------------------------------------

static void paint_grounds(const struct row *row)
{
    cairo_set_antialias(row->cr, CAIRO_ANTIALIAS_NONE);
    for (int from = 0, to; from < row->columns; from = to) {
        const int32_t ground = ground_of(row, from);
        for (to = from + 1; to < row->columns && ground_of(row, to) == ground;)
            to++;
        if (ground == PAINT_CLEAR)
            continue;
        paint_set_colour(row->cr, ground);
        paint_area(row->cr, left_of(row, from), 0, left_of(row, to) - left_of(row, from),
                   row->paint->measure.height);
    }
}

static void paint_rules(const struct row *row)
{
    for (int i = 0; i < row->columns; i++)
        if (paint_cell_is_rule(&row->cells[i]))
            paint_rule(&row->paint->measure, row->cr, row->cells[i].letter[0], left_of(row, i),
                       ink_of(row, i), ground_of(row, i));
    cairo_set_antialias(row->cr, CAIRO_ANTIALIAS_DEFAULT);
}

// Lines under or through letters of that ink.
static void paint_lines(const struct row *row, int look, int32_t ink, double x, double width)
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

static void show(const struct row *row, PangoLayout *layout, double x, double scale)
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

// Each cell's letter in the middle of the cell.
static void paint_cells(const struct row *row, const struct paint_run *run)
{
    struct paint *paint = row->paint;
    paint_spell(paint, row->cells, run);
    for (int i = run->from; i < run->to; i++) {
        const size_t at = paint->at[i - run->from], end = paint->at[i - run->from + 1];
        if (end == at || paint_cell_is_blank(&row->cells[i]))
            continue;
        PangoLayout *layout =
            paint_shape(paint, paint->text.buf + at, end - at, row->cells[i].look);
        const double room = row->cells[i].columns * (double)paint->measure.width;
        const double width = paint_layout_width(layout),
                     scale = width > room + 0.5 ? room / width : 1;
        paint_set_colour(row->cr, ink_of(row, i));
        show(row, layout, left_of(row, i) + (room - width * scale) / 2, scale);
    }
}

// Once shaped, once laid, and shown colour by colour through what each has of it.
static void paint_mixed(const struct row *row, const struct paint_piece *piece)
{
    const struct paint_run *run = &piece->run;
    cairo_t *cr = row->cr;
    for (int from = run->from, to; from < run->to; from = to) {
        const int32_t ink = ink_of(row, from), ground = ground_of(row, from);
        for (to = from + 1; to < run->to; to++)
            if (ink_of(row, to) != ink || ground_of(row, to) != ground)
                break;
        double x =
            from == run->from ? left_of(row, from) : paint_piece_edge(row->paint, piece, from);
        double end = to == run->to ? left_of(row, to) : paint_piece_edge(row->paint, piece, to);
        if (to == run->to && end < piece->x + piece->width)
            end = piece->x + piece->width;
        cairo_save(cr);
        cairo_rectangle(cr, x, 0, end - x, row->paint->measure.height);
        cairo_clip(cr);
        if (ground != PAINT_CLEAR) {
            paint_set_colour(cr, ground);
            cairo_paint(cr);
        }
        paint_set_colour(cr, ink);
        show(row, piece->layout, piece->x, piece->scale);
        paint_lines(row, row->cells[from].look, ink, x, end - x);
        cairo_restore(cr);
    }
}

static void paint_shaped(const struct row *row, const struct paint_run *run)
{
    struct paint *paint = row->paint;
    struct paint_piece piece = paint_piece_of(paint, row->cells, row->columns, run);
    paint->squeeze.runs++;
    paint->squeeze.squeezed += piece.scale < 1;
    paint->squeeze.least = fmin(paint->squeeze.least, piece.scale);
    if (run->mixed) {
        paint_mixed(row, &piece);
        return;
    }
    paint_set_colour(row->cr, ink_of(row, run->from));
    show(row, piece.layout, piece.x, piece.scale);
}

// Lines of cells whose text does not bring its own.
static void paint_cell_lines(const struct row *row, int from, int to)
{
    for (int i = from; i < to; i++)
        if (row->cells[i].look & (PAINT_UNDERLINE | PAINT_STRIKE))
            paint_lines(row, row->cells[i].look, ink_of(row, i), left_of(row, i),
                        row->paint->measure.width);
}

static void paint_runs(const struct row *row)
{
    struct paint_run run;
    int done = 0;
    for (; paint_run_next(row->cells, row->columns, done, &run); done = run.to) {
        if (run.shaped)
            paint_shaped(row, &run);
        else
            paint_cells(row, &run);
        paint_cell_lines(row, done, run.shaped && run.mixed ? run.from : run.to);
    }
    paint_cell_lines(row, done, row->columns);
}

// --- places -------------------------------------------------------------------------------------

// The run that a column is in, or else the last one before it.
static bool run_before(const struct paint_cell *cells, int columns, int column,
                       struct paint_run *ret)
{
    struct paint_run run;
    bool found = false;
    for (int at = 0; paint_run_next(cells, columns, at, &run) && run.from <= column; at = run.to) {
        *ret = run;
        found = true;
    }
    return found;
}

struct paint_span paint_span_at(struct paint *paint, const struct paint_cell *cells, int columns,
                                int column)
{
    const double unit = paint->measure.width;
    struct paint_span span = {.x = column * unit, .width = unit};
    struct paint_run run;
    if (column < 0 || column >= columns || !run_before(cells, columns, column, &run) ||
        column > run.to + 1 || (column > run.to && !paint_cell_is_blank(&cells[run.to])))
        return span;
    if (!run.shaped) {
        if (column < run.to && cells[column].columns == 2)
            span.width = 2 * unit;
        return span;
    }
    struct paint_piece piece = paint_piece_of(paint, cells, columns, &run);
    if (column >= run.to) { // the next letter would join the run
        if (paint_cell_is_blank(&cells[column]))
            span.x = piece.x + piece.width + (column - run.to) * paint->blank * piece.scale;
        return span;
    }
    int from, to;
    paint_piece_syllable(paint, &piece, column, &from, &to);
    span.x = paint_piece_edge(paint, &piece, from);
    span.width = fmax(2, paint_piece_edge(paint, &piece, to) - span.x);
    return span;
}

void paint_syllable_at(struct paint *paint, const struct paint_cell *cells, int columns, int column,
                       int *ret_from, int *ret_to)
{
    struct paint_run run;
    *ret_from = column;
    *ret_to = column + 1;
    if (column < 0 || column >= columns || !run_before(cells, columns, column, &run) ||
        column >= run.to || !run.shaped)
        return;
    struct paint_piece piece = paint_piece_of(paint, cells, columns, &run);
    paint_piece_syllable(paint, &piece, column, ret_from, ret_to);
}

int paint_column_at(struct paint *paint, const struct paint_cell *cells, int columns, double x)
{
    int column = (int)floor(x / paint->measure.width);
    struct paint_run run;
    if (column < 0 || column >= columns)
        return column < 0 ? -1 : columns;
    if (!run_before(cells, columns, column, &run) || column >= run.to || !run.shaped)
        return column;
    struct paint_piece piece = paint_piece_of(paint, cells, columns, &run);
    int from = run.from, to = run.from;
    while (to < run.to) {
        paint_piece_syllable(paint, &piece, to, &from, &to);
        if (x < paint_piece_edge(paint, &piece, to))
            return from;
    }
    return from; // behind the text, but not behind its cells
}

// --- the row ------------------------------------------------------------------------------------

static void paint_caret(const struct row *row, int column)
{
    const struct paint_measure *measure = &row->paint->measure;
    const struct paint_span span = paint_span_at(row->paint, row->cells, row->columns, column);
    paint_set_colour(row->cr, ink_of(row, column));
    paint_area(row->cr, floor(span.x), 0, 2 * paint_line_width(measure), measure->height);
}

void paint_row(struct paint *paint, cairo_t *cr, const struct paint_cell *cells, int columns,
               int caret)
{
    const struct row row = {.paint = paint, .cr = cr, .cells = cells, .columns = columns};
    paint_grounds(&row);
    paint_rules(&row);
    paint_runs(&row);
    if (caret >= 0 && caret < columns)
        paint_caret(&row, caret);
}

double paint_text(struct paint *paint, cairo_t *cr, double x, const char *text, int32_t ink,
                  int32_t ground)
{
    PangoLayout *layout = paint_shape(paint, text, strlen(text), 0);
    const double width = paint_layout_width(layout);
    const struct row row = {.paint = paint, .cr = cr};
    paint_set_colour(cr, ground);
    paint_area(cr, x, 0, width, paint->measure.height);
    paint_set_colour(cr, ink);
    show(&row, layout, x, 1);
    paint_lines(&row, PAINT_UNDERLINE, ink, x, width);
    return width;
}
