// SPDX-License-Identifier: GPL-3.0-or-later
// A table measured for a page: the widths of its columns, the lines of its cells, the heights of
// its rows, and the drawing of its lines one by one.
//
// Each cell is a box that gives its lines out one after another as the page goes down, over inner
// rules that it reaches across as well; so no line can get lost at a rule or a page break.
#pragma once

#include "orjon/report/table.h"

#include <limits.h>

struct box {
    const char *text;
    size_t row, rows, column, span;
    int columns; // of its text
    enum align align;
    struct text_line *line;
    size_t lines, given;
    int lead; // blank lines before the first, in headings
};

struct frame {
    const struct table *table;
    const struct row *row; // headings, ruler, then the rows of the table
    size_t rows, head, columns;
    int hard[TABLE_COLUMNS_MAX];  // columns of text without breaking what must not break
    int soft[TABLE_COLUMNS_MAX];  // without cutting long words either
    int wish[TABLE_COLUMNS_MAX];  // with every cell on one line
    int width[TABLE_COLUMNS_MAX]; // of the text in a column, as shared out
    int pad;                      // blanks beside it, on either side
    struct box **box;             // at [row * columns + column]; a box stands at all it covers
    int *height;                  // lines of a row, at least 1
    int least;                    // columns that the whole table cannot do without
    bool ascii;
    bool repeats; // the headings stand on every page, else they are rows like any other
};

// The columns that a text cannot do without.
int least_columns(const char *text);

// Takes the table up and finds `least`. Everything lives in arena.
struct frame *frame_new(const struct table *table, bool ascii, struct arena *arena);
// Shares out the columns of a page, at least `least`, and wraps the cells.
void frame_lay(struct frame *frame, int columns, struct arena *arena);

struct box *frame_box(const struct frame *frame, size_t r, size_t c);
// Lines of row r, when the rows from `first` on are put down together.
int frame_row_height(const struct frame *frame, size_t first, size_t r);
// Lines of all headings with their rules, but for the one on top.
int frame_head_height(const struct frame *frame);
// Lines that row r still needs when `drawn` of its lines are on paper.
int frame_lines_left(const struct frame *frame, size_t r, int drawn);
// Lets the headings give their lines out again.
void frame_rewind_head(struct frame *frame);

enum { GRID_NONE = -1 };
// Appends the rule between two rows, or GRID_NONE for the outside. Cells reach across it only when
// `below` follows `above`.
void frame_draw_rule(struct frame *frame, int above, int below, struct str *ret);
// Appends the next line of row r.
void frame_draw_line(struct frame *frame, int r, struct str *ret);
