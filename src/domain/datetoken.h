// SPDX-License-Identifier: GPL-3.0-or-later
// The words, numbers and signs of a text that names dates, and one date among them: for date.c,
// dateword.c and datelist.c.
#pragma once

#include "orjon/domain/date.h"

enum date_token_kind {
    DATE_END, // behind the last token, as often as one looks
    DATE_NUMBER,
    DATE_MONTH,   // of either calendar
    DATE_SIGN,    // / . - and their like between the parts of a date
    DATE_STOP,    // , ; : and the word «and», between dates
    DATE_UNTIL,   // «থেকে» between two dates
    DATE_BENGALI, // «বঙ্গাব্দ»: the date before it is of that calendar
    DATE_FILLER,  // খ্রিঃ, তারিখ, «ই» of ১২ই: says nothing
    DATE_UNIT,    // «টি» behind the number of items
    DATE_OPEN,
    DATE_CLOSE, // brackets
    DATE_OTHER,
};

struct date_token {
    enum date_token_kind kind;
    int value;    // of a number; of a month 1 to 12; 1 of a full stop or colon
    int digits;   // of a number, at most DATE_DIGITS are counted
    bool bengali; // a month of the Bengali calendar
    bool dash;    // a sign that is one
    bool tight;   // no blank before it
};

enum { DATE_DIGITS = 5, DATE_TOKENS_MAX = 256 };

// Splits the text; false when it has too many tokens. The last one is DATE_END, twice.
bool date_tokens(const char *s, size_t n, struct date_token ret[DATE_TOKENS_MAX + 2]);

// What stands there as day, month and year; whether there is such a day is not asked yet.
struct dated {
    int day, month, year, year_digits;
    bool bengali; // the year and month are of the Bengali calendar
};
// Reads the date that begins at token i, of «০১-০৬ জুলাই ২০২৪» the last day; returns the token
// behind it, 0 when none begins there.
size_t dated_parse(const struct date_token *token, size_t i, struct dated *ret);
// INVALID with the reason when there is no such day.
enum status dated_make(const struct dated *dated, enum date_mode mode, int32_t *ret,
                       bool *ret_clamped, struct err *err);
// INVALID with what is wrong about a text that is not dates.
enum status date_refuse(const char *s, size_t n, const struct date_token *token, struct err *err);
