// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the file still is what was written, and who wrote what.
#pragma once

#include "orjon/app/app.h"
#include "orjon/store/journal.h"

struct app_verdict {
    int64_t figures, rows; // compared, of the journal
    char head[65];         // hash of the journal's last row
    size_t seals;          // sealed returns recomputed
};

// The file as SQLite's, the journal's chain, figures, plans and particulars against the journal,
// sealed returns worked out again. DAMAGED with the first fault; nothing is changed.
enum status app_verify(struct app *app, struct app_verdict *ret, struct err *err);

// Why what a row of the kind «restore» replaced is not known; "" when it is, or nothing was there.
// An N_() text.
const char *app_log_replaced(const struct journal_row *row);
// Calls each for the rows of the journal, oldest first: of a plan (NULL: all, also those about
// none) and an indicator of it (NULL: all); limit 0: all, else the newest so many.
enum status app_log(struct app *app, int fiscal_year, const char *plan, const char *indicator,
                    int limit, enum status (*each)(void *data, const struct journal_row *row),
                    void *data, struct err *err);
