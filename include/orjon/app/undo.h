// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo.
#pragma once

#include "orjon/app/book.h"

struct undone { // one figure that went from one text to another; valid during the call
    int fiscal_year, quarter;
    const char *plan, *indicator, *from, *to, *remark_from, *remark_to;
};

struct app_undo {
    struct book
        *book;        // NULL: what was changed last, all that was changed with it (a paste, a file)
    size_t indicator; // with a book: the last change of this figure alone; index in the plan
    int quarter;      // 0: of the quarter changed last
};

// Takes back, or puts forth again, with rows of their own in the journal. Calls each (may be NULL)
// for the figures changed; a book is read again. NOT_FOUND: there is nothing left; LOCKED: a
// quarter is finalised. Nothing has changed on failure.
enum status app_undo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err);
enum status app_redo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err);
