// SPDX-License-Identifier: GPL-3.0-or-later
// Copies are called STEM000150-20241007-113205-WHY.db, and STEM… .part-PID while they are written:
// their place in the order, when by the clock and in local time, and what for.
//
// The place is the last row of the journal. It is one more than the highest that is there where
// that is not behind it: of a state that was copied already, or of an office that was restored and
// whose journal is shorter now. So the order is that in which the copies were made, whatever the
// clock said, and a folder that comes back from elsewhere finds its copies in their place.
#pragma once

#include "orjon/base/str.h"

#include <stddef.h>
#include <stdint.h>

enum { COPY_DAY = 8, COPY_YEAR = 4 }; // letters of a moment

struct copyname {
    char *name;
    int64_t place;
    const char *moment; // in the name: «20241007-113205…»
};

// Where the copies of an office file are, FOLDER/backups, and the beginning of their names:
// «office-».
void copies_place(const char *path, struct str *ret_folder, struct str *ret_stem);

// The copies of one stem in a folder, newest first.
struct copynames {
    struct copyname *copy;
    size_t count;
};
void copynames_list(const char *folder, const char *stem, struct copynames *ret); // added to
void copynames_done(struct copynames *names);
// Appends the name of the copy that comes next, of a journal that ends with `row`.
void copynames_next(const struct copynames *names, const char *stem, int64_t row, const char *why,
                    struct str *ret);

// How much of an office file's name a stem has: without «.db», and cut between letters where the
// names of copies would be too long.
size_t copynames_length(const char *name);
// How much of a copy's name, without «.db», is its stem, without the stroke; all of another name.
size_t copynames_beginning(const char *name);
// Removes what a copy that was cut short has left, once it is certain that nobody still writes it.
void copynames_sweep(const char *folder, const char *stem);
