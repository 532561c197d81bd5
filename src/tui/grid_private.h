// SPDX-License-Identifier: GPL-3.0-or-later
// What grid.c (selection, typing), grid_keys.c, grid_find.c, grid_paste.c, grid_rows.c (lines) and
// grid_draw.c (picture) share.
#pragma once

#include "orjon/tui/grid.h"
#include "orjon/tui/lineedit.h"

struct grid {
    const struct grid_ops *ops;
    void *data;
    const struct grid_column *columns;
    int count, frozen;
    int rows;
    int row, col;  // selected; row -1 when there is none
    int top, left; // first row and first unfrozen column in view
    // As last drawn: rows in view, the canvas's rows of the headings, of the first of them and the
    // one below the last, each column's first cell (-1 when it is out of view) and its cells.
    int view, head, first, below;
    unsigned char *lines; // one a row of the list
    int *at, *room;
    bool editing, finding;
    bool replaces; // the edit began with typing: it is accepted even when the text is the same
    struct lineedit edit;
    struct str find;
    struct block *block; // pasted, while the user is asked about it
};

bool grid_is_section(const struct grid *grid, int row, struct str *ret);
void grid_get(const struct grid *grid, int row, int col,
              struct grid_cell *ret);                    // frees text: caller
bool grid_passes_over(const struct grid *grid, int row); // whether it is a section row

// The ordinary row at or after `row` in the direction of step; -1 when there is none.
int grid_ordinary_row(const struct grid *grid, int row, int step);
void grid_move_rows(struct grid *grid, int by);
void grid_move_to_editable(struct grid *grid, int step);

// What an edit of the selected cell starts from, appended.
void grid_source(const struct grid *grid, struct str *ret);
bool grid_start_edit(struct grid *grid, const char *text, size_t n);
bool grid_leave_cell(struct grid *grid, struct desk *desk); // true when it may be left
void grid_fail(struct desk *desk, const struct err *err);

// Chooses the rows in view for so many lines, and the lines of each; the columns are laid out.
void grid_lay_rows(struct grid *grid, const struct canvas *canvas, int room);
int grid_lines_wanted(const struct grid *grid, const struct canvas *canvas); // every text whole
int grid_row_at(const struct grid *grid, int y); // the row at a line of the canvas; -1: none

// A key while finding; false when it ends the search and means what it means elsewhere.
bool grid_find_key(struct grid *grid, struct desk *desk, const struct key *key);

void grid_forget_block(struct grid *grid);
bool grid_is_block(const char *s, size_t n); // a text of several cells
