// SPDX-License-Identifier: GPL-3.0-or-later
// What comparing journals shares.
#pragma once

#include "db.h"

#include "orjon/store/witness.h"

// How many rows, from the first on, two journals have in common.
enum status witness_common(struct store *a, struct store *b, int64_t *ret, struct err *err);
// One copy, as store_each_witness hears all.
enum status witness_hear(struct store *store, const char *path,
                         enum status (*each)(void *data, const struct store_witness *witness),
                         void *data, struct err *err);
