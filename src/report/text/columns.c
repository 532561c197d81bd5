// SPDX-License-Identifier: GPL-3.0-or-later
// Texts measured in columns.
#include "columns.h"

#include "orjon/base/larger.h"

#include <limits.h>
#include <string.h>

struct body {
    const char *text;
    size_t n;
    bool whole;
};

static int widest_line(const char *text)
{
    int widest = 0;
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = strchrnul(text, '\n');
        widest = larger(widest, text_columns(text, (size_t)(end - text)));
    }
    return widest;
}

static int widest_word(const char *text)
{
    int widest = 0;
    while (*text) {
        size_t n = strcspn(text, " \n/-");
        n += text[n] == '/' || text[n] == '-';
        widest = larger(widest, text_columns(text, n));
        text += n;
        text += strspn(text, " \n");
    }
    return widest;
}

static int widest_syllable(const char *text, size_t n)
{
    int widest = 0;
    for (size_t at = 0, next; at < n; at = next) {
        next = text_next(text, n, at);
        widest = larger(widest, text_columns(text + at, next - at));
    }
    return widest;
}

static struct shaped shape(void *of, const char *text, bool bold, bool whole, struct arena *arena)
{
    (void)of;
    (void)bold;
    struct body *body = arena_alloc(arena, sizeof *body);
    *body = (struct body){text, strlen(text), whole};
    struct shaped ret = {.body = body, .wish = widest_line(text)};
    ret.hard = ret.soft = ret.wish;
    if (whole)
        return ret;
    const int hard = text_unbreakable_columns(text, body->n),
              soft = larger(widest_word(text), hard);
    ret.soft = soft;
    // A long word may be cut, its syllables may not.
    ret.hard = soft > hard ? larger(hard, widest_syllable(text, body->n)) : hard;
    return ret;
}

static struct set_lines wrap(void *of, const struct shaped *text, int64_t width,
                             struct arena *arena)
{
    (void)of;
    const struct body *body = text->body;
    struct set_lines ret = {0};
    if (!body->n)
        return ret;
    autofree struct text_line *lines = NULL;
    const bool endless = body->whole || width > INT_MAX;
    ret.count = text_wrap(body->text, body->n, endless ? INT_MAX : (int)width, &lines);
    ret.line = arena_alloc(arena, ret.count * sizeof *ret.line);
    for (size_t i = 0; i < ret.count; i++) {
        const char *line = body->text + lines[i].from;
        ret.line[i].body = arena_text(arena, line, lines[i].len);
        ret.line[i].width = text_columns(line, lines[i].len);
    }
    return ret;
}

static const struct part_size size = {SIZE_FULL, SIZE_FULL};

const struct metrics columns_metrics = {
    .shape = shape,
    .wrap = wrap,
    .line = 1,
    .column = 1,
    .pad = 1,
    .rule = 1,
    .long_line = 240,
    .widest = INT_MAX,
    .pair_gap = 2,
    .right_gap = 2,
    .number = 8,
    .heading_growth = 100,
    .title = SIZE_FULL,
    .large = SIZE_FULL,
    .size = &size,
    .sizes = 1,
};

int columns_least(const char *text)
{
    struct arena arena = {0};
    const struct shaped shaped = shape(NULL, text, false, false, &arena);
    arena_done(&arena);
    return (int)shaped.hard;
}
