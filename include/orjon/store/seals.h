// SPDX-License-Identifier: GPL-3.0-or-later
// Finalised quarters. The figures of a sealed quarter are LOCKED, and the plan is FROZEN from its
// first seal on, also when the quarter is opened again: a signed paper was made of it.
#pragma once

#include "orjon/store/store.h"

// With a journal row. LOCKED when it is sealed already, NOT_FOUND for an unknown plan.
enum status store_seal_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                               const char *reason, struct err *err);
// NOT_FOUND when it is not sealed. reason must not be "" (USAGE).
enum status store_reopen_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                                 const char *reason, struct err *err);

// *ret bit q - 1 is set when quarter q is sealed.
enum status store_sealed_quarters(struct store *store, int64_t office, int64_t plan, unsigned *ret,
                                  struct err *err);
