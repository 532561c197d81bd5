// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the file still is what was written, and who wrote what.
#pragma once

#include "orjon/app/app.h"
#include "orjon/store/journal.h"

// The copies that the journal was compared with.
struct app_compared {
    size_t copies;    // that could be read
    size_t replaced;  // of these, of a file that this one took the place of, as the journal says
    size_t silent;    // that could not
    char newest[512]; // the one from whose end this file goes on last; "": none
    int64_t rows;     // of its journal
};

struct app_verdict {
    int64_t figures, rows; // compared, of the journal
    char head[65];         // hash of the journal's last row
    size_t seals;          // sealed returns recomputed
    size_t proofs;         // files of proofs read
    size_t receipts;       // returns of other offices against their signed files
    struct app_compared compared;
};

// The file as SQLite's, the journal's chain, figures, plans and particulars against the journal,
// sealed returns worked out again, the end of the journal against the copies there are, what other
// offices have sent against their signed files, and the files of proofs. DAMAGED with the first
// fault, MISFIT for a proof that a sealed quarter was signed with; nothing is changed.
enum status app_verify(struct app *app, struct app_verdict *ret, struct err *err);

// The sealed return whose hash begins with letters typed from a paper.
struct app_letters {
    int compared;  // letters, of 64
    bool in_force; // it is the seal of its quarter now
    bool replaced; // it was finalised in a file that this one took the place of
    char plan[64]; // «egov 2023-24»
    int quarter, revision;
    char at[32], who[64]; // when it was finalised, or the file replaced
};
// 8 letters or more, in groups or not, digits of either set. INVALID when they are none, MISFIT
// when no return that was finalised has them.
enum status app_find_letters(struct app *app, const char *typed, struct app_letters *ret,
                             struct err *err);

// Why what a row of the kind «restore» replaced is not known; "" when it is, or nothing was there.
// An N_() text.
const char *app_log_replaced(const struct journal_row *row);
// Calls each for the rows of the journal, oldest first: of a plan (NULL: all, also those about
// none) and an indicator of it (NULL: all); limit 0: all, else the newest so many.
enum status app_log(struct app *app, int fiscal_year, const char *plan, const char *indicator,
                    int limit, enum status (*each)(void *data, const struct journal_row *row),
                    void *data, struct err *err);
