// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing line by line: rules with their junctions, text between uprights.
#include "draw.h"

#include <string.h>

enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

// By the arms that meet in the middle.
static const char *const box_drawing[16] = {
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
};

static const char *junction(int arms, bool ascii)
{
    if (!ascii)
        return box_drawing[arms];
    bool upright = arms & (UP | DOWN), level = arms & (LEFT | RIGHT);
    return upright && level ? "+" : upright ? "|" : level ? "-" : " ";
}

struct drawing drawing_of(struct arena *arena)
{
    return (struct drawing){.arena = arena, .text = STR_INIT};
}

void drawing_done(struct drawing *drawing)
{
    str_done(&drawing->text);
}

static void add_blanks(struct drawing *ret, int64_t count)
{
    if (count > 0)
        str_add_repeat(&ret->text, " ", (size_t)count);
}

static int64_t indent(const struct set_line *line, int64_t width, enum align align)
{
    const int64_t rest = width - line->width;
    return align == ALIGN_RIGHT ? rest : align == ALIGN_CENTRE ? rest / 2 : 0;
}

static void add_field(const struct set_line *line, int64_t x, int64_t width, enum align align,
                      struct drawing *ret)
{
    const char *text = line->body;
    if (!*text)
        return;
    ret->field = arena_grow(ret->arena, ret->field, ret->fields, &ret->cap, sizeof *ret->field);
    ret->field[ret->fields++] =
        (struct page_field){.text = arena_text(ret->arena, text, strlen(text)),
                            .col = (int)x,
                            .columns = (int)(width > line->width ? width : line->width),
                            .align = align};
}

void draw_text(const struct set_line *line, int64_t x, int64_t width, enum align align,
               struct drawing *ret)
{
    add_blanks(ret, x + indent(line, width, align) - text_columns(ret->text.buf, ret->text.len));
    add_field(line, x, width, align, ret);
    str_add(&ret->text, line->body);
}

static const struct page_cell *cell_at(const struct page_table *table, size_t i, size_t c)
{
    return &table->cell[table->at[i * table->table->columns + c]];
}

// Draws what line y has of the cell at row i and column c; returns the column behind the cell.
static size_t draw_cell(const struct page_table *table, size_t i, size_t c, int64_t y,
                        struct drawing *ret)
{
    const struct page_cell *cell = cell_at(table, i, c);
    const size_t end = c + cell->cell->span;
    const int64_t width = table->x[end] - table->x[c] - 1, at = y - cell->y;
    if (at < 0 || at >= (int64_t)cell->count) {
        add_blanks(ret, width);
        return end;
    }
    const struct set_line *line = &cell->line[at];
    const int64_t inner = width - 2 * table->pad;
    const int64_t x = table->pad + indent(line, inner, cell->cell->align);
    add_field(line, table->x[c] + 1 + table->pad, inner, cell->cell->align, ret);
    add_blanks(ret, x);
    str_add(&ret->text, line->body);
    add_blanks(ret, width - x - line->width);
    return end;
}

// Whether there is an upright at the left of column c in row i, or at the right of the last.
static bool has_upright(const struct page_table *table, size_t i, size_t c)
{
    return c == 0 || c == table->table->columns || cell_at(table, i, c)->cell->column == c;
}

// The rule over row i, or under the last one. Cells of several rows reach across it.
static void draw_rule(const struct page_table *table, size_t i, bool ascii, struct drawing *ret)
{
    const struct laid_table *t = table->table;
    const bool above = i > 0, below = i < table->rows;
    bool left = false; // whether the rule runs at the left of the junction
    for (size_t c = 0; c <= t->columns;) {
        bool crossed =
            c < t->columns && above && below && cell_at(table, i - 1, c) == cell_at(table, i, c);
        bool right = c < t->columns && !crossed;
        int arms = (above && has_upright(table, i - 1, c) ? UP : 0) |
                   (below && has_upright(table, i, c) ? DOWN : 0) | (left ? LEFT : 0) |
                   (right ? RIGHT : 0);
        str_add(&ret->text, junction(arms, ascii));
        left = right;
        if (crossed) {
            c = draw_cell(table, i, c, table->row[i].y - 1, ret);
        } else if (c++ < t->columns) {
            str_add_repeat(&ret->text, junction(LEFT | RIGHT, ascii),
                           (size_t)(table->x[c] - table->x[c - 1] - 1));
        }
    }
}

static void draw_row_line(const struct page_table *table, size_t i, int64_t y, bool ascii,
                          struct drawing *ret)
{
    const char *upright = junction(UP | DOWN, ascii);
    for (size_t c = 0; c < table->table->columns;) {
        str_add(&ret->text, upright);
        c = draw_cell(table, i, c, y, ret);
    }
    str_add(&ret->text, upright);
}

int64_t draw_table_lines(const struct page_table *table)
{
    const struct page_row *last = &table->row[table->rows - 1];
    return last->y + last->height + 1 - (table->row[0].y - 1);
}

static bool is_heading(const struct page_table *table, size_t i)
{
    return i < table->rows && table->table->row[table->row[i].row].kind == ROW_HEADING;
}

void draw_table_line(const struct page_table *table, int64_t n, bool ascii, struct drawing *ret,
                     bool *ret_bold)
{
    const int64_t y = table->row[0].y - 1 + n;
    size_t i = 0; // the row that the line is in, or over which it is a rule
    while (i < table->rows && y >= table->row[i].y + table->row[i].height)
        i++;
    if (i == table->rows || y < table->row[i].y) {
        *ret_bold = i > 0 && is_heading(table, i - 1) && is_heading(table, i);
        draw_rule(table, i, ascii, ret);
        return;
    }
    *ret_bold = is_heading(table, i) || table->table->row[table->row[i].row].kind == ROW_SECTION;
    draw_row_line(table, i, y, ascii, ret);
}
