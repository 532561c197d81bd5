// SPDX-License-Identifier: GPL-3.0-or-later
// The language and the digits that the user reads; catalogues in the binary.
#include "orjon/base/i18n.h"

#include "catalogues.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static enum language language = LANGUAGE_BENGALI;
static enum digits digits = DIGITS_BENGALI;

static const char *const language_codes[LANGUAGE_COUNT] = {"bn", "en"};
static const char *const digits_codes[DIGITS_COUNT] = {"bengali", "latin"};

void i18n_set_language(enum language value)
{
    language = value;
}

enum language i18n_language(void)
{
    return language;
}

void i18n_set_digits(enum digits value)
{
    digits = value;
}

enum digits i18n_digits(void)
{
    return digits;
}

static int index_of(const char *const *codes, int count, const char *code)
{
    for (int i = 0; i < count; i++)
        if (strcmp(codes[i], code) == 0)
            return i;
    return -1;
}

int language_from_code(const char *code)
{
    return index_of(language_codes, LANGUAGE_COUNT, code);
}

const char *language_code(enum language value)
{
    return language_codes[value];
}

int digits_from_code(const char *code)
{
    return index_of(digits_codes, DIGITS_COUNT, code);
}

// A .mo file: magic, revision, count, offsets of the sorted originals and of the translations, each
// entry a length and an offset (the gettext manual, «The Format of GNU MO Files»).
static uint32_t word_at(const unsigned char *mo, size_t at)
{
    uint32_t value;
    memcpy(&value, mo + at, sizeof value);
    return value;
}

// NULL when it is not there. Of a message for a count, the singular stands first and is the key.
static const char *find(const char *message)
{
    const unsigned char *mo = catalogue_bn;
    uint32_t low = 0, high = word_at(mo, 8);
    const uint32_t originals = word_at(mo, 12), translations = word_at(mo, 16);
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(message, (const char *)mo + word_at(mo, originals + 8 * middle + 4));
        if (order == 0)
            return (const char *)mo + word_at(mo, translations + 8 * middle + 4);
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const char *tr_in(enum language wanted, const char *message)
{
    if (!*message || wanted != LANGUAGE_BENGALI) // the catalogue's own header stands under ""
        return message;
    const char *found = find(message);
    return found ? found : message;
}

const char *tr(const char *message)
{
    return tr_in(language, message);
}

const char *tr_several(const char *one, const char *several, int64_t count)
{
    if (language == LANGUAGE_ENGLISH)
        return count == 1 ? one : several;
    const char *found = find(one);
    return found ? found : several;
}

const char *say_count(char *buffer, int64_t count)
{
    char ascii[24];
    snprintf(ascii, sizeof ascii, "%lld", (long long)count);
    char *to = buffer;
    for (const char *from = ascii; *from; from++) {
        bool bengali = digits == DIGITS_BENGALI && *from >= '0' && *from <= '9';
        if (bengali) { // U+09E6 … U+09EF
            *to++ = (char)0xE0;
            *to++ = (char)0xA7;
            *to++ = (char)(0xA6 + (*from - '0'));
        } else {
            *to++ = *from;
        }
    }
    *to = '\0';
    return buffer;
}

void tr_change(struct str *ret, const char *from, const char *to)
{
    const char *const text[] = {from, to};
    for (int i = 0; i < 2; i++) {
        str_add(ret, i ? " → " : "");
        if (*text[i])
            str_addf(ret, "“%s”", text[i]);
        else
            str_add(ret, _("empty"));
    }
}
