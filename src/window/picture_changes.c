// SPDX-License-Identifier: GPL-3.0-or-later
// In which columns of a row two pictures differ.
//
// A text is shaped whole: what changes a letter, or the look of one, may move all behind it.
#include "picture.h"

#include <glib.h>
#include <string.h>

static bool is_same_text(const struct paint_words *a, const struct paint_words *b)
{
    return a->n == b->n && a->col == b->col && a->columns == b->columns && a->spare == b->spare &&
           a->from == b->from && a->to == b->to && a->align == b->align &&
           a->is_marked == b->is_marked && a->follows == b->follows && a->has_more == b->has_more &&
           memcmp(a->s, b->s, a->n) == 0;
}

static void take_in(struct columns *columns, int from, int to)
{
    columns->from = MIN(columns->from, from);
    columns->to = MAX(columns->to, to);
}

static bool are_texts_alike(const struct paint_line *a, const struct paint_line *b)
{
    bool alike = a->texts == b->texts;
    for (int i = 0; alike && i < a->texts; i++)
        alike = is_same_text(&a->text[i], &b->text[i]);
    return alike;
}

// From a text on, which leans into blanks behind it, with those that follow it wherever it ends.
// One that follows others may stand as far before its cells as the first of them begins.
static void take_text_in(const struct paint_line *line, const struct paint_words *words,
                         struct columns *columns)
{
    const struct paint_words *first = words;
    while (first->follows)
        first--;
    do {
        take_in(columns, MIN(first->col, words->from), words->col + words->columns + words->spare);
    } while (++words < line->text + line->texts && words->follows);
}

void picture_reach(const struct paint_line *line, int column, struct columns *ret)
{
    const struct paint_words *words = paint_words_at(line, column);
    take_in(ret, column, column + 1);
    if (words) {
        take_text_in(line, words, ret);
        ret->to++; // a caret behind letters that fill their box stands behind that
    }
}

// Of one of two lines, what is not in the other or has cells of another look.
static void take_changes_in(const struct paint_line *line, const struct paint_line *other,
                            struct columns cells, struct columns *columns)
{
    for (int i = 0, k = 0; i < line->texts; i++) {
        const struct paint_words *words = &line->text[i];
        while (k < other->texts && other->text[k].col < words->col)
            k++;
        if ((words->from < cells.to && words->to > cells.from) || k == other->texts ||
            !is_same_text(words, &other->text[k]))
            take_text_in(line, words, columns);
    }
}

struct columns picture_changed(const struct picture *a, const struct picture *b, int row)
{
    const struct paint_line x = picture_line(a, row), y = picture_line(b, row);
    struct columns cells = {x.columns, 0}, all;
    for (int i = 0; i < x.columns; i++)
        if (memcmp(&x.cell[i], &y.cell[i], sizeof *x.cell) != 0)
            take_in(&cells, i, i + 1);
    all = cells;
    if (cells.from >= cells.to && are_texts_alike(&x, &y))
        return all;
    take_changes_in(&x, &y, cells, &all);
    take_changes_in(&y, &x, cells, &all);
    // A letter may stand a hair out of its box.
    return (struct columns){MAX(all.from - 1, 0), MIN(all.to + 1, x.columns)};
}
