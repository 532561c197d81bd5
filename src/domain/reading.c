// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers with unit words («৮জন», «০১ (একটি)») and percents with counts («৪০%(৪৪)»).
#include "reading.h"

#include "orjon/base/text.h"

#include <string.h>

static const int64_t LAKH = 100000;

// Words that clerks write behind a figure, and the unit each names ("" = any).
static const struct {
    const char *word, *unit;
} unit_words[] = {
    {"টাকা", "টাকা"}, // before টা, which begins it
    {"টি", ""},       {"টা", ""},    {"খানা", ""}, {"জন", "জন"}, {"বার", ""},  {"লক্ষ", "লক্ষ"},
    {"লাখ", "লক্ষ"},   {"সংখ্যা", ""}, {"ঘন্টা", ""}, {"ঘণ্টা", ""}, {"মাত্র", ""},
};

const char *reading_large_unit(const char *text)
{
    static const char *const units[] = {"লক্ষ", "লাখ", "কোটি", "lakh", "lac", "crore"};
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strcasestr(text, units[i]))
            return units[i];
    return NULL;
}

// Where things are counted; not where the unit is a measure, or the target has a fraction itself.
static bool counts_things(const struct indicator *indicator)
{
    return !reading_large_unit(indicator->unit) && !strstr(indicator->unit, "টাকা") &&
           indicator->grade[0].value % NUMBER_ONE == 0;
}

// Where the figure ends and words begin.
static size_t figure_end(const char *s, size_t n)
{
    autostr ascii = STR_INIT;
    size_t at = 0, end = 0;
    while (at < n) {
        size_t next = text_next(s, n, at);
        str_reset(&ascii);
        text_digits(&ascii, s + at, next - at, DIGITS_LATIN);
        bool figure = ascii.len == 1 && strchr("0123456789.,/-", ascii.buf[0]);
        bool point = strcmp(ascii.buf, "।") == 0 || strcmp(ascii.buf, "৷") == 0 ||
                     strcmp(ascii.buf, "．") == 0;
        if (!figure && !point && ascii.buf[0] != ' ')
            break;
        if (figure)
            end = next;
        at = next;
    }
    return end ? end : at;
}

struct words {
    bool person, lakh, taka; // named by the words behind the figure
    struct maybe bracket;    // the number said again: «৪ (৪টি)»
};

static bool read_words(const char *s, size_t n, struct words *ret);

static bool read_bracket(const char *s, size_t n, __int128 *ret)
{
    struct words words = {0};
    const size_t end = figure_end(s, n);
    return read_words(s + end, n - end, &words) &&
           number_read(s, end, ret, NULL, NULL) == STATUS_OK;
}

// Checks that only unit words and notes in brackets stand behind a figure: «(এক)টি».
static bool read_words(const char *s, size_t n, struct words *ret)
{
    for (size_t at = 0; at < n;) {
        if (s[at] == ' ') {
            at++;
            continue;
        }
        if (s[at] == '(') {
            const char *close = memchr(s + at, ')', n - at);
            if (!close)
                return false;
            const size_t inside = (size_t)(close - s) - at - 1;
            ret->bracket.set |= read_bracket(s + at + 1, inside, &ret->bracket.value);
            at += inside + 2;
            continue;
        }
        size_t step = 0;
        for (size_t i = 0; i < sizeof unit_words / sizeof *unit_words && !step; i++) {
            size_t len = strlen(unit_words[i].word);
            if (n - at < len || memcmp(s + at, unit_words[i].word, len) != 0)
                continue;
            step = len;
            ret->person |= strcmp(unit_words[i].unit, "জন") == 0;
            ret->lakh |= strcmp(unit_words[i].unit, "লক্ষ") == 0;
            ret->taka |= strcmp(unit_words[i].unit, "টাকা") == 0;
        }
        if (!step)
            return false;
        at += step;
    }
    return true;
}

enum status reading_number(const struct indicator *indicator, const char *s, size_t n,
                           struct entry *ret, struct err *err)
{
    const bool in_lakh = strstr(indicator->unit, "লক্ষ") != NULL;
    struct words words = {0};
    size_t end = figure_end(s, n);
    struct number_look look = {0};
    enum status status = reading_one(indicator, s, n, err);
    if (status)
        return status;
    if (!read_words(s + end, n - end, &words))
        return err_set(err, STATUS_INVALID, _("“%.*s” cannot be read: %s"), (int)text_fit(s, n, 40),
                       s, entry_expectation(indicator));
    status = number_read(s, end, &ret->value.value, &look, err);
    if (status)
        return status;
    ret->value.set = true;
    ret->decimals = look.decimals;
    bool unlike = words.bracket.set && words.bracket.value != ret->value.value;
    if (in_lakh && words.person && !words.lakh) { // typed in persons, kept in lakh
        if (ret->value.value % LAKH)
            return err_set(err, STATUS_INVALID, _("At most %s decimals are kept"),
                           SAY(NUMBER_DECIMALS));
        ret->value.value /= LAKH;
        unlike = unlike && words.bracket.value != ret->value.value;
    }
    bool foreign = (words.person && !strstr(indicator->unit, "জন")) ||
                   (words.taka && !strstr(indicator->unit, "টাকা")) || (words.lakh && !in_lakh);
    ret->notes |= look.odd_blanks ? NOTE_BLANKS : 0;
    ret->notes |= foreign ? NOTE_UNIT : 0;
    ret->notes |= unlike ? NOTE_BRACKET : 0;
    ret->notes |= counts_things(indicator) && ret->value.value % NUMBER_ONE ? NOTE_FRACTION : 0;
    return STATUS_OK;
}

// A percent cell split at its sign: percent % components (count/denominator).
struct percent_parts {
    const char *percent;
    size_t percent_n;
    const char *parts; // «=কে. ৩০০০০/ প্রাথ. ৩১৯৩২০/-»
    size_t parts_n;
    const char *count;
    size_t count_n;
};

static const char *percent_sign(const char *s, size_t n, size_t *ret_len)
{
    static const char *const signs[] = {"%", "％", "শতাংশ", "ভাগ"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        const char *at = memmem(s, n, signs[i], strlen(signs[i]));
        *ret_len = strlen(signs[i]);
        if (at)
            return at;
    }
    return NULL;
}

static bool split_percent(const char *s, size_t n, struct percent_parts *ret)
{
    struct percent_parts p = {.percent = s, .percent_n = n};
    const char *end = s + n, *behind = s;
    size_t sign_len = 0;
    const char *sign = percent_sign(s, n, &sign_len);
    if (sign) {
        p.percent_n = (size_t)(sign - s);
        behind = sign + sign_len;
    }
    const char *open = memrchr(behind, '(', (size_t)(end - behind));
    if (open) {
        const char *close = memchr(open, ')', (size_t)(end - open));
        if (!close)
            return false;
        for (const char *c = close + 1; c < end; c++)
            if (*c != ' ')
                return false;
        p.count = open + 1;
        p.count_n = (size_t)(close - open - 1);
        if (!sign)
            p.percent_n = 0;
        p.parts = behind;
        p.parts_n = (size_t)(open - behind);
    } else if (sign) {
        p.parts = behind;
        p.parts_n = (size_t)(end - behind);
    }
    while (p.parts_n && *p.parts == ' ')
        p.parts++, p.parts_n--;
    *ret = p;
    return true;
}

// «৪৪» or «৪০/৫০» as count and denominator.
static enum status read_count(const char *s, size_t n, struct entry *ret, struct err *err)
{
    const char *slash = memchr(s, '/', n);
    struct number_look look = {0};
    size_t left = slash ? (size_t)(slash - s) : n;
    size_t right = slash ? n - left - 1 : 0;
    __int128 denominator = 0;
    if (slash && number_read(slash + 1, right, &denominator, NULL, NULL) == STATUS_OK) {
        if (denominator == 0)
            return err_set(
                err, STATUS_INVALID,
                _("“of 0” has no percent; say that no case arose (F4, or the state no-case)"));
        ret->denominator = (struct maybe){true, denominator};
    } else {
        left = n; // «349320/-»
    }
    enum status status = number_read(s, left, &ret->count.value, &look, err);
    if (status)
        return status;
    ret->count.set = true;
    ret->decimals = look.decimals;
    ret->notes |= look.odd_blanks ? NOTE_BLANKS : 0;
    return STATUS_OK;
}

// Adds up the figures between the percent and its bracket; returns how many, 0 when one is too
// large.
static size_t sum_components(const char *s, size_t n, __int128 *ret)
{
    autostr ascii = STR_INIT;
    text_digits(&ascii, s, n, DIGITS_LATIN);
    __int128 sum = 0;
    size_t found = 0;
    for (const char *p = ascii.buf; *p;) {
        size_t digits = strspn(p, "0123456789,");
        while (digits && p[digits - 1] == ',') // parts two of them
            digits--;
        size_t len = digits;
        if (digits && p[digits] == '.' && p[digits + 1] >= '0' && p[digits + 1] <= '9')
            len += 1 + strspn(p + digits + 1, "0123456789");
        if (!digits) {
            p++;
            continue;
        }
        __int128 value = 0;
        if (number_read(p, len, &value, NULL, NULL))
            return 0;
        sum += value;
        found++;
        p += len;
    }
    *ret = sum;
    return found;
}

static enum status check_components(const struct percent_parts *p, enum entry_mode mode,
                                    struct entry *ret, struct err *err)
{
    __int128 sum = 0;
    size_t sign_len;
    if (!p->parts_n)
        return STATUS_OK;
    if (percent_sign(p->parts, p->parts_n, &sign_len))
        return err_set(err, STATUS_INVALID, _("“%.*s” behind the percent cannot be read"),
                       (int)text_fit(p->parts, p->parts_n, 30), p->parts);
    // «50%50» is a slip, not a list of parts; a single part is one behind = or before a bracket.
    const size_t parts = sum_components(p->parts, p->parts_n, &sum);
    __int128 number = 0;
    if (!parts || (parts == 1 && *p->parts != '=' && !ret->count.set) ||
        number_read(p->parts, p->parts_n, &number, NULL, NULL) == STATUS_OK)
        return err_set(err, STATUS_INVALID, _("“%.*s” behind the percent cannot be read"),
                       (int)text_fit(p->parts, p->parts_n, 30), p->parts);
    if (!ret->count.set) {
        ret->count = (struct maybe){true, sum};
        return STATUS_OK;
    }
    if (sum == ret->count.value)
        return STATUS_OK;
    if (mode == ENTRY_PRINTED) {
        ret->notes |= NOTE_COMPONENTS;
        return STATUS_OK;
    }
    autostr got = STR_INIT, want = STR_INIT;
    const struct number_style style = {.digits = i18n_digits()};
    number_write(&got, sum, style);
    number_write(&want, ret->count.value, style);
    return err_set(err, STATUS_INVALID, _("The parts add up to %s, but the bracket says %s"),
                   got.buf, want.buf);
}

// Whether value is the percent that count is, where `of` is `all` percent. A printed percent is
// whole, so it may differ by half a percent.
static bool is_percent(__int128 value, __int128 count, __int128 of, __int128 all)
{
    struct ratio off, half = ratio_of(1, 2);
    if (!ratio_multiply(ratio_of(count, of), ratio_of(all, NUMBER_ONE), &off) ||
        !ratio_subtract(off, ratio_of(value, NUMBER_ONE), &off))
        return false;
    off.num = off.num < 0 ? -off.num : off.num;
    return ratio_compare(off, half) <= 0;
}

// Of the target count, as quarters are reported, or of what the target is a share of itself:
// «৯২%(৪৮)» reached is ৯২%(৪৮).
static bool percent_agrees(const struct indicator *indicator, const struct entry *e)
{
    const struct maybe of = e->denominator.set ? e->denominator : indicator->target_count;
    const struct target *target = &indicator->grade[0];
    if (!e->value.set || !e->count.set || !of.set || of.value == 0)
        return true;
    return is_percent(e->value.value, e->count.value, of.value, 100 * NUMBER_ONE) ||
           (!e->denominator.set && target->set &&
            is_percent(e->value.value, e->count.value, of.value, target->value));
}

enum status reading_percent(const struct indicator *indicator, const char *s, size_t n,
                            enum entry_mode mode, struct entry *ret, struct err *err)
{
    struct percent_parts p;
    size_t sign_len;
    bool has_sign = percent_sign(s, n, &sign_len) != NULL;
    enum status status = reading_one(indicator, s, n, err);
    if (status)
        return status;
    if (!split_percent(s, n, &p) || (has_sign && !p.percent_n))
        return err_set(err, STATUS_INVALID, _("“%.*s” cannot be read: %s"), (int)text_fit(s, n, 40),
                       s, entry_expectation(indicator));
    if (p.count)
        status = read_count(p.count, p.count_n, ret, err);
    if (status == STATUS_OK && has_sign) {
        struct number_look look = {0};
        status = number_read(p.percent, p.percent_n, &ret->value.value, &look, err);
        ret->value.set = status == STATUS_OK;
        ret->decimals = look.decimals;
        ret->notes |= look.odd_blanks ? NOTE_BLANKS : 0;
        if (status == STATUS_OK)
            status = check_components(&p, mode, ret, err);
    } else if (status == STATUS_OK && !p.count) {
        struct words words = {0};
        size_t end = figure_end(s, n);
        if (!read_words(s + end, n - end, &words))
            return err_set(err, STATUS_INVALID, _("“%.*s” cannot be read: %s"),
                           (int)text_fit(s, n, 40), s, entry_expectation(indicator));
        status = read_count(s, end, ret, err);
    } else if (status == STATUS_OK && p.parts_n) {
        return err_set(err, STATUS_INVALID, _("“%.*s” cannot be read: %s"), (int)text_fit(s, n, 40),
                       s, entry_expectation(indicator));
    }
    if (status)
        return status;
    if (!ret->value.set && !ret->denominator.set && !indicator->target_count.set) {
        ret->value = ret->count; // without a target count a bare number is the percent itself
        ret->count = (struct maybe){0};
    }
    ret->notes |= percent_agrees(indicator, ret) ? 0 : NOTE_PERCENT;
    return STATUS_OK;
}
