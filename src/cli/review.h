// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of orjon review share.
#pragma once

#include "command.h"

#include "orjon/app/reviews.h"

// What an office has sent for a quarter beside the marks: one plan, or each.
enum status review_list(struct app *app, const struct command *c, const struct app_review_of *of,
                        struct err *err);
// What stands otherwise than in the return that was sent back, of an office or of this one (0).
enum status review_changes(struct app *app, const struct command *c, const struct app_review_of *of,
                           struct err *err);
// What was sent, said and answered of one indicator, likewise.
enum status review_history(struct app *app, const struct command *c, const struct app_review_of *of,
                           struct err *err);
// The proofs that came with it, numbered; and one of them opened.
enum status review_proofs(struct app *app, const struct command *c, const struct app_review_of *of,
                          struct err *err);
enum status review_open(struct app *app, const struct command *c, const struct app_review_of *of,
                        struct err *err);
// What the office above has said of the own returns.
enum status review_list_own(struct app *app, const struct command *c, struct err *err);
// Says that a mark of an indicator still needs a remark.
enum status review_tell_unexplained(struct app *app, const struct app_review_of *of,
                                    const char *code, struct err *err);
// How many ✓ and ✗ each office has in a plan, and each indicator.
enum status review_totals(struct app *app, const struct command *c, struct err *err);
enum status review_usage(struct err *err);
