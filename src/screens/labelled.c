// SPDX-License-Identifier: GPL-3.0-or-later
// Labels and their values in rows.
#include "labelled.h"

#include "orjon/base/larger.h"

#include <string.h>

enum { GAP = 3 }; // blanks between a value and the next label

struct labelled labelled_rows(struct canvas *canvas, int row, int end, int col, int edge)
{
    return (struct labelled){
        .canvas = canvas, .row = row, .end = end, .col = col, .edge = edge, .first = col};
}

bool labelled_put(struct labelled *rows, const char *label, enum style style,
                  const struct str *value, int room)
{
    autostr name = STR_INIT;
    str_addf(&name, "%s:", label);
    const int own = text_columns(name.buf, name.len) + 1,
              wide = text_columns(value->buf, value->len);
    if (rows->col > rows->first && rows->col + own + wide > rows->edge) {
        rows->row++;
        rows->col = rows->first;
    }
    const int left = rows->edge - rows->col - own;
    if (rows->row >= rows->end || left <= 0)
        return false;
    canvas_text(rows->canvas, rows->row, rows->col, own - 1, STYLE_LABEL, ALIGN_LEFT, name.buf,
                name.len);
    if (wide <= left) {
        canvas_text(rows->canvas, rows->row, rows->col + own, wide, style, ALIGN_LEFT, value->buf,
                    value->len);
        rows->col += own + larger(wide, room) + GAP;
        return true;
    }
    rows->row += canvas_wrapped(rows->canvas, rows->row, rows->col + own, rows->end - rows->row,
                                left, style, value->buf, value->len);
    rows->col = rows->first;
    return true;
}

int labelled_below(const struct labelled *rows)
{
    return rows->row + (rows->col > rows->first);
}
