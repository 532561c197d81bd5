// SPDX-License-Identifier: GPL-3.0-or-later
// Wrapped text that hangs under its second column.
#include "hanging.h"

#include "orjon/base/mem.h"

#include <string.h>

enum { WORD_MOST = 26 }; // columns of the word and its gap; what is wider heads no list

// Where the text behind a first word and two blanks or more begins; 0 where there is none.
static int hang_of(const char *s, size_t n, int columns)
{
    const char *gap = memmem(s, n, "  ", 2);
    size_t end = gap ? (size_t)(gap - s) : n;
    while (end < n && s[end] == ' ')
        end++;
    if (end == n || gap == s)
        return 0;
    const int hang = text_columns(s, end);
    return hang <= WORD_MOST && hang <= columns / 2 ? hang : 0;
}

size_t hanging_wrap(const char *s, size_t n, int columns, struct hanging_line **ret_lines)
{
    struct hanging_line *lines = NULL;
    size_t count = 0, cap = 0;
    for (size_t from = 0, to; from == 0 || from < n; from = to + 1) {
        const char *end = memchr(s + from, '\n', n - from);
        to = end ? (size_t)(end - s) : n;
        const int hang = hang_of(s + from, to - from, columns);
        struct text_wrapping w = {.at = from};
        int indent = 0;
        do {
            if (count == cap) {
                cap = cap ? cap * 2 : 64;
                lines = mem_resize(lines, cap, sizeof *lines);
            }
            lines[count++] =
                (struct hanging_line){text_wrap_next(&w, s, to, columns - indent), indent};
            indent = hang;
        } while (w.at < to);
    }
    *ret_lines = lines;
    return count;
}
