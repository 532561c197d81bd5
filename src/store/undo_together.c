// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and records that were changed as one: a meeting that was counted fills a figure.
#include "orjon/store/undo.h"

#include "db.h"

// The transaction of what the newest row undoes or does again.
#define DONE                                                                                       \
    "(SELECT d.batch FROM journal l CROSS JOIN journal d ON d.seq = l.undoes"                      \
    " WHERE l.seq = (SELECT max(seq) FROM journal))"
#define TAKEN_BACK                                                                                 \
    "coalesce((SELECT u.what = 'undo' FROM journal u WHERE u.undoes = r.seq"                       \
    " ORDER BY u.seq DESC LIMIT 1), 0)"
#define LATEST(kind)                                                                               \
    "SELECT (SELECT r.batch FROM journal r WHERE " kind " AND r.batch > 1 AND NOT " TAKEN_BACK     \
    " ORDER BY r.seq DESC LIMIT 1) IS " DONE
// Nothing is done again behind a newer change.
#define LATEST_UNDONE(kind, undone)                                                                \
    "SELECT (SELECT r.batch FROM journal u CROSS JOIN journal r ON r.seq = u.undoes"               \
    " WHERE u.what = 'undo' AND u.what <> 'figure' AND " undone                                    \
    " AND NOT EXISTS (SELECT 1 FROM journal x WHERE x.undoes = u.undoes AND x.seq > u.seq)"        \
    " AND u.seq > coalesce((SELECT r.seq FROM journal r WHERE " kind                               \
    " ORDER BY r.seq DESC LIMIT 1), 0) ORDER BY u.seq DESC LIMIT 1) IS " DONE
#define FIGURES "r.what = 'figure' AND r.office = 1"
#define RECORDS "r.what = 'record' AND r.record IS NOT NULL"
#define UNDONE_FIGURES "u.name = '' AND u.office = 1"
#define UNDONE_RECORDS "u.record IS NOT NULL"

enum status store_undo_goes_on(struct store *store, enum store_undo_part part, bool redo, bool *ret,
                               struct err *err)
{
    autoquery query = {0};
    bool row = false;
    const bool records = part == STORE_UNDO_RECORDS;
    enum status status = db_first(store,
                                  redo && records ? LATEST_UNDONE(RECORDS, UNDONE_RECORDS)
                                  : redo          ? LATEST_UNDONE(FIGURES, UNDONE_FIGURES)
                                  : records       ? LATEST(RECORDS)
                                                  : LATEST(FIGURES),
                                  &query, &row, err);
    *ret = !status && row && db_integer(&query, 0) != 0;
    return status;
}
