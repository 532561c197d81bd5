// SPDX-License-Identifier: GPL-3.0-or-later
// The units that a paper is put on pages by: a block, or one row of a table.
#pragma once

#include "frame.h"

#include "orjon/report/page.h"

struct unit {
    enum block_kind kind;
    bool glued;             // stays on the page of the unit after it
    struct frame *frame;    // BLOCK_TABLE
    int row;                // BLOCK_TABLE; GRID_NONE when there is none
    struct page_line *line; // others
    size_t lines, cap;
};

struct units {
    struct unit *unit; // freed by the caller; all else lives in the arena of the pages
    size_t count, cap;
};

// Cuts the paper into units for pages of `capacity` lines of text; sets pages->columns.
struct units units_cut(const struct paper *paper, bool ascii, int capacity, struct pages *pages);
