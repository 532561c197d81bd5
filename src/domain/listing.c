// SPDX-License-Identifier: GPL-3.0-or-later
// Lists for papers that no file keeps.
#include "orjon/domain/listing.h"

#include <stdlib.h>
#include <string.h>

#define WORD(name, word) word,
#define X(kind, word, plural, parent)                                                              \
    static const char *const cells_##kind[] = {kind##_CELLS(WORD)};
LISTING_LIST(X)
#undef X

const struct listing_shape *listing_shape(enum listing_kind kind)
{
    static const struct listing_shape shapes[] = {
#define X(kind, word, plural, parent) {word, plural, parent, cells_##kind, LISTED_##kind##_CELLS},
        LISTING_LIST(X)
#undef X
    };
    return &shapes[kind];
}

void listings_done(struct listings *listings)
{
    for (int kind = 0; kind < LISTINGS; kind++)
        free(listings->of[kind].row);
    arena_done(&listings->texts);
    *listings = (struct listings){0};
}

struct listed *listings_add(struct listings *listings, enum listing_kind kind)
{
    const struct listing_shape *shape = listing_shape(kind);
    struct listing *of = &listings->of[kind];
    if (of->count == of->cap) {
        of->cap = of->cap ? 2 * of->cap : 16;
        of->row = mem_resize(of->row, of->cap, sizeof *of->row);
    }
    struct listed *row = &of->row[of->count++];
    const size_t over = shape->parent < 0 ? 0 : listings->of[shape->parent].count;
    *row = (struct listed){
        .kind = kind,
        .parent = over ? over - 1 : 0,
        .text = arena_alloc(&listings->texts, (size_t)shape->cells * sizeof *row->text)};
    for (int c = 0; c < shape->cells; c++)
        row->text[c] = "";
    return row;
}

void listings_put(struct listings *listings, struct listed *row, int cell, const char *text)
{
    row->text[cell] = arena_text(&listings->texts, text, strlen(text));
}
