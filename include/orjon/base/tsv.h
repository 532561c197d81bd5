// SPDX-License-Identifier: GPL-3.0-or-later
// Rows and cells of a text as a spreadsheet saves it, where every position can be named to the
// user.
//
// Tabs stand between the cells; in a text without any tab the commas or semicolons of its first
// row. A cell that begins with a quote mark ends with one, and in it a quote mark is doubled while
// tabs and line breaks are its own (RFC 4180). Lines end with LF, CRLF or CR. UTF-8, or UTF-16 of
// either order with or without its mark. Cells that only pad a row and rows of nothing are as if
// they were not there.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>

enum { TSV_CELLS_MAX = 64 };

struct tsv_cell {
    const char *s; // not NUL-terminated
    size_t n;
};

// A text that is read row by row: between tsv_open and tsv_done.
struct tsv {
    size_t line;       // in which the row last read begins, from 1
    const char *fault; // why the reading ended in `line` before the text did: a sentence; else NULL
    size_t count;      // of cells, up to the last that is not blank; after tsv_next never 0
    size_t beyond;     // of cells behind those that can be read, up to the last that is not blank
    struct tsv_cell cell[TSV_CELLS_MAX]; // empty from `count` on
    // Its own.
    char *text, *at, *end;
    size_t next_line;
    char separator;
    bool unquoted; // a quote mark is a letter like others
};

// Takes a copy of the text.
void tsv_open(struct tsv *ret, const char *text, size_t n);
void tsv_done(struct tsv *tsv);
#define autotsv __attribute__((cleanup(tsv_done))) struct tsv

// The same for a block as a spreadsheet pastes it: tabs alone part the cells, and quote marks quote
// only where all of them are closed, for somebody may have typed them.
void tsv_open_block(struct tsv *ret, const char *text, size_t n);

// Reads the next row, blank or not; false at the end, or at a fault.
bool tsv_next_row(struct tsv *tsv);
// Reads the next row that is not blank; false at the end, or at a fault: look at tsv->fault.
bool tsv_next(struct tsv *tsv);

// Whether cell i is there and reads exactly `word`.
bool tsv_is(const struct tsv *tsv, size_t i, const char *word);

// Appends a cell so that it reads back: one that begins with a quote mark or holds a quote mark, a
// tab or a line break is quoted.
void tsv_write_cell(struct str *ret, const char *cell);
// Appends cells with tabs between them; no end of the row.
void tsv_write_cells(struct str *ret, const char *const *cell, size_t n);
