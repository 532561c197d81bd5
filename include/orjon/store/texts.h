// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that the own office has typed, each once with how often it stands there.
#pragma once

#include "orjon/domain/record.h"
#include "orjon/store/store.h"

struct store_texts {
    void (*each)(void *data, const char *text, int64_t times); // the text lives during the call
    void *data;
};
// The remarks of its figures.
enum status store_walk_remarks(struct store *store, const struct store_texts *to, struct err *err);
// A field of its records of a kind, that is a text.
enum status store_walk_texts(struct store *store, enum record_kind kind, int field,
                             const struct store_texts *to, struct err *err);
