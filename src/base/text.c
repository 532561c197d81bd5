// SPDX-License-Identifier: GPL-3.0-or-later
// Bengali text on a grid: syllables, columns, padding, cleaning.
#include "orjon/base/text.h"

#include "orjon/base/mem.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unigbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

enum {
    NUKTA = 0x9BC,
    HASANTA = 0x9CD,
    ZWNJ = 0x200C,
    ZWJ = 0x200D,
    BENGALI_ZERO = 0x9E6,
};

static const uint8_t *bytes(const char *s)
{
    return (const uint8_t *)s;
}

static bool is_consonant(ucs4_t c)
{
    return (c >= 0x995 && c <= 0x9B9) || c == 0x9DC || c == 0x9DD || c == 0x9DF || c == 0x9F0 ||
           c == 0x9F1;
}

// Whether the cluster that ends at `end` holds out a hasanta to the next consonant.
static bool ends_in_hasanta(const uint8_t *start, const uint8_t *end)
{
    ucs4_t c = 0;
    const uint8_t *p = u8_prev(&c, end, start);
    while (p && (c == ZWJ || c == NUKTA))
        p = u8_prev(&c, p, start);
    return p && c == HASANTA;
}

size_t text_next(const char *s, size_t n, size_t at)
{
    if (at >= n)
        return n;
    if ((uint8_t)s[at] < 0x80 && at + 1 < n && (uint8_t)s[at + 1] < 0x80 && s[at] != '\r')
        return at + 1;
    const uint8_t *start = bytes(s) + at, *end = bytes(s) + n;
    const uint8_t *p = u8_grapheme_next(start, end);
    while (p && p < end && ends_in_hasanta(start, p)) {
        ucs4_t c = 0;
        u8_mbtouc(&c, p, (size_t)(end - p));
        if (!is_consonant(c))
            break;
        p = u8_grapheme_next(p, end);
    }
    return p ? (size_t)(p - bytes(s)) : n;
}

size_t text_prev(const char *s, size_t n, size_t at)
{
    // A boundary can only be known from its left; a blank or the start is a sure one to begin at.
    size_t from = at;
    while (from > 0 && s[from - 1] != ' ' && s[from - 1] != '\n')
        from--;
    if (from == at && at > 0)
        return at - 1;
    for (size_t next = from; (next = text_next(s, n, from)) < at;)
        from = next;
    return from;
}

bool text_is_boundary(const char *s, size_t n, size_t at)
{
    return at == 0 || at >= n || text_next(s, n, text_prev(s, n, at)) == at;
}

int text_columns(const char *s, size_t n)
{
    bool ascii = true;
    for (size_t i = 0; i < n && ascii; i++)
        ascii = (uint8_t)s[i] >= 0x20 && (uint8_t)s[i] < 0x7F;
    if (ascii)
        return (int)n;
    int width = u8_width(bytes(s), n, "UTF-8");
    return width < 0 ? 0 : width;
}

size_t text_fit(const char *s, size_t n, int columns)
{
    size_t at = 0;
    int used = 0;
    while (at < n) {
        size_t next = text_next(s, n, at);
        used += text_columns(s + at, next - at);
        if (used > columns)
            break;
        at = next;
    }
    return at;
}

static bool is_line_break(ucs4_t c)
{
    return c == '\n' || c == '\r' || c == '\t' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_unsafe(ucs4_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F || c == 0x61C ||
           c == 0xFEFF || uc_is_property_not_a_character(c);
}

enum status text_clean(const char *s, size_t n, struct str *ret, struct err *err)
{
    const uint8_t *wrong = u8_check(bytes(s), n);
    if (wrong)
        return err_set(err, STATUS_INVALID, _("The text is not UTF-8 at byte %s"),
                       SAY(wrong - bytes(s) + 1));
    size_t length = 0;
    autofree uint8_t *composed = u8_normalize(UNINORM_NFC, bytes(s), n, NULL, &length);
    if (!composed && n > 0)
        return err_set(err, STATUS_INVALID, "%s", status_text(STATUS_INVALID));
    bool blank = false, any = false;
    for (size_t at = 0; at < length;) {
        ucs4_t c = 0;
        size_t step = (size_t)u8_mbtouc(&c, composed + at, length - at);
        if (c == ' ' || c == 0xA0 || is_line_break(c)) {
            blank = any;
        } else if (!is_unsafe(c)) {
            if (blank)
                str_add_char(ret, ' ');
            str_add_n(ret, (const char *)composed + at, step);
            blank = false;
            any = true;
        }
        at += step;
    }
    return STATUS_OK;
}

// Letters that clerks and papers interchange; searching treats the pairs as one.
static ucs4_t folded(ucs4_t c)
{
    if (c >= BENGALI_ZERO && c <= BENGALI_ZERO + 9)
        return c - BENGALI_ZERO + '0';
    switch (c) {
    case 0x9C0: // ী
        return 0x9BF;
    case 0x9C2: // ূ
        return 0x9C1;
    case 0x9A3: // ণ
        return 0x9A8;
    case 0x9B6: // শ
    case 0x9B7: // ষ
        return 0x9B8;
    case 0x9DC: // ড়, ঢ়, য় as single code points
        return 0x9A1;
    case 0x9DD:
        return 0x9A2;
    case 0x9DF:
        return 0x9AF;
    default:
        return uc_tolower(c);
    }
}

void text_fold(const char *s, size_t n, struct str *ret)
{
    for (size_t at = 0; at < n;) {
        ucs4_t c = 0;
        at += (size_t)u8_mbtouc(&c, bytes(s) + at, n - at);
        if (c == NUKTA || c == ZWJ || c == ZWNJ)
            continue;
        uint8_t out[6];
        int length = u8_uctomb(out, folded(c), sizeof out);
        if (length > 0)
            str_add_n(ret, (const char *)out, (size_t)length);
    }
}

void text_pad(struct str *ret, const char *s, size_t n, int columns, enum align align)
{
    size_t fits = text_columns(s, n) <= columns ? n : text_fit(s, n, columns);
    int blank = columns - text_columns(s, fits);
    int left = align == ALIGN_LEFT ? 0 : align == ALIGN_RIGHT ? blank : blank / 2;
    str_add_repeat(ret, " ", (size_t)(left > 0 ? left : 0));
    str_add_n(ret, s, fits);
    str_add_repeat(ret, " ", (size_t)(blank - left > 0 ? blank - left : 0));
}

void text_digits(struct str *ret, const char *s, size_t n, enum digits digits)
{
    for (size_t at = 0; at < n;) {
        ucs4_t c = 0;
        size_t step = (size_t)u8_mbtouc(&c, bytes(s) + at, n - at);
        bool ascii = c >= '0' && c <= '9';
        bool bengali = c >= BENGALI_ZERO && c <= BENGALI_ZERO + 9;
        uint8_t out[6];
        if (digits == DIGITS_BENGALI && ascii)
            c = c - '0' + BENGALI_ZERO;
        else if (digits == DIGITS_LATIN && bengali)
            c = c - BENGALI_ZERO + '0';
        if (ascii || bengali) {
            int length = u8_uctomb(out, c, sizeof out);
            str_add_n(ret, (const char *)out, (size_t)length);
        } else {
            str_add_n(ret, s + at, step);
        }
        at += step;
    }
}
