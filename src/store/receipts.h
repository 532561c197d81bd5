// SPDX-License-Identifier: GPL-3.0-or-later
// What other offices have sent, inside the store.
#pragma once

#include "db.h"

#include "orjon/store/receipts.h"

// Receipts, verdicts and marks against the journal, templates against their digests. DAMAGED,
// naming the first that is not as it was.
enum status receipts_verify(struct store *store, struct err *err);

// A mark as the journal keeps it, appended; nothing for one that says nothing.
void mark_write(const struct store_mark *mark, struct str *ret);
// The same read; the remark points into the text, the code stays. False for what is none.
bool mark_read(const char *text, struct store_mark *ret);
// «accepted 3f…»
bool verdict_read(const char *text, enum verdict *ret);
