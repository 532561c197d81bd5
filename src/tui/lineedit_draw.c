// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a line being typed.
#include "canvas_part.h"
#include "lineedit_private.h"

static int columns_of(const struct lineedit *edit, size_t from, size_t to)
{
    return text_columns(edit->text.buf + from, to - from);
}

// Scrolls so that the cursor and the syllable under it are within `inner` columns.
static void scroll(struct lineedit *edit, int inner)
{
    if (!lineedit_is_boundary(edit, edit->left) || edit->left > edit->text.len)
        edit->left = edit->left > edit->text.len ? edit->cursor : lineedit_before(edit, edit->left);
    if (edit->left > edit->cursor)
        edit->left = edit->cursor;
    int used = columns_of(edit, edit->left, lineedit_after(edit, edit->cursor));
    while (edit->left < edit->cursor && used > inner) {
        size_t next = lineedit_after(edit, edit->left);
        used -= columns_of(edit, edit->left, next);
        edit->left = next;
    }
    int rest = columns_of(edit, edit->left, edit->text.len);
    while (edit->left > 0) { // no empty space at the right while there is text at the left
        size_t back = lineedit_before(edit, edit->left);
        rest += columns_of(edit, back, edit->left);
        if (rest > inner)
            break;
        edit->left = back;
    }
}

static void draw_text(const struct lineedit *edit, struct canvas *canvas, int row, int col,
                      int columns, enum style style, size_t shown)
{
    const char *s = edit->text.buf + edit->left;
    const size_t n = shown - edit->left;
    autostr figure = STR_INIT;
    if (!edit->figure) {
        canvas_part(canvas, row, col, columns, style, ALIGN_LEFT, s, n);
        return;
    }
    text_digits(&figure, s, n, i18n_digits()); // a digit takes one column in either script
    canvas_part(canvas, row, col, columns, style, ALIGN_LEFT, figure.buf, figure.len);
}

static void draw_marked(const struct lineedit *edit, struct canvas *canvas, int row, int col,
                        size_t shown)
{
    size_t from = 0, length = lineedit_marked(edit, &from), to = from + length;
    from = from < edit->left ? edit->left : from;
    to = to > shown ? shown : to;
    if (from < to)
        canvas_set_style(canvas, row, col + columns_of(edit, edit->left, from), 1,
                         columns_of(edit, from, to), STYLE_SELECTED);
}

void lineedit_draw(struct lineedit *edit, struct canvas *canvas, int row, int col, int columns,
                   enum style style)
{
    const char *s = edit->text.buf;
    const size_t n = edit->text.len;
    const int wide = text_columns(s, n);
    const bool whole = wide < columns, signs = !whole && columns > 4;
    const int inner = signs ? columns - 2 : columns;
    // A figure leaves the last cell to the cursor.
    const int lead = signs ? 1 : whole && edit->figure ? columns - 1 - wide : 0;
    if (whole)
        edit->left = 0;
    else
        scroll(edit, inner);
    const size_t shown = edit->left + text_fit(s + edit->left, n - edit->left, inner);
    canvas_fill(canvas, row, col, 1, columns, style);
    draw_text(edit, canvas, row, col + lead, whole ? columns - lead : inner, style, shown);
    draw_marked(edit, canvas, row, col + lead, shown);
    if (signs && edit->left > 0)
        canvas_put(canvas, row, col, STYLE_DIM, canvas->ascii ? "<" : "‹");
    if (signs && shown < n)
        canvas_put(canvas, row, col + columns - 1, STYLE_DIM, canvas->ascii ? ">" : "›");
    const int at = lead + columns_of(edit, edit->left, edit->cursor);
    canvas_cursor(canvas, row, col + (at < columns ? at : columns - 1));
}
