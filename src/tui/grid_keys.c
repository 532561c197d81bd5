// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and the mouse in a grid.
#include "grid_private.h"

#include <string.h>

enum { WHEEL_ROWS = 3 };

static void clear_cell(struct grid *grid, struct desk *desk)
{
    struct err err = {0};
    if (grid_is_editable(grid, grid->row, grid->col) &&
        grid->ops->accept(grid->data, grid->row, grid->col, "", &err) != STATUS_OK)
        grid_fail(desk, &err);
}

static void copy_cell(const struct grid *grid, struct desk *desk)
{
    autostr text = STR_INIT;
    grid_source(grid, &text);
    desk_copy(desk, text.buf, text.len);
}

// Fills cells from the selected one rightward and downward, up to the first that is refused: that
// one is left open with what was to go into it.
static void paste_cells(struct grid *grid, struct desk *desk, const char *s, size_t n)
{
    const int first = grid->col;
    int row = grid->row, col = first;
    for (size_t from = 0, to; from < n && row >= 0; from = to + 1) {
        for (to = from; to < n && s[to] != '\t' && s[to] != '\n';)
            to++;
        autostr text = STR_INIT;
        text_clean(s + from, to - from, &text, NULL);
        grid->row = row;
        grid->col = col < grid->count ? col : grid->count - 1;
        if (col < grid->count && grid_is_editable(grid, row, col)) {
            grid_start_edit(grid, text.buf, text.len);
            if (!grid_leave_cell(grid, desk))
                return;
        }
        col++;
        if (to < n && s[to] == '\n') {
            row = grid_ordinary_row(grid, row + 1, 1);
            col = first;
        }
    }
    grid->col = first;
}

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

bool grid_click(struct grid *grid, struct desk *desk, int row, int col)
{
    const int to = grid->top + row - grid->first, column = column_at(grid, col);
    if (row < grid->first || row >= grid->below || to >= grid->rows || column < 0 ||
        grid_passes_over(grid, to))
        return false;
    if (to == grid->row && column == grid->col)
        return true;
    if (grid_leave_cell(grid, desk))
        grid_select(grid, to, column);
    return true;
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
        return grid_click(grid, desk, key->row, key->col);
    case K_WHEEL_UP:
        return wheel(grid, -WHEEL_ROWS);
    case K_WHEEL_DOWN:
        return wheel(grid, WHEEL_ROWS);
    default:
        return false;
    }
}

// --- the whole ----------------------------------------------------------------------------------

static bool edit_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    if (key->code == K_ESC) {
        grid->editing = false;
        return true;
    }
    if (lineedit_key(&grid->edit, key))
        return true;
    if (!leaves_cell(key->code))
        return false;
    if (grid_leave_cell(grid, desk))
        move_key(grid, key);
    return true;
}

static bool typing_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    bool many = key->code == K_PASTE && (memchr(key->paste, '\n', key->paste_len) ||
                                         memchr(key->paste, '\t', key->paste_len));
    if (many) {
        paste_cells(grid, desk, key->paste, key->paste_len);
        return true;
    }
    autostr text = STR_INIT;
    if (key_text(key, &text))
        return grid_start_edit(grid, text.buf, text.len);
    return false;
}

// Copy, cut and paste of the selected cell; what was copied may be of many cells.
static bool clipboard_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    const struct str *clipboard = desk_clipboard(desk);
    if (key_is_ctrl(key, 'v')) {
        struct key paste = {.code = K_PASTE, .paste = clipboard->buf, .paste_len = clipboard->len};
        typing_key(grid, desk, &paste);
    } else if (key_is_ctrl(key, 'c') || key_is_ctrl(key, 'x')) {
        copy_cell(grid, desk);
        if (key_is_ctrl(key, 'x'))
            clear_cell(grid, desk);
    } else {
        return false;
    }
    return true;
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
    if (key->code == K_F3 || key_is_ctrl(key, 'f')) {
        grid_start_find(grid, desk);
        return true;
    }
    if (key->code == K_F2)
        return grid_edit(grid, NULL);
    if (key->code == K_DELETE || key->code == K_BACKSPACE) {
        clear_cell(grid, desk);
        return true;
    }
    if (desk && clipboard_key(grid, desk, key))
        return true;
    return move_key(grid, key) || move_sideways(grid, key) || typing_key(grid, desk, key);
}
