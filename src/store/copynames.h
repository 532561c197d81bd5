// SPDX-License-Identifier: GPL-3.0-or-later
// Copies are called STEM20241007-113205….db, and STEM… .part-PID while they are written.
#pragma once

#include "orjon/base/str.h"

#include <stddef.h>

// The copies of one stem in a folder, newest first.
struct copynames {
    char **name;
    size_t count;
};
void copynames_list(const char *folder, const char *stem, struct copynames *ret); // added to
void copynames_done(struct copynames *names);

// How much of an office file's name a stem has: without «.db», and cut between letters where the
// names of copies would be too long.
size_t copynames_length(const char *name);
// Appends the moment, «20241007-113205».
void copynames_stamp(struct str *ret);
// Removes what a copy that was cut short has left, once it is certain that nobody still writes it.
void copynames_sweep(const char *folder, const char *stem);
