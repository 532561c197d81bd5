// SPDX-License-Identifier: GPL-3.0-or-later
// A table laid out for a page: the widths of its columns, the lines of its cells, the heights of
// its rows.
#pragma once

#include "metrics.h"

#include "orjon/report/table.h"

// A cell, over all rows and columns that it covers.
struct laid_cell {
    struct shaped text;
    size_t row, rows, column, span;
    enum align align;
    bool bold;
    struct set_lines lines;
    size_t given; // of them, on the pages before
};

struct laid_table {
    const struct metrics *metrics;
    const struct table *table;
    const struct row *row; // headings, ruler, then the rows of the table
    size_t rows, head, columns;
    int64_t hard[TABLE_COLUMNS_MAX]; // width of text, without breaking what must not break
    int64_t soft[TABLE_COLUMNS_MAX]; // without cutting long words either
    int64_t wish[TABLE_COLUMNS_MAX]; // with every cell on one line
    const int64_t *x; // of the rule at the left of each column, and of the last; new with each lay
    int64_t pad;      // beside the text of a cell
    struct laid_cell **cell; // at [row * columns + column]; it stands at all it covers
    int64_t *height;         // of a row, if no page ends in the cells that end there
    bool repeats;            // the headings stand on every page, else they are rows like any other
};

// Measures the cells. Everything lives in arena.
struct laid_table *laid_table_new(const struct metrics *metrics, const struct table *table,
                                  struct arena *arena);
// The width that the table needs, with long words whole or cut.
int64_t laid_table_least(const struct laid_table *t, bool whole_words);
// Shares a page out among the columns and wraps the cells.
void laid_table_lay(struct laid_table *t, int64_t width, int64_t height, struct arena *arena);

struct laid_cell *laid_table_cell(const struct laid_table *t, size_t r, size_t c);
// Of all headings, with the rules over them.
int64_t laid_table_head_height(const struct laid_table *t);
// Takes the lines of the first rows as not given yet.
void laid_table_take_back(struct laid_table *t, size_t rows);
