// SPDX-License-Identifier: GPL-3.0-or-later
// Figures against the journal, and the file as a whole. A third of the single bits that spoil a
// figure on the disk pass SQLite's own check; none passes both.
#include "db.h"

#include <string.h>

// The first column counts, the others name the first one.
static enum status count_wrong(struct store *store, const char *sql, int64_t *ret_wrong,
                               struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, sql, &query, &row, err);
    if (status || !row)
        return status;
    int64_t found = db_integer(&query, 0);
    if (found > 0 && *ret_wrong == 0)
        err_set(err, STATUS_DAMAGED,
                _("%s is damaged: the figure of %s in %s is not what the journal says; go "
                  "back to a backup"),
                store->path, db_text(&query, 1), SAY_QUARTER(db_integer(&query, 2)));
    *ret_wrong += found;
    return STATUS_OK;
}

static enum status compare(struct store *store, int64_t *ret_wrong, struct err *err)
{
    enum status status = count_wrong(
        store,
        "SELECT count(*), i.code, f.quarter FROM figure f LEFT JOIN journal j ON j.seq = f.seq"
        " LEFT JOIN indicator i ON i.id = f.indicator"
        " WHERE j.office IS NOT f.office OR j.indicator IS NOT f.indicator"
        " OR j.quarter IS NOT f.quarter OR j.new_state IS NOT f.state OR j.value IS NOT f.value"
        " OR j.count IS NOT f.count OR j.denominator IS NOT f.denominator"
        " OR j.dates IS NOT f.dates OR j.notes IS NOT f.notes OR j.new_text IS NOT f.typed"
        " OR j.new_remark IS NOT f.remark",
        ret_wrong, err);
    // The newest row of each figure is the one that its figure names; none where it was cleared.
    return status
               ? status
               : count_wrong(store,
                             "WITH last AS (SELECT max(seq) AS seq FROM journal"
                             " WHERE indicator IS NOT NULL AND new_state IS NOT NULL"
                             " GROUP BY indicator, office, quarter)"
                             " SELECT count(*), i.code, j.quarter FROM last"
                             " CROSS JOIN journal j ON j.seq = last.seq"
                             " LEFT JOIN indicator i ON i.id = j.indicator"
                             " LEFT JOIN figure f ON f.office = j.office"
                             " AND f.indicator = j.indicator AND f.quarter = j.quarter"
                             " WHERE f.seq IS NOT j.seq"
                             " AND NOT (f.seq IS NULL AND j.new_state = 0 AND j.new_remark = '')",
                             ret_wrong, err);
}

static enum status count_figures(struct store *store, int64_t *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store,
                                  "SELECT (SELECT count(*) FROM figure),"
                                  " (SELECT count(*) - coalesce(max(seq), 0) FROM journal)",
                                  &query, &row, err);
    if (status)
        return status;
    *ret = db_integer(&query, 0);
    return db_integer(&query, 1) == 0 ? STATUS_OK
                                      : db_damaged(store, _("the journal has a gap"), err);
}

enum status store_verify_figures(struct store *store, struct store_verdict *ret, struct err *err)
{
    struct store_verdict verdict = {0};
    enum status status = store_begin_read(store, err);
    if (status)
        return status;
    status = count_figures(store, &verdict.figures, err);
    if (!status)
        status = compare(store, &verdict.wrong, err);
    store_commit(store, NULL); // nothing was written
    if (!status && ret)
        *ret = verdict;
    return !status && verdict.wrong > 0 ? STATUS_DAMAGED : status;
}

// What SQLite says of it is no sentence for anybody; `what` is.
static enum status expect_none(struct store *store, const char *sql, const char *fine,
                               const char *otherwise, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, sql, &query, &row, err);
    if (status || !row)
        return status;
    const char *found = db_text(&query, 0);
    return fine && strcmp(found, fine) == 0 ? STATUS_OK : db_damaged(store, otherwise, err);
}

enum status db_check_references(struct store *store, struct err *err)
{
    return expect_none(store, "PRAGMA foreign_key_check", NULL,
                       _("what one part names is missing in another"), err);
}

enum status store_verify_file(struct store *store, struct err *err)
{
    enum status status = expect_none(store, "PRAGMA integrity_check(1)", "ok",
                                     _("its parts do not fit together"), err);
    return status ? status : db_check_references(store, err);
}
