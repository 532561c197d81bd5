// SPDX-License-Identifier: GPL-3.0-or-later
// A paper laid out on pages of a character grid: what the text writer writes, a screen shows and a
// painter paints.
#pragma once

#include "orjon/report/paper.h"

// A text of a line, and the columns that it has been given; they may be more than it takes.
struct page_field {
    const char *text;
    int col, columns;
    enum align align;
};

struct page_line {
    const char *text; // at most `columns` wide, no blanks at its end
    bool bold;
    bool table; // part of a table: exactly `columns` wide
    const struct page_field *field;
    size_t fields; // from left to right; what of the line is in none is a rule
};

// Pages of `lines` lines each, the last ones for the footer; one page of any length when the paper
// is endless. Line i of page p is line[first[p] + i]; first[count] is the number of all lines.
struct pages {
    struct arena arena;
    int columns;
    struct page_line *line;
    size_t *first;
    size_t count;
    size_t lines_cap, firsts_cap;
};

// Lays the paper out, with rules of + - | instead of box drawing characters if ascii. Free with
// pages_done.
void pages_lay(const struct paper *paper, bool ascii, struct pages *ret);
void pages_done(struct pages *pages);
