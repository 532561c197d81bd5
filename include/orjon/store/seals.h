// SPDX-License-Identifier: GPL-3.0-or-later
// Finalised quarters. The figures up to a sealed quarter are LOCKED, and the plan is FROZEN while
// one of them is: its letters are worked out of the plan. The papers that were signed before are
// kept by themselves.
#pragma once

#include "orjon/base/str.h"
#include "orjon/store/store.h"

// With a journal row; hash is that of the return, 64 hexadecimal digits, paper the bytes of what is
// signed (orjon/report/archive.h), which are kept for good. LOCKED when it is sealed already,
// NOT_FOUND for an unknown plan.
enum status store_seal_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                               const char *hash, const struct str *paper, struct err *err);
// Appends the paper that was kept with the seal of which that row of the journal tells. DAMAGED
// when it is not what the row says.
enum status store_load_paper(struct store *store, int64_t seq, struct str *ret, struct err *err);
// Begins the next revision. NOT_FOUND when it is not sealed, LOCKED when a later quarter, which
// prints the same figures, is. reason must not be "" (USAGE).
enum status store_reopen_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                                 const char *reason, struct err *err);

struct store_seal {
    bool locked;
    int revision; // while it is open: the next one
    int next; // with which it is finalised next, in this file or in one that it took the place of
    char hash[65]; // "" while it is open
    int64_t seq;   // of the journal's row; 0: never sealed
    char at[32], who[64];
};
// DAMAGED when it is not what the journal says of it.
enum status store_load_seal(struct store *store, int64_t office, int64_t plan, int quarter,
                            struct store_seal *ret, struct err *err);
// Each time that the quarter was finalised in this file, the oldest first: with locked, revision,
// hash, seq, at and who, as they were then.
enum status store_each_seal(struct store *store, int64_t office, int64_t plan, int quarter,
                            enum status (*each)(void *data, const struct store_seal *seal),
                            void *data, struct err *err);
// The hash of a row of the journal, appended in hexadecimal; nothing for row 0.
enum status store_journal_hash(struct store *store, int64_t seq, struct str *ret, struct err *err);

// *ret bit q - 1 is set when quarter q is sealed.
enum status store_sealed_quarters(struct store *store, int64_t office, int64_t plan, unsigned *ret,
                                  struct err *err);

// What was finalised, in this file or in one that it took the place of, with a hash that begins so;
// the newest where there are several, seq 0 where there is none.
struct store_found {
    int64_t seq, plan; // plan 0: of a file that was replaced
    int quarter, revision;
    char hash[65], name[64]; // «2023 egov»
    char at[32], who[64];
};
enum status store_find_hash(struct store *store, const char *beginning, struct store_found *ret,
                            struct err *err);
