// SPDX-License-Identifier: GPL-3.0-or-later
// Returns that were typed from paper, inside the room.
#pragma once

#include "orjon/app/onpaper.h"
#include "orjon/store/receipts.h"

// What is kept of one: a row «office CODE NAME», as they were then, then the table that `orjon
// enter` reads, with all figures up to its quarter; appended.
void onpaper_write(const struct book *book, const char *code, struct str *ret);
// The table of those alone that are not as they were opened, emptied ones too; appended. How many.
size_t onpaper_write_typed(const struct book *book, struct str *ret);
// The figures of now are those as opened.
void onpaper_remember(struct book *book);
void onpaper_drop_draft(struct book *book); // this sitting's
// Whether the figures up to a quarter are what the kept text says, every one and no other.
bool onpaper_is(const char *text, size_t n, const struct plan *plan, int quarter,
                const struct year *years);
