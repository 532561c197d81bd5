// SPDX-License-Identifier: GPL-3.0-or-later
// From canvas to cells.
//
// A canvas keeps a syllable whole, in as many cells as it takes; the painter wants each letter that
// takes a column in a cell, with the signs that take none.
#include "sheet.h"

#include "orjon/base/mem.h"

#include <glib.h>
#include <string.h>

void sheet_done(struct sheet *sheet)
{
    free(sheet->cell);
    free(sheet->dirty);
    *sheet = (struct sheet){0};
}

struct paint_cell *sheet_row(const struct sheet *sheet, int row)
{
    return sheet->cell + (size_t)row * (size_t)sheet->cols;
}

static void colour(struct paint_cell *cell, const struct canvas *canvas,
                   const struct canvas_cell *from, enum theme theme)
{
    const struct tint tint = tint_of(theme, (enum style)from->style, from->is_at);
    cell->ink = tint.ink;
    cell->ground = from->is_page ? PAINT_CLEAR : tint.ground;
    cell->look = tint.look;
    cell->pack = from->words ? canvas->words[from->words - 1].align : ALIGN_LEFT;
    cell->columns = 1;
}

// Puts the letters of a syllable into its cells, of which there are n.
static void put(struct paint_cell *cells, int n, const char *s, size_t length)
{
    struct paint_cell *cell = cells;
    int next = 0, letters = 0;
    for (const char *end = s + length, *after; s < end; s = after) {
        after = g_utf8_next_char(s);
        const int own = text_columns(s, (size_t)(after - s));
        if (own > 0 && next < n) {
            cell = &cells[next];
            letters = 0;
            if (own == 2 && next + 1 < n) { // a wide letter
                cell->columns = 2;
                cell[1].columns = 0;
            }
            next += own;
        }
        if (letters < PAINT_LETTERS)
            cell->letter[letters++] = g_utf8_get_char(s);
    }
}

static void take_row(const struct canvas *canvas, int row, enum theme theme, struct paint_cell *ret)
{
    memset(ret, 0, (size_t)canvas->cols * sizeof *ret); // rows are compared byte by byte
    for (int col = 0; col < canvas->cols; col++)
        colour(&ret[col], canvas, canvas_cell(canvas, row, col), theme);
    for (int col = 0; col < canvas->cols; col++) {
        const struct canvas_cell *cell = canvas_cell(canvas, row, col);
        size_t n = 0;
        const char *s = canvas_bytes(canvas, cell, &n);
        if (cell->columns && cell->length)
            put(&ret[col], cell->columns, s, n);
    }
}

static void resize(struct sheet *sheet, int rows, int cols)
{
    if (sheet->rows == rows && sheet->cols == cols)
        return;
    sheet->rows = rows;
    sheet->cols = cols;
    sheet->cell = mem_resize(sheet->cell, (size_t)rows * (size_t)cols, sizeof *sheet->cell);
    sheet->dirty = mem_resize(sheet->dirty, (size_t)rows, sizeof *sheet->dirty);
    memset(sheet->cell, 0, (size_t)rows * (size_t)cols * sizeof *sheet->cell);
    for (int row = 0; row < rows; row++)
        sheet->dirty[row] = true;
}

static void set_cursor(struct sheet *sheet, const struct canvas *canvas)
{
    const int last_row = canvas->height - 1, last_col = canvas->cols - 1;
    const int row = CLAMP(canvas->cursor_row, 0, last_row);
    const int col = CLAMP(canvas->cursor_col, 0, last_col);
    if ((row != sheet->cursor_row || col != sheet->cursor_col) && sheet->cursor_row < sheet->rows)
        sheet->dirty[sheet->cursor_row] = sheet->dirty[row] = true;
    sheet->cursor_row = row;
    sheet->cursor_col = col;
    sheet->under_cursor = (enum style)canvas_cell(canvas, row, col)->style;
    sheet->on_page = canvas_cell(canvas, row, col)->is_page;
}

void sheet_take(struct sheet *sheet, const struct canvas *canvas, enum theme theme)
{
    const size_t bytes = (size_t)canvas->cols * sizeof *sheet->cell;
    autofree struct paint_cell *fresh = mem_resize(NULL, 1, bytes);
    resize(sheet, canvas->height, canvas->cols);
    const int32_t ground = tint_of(theme, STYLE_PLAIN, false).ground;
    sheet->all_dirty = sheet->all_dirty || sheet->ground != ground;
    sheet->ground = ground;
    for (int row = 0; row < sheet->rows; row++) {
        take_row(canvas, row, theme, fresh);
        if (memcmp(fresh, sheet_row(sheet, row), bytes) == 0)
            continue;
        memcpy(sheet_row(sheet, row), fresh, bytes);
        sheet->dirty[row] = true;
    }
    set_cursor(sheet, canvas);
}

void sheet_touch(struct sheet *sheet, int row, int rows)
{
    for (int i = MAX(row, 0); i < MIN(row + rows, sheet->rows); i++)
        sheet->dirty[i] = true;
}

void sheet_say(struct sheet *sheet, enum theme theme, const char *sentence)
{
    const int last = sheet->rows - 1;
    struct canvas *line = canvas_new(1, sheet->cols > 0 ? sheet->cols : 1);
    canvas_text(line, 0, 0, line->cols, STYLE_ERROR, ALIGN_LEFT, sentence, strlen(sentence));
    if (last >= 0) {
        take_row(line, 0, theme, sheet_row(sheet, last));
        sheet->dirty[last] = true;
    }
    canvas_free(&line);
}

static void paint_margin(int32_t ground, double x, double y, double width, double height,
                         cairo_t *cr)
{
    if (ground == PAINT_CLEAR)
        return;
    cairo_set_source_rgb(cr, (ground >> 16 & 255) / 255., (ground >> 8 & 255) / 255.,
                         (ground & 255) / 255.);
    cairo_rectangle(cr, x, y, width, height);
    cairo_fill(cr);
}

void sheet_paint_margins(const struct sheet *sheet, int row, struct paint_measure measure,
                         double width, cairo_t *cr)
{
    const struct paint_cell *cells = sheet_row(sheet, row);
    const double right = (double)sheet->cols * measure.width;
    const int32_t first = cells[0].ground, last = cells[sheet->cols - 1].ground;
    paint_margin(first, -MARGIN, 0, MARGIN, measure.height, cr);
    paint_margin(last, right, 0, width - right - MARGIN, measure.height, cr);
    if (row == 0 && first == last)
        paint_margin(first, -MARGIN, -MARGIN, width, MARGIN, cr);
}

void sheet_text(const struct sheet *sheet, int row, int from, int to, struct str *ret)
{
    size_t end = ret->len;
    for (int i = MAX(from, 0); i < MIN(to, sheet->cols); i++) {
        const struct paint_cell *cell = &sheet_row(sheet, row)[i];
        if (!cell->columns)
            continue;
        if (!cell->letter[0])
            str_add_char(ret, ' ');
        for (int k = 0; k < PAINT_LETTERS && cell->letter[k]; k++) {
            char bytes[6];
            str_add_n(ret, bytes, (size_t)g_unichar_to_utf8(cell->letter[k], bytes));
        }
        if (cell->letter[0] && cell->letter[0] != ' ')
            end = ret->len;
    }
    str_cut(ret, end);
}

// Where nothing is typed, what has the focus is shown whole.
int sheet_caret(const struct sheet *sheet, int row)
{
    const enum style style = sheet->under_cursor;
    const bool typed = style == STYLE_EDIT || style == STYLE_FIELD || style == STYLE_SELECTED;
    return typed && row == sheet->cursor_row ? sheet->cursor_col : PAINT_NO_CARET;
}
