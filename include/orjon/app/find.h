// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a text in all that the office file holds: plans and returns of every year, and records.
#pragma once

#include "orjon/app/book.h"

// A place where it stands; valid during the call.
struct app_found {
    int fiscal_year;         // 0: of no year
    const struct plan *plan; // NULL: of none
    const char *code;        // of the indicator; "" for a record
    int quarter;             // 0: of the whole year, or of none
    const char *where; // what holds it, in the user's language: «মন্তব্য», «সিদ্ধান্ত»
    enum record_kind kind; // of the record
    int64_t record;        // its number; 0: it is no record
    const char *text;      // all of that, as it is kept
};

// Calls each for every place that has the text, as text_sought sees both, the newest year first and
// records behind: codes and names of indicators, remarks, evidence; meetings with their items,
// decisions and progress, memos. A text of nothing but blanks is found nowhere. *ret_count may be
// NULL. Stops at a status of each other than OK
// and returns it.
enum status app_find(struct app *app, const char *text,
                     enum status (*each)(void *data, const struct app_found *found), void *data,
                     size_t *ret_count, struct err *err);
