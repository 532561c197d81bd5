// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a text of many lines.
#include "canvas_part.h"
#include "textedit_private.h"

#include "orjon/base/i18n.h"

// Scrolls so that the cursor's row is in view, and no further than the text.
static void scroll(struct textedit *edit, size_t row)
{
    const size_t view = (size_t)edit->view;
    if (edit->top + view > edit->rows.count)
        edit->top = edit->rows.count > view ? edit->rows.count - view : 0;
    if (row < edit->top)
        edit->top = row;
    if (row >= edit->top + view)
        edit->top = row - view + 1;
}

static void draw_marked(const struct textedit *edit, struct canvas *canvas, int y,
                        const struct textedit_row *row)
{
    const char *s = edit->edit.text.buf;
    size_t from = 0, length = lineedit_marked(&edit->edit, &from), to = from + length;
    const size_t end = row->from + row->len;
    const bool beyond = to > end; // the line break too
    from = from > row->from ? from : row->from;
    if (!length || from > end || to <= row->from)
        return;
    const int at = text_columns(s + row->from, from - row->from);
    const int columns = text_columns(s + from, (beyond ? end : to) - from) + beyond;
    const int room = edit->columns - at;
    if (room > 0)
        canvas_set_style(canvas, y, edit->col + at, 1, columns < room ? columns : room,
                         STYLE_SELECTED);
}

static void draw_foot(const struct textedit *edit, struct canvas *canvas, size_t row)
{
    autostr foot = STR_INIT;
    str_addf(&foot, _("words: %s, letters: %s; row %s of %s"), SAY(edit->rows.words),
             SAY(edit->rows.letters), SAY(row + 1), SAY(edit->rows.count));
    canvas_text(canvas, edit->row + edit->view, edit->col, edit->columns, STYLE_DIM, ALIGN_LEFT,
                foot.buf, foot.len);
}

// The last column is kept for the cursor behind a full row.
void textedit_draw(struct textedit *edit, struct canvas *canvas, int row, int col, int rows,
                   int columns)
{
    const struct lineedit *line = &edit->edit;
    if (rows < 2 || columns < 2)
        return;
    if (edit->rows.columns != columns - 1)
        textedit_rows_lay(&edit->rows, line->text.buf, line->text.len, columns - 1);
    edit->row = row;
    edit->col = col;
    edit->view = rows - 1;
    edit->columns = columns;
    const size_t here = textedit_row_of(&edit->rows, line->cursor);
    scroll(edit, here);
    canvas_fill(canvas, row, col, edit->view, columns, STYLE_FIELD);
    for (int i = 0; i < edit->view && edit->top + (size_t)i < edit->rows.count; i++) {
        const struct textedit_row *at = &edit->rows.row[edit->top + (size_t)i];
        canvas_part(canvas, row + i, col, columns, STYLE_FIELD, ALIGN_LEFT,
                    line->text.buf + at->from, at->len);
        draw_marked(edit, canvas, row + i, at);
    }
    draw_foot(edit, canvas, here);
    const size_t from = edit->rows.row[here].from;
    const int at = text_columns(line->text.buf + from, line->cursor - from);
    canvas_cursor(canvas, row + (int)(here - edit->top), col + (at < columns ? at : columns - 1));
}
