// SPDX-License-Identifier: GPL-3.0-or-later
// Fiscal years and quarters.
#include "orjon/domain/period.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <stdio.h>
#include <string.h>

enum { YEAR_MIN = PERIOD_FIRST, YEAR_MAX = 2190, FIRST_MONTH = 7, DUE_DAY = 15 };

// The month in which a quarter starts, and the calendar year.
static int start_month(int quarter)
{
    return (FIRST_MONTH - 1 + 3 * (quarter - 1)) % 12 + 1;
}

static int start_year(int fiscal_year, int quarter)
{
    return quarter <= 2 ? fiscal_year : fiscal_year + 1;
}

bool period_is_year(int64_t year)
{
    return year >= YEAR_MIN && year <= YEAR_MAX;
}

int32_t period_year_start(int fiscal_year)
{
    return date_of(fiscal_year, FIRST_MONTH, 1);
}

int32_t period_year_end(int fiscal_year)
{
    return period_year_start(fiscal_year + 1) - 1;
}

int32_t period_quarter_start(int fiscal_year, int quarter)
{
    return date_of(start_year(fiscal_year, quarter), start_month(quarter), 1);
}

int32_t period_quarter_end(int fiscal_year, int quarter)
{
    return quarter == QUARTERS ? period_year_end(fiscal_year)
                               : period_quarter_start(fiscal_year, quarter + 1) - 1;
}

int period_year_of(int32_t date)
{
    struct civil c = date_civil(date);
    return c.month >= FIRST_MONTH ? c.year : c.year - 1;
}

int period_quarter_of(int32_t date)
{
    return ((date_civil(date).month - FIRST_MONTH + 12) % 12) / 3 + 1;
}

int32_t period_quarter_due(int fiscal_year, int quarter)
{
    return period_quarter_end(fiscal_year, quarter) + DUE_DAY;
}

enum status period_read_year(const char *s, size_t n, int *ret, struct err *err)
{
    autostr ascii = STR_INIT;
    text_digits(&ascii, s, n, DIGITS_LATIN);
    int number[2] = {0, 0}, digits[2] = {0, 0}, part = 0;
    bool too_long = false;
    for (const char *p = ascii.buf; *p && !too_long; p++) {
        bool digit = *p >= '0' && *p <= '9';
        too_long = digit && digits[part] == 4;
        if (digit && !too_long) {
            number[part] = number[part] * 10 + (*p - '0');
            digits[part]++;
        } else if ((*p == '-' || *p == '/' || strncmp(p, "–", 3) == 0) && part == 0 && digits[0]) {
            part = 1;
        } else if (!too_long && *p != ' ' && digits[part] > 0) {
            break; // words behind: «২০২৪-২০২৫অর্থবছরের»
        }
    }
    int next = digits[1] == 2 ? number[0] / 100 * 100 + number[1] : number[1];
    if (digits[1] == 2 && next < number[0])
        next += 100; // 1999-00
    bool follows = part == 0 || ((digits[1] == 2 || digits[1] == 4) && next == number[0] + 1);
    if (too_long || digits[0] != 4 || !period_is_year(number[0]) || !follows)
        return err_set(err, STATUS_INVALID, _("“%.*s” is not a fiscal year; write it like %s"),
                       (int)text_fit(s, n, 40), s,
                       i18n_digits() == DIGITS_BENGALI ? "২০২৪-২০২৫" : "2024-25");
    *ret = number[0];
    return STATUS_OK;
}

enum status period_read_quarter(const char *s, size_t n, int *ret, struct err *err)
{
    autostr ascii = STR_INIT;
    text_digits(&ascii, s, n, DIGITS_LATIN);
    const char *p = ascii.buf;
    while (*p == ' ' || *p == 'q' || *p == 'Q')
        p++;
    // Words may follow («১ম ত্রৈমাসিক»), but no more of a number: «1.5», «1-2» are no quarters.
    if (*p < '1' || *p > '4' || strpbrk(p + 1, "0123456789.,/+-"))
        return err_set(err, STATUS_INVALID, _("“%.*s” is not a quarter; there are 1 to 4"),
                       (int)text_fit(s, n, 40), s);
    *ret = *p - '0';
    return STATUS_OK;
}

void period_write_year(struct str *ret, int fiscal_year, enum digits digits)
{
    autostr text = STR_INIT;
    str_addf(&text, "%d-%d", fiscal_year, fiscal_year + 1);
    text_digits(ret, text.buf, text.len, digits);
}

void period_write_year_short(struct str *ret, int fiscal_year)
{
    str_addf(ret, "%d-%02d", fiscal_year, (fiscal_year + 1) % 100);
}

const char *period_quarter_ordinal(int quarter, enum digits digits)
{
    static const char *const names[DIGITS_COUNT][QUARTERS] = {
        [DIGITS_BENGALI] = {"১ম", "২য়", "৩য়", "৪র্থ"},
        [DIGITS_LATIN] = {"1ম", "2য়", "3য়", "4র্থ"},
    };
    return names[digits][quarter - 1];
}

static void say(struct str *ret, const char *name)
{
    text_digits(ret, name, strlen(name), i18n_digits());
}

void period_say_quarter(struct str *ret, int quarter)
{
    static const char *const names[QUARTERS] = {N_("Quarter 1"), N_("Quarter 2"), N_("Quarter 3"),
                                                N_("Quarter 4")};
    say(ret, tr(names[quarter - 1]));
}

const char *period_name_quarter(char *buffer, int quarter)
{
    if (quarter < 1 || quarter > QUARTERS) // a damaged file may say anything
        return say_count(buffer, quarter);
    autostr name = STR_INIT;
    period_say_quarter(&name, quarter);
    snprintf(buffer, SAY_MAX, "%s", name.buf);
    return buffer;
}

void period_say_quarter_short(struct str *ret, int quarter)
{
    static const char *const names[QUARTERS] = {N_("Q1"), N_("Q2"), N_("Q3"), N_("Q4")};
    say(ret, tr(names[quarter - 1]));
}

void period_write_quarter_months(struct str *ret, int fiscal_year, int quarter, enum digits digits)
{
    int first = start_month(quarter);
    autostr text = STR_INIT;
    str_addf(&text, "%s-%s/%d", date_month_name(first), date_month_name(first + 2),
             start_year(fiscal_year, quarter));
    text_digits(ret, text.buf, text.len, digits);
}
