// SPDX-License-Identifier: GPL-3.0-or-later
// A return that came, as its reviewer sees it, shared by its parts: received.c the screen;
// received_table.c what stands in the table and is typed into it; received_view.c what stands
// around it; received_keys.c what its keys do; received_other.c verdicts, other offices and plans.
#pragma once

#include "orjon/app/reviews.h"
#include "review_file.h"

// What a column shows.
enum received_field {
    RECEIVED_CODE,
    RECEIVED_TEXT,
    RECEIVED_TARGET,
    RECEIVED_Q1, // those before the quarter only
    RECEIVED_Q4 = RECEIVED_Q1 + QUARTERS - 1,
    RECEIVED_FIGURE,
    RECEIVED_SCORE,
    RECEIVED_PROOFS,
    RECEIVED_MARK,
    RECEIVED_REMARK,
    RECEIVED_FOLLOW,
    RECEIVED_MARKS,
    RECEIVED_FIELDS,
};

struct received_screen {
    struct app *app;
    struct app_review *review;
    struct app_review_of of; // its plan is of `plan`
    struct str plan;
    struct grid *grid;
    struct grid_column column[RECEIVED_FIELDS];
    enum received_field field[RECEIVED_FIELDS];
    char heading[QUARTERS][48];
    int columns;
    struct str seal;       // of the return that a question is about
    int64_t receipt;       // likewise
    struct str asked_code; // of the indicator whose remark a question is about
    struct review_file file;
    struct review_undo undo;
};

extern const struct action received_actions[];
extern const struct grid_ops received_grid_ops;

// --- received.c ---------------------------------------------------------------------------------

// Reads it again, as somebody else may have left it; the marked indicator stays.
enum status received_load(struct received_screen *screen, struct err *err);
void received_show(void *state, struct desk *desk); // and says what fails
// The return of another office or plan in its place; where that fails, this one stays.
void received_turn_to(struct received_screen *screen, struct desk *desk, int64_t office,
                      const char *plan);
const struct app_review_row *received_marked(const struct received_screen *screen); // NULL: none
enum screen_mode received_mode(const void *state);

// --- received_table.c ---------------------------------------------------------------------------

void received_choose_columns(struct received_screen *screen, int width);
enum received_field received_column(const struct received_screen *screen);
int received_column_of(const struct received_screen *screen, enum received_field field);
// Puts what is typed for a field of a row, unless somebody has changed that field since it was seen
// (CHANGED), and reads it again; what gave way is said (desk may be NULL). *ret_changed (may be
// NULL): 0 where that says nothing else.
enum status received_put(struct received_screen *screen, struct desk *desk, int row,
                         enum received_field field, const char *text, size_t *ret_changed,
                         struct err *err);

// Says that a ✗ has no remark, if it has none; asks whether the remark goes that stands beside a ✓
// that was ✗ before.
void received_ask_remark(struct received_screen *screen, struct desk *desk, int row, int before);

// --- received_view.c ----------------------------------------------------------------------------

void received_draw_heading(const struct received_screen *screen, struct canvas *canvas);
// What the pane needs, at most `most`, so that no line of the return is cut there.
int received_pane_rows(const struct received_screen *screen, struct canvas *canvas, int most);
void received_draw_pane(const struct received_screen *screen, struct canvas *canvas, int row,
                        int rows);
void received_say_verdict(enum verdict verdict, struct str *ret);

// --- received_history.c -------------------------------------------------------------------------

void received_history(void *state, struct desk *desk, const struct key *key);

// --- received_other.c ---------------------------------------------------------------------------

void received_ask_verdict(void *state, struct desk *desk, const struct key *key);
void received_other_office(void *state, struct desk *desk, const struct key *key);
// Which return it is, for boxes that keep what was left in them.
void received_name(const struct received_screen *screen, struct str *ret);
void received_other_plan(void *state, struct desk *desk, const struct key *key);
