// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a figure typed again from the paper is the one that was reported.
#include "orjon/domain/entry.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

static bool same_maybe(struct maybe a, struct maybe b)
{
    return a.set == b.set && (!a.set || a.value == b.value);
}

static int by_day(const void *a, const void *b)
{
    const int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

// In whichever order they were written.
static bool same_dates(const struct entry *a, const struct entry *b)
{
    int32_t x[DATES_MAX], y[DATES_MAX];
    const size_t n = a->dates;
    if (n != b->dates)
        return false;
    memcpy(x, a->date, n * sizeof *x);
    memcpy(y, b->date, n * sizeof *y);
    qsort(x, n, sizeof *x, by_day);
    qsort(y, n, sizeof *y, by_day);
    return memcmp(x, y, n * sizeof *x) == 0;
}

static bool same_reading(const struct entry *a, const struct entry *b)
{
    return a->state == b->state && same_maybe(a->value, b->value) &&
           same_maybe(a->count, b->count) && same_maybe(a->denominator, b->denominator) &&
           same_dates(a, b);
}

static void print(const struct indicator *indicator, const struct entry *entry, struct str *ret)
{
    entry_write(ret, indicator, entry, (struct number_style){.digits = DIGITS_LATIN});
}

// As somebody reads it who has nothing but the paper: «৪৪» of ১১০ stands there as «৪০%(৪৪)».
static struct entry from_paper(const struct indicator *indicator, const struct entry *entry)
{
    autostr text = STR_INIT;
    struct entry read;
    print(indicator, entry, &text);
    return entry_read(indicator, text.buf, text.len, ENTRY_PRINTED, &read, NULL) == STATUS_OK
               ? read
               : *entry;
}

static bool same_meaning(const struct indicator *indicator, const struct entry *there,
                         const struct entry *again)
{
    const bool stated = again->state != ENTRY_VALUE && again->state != ENTRY_NONE;
    if (same_reading(there, again))
        return true;
    if (stated && there->state != again->state) // said in so many words, not with a dash
        return false;
    const struct entry a = from_paper(indicator, there), b = from_paper(indicator, again);
    return same_reading(&a, &b);
}

static bool same_writing(const char *a, const char *b)
{
    autostr x = STR_INIT, y = STR_INIT;
    text_digits(&x, a, strlen(a), DIGITS_LATIN);
    text_digits(&y, b, strlen(b), DIGITS_LATIN);
    return strcmp(x.buf, y.buf) == 0;
}

enum entry_match entry_compare(const struct indicator *indicator, const struct entry *there,
                               const struct entry *again)
{
    autostr printed = STR_INIT;
    if (again->state == ENTRY_EMPTY)
        return there->state == ENTRY_EMPTY ? MATCH_SAME : MATCH_UNTYPED;
    if (!same_meaning(indicator, there, again))
        return MATCH_MEANING;
    print(indicator, there, &printed);
    return again->state != ENTRY_VALUE || same_writing(there->typed, again->typed) ||
                   same_writing(printed.buf, again->typed)
               ? MATCH_SAME
               : MATCH_WRITING;
}
