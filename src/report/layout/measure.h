// SPDX-License-Identifier: GPL-3.0-or-later
// What text takes on paper, for formats that another program lays out, in a font that we do not
// know: estimates, rather too much than too little. Lengths are thousandths of a millimetre.
#pragma once

#include "orjon/report/table.h"

enum {
    A4_SHORT = 210000,
    A4_LONG = 297000,
    MARGIN_BINDING = 20000, // left, where the paper is filed
    MARGIN = 10000,
    POINT = 353, // a 72nd of an inch
    MEASURE_LEADING = 131, // from line to line, percent of the size of the font: as in the pdf
};

// The length of a text without line breaks, `em` being the size of its font.
int measure_text(const char *s, size_t n, int em);

// How many lines the text takes in a column of that width.
int measure_lines(const char *text, int width, int em);

// Shares a page out among the columns, `pad` of each being lost to what stands between them: by
// what a text page of `columns` would give them, but wide enough for their numbers, dates and
// words. False when the page is too narrow for those; they get their share of it then.
struct measure {
    int page, pad, em, columns;
};
bool measure_columns(const struct table *table, const struct measure *measure, int *ret);
