// SPDX-License-Identifier: GPL-3.0-or-later
// What other offices have sent: what is in force, and what it holds.
#include "receipts.h"

#include "orjon/base/digest.h"

#include <string.h>

#define COLUMNS(first_day)                                                                         \
    "SELECT r.id, r.office, r.template, r.seq, r.revision, r.fiscal_year, r.quarter, r.day,"       \
    " r.verdict, coalesce(r.verdict_day, 0), r.plan, r.seal, " first_day ","                       \
    " CASE WHEN r.verdict_seq IS NULL THEN '' ELSE coalesce((SELECT v.reason FROM journal v"       \
    " WHERE v.seq = r.verdict_seq), '') END FROM receipt r WHERE"
// The earliest day of those of its key that were not undone, as far as the condition goes.
#define EARLIEST(condition)                                                                        \
    "(SELECT min(f.day) FROM receipt f WHERE " condition                                           \
    "f.office = r.office AND f.fiscal_year = r.fiscal_year AND f.plan = r.plan"                    \
    " AND f.quarter = r.quarter AND NOT " TAKEN_BACK("f") ")"
// Of one in force: the others are few, and in an index of their own.
#define IN_FORCE COLUMNS("min(r.day, coalesce(" EARLIEST("NOT f.in_force AND ") ", r.day))")
// Of those of all offices: what came before is looked at beside it.
#define IN_FORCE_OF_ALL COLUMNS("r.day")

static enum status take(struct query *query, struct store_receipt *ret, struct err *err)
{
    const int64_t verdict = db_integer(query, 8);
    *ret = (struct store_receipt){
        .id = db_integer(query, 0),
        .office = db_integer(query, 1),
        .template_id = db_integer(query, 2),
        .seq = db_integer(query, 3),
        .revision = db_integer(query, 4),
        .fiscal_year = db_year(query, 5),
        .quarter = db_quarter(query, 6),
        .day = (int32_t)db_integer(query, 7),
        .verdict_day = (int32_t)db_integer(query, 9),
        .plan = db_text(query, 10),
        .seal = db_text(query, 11),
        .first_day = (int32_t)db_integer(query, 12),
        .reason = db_text(query, 13),
    };
    ret->on_paper = !*ret->seal;
    if (!ret->fiscal_year || !ret->quarter || verdict < VERDICT_NONE || verdict > VERDICT_RETURNED)
        return db_damaged(query->store, _("a receipt cannot be read"), err);
    ret->verdict = (enum verdict)verdict;
    return STATUS_OK;
}

// A literal for each way to ask, so that each takes the index that fits: of an office; of a quarter
// whatever the plan, which stands in order there; any other.
static enum status prepare_newest(struct store *store, int64_t office, const char *plan,
                                  int quarter, struct query *ret, struct err *err)
{
    if (office)
        return db_prepare(store,
                          IN_FORCE
                          " r.in_force AND r.fiscal_year = ?1 AND (?2 IS NULL OR r.plan = ?2)"
                          " AND (?3 IS NULL OR r.quarter = ?3) AND r.office = ?4"
                          " ORDER BY r.plan, r.quarter",
                          ret, err);
    if (quarter && !plan)
        return db_prepare(store,
                          IN_FORCE_OF_ALL " r.in_force AND r.fiscal_year = ?1 AND ?2 IS NULL"
                                          " AND r.quarter = ?3 ORDER BY r.office, r.plan",
                          ret, err);
    return db_prepare(store,
                      IN_FORCE_OF_ALL
                      " r.in_force AND r.fiscal_year = ?1 AND (?2 IS NULL OR r.plan = ?2)"
                      " AND (?3 IS NULL OR r.quarter = ?3) ORDER BY r.office, r.plan, r.quarter",
                      ret, err);
}

// --- what came before ---------------------------------------------------------------------------

// The earliest days of what was replaced, read along with what is in force in the same order. Only
// offices that have sent something twice are gone to, each from the one before it in the index.
struct earlier {
    struct query query;
    bool begun, row;
};

static void earlier_done(struct earlier *earlier)
{
    db_done(&earlier->query);
}

// The query of those in force is under way: both are of one state of the file.
static enum status begin_earlier(struct store *store, int fiscal_year, struct earlier *ret,
                                 struct err *err)
{
    ret->begun = true;
    enum status status = db_prepare(
        store,
        "WITH RECURSIVE twice(office) AS (SELECT min(f.office) FROM receipt f WHERE NOT f.in_force"
        " UNION ALL SELECT (SELECT min(f.office) FROM receipt f WHERE NOT f.in_force"
        " AND f.office > t.office) FROM twice t WHERE t.office IS NOT NULL)"
        " SELECT f.office, f.plan, f.quarter, min(f.day) FROM twice CROSS JOIN receipt f"
        " ON f.office = twice.office WHERE NOT f.in_force AND f.fiscal_year = ?1"
        " AND NOT " TAKEN_BACK("f") " GROUP BY f.office, f.plan, f.quarter"
                                    " ORDER BY f.office, f.plan, f.quarter",
        &ret->query, err);
    if (status)
        return status;
    db_bind_integer(&ret->query, fiscal_year);
    return db_step(&ret->query, &ret->row, err);
}

static int compare_earlier(struct earlier *earlier, const struct store_receipt *receipt)
{
    const int64_t office = db_integer(&earlier->query, 0);
    if (office != receipt->office)
        return office < receipt->office ? -1 : 1;
    const int plan = strcmp(db_text(&earlier->query, 1), receipt->plan);
    return plan ? plan : db_quarter(&earlier->query, 2) - receipt->quarter;
}

static enum status look_earlier(struct store *store, struct earlier *earlier,
                                struct store_receipt *receipt, struct err *err)
{
    enum status status =
        earlier->begun ? STATUS_OK : begin_earlier(store, receipt->fiscal_year, earlier, err);
    while (!status && earlier->row) {
        const int order = compare_earlier(earlier, receipt);
        const int32_t day = (int32_t)db_integer(&earlier->query, 3);
        if (order == 0 && day < receipt->first_day)
            receipt->first_day = day;
        if (order >= 0)
            break;
        status = db_step(&earlier->query, &earlier->row, err);
    }
    return status;
}

// --- in force -----------------------------------------------------------------------------------

enum status store_each_receipt(struct store *store, int64_t office, int fiscal_year,
                               const char *plan, int quarter,
                               enum status (*each)(void *data, const struct store_receipt *receipt),
                               void *data, struct err *err)
{
    autoquery query = {0};
    __attribute__((cleanup(earlier_done))) struct earlier earlier = {0};
    bool row = true;
    enum status status = prepare_newest(store, office, plan, quarter, &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    db_bind_text_or_null(&query, plan ? plan : "");
    db_bind_id(&query, quarter);
    if (office)
        db_bind_integer(&query, office);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        struct store_receipt receipt;
        status = take(&query, &receipt, err);
        if (!status && !office)
            status = look_earlier(store, &earlier, &receipt, err);
        if (!status)
            status = each(data, &receipt);
    }
    return status;
}

enum status store_each_revision(struct store *store, int64_t office, int fiscal_year,
                                const char *plan, int quarter,
                                enum status (*each)(void *data,
                                                    const struct store_receipt *receipt),
                                void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(
        store,
        COLUMNS(EARLIEST("")) " r.office = ? AND r.fiscal_year = ? AND r.plan = ? AND r.quarter = ?"
                              " AND NOT " TAKEN_BACK("r") " ORDER BY r.seq DESC",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    db_bind_integer(&query, fiscal_year);
    db_bind_text(&query, plan);
    db_bind_integer(&query, quarter);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        struct store_receipt receipt;
        status = take(&query, &receipt, err);
        if (!status)
            status = each(data, &receipt);
    }
    return status;
}

// One receipt of each plan and template, from one to the next in the index: DISTINCT would read
// what every office has sent.
#define OF_YEAR " FROM receipt n WHERE n.in_force AND n.fiscal_year = ?1"
enum status store_each_sent_plan(struct store *store, int fiscal_year,
                                 enum status (*each)(void *data, const char *plan,
                                                     const char *family, int64_t template_id),
                                 void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(store,
                                    "WITH RECURSIVE one(id) AS (SELECT (SELECT n.id" OF_YEAR
                                    " ORDER BY n.plan, n.template LIMIT 1) UNION ALL"
                                    " SELECT coalesce((SELECT n.id" OF_YEAR
                                    " AND n.plan = r.plan AND n.template > r.template"
                                    " ORDER BY n.template LIMIT 1), (SELECT n.id" OF_YEAR
                                    " AND n.plan > r.plan ORDER BY n.plan, n.template LIMIT 1))"
                                    " FROM one CROSS JOIN receipt r ON r.id = one.id)"
                                    " SELECT r.plan, t.family, min(t.id) FROM one"
                                    " CROSS JOIN receipt r ON r.id = one.id"
                                    " CROSS JOIN template t ON t.id = r.template"
                                    " GROUP BY r.plan, t.family ORDER BY r.plan, t.family",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = each(data, db_text(&query, 0), db_text(&query, 1), db_integer(&query, 2));
    return status;
}

enum status store_load_template(struct store *store, int64_t template_id, struct str *ret,
                                struct err *err)
{
    autostr digest = STR_INIT;
    autoquery query = {0};
    bool row = false;
    const size_t start = ret->len;
    enum status status = db_first_of(store, "SELECT bytes, hash FROM template WHERE id = ?",
                                     template_id, &query, &row, err);
    if (status || !row)
        return status ? status : db_damaged(store, _("a plan cannot be read"), err);
    db_add_bytes(&query, 0, ret);
    digest_write(&digest, ret->buf + start, ret->len - start);
    return strcmp(digest.buf, db_text(&query, 1)) == 0
               ? STATUS_OK
               : db_damaged(store, _("a plan cannot be read"), err);
}

enum status store_load_received(struct store *store, int64_t receipt, size_t count,
                                struct arena *texts, struct year *years, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    for (size_t i = 0; i < count * QUARTERS; i++)
        years[i / QUARTERS].quarter[i % QUARTERS] = (struct entry){.typed = "", .remark = ""};
    enum status status =
        db_prepare(store,
                   "SELECT place, quarter, state, value, count, denominator, dates, notes, typed,"
                   " remark FROM received WHERE receipt = ?",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, receipt);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const int64_t place = db_integer(&query, 0);
        const int quarter = db_quarter(&query, 1);
        if (place < 0 || (size_t)place >= count || !quarter)
            return db_damaged(store, _("a figure cannot be read"), err);
        status = figure_read(&query, 2, texts, &years[place].quarter[quarter - 1], err);
    }
    return status;
}
