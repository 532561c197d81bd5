// SPDX-License-Identifier: GPL-3.0-or-later
// Headings of tables, and the room that a column wants.
#include "private.h"

#include "orjon/base/text.h"

#include <string.h>

const char *heading_wrap(struct arena *texts, const char *heading, int columns)
{
    autofree struct text_line *line = NULL;
    const size_t n = strlen(heading), count = text_wrap(heading, n, columns, &line);
    autostr text = STR_INIT;
    for (size_t i = 0; i < count; i++) {
        const bool last = i + 1 == count || i + 1 == GRID_HEADING_LINES;
        str_add(&text, i ? "\n" : "");
        str_add_n(&text, heading + line[i].from, last ? n - line[i].from : line[i].len);
        if (last)
            break;
    }
    return arena_text(texts, text.buf, text.len);
}

int column_room(const struct grid_ops *ops, void *data, int rows, int col, const char *heading)
{
    int room = text_unbreakable_columns(heading, strlen(heading));
    for (int row = 0; row < rows; row++) {
        struct grid_cell cell = {.text = STR_INIT};
        ops->cell(data, row, col, &cell);
        const int own = text_columns(cell.text.buf, cell.text.len);
        room = own > room ? own : room;
        str_done(&cell.text);
    }
    return room;
}
