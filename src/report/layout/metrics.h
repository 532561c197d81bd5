// SPDX-License-Identifier: GPL-3.0-or-later
// What the page engine asks of the type that it sets: columns and lines of characters for text,
// units of Pango for a pdf, estimates for formats that another program sets. A length is an integer
// in the unit of those metrics.
#pragma once

#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#define LENGTH_ENDLESS (INT64_MAX / 4)
enum { SIZE_FULL = 1000 }; // sizes are thousandths of the size that everything is measured at

// A text whose words were measured.
struct shaped {
    const void *body; // of the metrics
    int64_t hard;     // the widest of what must not be cut
    int64_t soft;     // the widest piece that line breaks leave whole
    int64_t wish;     // the widest line, as its newlines have it
};

struct set_line {
    const void *body;
    int64_t width;
};
struct set_lines {
    struct set_line *line;
    size_t count; // 0 of an empty text
};

// The sizes that a part may be set in.
struct part_size {
    int table, text;
};

struct metrics {
    void *of; // handed to the functions
    // A `whole` text is broken at newlines only.
    struct shaped (*shape)(void *of, const char *text, bool bold, bool whole, struct arena *arena);
    struct set_lines (*wrap)(void *of, const struct shaped *text, int64_t width,
                             struct arena *arena);
    int64_t line;   // from line to line
    int64_t column; // what stands for one column of text
    int64_t pad,
        pad_low;        // beside the text of a cell, where the table has room for it and where not
    int64_t pad_over;   // over the text of a cell, and under it
    int64_t hand;       // the least height of a row that is written in by hand
    int64_t rule;       // the room that a rule takes
    int64_t long_line;  // a longer cell does not ask for more of the page
    int64_t widest;     // no word asks for more
    int64_t pair_gap;   // least, between the two texts of a pair
    int64_t right_gap;  // at the right of a signature
    int64_t number;     // the room of a page number in the contents
    int heading_growth; // percent of a given width by which a heading may widen it, or 100
    int title, large;   // sizes of titles and of what stands on a cover
    // Each is tried in turn, and the first with the fewest pages taken. Tables that could not stand
    // on the page in the last are set as small as they must.
    const struct part_size *size;
    size_t sizes;
};

// Of a row with so many lines.
static inline int64_t metrics_height(const struct metrics *metrics, size_t lines)
{
    return (int64_t)lines * metrics->line + 2 * metrics->pad_over;
}
