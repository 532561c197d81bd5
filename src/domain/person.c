// SPDX-License-Identifier: GPL-3.0-or-later
// Finding people by name.
#include "orjon/domain/person.h"

#include "orjon/base/text.h"

#include <string.h>

enum { LETTERS_MAX = 100, LETTERS_A_SLIP = 6, SLIPS_MAX = 2 };

static const char *const titles[] = {
    "জনাব",    "জনাবা", "মোঃ", "মো", "মোহাঃ", "মোহাম্মদ", "মুহাম্মদ", "মোছাঃ", "মোসাঃ", "মোছা", "মোসা",
    "মোছাম্মৎ", "ড",     "ডাঃ", "ডা", "বেগম",  "md",      "mr",     "mrs",   "ms",    "dr",
};

static bool is_title(const char *word)
{
    autostr folded = STR_INIT;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        str_reset(&folded);
        text_fold(titles[i], strlen(titles[i]), &folded);
        if (strcmp(folded.buf, word) == 0)
            return true;
    }
    return false;
}

// The words of a name without what is between them; some names are nothing but titles.
static void fold(const char *name, bool with_titles, struct str *ret)
{
    autostr folded = STR_INIT;
    text_fold(name, strlen(name), &folded);
    for (char *rest = folded.buf, *word; rest && (word = strsep(&rest, " .,-()"));)
        if (*word && (with_titles || !is_title(word)))
            str_addf(ret, "%s%s", ret->len ? " " : "", word);
    if (!ret->len && !with_titles)
        fold(name, true, ret);
}

// One number for each code point, to be compared: its bytes.
static size_t letters_of(const char *s, uint32_t *ret)
{
    size_t n = 0;
    for (; *s; s++) {
        const unsigned char byte = (unsigned char)*s;
        if (n && (byte & 0xC0) == 0x80)
            ret[n - 1] = ret[n - 1] << 8 | byte;
        else if (n < LETTERS_MAX)
            ret[n++] = byte;
        else
            break;
    }
    return n;
}

static size_t least(size_t a, size_t b, size_t c)
{
    const size_t d = a < b ? a : b;
    return d < c ? d : c;
}

// How many letters are to be put in, left out or changed to make one name the other.
static size_t slips(const char *one, const char *other, size_t *ret_letters)
{
    uint32_t a[LETTERS_MAX], b[LETTERS_MAX];
    size_t row[LETTERS_MAX + 1];
    const size_t m = letters_of(one, a), n = letters_of(other, b);
    for (size_t k = 0; k <= n; k++)
        row[k] = k;
    for (size_t i = 0; i < m; i++) {
        size_t before = row[0]++;
        for (size_t k = 0; k < n; k++) {
            const size_t change = before + (a[i] != b[k]);
            before = row[k + 1];
            row[k + 1] = least(change, row[k] + 1, before + 1);
        }
    }
    *ret_letters = m < n ? m : n;
    return row[n];
}

static bool is_like(const char *one, const char *other)
{
    size_t letters = 0;
    const size_t n = slips(one, other, &letters);
    return n <= SLIPS_MAX && n * LETTERS_A_SLIP <= letters;
}

static size_t count_same(const struct records *people, const char *name, bool with_titles,
                         const struct record **ret)
{
    autostr wanted = STR_INIT, theirs = STR_INIT;
    size_t count = 0;
    fold(name, with_titles, &wanted);
    for (size_t i = people->count; i-- > 0;) {
        str_reset(&theirs);
        fold(people->record[i].text[PERSON_NAME], with_titles, &theirs);
        if (!wanted.len || strcmp(wanted.buf, theirs.buf) != 0)
            continue;
        *ret = &people->record[i];
        count++;
    }
    return count;
}

enum person_match person_find(const struct records *people, const char *name,
                              const struct record **ret)
{
    autostr wanted = STR_INIT, theirs = STR_INIT;
    *ret = NULL;
    for (int with_titles = 1; with_titles >= 0; with_titles--) {
        const size_t same = count_same(people, name, with_titles, ret);
        if (same)
            return same == 1 ? PERSON_FOUND : PERSON_SEVERAL;
    }
    fold(name, false, &wanted);
    for (size_t i = 0; i < people->count; i++) {
        str_reset(&theirs);
        fold(people->record[i].text[PERSON_NAME], false, &theirs);
        if (is_like(wanted.buf, theirs.buf)) {
            *ret = &people->record[i];
            return PERSON_LIKE;
        }
    }
    return PERSON_NOBODY;
}

// Whether a name has those words one after the other; the last may go on.
static bool has_part(const char *name, const char *part)
{
    for (const char *at = name; (at = strstr(at, part)); at++)
        if (at == name || at[-1] == ' ')
            return true;
    return false;
}

enum person_match person_find_part(const struct records *people, const char *part,
                                   const struct record **ret)
{
    *ret = NULL;
    for (int with_titles = 1; with_titles >= 0; with_titles--) {
        autostr wanted = STR_INIT;
        size_t count = 0;
        fold(part, with_titles, &wanted);
        for (size_t i = people->count; wanted.len && i-- > 0;) {
            autostr theirs = STR_INIT;
            fold(people->record[i].text[PERSON_NAME], with_titles, &theirs);
            if (!has_part(theirs.buf, wanted.buf))
                continue;
            *ret = &people->record[i];
            count++;
        }
        if (count)
            return count == 1 ? PERSON_FOUND : PERSON_SEVERAL;
    }
    return PERSON_NOBODY;
}
