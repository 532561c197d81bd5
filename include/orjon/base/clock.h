// SPDX-License-Identifier: GPL-3.0-or-later
// The only room that asks what time it is.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>
#include <stdint.h>

// Seconds since 1970, UTC, by the machine's clock, which may be set to anything at any time.
int64_t clock_seconds(void);

// Days since 1 January 1970 of today in local time.
int32_t clock_today(void);
// The day of SOURCE_DATE_EPOCH (reproducible builds define it in UTC), for papers alone; false when
// it is not set, or to no such day.
bool clock_source_day(int32_t *ret);

// Now as «2024-10-07T11:32:05Z», for the journal.
void clock_stamp(struct str *ret);

// The moment of such a stamp in seconds since 1970; false when it is none.
bool clock_read_stamp(const char *stamp, int64_t *ret);
// Its day in local time, as clock_day has it; likewise.
bool clock_read_day(const char *stamp, int32_t *ret);
// A moment in local time: its day since 1970; its hour, «11:32», and the whole as it stands in names
// of files, «20241007-113205», which are appended.
int32_t clock_day(int64_t seconds);
void clock_write_hour(struct str *ret, int64_t seconds);
void clock_write_name(struct str *ret, int64_t seconds);

// Milliseconds that only ever go forward, to measure how long something takes.
int64_t clock_ticks(void);
