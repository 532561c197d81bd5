// SPDX-License-Identifier: GPL-3.0-or-later
// Civil dates as day numbers (days since 1 January 1970), and Bangladesh's Bengali calendar.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct civil {
    int year, month, day;
};

int32_t date_of(int year, int month, int day);
struct civil date_civil(int32_t date);
bool date_is_readable(int64_t date); // of the years that date_read takes, 1900 to 2099
bool date_is_leap(int year);
int date_month_days(int year, int month);

enum date_mode {
    DATE_STRICT, // an impossible date is refused with the reason
    DATE_CLAMP, // a day past the month's end becomes its last day (papers print ৩১/১১/২৩)
};

// Reads a whole text as one date, day first: / . । - – between, two-digit years are 20yy, any
// digits; also ISO (2024-03-17), months by name in either language before or behind the day (১৬
// মার্চ ২০২৪, March 16, 2024), and the Bengali calendar by its months or with বঙ্গাব্দ behind. Of a
// time («… থেকে …») the last day. *ret_clamped may be NULL. INVALID with the reason.
enum status date_read(const char *s, size_t n, enum date_mode mode, int32_t *ret, bool *ret_clamped,
                      struct err *err);

// Reads a list of dates, each as above, with blanks, commas or semicolons between and the words
// that clerks write beside a date (খ্রি., তারিখ, তাং, ইং); a number before the first date is the
// count stated, with its unit or a note in brackets («০১ (এক) টি», «২টি-»), else *ret_stated is -1.
// «১২.০৮.২০ ২৪» is one date, «৩১/১২/২৩ ৩০/০৬/২৪» are two.
enum status date_read_list(const char *s, size_t n, enum date_mode mode, int32_t *ret_date,
                           size_t max, size_t *ret_count, int *ret_stated, bool *ret_clamped,
                           struct err *err);

// Appends 31/12/2023 in the digits asked for, or ISO in ASCII.
void date_write(struct str *ret, int32_t date, enum digits digits);
void date_write_iso(struct str *ret, int32_t date);
enum status date_read_iso(const char *s, size_t n, int32_t *ret, struct err *err);

// «৩ চৈত্র ১৪৩০» and «১৭ মার্চ ২০২৪», in the paper's language, Bengali. The calendar is that of
// Bangladesh: from 16 October 2019 six months of 31 days, five of 30, Falgun of 29 (30 in a leap
// year); before that five of 31, Falgun of 30 (31).
struct bengali_date {
    int year, month, day; // month 1 = বৈশাখ
};
struct bengali_date date_bengali(int32_t date);
bool date_of_bengali(int year, int month, int day, int32_t *ret); // false: there is no such day
void date_write_bengali(struct str *ret, int32_t date, enum digits digits);
void date_write_long(struct str *ret, int32_t date, enum digits digits);
void date_say(struct str *ret, int32_t date); // ২৯ নভেম্বর ২০২৬, in the user's language and digits
const char *date_month_name(int month); // জানুয়ারি …, whatever the screen speaks
