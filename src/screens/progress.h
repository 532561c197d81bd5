// SPDX-License-Identifier: GPL-3.0-or-later
// The year to date, shared by its parts: progress.c the list and its keys, progress_draw.c its
// picture.
#pragma once

#include "orjon/app/progress.h"
#include "orjon/tui/grid.h"
#include "private.h"

// What a column shows.
enum progress_field {
    PROGRESS_SHOW_PLAN,
    PROGRESS_SHOW_CODE,
    PROGRESS_SHOW_TEXT,
    PROGRESS_SHOW_TARGET,
    PROGRESS_SHOW_DONE,
    PROGRESS_SHOW_QUARTERS,
    PROGRESS_SHOW_PACE,
    PROGRESS_SHOW_GOT,
    PROGRESS_SHOW_LEFT,
    PROGRESS_SHOW_DUE,
    PROGRESS_FIELDS,
};

struct progress_screen {
    struct app *app;
    struct progress progress;
    enum progress_filter filter;
    enum progress_order order;
    const struct progress_row **listed; // rows of `progress`
    size_t count;
    // Of the table: an index of listed, or -1 - i for the heading of the plan before listed[i].
    int *row;
    int rows;
    struct grid *grid;
    struct grid_column column[PROGRESS_FIELDS];
    enum progress_field field[PROGRESS_FIELDS];
    int columns;
    int width;         // the columns are chosen for
    bool words, ascii; // the pace stands there in words; bars are drawn in ASCII
};

extern const struct grid_ops progress_grid_ops;

// The row in hand; NULL when there is none.
const struct progress_row *progress_marked(const struct progress_screen *screen);
void progress_sort_by(struct progress_screen *screen, enum progress_order order);

void progress_choose_columns(struct progress_screen *screen, int width);
void progress_draw(void *state, struct canvas *canvas);
