// SPDX-License-Identifier: GPL-3.0-or-later
// Bengali text on a grid: syllables, columns, padding.
#include "orjon/base/text.h"

#include "letters.h"
#include "text_lost.h"

#include <string.h>
#include <unigbrk.h>
#include <unistr.h>
#include <uniwidth.h>

static const uint8_t *bytes(const char *s)
{
    return (const uint8_t *)s;
}

static bool is_consonant(ucs4_t c)
{
    return (c >= 0x995 && c <= 0x9B9) || c == RRA || c == RHA || c == YYA || c == 0x9F0 ||
           c == 0x9F1;
}

// Bengali marks by their place in the block: without a column of their own, and with one.
static bool is_bit(const uint64_t set[2], unsigned at)
{
    return set[at >> 6] >> (at & 63) & 1;
}
// 0981 09BC 09C1-09C4 09CD 09E2 09E3 09FE
static const uint64_t flat_marks[2] = {1ULL << 0x01 | 1ULL << 0x3C,
                                       0xFULL << 0x01 | 1ULL << 0x0D | 3ULL << 0x22 | 1ULL << 0x3E};
// 0982 0983 09BE-09C0 09C7 09C8 09CB 09CC 09D7
static const uint64_t spacing_marks[2] = {3ULL << 0x02 | 3ULL << 0x3E,
                                          1ULL | 3ULL << 0x07 | 3ULL << 0x0B | 1ULL << 0x17};

// The place of a character in the Bengali block; -1 for others. It takes three bytes.
static int bengali_at(const uint8_t *s, const uint8_t *end)
{
    if (end - s < 3 || s[0] != 0xE0 || (s[1] != 0xA6 && s[1] != 0xA7) || (s[2] & 0xC0) != 0x80)
        return -1;
    return (s[1] & 1) << 6 | (s[2] & 0x3F);
}

// ZWNJ or ZWJ, as the third byte tells; 0 for others.
static ucs4_t joiner_at(const uint8_t *s, const uint8_t *end)
{
    bool found = end - s >= 3 && s[0] == 0xE2 && s[1] == 0x80 && (s[2] | 1) == 0x8D;
    return found ? (s[2] & 1 ? ZWJ : ZWNJ) : 0;
}

static bool is_plain_ascii(uint8_t c)
{
    return c >= 0x20 && c < 0x7F;
}

// The boundary after s where only Bengali and ASCII are concerned, which is nearly always; NULL
// where libunistring must say.
static const uint8_t *next_bengali(const uint8_t *s, const uint8_t *end)
{
    bool joins = false;
    size_t step = 0;
    for (const uint8_t *p = s; p < end; p += step) {
        int at = bengali_at(p, end);
        ucs4_t joiner = at < 0 ? joiner_at(p, end) : 0;
        step = at < 0 && !joiner ? 1 : 3;
        if (step == 1 && !is_plain_ascii(*p))
            return NULL;
        ucs4_t c = step == 1 ? *p : joiner ? joiner : 0x980 + (ucs4_t)at;
        bool mark =
            joiner ||
            (at >= 0 && (is_bit(flat_marks, (unsigned)at) || is_bit(spacing_marks, (unsigned)at)));
        if (p > s && !mark && !(joins && is_consonant(c)))
            return p;
        joins = c == HASANTA || (joins && (c == ZWJ || c == NUKTA));
    }
    return end;
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
    const uint8_t *p = next_bengali(start, end);
    if (p)
        return (size_t)(p - bytes(s));
    p = u8_grapheme_next(start, end);
    while (p && p < end && ends_in_hasanta(start, p)) {
        ucs4_t c = 0;
        u8_mbtouc(&c, p, (size_t)(end - p));
        if (!is_consonant(c))
            break;
        p = u8_grapheme_next(p, end);
    }
    return p ? (size_t)(p - bytes(s)) : n;
}

// Whether a syllable surely begins with the byte at `at`: a blank or a newline behind a character
// that clings to nothing. A mark behind a blank belongs to the blank.
static bool is_sure_start(const char *s, size_t at)
{
    if (s[at] != ' ' && s[at] != '\n')
        return false;
    const uint8_t *end = bytes(s) + at;
    return at == 0 || (is_plain_ascii(end[-1]) || (at >= 3 && bengali_at(end - 3, end) >= 0));
}

size_t text_prev(const char *s, size_t n, size_t at)
{
    // A boundary can only be known from its left: from the start, or from a sure one.
    size_t from = at > 0 ? at - 1 : 0;
    while (from > 0 && !is_sure_start(s, from))
        from--;
    for (size_t next = from; (next = text_next(s, n, from)) < at;)
        from = next;
    return from;
}

// The start of the character before `at`.
static size_t character_before(const char *s, size_t at)
{
    while (at > 0 && ((uint8_t)s[--at] & 0xC0) == 0x80)
        ;
    return at;
}

size_t text_letter_before(const char *s, size_t at)
{
    const size_t before = character_before(s, at);
    ucs4_t c = 0;
    u8_mbtouc(&c, bytes(s) + before, at - before);
    return c == NUKTA ? character_before(s, before) : before;
}

bool text_is_boundary(const char *s, size_t n, size_t at)
{
    return at == 0 || at >= n || text_next(s, n, text_prev(s, n, at)) == at;
}

int text_columns(const char *s, size_t n)
{
    const uint8_t *p = bytes(s), *end = p + n;
    int width = 0;
    while (p < end) {
        int at = bengali_at(p, end);
        if (at >= 0) {
            width += !is_bit(flat_marks, (unsigned)at);
            p += 3;
        } else if (is_plain_ascii(*p)) {
            width++;
            p++;
        } else {
            ucs4_t c = 0;
            p += u8_mbtouc(&c, p, (size_t)(end - p));
            int own = uc_width(c, "UTF-8");
            width += own > 0 ? own : 0;
        }
    }
    return width;
}

size_t text_fit(const char *s, size_t n, int columns)
{
    size_t at = 0;
    int used = 0;
    if (columns >= 0 && (n <= (size_t)columns || text_columns(s, n) <= columns))
        return n; // as nearly always; a column takes a byte or more
    while (at < n) {
        size_t next = text_next(s, n, at);
        used += text_columns(s + at, next - at);
        if (used > columns)
            break;
        at = next;
    }
    return at;
}

void text_copy(char *ret, size_t size, const char *s)
{
    const size_t n = strlen(s);
    size_t at = 0;
    for (size_t next = 0; at < n && (next = text_next(s, n, at)) < size;)
        at = next;
    memcpy(ret, s, at);
    ret[at] = '\0';
}

_Static_assert(4 * (2 * TEXT_LINES_MAX + TEXT_REMARK_MAX + 20 * TEXT_NAME_MAX) <= TEXT_ROW_BYTES,
               "a row has room for its texts");

void text_shorten(struct str *ret, const char *s, size_t letters)
{
    const size_t n = strlen(s);
    size_t syllables = 0, words = 0, used = 0;
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(s, n, at);
        used += u8_mbsnlen(bytes(s) + at, next - at);
        if (used > letters) {
            str_add_n(ret, s, words ? words : syllables);
            str_add(ret, "…");
            return;
        }
        if (used < letters) // the mark needs room
            syllables = next;
        if (used < letters && s[next] == ' ')
            words = next;
    }
    str_add(ret, s);
}

static enum status read_text(enum text_limit limit, bool lines, const char *s, size_t n,
                             struct str *ret, struct err *err)
{
#define X(name, max) [TEXT_##name] = (max),
    static const size_t limits[] = {TEXT_LIMIT_LIST(X)};
#undef X
    autostr clean = STR_INIT;
    const char *lost = text_lost(s, n);
    if (lost)
        return err_set(err, STATUS_INVALID, "%s", lost);
    enum status status =
        lines ? text_clean_lines(s, n, &clean, err) : text_clean(s, n, &clean, err);
    // What is kept reads back: what came apart by characters that are gone is together now.
    if (!status && (clean.len != n || memcmp(clean.buf, s, n) != 0) &&
        (lost = text_lost(clean.buf, clean.len)))
        return err_set(err, STATUS_INVALID, "%s", lost);
    if (status)
        return status;
    lost = text_lost(clean.buf, clean.len); // what is kept must read back
    if (lost)
        return err_set(err, STATUS_INVALID, "%s", lost);
    const size_t length = u8_mbsnlen(bytes(clean.buf), clean.len);
    if (length > limits[limit])
        return err_set(err, STATUS_INVALID, _("The text has %s letters; at most %s fit here"),
                       SAY(length), SAY(limits[limit]));
    str_add_n(ret, clean.buf, clean.len);
    return STATUS_OK;
}

enum status text_read(enum text_limit limit, const char *s, size_t n, struct str *ret,
                      struct err *err)
{
    return read_text(limit, false, s, n, ret, err);
}

enum status text_read_lines(const char *s, size_t n, struct str *ret, struct err *err)
{
    return read_text(TEXT_LINES, true, s, n, ret, err);
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
