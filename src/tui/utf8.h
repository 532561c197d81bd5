// SPDX-License-Identifier: GPL-3.0-or-later
// The shape of UTF-8, for text that nobody has looked at yet.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Bytes of the sequence that `lead` begins; 0 when it can begin none.
static inline size_t utf8_length(uint8_t lead)
{
    return lead < 0x80   ? 1
           : lead < 0xC2 ? 0
           : lead < 0xE0 ? 2
           : lead < 0xF0 ? 3
           : lead < 0xF5 ? 4
                         : 0;
}

// Whether `next` can be the second byte after `lead`: keeps out overlong forms and surrogates.
static inline bool utf8_second(uint8_t lead, uint8_t next)
{
    if (lead == 0xE0)
        return next >= 0xA0 && next <= 0xBF;
    if (lead == 0xED)
        return next >= 0x80 && next <= 0x9F;
    if (lead == 0xF0)
        return next >= 0x90 && next <= 0xBF;
    if (lead == 0xF4)
        return next >= 0x80 && next <= 0x8F;
    return (next & 0xC0) == 0x80;
}

// Length of the valid sequence at s; 0 when there is none.
static inline size_t utf8_valid(const char *s, size_t n)
{
    size_t length = n ? utf8_length((uint8_t)s[0]) : 0;
    if (length == 0 || length > n || (length > 1 && !utf8_second((uint8_t)s[0], (uint8_t)s[1])))
        return 0;
    for (size_t i = 2; i < length; i++)
        if (((uint8_t)s[i] & 0xC0) != 0x80)
            return 0;
    return length;
}

// The start of the code point before `at`.
static inline size_t utf8_before(const char *s, size_t at)
{
    while (at > 0 && ((uint8_t)s[--at] & 0xC0) == 0x80)
        ;
    return at;
}
