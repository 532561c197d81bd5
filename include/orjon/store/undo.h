// SPDX-License-Identifier: GPL-3.0-or-later
// Taking changes of figures, targets and particulars back, and putting them forth again, from the
// journal: across sessions, and each time with rows of its own, so that the journal only grows.
#pragma once

#include "orjon/store/store.h"

struct store_undo {
    int64_t office;
    int64_t plan;      // 0: of any
    int64_t indicator; // 0: all figures of the last transaction that is not undone
    int quarter;       // of the indicator; 0: the one changed last
    bool redo;         // what was undone last, as long as no figure was changed since
};

// All or nothing; *ret_count figures were changed. NOT_FOUND when nothing is left, LOCKED when a
// quarter is finalised, CHANGED when a figure is not what the journal says.
enum status store_undo(struct store *store, const struct store_undo *undo, size_t *ret_count,
                       struct err *err);

// What is kept as words: a target's column, or a particular. Valid during the call.
struct store_undone {
    int64_t indicator; // 0 for a particular
    const char *name;  // the column, or the key
    const char *from, *to;
};
struct store_undo_words {
    int64_t indicator;                // targets: of this one; 0: of any
    int64_t plan;                     // targets: of this one; 0: of any
    bool (*is_ours)(const char *key); // particulars: those that count; NULL: targets are meant
    bool redo;                        // what was undone last, unless there is a newer change
    bool together;                    // only what was changed in one transaction with what was just
                                      // undone, or done again; else nothing, and OK
};

// The last change and all that was changed with it, all or nothing, with each called (may be NULL)
// for them. What the file was made with stays. NOT_FOUND when nothing is left, FROZEN when a
// finalised return uses the plan, CHANGED when a value is not what the journal says.
enum status store_undo_words(struct store *store, const struct store_undo_words *undo,
                             void (*each)(void *data, const struct store_undone *undone),
                             void *data, struct err *err);

// Whether what was just undone (redo: done again) was changed in one transaction with the
// last change of figures, or of records, that is not undone yet: then that is to follow in the
// same transaction.
enum store_undo_part { STORE_UNDO_FIGURES, STORE_UNDO_RECORDS };
enum status store_undo_goes_on(struct store *store, enum store_undo_part part, bool redo, bool *ret,
                               struct err *err);
