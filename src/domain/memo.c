// SPDX-License-Identifier: GPL-3.0-or-later
// One memo number and one pattern.
#include "orjon/domain/memo.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

static const char stops[] = ".-/", digits[] = "0123456789";

static bool is_in(const char *set, char c)
{
    return c && strchr(set, c);
}

enum memo_extent memo_extent(const char *memo)
{
    const size_t n = strlen(memo);
    if (!n)
        return MEMO_NONE;
    if (strcmp(memo, office_blank) == 0)
        return MEMO_PEN;
    if (is_in(stops, memo[n - 1]))
        return MEMO_PART;
    autostr latin = STR_INIT;
    text_digits(&latin, memo, n, DIGITS_LATIN);
    return strspn(latin.buf, digits) == latin.len ? MEMO_SERIAL : MEMO_WHOLE;
}

const char *memo_short(const char *memo)
{
    const char *last = memo + strlen(memo);
    while (last > memo && !is_in(stops, last[-1]))
        last--;
    return last;
}

static size_t one_of(const char *const *list, size_t count, const char *s)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(s, list[i], strlen(list[i])) == 0)
            return strlen(list[i]);
    return 0;
}

// Behind the words that papers put before a number, «স্মারক নং-২৫৬».
static const char *behind_words(const char *s)
{
    static const char *const words[] = {"স্মারক", "নম্বর", "নং", "Memo", "memo", "No", "no"};
    static const char *const marks[] = {" ", ":", "-", ".", "–", "।", "ঃ"};
    for (;;) {
        const char *next = s + one_of(words, sizeof words / sizeof *words, s);
        size_t n = one_of(marks, sizeof marks / sizeof *marks, next);
        if (next == s || (!n && *next && !is_in(digits, *next)))
            return s;
        for (s = next; n; n = one_of(marks, sizeof marks / sizeof *marks, s))
            s += n;
    }
}

// Dashes and dandas as hyphens and stops; no blank beside a stop, and one stop at the end.
static void tidy(const char *s, struct str *ret)
{
    static const char danda[] = "।", dash[] = "–";
    while (*s) {
        const size_t blanks = strspn(s, " ");
        const char *next = s + blanks;
        if (blanks && ret->len && !is_in(stops, ret->buf[ret->len - 1]) && !is_in(stops, *next) &&
            strncmp(next, danda, strlen(danda)) != 0 && strncmp(next, dash, strlen(dash)) != 0)
            str_add_char(ret, ' ');
        s = next;
        if (strncmp(s, danda, strlen(danda)) == 0) {
            s += strlen(danda);
            str_add(ret, *s ? "." : "");
        } else if (strncmp(s, dash, strlen(dash)) == 0) {
            s += strlen(dash);
            str_add_char(ret, '-');
        } else if (*s) {
            str_add_char(ret, *s++);
        }
    }
    while (ret->len > 1 && is_in(stops, ret->buf[ret->len - 1]) &&
           ret->buf[ret->len - 2] == ret->buf[ret->len - 1])
        str_cut(ret, ret->len - 1);
}

static enum status refuse(const struct str *memo, const char *why, struct err *err)
{
    autostr said = STR_INIT;
    text_digits(&said, memo->buf, memo->len, i18n_digits());
    return err_set(err, STATUS_INVALID, "“%s”: %s", said.buf, why);
}

static enum status read_tidy(const char *typed, size_t n, struct str *ret, struct err *err)
{
    autostr clean = STR_INIT, latin = STR_INIT;
    enum status status = text_read(TEXT_NAME, typed, n, &clean, err);
    if (status)
        return status;
    text_digits(&latin, clean.buf, clean.len, DIGITS_LATIN);
    tidy(behind_words(latin.buf), ret);
    if (is_in(stops, *ret->buf))
        return refuse(ret, _("a memo number does not begin with a stop"), err);
    for (size_t i = 1; i < ret->len; i++) {
        const char before = ret->buf[i - 1], after = ret->buf[i];
        if (is_in(stops, before) && is_in(stops, after))
            return refuse(ret, _("between two stops of a memo number a part is missing"), err);
        if (after == ' ' && is_in(digits, before) && is_in(digits, ret->buf[i + 1]))
            return refuse(ret, _("between two parts of a memo number a full stop is missing"), err);
    }
    str_reset(&clean);
    return text_read(TEXT_NAME, ret->buf, ret->len, &clean, err); // it reads back as it is now
}

// «20/07/2023» is what belongs into the field beside it. With stops it may be a number as well.
static bool is_date(const char *memo)
{
    autostr year = STR_INIT;
    int32_t date = 0;
    if (strchr(memo, '.') || date_read(memo, strlen(memo), DATE_STRICT, &date, NULL, NULL))
        return false;
    str_addf(&year, "%d", date_civil(date).year);
    return strstr(memo, year.buf) != NULL;
}

enum status memo_read(const char *typed, size_t n, struct str *ret, struct err *err)
{
    autostr memo = STR_INIT;
    enum status status = read_tidy(typed, n, &memo, err);
    if (status)
        return status;
    if (strcmp(memo.buf, "ফাঁকা") == 0 || strcmp(memo.buf, office_blank) == 0)
        str_add(ret, office_blank);
    else if (memo.len && !memo.buf[strcspn(memo.buf, digits)])
        return refuse(&memo, _("a memo number has digits in it"), err);
    else if (strpbrk(memo.buf, "{}"))
        return refuse(&memo, _("braces stand in patterns alone, not in a memo number"), err);
    else if (is_date(memo.buf))
        return refuse(&memo, _("this is a date, not a memo number"), err);
    else
        str_add(ret, memo.buf);
    return STATUS_OK;
}

// What stands in braces.
enum part { PART_TEXT, PART_YEAR, PART_YEAR_SHORT, PART_SERIAL, PART_WRONG };

// The part of a pattern at s and how long it is; of a serial, how many digits it has at least.
static enum part part_at(const char *s, size_t *ret_n, int *ret_digits)
{
    *ret_n = strcspn(s, "{}");
    if (*ret_n || !*s)
        return PART_TEXT;
    const size_t n = strspn(s + 1, "n"), y = strspn(s + 1, "y"), inside = n ? n : y;
    *ret_n = inside + 2;
    *ret_digits = (int)n;
    if (*s != '{' || s[1 + inside] != '}')
        return PART_WRONG;
    return n && n <= 6 ? PART_SERIAL : y == 2 ? PART_YEAR_SHORT : y == 4 ? PART_YEAR : PART_WRONG;
}

static enum status check_pattern(const struct str *pattern, struct err *err)
{
    int serials = 0, years = 0, least = 0;
    size_t n = 0;
    enum part before = PART_TEXT;
    for (const char *s = pattern->buf; *s; s += n) {
        const enum part part = part_at(s, &n, &least);
        if (part == PART_WRONG)
            return refuse(
                pattern,
                _("in braces stand {n} or {nnn} for the serial number, {yy} or {yyyy} for "
                  "the year"),
                err);
        serials += part == PART_SERIAL;
        years += part == PART_YEAR || part == PART_YEAR_SHORT;
        const bool joined = part == PART_TEXT
                                ? before != PART_TEXT && is_in(digits, *s)
                                : before != PART_TEXT || (s > pattern->buf && is_in(digits, s[-1]));
        if (joined && s > pattern->buf)
            return refuse(pattern, _("beside braces no other digit stands without a stop"), err);
        before = part;
    }
    if (serials != 1 || years > 1)
        return refuse(pattern, _("a pattern has {n} once, and at most one year"), err);
    return STATUS_OK;
}

enum status memo_read_pattern(const char *typed, size_t n, struct str *ret, struct err *err)
{
    autostr pattern = STR_INIT;
    enum status status = read_tidy(typed, n, &pattern, err);
    if (status || !pattern.len)
        return status;
    if (memo_extent(pattern.buf) == MEMO_PART)
        str_add(&pattern, "{n}");
    status = check_pattern(&pattern, err);
    if (status == STATUS_OK)
        str_add(ret, pattern.buf);
    return status;
}

void memo_write(struct str *ret, const char *pattern, int64_t serial, int year)
{
    size_t n = 0;
    int least = 0;
    for (; *pattern; pattern += n) {
        const enum part part = part_at(pattern, &n, &least);
        if (part == PART_SERIAL)
            str_addf(ret, "%0*lld", least, (long long)serial);
        else if (part == PART_TEXT)
            str_add_n(ret, pattern, n);
        else if (part == PART_WRONG)
            return; // a file that somebody else wrote
        else
            str_addf(ret, part == PART_YEAR ? "%04d" : "%02d",
                     part == PART_YEAR ? year : year % 100);
    }
}

// Digits at s: their value, and in *n how many; false for none, or more than a serial may have.
static bool take_digits(const char *s, size_t *n, int64_t *ret)
{
    *n = strspn(s, digits);
    *ret = 0;
    for (size_t i = 0; i < *n; i++) {
        *ret = *ret * 10 + (s[i] - '0');
        if (*ret > MEMO_SERIAL_MAX)
            return false;
    }
    return *n > 0;
}

bool memo_match(const char *pattern, const char *number, int64_t *ret_serial, int *ret_year)
{
    size_t n = 0, taken = 0;
    int least = 0;
    int64_t value = 0;
    *ret_serial = *ret_year = 0;
    for (; *pattern; pattern += n, number += taken) {
        const enum part part = part_at(pattern, &n, &least);
        taken = n;
        if (part == PART_WRONG)
            return false;
        if (part == PART_TEXT ? strncmp(pattern, number, n) != 0
                              : !take_digits(number, &taken, &value))
            return false;
        if (part == PART_SERIAL)
            *ret_serial = value;
        else if (part != PART_TEXT && taken != (part == PART_YEAR ? 4 : 2))
            return false;
        else if (part != PART_TEXT)
            *ret_year = (int)value + (part == PART_YEAR ? 0 : 2000);
    }
    return !*number;
}
