// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table that are on the page in hand: how high they must be there, and which lines of
// the cells they hold. A cell that reaches over a page's end gives out as many lines as have room
// and goes on with the others on the next page.
#pragma once

#include "layout.h"

// The height that row r needs at y below those rows, or on a page of its own if `fresh`; `first` is
// the first of the rows that are put down together with it.
int64_t rows_need(const struct page_table *rows, const struct laid_table *t, size_t first, size_t r,
                  int64_t y, bool fresh);
// What is left of row r when a page has ended in it.
int64_t rows_rest(const struct laid_table *t, size_t r);
// Finds out which lines of the cells are on the page and takes them as given.
void rows_close(struct page_table *rows, struct arena *arena);
