// SPDX-License-Identifier: GPL-3.0-or-later
// What came in, how it was judged and what was remarked, against the journal.
#include "receipts.h"

#include "orjon/base/digest.h"
#include "orjon/domain/template.h"
#include "orjon/store/receipts.h"

#include <string.h>

// Each receipt is of a row that tells of it; of each office, year, plan and quarter the newest that
// was not undone is in force and no other.
static const char receipts_sql[] =
    "SELECT r.plan, r.quarter FROM receipt r LEFT JOIN journal j ON j.seq = r.seq"
    " LEFT JOIN journal v ON v.seq = r.verdict_seq"
    " WHERE j.what IS NOT 'receive' OR j.record IS NOT r.office"
    " OR j.name IS NOT r.fiscal_year || ' ' || r.quarter"
    " OR instr(' ' || j.new_text || ' ', ' ' || r.plan || ' ') = 0"
    " OR r.in_force <> (NOT " TAKEN_BACK(
        "r") " AND NOT EXISTS (SELECT 1 FROM receipt n WHERE n.office = r.office"
             " AND n.fiscal_year = r.fiscal_year AND n.plan = r.plan AND n.quarter = r.quarter"
             " AND n.seq > r.seq AND NOT " TAKEN_BACK(
                 "n") "))"
                      " OR r.verdict <> 0 AND (v.what IS NOT 'judge' OR v.record IS NOT r.office"
                      " OR v.name IS NOT r.fiscal_year || ' ' || r.quarter || ' ' || r.plan"
                      " OR v.new_text IS NOT CASE r.verdict WHEN 1 THEN 'accepted ' ELSE 'returned "
                      "' END || r.seal)"
                      " LIMIT 1";

// Whoever came in is there whole.
static const char arrivals_sql[] =
    "SELECT j.name, 0 FROM journal j WHERE j.what <> 'figure' AND j.what = 'receive'"
    " AND (SELECT count(*) FROM receipt r WHERE r.seq = j.seq)"
    " <> 1 + length(j.new_text) - length(replace(j.new_text, ' ', '')) LIMIT 1";

// Both ways, by the newest row of each.
static const char marks_sql[] =
    "WITH last AS (SELECT record, name, max(seq) AS seq FROM journal WHERE what <> 'figure'"
    " AND what = 'mark' GROUP BY record, name)"
    " SELECT m.plan, m.quarter FROM mark m LEFT JOIN last ON last.record = m.office"
    " AND last.name = m.fiscal_year || ' ' || m.quarter || ' ' || m.plan || ' ' || m.code"
    " WHERE last.seq IS NOT m.seq"
    " UNION ALL SELECT last.name, 0 FROM last CROSS JOIN journal j ON j.seq = last.seq"
    " WHERE (j.new_text = '') <> (last.seq NOT IN (SELECT seq FROM mark)) LIMIT 1";

static enum status wrong(const struct store *store, const char *name, struct err *err)
{
    return err_set(
        err, STATUS_DAMAGED,
        _("%s is damaged: what came in for %s is not what the journal says; go back to a backup"),
        store->path, name);
}

static enum status expect_none(struct store *store, const char *sql, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, sql, &query, &row, err);
    return status || !row ? status : wrong(store, db_text(&query, 0), err);
}

static enum status verify_templates(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(store, "SELECT id, family FROM template", &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        autostr text = STR_INIT, family = STR_INIT;
        status = store_load_template(store, db_integer(&query, 0), &text, err);
        if (status)
            return status;
        template_head(text.buf, "family", &family);
        if (strcmp(family.buf, db_text(&query, 1)) != 0)
            status = db_damaged(store, _("a plan cannot be read"), err);
    }
    return status;
}

// A mark's own columns against the text of its row.
static enum status verify_marks(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT m.mark, m.follow_up, m.marks, m.remark, m.code, j.new_text, m.plan"
                   " FROM mark m CROSS JOIN journal j ON j.seq = m.seq",
                   &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        autostr text = STR_INIT;
        const struct store_mark mark = {.mark = (int)db_integer(&query, 0),
                                        .follow_up = db_integer(&query, 1) != 0,
                                        .marks = db_number(&query, 2, NULL),
                                        .remark = db_text(&query, 3)};
        mark_write(&mark, &text);
        if (strcmp(text.buf, db_text(&query, 5)) != 0)
            return wrong(store, db_text(&query, 6), err);
    }
    return status;
}

enum status receipts_verify(struct store *store, struct err *err)
{
    enum status status = expect_none(store, receipts_sql, err);
    if (!status)
        status = expect_none(store, arrivals_sql, err);
    if (!status)
        status = expect_none(store, marks_sql, err);
    if (!status)
        status = verify_marks(store, err);
    return status ? status : verify_templates(store, err);
}
