// SPDX-License-Identifier: GPL-3.0-or-later
// The year's change: the plans of a year carried on into the next.
#pragma once

#include "orjon/app/book.h"

// A target of the new year beside last year's, and what came of that. Valid during the call.
struct year_row {
    const struct plan *plan; // of the new year
    size_t index;            // of the indicator in it
    const struct indicator *indicator;
    const struct indicator *last;              // with the same code a year before; NULL: it is new
    const struct score *score;                 // its year as a whole; NULL likewise
    int decimals;                              // of the total of that
    const char *last_target, *result, *target; // as a template writes them
    const char *note; // what is to be thought of, in the user's language: a figure to be decided
                      // anew, a day that is a Friday; "" for none
};

// The book of the same plan a year before, marked to the end of its year, to be freed by the
// caller; *ret NULL where there is none of that name and family.
enum status app_year_before(const struct book *book, struct book **ret, struct err *err);
// The row of such a book that is surely the same indicator: its code, what it says, its kind and
// its unit are the same. NULL when unsure, and for a book that is NULL.
const struct indicator *app_same_indicator(const struct book *before,
                                           const struct indicator *indicator);

struct year_change {
    int from, to;    // fiscal years
    size_t made;     // plans carried on
    struct str kept; // names of those that the new year had already, with blanks between
    size_t open;     // plans whose fourth quarter is not finalised
};
void year_change_done(struct year_change *change);
#define autochange __attribute__((cleanup(year_change_done))) struct year_change

// Carries every plan of a year (0: the one in hand) on into the next, with the office's own
// targets: dates and the year in titles go on by a year, baselines and results of years before move
// on by one, figures do not go along. The new year comes in hand, and the old one is closed. What
// is per office (particulars, layouts) stays as it is. Plans that the new year has already are
// kept. Calls each for the targets of the new year. dry_run: tells the same and changes nothing.
// NOT_FOUND when there is nothing to carry on, EXISTS when the new year has all of it.
enum status app_next_year(struct app *app, int from, bool dry_run,
                          void (*each)(void *data, const struct year_row *row), void *data,
                          struct year_change *ret, struct err *err);

// Calls each for the targets of a year (0: the one in hand) whose plans are there. NOT_FOUND when
// there are none.
enum status app_compare_years(struct app *app, int fiscal_year,
                              void (*each)(void *data, const struct year_row *row), void *data,
                              struct err *err);
