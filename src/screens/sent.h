// SPDX-License-Identifier: GPL-3.0-or-later
// Who has sent, shared by its parts: sent.c the screen, sent_draw.c its picture, sent_keys.c what
// its keys do, sent_accept.c verdicts and the review file.
#pragma once

#include "orjon/app/sent.h"
#include "orjon/tui/grid.h"
#include "review_file.h"

enum { SENT_OFFICE, SENT_RATE, SENT_ON_TIME };

struct sent_screen {
    struct app *app;
    struct app_sending sending;
    struct record_undo undo;
    bool open;   // only what is not sent, or was returned
    bool nested; // some office has others below it: then rates stand beside its name
    size_t *row; // the places that are shown
    int rows;
    bool judged; // what was changed here last were verdicts
    struct paper_choice paper;
    struct review_file file;
    struct grid *grid;
    struct grid_column *column; // office, rates where nested, plans
    struct arena headings;
};

extern const struct grid_ops sent_grid;
extern const struct action sent_actions[];

// At the office, whatever its place; 0: the first. open: only what is open.
void sent_push_at(struct desk *desk, struct app *app, int fiscal_year, int quarter, int64_t office,
                  bool open);
// «এসেছে ২৪টির মধ্যে ১৮টি (৭৫.০০ %), সময়মতো ১৭টি (৭০.৮৩ %)»; appended.
void rate_say(struct app_sent_rate rate, struct str *ret);
// The same as a heading row between two texts; without the percents where it has no room for them.
void rate_draw(struct app_sent_rate rate, const char *before, const char *behind,
               struct canvas *canvas, int row);
// Of the marked row; NULL when there is none.
const struct tree_office *sent_office(const struct sent_screen *screen);
// The plan of the marked column; plans where it is of none.
size_t sent_plan(const struct sent_screen *screen);
// A quarter, and what is shown of it.
enum status sent_load(struct sent_screen *screen, int fiscal_year, int quarter, struct err *err);
void sent_choose_rows(struct sent_screen *screen);
void sent_mark(struct sent_screen *screen, int64_t office);
void sent_set_columns(struct sent_screen *screen, int width);
void sent_draw(void *state, struct canvas *canvas);
void sent_resume(void *state, struct desk *desk);
void sent_accept(void *state, struct desk *desk, const struct key *key);
void sent_file(void *state, struct desk *desk, const struct key *key);
void sent_undo(void *state, struct desk *desk, const struct key *key);
