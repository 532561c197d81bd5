// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of a file before SQLite opens it.
#pragma once

#include "db.h"

struct looks {
    bool wal;       // half the truth is beside it
    bool two_names; // hard links
};
// NOT_OFFICE or NEWER where it is none of ours; to be written, the change that a power cut left
// unfinished in it is taken back first where nothing else can be seen.
enum status looks_take(const char *path, enum store_mode mode, const struct schema *known,
                       struct looks *ret, struct err *err);
// NOT_OFFICE, of what a creation leaves that was killed or lost its power: nothing was in it yet.
enum status looks_empty(const char *path, struct err *err);
// What SQLite keeps beside it: must_be_ordinary of each.
enum status neighbours_must_be_ordinary(const char *path, struct err *err);
