// SPDX-License-Identifier: GPL-3.0-or-later
// A book: one plan of one year with its figures, scored up to a quarter.
#pragma once

#include "orjon/app/app.h"
#include "orjon/domain/record.h"
#include "orjon/domain/rollup.h"

struct book {
    struct app *app;
    struct plan *plan;
    struct year *years;   // of plan->count indicators
    struct score *scores; // likewise
    struct plan_score total;
    struct records proofs; // of all quarters
    int quarter;           // up to which it is scored
    unsigned sealed;       // bit q-1: quarter q is finalised
    unsigned reading; // one more each time it is read again: indexes of before may mean other rows
    struct arena texts;
    // Of another office's return on paper (orjon/app/onpaper.h); 0 and NULL in an own one.
    int64_t sender;
    const char *sender_name;
    int64_t beside;      // the last receipt up to its quarter as it was opened; 0: none
    struct year *opened; // the figures as they were then
    bool unsaved;        // something was typed
    int draft_place;     // of the drafts of it, from 1, that which is this sitting's; 0: none yet
    char *draft;         // as it was kept there or taken up; NULL: not at all
};

// name is the plan's; fiscal_year and quarter 0 mean those in hand.
enum status book_open(struct app *app, int fiscal_year, const char *name, int quarter,
                      struct book **ret, struct err *err);
void book_free(struct book **book);
// Reads plan and figures again, as somebody else has left them.
enum status book_reload(struct book *book, struct err *err);
enum status book_set_quarter(struct book *book, int quarter, struct err *err);

// What was changed within the year of an indicator, or with a row of SIZE_MAX of all, a line each,
// and the marks by the other targets; nothing where nothing was. The plan is turned and turned
// back.
enum status book_say_changes(struct book *book, size_t indicator, struct str *ret, struct err *err);

// What a placeholder of a phrase stands for in the book: its plan, year, quarter, and that it has
// remarks; appended.
void book_fill(const struct book *book, const char *name, struct str *ret);

// Whether a figure of that quarter may be changed: READ_ONLY or LOCKED, with the sentence with
// which every change of it would be refused. quarter 0: whether anything in the file may be; book
// may be NULL then.
enum status app_may_change(const struct app *app, const struct book *book, int quarter,
                           struct err *err);
// Likewise for finalising the book's quarter.
enum status app_may_finalise(const struct book *book, struct err *err);

// All plans of a year, in the order in which they are handed in.
struct shelf {
    struct book **book;
    size_t count;
    int fiscal_year, quarter;
};
// name NULL or «all»: every plan. NOT_FOUND when there is none.
enum status shelf_open(struct app *app, int fiscal_year, const char *name, int quarter,
                       struct shelf *ret, struct err *err);
void shelf_done(struct shelf *shelf);

// What the plans of each share have earned together; borrows from the shelf.
void shelf_roll_up(const struct shelf *shelf, struct rollup *ret);
