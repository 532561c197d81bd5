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
// «accepted 3f…»; of one on paper the word alone
bool verdict_read(const char *text, enum verdict *ret);

// --- undoing and doing again ---------------------------------------------------------------------

// What was done stands until a row takes it back; the next row that names it puts it forth again,
// and so on. A row of the kind that names none is something done anew: nothing is done again
// behind it.
#define TAKEN_BACK(row) "(SELECT count(*) % 2 FROM journal u WHERE u.undoes = " row ".seq)"
// The row of the kind that was done last and stands.
#define LAST_DONE(kind)                                                                            \
    "SELECT j.seq FROM journal j WHERE j.what <> 'figure' AND j.what = '" kind "'"                 \
    " AND j.undoes IS NULL AND NOT " TAKEN_BACK("j") " ORDER BY j.seq DESC LIMIT 1"
// The row, of the kind `back`, that took something of the kind back last and stands.
#define LAST_BACK(kind, back)                                                                      \
    "SELECT b.seq FROM journal b WHERE b.what <> 'figure' AND b.what = '" back "'"                 \
    " AND b.undoes IS NOT NULL"                                                                    \
    " AND (SELECT count(*) % 2 FROM journal u WHERE u.undoes = b.undoes)"                          \
    " AND NOT EXISTS (SELECT 1 FROM journal x WHERE x.undoes = b.undoes AND x.seq > b.seq)"        \
    " AND b.seq > coalesce((SELECT n.seq FROM journal n WHERE n.what <> 'figure'"                  \
    " AND n.what = '" kind "' AND n.undoes IS NULL ORDER BY n.seq DESC LIMIT 1), 0)"               \
    " ORDER BY b.seq DESC LIMIT 1"
// The rows `j` of its transaction, which is a batch from its first row on: those that were done
// last, the newest first; those that were undone last, the oldest first.
#define ROWS_DONE(kind, columns)                                                                   \
    "WITH last AS (SELECT d.batch, d.seq FROM journal d WHERE d.seq = (" LAST_DONE(                \
        kind) "))"                                                                                 \
              " SELECT " columns                                                                   \
              " FROM last CROSS JOIN journal j ON j.seq BETWEEN last.batch AND last.seq"           \
              " WHERE j.batch = last.batch AND j.what <> 'figure' AND j.what = '" kind "'"         \
              " AND j.undoes IS NULL ORDER BY j.seq DESC"
#define ROWS_BACK(kind, back, columns)                                                             \
    "WITH last AS (SELECT d.batch, d.seq FROM journal d WHERE d.seq = (" LAST_BACK(                \
        kind, back) ")) SELECT " columns                                                           \
                    " FROM last CROSS JOIN journal t ON t.seq BETWEEN last.batch AND last.seq"     \
                    " CROSS JOIN journal j ON j.seq = t.undoes"                                    \
                    " WHERE t.batch = last.batch AND t.what <> 'figure' AND t.what = '" back       \
                    "' ORDER BY j.seq"
