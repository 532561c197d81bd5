// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen of an office with others below it, shared by its parts: supervision.c what it
// reads, supervision_lines.c what is told of it, supervision_draw.c its picture,
// supervision_keys.c what its keys do.
#pragma once

#include "front.h"
#include "orjon/app/supervision.h"
#include "orjon/tui/grid.h"

enum matter { MATTER_CAME, MATTER_MISSING, MATTER_RETURNED, MATTER_ASKED, MATTER_DUE, MATTERS };
enum { LINE_NAME, LINE_WHAT, LINE_DATE, LINE_PHONE, LINE_COLUMNS };
enum {
    COUNT_PLAN,
    COUNT_EXPECTED,
    COUNT_CAME,
    COUNT_ON_TIME,
    COUNT_LATE,
    COUNT_RETURNED,
    COUNT_ACCEPTED,
    COUNT_MISSING,
    COUNT_COLUMNS
};

struct supervision_line {
    enum matter matter;
    bool heading, more; // more: others are left out here
    int64_t office;     // 0: of none
    const char *plan;   // the only one that it is about; NULL: several, or none
    const char *code;   // of the indicator; NULL: the whole
    int64_t decision;   // that is due; 0: none
    const char *text[LINE_COLUMNS];
    enum style style; // of what it says
};

struct supervision {
    struct session *session;
    struct app *app; // the session's
    struct app_supervision news;
    struct shelf own; // no plans: the office sends nothing itself
    struct records decisions;
    enum app_drive drive;
    struct paper_choice paper;
    struct supervision_line *line;
    size_t lines, cap;
    struct arena texts;
    struct grid *grid, *counts; // of the lines; of the plans, which never has the keys
    struct grid_column column[LINE_COLUMNS], count_column[COUNT_COLUMNS];
    int counted[COUNT_COLUMNS]; // what each of them counts: a narrow screen has not all
};

extern const struct grid_ops supervision_grid, supervision_counts;
extern const struct action supervision_actions[];

// The lines from what was read.
void supervision_tell(struct supervision *s);
void supervision_set_columns(struct supervision *s, int width);
void supervision_draw(void *state, struct canvas *canvas);
// The marked line; NULL when there is none.
const struct supervision_line *supervision_marked(const struct supervision *s);
