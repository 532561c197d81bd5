// SPDX-License-Identifier: GPL-3.0-or-later
// Reminders: one letter, with a memo number of the register, to all offices below that have not
// sent what they were to send for a quarter. Who was asked for what and when is kept as a record.
#pragma once

#include "orjon/app/records.h"

struct app_remind_of {
    int fiscal_year, quarter; // 0: in hand
    const char *plan;         // NULL: all
    const char *under;        // one office and all below it; NULL: all
};
// Writes one of today, as one change: its number is the next of the register, or left to the pen
// where there is no pattern. *ret_id is the record, for the paper «reminder»; *ret_offices how many
// it goes to. INVALID before the day on which the returns are due, NOT_FOUND when nobody is
// missing, EXISTS when all who are were reminded today.
enum status app_remind(struct app *app, const struct app_remind_of *of, int64_t *ret_id,
                       size_t *ret_offices, struct err *err);
// The last reminder of a quarter (0: in hand); NOT_FOUND when there is none.
enum status app_last_reminder(struct app *app, int fiscal_year, int quarter, int64_t *ret_id,
                              struct err *err);
