// SPDX-License-Identifier: GPL-3.0-or-later
// Wrapped text whose paragraphs may begin with a word in a column of its own, as a list of keys
// has: what goes on hangs under the text, not under the word.
#pragma once

#include "orjon/base/text.h"

struct hanging_line {
    struct text_line text;
    int indent; // columns that are blank before it
};

// As text_wrap does; *ret_lines: caller.
size_t hanging_wrap(const char *s, size_t n, int columns, struct hanging_line **ret_lines);
