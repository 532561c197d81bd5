// SPDX-License-Identifier: GPL-3.0-or-later
// What an office with others below it begins its day with: what came, what did not, what was asked.
#pragma once

#include "orjon/app/sent.h"

struct app_follow_up { // a mark that no later one answers
    int64_t office;
    int fiscal_year, quarter;
    const char *plan, *code, *remark;
};

struct app_sent_count { // over all offices that were to send
    size_t expected, came, on_time, late, returned, accepted, missing;
};

struct app_supervision {
    struct app_sending sending;   // of the quarter in hand
    struct app_sent_count *count; // of each plan of it; at `plans` of all together
    bool came;                    // something has come for it
    int32_t came_on;              // the last day on which that was, where it has
    struct app_follow_up *ask;    // those of the quarter in hand and the four before it
    size_t asks, cap;
};
// Read in one pass over what the quarter has, however many offices there are. NOT_FOUND, and
// quickly so where none ever stood below, when no office below is open today.
enum status app_supervision_load(struct app *app, struct app_supervision *ret, struct err *err);
void app_supervision_done(struct app_supervision *supervision);
