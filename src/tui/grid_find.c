// SPDX-License-Identifier: GPL-3.0-or-later
// Finding rows of a grid as one types.
#include "grid_private.h"

#include "orjon/base/mem.h"

#include <string.h>

static bool cell_contains(const struct grid *grid, int row, int col, const char *sought)
{
    struct grid_cell cell;
    grid_get(grid, row, col, &cell);
    const bool found = text_has(cell.text.buf, sought);
    str_done(&cell.text);
    return found;
}

static bool matches(const struct grid *grid, int row, const char *sought)
{
    if (grid_passes_over(grid, row))
        return false;
    if (grid->ops->matches)
        return grid->ops->matches(grid->data, row, sought);
    for (int col = 0; col < grid->count; col++)
        if (cell_contains(grid, row, col, sought))
            return true;
    return false;
}

bool grid_find(struct grid *grid, const char *text, bool from_next)
{
    autostr sought = STR_INIT;
    text_sought(text, strlen(text), &sought);
    for (int i = 0; i < grid->rows && grid->row >= 0; i++) {
        int row = (grid->row + i + (from_next ? 1 : 0)) % grid->rows;
        if (matches(grid, row, sought.buf)) {
            grid->row = row;
            return true;
        }
    }
    return false;
}

static void tell_find(struct grid *grid, struct desk *desk, bool found)
{
    if (!desk)
        return;
    if (found)
        desk_say(desk, MESSAGE_INFO, _("Find: %s"), grid->find.buf);
    else
        desk_say(desk, MESSAGE_WARNING, _("Not found: %s"), grid->find.buf);
}

// What is looked for is a word or two: more of a paste is not taken.
static bool add_text(struct grid *grid, struct desk *desk, const struct key *key)
{
    enum { FIND_MAX = 200 };
    const bool from_clipboard = key_is_ctrl(key, 'v') && desk;
    const bool taken = from_clipboard
                           ? text_clean(desk_clipboard(desk)->buf, desk_clipboard(desk)->len,
                                        &grid->find, NULL) == STATUS_OK
                           : key_text(key, &grid->find);
    while (grid->find.len > FIND_MAX)
        str_cut(&grid->find, text_prev(grid->find.buf, grid->find.len, grid->find.len));
    return taken;
}

bool grid_find_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    bool next = key->code == K_DOWN, back = key->code == K_BACKSPACE;
    if (back)
        str_cut(&grid->find, text_prev(grid->find.buf, grid->find.len, grid->find.len));
    if (back || next || add_text(grid, desk, key)) {
        tell_find(grid, desk, grid_find(grid, grid->find.buf, next));
        return true;
    }
    grid->finding = false;
    return key->code == K_ENTER || key->code == K_ESC;
}

void grid_start_find(struct grid *grid, struct desk *desk)
{
    if (grid->finding) {
        tell_find(grid, desk, grid_find(grid, grid->find.buf, true));
        return;
    }
    grid->finding = grid->row >= 0;
    str_reset(&grid->find);
    tell_find(grid, desk, true);
}
