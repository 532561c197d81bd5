// SPDX-License-Identifier: GPL-3.0-or-later
// Keys from the bytes of a terminal.
//
// Written as a state over a buffer rather than over a file, so that any bytes, cut anywhere, can be
// tried on it.
#include "orjon/tui/key.h"

#include "orjon/base/mem.h"
#include "sequence.h"
#include "utf8.h"

#include <string.h>

enum {
    LEARNT_MAX = 96,
    STRING_MAX = 4096,
    PASTE_MAX = 16 << 20,   // bytes; what is beyond is dropped
    PATIENCE_ESC = 50,      // milliseconds
    PATIENCE_LETTER = 1000, // a slow line may cut a letter in two
    PATIENCE_PASTE = 3000,
};

struct learnt {
    char *sequence;
    size_t length;
    enum key_code code;
};

struct key_decoder {
    struct str in; // bytes not yet made into keys, from `at`
    size_t at;
    bool pasting, mouse;
    struct str raw, paste; // as it came; as it is given out
    struct learnt learnt[LEARNT_MAX];
    size_t count;
};

static const char paste_end[] = "\033[201~";

struct key_decoder *key_decoder_new(void)
{
    struct key_decoder *decoder = mem_alloc(sizeof *decoder);
    decoder->in = decoder->raw = decoder->paste = STR_INIT;
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
    str_done(&decoder->raw);
    str_done(&decoder->paste);
    free(decoder);
    *p = NULL;
}

void key_decoder_learn(struct key_decoder *decoder, const char *sequence, enum key_code code)
{
    size_t n = strlen(sequence);
    if (n < 2 || sequence[0] != ESC || decoder->count == LEARNT_MAX)
        return; // single bytes are controls and mean what they mean everywhere
    decoder->learnt[decoder->count++] =
        (struct learnt){.sequence = mem_copy_text(sequence, n), .length = n, .code = code};
}

void key_decoder_expect_mouse(struct key_decoder *decoder, bool expect)
{
    decoder->mouse = expect;
}

void key_decoder_feed(struct key_decoder *decoder, const char *bytes, size_t n)
{
    if (decoder->at == decoder->in.len)
        str_reset(&decoder->in);
    else if (decoder->at > 0)
        memmove(decoder->in.buf, decoder->in.buf + decoder->at, decoder->in.len - decoder->at);
    str_cut(&decoder->in, decoder->in.len ? decoder->in.len - decoder->at : 0);
    decoder->at = 0;
    str_add_n(&decoder->in, bytes, n);
}

int key_decoder_patience(const struct key_decoder *decoder)
{
    if (decoder->pasting)
        return PATIENCE_PASTE;
    if (decoder->at >= decoder->in.len)
        return -1;
    return decoder->in.buf[decoder->at] == ESC ? PATIENCE_ESC : PATIENCE_LETTER;
}

// --- the three things that bytes can be ---------------------------------------------------------

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

static void set_character(struct key *key, enum key_code code, const char *s, size_t n)
{
    key->code = code;
    memcpy(key->text, s, n);
    key->text[n] = '\0';
}

// ESC and a character.
static size_t read_alt(const char *s, size_t n, bool waited, struct key *ret)
{
    uint8_t c = (uint8_t)s[1];
    size_t length = utf8_valid(s + 1, n - 1);
    if (c >= '0' && c <= '9') { // terminals keep some function keys for themselves
        ret->code = c == '0' ? K_F10 : (enum key_code)(K_F1 + (c - '1'));
        return 2;
    }
    if (c >= 0x20 && c != 0x7F && length) {
        set_character(ret, K_ALT, s + 1, length);
        return 1 + length;
    }
    if (c >= 0xC2 && n < 1 + utf8_length(c) && !waited)
        return 0;
    ret->code = K_ESC; // then whatever follows
    return 1;
}

// ESC [ M and three bytes: a button and its place. Returns the length, 0 when more is needed.
static size_t read_old_mouse(const char *s, size_t n, bool waited, struct key *ret)
{
    enum { LENGTH = 6, BIAS = 32 };
    ret->code = K_UNKNOWN;
    if (n < LENGTH)
        return waited ? n : 0;
    sequence_mouse((uint8_t)s[3] - BIAS, (uint8_t)s[5] - BIAS - 1, (uint8_t)s[4] - BIAS - 1, ret);
    return LENGTH;
}

// A sequence that begins with ESC; returns its length, 0 when more is needed.
static size_t read_escape(struct key_decoder *decoder, const char *s, size_t n, bool waited,
                          struct key *ret)
{
    bool partial = false;
    const struct learnt *learnt = learnt_at(decoder, s, n, &partial);
    if (partial && !waited)
        return 0;
    if (learnt) {
        ret->code = learnt->code;
        return learnt->length;
    }
    if (n == 1) {
        ret->code = K_ESC;
        return waited ? 1 : 0;
    }
    if (s[1] == ']' || s[1] == 'P' || s[1] == '_' || s[1] == '^') {
        size_t length = sequence_string_length(s, n);
        ret->code = K_UNKNOWN;
        if (length)
            return length;
        if (!waited && n < STRING_MAX)
            return 0;
    }
    if (s[1] != '[' && s[1] != 'O')
        return read_alt(s, n, waited, ret);
    if (decoder->mouse && n > 2 && s[1] == '[' && s[2] == 'M')
        return read_old_mouse(s, n, waited, ret);
    size_t length = sequence_length(s, n);
    if (!length && !waited)
        return 0;
    ret->code = K_UNKNOWN;
    if (!length && n == 2)
        return read_alt(s, n, waited, ret);
    if (!length)
        return n;
    if (s[1] == 'O')
        sequence_ss3(s[length - 1], length == 4 && s[2] >= '1' && s[2] <= '8' ? s[2] - '1' : 0,
                     ret);
    else if (s[2] == '[' && length == 4 && s[3] >= 'A' && s[3] <= 'E')
        ret->code = (enum key_code)(K_F1 + (s[3] - 'A'));
    else if (sequence_csi(s, length, ret)) {
        decoder->pasting = true;
        str_reset(&decoder->raw);
    }
    return length;
}

static void read_control(uint8_t c, struct key *ret)
{
    ret->code = K_UNKNOWN;
    if (c == '\r' || c == '\n')
        ret->code = K_ENTER;
    else if (c == '\t')
        ret->code = K_TAB;
    else if (c == 8 || c == 127)
        ret->code = K_BACKSPACE;
    else if (c >= 1 && c <= 26)
        set_character(ret, K_CTRL, (char[]){(char)(c - 1 + 'a')}, 1);
}

// Characters that steer a terminal or turn the direction of text; no clerk means to type them.
static bool is_unwelcome(const char *s, size_t n)
{
    static const char *const list[] = {"\u200e", "\u200f", "\u202a", "\u202b", "\u202c", "\u202d",
                                       "\u202e", "\u2066", "\u2067", "\u2068", "\u2069", "\ufeff"};
    if (n == 2)
        return (uint8_t)s[0] == 0xC2 && (uint8_t)s[1] < 0xA0;
    for (size_t i = 0; n == 3 && i < sizeof list / sizeof *list; i++)
        if (memcmp(list[i], s, 3) == 0)
            return true;
    return false;
}

// A character; returns its length, 0 when more is needed. ret stays K_NONE for a stray byte.
static size_t read_character(const char *s, size_t n, bool waited, struct key *ret)
{
    uint8_t c = (uint8_t)s[0];
    if (c < 0x20 || c == 0x7F) {
        read_control(c, ret);
        return 1;
    }
    size_t whole = utf8_length(c), length = utf8_valid(s, n);
    if (length) {
        if (is_unwelcome(s, length))
            ret->code = K_UNKNOWN;
        else
            set_character(ret, K_TEXT, s, length);
        return length;
    }
    bool may_come = n < whole && !waited && (n < 2 || utf8_second(c, (uint8_t)s[1]));
    for (size_t i = 2; i < n && i < whole; i++)
        may_come = may_come && ((uint8_t)s[i] & 0xC0) == 0x80;
    return may_come ? 0 : 1;
}

// --- pastes -------------------------------------------------------------------------------------

static void give_paste(struct key_decoder *decoder, struct key *ret)
{
    const struct str *raw = &decoder->raw;
    struct str *paste = &decoder->paste;
    str_reset(paste);
    for (size_t at = 0, length; at < raw->len; at += length ? length : 1) {
        const char *s = raw->buf + at;
        length = utf8_valid(s, raw->len - at);
        if (*s == '\r')
            str_add_char(paste, '\n');
        else if (*s == '\n' && at > 0 && s[-1] == '\r')
            continue;
        else if (*s == '\n' || *s == '\t')
            str_add_char(paste, *s);
        else if (length && (uint8_t)*s >= 0x20 && *s != 0x7F && !is_unwelcome(s, length))
            str_add_n(paste, s, length);
    }
    str_done(&decoder->raw);
    decoder->pasting = false;
    ret->code = K_PASTE;
    ret->paste = paste->buf;
    ret->paste_len = paste->len;
}

// Moves what belongs to the paste; true when it is whole.
static bool read_paste(struct key_decoder *decoder, bool waited)
{
    const char *s = decoder->in.buf + decoder->at;
    size_t n = decoder->in.len - decoder->at, end_length = sizeof paste_end - 1;
    const char *end = memmem(s, n, paste_end, end_length);
    size_t take = n;
    if (end)
        take = (size_t)(end - s);
    else if (!waited) // a terminator cut in two stays
        for (size_t tail = n < end_length ? n : end_length - 1; tail > 0; tail--)
            if (memcmp(s + n - tail, paste_end, tail) == 0) {
                take = n - tail;
                break;
            }
    if (decoder->raw.len + take <= PASTE_MAX)
        str_add_n(&decoder->raw, s, take);
    decoder->at += take + (end ? end_length : 0);
    return end || waited;
}

bool key_decoder_next(struct key_decoder *decoder, bool waited, struct key *ret)
{
    for (;;) {
        *ret = (struct key){0};
        if (decoder->pasting) {
            if (!read_paste(decoder, waited))
                return false;
            give_paste(decoder, ret);
            return true;
        }
        if (decoder->at >= decoder->in.len)
            return false;
        const char *s = decoder->in.buf + decoder->at;
        size_t n = decoder->in.len - decoder->at;
        size_t used =
            *s == ESC ? read_escape(decoder, s, n, waited, ret) : read_character(s, n, waited, ret);
        if (!used)
            return false;
        decoder->at += used;
        if (decoder->pasting)
            waited = false; // the paste has its own patience
        else if (ret->code != K_NONE)
            return true;
    }
}
