// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside made safe: one spelling, nothing that is not seen.
#include "orjon/base/text.h"

#include "letters.h"
#include "orjon/base/mem.h"

#include <string.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

static const uint8_t *bytes(const char *s)
{
    return (const uint8_t *)s;
}

char *text_compose(const char *s, size_t n, size_t *ret_n)
{
    *ret_n = 0;
    if (u8_check(bytes(s), n))
        return NULL;
    return n > 0 ? mem_there(u8_normalize(UNINORM_NFC, bytes(s), n, NULL, ret_n)) : mem_alloc(1);
}

char *text_from_utf16(const char *s, size_t n, bool big, size_t *ret_n)
{
    const size_t units = n / 2;
    autofree uint16_t *unit = mem_alloc((units + 1) * sizeof *unit);
    for (size_t i = 0; i < units; i++)
        unit[i] = (uint16_t)(bytes(s)[2 * i + !big] << 8 | bytes(s)[2 * i + big]);
    if (n % 2 || u16_check(unit, units))
        return NULL;
    return units ? mem_there(u16_to_u8(unit, units, NULL, ret_n)) : mem_alloc(1);
}

// White space of any script, and the mark with which some editors begin a file.
static bool is_blank(ucs4_t c)
{
    return uc_is_property_white_space(c) || c == 0xFEFF;
}

const char *text_trim(const char *s, size_t *n)
{
    const uint8_t *from = bytes(s), *end = from + *n, *at = NULL;
    ucs4_t c = 0;
    int step = 0;
    while (from < end && (step = u8_mbtouc(&c, from, (size_t)(end - from))) > 0 && is_blank(c))
        from += step;
    while (from < end && (at = u8_prev(&c, end, from)) && is_blank(c))
        end = at;
    *n = (size_t)(end - from);
    return (const char *)from;
}

// --- what is seen --------------------------------------------------------------------------------

enum { HASANTA_CLASS = 9 }; // of every Indic script's hasanta

static bool is_control(ucs4_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

// Default-ignorable are those that turn the direction, join, hide or mark without being seen.
static bool is_unseen(ucs4_t c)
{
    return is_control(c) || (c >= 0xFFF9 && c <= 0xFFFB) || uc_is_property_not_a_character(c) ||
           uc_is_property_default_ignorable_code_point(c);
}

bool text_is_unseen(const char *s, size_t n)
{
    ucs4_t c = 0;
    return u8_mbtoucr(&c, bytes(s), n) <= 0 || (is_unseen(c) && c != ZWNJ && c != ZWJ);
}

// A way through a text.
struct reader {
    const uint8_t *at, *end;
    ucs4_t c;
    bool after_hasanta; // or after marks behind one
};

// Whether a hasanta is among the marks at `at`; NFC may order them anew.
static bool is_before_hasanta(const uint8_t *at, const uint8_t *end)
{
    ucs4_t c = 0;
    for (int step = 0; (step = u8_mbtoucr(&c, at, (size_t)(end - at))) > 0; at += step) {
        const int class = uc_combining_class(c);
        if (class == 0 || class == HASANTA_CLASS)
            return class == HASANTA_CLASS;
    }
    return false;
}

// Reads one character, *ret_length bytes or one that is none; whether it is seen. A joiner counts
// as seen beside a hasanta, where it says how the conjunct is written: র‍্য,
// উদ্‌যাপন.
static bool read_seen(struct reader *r, size_t *ret_length)
{
    const int step = u8_mbtoucr(&r->c, r->at, (size_t)(r->end - r->at));
    r->at += *ret_length = step > 0 ? (size_t)step : 1;
    if (r->c == ZWNJ || r->c == ZWJ) {
        const bool needed = r->after_hasanta || is_before_hasanta(r->at, r->end);
        r->after_hasanta = false;
        return step > 0 && needed;
    }
    if (step <= 0 || is_unseen(r->c))
        return false;
    const int class = uc_combining_class(r->c);
    r->after_hasanta = class == HASANTA_CLASS || (class > 0 && r->after_hasanta);
    return true;
}

// --- text from outside ---------------------------------------------------------------------------

static const char candrabindu[] = "\u0981";
enum { SIGN_BYTES = 3 }; // of it, and of each vowel sign

static bool is_candrabindu(const char *s)
{
    return memcmp(s, candrabindu, SIGN_BYTES) == 0;
}

static bool is_vowel_sign(ucs4_t c)
{
    return (c >= AA_SIGN && c <= 0x9C4) || c == E_SIGN || c == 0x9C8 || c == 0x9CB || c == 0x9CC ||
           c == AU_MARK;
}

// Puts ঁ behind the vowel signs before which it was typed: চঁাদ becomes চাঁদ, of the same length. A
// sign changes places with the first of the ঁ that stand before it, so that a text of any length is
// gone through once.
static void order(struct str *text)
{
    ucs4_t c = 0;
    for (size_t first = 0, at = 0; at + SIGN_BYTES <= text->len;) {
        char *s = text->buf + at;
        const bool waits = is_candrabindu(s);
        if (!waits && first < at && u8_mbtouc(&c, bytes(s), SIGN_BYTES) == SIGN_BYTES &&
            is_vowel_sign(c)) {
            memcpy(text->buf + first, s, SIGN_BYTES);
            memcpy(s, candrabindu, SIGN_BYTES);
            first += SIGN_BYTES;
        } else if (!waits) {
            first = ++at;
            continue;
        }
        at += SIGN_BYTES;
    }
}

size_t text_order_typed(const char *s, size_t at, const char *typed, struct str *ret)
{
    if (at < SIGN_BYTES || !is_candrabindu(s + at - SIGN_BYTES))
        return 0;
    autostr text = STR_INIT;
    str_addf(&text, "%s%s", candrabindu, typed);
    order(&text);
    if (is_candrabindu(text.buf))
        return 0;
    str_add_n(ret, text.buf, text.len);
    return SIGN_BYTES;
}

// Whether a character ends a line; of CR LF the second does.
static bool is_break(const struct reader *r)
{
    const bool pair = r->c == '\r' && r->at < r->end && *r->at == '\n';
    return (r->c >= '\n' && r->c <= '\r' && !pair) || r->c == 0x85 || r->c == 0x2028 ||
           r->c == 0x2029;
}

// Appends what is seen of the whole text: white space as one blank or, where lines are kept, as
// the line breaks that are in it.
static void add_seen(struct reader *r, bool lines, struct str *ret)
{
    size_t breaks = 0;
    bool blank = false;
    while (r->at < r->end) {
        size_t length = 0;
        const char *from = (const char *)r->at;
        const bool seen = read_seen(r, &length);
        if (uc_is_property_white_space(r->c)) {
            blank = ret->len > 0;
            breaks += blank && lines && is_break(r);
            r->after_hasanta = false;
        } else if (seen) {
            str_add_repeat(ret, "\n", breaks);
            str_add(ret, blank && !breaks ? " " : "");
            str_add_n(ret, from, length);
            blank = false;
            breaks = 0;
        }
    }
}

static enum status clean(const char *s, size_t n, bool lines, struct str *ret, struct err *err)
{
    const uint8_t *wrong = u8_check(bytes(s), n);
    if (wrong)
        return err_set(err, STATUS_INVALID, _("The text is not UTF-8 at byte %s"),
                       SAY(wrong - bytes(s) + 1));
    struct reader r = {.at = bytes(s), .end = bytes(s) + n};
    autostr safe = STR_INIT;
    add_seen(&r, lines, &safe);
    order(&safe);
    size_t length = 0; // composed last: what is left out may have stood between letter and mark
    autofree char *composed = text_compose(safe.buf, safe.len, &length);
    if (!composed)
        return err_set(err, STATUS_INVALID, "%s", status_text(STATUS_INVALID));
    str_add_n(ret, composed, length);
    return STATUS_OK;
}

// What may stand behind `before` in a clean text, of the characters that papers are made of: ASCII,
// Bengali and the dashes and quotes. Marks in another order, and letters that NFC writes otherwise,
// are left to the long look.
static bool is_plain_behind(ucs4_t before, ucs4_t c)
{
    if (c < 0x80)
        return c > 0x20 ? c < 0x7F : c == ' ' && before && before != ' ';
    if (c >= 0x985 && c <= 0x9B9) // letters that stand for themselves
        return true;
    if (c == RRA || c == RHA || c == YYA)
        return false;
    if (c == NUKTA || c == HASANTA)
        return before != HASANTA && before != SANDHI;
    if (is_vowel_sign(c))
        return before != CANDRABINDU && ((c != AA_SIGN && c != AU_MARK) || before != E_SIGN);
    return (c >= 0x980 && c <= 0x9FF) || c == 0x964 || c == 0x965 || (c >= 0x2010 && c <= 0x2027);
}

bool text_is_utf8(const char *s, size_t n)
{
    return !u8_check(bytes(s), n);
}

// One character; Bengali, which it nearly always is, without asking libunistring. Below 1 for none.
static int read_plain(ucs4_t *ret, const uint8_t *at, const uint8_t *end)
{
    *ret = *at;
    if (*at < 0x80)
        return 1;
    if (end - at < 3 || at[0] != 0xE0 || (at[1] != 0xA6 && at[1] != 0xA7) || (at[2] & 0xC0) != 0x80)
        return u8_mbtoucr(ret, at, (size_t)(end - at));
    *ret = 0x980 + ((ucs4_t)(at[1] & 1) << 6 | (at[2] & 0x3F));
    return 3;
}

bool text_is_plain(const char *s, size_t n)
{
    const uint8_t *at = bytes(s), *end = at + n;
    ucs4_t before = 0, c = 0;
    for (int step = 0; at < end; at += step, before = c) {
        if ((step = read_plain(&c, at, end)) <= 0)
            return false;
        if (!is_plain_behind(before, c) && !(before == HASANTA && (c == ZWNJ || c == ZWJ)))
            return false;
    }
    return before != ' ';
}

bool text_is_plain_lines(const char *s, size_t n)
{
    const char *const end = s + n;
    if (n && (*s == '\n' || end[-1] == '\n'))
        return false;
    for (const char *at = s, *line; at < end; at = line + 1) {
        line = memchr(at, '\n', (size_t)(end - at));
        line = line ? line : end;
        if (!text_is_plain(at, (size_t)(line - at)))
            return false;
    }
    return true;
}

enum status text_clean(const char *s, size_t n, struct str *ret, struct err *err)
{
    if (!text_is_plain(s, n))
        return clean(s, n, false, ret, err);
    str_add_n(ret, s, n);
    return STATUS_OK;
}

enum status text_clean_lines(const char *s, size_t n, struct str *ret, struct err *err)
{
    if (!text_is_plain_lines(s, n))
        return clean(s, n, true, ret, err);
    str_add_n(ret, s, n);
    return STATUS_OK;
}

void text_show(struct str *ret, const char *s)
{
    struct reader r = {.at = bytes(s), .end = bytes(s) + strlen(s)};
    while (r.at < r.end) {
        size_t length = 0;
        const char *from = (const char *)r.at;
        const bool seen = read_seen(&r, &length);
        str_add_n(ret, seen ? from : "?", seen ? length : 1);
    }
}
