// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of an office without built-in plans.
#pragma once

#include "private.h"

// Appends, a sentence a line, that there are none of a family and year, what may have been meant,
// and how plans come in.
void app_say_no_plans(const char *family, int fiscal_year, struct str *ret);
