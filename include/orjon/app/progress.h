// SPDX-License-Identifier: GPL-3.0-or-later
// The year to date over all plans: how far each indicator has come, and what it can still win.
#pragma once

#include "orjon/app/book.h"
#include "orjon/domain/schedule.h"

// Which rows are listed, and in which order: the word of commands, and what a screen calls it.
#define PROGRESS_FILTER_LIST(_)                                                                    \
    _(ALL, "all", N_("all"))                                                                       \
    _(BEHIND, "behind", N_("behind schedule"))                                                     \
    _(EMPTY, "empty", N_("not filled in"))                                                         \
    _(FINDINGS, "findings", N_("with findings"))
#define PROGRESS_ORDER_LIST(_)                                                                     \
    _(MARKS, "marks", N_("most to win first"))                                                     \
    _(DATE, "date", N_("what is due first"))                                                       \
    _(PLAN, "plan", N_("plan by plan"))

enum progress_filter {
#define X(name, word, said) PROGRESS_##name,
    PROGRESS_FILTER_LIST(X)
#undef X
        PROGRESS_FILTERS
};
enum progress_order {
#define X(name, word, said) PROGRESS_BY_##name,
    PROGRESS_ORDER_LIST(X)
#undef X
        PROGRESS_ORDERS
};
const char *progress_filter_name(enum progress_filter filter); // in the user's language
const char *progress_order_name(enum progress_order order);
int progress_filter_from_word(const char *word); // -1: there is none
int progress_order_from_word(const char *word);

struct progress_row {
    const struct book *book;
    size_t plan, index;            // of the book in the shelf, of the indicator in the book
    struct mark reached[QUARTERS]; // as schedule_reached
    struct mark got, left;         // marks earned, and still to be won; unset without a weight
    enum schedule schedule;
    bool has_due; // there is a day by which more can be done
    int32_t due;
    bool empty;      // the figure of the quarter in hand is not filled in
    size_t findings; // of it that are not answered
};

struct progress {
    struct shelf shelf;
    struct mark (*marks)[QUARTERS]; // of each plan up to each quarter; unset in those to come
    struct progress_row *row;       // in the order of plans and indicators
    size_t count;
};

// Reads and marks all plans of a year. fiscal_year and quarter 0: those in hand. *ret is to be
// given back with progress_done, also after a failure. NOT_FOUND when there are no plans.
enum status app_progress(struct app *app, int fiscal_year, int quarter, struct progress *ret,
                         struct err *err);
void progress_done(struct progress *progress);
#define autoprogress __attribute__((cleanup(progress_done))) struct progress

const struct indicator *progress_indicator(const struct progress_row *row);
const struct score *progress_score(const struct progress_row *row);

// Puts the rows that pass a filter into ret, in an order; ret holds progress->count. Rows that
// nothing is due of come last by date, those without marks to be won last by marks.
size_t progress_list(const struct progress *progress, enum progress_filter filter,
                     enum progress_order order, const struct progress_row **ret);
