// SPDX-License-Identifier: GPL-3.0-or-later
// The table of the year's change, and its keys.
#pragma once

#include "orjon/app/year.h"
#include "orjon/tui/grid.h"
#include "private.h"
#include "words_undo.h"

enum { YEAR_CODE, YEAR_TEXT, YEAR_LAST_TARGET, YEAR_RESULT, YEAR_TARGET, YEAR_NOTE, YEAR_COLUMNS };

struct year_line {
    const char *plan; // its name for commands
    const char *title, *short_name;
    bool head; // the plan's own, above those of its indicators; all that follows is NULL
    const char *text[YEAR_COLUMNS];
    const char *target; // as a template has it
};

struct year_screen {
    struct app *app;
    int year;   // that is looked at
    bool done;  // its plans are there; else they are what would be carried on
    bool begun; // some of them were there a year before
    struct year_change change;
    struct arena texts;
    struct year_line *row;
    size_t rows, cap;
    struct grid *grid;
    struct grid_column column[YEAR_COLUMNS];
    int width;              // for which they were set
    struct words_undo undo; // of any plan
};

extern const struct action year_actions[];

// Looks at it anew: the plans of screen->year, or what would be carried on from the year in hand.
void year_show(struct year_screen *screen, struct desk *desk, bool ahead);
// The columns for so wide a screen.
void year_set_columns(struct year_screen *screen, int width);
void year_draw(void *state, struct canvas *canvas);
