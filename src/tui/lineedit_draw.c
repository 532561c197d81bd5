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

void lineedit_draw(struct lineedit *edit, struct canvas *canvas, int row, int col, int columns,
                   enum style style)
{
    const char *s = edit->text.buf;
    size_t n = edit->text.len;
    bool whole = text_columns(s, n) < columns;
    int side = !whole && columns > 4 ? 1 : 0, inner = columns - 2 * side;
    if (whole)
        edit->left = 0;
    else
        scroll(edit, inner);
    size_t shown = edit->left + text_fit(s + edit->left, n - edit->left, inner);
    canvas_fill(canvas, row, col, 1, columns, style);
    canvas_part(canvas, row, col + side, inner, style, ALIGN_LEFT, s + edit->left,
                shown - edit->left);
    size_t from = 0, length = lineedit_marked(edit, &from), to = from + length;
    from = from < edit->left ? edit->left : from;
    to = to > shown ? shown : to;
    if (from < to)
        canvas_set_style(canvas, row, col + side + columns_of(edit, edit->left, from), 1,
                         columns_of(edit, from, to), STYLE_SELECTED);
    if (side && edit->left > 0)
        canvas_put(canvas, row, col, STYLE_DIM, canvas->ascii ? "<" : "‹");
    if (side && shown < n)
        canvas_put(canvas, row, col + columns - 1, STYLE_DIM, canvas->ascii ? ">" : "›");
    int at = side + columns_of(edit, edit->left, edit->cursor);
    canvas_cursor(canvas, row, col + (at < columns ? at : columns - 1));
}
