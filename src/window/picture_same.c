// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a row is the same in two pictures.
#include "picture.h"

#include <string.h>

static bool is_same_text(const struct paint_words *a, const struct paint_words *b)
{
    return a->n == b->n && a->col == b->col && a->columns == b->columns && a->spare == b->spare &&
           a->from == b->from && a->to == b->to && a->align == b->align &&
           a->is_marked == b->is_marked && a->follows == b->follows && a->has_more == b->has_more &&
           memcmp(a->s, b->s, a->n) == 0;
}

bool picture_is_same(const struct picture *a, const struct picture *b, int row)
{
    const struct paint_line x = picture_line(a, row), y = picture_line(b, row);
    bool same =
        x.texts == y.texts && memcmp(x.cell, y.cell, (size_t)x.columns * sizeof *x.cell) == 0;
    for (int i = 0; same && i < x.texts; i++)
        same = is_same_text(&x.text[i], &y.text[i]);
    return same;
}
