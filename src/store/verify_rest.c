// SPDX-License-Identifier: GPL-3.0-or-later
// Plans, targets, particulars and the rest against the journal: a weight or a name spoilt on the
// disk is printed as easily as a figure.
#include "db.h"
#include "layouts.h"
#include "papers.h"
#include "planrows.h"
#include "receipts.h"
#include "records.h"

#include "orjon/base/digest.h"
#include "orjon/domain/period.h"
#include "orjon/domain/template.h"
#include "orjon/store/office.h"

#include <string.h>

void plan_digest(const struct plan *plan, struct str *ret)
{
    autostr text = STR_INIT;
    template_write_state(plan, &text);
    digest_write(ret, text.buf, text.len);
}

static enum status wrong_plan(const struct store *store, const char *name, struct err *err)
{
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: the plan %s or a target of it is not what the journal "
                     "says; go back to a backup"),
                   store->path, name);
}

static enum status verify_plan(struct store *store, int64_t id, const char *expected,
                               struct err *err)
{
    autostr found = STR_INIT;
    struct plan *plan = NULL;
    enum status status = store_load_plan(store, id, &plan, err);
    if (status)
        return status;
    plan_digest(plan, &found);
    if (strcmp(found.buf, expected) != 0)
        status = wrong_plan(store, plan->name, err);
    plan_free(&plan);
    return status;
}

static enum status verify_plans(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   // SQLite takes the digest from the row that has the greatest seq.
                   "WITH last AS (SELECT coalesce(j.plan, i.plan) AS plan, max(j.seq),"
                   " j.digest FROM journal j LEFT JOIN indicator i"
                   " ON i.id = j.indicator WHERE j.what <> 'figure'"
                   " AND (j.what IN ('plan', 'target')"
                   " OR j.what IN ('undo', 'redo') AND j.name <> '') GROUP BY 1)"
                   " SELECT p.id, last.digest FROM plan p LEFT JOIN last ON last.plan = p.id",
                   &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = verify_plan(store, db_integer(&query, 0), db_text(&query, 1), err);
    return status;
}

// Taken out or not: as the last row says that installed or removed it. One with a seal never is.
static enum status verify_removed(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first(store,
                 "SELECT p.name FROM plan p LEFT JOIN (SELECT plan, max(seq), what FROM journal"
                 " WHERE what IN ('plan', 'remove') AND what <> 'figure' GROUP BY plan) last"
                 " ON last.plan = p.id WHERE p.removed <> (last.what IS 'remove')"
                 " OR p.removed AND EXISTS (SELECT 1 FROM office o CROSS JOIN seal s"
                 " ON s.office = o.id AND s.plan = p.id)",
                 &query, &row, err);
    return status || !row ? status : wrong_plan(store, db_text(&query, 0), err);
}

// Both ways: what the journal says of a key, and what is set.
static enum status verify_settings(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(
        store,
        "WITH last AS (SELECT name, max(seq) AS seq FROM journal WHERE what <> 'figure'"
        " AND (what = 'setting'"
        " OR what IN ('undo', 'redo') AND name <> '' AND indicator IS NULL"
        " AND record IS NULL)"
        " GROUP BY name), said AS (SELECT j.name, j.new_text FROM last"
        " CROSS JOIN journal j ON j.seq = last.seq WHERE j.new_text <> ''),"
        " is_set AS (SELECT key, value FROM setting WHERE office = 1 AND key NOT IN"
        " (SELECT name FROM journal WHERE what = 'secret' AND what <> 'figure'))"
        " SELECT name FROM (SELECT * FROM said EXCEPT SELECT * FROM is_set)"
        " UNION ALL SELECT key FROM (SELECT * FROM is_set EXCEPT SELECT * FROM said) LIMIT 1",
        &query, &row, err);
    if (status || !row)
        return status;
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: the particular “%s” is not what the journal says; go back to "
                     "a backup"),
                   store->path, db_text(&query, 0));
}

// Each seal and each answer is what its row of the journal says, and no newer row says otherwise.
static const char seals_sql[] =
    "SELECT s.quarter FROM seal s LEFT JOIN journal j ON j.seq = s.seq"
    " WHERE j.office IS NOT s.office OR j.plan IS NOT s.plan OR j.quarter IS NOT s.quarter"
    " OR j.what IS NOT CASE s.locked WHEN 1 THEN 'seal' ELSE 'reopen' END"
    " OR j.name IS NOT CAST(s.revision AS TEXT) OR j.new_text IS NOT s.hash"
    " UNION ALL SELECT j.quarter FROM journal j WHERE j.what <> 'figure' AND j.what IN ('seal', "
    "'reopen')"
    " AND NOT EXISTS (SELECT 1 FROM seal s WHERE s.office = j.office AND s.plan = j.plan"
    " AND s.quarter = j.quarter AND s.seq >= j.seq) LIMIT 1";

static const char answers_sql[] =
    "WITH last AS (SELECT office, plan, indicator, quarter, name, max(seq) AS seq, new_text"
    " FROM journal WHERE what <> 'figure' AND what = 'answer' GROUP BY office, plan, indicator, "
    "quarter, name)"
    " SELECT a.quarter FROM answer a LEFT JOIN journal j ON j.seq = a.seq"
    " LEFT JOIN indicator i ON i.plan = a.plan AND i.code = a.indicator"
    " WHERE j.what IS NOT 'answer' OR j.office IS NOT a.office OR j.plan IS NOT a.plan"
    " OR j.indicator IS NOT i.id OR coalesce(j.quarter, 0) <> a.quarter"
    " OR j.name IS NOT a.code OR j.new_text IS NOT a.reason"
    " UNION ALL SELECT j.quarter FROM last j LEFT JOIN indicator i ON i.id = j.indicator"
    " LEFT JOIN answer a ON a.office = j.office AND a.plan = j.plan"
    " AND a.indicator = coalesce(i.code, '') AND a.quarter = coalesce(j.quarter, 0)"
    " AND a.code = j.name WHERE a.seq IS NOT CASE j.new_text WHEN '' THEN NULL ELSE j.seq END"
    " LIMIT 1";

static enum status verify_marks(struct store *store, const char *sql, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, sql, &query, &row, err);
    if (status || !row)
        return status;
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: a seal or an answer of %s is not what the journal "
                     "says; go back to a backup"),
                   store->path, SAY_QUARTER(db_integer(&query, 0)));
}

enum status store_verify_rest(struct store *store, struct err *err)
{
    enum status status = store_begin_read(store, err);
    if (status)
        return status;
    status = verify_plans(store, err);
    if (!status)
        status = verify_removed(store, err);
    if (!status)
        status = verify_settings(store, err);
    if (!status)
        status = verify_marks(store, seals_sql, err);
    if (!status)
        status = verify_marks(store, answers_sql, err);
    if (!status)
        status = papers_verify(store, err);
    if (!status)
        status = layouts_verify(store, err);
    if (!status)
        status = receipts_verify(store, err);
    if (!status)
        status = records_verify(store, err);
    if (!status)
        status = store_verify_secret(store, "passphrase", err);
    store_commit(store, NULL); // nothing was written
    return status;
}
