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
// Columns of a row; to: behind them. None where `from` is no less.
struct columns {
    int from, to;
};
// Those in which two pictures of one size differ, with all that their texts may reach.
struct columns picture_changed(const struct picture *a, const struct picture *b, int row);
// Takes the columns of the text in that a column is, and of what follows it, in; or itself alone.
void picture_reach(const struct paint_line *line, int column, struct columns *ret);
// What columns from .. to of a row say, without the blanks at the end; appended. What is cut off of
// a text belongs to its last column.
void picture_text(const struct paint_line *line, int from, int to, struct str *ret);
