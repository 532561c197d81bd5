// SPDX-License-Identifier: GPL-3.0-or-later
// An office with others below it, for tests: a district (code 10) with 1054 কাজিপুর, 1055 ধুনট and
// 1056 রায়গঞ্জ. 1054 is the sample office and has sent egov and grs of the first quarter of
// 2023-24 as signed bundles; 1055 and 1056 have sent nothing.
#pragma once

#include "orjon/app/app.h"
#include "orjon/base/str.h"

#include <stdint.h>

struct district {
    struct str folder; // all its files are there: up.db, the district's, q1.orjon, q1-again.orjon
    struct str key;    // the digits of 1054's key
    struct str above_key; // of the district's as it wrote q1-review.orjon
    int64_t kazipur, dhunat, raiganj;
};

// Makes the folder and what is in it, on the day 2023-10-05:
//     empty.db     the offices below are there, no key is known
//     first.db     q1.orjon is taken in and egov of it is sent back, with marks on its first three
//                  indicators
//     returned.db  the sender's, when the review of first.db (q1-review.orjon) has come down to it,
//                  with an order; unknown.db is what it was before
//     district.db  then q1-again.orjon, with another figure in egov's first row, is taken in, too
void district_make(struct district *district);
void district_done(struct district *district); // removes the folder
