// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of paint share.
#pragma once

#include "orjon/base/str.h"
#include "orjon/paint/font.h"
#include "orjon/paint/paint.h"

#include <pango/pangocairo.h>

struct paint {
    PangoContext *context;
    PangoFontDescription *cell, *bengali;
    char *family; // of the Bengali font
    struct paint_measure measure;
    struct paint_measure solid; // without what sets lines apart
    double blank;               // the width of a blank in Bengali text
    GHashTable *shape;          // PangoLayout by look and text
    GHashTable *broken;         // lines of texts by look, box and text (wrap.c)
    struct str key;             // scratch
    struct str text;            // of a text that is cut
    struct paint_narrow narrow;
};

// --- shape.c ------------------------------------------------------------------------------------

// The text as one shaped line. Borrowed: it is there until the next text is shaped.
PangoLayout *paint_shape(struct paint *paint, const char *text, size_t n, int look);
double paint_layout_width(PangoLayout *layout);

enum { PAINT_KEPT_MAX = 1024 }; // texts: some ten screens, ten megabytes; then all are forgotten

// --- row.c, ground.c ----------------------------------------------------------------------------

// A row on its way to the surface.
struct paint_band {
    struct paint *paint;
    cairo_t *cr;
    const struct paint_line *line;
    int from, to; // the columns of which something may be seen
};

int32_t paint_band_ground(const struct paint_band *row, int column);
double paint_band_left(const struct paint_band *row, int column);
void paint_band_grounds(const struct paint_band *row); // leaves edges hard, for rules

// --- piece.c ------------------------------------------------------------------------------------

double paint_layout_x(PangoLayout *layout, size_t at); // where the letters of a byte begin
// The end of the last syllable of s, from one on, that is within `room`.
size_t paint_layout_fit(PangoLayout *layout, const char *s, size_t n, size_t from, double room);
// What is left free before rules and edges.
double paint_pad(const struct paint *paint);

// A shaped text in its box.
struct paint_piece {
    const struct paint_line *line;
    const struct paint_words *words;
    PangoLayout *layout;
    int look;               // that it was shaped with
    size_t n;               // bytes of it that are seen
    double x, scale, width; // of the row; of the text; as drawn
    double blank;
    int from, to; // the columns that have letters of it
};
struct paint_piece paint_piece_of(struct paint *paint, const struct paint_line *line,
                                  const struct paint_words *words);
// Where the letters of a column begin; never within a syllable, where it is the beginning of that.
// Behind the letters, where they would come.
double paint_piece_edge(const struct paint_piece *piece, int column);
// The syllable's first column and the column behind it.
void paint_piece_syllable(const struct paint_piece *piece, int column, int *ret_from, int *ret_to);

// --- rule.c -------------------------------------------------------------------------------------

// Draws a letter of U+2500 to U+257F as lines that join those of the cells around it.
void paint_rule(const struct paint_measure *measure, cairo_t *cr, uint32_t letter, double x,
                int32_t ink, int32_t ground);
// The same of U+2580 to U+259F, areas; alone: no other is beside it (block.c).
void paint_block(const struct paint_measure *measure, cairo_t *cr, uint32_t letter, double x,
                 int32_t ink, bool alone);
void paint_set_colour(cairo_t *cr, int32_t colour);
void paint_set_faint_colour(cairo_t *cr, int32_t colour); // lets what is below shine through
void paint_area(cairo_t *cr, double x, double y, double width, double height);
double paint_line_width(const struct paint_measure *measure); // of rules and underlines
