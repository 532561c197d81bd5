// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the machine's clock can be right, whatever day --as-of takes for today: the journal is
// written by it.
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
// The code of its query in the check; lives as long as the program.
const char *app_clock_code(enum app_clock clock);
