// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with the words around them: ৮জন, ০১ (একটি), ৳ ৫০০/-, ১২+৭+৯, ৩৪০ জন in a row of lakhs.
#include "reading.h"

#include "orjon/base/text.h"

#include <string.h>

enum status reading_refuse(const struct indicator *indicator, const char *s, size_t n,
                           struct err *err)
{
    return err_set(err, STATUS_INVALID, _("“%.*s” cannot be read: %s"), (int)text_fit(s, n, 40), s,
                   entry_expectation(indicator));
}

bool reading_is_too_large(__int128 value)
{
    __int128 limit = NUMBER_ONE;
    for (int i = 0; i < NUMBER_WHOLE; i++)
        limit *= 10;
    return value >= limit || number_pack(value, 0) < 0;
}

size_t reading_end(const char *s, size_t n)
{
    size_t end = number_end(s, n);
    for (size_t at = end; end > 0; at++) {
        while (at < n && s[at] == ' ')
            at++;
        if (at >= n || s[at] != '+')
            break;
        const size_t more = number_end(s + at + 1, n - at - 1);
        if (!more)
            break;
        at += more;
        end = at + 1;
    }
    return end;
}

enum status reading_sum(const char *s, size_t n, __int128 *ret, struct number_look *ret_look,
                        struct err *err)
{
    struct number_look all = {0};
    __int128 sum = 0;
    while (true) {
        const char *plus = memchr(s, '+', n);
        const size_t len = plus ? (size_t)(plus - s) : n;
        struct number_look look = {0};
        __int128 value = 0;
        enum status status = number_read(s, len, &value, &look, err);
        if (status)
            return status;
        sum += value;
        all.odd_blanks |= look.odd_blanks;
        all.decimals = look.decimals > all.decimals ? look.decimals : all.decimals;
        if (reading_is_too_large(sum))
            return err_set(err, STATUS_OVERFLOW, _("The number is too large"));
        if (!plus)
            break;
        s += len + 1;
        n -= len + 1;
    }
    *ret = sum;
    if (ret_look)
        *ret_look = all;
    return STATUS_OK;
}

// «০.১০ লক্ষ» in a row of tonnes is 10,000 of them, «৩৪০ জন» in one of lakhs of persons 0.0034.
static enum status convert(const struct indicator *indicator, const struct unit_words *words,
                           __int128 *value, struct err *err)
{
    const int64_t own = unit_times(indicator->unit);
    const bool persons = words->person && strstr(indicator->unit, "জন");
    if (words->times == own || (words->times == 1 && !persons))
        return STATUS_OK;
    const __int128 units = *value * words->times;
    if (units % own)
        return err_set(err, STATUS_INVALID, _("At most %s decimals are kept"),
                       SAY(NUMBER_DECIMALS));
    if (reading_is_too_large(units / own))
        return err_set(err, STATUS_OVERFLOW, _("The number is too large"));
    *value = units / own;
    return STATUS_OK;
}

// Words that name another unit than the row's.
static bool is_foreign(const struct indicator *indicator, const struct unit_words *words)
{
    const char *unit = indicator->unit;
    const bool bare = words->times == 1 && unit_times(unit) > 1; // «৫ টাকা» in a row of crores
    return (words->person && !strstr(unit, "জন")) || (words->taka && !strstr(unit, "টাকা")) ||
           ((words->taka || words->measure) && bare) ||
           (words->times > 1 && words->times != unit_times(unit));
}

enum status reading_number(const struct indicator *indicator, const char *s, size_t n,
                           struct entry *ret, struct err *err)
{
    struct unit_words words;
    struct number_look look = {0};
    enum status status = reading_one(indicator, s, n, err);
    if (status)
        return status;
    const size_t begin = unit_words_before(s, n, &words);
    const size_t end = begin + reading_end(s + begin, n - begin);
    if (end == begin || !unit_words_behind(indicator->unit, s + end, n - end, &words))
        return reading_refuse(indicator, s, n, err);
    status = reading_sum(s + begin, end - begin, &ret->value.value, &look, err);
    if (status)
        return status;
    const __int128 typed = ret->value.value;
    status = convert(indicator, &words, &ret->value.value, err);
    if (status)
        return status;
    ret->value.set = true;
    ret->decimals = typed == ret->value.value ? look.decimals : 0;
    const bool unlike = words.bracket.set && words.bracket.value != typed &&
                        words.bracket.value != ret->value.value;
    const bool whole =
        unit_counts_things(indicator->unit) && indicator->grade[0].value % NUMBER_ONE == 0;
    ret->notes |= look.odd_blanks ? NOTE_BLANKS : 0;
    ret->notes |= is_foreign(indicator, &words) ? NOTE_UNIT : 0;
    ret->notes |= unlike ? NOTE_BRACKET : 0;
    ret->notes |= whole && ret->value.value % NUMBER_ONE ? NOTE_FRACTION : 0;
    return STATUS_OK;
}
