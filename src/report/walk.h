// SPDX-License-Identifier: GPL-3.0-or-later
// A walk over what is kept, which writes or reads one piece after the other: a word, a number
// behind a tab, a text behind a tab.
#pragma once

#include "orjon/base/mem.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stdint.h>

struct walk {
    struct str *out; // NULL while reading
    const char *at, *end;
    bool wrong; // reading: nothing more is believed
    struct arena texts;
};

// Whether this stands next, while reading.
bool walk_is_next(const struct walk *walk, const char *text);
// What stands there word for word.
void walk_word(struct walk *walk, const char *word);
void walk_number(struct walk *walk, int64_t *value, int64_t least, int64_t most);
// On one line; what is read lives as long as the walk.
void walk_text(struct walk *walk, const char **text);

// A field of any integer type.
#define WALK(walk, field, least, most)                                                             \
    do {                                                                                           \
        int64_t value_ = (int64_t)(field);                                                         \
        walk_number(walk, &value_, least, most);                                                   \
        (field) = (__typeof__(field))value_;                                                       \
    } while (0)
