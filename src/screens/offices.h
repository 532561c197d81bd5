// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of the offices below, shared by its parts: offices.c the screen, offices_keys.c what its
// keys change.
#pragma once

#include "orjon/app/offices.h"
#include "orjon/tui/grid.h"
#include "private.h"

enum { OFFICES_COLUMNS = 6 };

struct offices_screen {
    struct app *app;
    struct app_offices offices; // as they are today
    struct record_undo undo;
    bool all;    // also those that are closed or still to come
    size_t *row; // the places that are shown
    int rows;
    int64_t newest;      // the highest number of an office
    int64_t asked;       // that a question is about
    char *file, *digits; // answers that came before the last question: of a key,
    char *day;           // of a closing
    struct grid *grid;
    struct grid_column column[OFFICES_COLUMNS];
    int told[OFFICES_COLUMNS]; // what each of them tells: where names need the room, not all do
    int code;                  // the columns that the longest code takes
};

extern const struct action offices_actions[];
extern const struct grid_ops offices_grid;

const struct tree_office *offices_marked(const struct offices_screen *screen); // NULL: none
void offices_choose_rows(struct offices_screen *screen);
void offices_mark(struct offices_screen *screen, int64_t office);
void offices_resume(void *state, struct desk *desk);
