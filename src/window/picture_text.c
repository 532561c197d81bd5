// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture says, for the clipboard.
#include "picture.h"

#include <glib.h>

// Where the bytes of a column end; those that are cut off are the last one's.
static size_t end_of_bytes(const struct paint_line *line, const struct paint_words *words, int col)
{
    const uint32_t at = line->cell[col].at;
    while (col < words->to && line->cell[col].at == at)
        col++;
    if (col < words->to)
        return MIN(line->cell[col].at, words->n);
    return words->to < words->col + words->columns ? text_next(words->s, words->n, at) : words->n;
}

static void add_column(const struct paint_line *line, int col, bool first, struct str *ret)
{
    const struct paint_cell *cell = &line->cell[col];
    const struct paint_words *words = paint_words_at(line, col);
    char rule[6] = " ";
    if (words && cell->at < words->n) {
        if (first || col == words->from || cell[-1].at != cell->at)
            str_add_n(ret, words->s + cell->at, end_of_bytes(line, words, col) - cell->at);
        return;
    }
    str_add_n(ret, rule, cell->rule ? (size_t)g_unichar_to_utf8(cell->rule, rule) : 1);
}

void picture_text(const struct paint_line *line, int from, int to, struct str *ret)
{
    const size_t before = ret->len;
    for (int col = from; col < to; col++)
        add_column(line, col, col == from, ret);
    while (ret->len > before && ret->buf[ret->len - 1] == ' ')
        str_cut(ret, ret->len - 1);
}
