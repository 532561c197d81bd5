// SPDX-License-Identifier: GPL-3.0-or-later
// The compliance matrix on the screen: what its files share.
#pragma once

#include "orjon/app/compliance.h"
#include "private.h"

// Of the table: a name, its ✓ and ✗, then the cells.
enum { MATRIX_NAME, MATRIX_YES, MATRIX_NO, MATRIX_CELLS };

struct matrix_screen {
    struct app *app;
    int fiscal_year, quarter;
    char *plan;
    struct compliance *c;
    bool turned; // indicators below each other, offices beside each other
    bool ascii;
    bool fresh; // read since the last key
    struct grid *grid;
    struct grid_column *column;
    int columns, width; // as they were laid out; 0: not yet
    struct arena headings;
    int anchor_row, anchor_col;   // where a marked stretch began; -1: there is none
    struct app_review *review;    // of the office under the cursor; NULL: not looked at yet
    struct err unread;            // why it cannot be
    size_t reviewed;              // its row
    size_t rereads;               // each takes memory until all is read again
    int64_t asked_office;         // what a question is about
    struct str asked_code, asked; // the remark that was seen then
    struct review_undo undo;
    struct paper_choice paper; // what F8 shows
    int64_t *meeting;          // to choose from
    size_t meetings;
};

// A stretch of cells: rows and heads of the compliance matrix, both ends included.
struct matrix_stretch {
    size_t row, last_row, head, last_head;
};

extern const struct action matrix_actions[];

// The cell at a place of the table; false when there is none.
bool matrix_place(const struct matrix_screen *screen, int row, int col, size_t *ret_row,
                  size_t *ret_head);
// The cell under the cursor.
bool matrix_marked(const struct matrix_screen *screen, size_t *ret_row, size_t *ret_head);
const struct compliance_cell *matrix_cell(const struct matrix_screen *screen, size_t row,
                                          size_t head);
// A mark can be put there; into the note on the whole return goes a remark alone.
bool matrix_is_open(const struct matrix_screen *screen, size_t row, size_t head);
// The cell of an office and a code, wherever it stands now; false when there is none.
bool matrix_find(const struct matrix_screen *screen, int64_t office, const char *code,
                 size_t *ret_row, size_t *ret_head);
int64_t matrix_office(const struct matrix_screen *screen, size_t row);
// Moves the cursor there.
void matrix_go(struct matrix_screen *screen, size_t row, size_t head);
// What is marked; without a mark the cell under the cursor. False when there is none.
bool matrix_stretch(const struct matrix_screen *screen, struct matrix_stretch *ret);
// Reads all of it again, and the marks of some offices again.
enum status matrix_load(struct matrix_screen *screen, struct err *err);
void matrix_show(void *state, struct desk *desk); // and says what fails
// The latter may read all of it: *ret_row and *ret_head are where the first cell of the stretch is
// now. False when it is no longer there.
bool matrix_reread(struct matrix_screen *screen, struct desk *desk, const struct matrix_stretch *s,
                   size_t *ret_row, size_t *ret_head);
// The table drawn up anew: after another plan, or turned.
void matrix_lay_out(struct matrix_screen *screen);

// matrix_draw.c
// The code of an indicator, in the user's digits.
void matrix_say_code(const struct matrix_screen *screen, size_t head, struct str *ret);
void matrix_draw(void *state, struct canvas *canvas);
void matrix_get_cell(void *data, int row, int col, struct grid_cell *ret);
void matrix_set_columns(struct matrix_screen *screen, int width);
// Of the office under the cursor; NULL when it cannot be read.
const struct app_review_row *matrix_review_row(struct matrix_screen *screen, size_t row,
                                               size_t head);

// matrix_marks.c
void matrix_mark(void *state, struct desk *desk, const struct key *key);
void matrix_clear(void *state, struct desk *desk, const struct key *key);
void matrix_ditto(void *state, struct desk *desk, const struct key *key);
void matrix_fill(void *state, struct desk *desk, const struct key *key);
void matrix_follow_up(void *state, struct desk *desk, const struct key *key);
void matrix_remark(void *state, struct desk *desk, const struct key *key);
// Whether the remark goes, of a cell that was ✗ and is ✓ now.
void matrix_ask_stale(struct matrix_screen *screen, struct desk *desk, size_t row, size_t head);
struct app_review_of matrix_of(const struct matrix_screen *screen);
void matrix_say_cell(const struct matrix_screen *screen, size_t row, size_t head, struct str *ret);
void matrix_undo(void *state, struct desk *desk, const struct key *key);
