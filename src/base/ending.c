// SPDX-License-Identifier: GPL-3.0-or-later
// The rule of the last letter, as a table.
#include "orjon/base/ending.h"

#include <string.h>

// A word's last letters, how many of their bytes go before the ending, and the endings. The first
// row that fits holds, so that longer ones stand before what they end in.
struct row {
    const char *last;
    size_t drop;
    const char *ending[ENDING_COUNT]; // of, in, at, to
};

#define SIGN 3 // bytes of one Bengali letter
#define VOWEL(sign)                                                                                \
    {                                                                                              \
        sign, 0,                                                                                   \
        {                                                                                          \
            "র", "তে", "তে", "কে"                                                              \
        }                                                                                          \
    }
#define GLIDE(letter)                                                                              \
    {                                                                                              \
        letter, 0,                                                                                 \
        {                                                                                          \
            "য়ের", "তে", "য়ে", "কে"                                                            \
        }                                                                                          \
    }

static const struct row rows[] = {
    {"গাঁও", 0, {"য়ের", "তে", "য়ে", "কে"}}, // ঠাকুরগাঁওয়ের, but ইউএনওর
    {"া", 0, {"র", "তে", "য়", "কে"}}, // খুলনায়
    {"াঁ", 0, {"র", "তে", "য়", "কে"}}, // নওগাঁয়
    VOWEL("ি"),
    VOWEL("ী"),
    VOWEL("ু"),
    VOWEL("ূ"),
    VOWEL("ৃ"),
    VOWEL("ে"),
    VOWEL("ৈ"),
    VOWEL("ো"),
    VOWEL("ৌ"),
    VOWEL("আ"),
    VOWEL("এ"),
    VOWEL("ও"),
    GLIDE("ই"), // জুলাইয়ের
    GLIDE("ঈ"),
    GLIDE("উ"),
    GLIDE("ঊ"),
    GLIDE("ঐ"),
    GLIDE("ঔ"),
    {"ং", 0, {"য়ের", "য়ে", "য়ে", "কে"}},     // মনিটরিংয়ের
    {"ৎ", SIGN, {"তের", "তে", "তে", "ৎকে"}}, // বিদ্যুতের
    {"্", SIGN, {"ের", "ে", "ে", "কে"}},      // a hasanta that only closes the word
};

static const struct row consonant = {"", 0, {"ের", "ে", "ে", "কে"}};
static const struct row foreign = {"", 0, {" এর", " এ", " এ", " কে"}};

static const char *const words[ENDING_COUNT] = {"র", "তে", "এ", "কে"};

bool ending_find(const char *s, size_t n, enum ending *ret)
{
    for (int i = 0; i < ENDING_COUNT; i++)
        if (strlen(words[i]) == n && memcmp(words[i], s, n) == 0) {
            *ret = (enum ending)i;
            return true;
        }
    return false;
}

const char *ending_words(void)
{
    return "র, তে, এ, কে";
}

static bool ends_in(const char *s, size_t n, const char *last)
{
    const size_t length = strlen(last);
    return n >= length && memcmp(s + n - length, last, length) == 0;
}

// ক (U+0995) to হ (U+09B9), ড় ঢ় য় in two code points (…U+09BC), and a candrabindu on one.
static bool ends_in_consonant(const char *s, size_t n)
{
    if (n > SIGN && (ends_in(s, n, "়") || ends_in(s, n, "ঁ")))
        n -= SIGN;
    if (n < SIGN || (unsigned char)s[n - 3] != 0xE0 || (unsigned char)s[n - 2] != 0xA6)
        return false;
    const unsigned char letter = (unsigned char)s[n - 1];
    return letter >= 0x95 && letter <= 0xB9;
}

static const struct row *row_of(const char *s, size_t n)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (ends_in(s, n, rows[i].last))
            return &rows[i];
    return ends_in_consonant(s, n) ? &consonant : &foreign;
}

void ending_add(struct str *ret, size_t from, enum ending ending)
{
    while (ret->len > from &&
           (ret->buf[ret->len - 1] == ' ' || ends_in(ret->buf + from, ret->len - from, "।")))
        str_cut(ret, ret->len - (ret->buf[ret->len - 1] == ' ' ? 1 : SIGN));
    if (ret->len == from)
        return;
    const struct row *row = row_of(ret->buf + from, ret->len - from);
    str_cut(ret, ret->len - row->drop);
    str_add(ret, row->ending[ending]);
}
