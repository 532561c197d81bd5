// SPDX-License-Identifier: GPL-3.0-or-later
#include "walk.h"

#include "orjon/base/text.h"

#include <inttypes.h>
#include <string.h>

bool walk_is_next(const struct walk *walk, const char *text)
{
    const size_t n = strlen(text);
    return !walk->wrong && (size_t)(walk->end - walk->at) >= n && memcmp(walk->at, text, n) == 0;
}

void walk_word(struct walk *walk, const char *word)
{
    if (walk->out)
        str_add(walk->out, word);
    else if (walk_is_next(walk, word))
        walk->at += strlen(word);
    else
        walk->wrong = true;
}

static int64_t read_number(struct walk *walk)
{
    const bool below = walk_is_next(walk, "-");
    uint64_t value = 0;
    walk->at += below;
    for (; walk->at < walk->end && *walk->at >= '0' && *walk->at <= '9'; walk->at++) {
        walk->wrong |= __builtin_mul_overflow(value, 10, &value);
        walk->wrong |= __builtin_add_overflow(value, (uint64_t)(*walk->at - '0'), &value);
    }
    walk->wrong |= value > (uint64_t)INT64_MAX + below;
    return (int64_t)(below ? 0 - value : value);
}

void walk_number(struct walk *walk, int64_t *value, int64_t least, int64_t most)
{
    walk_word(walk, "\t");
    if (walk->out) {
        str_addf(walk->out, "%" PRId64, *value);
        return;
    }
    *value = walk->wrong ? least : read_number(walk);
    if (*value < least || *value > most) {
        walk->wrong = true;
        *value = least;
    }
}

static void write_text(struct str *ret, const char *text)
{
    for (size_t n; *text; text += n) {
        n = strcspn(text, "\n\\");
        str_add_n(ret, text, n);
        if (!text[n])
            return;
        str_add(ret, text[n] == '\n' ? "\\n" : "\\\\");
        n++;
    }
}

static const char *read_text(struct walk *walk)
{
    autostr text = STR_INIT;
    for (; walk->at < walk->end && *walk->at != '\t' && *walk->at != '\n'; walk->at++) {
        const bool escaped = *walk->at == '\\' && walk->at + 1 < walk->end;
        walk->at += escaped;
        str_add_char(&text, escaped && *walk->at == 'n' ? '\n' : *walk->at);
    }
    walk->wrong |= !text_is_utf8(text.buf, text.len) || strlen(text.buf) != text.len;
    return arena_text(&walk->texts, text.buf, text.len);
}

void walk_text(struct walk *walk, const char **text)
{
    walk_word(walk, "\t");
    if (walk->out)
        write_text(walk->out, *text);
    else
        *text = walk->wrong ? "" : read_text(walk);
}
