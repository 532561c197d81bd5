// SPDX-License-Identifier: GPL-3.0-or-later
// What the office says often, for phrases.c.
#pragma once

#include "orjon/app/phrases.h"
#include "orjon/store/store.h"

// A new one; its other members are zero.
struct phrase *phrases_add(struct phrases *phrases, const char *text, const char *sort);

// Counts how often each phrase stands in what the office has typed, and adds what stands there at
// least twice and is none of them.
enum status phrases_count(struct store *store, struct phrases *phrases, struct err *err);
