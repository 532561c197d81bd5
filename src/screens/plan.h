// SPDX-License-Identifier: GPL-3.0-or-later
// The plan's table, and its keys.
#pragma once

#include "orjon/app/plans.h"
#include "orjon/domain/template.h"
#include "orjon/tui/grid.h"
#include "private.h"
#include "words_undo.h"

enum { PLAN_COLUMNS_MAX = TEMPLATE_COLUMNS + 1 };

struct plan_screen {
    struct book *book; // the return's
    struct grid *grid;
    int columns;
    struct grid_column column[PLAN_COLUMNS_MAX];
    size_t of[PLAN_COLUMNS_MAX]; // the plan's column that each shows
    struct scale scale;          // for which they were set
    char heading[PLAN_COLUMNS_MAX][64];
    struct arena headings; // the same, in lines
    // Of the changes that follow: from when they hold, as typed, and why; "" for nothing.
    struct str from, reason;
    // A new indicator while it is asked for.
    struct str code;
    int kind;
    struct words_undo undo; // of this plan
};

extern const struct action plan_actions[];

// The columns of the plan as it is now.
void plan_set_columns(struct plan_screen *screen, int width);
// What a column of plan files is called, by its name there.
void plan_say_column(const struct scale *scale, const char *name, struct str *ret);
// That a row of the plan stands in another place now, "" for none.
void plan_say_moved(struct desk *desk, const char *what, const char *to);
// An indicator, and what the journal is told of its change.
struct app_row plan_row(const struct plan_screen *screen, const char *code);
// Shows the plan as it is in the file, with the row of that code marked; NULL: the row that was.
void plan_show(struct plan_screen *screen, struct desk *desk, const char *code);
