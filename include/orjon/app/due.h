// SPDX-License-Identifier: GPL-3.0-or-later
// What is due next.
#pragma once

#include "orjon/app/book.h"

struct due {
    int32_t date;
    const struct book *book;           // NULL: the return of the quarter itself
    const struct indicator *indicator; // likewise
};

// The dates not yet kept of a shelf's indicators, and the day the return is due, sorted by date.
// Indicators that rest (not applicable, no case) are left out. Returns how many of at most max.
size_t due_list(const struct shelf *shelf, struct due *ret, size_t max);
