// SPDX-License-Identifier: GPL-3.0-or-later
// The machine's clock, by which the journal is written: whether it can be right, whatever day
// --as-of takes for today, and what it said.
#pragma once

#include "orjon/app/app.h"

enum app_clock {
    APP_CLOCK_PLAUSIBLE,
    APP_CLOCK_BEHIND, // over a minute behind the last row of the journal; or that row is ahead
    APP_CLOCK_AHEAD,  // over a year past it
    APP_CLOCK_ABSURD, // before 2015 or from 2100 on
};

// Asked anew each time. What is to be said is appended to ret.
enum app_clock app_clock(const struct app *app, struct str *ret);
// Appends a stamp of the journal as offices write it, in local time: «০৫/১০/২০২৩ ২৩:৫৯». What is no
// stamp is appended as it is.
void app_clock_say(struct str *ret, const char *stamp);
// The same in words, as seen on the day that is today for the app: «আজ ২৩:৫৯», «গতকাল ২৩:৫৯», «৫
// অক্টোবর ২০২৩, ২৩:৫৯».
void app_clock_recall(const struct app *app, struct str *ret, const char *stamp);
// The code of its query in the check; lives as long as the program.
const char *app_clock_code(enum app_clock clock);
