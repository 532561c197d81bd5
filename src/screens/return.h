// SPDX-License-Identifier: GPL-3.0-or-later
// The return form, shared by its parts: return.c the screen and its keys, return_do.c what the keys
// do to figures, return_cells.c what stands in the table, return_pane.c the indicator in full below
// it, return_live.c what a figure would earn while it is typed.
#pragma once

#include "orjon/app/enter.h"
#include "orjon/tui/grid.h"
#include "private.h"
#include "rekey.h"

enum { RETURN_COLUMNS_MAX = 14 };

// What a column of the form shows.
enum return_field {
    FIELD_CODE,
    FIELD_TEXT,
    FIELD_UNIT,
    FIELD_WEIGHT,
    FIELD_TARGET,
    FIELD_Q1,
    FIELD_Q4 = FIELD_Q1 + QUARTERS - 1,
    FIELD_TOTAL,
    FIELD_PERCENT,
    FIELD_MARKS,
    FIELD_REMARK,
    FIELDS,
};

// Which rows are listed.
enum return_filter { FILTER_NONE, FILTER_EMPTY, FILTER_BEHIND, FILTER_FINDINGS, FILTERS };

// What the plan would score with the figure being typed.
struct return_live {
    bool set; // the text reads as a figure
    struct score score;
    struct plan_score total;
};

struct return_screen {
    struct app *app;
    struct book *book;
    struct desk *desk; // the one whose key is being handled; accept() speaks through it
    struct grid *grid;
    int width; // the columns are chosen for
    struct grid_column column[RETURN_COLUMNS_MAX];
    enum return_field field[RETURN_COLUMNS_MAX];
    int columns;
    char heading[QUARTERS][48];
    const struct plan *listed; // the plan that the rows are of
    size_t listed_count;
    int *row; // of the table: an indicator, or -1 - i for the section before indicator i
    int rows;
    int opened;    // an earlier quarter that was opened on purpose; 0 = none
    char *dropped; // typed and left with Esc; Ctrl-Z brings it back
    size_t dropped_at;
    enum return_filter filter;
    struct return_live live;
    struct paper_choice paper;
    struct rekey rekey[QUARTERS]; // typed again from the signed sheet
};

void return_choose_columns(struct return_screen *screen, int width);
void return_list_rows(struct return_screen *screen);
extern const struct grid_ops return_grid_ops;

// The indicator of the selected row; NULL when there is none.
const struct indicator *return_indicator(const struct return_screen *screen, size_t *ret_index);
int return_row_of(const struct return_screen *screen, size_t indicator);
int return_column_of(const struct return_screen *screen, enum return_field field);
// The quarter that a column holds, 0 for another column.
int return_quarter_at(const struct return_screen *screen, int col);
// Whether figures of the quarter can be typed in now.
bool return_is_open(const struct return_screen *screen, int quarter);

// Saves a figure and says what is odd about it.
enum status return_enter(struct return_screen *screen, const struct app_figure *figure,
                         struct err *err);

// What the keys do (return_do.c); each says what came of it in the message line.
void return_choose_state(struct return_screen *screen);
void return_set_state(struct return_screen *screen, enum entry_state state);
void return_ditto(struct return_screen *screen);
void return_one_more(struct return_screen *screen); // +
void return_today(struct return_screen *screen);    // t
void return_next_empty(struct return_screen *screen);
void return_next_filter(struct return_screen *screen);
void return_copy_column(struct return_screen *screen);
void return_cut(struct return_screen *screen);
void return_paste(struct return_screen *screen);

void return_undo(struct return_screen *screen, bool redo);
void return_finalise(struct return_screen *screen);
void return_show_findings(struct return_screen *screen);
void return_rekey(struct return_screen *screen); // Ctrl-R
// Selects the cell of an indicator, in the column of the quarter where that is shown.
void return_jump(void *data, struct desk *desk, const char *code, int quarter);

void return_update_live(struct return_screen *screen);
void return_draw_heading(const struct return_screen *screen, struct canvas *canvas);
void return_draw_pane(const struct return_screen *screen, struct canvas *canvas, int row, int rows);
