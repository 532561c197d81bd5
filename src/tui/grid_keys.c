// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and the mouse in a grid.
#include "grid_private.h"

#include <string.h>

enum { WHEEL_ROWS = 3 };

// --- keys ---------------------------------------------------------------------------------------

static bool leaves_cell(enum key_code code)
{
    return code == K_UP || code == K_DOWN || code == K_ENTER || code == K_TAB ||
           code == K_BACKTAB || code == K_PGUP || code == K_PGDN ||
           (code >= K_CTRL_HOME && code <= K_CTRL_PGDN);
}

static bool move_key(struct grid *grid, const struct key *key)
{
    switch (key->code) {
    case K_UP:
        grid_move_rows(grid, -1);
        return true;
    case K_DOWN:
    case K_ENTER:
        grid_move_rows(grid, 1);
        return true;
    case K_PGUP:
        grid_move_rows(grid, -grid->view);
        return true;
    case K_PGDN:
        grid_move_rows(grid, grid->view);
        return true;
    case K_CTRL_HOME:
    case K_CTRL_PGUP:
        grid_move_rows(grid, -grid->rows);
        return true;
    case K_CTRL_END:
    case K_CTRL_PGDN:
        grid_move_rows(grid, grid->rows);
        return true;
    case K_TAB:
        grid_move_to_editable(grid, 1);
        return true;
    case K_BACKTAB:
        grid_move_to_editable(grid, -1);
        return true;
    default:
        return false;
    }
}

static bool move_sideways(struct grid *grid, const struct key *key)
{
    switch (key->code) {
    case K_LEFT:
        grid->col -= grid->col > 0;
        return true;
    case K_RIGHT:
        grid->col += grid->col + 1 < grid->count;
        return true;
    case K_HOME:
        grid->col = 0;
        return true;
    case K_END:
        grid->col = grid->count - 1;
        return true;
    default:
        return false;
    }
}

// --- the mouse ----------------------------------------------------------------------------------

static int column_at(const struct grid *grid, int x)
{
    for (int i = 0; i < grid->count; i++)
        if (grid->at[i] >= 0 && x >= grid->at[i] && x < grid->at[i] + grid->room[i])
            return i;
    return -1;
}

static bool sort(struct grid *grid, struct desk *desk, const struct key *key)
{
    const int column = column_at(grid, key->col);
    if (!grid->ops->sort || key->code != K_CLICK || key->row < grid->head ||
        key->row >= grid->first - 1 || column < 0)
        return false;
    if (grid_leave_cell(grid, desk))
        grid->ops->sort(grid->data, desk, column);
    return true;
}

bool grid_click(struct grid *grid, struct desk *desk, const struct key *key)
{
    const int to = key->row < grid->below ? grid_row_at(grid, key->row) : -1;
    const int column = column_at(grid, key->col);
    if (sort(grid, desk, key))
        return true;
    if (to < 0 || column < 0 || grid_passes_over(grid, to))
        return false;
    if (to == grid->row && column == grid->col) {
        if (!grid->editing && key->code == K_CLICK)
            grid_edit(grid, NULL);
        return true;
    }
    if (grid_leave_cell(grid, desk))
        grid_select(grid, to, column);
    return true;
}

bool grid_is_under(const struct grid *grid, int row, int col)
{
    return row >= grid->first && row < grid->below && column_at(grid, col) >= 0;
}

bool grid_is_at(const struct grid *grid, int row, int col)
{
    return !grid->editing && !grid->finding && grid_is_under(grid, row, col) &&
           grid->top + row - grid->first == grid->row && column_at(grid, col) == grid->col;
}

// The view moves; the selection only where it would leave it, and never from under the hand.
static bool wheel(struct grid *grid, int by)
{
    int last = grid->rows - grid->view;
    if (grid->editing)
        return true;
    grid->top += by;
    grid->top = grid->top > last ? last : grid->top;
    grid->top = grid->top < 0 ? 0 : grid->top;
    int bottom = grid->top + grid->view - 1;
    if (grid->row > bottom)
        grid_select(grid, grid_ordinary_row(grid, bottom, -1), grid->col);
    else if (grid->row < grid->top)
        grid_select(grid, grid->top, grid->col);
    return true;
}

static bool mouse_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    switch (key->code) {
    case K_CLICK:
    case K_MENU:
        return grid_click(grid, desk, key);
    case K_WHEEL_UP:
        return wheel(grid, -WHEEL_ROWS);
    case K_WHEEL_DOWN:
        return wheel(grid, WHEEL_ROWS);
    default:
        return false;
    }
}

// --- the whole ----------------------------------------------------------------------------------

// Cells run together would be another figure.
static bool pastes_block(struct desk *desk, const struct key *key)
{
    const struct str *clipboard = desk ? desk_clipboard(desk) : NULL;
    if (desk && key->code == K_PASTE)
        return grid_is_block(key->paste, key->paste_len);
    return clipboard && key_is_ctrl(key, 'v') && grid_is_block(clipboard->buf, clipboard->len);
}

static bool edit_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    if (key->code == K_ESC) {
        grid->editing = false;
        return true;
    }
    if (pastes_block(desk, key)) {
        desk_say(
            desk, MESSAGE_WARNING, "%s",
            _("Several cells are pasted where nothing is being typed: press Enter or Esc first"));
        return true;
    }
    if (grid->edit.fresh && key->code == K_BACKSPACE) // of what was refused the last letter goes
        lineedit_key(&grid->edit, &(struct key){.code = K_END});
    if (lineedit_key(&grid->edit, key))
        return true;
    if (!leaves_cell(key->code))
        return false;
    if (grid_leave_cell(grid, desk))
        move_key(grid, key);
    return true;
}

void grid_copy(const struct grid *grid, struct desk *desk)
{
    autostr text = STR_INIT;
    grid_source(grid, &text);
    desk_copy(desk, text.buf, text.len);
}

static bool typing_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    autostr text = STR_INIT;
    if (key->code == K_PASTE) {
        grid_paste(grid, desk, key->paste, key->paste_len);
        return true;
    }
    return key_text(key, &text) && grid_start_edit(grid, text.buf, text.len);
}

bool grid_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    lineedit_join(&grid->edit, desk);
    if (grid->row >= 0 && mouse_key(grid, desk, key)) {
        grid->finding = false;
        return true;
    }
    if (grid->editing)
        return edit_key(grid, desk, key);
    if (grid->finding && grid_find_key(grid, desk, key))
        return true;
    if (grid->row < 0)
        return false;
    return move_key(grid, key) || move_sideways(grid, key) || typing_key(grid, desk, key);
}
