// SPDX-License-Identifier: GPL-3.0-or-later
// Queries of the check that somebody has answered.
#pragma once

#include "orjon/store/store.h"

struct store_answer {
    int64_t office, plan;
    int64_t indicator_id;  // for the journal; 0 for the plan
    const char *indicator; // its code; "" for the plan
    int quarter;           // 0 for the target or the plan
    const char *code;      // of the finding
    const char *reason;    // clean text, not ""
    const char *who, *at;  // as the journal has them; when read only
};

// Keeps an answer, in place of an earlier one, with a journal row that has both.
enum status store_put_answer(struct store *store, const struct store_answer *answer,
                             struct err *err);
// Takes the answer away, with a journal row; NOT_FOUND when there is none. reason is not looked at.
enum status store_drop_answer(struct store *store, const struct store_answer *answer,
                              struct err *err);

// Calls each for the answers of a plan that still hold: what they are about was not changed since.
enum status store_each_answer(struct store *store, int64_t office, int64_t plan,
                              enum status (*each)(void *data, const struct store_answer *answer),
                              void *data, struct err *err);
