// SPDX-License-Identifier: GPL-3.0-or-later
// Keys from the bytes of a terminal.
//
// Written as a state over a buffer and a clock rather than over a file, so that any bytes, cut
// anywhere and as late as you like, can be tried on it. How a line cuts them makes no difference:
// whatever has begun is waited for, only a lone ESC must soon be the key Esc. What stays half is
// dropped whole; no piece of it becomes a letter.
#include "orjon/tui/key.h"

#include "character.h"
#include "orjon/base/mem.h"
#include "paste.h"
#include "sequence.h"
#include "utf8.h"

#include <string.h>

enum { LEARNT_MAX = 96 };

// Milliseconds after the last byte.
enum {
    PATIENCE_ESC = 50,
    PATIENCE_HALF = 1000, // of a letter or a sequence, which a slow line may cut in two
    PATIENCE_PASTE = 3000,
    LATE = 5000, // until then the rest of what was given up is known for what it is
};

struct learnt {
    char *sequence;
    size_t length;
    enum key_code code;
};

struct key_decoder {
    struct str in; // bytes not yet made into keys, from `at`
    size_t at;
    int64_t fed_at;  // when the last of them came
    struct str late; // what has just been given up, half
    struct paste paste;
    struct learnt learnt[LEARNT_MAX];
    size_t count;
};

struct key_decoder *key_decoder_new(void)
{
    struct key_decoder *decoder = mem_alloc(sizeof *decoder);
    decoder->in = decoder->late = STR_INIT;
    paste_init(&decoder->paste);
    return decoder;
}

void key_decoder_free(struct key_decoder **p)
{
    struct key_decoder *decoder = *p;
    if (!decoder)
        return;
    for (size_t i = 0; i < decoder->count; i++)
        free(decoder->learnt[i].sequence);
    str_done(&decoder->in);
    str_done(&decoder->late);
    paste_done(&decoder->paste);
    free(decoder);
    *p = NULL;
}

// Terminals of old call the numeric pad in application mode their function keys.
static bool is_numeric_pad(const char *s, size_t n)
{
    return n == 3 && s[1] == 'O' && s[2] >= 'j' && s[2] <= 'y';
}

void key_decoder_learn(struct key_decoder *decoder, const char *sequence, enum key_code code)
{
    size_t n = strlen(sequence);
    if (n < 2 || sequence[0] != ESC || decoder->count == LEARNT_MAX)
        return; // single bytes are controls and mean what they mean everywhere
    if (is_numeric_pad(sequence, n))
        return;
    decoder->learnt[decoder->count++] =
        (struct learnt){.sequence = mem_copy_text(sequence, n), .length = n, .code = code};
}

// Whether the bytes, which came in one piece, are the rest of what was given up. A hand could have
// typed them: «A» behind ESC O, or «[A» behind an ESC that came alone. But not so soon, and not two
// at once; and a cursor that moves unasked does no harm, which cannot be said of a letter.
static bool is_late_rest(const struct key_decoder *decoder, const char *bytes, size_t n,
                         int64_t now)
{
    const struct str *half = &decoder->late;
    const bool esc = half->len == 1;
    if (!half->len || now - decoder->fed_at >= LATE || (esc && n < 2))
        return false;
    autostr all = STR_INIT;
    struct key key = {0};
    bool whole = false;
    str_add_n(&all, half->buf, half->len);
    str_add_n(&all, bytes, n);
    const char shape = sequence_shape(all.buf, all.len);
    const size_t length = shape ? sequence_length(all.buf, all.len, &whole) : 0;
    if (!whole)
        return esc && shape == '[' && !length;
    if (shape == ']')
        return true;
    if (esc && shape == 'O' && (n > 2 || all.buf[2] > 'Z'))
        return false;
    const bool mouse = shape == '[' && all.buf[2] == 'M'; // whose bytes may be letters
    const bool paste = sequence_key(all.buf, length, &key);
    return paste || (key.code != K_TEXT && (key.code != K_UNKNOWN || length > 3) && !mouse);
}

void key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t n, int64_t now)
{
    if (n == 0)
        return;
    if (decoder->at == decoder->in.len)
        str_reset(&decoder->in);
    else if (decoder->at > 0)
        memmove(decoder->in.buf, decoder->in.buf + decoder->at, decoder->in.len - decoder->at);
    str_cut(&decoder->in, decoder->in.len ? decoder->in.len - decoder->at : 0);
    decoder->at = 0;
    if (is_late_rest(decoder, bytes, n, now))
        str_add_n(&decoder->in, decoder->late.buf, decoder->late.len);
    str_add_n(&decoder->in, bytes, n);
    str_reset(&decoder->late);
    decoder->fed_at = now;
}

int64_t key_decoder_due(const struct key_decoder *decoder)
{
    const size_t n = decoder->in.len - decoder->at;
    if (decoder->paste.open)
        return decoder->fed_at + PATIENCE_PASTE;
    if (n == 0)
        return -1;
    const bool alone = n == 1 && decoder->in.buf[decoder->at] == ESC;
    return decoder->fed_at + (alone ? PATIENCE_ESC : PATIENCE_HALF);
}

// The longest learnt sequence at s; *ret_partial when a longer one could still come.
static const struct learnt *learnt_at(const struct key_decoder *decoder, const char *s, size_t n,
                                      bool *ret_partial)
{
    const struct learnt *best = NULL;
    for (size_t i = 0; i < decoder->count; i++) {
        const struct learnt *one = &decoder->learnt[i];
        size_t common = one->length < n ? one->length : n;
        if (memcmp(one->sequence, s, common) != 0)
            continue;
        if (one->length > n)
            *ret_partial = true;
        else if (!best || one->length > best->length)
            best = one;
    }
    return best;
}

// ESC and a character, of two bytes at least.
static size_t read_alt(const char *s, size_t n, bool waited, struct key *ret)
{
    const uint8_t c = (uint8_t)s[1];
    if (c < 0x20 || c == 0x7F || sequence_shape(s + 1, n - 1)) {
        ret->code = K_ESC; // then whatever follows
        return 1;
    }
    struct key with = {0};
    const size_t length = character_read(s + 1, n - 1, waited, &with);
    if (!length)
        return 0;
    ret->code = K_UNKNOWN;
    if (with.code == K_TEXT)
        key_of_character(K_ALT, s + 1, length, ret);
    return 1 + length;
}

static size_t give_up(struct key_decoder *decoder, const char *s, size_t n)
{
    str_reset(&decoder->late);
    str_add_n(&decoder->late, s, n);
    return n;
}

// What begins with ESC, or with ESC and another byte as one character; returns its length, 0 when
// more is needed.
static size_t read_sequence(struct key_decoder *decoder, const char *s, size_t n, bool waited,
                            struct key *ret)
{
    bool partial = false, whole = false;
    const struct learnt *learnt = learnt_at(decoder, s, n, &partial);
    if (partial && !waited)
        return 0;
    if (learnt) {
        ret->code = learnt->code;
        return learnt->length;
    }
    if (n == 1) {
        ret->code = K_ESC;
        return waited ? give_up(decoder, s, n) : 0;
    }
    if (!sequence_shape(s, n))
        return read_alt(s, n, waited, ret);
    const size_t length = sequence_length(s, n, &whole);
    ret->code = K_UNKNOWN;
    if (!length)
        return waited ? give_up(decoder, s, n) : 0;
    if (whole && sequence_key(s, length, ret))
        paste_begin(&decoder->paste);
    return length;
}

// Of what is half read, keeps as much as is needed to find its end.
static void shorten(struct key_decoder *decoder)
{
    struct str *in = &decoder->in;
    const size_t n = in->len - decoder->at;
    const char last = n ? in->buf[in->len - 1] : '\0';
    if (n <= SEQUENCE_KEPT + 1)
        return;
    str_cut(in, decoder->at + SEQUENCE_KEPT);
    str_add_char(in, last); // the first byte of a terminator, perhaps
}

bool key_decoder_next(struct key_decoder *decoder, int64_t quiet, struct key *ret)
{
    for (;;) {
        *ret = (struct key){0};
        const char *s = decoder->in.buf + decoder->at;
        const size_t n = decoder->in.len - decoder->at;
        const int64_t due = key_decoder_due(decoder);
        const bool waited = due >= 0 && quiet >= due;
        if (decoder->paste.open) {
            bool whole = false;
            decoder->at += paste_take(&decoder->paste, s, n, waited, &whole);
            if (whole)
                paste_give(&decoder->paste, ret);
            return whole;
        }
        if (n == 0)
            return false;
        const bool escape = *s == ESC || (*s == '\xC2' && sequence_shape(s, n));
        const size_t used =
            escape ? read_sequence(decoder, s, n, waited, ret) : character_read(s, n, waited, ret);
        if (!used) {
            shorten(decoder);
            return false;
        }
        decoder->at += used;
        if (ret->code != K_NONE)
            return true;
    }
}
