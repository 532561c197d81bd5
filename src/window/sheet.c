// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows, and what of it has changed.
#include "sheet.h"

#include "orjon/base/mem.h"

#include <glib.h>
#include <string.h>

void sheet_done(struct sheet *sheet)
{
    picture_done(&sheet->now);
    picture_done(&sheet->before);
    picture_done(&sheet->said);
    free(sheet->dirty);
    *sheet = (struct sheet){0};
}

struct paint_line sheet_line(const struct sheet *sheet, int row)
{
    const bool said = sheet->is_said && row == sheet->rows - 1;
    return said ? picture_line(&sheet->said, 0) : picture_line(&sheet->now, row);
}

void sheet_mark_cell(struct paint_cell *cell, enum theme theme)
{
    const struct tint tint = tint_of(theme, STYLE_SELECTED, false);
    cell->ink = tint.ink;
    cell->ground = tint.ground;
    cell->look &= (uint8_t)~PAINT_PADDED;
}

void sheet_touch(struct sheet *sheet, int row, int rows)
{
    for (int i = MAX(row, 0); i < MIN(row + rows, sheet->rows); i++)
        sheet->dirty[i] = true;
}

bool sheet_is_dirty(const struct sheet *sheet, int row)
{
    return sheet->dirty[row];
}

void sheet_clean(struct sheet *sheet, int row)
{
    sheet->dirty[row] = false;
}

cairo_rectangle_int_t sheet_place(int row, struct paint_measure measure, int width)
{
    const int top = row ? MARGIN + row * measure.height : 0;
    return (cairo_rectangle_int_t){0, top, width, MARGIN + (row + 1) * measure.height - top};
}

void sheet_field(const struct sheet *sheet, int *ret_from, int *ret_to)
{
    const struct paint_line line = sheet_line(sheet, sheet->cursor_row);
    const struct paint_cell *cell = line.cell, *at = &cell[sheet->cursor_col];
    int from = sheet->cursor_col, to = from + 1;
    while (from > 0 && cell[from - 1].ground == at->ground && !cell[from - 1].rule)
        from--;
    while (to < line.columns && cell[to].ground == at->ground && !cell[to].rule)
        to++;
    *ret_from = from;
    *ret_to = to;
}

static void resize(struct sheet *sheet, int rows, int cols)
{
    if (sheet->rows == rows && sheet->cols == cols)
        return;
    sheet->rows = rows;
    sheet->cols = cols;
    sheet->all_dirty = true; // what was below the last row is no row now
    sheet->dirty = mem_resize(sheet->dirty, (size_t)rows, sizeof *sheet->dirty);
    sheet_touch(sheet, 0, rows);
}

static void set_cursor(struct sheet *sheet, const struct canvas *canvas)
{
    const int last_row = canvas->height - 1, last_col = canvas->cols - 1;
    const int row = CLAMP(canvas->cursor_row, 0, last_row);
    const int col = CLAMP(canvas->cursor_col, 0, last_col);
    const enum style style = (enum style)canvas_cell(canvas, row, col)->style;
    if (row != sheet->cursor_row || col != sheet->cursor_col || style != sheet->under_cursor) {
        sheet_touch(sheet, sheet->cursor_row, 1);
        sheet_touch(sheet, row, 1);
    }
    sheet->cursor_row = row;
    sheet->cursor_col = col;
    sheet->under_cursor = style;
    sheet->on_page = canvas_cell(canvas, row, col)->is_page;
}

// Marks the rows in which that is not what was shown before.
static void mark_changes(struct sheet *sheet)
{
    const bool resized = sheet->before.rows != sheet->rows || sheet->before.cols != sheet->cols;
    for (int row = 0; row < sheet->rows; row++)
        if (resized || !picture_is_same(&sheet->before, &sheet->now, row))
            sheet_touch(sheet, row, 1);
}

void sheet_take(struct sheet *sheet, const struct canvas *canvas, enum theme theme,
                struct paint *paint)
{
    const struct picture before = sheet->before;
    const int32_t ground = tint_of(theme, STYLE_PLAIN, false).ground;
    sheet->before = sheet->now;
    sheet->now = before;
    picture_take(&sheet->now, canvas, theme, paint);
    resize(sheet, canvas->height, canvas->cols);
    sheet->all_dirty = sheet->all_dirty || sheet->ground != ground;
    sheet->ground = ground;
    mark_changes(sheet);
    if (sheet->is_said)
        sheet_touch(sheet, sheet->rows - 1, 1);
    sheet->is_said = false;
    set_cursor(sheet, canvas);
}

void sheet_say(struct sheet *sheet, enum theme theme, struct paint *paint, const char *sentence)
{
    if (!sheet->rows)
        return;
    struct canvas *line = canvas_new(1, sheet->cols);
    canvas_text(line, 0, 0, line->cols, STYLE_ERROR, ALIGN_LEFT, sentence, strlen(sentence));
    picture_take(&sheet->said, line, theme, paint);
    sheet->is_said = true;
    sheet_touch(sheet, sheet->rows - 1, 1);
    canvas_free(&line);
}

static void paint_margin(int32_t ground, double x, double y, double width, double height,
                         cairo_t *cr)
{
    cairo_set_source_rgb(cr, (ground >> 16 & 255) / 255., (ground >> 8 & 255) / 255.,
                         (ground & 255) / 255.);
    cairo_rectangle(cr, x, y, width, height);
    cairo_fill(cr);
}

// What is padded has its pad there, and no more.
static int32_t margin_of(const struct sheet *sheet, const struct paint_cell *cell)
{
    const bool plain = cell->ground == PAINT_CLEAR || cell->look & PAINT_PADDED;
    return plain ? sheet->ground : cell->ground;
}

void sheet_paint_margins(const struct sheet *sheet, int row, struct paint_measure measure,
                         double width, cairo_t *cr)
{
    const struct paint_cell *cells = sheet_line(sheet, row).cell;
    const double right = (double)sheet->cols * measure.width;
    const int32_t page = sheet->ground;
    const int32_t first = margin_of(sheet, &cells[0]);
    const int32_t last = margin_of(sheet, &cells[sheet->cols - 1]);
    paint_margin(first, -MARGIN, 0, MARGIN, measure.height, cr);
    paint_margin(last, right, 0, width - right - MARGIN, measure.height, cr);
    if (row == 0)
        paint_margin(first == last ? first : page, -MARGIN, -MARGIN, width, MARGIN, cr);
}

void sheet_text(const struct sheet *sheet, int row, int from, int to, struct str *ret)
{
    const struct paint_line line = sheet_line(sheet, row);
    picture_text(&line, MAX(from, 0), MIN(to, sheet->cols), ret);
}

// Where nothing is typed, what has the focus is shown whole.
int sheet_caret(const struct sheet *sheet, int row)
{
    const enum style style = sheet->under_cursor;
    const bool typed = style == STYLE_EDIT || style == STYLE_FIELD || style == STYLE_SELECTED;
    return typed && row == sheet->cursor_row ? sheet->cursor_col : PAINT_NO_CARET;
}
