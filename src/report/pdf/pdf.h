// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the PDF writer: tables measured for a sheet, units, and their way onto pages. A
// length is in points at the base size (type.h).
#pragma once

#include "layout/bond.h"
#include "type.h"

#include "orjon/report/writer.h"

enum {
    PDF_NONE = -1,
    PDF_NUMBER_WIDTH = 40, // of a page number in the contents
};

#define PDF_PAD 2.5       // beside the text of a cell
#define PDF_PAD_ABOVE 1.5 // and over and under it
#define PDF_SINK 0.7      // most letters are tall, few are deep

// A cell, over all rows and columns that it covers.
struct pdf_box {
    struct pdf_text text;
    size_t row, rows, column, span;
    enum align align;
    bool whole; // broken at newlines only
    struct pdf_lines lines;
    size_t given; // of them, on the pages before
};

struct pdf_table {
    const struct table *table;
    const struct row *row; // headings, ruler, then the rows of the table
    size_t rows, head, columns;
    double hard[TABLE_COLUMNS_MAX]; // without breaking what must not break
    double soft[TABLE_COLUMNS_MAX]; // without cutting long words either
    double wish[TABLE_COLUMNS_MAX]; // with every cell on one line
    double x[TABLE_COLUMNS_MAX + 1];
    struct pdf_box **box; // at [row * columns + column]; a box stands at all it covers
    double *height;       // of a row, if no page ends in the boxes that end there
    bool repeats;         // the headings stand on every page, else they are rows like any other
};

// Shapes the cells. No word asks for more than `widest`.
struct pdf_table *pdf_table_new(struct pdf_type *type, const struct table *table, double widest,
                                struct arena *arena);
// The width that the table needs, with long words cut or whole.
double pdf_table_least(const struct pdf_table *t, bool whole_words);
void pdf_table_lay(struct pdf_table *t, struct pdf_type *type, double width, struct arena *arena);
struct pdf_box *pdf_table_box(const struct pdf_table *t, size_t r, size_t c);
double pdf_table_head_height(const struct pdf_table *t);
double pdf_lines_height(const struct pdf_type *type, size_t lines); // of a row with so many

// What a unit that is no row of a table is made of.
struct pdf_run {
    struct pdf_line line;
    double x, width;
    enum align align;
    double scale; // 1; more for large letters
    bool beside;  // on the line of the run before it
    int part;     // whose page number stands at the right; PDF_NONE
};

struct pdf_unit {
    struct pdf_table *table;
    int row; // PDF_NONE when there is none
    struct pdf_run *run;
    size_t runs, cap;
};

// A part of the paper: blocks from one BLOCK_PART or the start to the next, on pages of their own.
struct pdf_part {
    size_t from, to; // blocks
    const char *title, *footer;
    double scale;             // of its type
    struct pdf_table **table; // by block - from; NULL for other blocks
    struct pdf_unit *unit;
    struct bond *bond;
    size_t units, cap;
    int first_page, pages;
};

writer_function pdf_write; // what module.c loads

// What is printed on.
struct pdf_sheet {
    const struct paper *paper;
    const struct writer_options *options;
    struct pdf_type *type;
    struct arena *arena;
    double width, height; // of the page, in points
    struct pdf_part *part;
    size_t parts;
    int pages; // of the whole paper
    cairo_surface_t *surface;
};

// Cuts a part into units for pages of this size, in place of those it had.
void pdf_part_cut(struct pdf_sheet *sheet, struct pdf_part *part, double width, double height);
double pdf_unit_height(const struct pdf_sheet *sheet, const struct pdf_unit *unit);

// Puts the units of a part on pages `height` high and returns how many these are. With cr they are
// drawn as well.
int pdf_part_place(struct pdf_sheet *sheet, struct pdf_part *part, double height, cairo_t *cr);

// Draws the paper as the page of text has it, into that space of each page.
enum status pdf_grid_draw(struct pdf_sheet *sheet, double left, double top, double width,
                          double height, struct err *err);

// Called by pdf_part_place around what it draws.
void pdf_page_start(const struct pdf_sheet *sheet, const struct pdf_part *part, int page,
                    cairo_t *cr);
void pdf_page_end(cairo_t *cr);

// A row of a table, or a piece of one, on the page in hand.
struct pdf_strip {
    size_t row;
    double y, height;
    bool last; // the row ends here
};
struct pdf_slice {
    struct pdf_table *table;
    struct pdf_strip *strip;
    size_t strips, cap;
};

void pdf_slice_add(struct pdf_slice *slice, struct pdf_strip strip);
// Gives out the lines that the slice holds, drawing them if cr, and empties it.
void pdf_slice_close(struct pdf_slice *slice, const struct pdf_type *type, bool shading,
                     cairo_t *cr);
// The height that row r needs at y below the slice, or on a page of its own if `fresh`; `first` is
// the first of the rows that are put down together with it.
double pdf_slice_need(const struct pdf_slice *slice, const struct pdf_table *t,
                      const struct pdf_type *type, size_t first, size_t r, double y, bool fresh);
// What is left of row r when a page has ended in it.
double pdf_slice_rest(const struct pdf_table *t, const struct pdf_type *type, size_t r);
