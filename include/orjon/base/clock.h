// SPDX-License-Identifier: GPL-3.0-or-later
// The only room that asks what time it is.
#pragma once

#include "orjon/base/str.h"

#include <stdint.h>

// Seconds since 1970, UTC, by the machine's clock, which may be set to anything at any time.
int64_t clock_seconds(void);

// Days since 1 January 1970 of today in local time; SOURCE_DATE_EPOCH stands for now when set.
int32_t clock_today(void);

// Now as «2024-10-07T11:32:05Z», for the journal; SOURCE_DATE_EPOCH when set.
void clock_stamp(struct str *ret);

// Milliseconds that only ever go forward, to measure how long something takes.
int64_t clock_ticks(void);
