// SPDX-License-Identifier: GPL-3.0-or-later
// Runs of a canvas: what a terminal may measure otherwise than we do.
#include "terminal_run.h"

#include <string.h>

static bool is_box(const struct canvas *canvas, const struct canvas_cell *cell)
{
    if (cell->length != 3)
        return false;
    const unsigned char *s = (const unsigned char *)canvas->text.buf + cell->at;
    return s[0] == 0xE2 && s[1] >= 0x94 && s[1] <= 0x96 && (s[1] != 0x96 || s[2] <= 0x9F);
}

// Whether all terminals give the cell the one column that we do: ASCII, and Bengali letters, digits
// and signs that stand alone.
static bool is_agreed(const struct canvas *canvas, const struct canvas_cell *cell)
{
    const unsigned char *s = (const unsigned char *)canvas->text.buf + cell->at;
    if (cell->length <= 1)
        return cell->columns == 1;
    if (cell->length != 3 || s[0] != 0xE0)
        return false;
    unsigned c = (unsigned)(s[1] & 0x3F) << 6 | (s[2] & 0x3F);
    return (c >= 0x985 && c <= 0x9B9) || (c >= 0x9E6 && c <= 0x9FA) || c == 0x964;
}

// The next run of a row at or after col; false at the end of the row.
bool run_next(const struct canvas *canvas, int row, int col, struct run *ret)
{
    const int cols = canvas->cols;
    const struct canvas_cell *cells = canvas_cell(canvas, row, 0);
    while (col < cols && (run_is_blank(&cells[col]) || !cells[col].columns))
        col++;
    if (col >= cols)
        return false;
    ret->start = col;
    ret->style = (enum style)cells[col].style;
    bool box = is_box(canvas, &cells[col]);
    int end = col;
    for (; col < cols; col++) {
        const struct canvas_cell *cell = &cells[col];
        if (!cell->columns) {
            end = col + 1; // the rest of a syllable, whatever its style
            continue;
        }
        if (cell->style != ret->style || (!run_is_blank(cell) && is_box(canvas, cell) != box))
            break;
        if (run_is_blank(cell) && (box || col + 1 >= cols || run_is_blank(&cells[col + 1])))
            break;
        if (!run_is_blank(cell))
            end = col + 1;
    }
    ret->end = end;
    return true;
}

static bool same_cell(const struct canvas *a, const struct canvas_cell *x, const struct canvas *b,
                      const struct canvas_cell *y)
{
    return x->length == y->length && x->columns == y->columns && x->style == y->style &&
           (!x->length || memcmp(a->text.buf + x->at, b->text.buf + y->at, x->length) == 0);
}

bool run_same_cells(const struct canvas *a, const struct canvas *b, int row, int from, int to)
{
    const struct canvas_cell *x = canvas_cell(a, row, 0), *y = canvas_cell(b, row, 0);
    for (int i = from; i < to; i++)
        if (!same_cell(a, &x[i], b, &y[i]))
            return false;
    return true;
}

bool run_all_agreed(const struct canvas *canvas, int row, int from, int to)
{
    const struct canvas_cell *cells = canvas_cell(canvas, row, 0);
    for (int i = from; i < to; i++)
        if (!is_agreed(canvas, &cells[i]) && !is_box(canvas, &cells[i]))
            return false;
    return true;
}

void run_add_cells(const struct canvas *canvas, int row, int from, int to, struct str *ret)
{
    for (int i = from; i < to; i++) {
        const struct canvas_cell *cell = canvas_cell(canvas, row, i);
        size_t n = 0;
        const char *s = canvas_bytes(canvas, cell, &n);
        if (cell->columns)
            str_add_n(ret, s, n);
    }
}

void run_copy_cells(struct canvas *ret, const struct canvas *canvas, int row, int from, int to)
{
    for (int i = from; i < to; i++) {
        struct canvas_cell *cell = &ret->cell[(size_t)row * (size_t)ret->cols + (size_t)i];
        const struct canvas_cell *source = canvas_cell(canvas, row, i);
        *cell = *source;
        cell->at = (uint32_t)ret->text.len;
        str_add_n(&ret->text, canvas->text.buf + source->at, source->length);
    }
}

// The cursor's column; never within a syllable.
int run_cursor_cell(const struct canvas *canvas)
{
    int col = canvas->cursor_col;
    while (col > 0 && !canvas_cell(canvas, canvas->cursor_row, col)->columns)
        col--;
    return col;
}

// The run at whose start, inside or end the cursor stands. Blanks typed behind the text of a field
// belong to it: the next letter will.
bool run_of_cursor(const struct canvas *canvas, struct run *ret)
{
    const int row = canvas->cursor_row, at = run_cursor_cell(canvas);
    bool found = false;
    struct run run;
    for (int col = 0; run_next(canvas, row, col, &run) && run.start <= at; col = run.end) {
        *ret = run;
        found = true;
    }
    if (!found || is_box(canvas, canvas_cell(canvas, row, ret->start)))
        return false;
    int end = ret->end;
    while (ret->style == STYLE_EDIT && end < at && run_is_blank(canvas_cell(canvas, row, end)) &&
           canvas_cell(canvas, row, end)->style == STYLE_EDIT)
        end++;
    if (at > end)
        return false;
    if (at > ret->end)
        ret->end = at;
    return true;
}
