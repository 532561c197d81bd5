// SPDX-License-Identifier: GPL-3.0-or-later
// How a paper comes out in print, for formats that another program sets: the pages, columns and
// sizes that the pdf has, reckoned from the widths of the letters of its font, without the font.
// Lengths are thousandths of a millimetre, sizes thousandths of a point.
#pragma once

#include "metrics.h"

#include "orjon/report/paper.h"

enum {
    PRINTED_SHORT = 210000, // A4
    PRINTED_LONG = 297000,
    PRINTED_LEFT = 20000, // for the file
    PRINTED_RIGHT = 10000,
    PRINTED_TOP = 12000,
    PRINTED_BOTTOM = 14000,
    PRINTED_TITLE = 1200, // thousandths of the size of other text that a title has
};

struct printed_table {
    const struct table *table;
    int width[TABLE_COLUMNS_MAX]; // of each column, from rule to rule
    int pad;                      // between the text of a cell and its rules
    size_t head, rows;            // headings with the ruler, and all rows; as those of table_head
    int *height;                  // of each of the rows
    bool *starts_page;            // whether a page begins with the row (never a heading)
};

struct printed_block {
    struct printed_table *table; // BLOCK_TABLE
    bool starts_page;            // a page begins with it; of a table: with its headings
    int part;
};

// Blocks from one BLOCK_PART, or the start, to the next.
struct printed_part {
    size_t from, to;
    int table_size; // of the type in tables
    int text_size;  // and of all other text; titles have PRINTED_TITLE of it
    int first_page, pages;
    const struct paper_settings *settings; // its own, or the paper's
    int width, height;                     // of what can be printed on of its pages
    size_t letter;       // the first part of that letter, in which pages are numbered from 1
    size_t letter_parts; // of that first part: of the letter
    int letter_pages;
};

struct printed {
    struct arena arena;
    struct printed_block *block; // as many as the paper has
    struct printed_part *part;
    size_t parts;
    int pages;
};

// Free with printed_done.
void printed_lay(const struct paper *paper, struct printed *ret);
void printed_done(struct printed *printed);

// The lines that a text takes in a space `width` wide, in type of that size.
int printed_lines(const char *text, bool bold, int width, int size);
// The width of its widest line, as its newlines have it.
int printed_width(const char *text, bool bold, int size);

// Fills in what does not depend on the type, for a page `width` wide: with `line` and `column` that
// are set, and the length of a millimetre.
void printed_metrics(struct metrics *ret, int64_t millimetre, int64_t width);
