// SPDX-License-Identifier: GPL-3.0-or-later
// The grounds of a row, cell by cell, and what of them goes on beside their cells.
#include "private.h"

#include <math.h>

int32_t paint_band_ground(const struct paint_band *row, int column)
{
    return row->line->cell[column].ground;
}

double paint_band_left(const struct paint_band *row, int column)
{
    return column * (double)row->paint->measure.width;
}

static void paint_cells(const struct paint_band *row)
{
    for (int from = row->from, to; from < row->to; from = to) {
        const int32_t ground = paint_band_ground(row, from);
        for (to = from + 1; to < row->to && paint_band_ground(row, to) == ground;)
            to++;
        if (ground == PAINT_CLEAR)
            continue;
        paint_set_colour(row->cr, ground);
        paint_area(row->cr, paint_band_left(row, from), 0,
                   paint_band_left(row, to) - paint_band_left(row, from),
                   row->paint->measure.height);
    }
}

static bool is_padded(const struct paint_band *row, int column)
{
    return column >= 0 && column < row->line->columns &&
           paint_band_ground(row, column) != PAINT_CLEAR &&
           row->line->cell[column].look & PAINT_PADDED;
}

// No ground goes under letters of another ink; around the rows there is a margin.
static bool takes_pad(const struct paint_band *row, int column)
{
    if (column < 0 || column >= row->line->columns)
        return true;
    const struct paint_words *words = paint_words_at(row->line, column);
    return !is_padded(row, column) && paint_band_ground(row, column) != PAINT_CLEAR &&
           (!words || row->line->cell[column].at >= words->n);
}

// Letters would else begin on the very edge of their ground.
static void paint_pads(const struct paint_band *row)
{
    const double pad = floor(row->paint->measure.width / 2.), height = row->paint->measure.height;
    for (int i = row->from - 1; i <= row->to; i++) {
        if (!is_padded(row, i))
            continue;
        paint_set_colour(row->cr, paint_band_ground(row, i));
        if (takes_pad(row, i - 1))
            paint_area(row->cr, paint_band_left(row, i) - pad, 0, pad, height);
        if (takes_pad(row, i + 1))
            paint_area(row->cr, paint_band_left(row, i + 1), 0, pad, height);
    }
}

void paint_band_grounds(const struct paint_band *row)
{
    cairo_set_antialias(row->cr, CAIRO_ANTIALIAS_NONE);
    paint_cells(row);
    paint_pads(row);
}
