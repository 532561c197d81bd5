// SPDX-License-Identifier: GPL-3.0-or-later
// «৮০%-৯০%», «৪ থেকে ৫»: two figures, of which nobody can tell which was reached.
#include "reading.h"

#include "orjon/base/text.h"

#include <string.h>

// How far one of the words reaches at s; 0 when none stands there.
static size_t step_over(const char *s, const char *const *words)
{
    for (; *words; words++)
        if (strncmp(s, *words, strlen(*words)) == 0)
            return strlen(*words);
    return 0;
}

static bool is_range(const char *s)
{
    static const char *const passed[] = {" ", "%", "％", "শতাংশ", "ভাগ", NULL};
    static const char *const between[] = {"-", "–", "—", "−", "~", "থেকে", "হতে", NULL};
    bool figure = false, range = false; // what stands before this place
    while (*s) {
        const bool digit = *s >= '0' && *s <= '9';
        size_t step = step_over(s, passed);
        if (digit && range)
            return true;
        if (!step) {
            step = figure ? step_over(s, between) : 0;
            range = step > 0;
            figure = digit;
        }
        s += step ? step : 1;
    }
    return false;
}

enum status reading_one(const struct indicator *indicator, const char *s, size_t n, struct err *err)
{
    autostr ascii = STR_INIT;
    text_digits(&ascii, s, n, DIGITS_LATIN);
    if (!is_range(ascii.buf))
        return STATUS_OK;
    return err_set(err, STATUS_INVALID,
                   _("“%.*s” names two figures; write the one that was reached: %s"),
                   (int)text_fit(s, n, 40), s, entry_expectation(indicator));
}
