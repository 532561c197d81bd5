// SPDX-License-Identifier: GPL-3.0-or-later
// A table of cells: selection and typing. grid_find.c finds, grid_draw.c draws.
#include "grid_private.h"

#include "orjon/base/mem.h"

#include <string.h>

struct grid *grid_new(const struct grid_ops *ops, void *data, const struct grid_column *columns,
                      int count, int frozen)
{
    struct grid *grid = mem_alloc(sizeof *grid);
    grid->ops = ops;
    grid->data = data;
    grid->row = -1;
    grid->view = 1;
    grid->find = STR_INIT;
    lineedit_init(&grid->edit);
    grid_set_columns(grid, columns, count, frozen);
    return grid;
}

void grid_free(struct grid **p)
{
    if (!*p)
        return;
    lineedit_done(&(*p)->edit);
    str_done(&(*p)->find);
    free(*p);
    *p = NULL;
}

void grid_set_columns(struct grid *grid, const struct grid_column *columns, int count, int frozen)
{
    grid->columns = columns;
    grid->count = count;
    grid->frozen = frozen < count ? frozen : count;
    grid->left = grid->frozen;
    if (grid->col >= count)
        grid->col = count > 0 ? count - 1 : 0;
}

bool grid_is_section(const struct grid *grid, int row, struct str *ret)
{
    return grid->ops->section && grid->ops->section(grid->data, row, ret);
}

void grid_get(const struct grid *grid, int row, int col, struct grid_cell *ret)
{
    *ret = (struct grid_cell){
        .text = STR_INIT, .style = STYLE_PLAIN, .align = grid->columns[col].align};
    grid->ops->cell(grid->data, row, col, ret);
}

bool grid_passes_over(const struct grid *grid, int row)
{
    autostr text = STR_INIT;
    return grid_is_section(grid, row, &text);
}

static bool is_editable(const struct grid *grid, int row, int col)
{
    if (!grid->ops->accept || row < 0 || grid_passes_over(grid, row))
        return false;
    struct grid_cell cell;
    grid_get(grid, row, col, &cell);
    str_done(&cell.text);
    return cell.editable;
}

// --- selection ----------------------------------------------------------------------------------

// The ordinary row at or after `row` in the direction of step; -1 when there is none.
static int ordinary_row(const struct grid *grid, int row, int step)
{
    while (row >= 0 && row < grid->rows && grid_passes_over(grid, row))
        row += step;
    return row >= 0 && row < grid->rows ? row : -1;
}

void grid_select(struct grid *grid, int row, int col)
{
    row = row >= grid->rows ? grid->rows - 1 : row < 0 ? 0 : row;
    int found = ordinary_row(grid, row, 1);
    grid->row = found >= 0 ? found : ordinary_row(grid, row, -1);
    grid->col = col >= grid->count ? grid->count - 1 : col < 0 ? 0 : col;
}

void grid_set_rows(struct grid *grid, int rows)
{
    grid->rows = rows;
    grid_select(grid, grid->row < 0 ? 0 : grid->row, grid->col);
}

int grid_row(const struct grid *grid)
{
    return grid->row;
}

int grid_col(const struct grid *grid)
{
    return grid->col;
}

int grid_top(const struct grid *grid)
{
    return grid->top;
}

static void move_rows(struct grid *grid, int by)
{
    int to = grid->row + by, step = by < 0 ? -1 : 1;
    to = to < 0 ? 0 : to >= grid->rows ? grid->rows - 1 : to;
    int found = ordinary_row(grid, to, step);
    if (found < 0) // a section stands at that end
        found = ordinary_row(grid, to, -step);
    if (found >= 0)
        grid->row = found;
}

// Goes to the next or last cell that can be edited, row by row; stays when there is none.
static void move_to_editable(struct grid *grid, int step)
{
    int row = grid->row, col = grid->col;
    for (;;) {
        col += step;
        if (col < 0 || col >= grid->count) {
            row += step;
            col = step > 0 ? 0 : grid->count - 1;
        }
        if (row < 0 || row >= grid->rows)
            return;
        if (is_editable(grid, row, col)) {
            grid->row = row;
            grid->col = col;
            return;
        }
    }
}

// --- editing ------------------------------------------------------------------------------------

bool grid_editing(const struct grid *grid)
{
    return grid->editing;
}

static bool start_edit(struct grid *grid, const char *text, size_t n)
{
    if (!is_editable(grid, grid->row, grid->col))
        return false;
    autostr now = STR_INIT;
    if (grid->ops->source) {
        grid->ops->source(grid->data, grid->row, grid->col, &now);
    } else {
        struct grid_cell cell;
        grid_get(grid, grid->row, grid->col, &cell);
        str_add_n(&now, cell.text.buf, cell.text.len);
        str_done(&cell.text);
    }
    grid->editing = true;
    lineedit_set(&grid->edit, now.buf, now.len, text != NULL);
    if (text)
        lineedit_insert(&grid->edit, text, n);
    return true;
}

bool grid_edit(struct grid *grid, const char *text)
{
    return start_edit(grid, text, text ? strlen(text) : 0);
}

enum status grid_commit(struct grid *grid, struct err *err)
{
    if (!grid->editing)
        return STATUS_OK;
    autostr text = STR_INIT;
    lineedit_commit(&grid->edit, &text);
    enum status status = STATUS_OK;
    if (lineedit_changed(&grid->edit))
        status = grid->ops->accept(grid->data, grid->row, grid->col, text.buf, err);
    if (status == STATUS_OK)
        grid->editing = false;
    return status;
}

const char *grid_typed(const struct grid *grid)
{
    return grid->editing ? grid->edit.text.buf : "";
}

void grid_cancel(struct grid *grid)
{
    grid->editing = false;
}

static void fail(struct desk *desk, const struct err *err)
{
    if (desk)
        desk_fail(desk, err);
}

// True when the cell may be left.
static bool leave_cell(struct grid *grid, struct desk *desk)
{
    struct err err = {0};
    if (grid_commit(grid, &err) == STATUS_OK)
        return true;
    fail(desk, &err);
    return false;
}

static void clear_cell(struct grid *grid, struct desk *desk)
{
    struct err err = {0};
    if (is_editable(grid, grid->row, grid->col) &&
        grid->ops->accept(grid->data, grid->row, grid->col, "", &err) != STATUS_OK)
        fail(desk, &err);
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
        if (col < grid->count && is_editable(grid, row, col)) {
            start_edit(grid, text.buf, text.len);
            if (!leave_cell(grid, desk))
                return;
        }
        col++;
        if (to < n && s[to] == '\n') {
            row = ordinary_row(grid, row + 1, 1);
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
        move_rows(grid, -1);
        return true;
    case K_DOWN:
    case K_ENTER:
        move_rows(grid, 1);
        return true;
    case K_PGUP:
        move_rows(grid, -grid->view);
        return true;
    case K_PGDN:
        move_rows(grid, grid->view);
        return true;
    case K_CTRL_HOME:
    case K_CTRL_PGUP:
        move_rows(grid, -grid->rows);
        return true;
    case K_CTRL_END:
    case K_CTRL_PGDN:
        move_rows(grid, grid->rows);
        return true;
    case K_TAB:
        move_to_editable(grid, 1);
        return true;
    case K_BACKTAB:
        move_to_editable(grid, -1);
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
    if (leave_cell(grid, desk))
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
        return start_edit(grid, text.buf, text.len);
    return false;
}

bool grid_key(struct grid *grid, struct desk *desk, const struct key *key)
{
    grid->edit.clipboard = desk ? desk_clipboard(desk) : NULL;
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
    return move_key(grid, key) || move_sideways(grid, key) || typing_key(grid, desk, key);
}
