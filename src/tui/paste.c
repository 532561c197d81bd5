// SPDX-License-Identifier: GPL-3.0-or-later
// A paste, as it comes between ESC [ 200 ~ and ESC [ 201 ~.
#include "paste.h"

#include "character.h"
#include "sequence.h"
#include "utf8.h"

#include <stdint.h>
#include <string.h>

static const char *const ends[] = {"\033[201~", "\302\233201~"}; // \302\233 is U+009B
enum { END_LENGTH = 6 };                                         // bytes, of either

void paste_init(struct paste *paste)
{
    *paste = (struct paste){.raw = STR_INIT, .text = STR_INIT};
}

void paste_done(struct paste *paste)
{
    str_done(&paste->raw);
    str_done(&paste->text);
}

void paste_begin(struct paste *paste)
{
    str_reset(&paste->raw);
    paste->open = true;
    paste->overlong = false;
}

static bool is_end(const char *s)
{
    return memcmp(s, ends[0], END_LENGTH) == 0 || memcmp(s, ends[1], END_LENGTH) == 0;
}

static const char *find_end(const char *s, size_t n)
{
    enum { FIRST = 2 }; // bytes in which they differ
    if (n < END_LENGTH)
        return NULL;
    const char *const last = s + n, *from = s + FIRST;
    while (from < last && (from = memmem(from, (size_t)(last - from), ends[0] + FIRST,
                                         END_LENGTH - FIRST)) != NULL) {
        if (is_end(from - FIRST))
            return from - FIRST;
        from++;
    }
    return NULL;
}

// The bytes at the end of s that may be the beginning of the paste's end.
static size_t begun_end(const char *s, size_t n)
{
    for (size_t tail = n < END_LENGTH ? n : END_LENGTH - 1; tail > 0; tail--)
        if (memcmp(s + n - tail, ends[0], tail) == 0 || memcmp(s + n - tail, ends[1], tail) == 0)
            return tail;
    return 0;
}

size_t paste_take(struct paste *paste, const char *s, size_t n, bool waited, bool *ret_whole)
{
    const char *end = find_end(s, n);
    const size_t take = end ? (size_t)(end - s) : waited ? n : n - begun_end(s, n);
    paste->overlong = paste->overlong || paste->raw.len + take > KEY_PASTE_MAX;
    if (paste->overlong)
        str_done(&paste->raw);
    else
        str_add_n(&paste->raw, s, take);
    *ret_whole = end || waited;
    return take + (end ? END_LENGTH : 0);
}

// The bytes of a whole escape sequence at s; 0 when there is none. In text ESC [ M deletes a line
// and has nothing to do with a mouse.
static size_t sequence_at(const char *s, size_t n)
{
    const char shape = sequence_shape(s, n);
    bool whole = false;
    if (shape != '[' && shape != 'O')
        return 0;
    if (n > 2 && shape == '[' && s[2] == 'M')
        return 3;
    const size_t length = sequence_length(s, n, &whole);
    return whole ? length : 0;
}

static void add_clean(struct str *ret, const char *s, size_t n)
{
    for (size_t at = 0, length; at < n; at += length) {
        const char c = s[at];
        const size_t letter = utf8_valid(s + at, n - at), sequence = sequence_at(s + at, n - at);
        length = sequence ? sequence : letter ? letter : 1;
        if (sequence)
            continue;
        if (c == '\r')
            str_add_char(ret, '\n');
        else if (c == '\n' && at > 0 && s[at - 1] == '\r')
            continue;
        else if (c == '\n' || c == '\t')
            str_add_char(ret, c);
        else if (letter && (uint8_t)c >= 0x20 && c != 0x7F &&
                 !character_is_unwelcome(s + at, letter))
            str_add_n(ret, s + at, letter);
    }
}

void key_of_paste(const char *text, size_t n, struct str *ret_text, struct key *ret)
{
    const bool overlong = n > KEY_PASTE_MAX;
    str_reset(ret_text);
    add_clean(ret_text, text, overlong ? 0 : n);
    ret->code = overlong ? K_OVERLONG : K_PASTE;
    ret->paste = ret_text->buf;
    ret->paste_len = ret_text->len;
}

void paste_give(struct paste *paste, struct key *ret)
{
    key_of_paste(paste->raw.buf, paste->raw.len, &paste->text, ret);
    if (paste->overlong)
        ret->code = K_OVERLONG;
    str_done(&paste->raw);
    paste->open = false;
}
