// SPDX-License-Identifier: GPL-3.0-or-later
// Percents with counts: ৪০%(৪৪), ৮০% (৪৪টি), ৪০/৫০, শতভাগ, and the parts that add up to a count.
#include "reading.h"

#include "orjon/base/text.h"

#include <string.h>

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
    static const char *const signs[] = {"%", "％", "শতাংশ", "ভাগ", "পার্সেন্ট", "পারসেন্ট", "প্রতিশত"};
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

// «৪৪», «৪৪টি», «৪০+৪» or «৪০/৫০» as count and denominator.
static enum status read_count(const struct indicator *indicator, const char *s, size_t n,
                              struct entry *ret, struct err *err)
{
    struct unit_words words;
    struct number_look look = {0};
    const size_t begin = unit_words_before(s, n, &words), end = reading_end(s + begin, n - begin);
    if (!end || !unit_words_behind(indicator->unit, s + begin + end, n - begin - end, &words) ||
        words.times > 1) // of what was counted in ones
        return reading_refuse(indicator, s, n, err);
    s += begin;
    n = end;
    const char *slash = memchr(s, '/', n);
    size_t left = slash ? (size_t)(slash - s) : n;
    const size_t right = slash ? n - left - 1 : 0;
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
    enum status status = reading_sum(s, left, &ret->count.value, &look, err);
    if (status)
        return status;
    // «৮টি», of nobody knows how many, becomes the percent.
    const bool percent = !ret->value.set && !slash && !indicator->target_count.set;
    ret->count.set = true;
    ret->decimals = ret->value.set ? ret->decimals : look.decimals;
    ret->notes |= look.odd_blanks ? NOTE_BLANKS : 0;
    ret->notes |= percent && words.counted ? NOTE_UNIT : 0;
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
    if (reading_is_too_large(sum))
        return err_set(err, STATUS_OVERFLOW, _("The number is too large"));
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

// How far the words for all of it reach: «শতভাগ», «একশত ভাগ», «শতকরা একশ».
static size_t all_in_words(const char *s, size_t n)
{
    static const char *const words[] = {
        "শতকরা একশত ভাগ", "শতকরা একশ ভাগ", "শতকরা একশো ভাগ", "শতকরা একশত", "শতকরা একশ",
        "শতকরা একশো",     "একশত শতাংশ",    "একশ শতাংশ",      "একশো শতাংশ", "একশত ভাগ",
        "একশ ভাগ",        "একশো ভাগ",      "শতভাগ",          "শত ভাগ",
    };
    size_t longest = 0;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const size_t len = strlen(words[i]);
        if (len > longest && n >= len && memcmp(s, words[i], len) == 0)
            longest = len;
    }
    return longest;
}

// «শতভাগ» and «শতকরা ৮০» as figures with their sign.
static bool in_words(const char *s, size_t n, struct str *ret)
{
    static const char of_hundred[] = "শতকরা";
    const size_t all = all_in_words(s, n);
    size_t len;
    if (all) {
        str_add(ret, "100%");
        str_add_n(ret, s + all, n - all);
    } else if (n > strlen(of_hundred) && memcmp(s, of_hundred, strlen(of_hundred)) == 0) {
        s += strlen(of_hundred);
        n -= strlen(of_hundred);
        const size_t end = reading_end(s, n);
        str_add_n(ret, s, end);
        if (!percent_sign(s + end, n - end, &len))
            str_add_char(ret, '%');
        str_add_n(ret, s + end, n - end);
    }
    return ret->len > 0;
}

static enum status read_parts(const struct indicator *indicator, const char *s, size_t n,
                              enum entry_mode mode, struct entry *ret, struct err *err)
{
    struct percent_parts p;
    size_t sign_len;
    const bool has_sign = percent_sign(s, n, &sign_len) != NULL;
    if (!split_percent(s, n, &p) || (has_sign && !p.percent_n) || (!has_sign && p.parts_n))
        return reading_refuse(indicator, s, n, err);
    if (!has_sign)
        return p.count ? read_count(indicator, p.count, p.count_n, ret, err)
                       : read_count(indicator, s, n, ret, err);
    struct number_look look = {0};
    enum status status = number_read(p.percent, p.percent_n, &ret->value.value, &look, err);
    if (status)
        return status;
    ret->value.set = true;
    ret->decimals = look.decimals;
    ret->notes |= look.odd_blanks ? NOTE_BLANKS : 0;
    if (p.count)
        status = read_count(indicator, p.count, p.count_n, ret, err);
    return status ? status : check_components(&p, mode, ret, err);
}

bool reading_names_percent(const char *s, size_t n)
{
    const struct indicator any = {.kind = KIND_PERCENT, .unit = ""};
    autostr figures = STR_INIT;
    struct entry entry = {0};
    size_t len;
    return (in_words(s, n, &figures) || percent_sign(s, n, &len)) &&
           reading_percent(&any, s, n, ENTRY_TYPED, &entry, NULL) == STATUS_OK;
}

enum status reading_percent(const struct indicator *indicator, const char *s, size_t n,
                            enum entry_mode mode, struct entry *ret, struct err *err)
{
    autostr figures = STR_INIT;
    enum status status = reading_one(indicator, s, n, err);
    if (!status && in_words(s, n, &figures))
        status = read_parts(indicator, figures.buf, figures.len, mode, ret, err);
    else if (!status)
        status = read_parts(indicator, s, n, mode, ret, err);
    if (status)
        return status;
    if (!ret->value.set && !ret->denominator.set && !indicator->target_count.set) {
        ret->value = ret->count; // without a target count a bare number is the percent itself
        ret->count = (struct maybe){0};
    }
    ret->notes |= percent_agrees(indicator, ret) ? 0 : NOTE_PERCENT;
    return STATUS_OK;
}
