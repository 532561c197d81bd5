// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a form.
#include "form_private.h"

#include <string.h>

static int label_columns(const struct form *form, int columns)
{
    int widest = 0;
    for (int i = 0; i < form->count; i++) {
        const struct form_field *field = &form->fields[i];
        int own = field->value ? text_columns(field->label, strlen(field->label)) : 0;
        widest = own > widest ? own : widest;
    }
    return widest < columns / 2 ? widest : columns / 2;
}

static void draw_value(struct form *form, struct canvas *canvas, int row, int col, int columns,
                       int i)
{
    const struct form_field *field = &form->fields[i];
    bool focus = i == form->focus && form_is_open(form, i);
    if (field->columns > 0 && field->columns < columns)
        columns = field->columns;
    if (focus && form->editing) {
        lineedit_draw(&form->edit, canvas, row, col, columns, STYLE_EDIT);
        return;
    }
    autostr value = STR_INIT;
    field->value(form->data, i, &value);
    enum style style = focus                         ? STYLE_FOCUS
                       : field->style != STYLE_PLAIN ? field->style
                       : field->accept               ? STYLE_FIELD
                                                     : STYLE_PLAIN;
    canvas_text(canvas, row, col, columns, style, ALIGN_LEFT, value.buf, value.len);
    if (focus)
        canvas_cursor(canvas, row, col);
}

static void draw_field(struct form *form, struct canvas *canvas, int row, int col, int columns,
                       int labels, int i)
{
    const struct form_field *field = &form->fields[i];
    size_t n = strlen(field->label);
    if (!field->value) {
        canvas_text(canvas, row, col, columns, STYLE_HEADING, ALIGN_LEFT, field->label, n);
        return;
    }
    canvas_text(canvas, row, col, labels, STYLE_LABEL, ALIGN_LEFT, field->label, n);
    draw_value(form, canvas, row, col + labels + 2, columns - labels - 2, i);
    if (i == form->focus)
        canvas_mark_row(canvas, row, col, 1, columns);
}

// Fields that there is no room for.
static void draw_more(const struct form *form, struct canvas *canvas, int last_row, int next)
{
    const int col = form->col + form->columns - 1;
    if (form->top > 0)
        canvas_put(canvas, form->row, col, STYLE_DIM, canvas->ascii ? "^" : "↑");
    if (next < form->count)
        canvas_put(canvas, last_row, col, STYLE_DIM, canvas->ascii ? "v" : "↓");
}

void form_draw(struct form *form, struct canvas *canvas, int row, int col, int rows, int columns)
{
    const int labels = label_columns(form, columns);
    const int hint_rows = 1, view = rows - hint_rows - (form->error.len ? 2 : 0);
    if (form->top > form->focus)
        form->top = form->focus;
    if (view > 0 && form->focus >= form->top + view)
        form->top = form->focus - view + 1;
    if (form->top > 0 && form->top == form->focus && !form->fields[form->top - 1].value)
        form->top--; // its heading comes along
    form->row = row;
    form->col = col;
    form->rows = rows - hint_rows;
    form->columns = columns;
    form->error_rows = 0;
    int y = row;
    int i = form->top;
    for (; i < form->count && y < row + rows - hint_rows; i++) {
        draw_field(form, canvas, y++, col, columns, labels, i);
        if (i == form->focus && form->error.len)
            form->error_rows =
                canvas_wrapped(canvas, y, col + labels + 2, row + rows - hint_rows - y,
                               columns - labels - 2, STYLE_ERROR, form->error.buf, form->error.len);
        y += i == form->focus ? form->error_rows : 0;
    }
    draw_more(form, canvas, y - 1, i);
    if (form->focus >= form->count || !form->fields[form->focus].hint)
        return;
    const char *hint = form->fields[form->focus].hint;
    canvas_text(canvas, row + rows - 1, col, columns, STYLE_DIM, ALIGN_LEFT, hint, strlen(hint));
}
