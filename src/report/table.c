// SPDX-License-Identifier: GPL-3.0-or-later
// The table model: headings over headings, rows, cells over several rows or columns.
#include "orjon/report/table.h"

#include "keep.h"

#include <string.h>

static size_t levels_of(const struct column *column)
{
    size_t levels = 0;
    while (levels < TABLE_LEVELS && column->heading[levels])
        levels++;
    return levels;
}

void table_column(struct table *t, struct column column)
{
    if (t->rows || t->columns == TABLE_COLUMNS_MAX)
        return;
    for (size_t level = 0; level < TABLE_LEVELS && column.heading[level]; level++)
        column.heading[level] = keep_text(t->arena, column.heading[level]);
    t->column[t->columns++] = column;
}

void table_ruler(struct table *t, const char *words)
{
    t->has_ruler = true;
    for (size_t c = 0; c < TABLE_COLUMNS_MAX; c++) {
        words += strspn(words, " ");
        size_t n = strcspn(words, " ");
        bool empty = n == 1 && *words == '_';
        t->ruler[c] = arena_text(t->arena, words, empty ? 0 : n);
        words += n;
    }
}

static struct row *add_row(struct table *t, enum row_kind kind)
{
    if (t->rows == t->rows_cap) {
        t->rows_cap = t->rows_cap ? t->rows_cap * 2 : 16;
        struct row *larger = arena_alloc(t->arena, t->rows_cap * sizeof *larger);
        if (t->rows)
            memcpy(larger, t->row, t->rows * sizeof *larger);
        t->row = larger;
    }
    struct row *row = &t->row[t->rows++];
    *row = (struct row){.kind = kind,
                        .cell = arena_alloc(t->arena, (t->columns + 1) * sizeof *row->cell)};
    for (size_t c = 0; c < t->columns; c++)
        row->cell[c].text = "";
    t->at = 0;
    return row;
}

void table_row(struct table *t)
{
    add_row(t, ROW_PLAIN);
}

void table_subrow(struct table *t)
{
    struct row *row = add_row(t, ROW_PLAIN);
    row->subrow = t->rows > 1; // which must be asked after the row was added
}

void table_section(struct table *t, const char *text)
{
    add_row(t, ROW_SECTION);
    table_cell(t, (struct cell){.text = text, .bold = true, .span = (int)t->columns});
}

// Puts the cell at t->at and marks the columns that it covers.
static void put(struct table *t, struct cell cell)
{
    struct row *row = &t->row[t->rows - 1];
    size_t left = t->columns - t->at, span = cell.span > 1 ? (size_t)cell.span : 1;
    if (span > left)
        span = left;
    cell.span = (int)span;
    row->cell[t->at] = cell;
    for (size_t c = 1; c < span; c++)
        row->cell[t->at + c].covered = true;
    t->at += span;
}

void table_cell(struct table *t, struct cell cell)
{
    if (!t->rows)
        table_row(t);
    if (t->at >= t->columns)
        return;
    cell.text = keep_text(t->arena, cell.text);
    cell.above = cell.covered = false;
    put(t, cell);
}

void table_text(struct table *t, const char *text)
{
    table_cell(t, (struct cell){.text = text});
}

void table_number(struct table *t, const char *text, int64_t value, int decimals)
{
    table_cell(t, (struct cell){.text = text,
                                .kind = CELL_NUMBER,
                                .has_value = true,
                                .value = value,
                                .decimals = decimals});
}

void table_date(struct table *t, const char *text, int32_t day)
{
    table_cell(t, (struct cell){.text = text, .kind = CELL_DATE, .has_value = true, .value = day});
}

void table_above(struct table *t)
{
    const struct row *over = t->rows > 1 ? &t->row[t->rows - 2] : NULL;
    if (!over || over->kind == ROW_SECTION || t->at >= t->columns || over->cell[t->at].covered) {
        table_text(t, "");
        return;
    }
    put(t, (struct cell){.text = "", .span = over->cell[t->at].span, .above = true});
}

// Whether the columns a and a + 1 share one heading at this level.
static bool is_shared(const struct table *t, size_t a, size_t level)
{
    const struct column *left = &t->column[a], *right = &t->column[a + 1];
    if (levels_of(left) <= level + 1 || levels_of(right) <= level + 1)
        return false;
    for (size_t i = 0; i <= level; i++)
        if (strcmp(left->heading[i], right->heading[i]) != 0)
            return false;
    return true;
}

static void fill_head_row(const struct table *t, size_t level, struct cell *cell)
{
    for (size_t c = 0; c < t->columns; c++) {
        size_t levels = levels_of(&t->column[c]);
        bool reaches = level > 0 && level >= levels;
        const char *text = level < levels ? t->column[c].heading[level] : "";
        cell[c] = (struct cell){.text = text, .bold = true, .span = 1, .above = reaches};
        size_t first = c;
        while (c + 1 < t->columns && is_shared(t, c, level)) {
            cell[++c] = (struct cell){.text = "", .covered = true};
            cell[first].span++;
        }
    }
}

const struct row *table_head(const struct table *t, struct arena *arena, size_t *ret_rows)
{
    size_t levels = 0;
    for (size_t c = 0; c < t->columns; c++)
        if (levels_of(&t->column[c]) > levels)
            levels = levels_of(&t->column[c]);
    *ret_rows = levels + t->has_ruler;
    struct row *rows = arena_alloc(arena, (*ret_rows + 1) * sizeof *rows);
    for (size_t r = 0; r < *ret_rows; r++) {
        rows[r].kind = r < levels ? ROW_HEADING : ROW_RULER;
        rows[r].cell = arena_alloc(arena, (t->columns + 1) * sizeof *rows[r].cell);
        if (r < levels)
            fill_head_row(t, r, rows[r].cell);
        for (size_t c = 0; r == levels && c < t->columns; c++)
            rows[r].cell[c] = (struct cell){.text = t->ruler[c], .kind = CELL_NUMBER, .span = 1};
    }
    return rows;
}

size_t row_span(const struct row *row, size_t c)
{
    return row->cell[c].span > 1 ? (size_t)row->cell[c].span : 1;
}

size_t rows_span(const struct row *rows, size_t count, size_t r, size_t c)
{
    size_t end = r + 1;
    while (end < count && rows[end].cell[c].above)
        end++;
    return end - r;
}

bool table_by_hand(const struct table *t)
{
    for (size_t c = 0; c < t->columns; c++)
        if (t->column[c].by_hand)
            return true;
    return false;
}

enum align table_align(const struct table *t, const struct row *row, size_t c)
{
    if (row->kind == ROW_SECTION)
        return ALIGN_LEFT;
    if (row->kind != ROW_PLAIN)
        return ALIGN_CENTRE;
    enum align align = t->column[c].align;
    return align == ALIGN_LEFT && row->cell[c].kind != CELL_TEXT ? ALIGN_RIGHT : align;
}
