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
        sheet->dirty[i] = (struct columns){0, sheet->cols};
}

bool sheet_is_dirty(const struct sheet *sheet, int row)
{
    return sheet->dirty[row].from < sheet->dirty[row].to;
}

void sheet_clean(struct sheet *sheet, int row)
{
    sheet->dirty[row] = (struct columns){sheet->cols, 0};
}

cairo_rectangle_int_t sheet_place(const struct sheet *sheet, int row, struct paint_measure measure,
                                  int width)
{
    const struct columns *columns = &sheet->dirty[row];
    const int top = row ? MARGIN + row * measure.height : 0;
    const int left = columns->from ? MARGIN + columns->from * measure.width : 0;
    const int right = columns->to < sheet->cols ? MARGIN + columns->to * measure.width : width;
    return (cairo_rectangle_int_t){left, top, right - left,
                                   MARGIN + (row + 1) * measure.height - top};
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

// What shows where the cursor is: a caret in a text stands where its letters are.
static void touch_cursor(struct sheet *sheet, const struct picture *picture)
{
    if (sheet->cursor_row >= picture->rows || sheet->cursor_col >= picture->cols)
        return;
    const struct paint_line line = picture_line(picture, sheet->cursor_row);
    picture_reach(&line, sheet->cursor_col, &sheet->dirty[sheet->cursor_row]);
}

static void set_cursor(struct sheet *sheet, const struct canvas *canvas)
{
    const int last_row = canvas->height - 1, last_col = canvas->cols - 1;
    const int row = CLAMP(canvas->cursor_row, 0, last_row);
    const int col = CLAMP(canvas->cursor_col, 0, last_col);
    const enum style style = (enum style)canvas_cell(canvas, row, col)->style;
    const bool moved =
        row != sheet->cursor_row || col != sheet->cursor_col || style != sheet->under_cursor;
    if (moved && sheet->before.rows == sheet->rows && sheet->before.cols == sheet->cols)
        touch_cursor(sheet, &sheet->before);
    sheet->cursor_row = row;
    sheet->cursor_col = col;
    if (moved)
        touch_cursor(sheet, &sheet->now);
    sheet->under_cursor = style;
    sheet->on_page = canvas_cell(canvas, row, col)->is_page;
}

static void mark_changes(struct sheet *sheet, int row)
{
    const struct columns changed = picture_changed(&sheet->before, &sheet->now, row);
    struct columns *dirty = &sheet->dirty[row];
    *dirty = (struct columns){MIN(dirty->from, changed.from), MAX(dirty->to, changed.to)};
    // The margin above the first row goes by the grounds at both its ends.
    if (row == 0 && sheet_is_dirty(sheet, 0) && (dirty->from == 0 || dirty->to == sheet->cols))
        sheet_touch(sheet, 0, 1);
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
    if (sheet->before.rows != sheet->rows || sheet->before.cols != sheet->cols)
        sheet_touch(sheet, 0, sheet->rows);
    else
        for (int row = 0; row < sheet->rows; row++)
            mark_changes(sheet, row);
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
