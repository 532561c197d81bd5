// SPDX-License-Identifier: GPL-3.0-or-later
// The page engine: a paper laid out on pages, once for whoever draws them or asks how they came
// out. A length is in the unit of the metrics; in a part that is set smaller the page is larger by
// as much, and what is drawn goes through a scale.
#pragma once

#include "table.h"

#include "orjon/report/paper.h"

enum { NO_PART = -1 };

// A line of text that is no part of a table. A writer adds the page number of a part.
struct page_text {
    struct set_line line;
    int64_t x, width; // the space in which it is aligned, in units of its own size
    enum align align;
    bool bold;
    int size;    // thousandths
    bool beside; // on the line of the text before it
    int part;    // whose page number stands at the right of that space; NO_PART
};

// A row of a table, or what of it is on this page.
struct page_row {
    size_t row;
    int64_t y, height; // of the room for text, under the rule over it
    bool ends;         // the row is whole, or this is the rest of it
};

// What of a cell is on this page: `count` lines of text from y on.
struct page_cell {
    const struct laid_cell *cell;
    size_t row; // of the page_rows, where it begins
    int64_t top, height, y;
    const struct set_line *line;
    size_t count;
};

struct page_table {
    const struct laid_table *table;
    const int64_t *x; // as it was laid for this page
    int64_t pad;
    struct page_row *row; // repeated headings as well
    size_t rows, rows_cap;
    struct page_cell *cell;
    size_t cells, cells_cap;
    size_t *at; // which of them is at [i * columns + c] of the rows
};

struct page_item {
    size_t block;             // of the paper
    struct page_table *table; // or else a text
    struct page_text text;
    int64_t y;
};

struct layout_page {
    struct page_item *item; // in the order of reading
    size_t items, cap;
};

// Blocks from one BLOCK_PART or the start to the next, on pages of their own.
struct layout_part {
    size_t from, to;
    const struct paper_settings *settings; // its own, or the paper's
    const char *title, *footer;
    int64_t width, height; // of the room on its pages; LENGTH_ENDLESS: one endless page
    struct part_size size;
    struct laid_table **table; // by block - from; NULL for other blocks
    struct layout_page *page;
    int wanted; // pages, with which no smaller size is tried
    int pages, first_page;
};

struct layout {
    const struct paper *paper;
    const struct metrics *metrics;
    struct arena *arena;
    struct layout_part *part;
    size_t parts;
    int pages;
};

// Cuts the paper into parts and measures its tables, which finds out how wide they must be.
void layout_open(struct layout *ret, const struct paper *paper, const struct metrics *metrics,
                 struct arena *arena);
// Lays all parts out, each for its width and height at full size, which the caller has set.
void layout_pages(struct layout *layout);
