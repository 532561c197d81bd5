// SPDX-License-Identifier: GPL-3.0-or-later
// The Bengali calendar of Bangladesh and the long forms of dates on letters.
#include "orjon/domain/date.h"

#include "orjon/base/text.h"

enum { BENGALI_ERA = 593, NEW_YEAR_MONTH = 4, NEW_YEAR_DAY = 14 };

static const char *const bengali_months[] = {
    "বৈশাখ",  "জ্যৈষ্ঠ",   "আষাঢ়", "শ্রাবণ", "ভাদ্র",  "আশ্বিন",
    "কার্তিক", "অগ্রহায়ণ", "পৌষ",  "মাঘ",   "ফাল্গুন", "চৈত্র",
};
static const char *const months[] = {
    "জানুয়ারি", "ফেব্রুয়ারি", "মার্চ",     "এপ্রিল",  "মে",     "জুন",
    "জুলাই",    "আগস্ট",     "সেপ্টেম্বর", "অক্টোবর", "নভেম্বর", "ডিসেম্বর",
};

const char *date_month_name(int month)
{
    return months[month - 1];
}

// The government's revision of 2019 moved the extra day to Ashwin: 31 Ashwin 1426 = 16 October
// 2019.
static int month_days(int month, int next_year, bool revised)
{
    bool leap = date_is_leap(next_year); // Falgun holds the 29 February of the next year
    if (month == 11)
        return revised ? (leap ? 30 : 29) : (leap ? 31 : 30);
    return month <= (revised ? 6 : 5) ? 31 : 30;
}

struct bengali_date date_bengali(int32_t date)
{
    int year = date_civil(date).year;
    if (date < date_of(year, NEW_YEAR_MONTH, NEW_YEAR_DAY))
        year--;
    const bool revised = date >= date_of(2019, 10, 16);
    int left = (int)(date - date_of(year, NEW_YEAR_MONTH, NEW_YEAR_DAY)), month = 1;
    while (month < 12 && left >= month_days(month, year + 1, revised))
        left -= month_days(month++, year + 1, revised);
    return (struct bengali_date){year - BENGALI_ERA, month, left + 1};
}

bool date_of_bengali(int year, int month, int day, int32_t *ret)
{
    const int32_t new_year = date_of(year + BENGALI_ERA, NEW_YEAR_MONTH, NEW_YEAR_DAY);
    for (int revised = 0; revised < 2; revised++) { // a day of 1426 says itself which it is
        int32_t date = new_year + day - 1;
        for (int m = 1; m < month; m++)
            date += month_days(m, year + BENGALI_ERA + 1, revised);
        const struct bengali_date back = date_bengali(date);
        if (back.year == year && back.month == month && back.day == day) {
            *ret = date;
            return true;
        }
    }
    return false;
}

static void write_long(struct str *ret, int day, const char *month, int year, enum digits digits)
{
    autostr text = STR_INIT;
    str_addf(&text, "%d %s %d", day, month, year);
    text_digits(ret, text.buf, text.len, digits);
}

void date_write_bengali(struct str *ret, int32_t date, enum digits digits)
{
    struct bengali_date b = date_bengali(date);
    write_long(ret, b.day, bengali_months[b.month - 1], b.year, digits);
}

void date_write_long(struct str *ret, int32_t date, enum digits digits)
{
    struct civil c = date_civil(date);
    write_long(ret, c.day, months[c.month - 1], c.year, digits);
}
