// SPDX-License-Identifier: GPL-3.0-or-later
// The return form, shared by its parts: return_form.c the screen; return_actions.c its keys and
// what they do; return_put.c those that fill the marked figure; return_back.c undo; return_seal.c
// the check and finalising; return_figure.c the marked figure and saving it; return_table.c what
// stands in the table; return_view.c what stands around it; return_remarks.c what the office above
// has remarked.
#pragma once

#include "figure_undo.h"
#include "orjon/app/draft.h"
#include "orjon/app/enter.h"
#include "orjon/app/reviewed.h"
#include "orjon/app/revisions.h"
#include "orjon/tui/grid.h"
#include "private.h"
#include "rekey.h"
#include "remark.h"

enum { RETURN_COLUMNS_MAX = 14 };

// What a column of the form shows.
enum return_field {
    RETURN_CODE,
    RETURN_TEXT,
    RETURN_UNIT,
    RETURN_WEIGHT,
    RETURN_TARGET,
    RETURN_Q1,
    RETURN_Q4 = RETURN_Q1 + QUARTERS - 1,
    RETURN_TOTAL,
    RETURN_PERCENT,
    RETURN_MARKS,
    RETURN_REMARK,
    RETURN_FIELDS,
};

// Which rows are listed.
enum return_filter {
    FILTER_NONE,
    FILTER_EMPTY,
    FILTER_BEHIND,
    FILTER_FINDINGS,
    FILTER_REMARKED,
    FILTER_CHANGED,
    FILTERS
};

// What the plan would score with the figure being typed.
struct return_live {
    bool set;           // the text reads as a figure
    int state;          // the one whose letter is typed, alone; -1: none
    int quarter;        // it is typed for
    struct entry entry; // as it reads; typed and remark are ""
    struct score score;
    int decimals; // of its total
    struct plan_score total;
    char read[80]; // what is typed as it is read, where that is written otherwise; else ""
};

// One figure of the return, by where it stands.
struct return_place {
    size_t indicator; // index in the plan
    int quarter;
};

struct return_screen {
    struct app *app;
    struct book *book;
    struct book *before; // a year before; NULL: none, or of another office
    struct grid *grid;
    int width; // the columns are chosen for
    struct grid_column column[RETURN_COLUMNS_MAX];
    enum return_field field[RETURN_COLUMNS_MAX];
    int columns;
    int marked; // the quarter that has the cursor; 0 for another column
    char heading[QUARTERS][48];
    unsigned listed; // the reading of the book that the rows are of
    int *row;        // of the table: an indicator, or -1 - i for the section before indicator i
    int rows;
    int opened;           // an earlier quarter that was opened on purpose; 0 = none
    struct draft dropped; // typed and left with Esc; Ctrl-Z brings it back until one is saved
    bool drafted;         // the file has it, or had it before it was brought back
    struct figure_undo undo;
    enum return_filter filter;
    struct app_reviews reviews; // from the office above
    struct app_changes changes; // since the return of the quarter was sent back
    struct return_live live;
    struct paper_choice paper;
    struct remark remark;         // being written
    struct rekey rekey[QUARTERS]; // typed again from the signed sheet
    struct app_figure asked;      // waits for a yes, for it replaces a figure
    char *asked_text;             // owns asked.text
};

extern const struct action return_actions[];
// Into the marked figure, for the tables of keys.
void return_clear(void *state, struct desk *desk, const struct key *key);
void return_by_letter(void *state, struct desk *desk, const struct key *key);
void return_choose_state(void *state, struct desk *desk, const struct key *key);
void return_ditto(void *state, struct desk *desk, const struct key *key);
void return_today(void *state, struct desk *desk, const struct key *key);
void return_one_more(void *state, struct desk *desk, const struct key *key);
void onpaper_leave(void *state, struct desk *desk, const struct key *key);
extern const struct grid_ops return_grid_ops;

// Of another office's return on paper (orjon/app/onpaper.h): what still makes sense there.
extern const struct action return_onpaper_actions[];

// --- the screen ---------------------------------------------------------------------------------

// The form of a book, which is its own from now on, in the field of the book's quarter.
struct return_screen *return_new(struct book *book);
void return_free(void **state);
struct grid *return_grid(const void *state);
// What the keys that do another thing now are called.
const char *return_hint(const void *state, const struct action *row);
void return_draw(void *state, struct canvas *canvas);
bool return_key(void *state, struct desk *desk, const struct key *key);
void return_describe(const void *state, struct str *ret);
void return_fill(const void *state, const char *name, struct str *ret);

// --- the table ----------------------------------------------------------------------------------

void return_choose_columns(struct return_screen *screen, int width);
bool return_is_folded(const struct return_screen *screen, int quarter); // its column is but a sign
void return_list_rows(struct return_screen *screen);
// The indicator of the selected row; NULL when there is none.
const struct indicator *return_indicator(const struct return_screen *screen, size_t *ret_index);
int return_row_of(const struct return_screen *screen, size_t indicator);
int return_column_of(const struct return_screen *screen, enum return_field field);
// The quarter that a column holds, 0 for another column.
int return_quarter_at(const struct return_screen *screen, int col);

// --- what is marked -----------------------------------------------------------------------------

// The figure in the marked field; false when the field is no quarter's.
bool return_marked(const struct return_screen *screen, struct return_place *ret);
void return_say_rate(struct str *ret, const struct score *score); // of the year
struct entry *return_entry(const struct return_screen *screen, const struct return_place *place);
// Whether figures of the quarter can be typed in now; and the reason why not, as a command says it.
bool return_is_open(const struct return_screen *screen, int quarter);
void return_refuse(void *state, struct desk *desk);
enum screen_mode return_mode(const void *state);
void return_show_quarter(struct return_screen *screen, struct desk *desk, int quarter);
// Selects the field of an indicator and a quarter; quarter 0: in the column that is selected.
void return_jump(void *data, struct desk *desk, const char *code, int quarter);

// --- what is saved ------------------------------------------------------------------------------

// What a figure shall be for a text typed into its field: a letter alone is its state.
struct app_figure return_figure(const struct return_screen *screen,
                                const struct return_place *place, const char *text);
// The draft in the file is not needed any more.
void return_drop_draft(struct return_screen *screen);
// Saves figures as one step and says what became of what, and what is odd about it.
enum status return_enter(struct return_screen *screen, struct desk *desk,
                         const struct app_figure *figures, size_t n, struct err *err);
// Saves one; where a figure stands already, asks first.
void return_offer(struct return_screen *screen, struct desk *desk, const struct app_figure *figure);

// --- return_back.c ------------------------------------------------------------------------------

// What was left with Esc, in the field where it was typed; that, or else what was saved last.
void return_bring_back(void *state, struct desk *desk, const struct key *key);
void return_back(void *state, struct desk *desk, const struct key *key);
void return_forth(void *state, struct desk *desk, const struct key *key);
// After an undo: the rows again, and the field where it was; or why there was none.
void return_show_undone(void *state, struct desk *desk, const char *code, int quarter);
void return_fail(void *state, struct desk *desk, const struct err *err);

// --- return_seal.c ------------------------------------------------------------------------------

void return_finalise(void *state, struct desk *desk, const struct key *key); // or opens again
bool return_is_sealed(const struct return_screen *screen);                   // the quarter in hand
void return_check(void *state, struct desk *desk, const struct key *key);
void return_rekey(void *state, struct desk *desk, const struct key *key);

// --- return_remarks.c ---------------------------------------------------------------------------

// Reads what came from above, of the book as it is.
void return_load_remarks(struct return_screen *screen);
// Of the quarter in hand; it may not be there.
const struct app_reviewed *return_reviewed(const struct return_screen *screen);
// That of an indicator which speaks; NULL for none.
const struct app_remark *return_remark(const struct return_screen *screen, size_t indicator);
// What stood in the return that was sent back; NULL where it is the same.
const struct app_difference *return_change(const struct return_screen *screen, size_t indicator,
                                           int quarter);
bool return_has_changed(const struct return_screen *screen, size_t indicator);
void return_next_remark(void *state, struct desk *desk, const struct key *key);
void return_answer(void *state, struct desk *desk, const struct key *key);

// --- return_other.c -----------------------------------------------------------------------------

void return_ask_remark(void *state, struct desk *desk, const struct key *key);
void return_open_evidence(void *state, struct desk *desk, const struct key *key);
void return_open_plan(void *state, struct desk *desk, const struct key *key);
void return_open_papers(void *state, struct desk *desk, const struct key *key);

// --- the view -----------------------------------------------------------------------------------

void return_update_live(struct return_screen *screen);
void return_draw_heading(const struct return_screen *screen, struct canvas *canvas);
void return_draw_pane(const struct return_screen *screen, struct canvas *canvas, int row, int rows);
