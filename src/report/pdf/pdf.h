// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the pdf writer: what is printed on, the drawing of what the page engine laid out,
// and the page of text on paper.
#pragma once

#include "type.h"

#include "layout/layout.h"

#include "orjon/report/drawn.h"
#include "orjon/report/writer.h"

writer_function pdf_write; // what module.c loads
enum status pdf_drawn(struct paper **paper, struct drawn **ret, struct err *err); // likewise

// What of the paper's structure is open for readers that read it aloud: one line of blocks and
// tables under a document, over the ends of pages.
struct pdf_tags {
    const struct laid_table *table; // NULL: none
    const char *block;              // of text; NULL: none
    size_t at;                      // which it is
};

// What is printed on.
struct pdf_sheet {
    const struct paper *paper;
    const struct writer_options *options;
    struct pdf_type *type;
    struct arena *arena;
    bool landscape; // the page in hand; turned: so is the file's
    bool turned;
    double width, height; // of it, in points
    double left, top, inner_width, inner_height;
    struct metrics metrics;
    struct layout layout; // of the letter in hand
    int drawn;            // pages of the letters before it
    bool last;            // no letter follows
    cairo_surface_t *surface;
};

// Lays a letter on its sheets.
void pdf_letter_lay(struct pdf_sheet *sheet, const struct paper *letter);
// Takes a sheet of that shape in hand.
void pdf_sheet_turn(struct pdf_sheet *sheet, bool landscape);
// Over the page and, but where grey would become dots, across it: before all else.
void pdf_mark_draw(const struct pdf_sheet *sheet, const struct layout_part *part, cairo_t *cr);
// What the paper is at the left, page and pages at the right.
void pdf_foot_draw(const struct pdf_sheet *sheet, const struct layout_part *part, int page,
                   cairo_t *cr);
// Draws what stands on a page, from the upper left corner of its room on.
void pdf_page_draw(const struct pdf_sheet *sheet, const struct layout_part *part,
                   const struct layout_page *page, struct pdf_tags *tags, cairo_t *cr);
// Ends what is open.
void pdf_tags_close(struct pdf_tags *tags, cairo_t *cr);
// A text, set in one line.
struct set_line pdf_line_of(const struct pdf_sheet *sheet, const char *text, bool bold);

// Draws the paper as the page of text has it.
enum status pdf_grid_draw(struct pdf_sheet *sheet, struct err *err);
