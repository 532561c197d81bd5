// SPDX-License-Identifier: GPL-3.0-or-later
// A picture in two steps: what the keys act on at once, the rows that follow it (canvas_follow)
// when keys rest. Over a slow line the next letter need not wait for a description that nobody has
// read.
#include "terminal_private.h"

// Only rows that the same screen had there before: of what another one has left nothing may stay.
static bool follow_alike(const struct canvas *a, const struct canvas *b)
{
    bool alike = a->follows_of == b->follows_of && a->follows == b->follows && a->follows > 0;
    for (int i = 0; alike && i < a->follows; i++)
        alike = a->follow[i].row == b->follow[i].row;
    return alike;
}

// The rows of a part that may stay as they are: a long message may have taken the last of them.
static int rows_of(const struct painter *painter, const struct canvas *canvas, int part)
{
    const int before = painter->shown->follow[part].rows, now = canvas->follow[part].rows;
    return before < now ? before : now;
}

static bool may_wait(const struct painter *painter, const struct canvas *canvas)
{
    const struct canvas *shown = painter->shown;
    if (!painter->valid || shown->height != canvas->height || shown->cols != canvas->cols ||
        !follow_alike(shown, canvas))
        return false;
    for (int i = 0; i < canvas->follows; i++)
        if (canvas->cursor_row >= canvas->follow[i].row &&
            canvas->cursor_row < canvas->follow[i].row + canvas->follow[i].rows)
            return false;
    return true;
}

bool painter_show_first(struct painter *painter, const struct canvas *canvas)
{
    const struct canvas *shown = painter->shown;
    bool left = false;
    if (!may_wait(painter, canvas)) {
        painter_show(painter, canvas);
        return false;
    }
    struct canvas *first = painter->first;
    painter_copy(first, canvas);
    for (int i = 0; i < canvas->follows; i++) {
        const int top = canvas->follow[i].row, end = top + rows_of(painter, canvas, i);
        for (int row = top; row < end; row++) {
            left = left || !run_same_cells(shown, canvas, row, 0, canvas->cols);
            run_copy_cells(first, shown, row, 0, canvas->cols);
        }
    }
    painter_show(painter, first);
    return left;
}
