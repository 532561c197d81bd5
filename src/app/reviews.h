// SPDX-License-Identifier: GPL-3.0-or-later
// What the files about reviews share.
#pragma once

#include "orjon/app/records.h"
#include "orjon/app/reviews.h"
#include "private.h"

// The year and quarter in hand where none are given.
struct app_review_of reviews_filled(const struct app *app, const struct app_review_of *of);
// The plan of that name as the office has it: as it came with another quarter, as the program has
// it for the office's families, as another office has sent it, as this office's own, as the
// program has it for most of the others. *ret is NULL when nobody has it.
enum status reviews_find_plan(struct app *app, const struct app_review_of *of, struct plan **ret,
                              struct err *err);
enum status reviews_read_template(struct app *app, int64_t template_id, struct plan **ret,
                                  struct err *err);
// What came with the return besides its figures: proofs, answers to queries and remarks (those of
// later quarters too), once marks and rows are there (review_sent.c).
enum status reviews_load_sent(struct app_review *r, struct err *err);
// The figures of a revision, of the plan as it came with it; texts go into the arena.
enum status reviews_load_figures(struct app *app, const struct store_receipt *receipt,
                                 struct plan **ret_plan, struct arena *texts, struct year **ret,
                                 struct err *err);
// What an office is called, by the number of its record; "?" for one that is not there.
const char *reviews_name(const struct records *units, int64_t office);
// One of app_put_marks, within a transaction of the caller's; *changed is one more where that says
// something else than before.
enum status reviews_put(const struct app_review *r, const struct app_mark *typed, size_t *changed,
                        struct err *err);
// app_undo_marks and app_undo_verdicts without the daily copy; *ret_count of them.
enum status reviews_undo_marks(struct app *app, bool redo, struct str *ret_told, size_t *ret_count,
                               struct err *err);
enum status reviews_undo_verdicts(struct app *app, bool redo, struct str *ret_told,
                                  size_t *ret_count, struct err *err);
// What is another in the return that came than in the one that it took the place of
// (review_resent.c).
enum status reviews_compare(struct app_review *r, struct err *err);
