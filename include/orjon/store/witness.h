// SPDX-License-Identifier: GPL-3.0-or-later
// What copies of the office file bear witness to. A journal whose end was cut off, or that was
// written anew as a whole, is sound in itself; an earlier copy still has what it no longer holds.
#pragma once

#include "orjon/store/replace.h"

enum store_testimony {
    STORE_CONFIRMS, // the file goes on from where the copy ends
    STORE_REPLACED, // the copy is of a file that this one took the place of, as its journal says
    STORE_DENIES,   // the copy knows what the file does not, and the journal does not say why
    STORE_SILENT,   // the copy cannot be read, or is not sound itself
};

struct store_witness { // valid during the call
    const char *path;
    enum store_testimony testimony;
    int64_t rows;   // of the copy's journal
    int64_t common; // so many of them, from the first on, the file has too
    // What was finalised in it and has, by the file, never been: its number would be given again.
    const struct store_gone *forgotten;
    size_t forgottens;
};

// Each copy is heard against the file as it is by then, so call it outside of a transaction: a copy
// that somebody else makes meanwhile would know more than a reading that has begun. Calls each for
// the copies in the folder «backups», the newest first, and for those of this office in the folder
// of a pen drive (NULL or "": none). Stops at a status other than OK and returns it. What the
// copies are like is no failure.
enum status store_each_witness(struct store *store, const char *drive,
                               enum status (*each)(void *data, const struct store_witness *witness),
                               void *data, struct err *err);
