// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes of figures back, and putting them forth again, from the journal: across sessions,
// and each time with rows of its own, so that the journal only grows.
#pragma once

#include "orjon/store/store.h"

struct store_undo {
    int64_t office;
    int64_t indicator; // 0: all figures of the last transaction that is not taken back
    int quarter;       // of the indicator; 0: the one changed last
    bool redo;         // what was taken back last, as long as no figure was changed since
};

// All or nothing; *ret_count figures were changed. NOT_FOUND when nothing is left, LOCKED when a
// quarter is finalised, CHANGED when a figure is not what the journal says.
enum status store_undo(struct store *store, const struct store_undo *undo, size_t *ret_count,
                       struct err *err);
