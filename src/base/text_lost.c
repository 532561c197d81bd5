// SPDX-License-Identifier: GPL-3.0-or-later
// Text that was Bengali once.
//
// Bijoy draws Bengali on the codes of Latin letters and of what surrounds them in Windows-1252: v
// is «া», ‡ and † are «ে», © a reph, ¨ a ya-phala. So v stands behind any consonant and before any,
// capitals in the middle of words, and signs between letters: «Kvh©vjq», «mgevq». English has v
// before vowels, and no signs there. One word that no English is and enough that look odd beside
// it tell; a slip of the finger or a name among other words does not.
#include "text_lost.h"

#include "orjon/base/i18n.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <unistr.h>

enum { WORD_MAX = 64, SHORTEST_ODD = 4 };

struct word {
    ucs4_t c[WORD_MAX];
    size_t n; // at most WORD_MAX
};

struct tally {
    size_t words, odd, strange; // odd: points; strange: words that can be nothing else
};

static bool is_upper(ucs4_t c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_latin(ucs4_t c)
{
    return is_upper(c) || (c >= 'a' && c <= 'z');
}

static bool is_one_of(ucs4_t c, const char *letters)
{
    return c > 0 && c < 0x80 && strchr(letters, (int)c);
}

// Signs that Bijoy puts between letters, and English does not.
static bool is_sign(ucs4_t c)
{
    return c == 0x2020 || c == 0x2021 || c == 0x2C6 || c == 0x2030 ||
           (c >= 0xA1 && c <= 0xBF && c != 0xAD && c != 0xB7);
}

static bool is_accented(ucs4_t c)
{
    return (c >= 0xC0 && c <= 0xFF) || c == 0x160 || c == 0x161 || c == 0x152 || c == 0x153 ||
           c == 0x178 || c == 0x192;
}

static bool is_strange_v(const struct word *w, size_t i)
{
    const ucs4_t before = w->c[i - 1], after = i + 1 < w->n ? w->c[i + 1] : 0;
    if (w->n < SHORTEST_ODD || after == 't' || before == 'o') // Govt, Pvt, Petrovsky
        return false;
    return is_one_of(before, "cfgjkmpqwxzBCDGHJKLMNPQRTWXYZ") ||
           is_one_of(after, "bcdfghjklmnpqswxz") || is_upper(after);
}

static bool is_bijoy_letter(ucs4_t c)
{
    return is_latin(c) || is_accented(c) || is_sign(c);
}

// What is odd about the word at i, behind a letter: a final v, a capital, an accent, a backtick.
static bool is_odd(const struct word *w, size_t i)
{
    const ucs4_t before = w->c[i - 1], c = w->c[i];
    return is_bijoy_letter(before) && ((c == 'v' && i + 1 == w->n) || c == '`' || is_accented(c) ||
                                       (is_upper(c) && !is_upper(before)));
}

static bool is_strange(const struct word *w, size_t i)
{
    enum { DAGGER = 0x2020, DOUBLE_DAGGER = 0x2021, YA = 0xA8 };
    const ucs4_t c = w->c[i];
    const bool inside = i > 0 && is_latin(w->c[i - 1]);
    const bool before = i + 1 < w->n && is_bijoy_letter(w->c[i + 1]);
    if (c == DAGGER || c == DOUBLE_DAGGER)
        return before;
    if (is_sign(c))
        return inside && (before || c == YA);
    return inside && c == 'v' && is_strange_v(w, i);
}

static void judge(const struct word *w, struct tally *tally)
{
    enum { ODD_MANY = 3 };
    bool strange = false;
    size_t odd = 0;
    for (size_t i = 0; i < w->n; i++) {
        strange = strange || is_strange(w, i);
        odd += i > 0 && is_odd(w, i);
    }
    strange |= odd >= ODD_MANY;
    tally->words++;
    tally->strange += strange;
    tally->odd += strange ? 2 : odd > 0;
}

// One character, of Windows-1252 where the text is no UTF-8. What that table has at 0x80 to 0x9F is
// here as far as it tells.
static size_t next(const char *s, size_t n, bool bytes, ucs4_t *ret)
{
    if (!bytes)
        return (size_t)u8_mbtouc(ret, (const uint8_t *)s, n);
    const unsigned char c = (unsigned char)*s;
    *ret = c == 0x86 || c == 0x87 ? 0x2020u + (c - 0x86u)
           : c == 0x88            ? 0x2C6
           : c == 0x89            ? 0x2030
                                  : c;
    return 1;
}

static bool is_bijoy(const char *s, size_t n)
{
    const bool bytes = u8_check((const uint8_t *)s, n) != NULL;
    struct tally tally = {0};
    struct word word = {.n = 0};
    bool latin = false;
    for (size_t at = 0; at <= n;) {
        ucs4_t c = 0;
        at += at < n ? next(s + at, n - at, bytes, &c) : 1;
        const bool letter = is_bijoy_letter(c) || c == '`' || c >= 0x980;
        if (letter && c != 0xFFFD && !(c >= 0x2010 && c <= 0x201F) && c != 0x2026) {
            latin |= is_latin(c);
            if (word.n < WORD_MAX)
                word.c[word.n++] = c;
            continue;
        }
        if (word.n && latin)
            judge(&word, &tally);
        else
            tally.words += word.n > 0;
        word.n = 0;
        latin = false;
    }
    return tally.strange > 0 && tally.odd >= tally.words;
}

// Letters that a program did not know leave question marks behind.
static bool is_all_question(const char *s, size_t n)
{
    size_t marks = 0, others = 0, run = 0, longest = 0;
    for (size_t i = 0; i < n; i++) {
        const unsigned char c = (unsigned char)s[i];
        const bool start = (c & 0xC0) != 0x80;
        run = c == '?' ? run + 1 : 0;
        longest = run > longest ? run : longest;
        marks += c == '?';
        others += start && c != '?' && c > ' ';
    }
    return longest >= 3 && marks > others;
}

const char *text_lost(const char *s, size_t n)
{
    if (is_all_question(s, n))
        return _("the letters were lost: only question marks are left; save it as Unicode text");
    if (is_bijoy(s, n))
        return _("this is Bijoy (ANSI, SutonnyMJ), not Unicode; convert it to Unicode first");
    return NULL;
}
