// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo.
#pragma once

#include "orjon/app/book.h"

struct undone { // something that went from one text to another; valid during the call
    int fiscal_year, quarter;
    const char *plan, *indicator; // "" for a particular of the office
    const char *name;             // column of a target, key of a particular; "" for a figure
    enum entry_state state_from, state_to; // of a figure
    const char *from, *to, *remark_from, *remark_to;
};

enum app_undo_what { APP_UNDO_FIGURES, APP_UNDO_TARGETS, APP_UNDO_OFFICE };

struct app_undo {
    enum app_undo_what what;
    struct book *book; // what was changed last in this plan and year; NULL: in any
    bool alone;        // with a book: the last change of one figure or target alone, not all that
                       // was changed with it (a paste, a file)
    size_t indicator;  // of it; index in the plan
    int quarter;       // of it, for figures; 0: of the quarter changed last
};

// What of it went from what to what: «ই-গভর্ন্যান্স ৪.১.২ ২য়: “১” → “২”»; in English the plan by its
// word in commands. Appended, without the remark.
void app_say_undone(struct app *app, const struct undone *undone, struct str *ret);

// Undoes, or does again, with rows of their own in the journal. Calls each (may be NULL)
// for what was changed; a book, or the office's particulars, are read again. NOT_FOUND: there is
// nothing left; LOCKED: a quarter is finalised; FROZEN: so a plan is; CHANGED: something is no
// longer what the journal says. Nothing has changed on failure.
enum status app_undo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err);
enum status app_redo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err);
// Tells what either would do, but to what else was changed with it, without doing it. *ret_seq is
// the newest row of the journal that would be undone; redo: the newest that undid it.
enum status app_look_undo(struct app *app, const struct app_undo *undo, bool redo,
                          void (*each)(void *data, const struct undone *undone), void *data,
                          int64_t *ret_seq, struct err *err);
