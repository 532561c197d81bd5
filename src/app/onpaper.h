// SPDX-License-Identifier: GPL-3.0-or-later
// Returns that were typed from paper, inside the room.
#pragma once

#include "orjon/app/onpaper.h"
#include "orjon/store/receipts.h"

// What is kept of one: a row «office CODE NAME», then the table that `orjon enter` reads, with all
// figures from a quarter up to that of the return; appended.
void onpaper_write(const struct book *book, const char *code, int from, struct str *ret);
// Whether the figures are what the kept text says, every one and no other.
bool onpaper_is(const char *text, size_t n, const struct plan *plan, const struct year *years);
// The name of the office, the year and the quarter that a kept text is of; false for none.
bool onpaper_read_head(const char *text, size_t n, struct str *ret_office, int *ret_year,
                       int *ret_quarter);
