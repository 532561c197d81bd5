// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table on one page.
#include "rows.h"

static bool is_in(const struct laid_cell *cell, size_t row)
{
    return row >= cell->row && row < cell->row + cell->rows;
}

static size_t lines_left(const struct laid_cell *cell)
{
    return cell->lines.count - cell->given;
}

// The height that the rows here give to a cell, up to y; 0 when it is not among them.
static int64_t held(const struct page_table *rows, const struct laid_cell *cell, int64_t y)
{
    int64_t top = y;
    for (size_t i = rows->rows; i-- > 0 && is_in(cell, rows->row[i].row);)
        top = rows->row[i].y;
    return y - top;
}

static size_t lines_in(const struct laid_table *t, const struct laid_cell *cell, int64_t height)
{
    const int64_t room = height - 2 * t->metrics->pad_over;
    const size_t fit = room < 0 ? 0 : (size_t)(room / t->metrics->line);
    return fit < lines_left(cell) ? fit : lines_left(cell);
}

int64_t rows_need(const struct page_table *rows, const struct laid_table *t, size_t first, size_t r,
                  int64_t y, bool fresh)
{
    const int64_t rule = t->metrics->rule;
    int64_t need = t->height[r], before = 0;
    for (size_t i = first; i < r; i++)
        before += t->height[i] + rule;
    for (size_t c = 0; c < t->columns; c++) {
        const struct laid_cell *cell = laid_table_cell(t, r, c);
        if (cell->row >= first || cell->row + cell->rows != r + 1)
            continue; // as it was planned
        int64_t here = rows && rows->table == t ? held(rows, cell, y) : 0;
        size_t left = lines_left(cell) - (fresh ? lines_in(t, cell, here) : 0);
        if (here > 0 && !fresh)
            here += rule; // which the cell goes over
        int64_t lack = metrics_height(t->metrics, left) - before - (fresh ? 0 : here);
        need = need < lack ? lack : need;
    }
    return need;
}

int64_t rows_rest(const struct laid_table *t, size_t r)
{
    size_t left = 1;
    for (size_t c = 0; c < t->columns; c++) {
        const struct laid_cell *cell = laid_table_cell(t, r, c);
        if (cell->row + cell->rows == r + 1 && lines_left(cell) > left)
            left = lines_left(cell);
    }
    return metrics_height(t->metrics, left);
}

// The cell that begins on this page at row i and column c, with all of it that is here.
static void add_cell(struct page_table *rows, size_t i, size_t c, struct arena *arena)
{
    const struct laid_table *t = rows->table;
    struct laid_cell *cell = laid_table_cell(t, rows->row[i].row, c);
    if (cell->column != c || (i > 0 && is_in(cell, rows->row[i - 1].row)))
        return;
    size_t to = i;
    while (to + 1 < rows->rows && is_in(cell, rows->row[to + 1].row))
        to++;
    const struct page_row *first = &rows->row[i], *last = &rows->row[to];
    const bool ends = last->ends && last->row + 1 == cell->row + cell->rows;
    struct page_cell here = {.cell = cell,
                             .row = i,
                             .top = first->y,
                             .height = last->y + last->height - first->y,
                             .line =
                                 cell->given ? cell->lines.line + cell->given : cell->lines.line};
    here.count = ends ? lines_left(cell) : lines_in(t, cell, here.height);
    here.y = here.top + t->metrics->pad_over;
    if (cell->row < t->head) // headings stand in the middle
        here.y = here.top + (here.height - (int64_t)here.count * t->metrics->line) / 2;
    cell->given += here.count;
    rows->cell = arena_grow(arena, rows->cell, rows->cells, &rows->cells_cap, sizeof *rows->cell);
    for (size_t r = i; r <= to; r++)
        for (size_t k = c; k < c + cell->span; k++)
            rows->at[r * t->columns + k] = rows->cells;
    rows->cell[rows->cells++] = here;
}

void rows_close(struct page_table *rows, struct arena *arena)
{
    const size_t columns = rows->table->columns;
    rows->at = arena_alloc(arena, rows->rows * columns * sizeof *rows->at);
    for (size_t i = 0; i < rows->rows; i++)
        for (size_t c = 0; c < columns; c++)
            add_cell(rows, i, c, arena);
}
