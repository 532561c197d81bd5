// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of paint share.
#pragma once

#include "orjon/base/str.h"
#include "orjon/paint/font.h"
#include "orjon/paint/paint.h"
#include "run.h"

#include <pango/pangocairo.h>

struct paint {
    PangoContext *context;
    PangoFontDescription *cell, *bengali;
    char *family; // of the Bengali font
    struct paint_measure measure;
    struct paint_measure solid; // without what sets lines apart
    double blank;      // the width of a blank in Bengali text
    GHashTable *shape; // PangoLayout by look and text
    struct str key;    // scratch
    struct str text;   // of the run in hand
    size_t *at;        // where in it the cells of the run begin, and where the last one ends
    int at_cap;
    struct paint_squeeze squeeze;
};

// --- shape.c ------------------------------------------------------------------------------------

// The text as one shaped line. Borrowed: it is there until the next text is shaped.
PangoLayout *paint_shape(struct paint *paint, const char *text, size_t n, int look);
double paint_layout_width(PangoLayout *layout);

// --- piece.c ------------------------------------------------------------------------------------

// A shaped run, laid into its cells.
struct paint_piece {
    struct paint_run run;
    PangoLayout *layout;
    double x, scale, width; // of the row; of the text; as drawn
};

// Sets paint->text and paint->at for the run.
void paint_spell(struct paint *paint, const struct paint_cell *cells, const struct paint_run *run);
struct paint_piece paint_piece_of(struct paint *paint, const struct paint_cell *cells, int columns,
                                  const struct paint_run *run);
// Where the letters of a column of the piece begin; never within a syllable, where it is the end
// of that. For column run.to, the end of the piece.
double paint_piece_edge(struct paint *paint, const struct paint_piece *piece, int column);
// The syllable's first column and the column behind it.
void paint_piece_syllable(struct paint *paint, const struct paint_piece *piece, int column,
                          int *ret_from, int *ret_to);

// --- rule.c -------------------------------------------------------------------------------------

// Draws a letter of U+2500 to U+259F as lines and areas that join those of the cells around it.
void paint_rule(const struct paint_measure *measure, cairo_t *cr, uint32_t letter, double x,
                int32_t ink, int32_t ground);
void paint_set_colour(cairo_t *cr, int32_t colour);
void paint_set_faint_colour(cairo_t *cr, int32_t colour); // lets what is below shine through
void paint_area(cairo_t *cr, double x, double y, double width, double height);
double paint_line_width(const struct paint_measure *measure); // of rules and underlines
