// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a grid are in view, and how many lines each takes.
//
// The row with the cursor has all the lines that its texts need. In a list that fits the view, the
// others have them while lines are spare, from the top, names before figures. In a longer one they
// have those of their figures: half a figure is another one, while a name can be guessed.
#include "grid_private.h"

#include "orjon/base/mem.h"

#include <stdlib.h>

// Names as the canvas's front shows them, figures by their cells.
static int lines_of(const struct grid *grid, const struct canvas *canvas, int row, int col)
{
    struct grid_cell cell;
    autofree struct text_line *line = NULL;
    grid_get(grid, row, col, &cell);
    const char *s = cell.text.buf;
    const size_t n = cell.text.len;
    const int room = grid->room[col];
    const bool selected = row == grid->row && col == grid->col;
    int lines = 1;
    if (cell.align == ALIGN_LEFT)
        lines =
            canvas_lines(canvas, s, n, room, selected ? STYLE_FOCUS : cell.style, GRID_ROW_LINES);
    else if (text_columns(s, n) > room)
        lines = (int)text_wrap(s, n, room, &line);
    str_done(&cell.text);
    return lines;
}

enum { NAMES = 1, FIGURES = 2 };

// Lines of its names, which stand at the left, of its figures, which do not, or of both.
static int needed(const struct grid *grid, const struct canvas *canvas, int row, unsigned of)
{
    int lines = 1;
    if (grid_passes_over(grid, row))
        return 1;
    for (int i = 0; i < grid->count; i++) {
        if (grid->at[i] < 0 || !(of & (grid->columns[i].align == ALIGN_LEFT ? NAMES : FIGURES)))
            continue;
        const int own = lines_of(grid, canvas, row, i);
        lines = own > lines ? own : lines;
    }
    return lines < GRID_ROW_LINES ? lines : GRID_ROW_LINES;
}

int grid_lines_wanted(const struct grid *grid, const struct canvas *canvas)
{
    int lines = 0;
    for (int row = 0; row < grid->rows; row++)
        lines += needed(grid, canvas, row, NAMES | FIGURES);
    return lines;
}

// Gives the rows of a list that fits their lines: first for the names, of which a part is better
// than less, then for figures, of which it is not.
static void share_out(struct grid *grid, const struct canvas *canvas, int spare)
{
    for (unsigned of = NAMES; of <= FIGURES; of++)
        for (int row = 0; row < grid->rows && spare > 0; row++) {
            int more = needed(grid, canvas, row, of) - grid->lines[row];
            if (more > spare)
                more = of == NAMES ? spare : 0;
            if (more <= 0)
                continue;
            grid->lines[row] = (unsigned char)(grid->lines[row] + more);
            spare -= more;
        }
}

// What is as far from the cursor as there are lines is out of view.
static void show_figures(struct grid *grid, const struct canvas *canvas, int room)
{
    for (int row = 0; row < grid->rows; row++)
        if (row != grid->row && abs(row - grid->row) < room)
            grid->lines[row] = (unsigned char)needed(grid, canvas, row, FIGURES);
}

static void measure(struct grid *grid, const struct canvas *canvas, int room)
{
    grid->lines = mem_resize(grid->lines, (size_t)grid->rows + 1, sizeof *grid->lines);
    for (int row = 0; row < grid->rows; row++)
        grid->lines[row] = 1;
    if (grid->row < 0)
        return;
    const int own = needed(grid, canvas, grid->row, NAMES | FIGURES);
    grid->lines[grid->row] = (unsigned char)(own < room ? own : room);
    const int spare = room - grid->rows - (grid->lines[grid->row] - 1);
    if (spare >= 0)
        share_out(grid, canvas, spare);
    else
        show_figures(grid, canvas, room);
}

static int lines_between(const struct grid *grid, int from, int to)
{
    int lines = 0;
    for (int row = from; row < to; row++)
        lines += grid->lines[row];
    return lines;
}

void grid_lay_rows(struct grid *grid, const struct canvas *canvas, int room)
{
    int row = grid->row < 0 ? 0 : grid->row;
    autostr text = STR_INIT;
    measure(grid, canvas, room);
    grid->top = grid->top < grid->rows ? grid->top : grid->rows > 0 ? grid->rows - 1 : 0;
    // Its heading comes along where there is room.
    if (row > 0 && grid_is_section(grid, row - 1, &text) &&
        lines_between(grid, row - 1, row + 1) <= room)
        row--;
    if (grid->top > row)
        grid->top = row;
    if (grid->row >= 0)
        while (grid->top < grid->row && lines_between(grid, grid->top, grid->row + 1) > room)
            grid->top++;
    int left =
        room - lines_between(grid, grid->top, grid->rows); // no empty lines while rows are hidden
    while (grid->top > 0 && left >= grid->lines[grid->top - 1])
        left -= grid->lines[--grid->top];
    // One that has not all of its lines has one, and tells by its mark.
    for (grid->view = 0; room > 0 && grid->top + grid->view < grid->rows; grid->view++) {
        unsigned char *lines = &grid->lines[grid->top + grid->view];
        *lines = *lines <= room ? *lines : 1;
        room -= *lines;
    }
    grid->view = grid->view > 0 ? grid->view : 1;
}

int grid_row_at(const struct grid *grid, int y)
{
    int below = grid->first;
    for (int row = grid->top; row < grid->top + grid->view && row < grid->rows; row++) {
        below += grid->lines[row];
        if (y >= grid->first && y < below)
            return row;
    }
    return -1;
}
