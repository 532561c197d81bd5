// SPDX-License-Identifier: GPL-3.0-or-later
// Texts made alike that are written differently: for names that are the same, and for finding.
#include "orjon/base/text.h"

#include "letters.h"

#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unistr.h>

// Letters that clerks and papers interchange; the pairs are taken for one.
static ucs4_t folded(ucs4_t c)
{
    if (c >= BENGALI_ZERO && c <= BENGALI_ZERO + 9)
        return c - BENGALI_ZERO + '0';
    switch (c) {
    case 0x988: // ঈ
        return 0x987;
    case 0x98A: // ঊ
        return 0x989;
    case 0x9C0: // ী
        return 0x9BF;
    case 0x9C2: // ূ
        return 0x9C1;
    case 0x9A3: // ণ
        return 0x9A8;
    case 0x9B6: // শ
    case 0x9B7: // ষ
        return 0x9B8;
    case RRA: // as single code points
        return 0x9A1;
    case RHA:
        return 0x9A2;
    case YYA:
        return 0x9AF;
    case KHANDA_TA: // with the hasanta behind it
        return TA;
    default:
        return uc_tolower(c);
    }
}

static bool is_dropped(ucs4_t c)
{
    return c == NUKTA || (c >= 0x2000 && uc_is_property_default_ignorable_code_point(c));
}

// What offices set between two words or leave out: «ই-গভর্ন্যান্স», «ই গভর্ন্যান্স», «ইগভর্ন্যান্স».
static bool is_between_words(ucs4_t c)
{
    return c == ' ' || c == '-' || c == 0xA0 || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

static void add(struct str *ret, ucs4_t c)
{
    uint8_t out[6];
    const int length = u8_uctomb(out, c, sizeof out);
    if (length > 0)
        str_add_n(ret, (const char *)out, (size_t)length);
}

static void fold(const char *s, size_t n, bool words_apart, struct str *ret)
{
    for (size_t at = 0; at < n;) {
        ucs4_t c = 0;
        at += (size_t)u8_mbtouc(&c, (const uint8_t *)s + at, n - at);
        if (is_dropped(c) || (!words_apart && is_between_words(c)))
            continue;
        add(ret, folded(c));
        if (c == KHANDA_TA)
            add(ret, HASANTA);
    }
}

void text_fold(const char *s, size_t n, struct str *ret)
{
    fold(s, n, true, ret);
}

void text_sought(const char *s, size_t n, struct str *ret)
{
    fold(s, n, false, ret);
}

bool text_has(const char *s, const char *sought)
{
    autostr own = STR_INIT;
    text_sought(s, strlen(s), &own);
    return strstr(own.buf, sought) != NULL;
}
