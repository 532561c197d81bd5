// SPDX-License-Identifier: GPL-3.0-or-later
// What a text is that cannot be read as the row's figure: a date where things are counted, «শতভাগ»
// where a date belongs, «1O».
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "reading.h"

#include <string.h>

enum { SHOWN = 40 };

static bool is_date(const char *s, size_t n)
{
    int32_t date = 0;
    return date_read(s, n, DATE_STRICT, &date, NULL, NULL) == STATUS_OK;
}

// What may be a day or a year is left to those who read dates; what is longer is a date without
// its signs.
static bool is_number(const char *s, size_t n)
{
    enum { LONGEST = 4 };
    __int128 value = 0, limit = NUMBER_ONE;
    for (int i = 0; i < LONGEST; i++)
        limit *= 10;
    return number_read(s, n, &value, NULL, NULL) == STATUS_OK && value < limit;
}

// «১/২» in a row that counts.
static bool is_share(const char *s, size_t n)
{
    const struct indicator any = {.kind = KIND_PERCENT, .unit = ""};
    struct entry entry = {0};
    return reading_percent(&any, s, n, ENTRY_TYPED, &entry, NULL) == STATUS_OK &&
           entry.denominator.set;
}

static char digit_for(char letter)
{
    return letter == 'O' || letter == 'o' ? '0' : letter == 'l' || letter == 'I' ? '1' : '\0';
}

// The text with digits for the letters that look like them, where it can be read so.
static bool has_letter_for_digit(const struct indicator *indicator, const char *s, size_t n,
                                 struct str *ret, char ret_letter[2])
{
    struct entry entry;
    ret_letter[0] = '\0';
    for (size_t i = 0; i < n; i++) {
        const char digit = digit_for(s[i]);
        str_add_char(ret, digit ? digit : s[i]);
        if (digit)
            ret_letter[0] = s[i];
    }
    return ret_letter[0] &&
           entry_read(indicator, ret->buf, ret->len, ENTRY_TYPED, &entry, NULL) == STATUS_OK;
}

static void mend(const char *mended, const char *letter, struct err *err)
{
    autostr text = STR_INIT;
    text_digits(&text, mended, strlen(mended), i18n_digits());
    err_set(err, STATUS_INVALID, _("The letter %s stands where a digit belongs; write %s"), letter,
            text.buf);
}

void reading_mistaken(const struct indicator *indicator, const char *s, size_t n, struct err *err)
{
    autostr mended = STR_INIT;
    char letter[2] = "";
    const bool counts = indicator->kind == KIND_NUMBER || indicator->kind == KIND_PERCENT;
    const int fits = (int)text_fit(s, n, SHOWN);
    const char *const wanted = entry_expectation(indicator);
    if (counts && is_date(s, n))
        err_set(err, STATUS_INVALID, _("“%.*s” is a date, but here %s"), fits, s, wanted);
    else if (indicator->kind != KIND_PERCENT && reading_names_percent(s, n))
        err_set(err, STATUS_INVALID, _("“%.*s” is a percent, but here %s"), fits, s, wanted);
    else if (indicator->kind == KIND_DATE && is_number(s, n))
        err_set(err, STATUS_INVALID, _("“%.*s” is a number, but here %s"), fits, s, wanted);
    else if (indicator->kind == KIND_NUMBER && is_share(s, n))
        err_set(err, STATUS_INVALID,
                _("“%.*s” names two figures; write the one that was reached: %s"), fits, s, wanted);
    else if (has_letter_for_digit(indicator, s, n, &mended, letter))
        mend(mended.buf, letter, err);
}
