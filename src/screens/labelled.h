// SPDX-License-Identifier: GPL-3.0-or-later
// Labels and their values in rows, each value in a place of its own: what changes moves nothing
// behind it, and a terminal is sent the value alone.
#pragma once

#include "orjon/base/str.h"
#include "orjon/tui/canvas.h"

struct labelled {
    struct canvas *canvas;
    int row, end;  // rows left: row .. end-1
    int col, edge; // of the next label; behind the last column
    int first;     // column of the rows' first label
};

// Rows `row` to `end`, from column `col` to before `edge`.
struct labelled labelled_rows(struct canvas *canvas, int row, int end, int col, int edge);
// «label: value», in the next row when there is no room in this one; false when there are no rows
// left. The value keeps `room` columns even if it takes fewer, and is wrapped if it takes more than
// a row.
bool labelled_put(struct labelled *rows, const char *label, enum style style,
                  const struct str *value, int room);
// The row behind those that something was put into.
int labelled_below(const struct labelled *rows);
