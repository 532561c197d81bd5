// SPDX-License-Identifier: GPL-3.0-or-later
// Text from outside made safe: one spelling, nothing that is not seen.
#include "orjon/base/text.h"

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
    size_t length = 0;
    uint8_t *composed = NULL;
    if (u8_check(bytes(s), n))
        return NULL;
    if (n > 0 && !(composed = u8_normalize(UNINORM_NFC, bytes(s), n, NULL, &length)))
        return NULL;
    *ret_n = length;
    return composed ? (char *)composed : mem_alloc(1);
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
    autostr safe = STR_INIT;
    bool blank = false;
    for (size_t at = 0; at < n;) {
        ucs4_t c = 0;
        size_t step = (size_t)u8_mbtouc(&c, bytes(s) + at, n - at);
        if (c == ' ' || c == 0xA0 || is_line_break(c)) {
            blank = safe.len > 0;
        } else if (!is_unsafe(c)) {
            if (blank)
                str_add_char(&safe, ' ');
            str_add_n(&safe, s + at, step);
            blank = false;
        }
        at += step;
    }
    size_t length = 0; // composed last: what is left out may have stood between letter and mark
    autofree char *composed = text_compose(safe.buf, safe.len, &length);
    if (!composed)
        return err_set(err, STATUS_INVALID, "%s", status_text(STATUS_INVALID));
    str_add_n(ret, composed, length);
    return STATUS_OK;
}
