// SPDX-License-Identifier: GPL-3.0-or-later
// What grid.c (behaviour), grid_find.c and grid_draw.c (picture) share.
#pragma once

#include "orjon/tui/grid.h"
#include "orjon/tui/lineedit.h"

struct grid {
    const struct grid_ops *ops;
    void *data;
    const struct grid_column *columns;
    int count, frozen;
    int rows;
    int row, col;  // selected; row -1 when there is none
    int top, left; // first row and first unfrozen column in view
    int view;      // rows in view at the last draw
    bool editing, finding;
    struct lineedit edit;
    struct str find;
};

bool grid_is_section(const struct grid *grid, int row, struct str *ret);
void grid_get(const struct grid *grid, int row, int col,
              struct grid_cell *ret);                    // frees text: caller
bool grid_passes_over(const struct grid *grid, int row); // whether it is a section row

// A key while finding; false when it ends the search and means what it means elsewhere.
bool grid_find_key(struct grid *grid, struct desk *desk, const struct key *key);
void grid_start_find(struct grid *grid, struct desk *desk);
