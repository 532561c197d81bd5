// SPDX-License-Identifier: GPL-3.0-or-later
// A table of cells to move in and to type in.
//
// Typing starts an edit that replaces the cell. Enter and Down accept and go down the column, Tab
// goes on to the next cell that can be edited, Esc gives the old value back. What is refused stays
// in the cell as typed and the reason stands in the message line. A paste of several lines or tabs
// is a block of cells, downward and rightward. Finding goes to the row as one types.
#pragma once

#include "orjon/base/error.h"
#include "orjon/tui/screen.h"

#include <stdbool.h>

struct grid_column {
    const char *heading; // may hold \n for up to GRID_HEADING_LINES lines
    const char *group;   // second level above; neighbours with the same text share it; may be NULL
    int columns;
    enum align align;
};
// A text that is wider than its column takes more lines: all that it needs, up to
// GRID_ROW_LINES, in the row that is selected, and in the others while lines are spare.
enum { GRID_HEADING_LINES = 3, GRID_ROW_LINES = 6 };

struct grid_cell {
    struct str text;  // empty when asked for; to be appended to
    enum style style; // STYLE_PLAIN when asked for
    enum align align; // that of the column when asked for
    bool editable;    // false when asked for
};

// A text for a cell.
struct grid_put {
    int row, col;
    const char *text; // clean NFC
};

struct grid_ops {
    void (*cell)(void *data, int row, int col, struct grid_cell *ret);
    // Text of a section row, appended; false for an ordinary row. May be NULL. Section rows are
    // drawn across all columns and the selection passes over them.
    bool (*section)(void *data, int row, struct str *ret);
    // What an edit starts from, appended; NULL: the text of the cell.
    void (*source)(void *data, int row, int col, struct str *ret);
    // Takes what was typed (clean NFC). NULL: nothing can be edited.
    enum status (*accept)(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err);
    // Blocks of cells: whether accept would take a text there, with the reason if not; the name of
    // a cell for that reason, appended; and taking all the cells of a block or none, as one step,
    // which says what came of it. NULL: there are no blocks.
    enum status (*check)(void *data, int row, int col, const char *text, struct err *err);
    void (*name)(void *data, int row, int col, struct str *ret);
    enum status (*accept_all)(void *data, struct desk *desk, const struct grid_put *puts, size_t n,
                              struct err *err);
    // A click on a column's heading, and which way the rows go by it now: 1 from the least, -1 from
    // the greatest, 0 not at all. Both NULL: the order stays as it is.
    void (*sort)(void *data, struct desk *desk, int col);
    int (*sorted)(void *data, int col);
    // Whether a row answers to a search; `sought` is text_sought of what was typed. NULL: when the
    // text of any of its cells contains it.
    bool (*matches)(void *data, int row, const char *sought);
};

struct grid;

// columns and ops are borrowed and must outlive the grid. The first `frozen` columns never scroll.
struct grid *grid_new(const struct grid_ops *ops, void *data, const struct grid_column *columns,
                      int count, int frozen);
void grid_free(struct grid **p);
void grid_set_columns(struct grid *grid, const struct grid_column *columns, int count, int frozen);
void grid_set_rows(struct grid *grid, int rows); // the selection is kept where possible
int grid_row(const struct grid *grid);           // -1 when there is no row to select
int grid_col(const struct grid *grid);
void grid_select(struct grid *grid, int row, int col);
int grid_top(const struct grid *grid); // first row in view, after a draw
int grid_end(const struct grid *grid); // the one behind the last in view, likewise

// What a key would find: TYPING, FINDING; EMPTY, FILLED or, where nothing can be typed, LOCKED; and
// LOOKING in a table in which nothing can be edited or nothing is selected.
enum screen_mode grid_mode(const struct grid *grid);
bool grid_settle(struct grid *grid, struct desk *desk); // for screen_ops.settle
bool grid_editing(const struct grid *grid);
bool grid_edit(struct grid *grid, const char *text); // starts an edit; NULL: on the present value
// Accepts the edit under way. desk, NULL where there is none, is handed on.
enum status grid_commit(struct grid *grid, struct desk *desk, struct err *err);
void grid_cancel(struct grid *grid);
const char *grid_typed(const struct grid *grid); // what stands in the edit under way, else ""
// Selects the next row (wrapping round) that answers to text; false when none does.
bool grid_find(struct grid *grid, const char *text, bool from_next);
// Begins to find as one types; while finding, goes to the next row found.
void grid_start_find(struct grid *grid, struct desk *desk);
void grid_copy(const struct grid *grid, struct desk *desk); // the selected cell, to the clipboard
// Takes a text or a block as from the clipboard: one cell begins an edit. A block is looked at as a
// whole: what does not fit or would be refused is named before anything is stored, with a choice to
// take the rest; so is what it would replace.
void grid_paste(struct grid *grid, struct desk *desk, const char *s, size_t n);

// With how many rows of a canvas, headings too, every text would be whole.
int grid_rows_wanted(struct grid *grid, const struct canvas *canvas);
// Draws in rows × columns cells from row, col, headings first; puts the cursor. Rows that there is
// no room for are told of by ↑ and ↓ on the rules.
void grid_draw(struct grid *grid, struct canvas *canvas, int row, int col, int rows, int columns);
// Moving, typing, finding; and the mouse where it is on: a click selects, the wheel scrolls.
bool grid_key(struct grid *grid, struct desk *desk, const struct key *key);
// Selects the cell where K_CLICK or K_MENU was; K_CLICK on the selected one edits it. False when
// there is none. What is half typed is accepted first; where that fails the selection stays.
bool grid_click(struct grid *grid, struct desk *desk, const struct key *key);
// Whether a place of the canvas is in one of its rows' cells.
bool grid_is_under(const struct grid *grid, int row, int col);
// Whether the selected cell stands at a place of the canvas, and nothing is half typed.
bool grid_is_at(const struct grid *grid, int row, int col);
