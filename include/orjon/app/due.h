// SPDX-License-Identifier: GPL-3.0-or-later
// What is due next.
#pragma once

#include "orjon/app/book.h"
#include "orjon/domain/record.h"

struct due {
    int32_t date;
    const struct book *book;           // NULL: the return of the quarter itself, or a decision
    const struct indicator *indicator; // likewise
    const struct record *decision;     // NULL: no decision
};

// The dates not yet kept of a shelf's indicators, the day the return is due, and the days by which
// decisions are to be carried out that are not yet, sorted by date. Indicators that rest (not
// applicable, no case) are left out. Returns how many of at most max. It borrows from both.
size_t due_list(const struct shelf *shelf, const struct records *decisions, struct due *ret,
                size_t max);
