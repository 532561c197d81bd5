// SPDX-License-Identifier: GPL-3.0-or-later
// Civil dates: arithmetic, reading, writing.
#include "orjon/domain/date.h"

#include "datetoken.h"
#include "orjon/base/text.h"

#include <stdio.h>
#include <string.h>

// What an office writes of lies within; a year beyond is a slip of the pen.
enum { YEAR_MIN = 1900, YEAR_MAX = 2099, BENGALI_MIN = 1307, BENGALI_MAX = 1505 };

bool date_is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && date_is_leap(year));
}

// Years counted from March, so that the leap day is the last of its year (the well-known
// days-from-civil method for the proleptic Gregorian calendar).
int32_t date_of(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (int32_t)(era * 146097 + day_of_era - 719468);
}

struct civil date_civil(int32_t date)
{
    const int64_t days = (int64_t)date + 719468;
    int era = (int)((days >= 0 ? days : days - 146096) / 146097);
    int day_of_era = (int)(days - era * INT64_C(146097));
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * day_of_year + 2) / 153;
    int month = from_march < 10 ? from_march + 3 : from_march - 9;
    return (struct civil){
        .year = year_of_era + era * 400 + (month <= 2),
        .month = month,
        .day = day_of_year - (153 * from_march + 2) / 5 + 1,
    };
}

bool date_is_readable(int64_t date)
{
    return date >= date_of(YEAR_MIN, 1, 1) && date <= date_of(YEAR_MAX, 12, 31);
}

static const char *month_in_messages(int month)
{
    static const char *const names[] = {
        N_("January"),   N_("February"), N_("March"),    N_("April"),
        N_("May"),       N_("June"),     N_("July"),     N_("August"),
        N_("September"), N_("October"),  N_("November"), N_("December"),
    };
    return tr(names[month - 1]);
}

static enum status impossible_day(int year, int month, enum date_mode mode, int *day,
                                  bool *ret_clamped, struct err *err)
{
    int last = date_month_days(year, month);
    if (mode == DATE_CLAMP && *day <= 31) {
        *day = last;
        if (ret_clamped)
            *ret_clamped = true;
        return STATUS_OK;
    }
    if (month == 2 && *day == 29)
        return err_set(err, STATUS_INVALID, _("%s is not a leap year: February has 28 days"),
                       SAY(year));
    return err_set(err, STATUS_INVALID, _("%s has %s days, there is no %s"),
                   month_in_messages(month), SAY(last), SAY(*day));
}

// A year of the Bengali calendar stands where the other was expected.
static enum status refuse_bengali_year(const struct dated *d, struct err *err)
{
    int32_t date = 0;
    autostr text = STR_INIT, bengali = STR_INIT;
    if (!date_of_bengali(d->year, d->month, d->day, &date))
        return err_set(err, STATUS_INVALID,
                       _("%s is a year of the Bengali calendar; write the date in the other one"),
                       SAY(d->year));
    date_write(&text, date, i18n_digits());
    date_write_bengali(&bengali, date, i18n_digits());
    return err_set(err, STATUS_INVALID,
                   _("%s is a year of the Bengali calendar; %s is %s: write the day so"),
                   SAY(d->year), bengali.buf, text.buf);
}

static enum status make_bengali(const struct dated *d, int32_t *ret, struct err *err)
{
    const int year = d->year_digits == 2 ? 1400 + d->year : d->year;
    if ((d->year_digits != 2 && d->year_digits != 4) || year < BENGALI_MIN || year > BENGALI_MAX)
        return err_set(err, STATUS_INVALID, _("There is no year %s; write two or four digits"),
                       SAY(d->year));
    if (d->month < 1 || d->month > 12)
        return err_set(err, STATUS_INVALID,
                       _("There is no month %s; the day comes first, then the month"),
                       SAY(d->month));
    if (!date_of_bengali(year, d->month, d->day, ret))
        return err_set(err, STATUS_INVALID, _("There is no day %s"), SAY(d->day));
    return STATUS_OK;
}

enum status dated_make(const struct dated *d, enum date_mode mode, int32_t *ret, bool *ret_clamped,
                       struct err *err)
{
    int day = d->day, year = d->year_digits == 2 ? 2000 + d->year : d->year;
    if (d->bengali)
        return make_bengali(d, ret, err);
    if (d->year_digits == 4 && year >= BENGALI_MIN && year <= BENGALI_MAX)
        return refuse_bengali_year(d, err);
    if (d->year_digits != 2 && d->year_digits != 4)
        return err_set(err, STATUS_INVALID, _("There is no year %s; write two or four digits"),
                       SAY(d->year));
    if (year < YEAR_MIN || year > YEAR_MAX)
        return err_set(err, STATUS_INVALID, _("The year %s cannot be meant; %s to %s are read"),
                       SAY(year), SAY(YEAR_MIN), SAY(YEAR_MAX));
    if (d->month < 1 || d->month > 12)
        return err_set(err, STATUS_INVALID,
                       _("There is no month %s; the day comes first, then the month"),
                       SAY(d->month));
    if (day < 1)
        return err_set(err, STATUS_INVALID, _("There is no day %s"), SAY(day));
    if (day > date_month_days(year, d->month)) {
        enum status status = impossible_day(year, d->month, mode, &day, ret_clamped, err);
        if (status)
            return status;
    }
    *ret = date_of(year, d->month, day);
    return STATUS_OK;
}

enum status date_read(const char *s, size_t n, enum date_mode mode, int32_t *ret, bool *ret_clamped,
                      struct err *err)
{
    struct date_token token[DATE_TOKENS_MAX + 2];
    int32_t date[2];
    size_t count = 0;
    int stated = -1;
    enum status status = date_read_list(s, n, mode, date, 2, &count, &stated, ret_clamped, err);
    if (status)
        return status;
    if (count != 1 || stated >= 0) {
        date_tokens(s, n, token);
        return date_refuse(s, n, token, err);
    }
    *ret = date[0];
    return STATUS_OK;
}

void date_write(struct str *ret, int32_t date, enum digits digits)
{
    struct civil c = date_civil(date);
    char text[40];
    int n = snprintf(text, sizeof text, "%02d/%02d/%04d", c.day, c.month, c.year);
    text_digits(ret, text, (size_t)n, digits);
}

void date_say(struct str *ret, int32_t date)
{
    const struct civil c = date_civil(date);
    str_addf(ret, "%s %s %s", SAY(c.day), month_in_messages(c.month), SAY(c.year));
}

void date_write_iso(struct str *ret, int32_t date)
{
    struct civil c = date_civil(date);
    str_addf(ret, "%04d-%02d-%02d", c.year, c.month, c.day);
}

static int figures(const char *s, size_t n)
{
    int value = 0;
    for (size_t i = 0; i < n; i++)
        value = value * 10 + (s[i] - '0');
    return value;
}

enum status date_read_iso(const char *s, size_t n, int32_t *ret, struct err *err)
{
    bool shape = n == 10 && s[4] == '-' && s[7] == '-';
    for (size_t i = 0; shape && i < n; i++)
        shape = i == 4 || i == 7 || (s[i] >= '0' && s[i] <= '9');
    if (!shape)
        return err_set(err, STATUS_INVALID, _("“%.*s” is not a date of the form 2024-03-16"),
                       (int)text_fit(s, n, 40), s);
    const struct dated dated = {.day = figures(s + 8, 2),
                                .month = figures(s + 5, 2),
                                .year = figures(s, 4),
                                .year_digits = 4};
    return dated_make(&dated, DATE_STRICT, ret, NULL, err);
}
