// SPDX-License-Identifier: GPL-3.0-or-later
// A review from the office above on its way into the records.
#pragma once

#include "orjon/exchange/bundle.h"
#include "reviews.h"

struct receiving {
    struct app *app;
    const struct review *review;
    const char *digits; // as they were read aloud; NULL
    struct str file;    // SHA-256
    int64_t from;       // the office above; 0: not known yet
};

struct review_pair {
    int field;
    const char *text;
};
#define COUNT(pairs) (sizeof(pairs) / sizeof *(pairs))
// A record with those of its fields that say something.
enum status review_keep_record(struct receiving *w, enum record_kind kind, int64_t parent,
                               const struct review_pair *pairs, size_t count, int64_t *ret_id,
                               struct err *err);
enum status review_keep_plan(struct receiving *w, const struct review_plan *plan, struct err *err);
enum status review_keep_order(struct receiving *w, const struct review_order *order,
                              struct err *err);
