// SPDX-License-Identifier: GPL-3.0-or-later
// A table of cells: what is selected and what is typed. grid_keys.c takes keys and the mouse,
// grid_paste.c takes blocks,
// grid_find.c finds, grid_rows.c gives each row its lines, grid_draw.c draws.
#include "grid_private.h"

#include "orjon/base/mem.h"

#include <stdlib.h>
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
    grid_forget_block(*p);
    lineedit_done(&(*p)->edit);
    free((*p)->at);
    free((*p)->room);
    free((*p)->lines);
    str_done(&(*p)->find);
    free(*p);
    *p = NULL;
}

void grid_set_columns(struct grid *grid, const struct grid_column *columns, int count, int frozen)
{
    grid->columns = columns;
    grid->count = count;
    grid->at = mem_resize(grid->at, (size_t)count + 1, sizeof *grid->at);
    grid->room = mem_resize(grid->room, (size_t)count + 1, sizeof *grid->room);
    grid->below = 0; // nothing can be clicked on until it is drawn
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
int grid_ordinary_row(const struct grid *grid, int row, int step)
{
    while (row >= 0 && row < grid->rows && grid_passes_over(grid, row))
        row += step;
    return row >= 0 && row < grid->rows ? row : -1;
}

void grid_select(struct grid *grid, int row, int col)
{
    row = row >= grid->rows ? grid->rows - 1 : row < 0 ? 0 : row;
    int found = grid_ordinary_row(grid, row, 1);
    grid->row = found >= 0 ? found : grid_ordinary_row(grid, row, -1);
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

int grid_end(const struct grid *grid)
{
    return grid->top + grid->view;
}

void grid_move_rows(struct grid *grid, int by)
{
    int to = grid->row + by, step = by < 0 ? -1 : 1;
    to = to < 0 ? 0 : to >= grid->rows ? grid->rows - 1 : to;
    int found = grid_ordinary_row(grid, to, step);
    if (found < 0) // a section stands at that end
        found = grid_ordinary_row(grid, to, -step);
    if (found >= 0)
        grid->row = found;
}

// Goes to the next or last cell that can be edited, row by row; stays when there is none.
void grid_move_to_editable(struct grid *grid, int step)
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

void grid_source(const struct grid *grid, struct str *ret)
{
    if (grid->ops->source) {
        grid->ops->source(grid->data, grid->row, grid->col, ret);
        return;
    }
    struct grid_cell cell;
    grid_get(grid, grid->row, grid->col, &cell);
    str_add_n(ret, cell.text.buf, cell.text.len);
    str_done(&cell.text);
}

bool grid_start_edit(struct grid *grid, const char *text, size_t n)
{
    if (!is_editable(grid, grid->row, grid->col))
        return false;
    autostr now = STR_INIT;
    grid_source(grid, &now);
    grid->editing = true;
    grid->finding = false;
    grid->replaces = text != NULL;
    lineedit_set(&grid->edit, now.buf, now.len, text != NULL);
    grid->edit.figure = grid->columns[grid->col].align == ALIGN_RIGHT;
    if (text)
        lineedit_insert(&grid->edit, text, n);
    return true;
}

bool grid_edit(struct grid *grid, const char *text)
{
    return grid_start_edit(grid, text, text ? strlen(text) : 0);
}

enum status grid_commit(struct grid *grid, struct desk *desk, struct err *err)
{
    if (!grid->editing)
        return STATUS_OK;
    autostr text = STR_INIT;
    lineedit_commit(&grid->edit, &text);
    enum status status = STATUS_OK;
    if (grid->replaces || lineedit_changed(&grid->edit))
        status = grid->ops->accept(grid->data, desk, grid->row, grid->col, text.buf, err);
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

void grid_fail(struct desk *desk, const struct err *err)
{
    if (desk)
        desk_fail(desk, err);
}

// True when the cell may be left.
bool grid_leave_cell(struct grid *grid, struct desk *desk)
{
    struct err err = {0};
    if (grid_commit(grid, desk, &err) == STATUS_OK)
        return true;
    if (grid->edit.figure) // typing replaces it, an arrow keeps it
        lineedit_mark(&grid->edit);
    grid_fail(desk, &err);
    return false;
}

bool grid_settle(struct grid *grid, struct desk *desk)
{
    grid->finding = false;
    return grid_leave_cell(grid, desk);
}

enum screen_mode grid_mode(const struct grid *grid)
{
    if (grid->editing)
        return MODE_TYPING;
    if (grid->finding)
        return MODE_FINDING;
    if (grid->row < 0 || !grid->ops->accept)
        return MODE_LOOKING;
    struct grid_cell cell;
    grid_get(grid, grid->row, grid->col, &cell);
    const bool empty = cell.text.len == 0;
    str_done(&cell.text);
    return !cell.editable ? MODE_LOCKED : empty ? MODE_EMPTY : MODE_FILLED;
}
