// SPDX-License-Identifier: GPL-3.0-or-later
// Papers as they were finalised, inside the store.
#pragma once

#include "db.h"

#include "orjon/base/str.h"

// Keeps a paper, or a bundle, beside the journal's row seq, in the transaction of the row. The row holds its
// digest.
enum status paper_keep(struct store *store, int64_t seq, const char *bytes, size_t n,
                       struct err *err);
// Every paper that was ever finalised, also of quarters opened again. DAMAGED when one is not what
// its row of the journal says, or is of no such row.
enum status papers_verify(struct store *store, struct err *err);
