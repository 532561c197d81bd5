// SPDX-License-Identifier: GPL-3.0-or-later
// A line to a terminal with a clock of its own: bytes come when the test says, and the keys they
// make are kept in words.
#pragma once

#include "orjon/base/str.h"
#include "orjon/tui/key.h"

#include <string.h>

struct line {
    struct key_decoder *decoder;
    int64_t now;
    struct str keys;
};

static inline void say_key(const struct key *key, struct str *ret)
{
    if (ret->len)
        str_add_char(ret, ' ');
    if (key->code == K_PASTE)
        str_addf(ret, "[%.*s]", (int)key->paste_len, key->paste);
    else if (key->code == K_TEXT || key->code == K_CTRL || key->code == K_ALT)
        str_addf(ret, "%s%s",
                 key->code == K_TEXT   ? ""
                 : key->code == K_CTRL ? "^"
                                       : "A-",
                 key->text);
    else
        str_addf(ret, "%d", (int)key->code);
    if (key->code == K_CLICK)
        str_addf(ret, "@%d,%d", key->row, key->col);
    if (key->code == K_REPORT)
        str_addf(ret, "(%s)", key->text);
}

static inline struct line line_open(void)
{
    return (struct line){.decoder = key_decoder_new(), .keys = STR_INIT};
}

static inline void line_close(struct line *line)
{
    key_decoder_free(&line->decoder);
    str_done(&line->keys);
}

static inline void line_send(struct line *line, const char *bytes, size_t n)
{
    struct key key;
    key_decoder_feed(line->decoder, bytes, n, line->now);
    while (key_decoder_next(line->decoder, line->now, &key))
        say_key(&key, &line->keys);
}

// Nothing comes for so many milliseconds.
static inline void line_rest(struct line *line, int64_t pause)
{
    const int64_t until = line->now + pause;
    struct key key;
    for (int64_t due; (due = key_decoder_due(line->decoder)) >= 0 && due <= until;)
        while (key_decoder_next(line->decoder, due, &key))
            say_key(&key, &line->keys);
    line->now = until;
}
