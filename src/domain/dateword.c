// SPDX-License-Identifier: GPL-3.0-or-later
// One date among the tokens of a text: 16/03/2024, ১৬ মার্চ ২০২৪, মার্চ ১৬, ২০২৪, ২০২৪-০৩-১৬.
#include "datetoken.h"

#include "orjon/base/text.h"

// Steps over one sign or comma, as between «১৬» and «মার্চ».
static size_t skip_sign(const struct date_token *token, size_t i)
{
    return token[i].kind == DATE_SIGN || token[i].kind == DATE_STOP ? i + 1 : i;
}

static size_t skip_filler(const struct date_token *token, size_t i)
{
    while (token[i].kind == DATE_FILLER)
        i++;
    return i;
}

static bool is_day(const struct date_token *token)
{
    return token->kind == DATE_NUMBER && token->digits <= 3; // «৩১০» is a slip that is named
}

// A year at i, of which the last two digits may stand apart («২০ ২৪») unless they begin what comes
// next, and the calendar behind it.
static size_t year(const struct date_token *token, size_t i, struct dated *ret)
{
    const struct date_token *more = &token[i + 1];
    if (token[i].kind != DATE_NUMBER)
        return 0;
    ret->year = token[i].value;
    ret->year_digits = token[i].digits;
    size_t end = i + 1;
    if (token[i].digits == 2 && token[i].value == 20 && more->kind == DATE_NUMBER &&
        more->digits == 2 && !more->tight && more[1].kind != DATE_SIGN &&
        more[1].kind != DATE_MONTH && more[1].kind != DATE_FILLER) {
        ret->year = 2000 + more->value;
        ret->year_digits = 4;
        end++;
    }
    return end;
}

// «00:00:00», which a spreadsheet puts behind a date.
static size_t skip_clock(const struct date_token *token, size_t i)
{
    const size_t begin = i;
    while (token[i].kind == DATE_NUMBER && token[i].digits == 2 && token[i + 1].kind == DATE_STOP &&
           token[i + 1].value)
        i += 2;
    return i > begin && token[i].kind == DATE_NUMBER && token[i].digits == 2 ? i + 1 : begin;
}

// 16/03/2024 and 2024-03-16. Of «১-৩১/১২/২৩» the first number is no day.
static size_t in_numbers(const struct date_token *token, size_t i, struct dated *ret)
{
    for (size_t k = 0; k < 5; k++)
        if (token[i + k].kind != (k % 2 ? DATE_SIGN : DATE_NUMBER))
            return 0;
    const bool iso = token[i].digits == 4;
    *ret = (struct dated){.day = token[i + 4].value, .month = token[i + 2].value};
    if (iso) {
        ret->year = token[i].value;
        ret->year_digits = 4;
        return skip_clock(token, i + 5);
    }
    if (token[i + 5].kind == DATE_SIGN && token[i + 6].kind == DATE_NUMBER &&
        token[i + 7].kind != DATE_SIGN)
        return 0;
    ret->day = token[i].value;
    const size_t end = year(token, i + 4, ret), behind = skip_filler(token, end);
    ret->bengali = token[behind].kind == DATE_BENGALI;
    return ret->bengali ? behind + 1 : end;
}

// ১৬ মার্চ ২০২৪, ১২ই সেপ্টেম্বর, ২০২১, 16-Mar-24, ৮ কার্তিক ১৪৩০ বঙ্গাব্দ.
static size_t by_name(const struct date_token *token, size_t i, struct dated *ret)
{
    const bool day_first = is_day(&token[i]);
    const size_t second = skip_sign(token, skip_filler(token, i + 1));
    const struct date_token *month = &token[day_first ? second : i];
    const struct date_token *day = &token[day_first ? i : second];
    if (month->kind != DATE_MONTH || !is_day(day))
        return 0;
    *ret = (struct dated){.day = day->value, .month = month->value, .bengali = month->bengali};
    const size_t third = skip_filler(token, skip_sign(token, skip_filler(token, second + 1)));
    const size_t end = year(token, third, ret), behind = end ? skip_filler(token, end) : 0;
    return end && ret->bengali && token[behind].kind == DATE_BENGALI ? behind + 1 : end;
}

static bool is_until(const struct date_token *token)
{
    return token->kind == DATE_UNTIL || (token->kind == DATE_SIGN && token->dash);
}

size_t dated_parse(const struct date_token *token, size_t i, struct dated *ret)
{
    if (token[i].kind != DATE_NUMBER && token[i].kind != DATE_MONTH)
        return 0;
    size_t end = in_numbers(token, i, ret);
    if (!end)
        end = by_name(token, i, ret);
    if (end || !is_day(&token[i]))
        return end;
    // «০১-০৬ জুলাই ২০২৪», «১ থেকে ৩১/১২/২৩»: the year stands behind the last day.
    size_t until = skip_filler(token, i + 1);
    until += token[until].kind == DATE_MONTH;
    end = is_until(&token[until]) ? by_name(token, until + 1, ret) : 0;
    if (!end && token[until].kind == DATE_UNTIL)
        end = in_numbers(token, until + 1, ret); // a dash may stand behind the number of items
    return end && token[until + 1].kind == DATE_NUMBER && token[i].value <= 31 ? end : 0;
}

enum status date_refuse(const char *s, size_t n, const struct date_token *token, struct err *err)
{
    const char *like = i18n_digits() == DIGITS_BENGALI ? "১৬/০৩/২০২৪" : "16/03/2024";
    const int fits = (int)text_fit(s, n, 40);
    int numbers = 0, months = 0, signs = 0, longest = 0;
    struct dated dated;
    const bool period = is_day(token) && is_until(token + 1) && in_numbers(token, 2, &dated);
    for (; token->kind != DATE_END; token++) {
        numbers += token->kind == DATE_NUMBER;
        months += token->kind == DATE_MONTH;
        signs += token->kind == DATE_SIGN;
        if (token->kind == DATE_NUMBER && token->digits > longest)
            longest = token->digits;
    }
    if (period || (months > 1 && numbers < 4))
        return err_set(err, STATUS_INVALID, _("“%.*s” is a period; write one day of it, like %s"),
                       fits, s, like);
    if (months == 1 && numbers == 1 && longest > 2)
        return err_set(err, STATUS_INVALID, _("The day is missing in “%.*s”; write it like %s"),
                       fits, s, like);
    if ((months == 1 && numbers == 1) || (months == 0 && numbers == 2 && signs == 1))
        return err_set(err, STATUS_INVALID, _("The year is missing in “%.*s”; write it like %s"),
                       fits, s, like);
    if (!months && !signs && (longest > 4 || numbers == 3))
        return err_set(err, STATUS_INVALID,
                       _("Write / between day, month and year: not “%.*s” but like %s"), fits, s,
                       like);
    return err_set(err, STATUS_INVALID,
                   _("“%.*s” is not a date; write day/month/year, for example %s"), fits, s, like);
}
