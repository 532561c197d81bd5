// SPDX-License-Identifier: GPL-3.0-or-later
// A canvas as the painter wants it: rows of cells with their colours, and the texts in them.
#pragma once

#include "orjon/base/str.h"
#include "orjon/paint/paint.h"
#include "orjon/tui/canvas.h"
#include "orjon/tui/screen.h"

struct picture {
    int rows, cols;
    struct paint_cell *cell; // row by row
    struct paint_words *text;
    size_t texts, texts_cap;
    size_t *first;    // of the texts of each row, and behind the last one
    struct str bytes; // of the texts
};

void picture_done(struct picture *picture);
// Takes a canvas over; texts of several rows are broken by what the letters measure.
void picture_take(struct picture *picture, const struct canvas *canvas, enum theme theme,
                  struct paint *paint);
// How many lines it would break a text into, as canvas_measure.
int picture_lines(struct paint *paint, const char *s, size_t n, int columns, enum style style,
                  int most);
// How many columns the letters of a text take, as canvas_measure.
int picture_columns(struct paint *paint, const char *s, size_t n, enum style style);
struct paint_line picture_line(const struct picture *picture, int row);
// Whether a row looks the same in two pictures of one size.
bool picture_is_same(const struct picture *a, const struct picture *b, int row);
// What columns from .. to of a row say, without the blanks at the end; appended. What is cut off of
// a text belongs to its last column.
void picture_text(const struct paint_line *line, int from, int to, struct str *ret);
