// SPDX-License-Identifier: GPL-3.0-or-later
// What the tree of offices and its check share.
#pragma once

#include "orjon/domain/tree.h"

struct tree_view { // a unit on a day
    const char *name, *level;
    int64_t under;
    int32_t name_from, level_from, under_from;
    size_t parent; // its number among the units, or TREE_TOP
};
void tree_views(const struct records *units, const struct records *spans, int32_t date,
                struct tree_view *ret);
// One that stands under itself, or TREE_TOP; walk holds as many.
size_t tree_circle(const struct tree_view *view, size_t count, size_t *walk);
size_t tree_unit(const struct records *units, int64_t id); // its number among them, or TREE_TOP
int32_t tree_span_begins(const struct record *span);       // INT32_MIN: since ever
