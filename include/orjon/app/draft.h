// SPDX-License-Identifier: GPL-3.0-or-later
// What was being typed when the program had to end, or was left with Esc or refused: kept in the
// office file until it is taken up again.
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
// The draft of this book's plan, for draft_done; false when there is none. Its row may be gone. It
// stays in the file until it is dropped.
bool draft_find(struct book *book, struct draft *ret);
void draft_drop(struct book *book); // nothing where there is none of its plan
// The return that has the draft, as long as no figure was saved or undone since it was kept or the
// file was opened; its plan is appended. False when there is none.
bool draft_waits(struct app *app, int *ret_year, struct str *ret_plan, int *ret_quarter);

// The same for a text of many lines, in a file of its own beside the office file; `place` says of
// what field, in ASCII words of our own. It is there until it is dropped.
enum status draft_keep_text(const struct app *app, const char *place, const char *text, size_t n,
                            struct err *err);
// The same where none is yet; else EXISTS.
enum status draft_begin_text(const struct app *app, const char *place, const char *text, size_t n,
                             struct err *err);
bool draft_find_text(const struct app *app, const char *place, struct str *ret);
void draft_drop_text(const struct app *app, const char *place); // nothing where there is none
// Drops it too, when it can be taken up no more, and writes the text (what it stands for) into a
// file that nothing writes over; its path is appended.
enum status draft_set_aside(const struct app *app, const char *place, const char *text, size_t n,
                            struct str *ret_path, struct err *err);
