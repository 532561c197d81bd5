// SPDX-License-Identifier: GPL-3.0-or-later
// The units that a part of a paper is put on pages by: a block, or one row of a table.
#pragma once

#include "layout.h"

struct unit {
    enum block_kind kind;
    size_t block;
    bool kept;                // stays on the page of the unit after it
    struct laid_table *table; // BLOCK_TABLE
    bool has_row;             // false of a table that has no row to be put down
    size_t row;
    struct page_text *text; // others
    size_t texts, cap;
};

struct units {
    struct unit *unit;
    size_t count, cap;
};

// Cuts a part into units for pages of that size, in the units of its tables.
struct units units_cut(const struct layout *layout, const struct layout_part *part, int64_t width,
                       int64_t height);
int64_t unit_height(const struct unit *unit, const struct metrics *metrics);

// Adds to what is kept as it is: over blank lines, with the first row of a table, with a signature.
void units_keep(struct units *units);
