// SPDX-License-Identifier: GPL-3.0-or-later
// What papers show of what was sent and what was not.
#pragma once

#include "orjon/app/app.h"
#include "orjon/domain/listing.h"

struct sent_paper {
    int fiscal_year, quarter;
    const char *plan;  // NULL: all
    const char *under; // NULL: all
    int64_t letter;    // a reminder, for the offices that it asked; 0: who is to be asked
};
enum status sent_list(struct app *app, const struct sent_paper *of, enum digits digits,
                      struct listings *ret, struct err *err);
