// SPDX-License-Identifier: GPL-3.0-or-later
// Painting a grid of cells so that Bengali reads as in print.
//
// A terminal puts one code point into one cell and tears Bengali apart. Here each text is shaped as
// one piece and stands in its box of cells: at the left, at the right or in the middle, and cut
// where its letters end. Rules and grounds stand cell by cell, so that columns stay in line.
//
// Lengths are pixels of the surface before any scale that the caller has set.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/text.h"

#include <cairo.h>
#include <stdbool.h>
#include <stdint.h>

enum { PAINT_CLEAR = -1 }; // a ground that is not painted

enum paint_look {
    PAINT_BOLD = 1,
    PAINT_UNDERLINE = 2, // fainter than the letters
    PAINT_STRIKE = 4,
    PAINT_PADDED = 8, // its ground goes on over half a cell beside it where no letter stands
};

struct paint_cell {
    uint32_t rule;       // U+2500 to U+259F; 0: none
    int32_t ink, ground; // 0xRRGGBB; ground may be PAINT_CLEAR
    uint32_t at;  // where in the text of its box its letters begin; the text's end: it has none
    uint8_t look; // of enum paint_look
};

struct paint_words {
    const char *s;
    size_t n;
    int col, columns; // its box
    int spare;        // columns behind it in which nothing stands
    int from, to;     // the columns of the box that are seen, and are its own; at least one
    uint8_t align;    // enum align
    bool is_marked;   // «…» where it is cut
    bool follows;     // one blank behind the text before it, wherever the letters of that end
    bool has_more;    // than these n bytes: it is cut in any case
};

// A row: its cells, and its texts from left to right.
struct paint_line {
    const struct paint_cell *cell;
    int columns;
    const struct paint_words *text;
    int texts;
};

// The text in whose box a column is; NULL for none.
const struct paint_words *paint_words_at(const struct paint_line *line, int column);

struct paint_fonts {
    const char *cell;    // family of Latin letters and digits; NULL for the usual one
    const char *bengali; // family of everything in a Bengali run; NULL for the first that is there
    double size;         // pixels; 0 for the usual size
};
enum { PAINT_SIZE = 16, PAINT_SIZE_MIN = 6, PAINT_SIZE_MAX = 96 };

struct paint; // fonts, their measures, and what has been shaped

// FAILED, naming the package to install, when the family, or no family at all, writes Bengali.
enum status paint_new(const struct paint_fonts *fonts, struct paint **ret, struct err *err);
void paint_free(struct paint **p);
#define autopaint __attribute__((cleanup(paint_free))) struct paint

// Of a cell. The letters' foot is `ascent` below its top.
struct paint_measure {
    int width, height, ascent;
};
struct paint_measure paint_measure(const struct paint *paint);
// Sets lines apart by so many percent of what the fonts need for one.
void paint_set_spacing(struct paint *paint, int percent);
enum { PAINT_SPACING_MAX = 100 };
const char *paint_bengali_family(const struct paint *paint);

enum { PAINT_NO_CARET = -1 };

// Paints one row with its top left corner at 0, 0, or what the clip lets through of it. The caret
// stands before the whole syllable that holds its column.
void paint_row(struct paint *paint, cairo_t *cr, const struct paint_line *line, int caret);

// Where the syllable at a column stands.
struct paint_span {
    double x, width;
};
struct paint_span paint_span_at(struct paint *paint, const struct paint_line *line, int column);
// The columns of the syllable that holds a column.
void paint_syllable_at(struct paint *paint, const struct paint_line *line, int column,
                       int *ret_from, int *ret_to);
// The column whose letter is at x: the first of its syllable. From -1, left of the row, to columns.
int paint_column_at(struct paint *paint, const struct paint_line *line, double x);

// A line of a text that was broken.
struct paint_part {
    size_t from, n; // the last one has what no line holds, up to a line break
    bool more;      // it is the last one, and there are other lines behind
};
// Breaks a text, which may have line breaks, into at most `most` lines for boxes of that many
// columns; returns how many. ret may be NULL.
int paint_wrap(struct paint *paint, const char *s, size_t n, int columns, int look, int most,
               struct paint_part *ret);

// How many columns hold the letters of a text.
int paint_columns(struct paint *paint, const char *s, size_t n, int look);

// Shows a text that is in no cell yet, from x on, on its own ground, with a caret behind it;
// returns its width.
double paint_text(struct paint *paint, cairo_t *cr, double x, const char *text, int32_t ink,
                  int32_t ground);

// How many texts had letters wider than the columns that they fit, and the least that is left of
// one's width.
struct paint_narrow {
    long texts, narrowed;
    double least;
};
struct paint_narrow paint_narrow(const struct paint *paint);
