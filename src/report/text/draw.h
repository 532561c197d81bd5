// SPDX-License-Identifier: GPL-3.0-or-later
// What of a table is on a page, as lines of text.
#pragma once

#include "layout/layout.h"
#include "orjon/report/page.h"

// A line on its way: its letters, and which of them are fields. Texts are copied into the arena.
struct drawing {
    struct arena *arena;
    struct str text;
    struct page_field *field;
    size_t fields, cap;
};
struct drawing drawing_of(struct arena *arena);
void drawing_done(struct drawing *drawing);
#define autodrawing __attribute__((cleanup(drawing_done))) struct drawing

// Appends a line `n` lines below the top of what is there; sets *ret_bold to whether it is bold.
void draw_table_line(const struct page_table *table, int64_t n, bool ascii, struct drawing *ret,
                     bool *ret_bold);
int64_t draw_table_lines(const struct page_table *table); // how many these are

// Appends the line of text at column x of a line that is as long as `ret` is, or from its end on.
void draw_text(const struct set_line *line, int64_t x, int64_t width, enum align align,
               struct drawing *ret);
