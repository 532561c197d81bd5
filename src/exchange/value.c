// SPDX-License-Identifier: GPL-3.0-or-later
// A number of a workbook as it is shown. The file has it as a decimal fraction of a double, which
// knows fifteen digits: digits are moved here, never computed.
#include "workbook.h"

#include "orjon/domain/date.h"

#include <string.h>

enum {
    KNOWN_DIGITS = 15,
    READ_DIGITS = 40,
    DECIMALS_MAX = 9, // that a figure may have
    MAGNITUDE_MAX = 40,
    DAYS_TO_1970 = 25569,
    DAYS_1904_TO_1970 = 24107,
    LEAP_DAY_OF_1900 = 60, // which there was not, and spreadsheets count
    LAST_DAY = 2958465     // of the year 9999
};

// 0.DIGITS · 10^point
struct decimal {
    bool negative;
    int digits, point;
    char digit[READ_DIGITS + 1]; // 0 to 9; the last is room for rounding
};

// Keeps so many digits, half up.
static void keep_digits(struct decimal *d, int keep)
{
    if (keep >= d->digits)
        return;
    const bool up = keep >= 0 && d->digit[keep] >= 5;
    d->digits = keep > 0 ? keep : 0;
    int i = d->digits - 1;
    for (; up && i >= 0 && d->digit[i] == 9; i--)
        d->digit[i] = 0;
    if (up && i >= 0) {
        d->digit[i]++;
    } else if (up) { // 9.99 is 10
        memmove(d->digit + 1, d->digit, (size_t)d->digits);
        d->digit[0] = 1;
        d->digits++;
        d->point++;
    }
}

static bool read_decimal(const char *s, struct decimal *d)
{
    bool any = false, behind = false;
    *d = (struct decimal){.negative = *s == '-'};
    for (s += *s == '-' || *s == '+'; (*s >= '0' && *s <= '9') || (*s == '.' && !behind); s++) {
        if (*s == '.') {
            behind = true;
            continue;
        }
        any = true;
        if (*s == '0' && d->digits == 0) {
            d->point -= behind;
            continue;
        }
        if (d->digits < READ_DIGITS)
            d->digit[d->digits++] = (char)(*s - '0');
        d->point += !behind;
    }
    if (any && (*s == 'E' || *s == 'e')) {
        char *end = NULL;
        const long exponent = strtol(s + 1, &end, 10);
        if (end == s + 1 || exponent < -MAGNITUDE_MAX || exponent > MAGNITUDE_MAX)
            return false;
        d->point += (int)exponent;
        s = end;
    }
    if (!any || *s || d->point > MAGNITUDE_MAX)
        return false;
    if (d->point < -MAGNITUDE_MAX)
        d->digits = d->point = 0;
    keep_digits(d, KNOWN_DIGITS);
    return true;
}

static int digit_at(const struct decimal *d, int place)
{
    return place >= 0 && place < d->digits ? d->digit[place] : 0;
}

static void write_decimal(struct str *ret, const struct decimal *d, const struct format *format)
{
    int decimals = d->digits - d->point, whole = d->point > 1 ? d->point : 1;
    while (decimals > 0 && digit_at(d, d->point + decimals - 1) == 0)
        decimals--;
    decimals = decimals > format->decimals ? decimals : format->decimals;
    whole = whole > format->whole ? whole : format->whole;
    str_add(ret, d->negative && d->digits ? "-" : "");
    for (int i = d->point - whole; i < d->point + decimals; i++) {
        str_add(ret, i == d->point ? "." : "");
        str_add_char(ret, (char)('0' + digit_at(d, i)));
    }
}

static bool write_date(struct str *ret, const struct decimal *d, bool from_1904)
{
    int64_t day = 0;
    for (int i = 0; i < d->point; i++)
        day = day * 10 + digit_at(d, i);
    if (d->negative || d->point > 7 || day > LAST_DAY || (day == 0 && !from_1904))
        return false;
    day += !from_1904 && day < LEAP_DAY_OF_1900;
    date_write(ret, (int32_t)(day - (from_1904 ? DAYS_1904_TO_1970 : DAYS_TO_1970)), DIGITS_LATIN);
    return true;
}

bool value_write(struct str *ret, const char *number, const struct format *format, bool from_1904)
{
    struct decimal decimal;
    if (!read_decimal(number, &decimal))
        return false;
    if (format->date)
        return write_date(ret, &decimal, from_1904);
    decimal.point += format->percent && decimal.digits ? 2 : 0;
    keep_digits(&decimal, decimal.point + (format->percent ? format->decimals : DECIMALS_MAX));
    str_add(ret, format->before);
    write_decimal(ret, &decimal, format);
    str_add(ret, format->after);
    return true;
}
