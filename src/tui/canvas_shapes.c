// SPDX-License-Identifier: GPL-3.0-or-later
// What is drawn on a canvas by more than one stroke.
#include "canvas_part.h"
#include "orjon/base/mem.h"
#include "orjon/tui/canvas.h"

#include <string.h>

void canvas_box(struct canvas *canvas, int row, int col, int rows, int columns)
{
    static const char *const corners[2][4] = {{"┌", "┐", "└", "┘"}, {"+", "+", "+", "+"}};
    const char *const *corner = corners[canvas->ascii];
    canvas_fill(canvas, row, col, rows, columns, STYLE_PLAIN);
    canvas_rule(canvas, row, col, columns, RULE_HORIZONTAL);
    canvas_rule(canvas, row + rows - 1, col, columns, RULE_HORIZONTAL);
    canvas_rule(canvas, row, col, rows, RULE_VERTICAL);
    canvas_rule(canvas, row, col + columns - 1, rows, RULE_VERTICAL);
    for (int i = 0; i < 4; i++)
        canvas_put(canvas, i < 2 ? row : row + rows - 1, i % 2 ? col + columns - 1 : col,
                   STYLE_RULE, corner[i]);
}

// Whether any of the lines has letters.
static bool has_letters(const struct text_line *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lines[i].len > 0)
            return true;
    return false;
}

int canvas_wrapped(struct canvas *canvas, int row, int col, int rows, int columns, enum style style,
                   const char *s, size_t n)
{
    if (rows <= 0 || columns <= 0)
        return 0;
    autofree struct text_line *lines = NULL;
    size_t count = text_wrap(s, n, columns, &lines);
    int used = count < (size_t)rows ? (int)count : rows;
    const bool cut = has_letters(lines + used, count - (size_t)used);
    for (int i = 0; i < used; i++) {
        const char *line = s + lines[i].from;
        autostr last = STR_INIT; // goes on to where it is cut
        if (cut && i == used - 1) {
            const char *end = memchr(line, '\n', n - lines[i].from);
            str_add_n(&last, line, end ? (size_t)(end - line) : n - lines[i].from);
            str_add(&last, canvas_cut_mark(canvas));
        }
        canvas_text(canvas, row + i, col, columns, style, ALIGN_LEFT, last.len ? last.buf : line,
                    last.len ? last.len : lines[i].len);
    }
    return used;
}
