// SPDX-License-Identifier: GPL-3.0-or-later
// Units, and the words for them that clerks write around a figure: ৮জন, ০১ (এক) টি, ১৬৪৪৬.২৩ মে.টন,
// ৩.৪০ কোটি, ৳ ৫০০/-.
#include "reading.h"

#include "orjon/base/text.h"

#include <string.h>
#include <strings.h>

static const struct {
    const char *word;
    int64_t times;
} multiples[] = {
    {"হাজার", 1000},      {"লক্ষ", 100000},     {"লাখ", 100000},  {"মিলিয়ন", 1000000},
    {"কোটি", 10000000},   {"thousand", 1000},  {"lakh", 100000}, {"lac", 100000},
    {"million", 1000000}, {"crore", 10000000},
};

// Words behind a figure. `in`: the unit must name that, and no multiple or part of it; "" goes with
// any unit. Where one begins another, the longer stands first.
enum meaning { PLAIN, PERSON, TAKA, MEASURE };
static const struct {
    const char *word, *in;
    enum meaning meaning;
} words[] = {
    {"টাকা", "", TAKA},
    {"টাঃ", "", TAKA},
    {"টি", "", PLAIN},
    {"টা", "", PLAIN},
    {"খানা", "", PLAIN},
    {"জনঘন্টা", "", PLAIN},
    {"জনঘণ্টা", "", PLAIN},
    {"জন", "", PERSON},
    {"বার", "", PLAIN},
    {"সংখ্যা", "", PLAIN},
    {"ঘন্টা", "", PLAIN},
    {"ঘণ্টা", "", PLAIN},
    {"মাত্রা", "মাত্রা", MEASURE},
    {"মাত্র", "", PLAIN},
    {"ডোজ", "মাত্রা", MEASURE},
    {"মেট্রিক টন", "টন", MEASURE},
    {"মেট্রিকটন", "টন", MEASURE},
    {"মেঃ টন", "টন", MEASURE},
    {"মেঃটন", "টন", MEASURE},
    {"মে. টন", "টন", MEASURE},
    {"মে.টন", "টন", MEASURE},
    {"মে: টন", "টন", MEASURE},
    {"মে:টন", "টন", MEASURE},
    {"মে টন", "টন", MEASURE},
    {"টন", "টন", MEASURE},
    {"m.t.", "টন", MEASURE},
    {"mt", "টন", MEASURE},
    {"হেঃ", "হেক্টর", MEASURE},
    {"হে.", "হেক্টর", MEASURE},
    {"কি.মি.", "কিলোমিটার", MEASURE},
    {"কিঃমিঃ", "কিলোমিটার", MEASURE},
    {"কিমি", "কিলোমিটার", MEASURE},
    {"কি.মি", "কি", MEASURE},
    {"কে.জি.", "কেজি", MEASURE},
    {"কেজি", "কিলোগ্রাম", MEASURE},
    {"লিঃ", "লিটার", MEASURE},
    {"মিঃ", "মিটার", MEASURE},
    {"tk.", "", TAKA},
    {"tk", "", TAKA},
};

// A word, and not the beginning of another conjunct: «লক্ষ» is not in «লক্ষ্যমাত্রা».
static const char *find_word(const char *text, const char *word)
{
    const char *at = strcasestr(text, word);
    while (at && strncmp(at + strlen(word), "্", strlen("্")) == 0)
        at = strcasestr(at + strlen(word), word);
    return at;
}

const char *reading_large_unit(const char *text)
{
    for (size_t i = 0; i < sizeof multiples / sizeof *multiples; i++)
        if (multiples[i].times >= 100000 && find_word(text, multiples[i].word))
            return multiples[i].word;
    return NULL;
}

int64_t unit_times(const char *unit)
{
    for (size_t i = 0; i < sizeof multiples / sizeof *multiples; i++)
        if (find_word(unit, multiples[i].word))
            return multiples[i].times;
    return 1;
}

bool unit_counts_things(const char *unit)
{
    static const char *const counted[] = {"সংখ্যা", "জন",  "টি",   "খানা",
                                          "মাত্রা", "কপি", "জোড়া", "বার"};
    if (!*unit)
        return true;
    if (unit_times(unit) > 1 || strstr(unit, "ঘন্টা") || strstr(unit, "ঘণ্টা"))
        return false;
    for (size_t i = 0; i < sizeof counted / sizeof *counted; i++)
        if (find_word(unit, counted[i]))
            return true;
    return false;
}

size_t unit_words_before(const char *s, size_t n, struct unit_words *ret)
{
    static const char *const taka[] = {"৳", "টাকা", "tk.", "tk", "bdt"};
    *ret = (struct unit_words){.times = 1};
    for (size_t i = 0; i < sizeof taka / sizeof *taka; i++) {
        size_t at = strlen(taka[i]);
        if (n <= at || strncasecmp(s, taka[i], at) != 0)
            continue;
        ret->taka = true;
        while (at < n && s[at] == ' ')
            at++;
        return at;
    }
    return 0;
}

// A kilometre is no metre, and a square one neither.
static bool names(const char *unit, const char *word)
{
    static const char *const other[] = {"কিলো", "কি.", "কিঃ", "সেন্টি", "মিলি", "বর্গ", "ঘন"};
    const char *at = strstr(unit, word);
    for (size_t i = 0; at && i < sizeof other / sizeof *other; i++) {
        const size_t len = strlen(other[i]);
        if ((size_t)(at - unit) >= len && memcmp(at - len, other[i], len) == 0)
            return false;
    }
    return at != NULL;
}

// A word of the unit itself at s.
static size_t own_word(const char *unit, const char *s, size_t n)
{
    static const char ends[] = " ()/,.";
    for (unit += strspn(unit, ends); *unit; unit += strspn(unit, ends)) {
        const size_t len = strcspn(unit, ends);
        if (len <= n && strncasecmp(unit, s, len) == 0)
            return len;
        unit += len;
    }
    return 0;
}

static size_t known_word(const char *unit, const char *s, size_t n, struct unit_words *ret)
{
    for (size_t i = 0; i < sizeof multiples / sizeof *multiples; i++) {
        const size_t len = strlen(multiples[i].word);
        if (len > n || strncasecmp(s, multiples[i].word, len) != 0)
            continue;
        ret->times *= multiples[i].times;
        return ret->times <= multiples[i].times ? len : 0; // one of them is enough
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t len = strlen(words[i].word);
        if (len > n || strncasecmp(s, words[i].word, len) != 0 || !names(unit, words[i].in))
            continue;
        ret->person |= words[i].meaning == PERSON;
        ret->counted = true;
        ret->taka |= words[i].meaning == TAKA;
        ret->measure |= words[i].meaning == MEASURE;
        return len;
    }
    return own_word(unit, s, n);
}

static bool read_bracket(const char *unit, const char *s, size_t n, __int128 *ret)
{
    struct unit_words inside = {.times = 1};
    const size_t end = reading_end(s, n);
    return unit_words_behind(unit, s + end, n - end, &inside) &&
           reading_sum(s, end, ret, NULL, NULL) == STATUS_OK;
}

bool unit_words_behind(const char *unit, const char *s, size_t n, struct unit_words *ret)
{
    static const char *const passed[] = {" ", ".", "।", "৷", ":", "ঃ", ",", ";", "/-", "/="};
    for (size_t at = 0; at < n;) {
        size_t step = 0;
        if (s[at] == '(') {
            const char *close = memchr(s + at, ')', n - at);
            if (!close)
                return false;
            const size_t inside = (size_t)(close - s) - at - 1;
            ret->bracket.set |= read_bracket(unit, s + at + 1, inside, &ret->bracket.value);
            step = inside + 2;
        }
        for (size_t i = 0; i < sizeof passed / sizeof *passed && !step; i++)
            if (n - at >= strlen(passed[i]) && memcmp(s + at, passed[i], strlen(passed[i])) == 0)
                step = strlen(passed[i]);
        if (!step)
            step = known_word(unit, s + at, n - at, ret);
        if (!step)
            return false;
        at += step;
    }
    return true;
}
