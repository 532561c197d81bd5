// SPDX-License-Identifier: GPL-3.0-or-later
// Figures: what was typed for an indicator and quarter, beside what it was read as.
#pragma once

#include "orjon/domain/entry.h"
#include "orjon/store/store.h"

// Reads the figures of a plan, as loaded: ret[i] is the year of plan->indicator[i]; ret has room
// for plan->count. Texts go into the arena. CHANGED when the plan was replaced since it was loaded:
// load it again.
enum status store_load_entries(struct store *store, int64_t office, const struct plan *plan,
                               struct arena *texts, struct year *ret, struct err *err);

// One figure; state EMPTY when there is none.
enum status store_load_entry(struct store *store, int64_t office, int64_t indicator, int quarter,
                             struct arena *texts, struct entry *ret, struct err *err);

struct store_change {
    int64_t office;
    int64_t indicator;         // its id
    int quarter;               // 1 to 4
    const struct entry *seen;  // what the caller last saw there; NULL: overwrite whatever there is
    const struct entry *entry; // as it shall be; EMPTY without a remark clears
};

// Puts figures in one transaction, each with a journal row; one that is as it shall be already is
// not written again. All or nothing: CHANGED when one is no longer what was seen (load it, show
// it), LOCKED when its quarter is finalised, NOT_FOUND for an unknown indicator. Then *ret_failed
// (may be NULL) is the index of the culprit. Texts are NFC and clean already. reason may be "".
enum status store_put_entries(struct store *store, const struct store_change *changes, size_t n,
                              const char *reason, size_t *ret_failed, struct err *err);
enum status store_put_entry(struct store *store, const struct store_change *change,
                            const char *reason, struct err *err);
// The same with an empty entry: figure and remark go, the journal keeps them.
enum status store_clear_entry(struct store *store, int64_t office, int64_t indicator, int quarter,
                              const struct entry *seen, const char *reason, struct err *err);

// Hands over the figures of one indicator and office after the other, in the order of office and
// indicator id, in one pass: for scoring millions. typed and remark are "" and notes 0 there; the
// year is valid during the call. Stops at a status other than OK and returns it.
enum status store_walk_figures(struct store *store,
                               enum status (*each)(void *data, int64_t office, int64_t indicator,
                                                   const struct year *year),
                               void *data, struct err *err);
