// SPDX-License-Identifier: GPL-3.0-or-later
// What was being typed when the program had to end, or was refused and left: kept in the office
// file until it is taken up again.
#pragma once

#include "orjon/app/book.h"

struct draft {
    char *text;
    char *indicator; // its code: its row in the plan may change
    int quarter;
};
void draft_done(struct draft *draft);

enum status draft_keep(struct book *book, size_t indicator, int quarter, const char *text,
                       struct err *err);
// The same for a text of many lines; `place` says of what field, in words of our own.
enum status draft_keep_text(struct app *app, const char *place, const char *text, struct err *err);
bool draft_take_text(struct app *app, const char *place, struct str *ret);

// Takes the draft of this book's plan, for draft_done; false when there is none.
bool draft_take(struct book *book, struct draft *ret);
