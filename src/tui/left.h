// SPDX-License-Identifier: GPL-3.0-or-later
// What was typed into boxes and left with Esc, until the same box is taken or left empty-handed.
#pragma once

#include <stddef.h>

struct left_text {
    char *box, *text;
};

struct left_texts {
    struct left_text *at;
    size_t count;
};

void left_keep(struct left_texts *left, const char *box, const char *text);
const char *left_find(const struct left_texts *left, const char *box); // NULL: nothing
void left_drop(struct left_texts *left, const char *box);
void left_done(struct left_texts *left);
