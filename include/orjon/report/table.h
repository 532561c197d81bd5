// SPDX-License-Identifier: GPL-3.0-or-later
// A table of a paper: headings over headings, rows, cells that reach over several rows or columns.
//
//     struct table *t = paper_table(paper);
//     table_column(t, (struct column){.heading = {"একক"}, .align = ALIGN_CENTRE});
//     table_column(t, (struct column){.heading = {"অগ্রগতি", "১ম কোয়ার্টার"}, .align =
//     ALIGN_CENTRE}); table_column(t, (struct column){.heading = {"অগ্রগতি", "মোট অর্জন"}, .align =
//     ALIGN_CENTRE}); table_ruler(t, "১ ২ ৩"); table_row(t); table_text(t, "%"); table_number(t,
//     "১০০", 100, 0); table_text(t, "-");
//
// All columns come first, then rows from top to bottom, cells from left to right. Every text is
// copied. Text must be clean (text_clean) but may hold newlines, which are kept as line breaks;
// other control characters become blanks. NULL is an empty text. A mistake is harmless: cells past
// the last column are left out, missing ones are empty, a cell without a row starts one.
#pragma once

#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    TABLE_COLUMNS_MAX = 40, // further columns are left out
    TABLE_LEVELS = 4,       // of headings, one over the other
};

struct column {
    // From the top down. Neighbours that agree down to a level, and have a level below it, share
    // one heading there; a column with fewer levels than others has one that reaches to the bottom.
    const char *heading[TABLE_LEVELS];
    // Columns of text, without rules and blanks beside it; 0 shares what the page has by the need
    // of the cells. Raised where a number, a date, a short word or a syllable needs more. A column
    // that stays empty to be written in by hand must have a width.
    int width;
    enum align align; // of the cells; numbers and dates of a left-aligned column stand right
    bool by_hand;     // written in by hand: rows have the height that a signature takes
};

enum cell_kind {
    CELL_TEXT,   // wrapped; a number or date inside it is not broken either
    CELL_NUMBER, // never broken but at newlines
    CELL_DATE,   // never broken but at newlines
};

struct cell {
    const char *text; // as it is printed
    enum cell_kind kind;
    bool bold;
    int span; // columns it covers, 0 or 1 for one

    // What csv and spreadsheets get beside or instead of the text.
    bool has_value;
    int64_t value; // CELL_NUMBER: its digits, of which `decimals` are behind the point; CELL_DATE:
                   // days since 1 January 1970
    int decimals;  // 0 to 9

    // Set by the table.
    bool above;   // the cell above reaches down to here; the rest of this one is void
    bool covered; // a cell to the left reaches over here
};

enum row_kind {
    ROW_PLAIN,
    ROW_SECTION, // one bold text over all columns
    ROW_HEADING, // only from table_head
    ROW_RULER,   // only from table_head
};

struct row {
    enum row_kind kind;
    bool subrow;       // stays on the page of the row before it
    struct cell *cell; // as many as the table has columns
};

struct table {
    struct arena *arena; // the paper's
    struct column column[TABLE_COLUMNS_MAX];
    size_t columns;
    const char *ruler[TABLE_COLUMNS_MAX];
    bool has_ruler;
    struct row *row;
    size_t rows, rows_cap;
    size_t at; // the column that the next cell goes to
};

// Adds a column; nothing once there is a row.
void table_column(struct table *table, struct column column);

// The row of numbers under the headings, one word a column with blanks between: «৩ ৪ _ ৯»; «_» is
// empty, as are those missing. Repeated with the headings on each page.
void table_ruler(struct table *table, const char *words);

void table_row(struct table *table);
// A row that stays on the page of the row before it: target and achievement of one activity. The
// cells that they share are given in the first; the second has table_above for them.
void table_subrow(struct table *table);
// A row of one bold text over all columns, which stays with the row after it.
void table_section(struct table *table, const char *text);

void table_cell(struct table *table, struct cell cell);
void table_text(struct table *table, const char *text);
void table_number(struct table *table, const char *text, int64_t value, int decimals);
void table_date(struct table *table, const char *text, int32_t day);
// The cell above reaches down over this row, with all the columns it covers: an area over its
// indicators. Such a cell may run over a page break. In the first row, under a section row, or
// inside another cell's span it is an empty cell.
void table_above(struct table *table);

// For writers.
// Headings and ruler as rows of cells that span columns (`span`) and rows (`above`). The rows live
// in arena; their texts in the table.
const struct row *table_head(const struct table *table, struct arena *arena, size_t *ret_rows);
// Number of columns that the cell at c covers, at least 1.
size_t row_span(const struct row *row, size_t c);
// Number of the rows from r on that the cell at column c of row r covers, at least 1.
size_t rows_span(const struct row *rows, size_t count, size_t r, size_t c);
bool table_by_hand(const struct table *table); // whether a column is written in by hand
// How the cell at c is aligned.
enum align table_align(const struct table *table, const struct row *row, size_t c);
