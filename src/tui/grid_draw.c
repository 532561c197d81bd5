// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a grid: headings, rules, rows.
#include "grid_private.h"

#include "orjon/base/mem.h"

#include <string.h>

// Where a grid is drawn, and which of its columns are in view where.
struct layout {
    struct canvas *canvas;
    int row, col, rows, columns;
    int *at;   // a column's first cell; -1 when it is out of view
    int *room; // its cells
    int end;   // column after the last one drawn
};

// Lays columns out from the frozen ones and `left` on; false when the selected one is not whole.
static bool lay_out(const struct grid *grid, struct layout *layout)
{
    int x = layout->col, right = layout->col + layout->columns;
    for (int i = 0; i < grid->count; i++)
        layout->at[i] = -1;
    layout->end = layout->col;
    for (int i = 0; i < grid->count; i++) {
        bool shown = i < grid->frozen || i >= grid->left;
        int room = grid->columns[i].columns;
        if (!shown || x >= right)
            continue;
        if (x + room > right && layout->end > layout->col)
            break; // no half columns
        if (x + room > right)
            room = right - x;
        layout->at[i] = x;
        layout->room[i] = room;
        layout->end = x + room;
        x += room + 1;
    }
    return layout->at[grid->col] >= 0 &&
           layout->room[grid->col] == grid->columns[grid->col].columns;
}

static void scroll_columns(struct grid *grid, struct layout *layout)
{
    if (grid->col >= grid->frozen && grid->col < grid->left)
        grid->left = grid->col;
    if (grid->left < grid->frozen)
        grid->left = grid->frozen;
    while (!lay_out(grid, layout) && grid->left < grid->col)
        grid->left++;
    while (grid->left > grid->frozen) { // no empty space at the right while columns are hidden
        grid->left--;
        bool fits = lay_out(grid, layout) && layout->at[grid->count - 1] >= 0 &&
                    layout->room[grid->count - 1] == grid->columns[grid->count - 1].columns;
        if (!fits) {
            grid->left++;
            lay_out(grid, layout);
            break;
        }
    }
}

// --- headings -----------------------------------------------------------------------------------

static int count_lines(const char *text)
{
    int count = 1;
    for (; (text = strchr(text, '\n')); text++)
        count++;
    return count < GRID_HEADING_LINES ? count : GRID_HEADING_LINES;
}

// Line i of a text of several, as a piece of it.
static const char *line_of(const char *text, int i, size_t *ret_n)
{
    for (; i > 0 && text; i--) {
        text = strchr(text, '\n');
        text = text ? text + 1 : NULL;
    }
    *ret_n = text ? strcspn(text, "\n") : 0;
    return text ? text : "";
}

static bool same_group(const struct grid *grid, int i, int j)
{
    const char *a = grid->columns[i].group, *b = grid->columns[j].group;
    return a && b && strcmp(a, b) == 0;
}

static void draw_groups(const struct grid *grid, const struct layout *layout, int y)
{
    for (int i = 0, next; i < grid->count; i = next) {
        int end = layout->at[i] >= 0 ? layout->at[i] + layout->room[i] : -1;
        for (next = i + 1; next < grid->count && same_group(grid, i, next); next++)
            if (layout->at[next] >= 0)
                end = layout->at[next] + layout->room[next];
        int from = -1;
        for (int k = i; k < next && from < 0; k++)
            from = layout->at[k];
        const char *group = grid->columns[i].group ? grid->columns[i].group : "";
        if (from >= 0)
            canvas_text(layout->canvas, y, from, end - from, STYLE_HEADING, ALIGN_CENTRE, group,
                        strlen(group));
        if (from > layout->col)
            canvas_rule(layout->canvas, y, from - 1, 1, RULE_VERTICAL);
    }
}

static void draw_rules(const struct grid *grid, const struct layout *layout, int y)
{
    for (int i = 1; i < grid->count; i++)
        if (layout->at[i] > layout->col)
            canvas_rule(layout->canvas, y, layout->at[i] - 1, 1, RULE_VERTICAL);
}

// By which column the rows go, at the end of its heading.
static int draw_sorted(const struct grid *grid, const struct layout *layout, int y, int i)
{
    const int way = grid->ops->sorted ? grid->ops->sorted(grid->data, i) : 0;
    const bool ascii = layout->canvas->ascii;
    if (!way || layout->room[i] < 3)
        return 0;
    canvas_put(layout->canvas, y, layout->at[i] + layout->room[i] - 1, STYLE_HEADING,
               way > 0 ? ascii ? "^" : "▲"
               : ascii ? "v"
                       : "▼");
    return 1;
}

static int heading_lines(const struct grid *grid, bool *ret_groups)
{
    int lines = 1;
    *ret_groups = false;
    for (int i = 0; i < grid->count; i++) {
        int own = count_lines(grid->columns[i].heading);
        lines = own > lines ? own : lines;
        *ret_groups = *ret_groups || grid->columns[i].group;
    }
    return lines;
}

static int draw_headings(const struct grid *grid, const struct layout *layout)
{
    bool groups = false;
    int lines = heading_lines(grid, &groups), y = layout->row;
    if (groups)
        draw_groups(grid, layout, y++);
    for (int line = 0; line < lines; line++, y++) {
        for (int i = 0; i < grid->count; i++) {
            size_t n = 0;
            const char *s = line_of(grid->columns[i].heading, line, &n);
            if (layout->at[i] < 0)
                continue;
            const int sign = line == 0 ? draw_sorted(grid, layout, y, i) : 0;
            canvas_text(layout->canvas, y, layout->at[i], layout->room[i] - sign, STYLE_HEADING,
                        ALIGN_CENTRE, s, n);
        }
        draw_rules(grid, layout, y);
    }
    canvas_rule(layout->canvas, y, layout->col, layout->end - layout->col, RULE_HORIZONTAL);
    for (int i = 1; i < grid->count; i++)
        if (layout->at[i] > layout->col)
            canvas_put(layout->canvas, y, layout->at[i] - 1, STYLE_RULE,
                       layout->canvas->ascii ? "+" : "┼");
    return y + 1 - layout->row;
}

// --- rows ---------------------------------------------------------------------------------------

// Figures on several lines where all of them fit; else on one, as far as they go.
static void draw_figures(struct canvas *canvas, int y, int x, int lines, int room, enum style style,
                         const struct grid_cell *cell)
{
    autofree struct text_line *line = NULL;
    const char *s = cell->text.buf;
    const int count = (int)text_wrap(s, cell->text.len, room, &line);
    if (count > lines)
        canvas_text(canvas, y, x, room, style, cell->align, s, cell->text.len);
    for (int i = 0; i < count && count <= lines; i++)
        canvas_text(canvas, y + i, x, room, style, cell->align, s + line[i].from, line[i].len);
}

static void draw_cell(struct grid *grid, const struct layout *layout, int y, int row, int col)
{
    bool selected = row == grid->row && col == grid->col;
    int x = layout->at[col], room = layout->room[col];
    if (selected && grid->editing) {
        lineedit_draw(&grid->edit, layout->canvas, y, x, room, STYLE_EDIT);
        return;
    }
    struct grid_cell cell;
    grid_get(grid, row, col, &cell);
    const enum style style = selected ? STYLE_FOCUS : cell.style;
    const int lines = grid->lines[row];
    canvas_fill(layout->canvas, y, x, lines, room, style == STYLE_FIELD ? STYLE_PLAIN : style);
    canvas_fill(layout->canvas, y, x, 1, room, style); // a field is one line, whatever its row has
    if (cell.align == ALIGN_LEFT)
        canvas_wrapped(layout->canvas, y, x, lines, room, style, cell.text.buf, cell.text.len);
    else
        draw_figures(layout->canvas, y, x, lines, room, style, &cell);
    str_done(&cell.text);
    if (selected)
        canvas_cursor(layout->canvas, y, x);
}

// Whether more rows follow the last one in view.
static bool more_follow(const struct grid *grid, int row)
{
    return row + 1 == grid_end(grid) && row + 1 < grid->rows;
}

// A section's text leaves the cells of what draw_more puts beside it.
static void draw_section(const struct grid *grid, const struct layout *layout, int y, int row,
                         const struct str *text)
{
    const int room = layout->end - layout->col - (more_follow(grid, row) ? 2 : 0);
    canvas_text(layout->canvas, y, layout->col, room, STYLE_HEADING, ALIGN_LEFT, text->buf,
                text->len);
}

static void draw_row(struct grid *grid, const struct layout *layout, int y, int row)
{
    autostr text = STR_INIT;
    if (grid_is_section(grid, row, &text)) {
        draw_section(grid, layout, y, row, &text);
        return;
    }
    for (int line = 0; line < grid->lines[row]; line++)
        draw_rules(grid, layout, y + line);
    for (int col = 0; col < grid->count; col++)
        if (layout->at[col] >= 0)
            draw_cell(grid, layout, y, row, col);
    if (row == grid->row)
        canvas_mark_row(layout->canvas, y, layout->col, grid->lines[row], layout->columns);
}

// The first rule between columns, in which no text stands; beside a single column its last cell.
static int rule_column(const struct grid *grid, const struct layout *layout)
{
    for (int i = 1; i < grid->count; i++)
        if (layout->at[i] > layout->col)
            return layout->at[i] - 1;
    return layout->end - 1;
}

// Rows above and below that there is no room for: on the rules. `last` is the last line drawn.
static void draw_more(const struct grid *grid, const struct layout *layout, int last)
{
    const bool ascii = layout->canvas->ascii;
    const int row = grid_end(grid) - 1, col = rule_column(grid, layout);
    if (grid->top > 0)
        canvas_put(layout->canvas, grid->first - 1, col, STYLE_DIM, ascii ? "^" : "↑");
    if (more_follow(grid, row))
        canvas_put(layout->canvas, last, grid_passes_over(grid, row) ? layout->end - 1 : col,
                   STYLE_DIM, ascii ? "v" : "↓");
}

// Columns to both sides that there is no room for: on the rule under the headings, not where
// draw_more puts its sign.
static void draw_beside(const struct grid *grid, const struct layout *layout)
{
    const bool ascii = layout->canvas->ascii;
    if (grid->left > grid->frozen && layout->at[grid->left] >= 0)
        canvas_put(layout->canvas, grid->first - 1, layout->at[grid->left], STYLE_DIM,
                   ascii ? "<" : "←");
    const bool taken = grid->top > 0 && rule_column(grid, layout) == layout->end - 1;
    if (layout->at[grid->count - 1] < 0 && !taken)
        canvas_put(layout->canvas, grid->first - 1, layout->end - 1, STYLE_DIM, ascii ? ">" : "→");
}

int grid_rows_wanted(struct grid *grid, const struct canvas *canvas)
{
    enum { RULE = 1 };
    struct layout layout = {.columns = canvas->cols, .at = grid->at, .room = grid->room};
    bool groups = false;
    if (grid->count == 0)
        return 0;
    scroll_columns(grid, &layout);
    const int lines = heading_lines(grid, &groups);
    return lines + groups + RULE + grid_lines_wanted(grid, canvas);
}

void grid_draw(struct grid *grid, struct canvas *canvas, int row, int col, int rows, int columns)
{
    if (grid->count == 0 || rows < 2 || columns < 1)
        return;
    struct layout layout = {.canvas = canvas,
                            .row = row,
                            .col = col,
                            .rows = rows,
                            .columns = columns,
                            .at = grid->at,
                            .room = grid->room};
    scroll_columns(grid, &layout);
    canvas_cursor(canvas, row, col);
    int used = draw_headings(grid, &layout);
    grid->head = row;
    grid->first = row + used;
    grid->below = row + rows;
    grid_lay_rows(grid, canvas, rows > used ? rows - used : 1);
    int y = grid->first;
    for (int i = 0; i < grid->view && grid->top + i < grid->rows; i++) {
        draw_row(grid, &layout, y, grid->top + i);
        y += grid->lines[grid->top + i];
    }
    draw_more(grid, &layout, y - 1);
    draw_beside(grid, &layout);
}
