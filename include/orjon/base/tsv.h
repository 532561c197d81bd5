// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and cells of a tab-separated text, where every position can be named to the user.
#pragma once

#include <stdbool.h>
#include <stddef.h>

enum { TSV_CELLS_MAX = 64 };

struct tsv_cell {
    const char *s; // not NUL-terminated
    size_t n;
};

// Reads a text line by line. Set text and len, leave the rest zero.
struct tsv {
    const char *text;
    size_t len;
    size_t at;
    size_t line; // number of the line last read, from 1
    size_t count;
    struct tsv_cell cell[TSV_CELLS_MAX]; // cells past TSV_CELLS_MAX are counted in `count` only
};

// Reads the next line that is not empty; false at the end. CR before LF and a BOM are dropped.
bool tsv_next(struct tsv *tsv);

// Whether cell i is there and reads exactly `word`.
bool tsv_is(const struct tsv *tsv, size_t i, const char *word);
