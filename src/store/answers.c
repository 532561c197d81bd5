// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to queries.
#include "orjon/store/answers.h"

#include "db.h"

static void bind_place(struct query *query, const struct store_answer *answer)
{
    db_bind_integer(query, answer->office);
    db_bind_integer(query, answer->plan);
    db_bind_text(query, answer->indicator);
    db_bind_integer(query, answer->quarter);
    db_bind_text(query, answer->code);
}

static enum status present_reason(struct store *store, const struct store_answer *answer,
                                  struct str *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(store,
                                    "SELECT reason FROM answer WHERE office = ? AND plan = ?"
                                    " AND indicator = ? AND quarter = ? AND code = ?",
                                    &query, err);
    if (status)
        return status;
    bind_place(&query, answer);
    status = db_step(&query, &row, err);
    if (!status && row)
        str_add(ret, db_text(&query, 0));
    return status;
}

static enum status note(struct store *store, const struct store_answer *answer, const char *before,
                        const char *after, int64_t *ret_seq, struct err *err)
{
    const struct journal_new row = {.what = JOURNAL_ANSWER,
                                    .office = answer->office,
                                    .plan = answer->plan,
                                    .indicator = answer->indicator_id,
                                    .quarter = answer->quarter,
                                    .name = answer->code,
                                    .old_text = before,
                                    .new_text = after};
    return journal_add(store, &row, ret_seq, err);
}

static enum status write_answer(struct store *store, const struct store_answer *answer,
                                struct err *err)
{
    autostr before = STR_INIT;
    autoquery query = {0};
    int64_t seq = 0;
    enum status status = present_reason(store, answer, &before, err);
    if (!status)
        status = note(store, answer, before.buf, answer->reason, &seq, err);
    if (!status)
        status = db_prepare(
            store,
            "INSERT INTO answer(office, plan, indicator, quarter, code, reason, seq)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (office, plan, indicator, quarter, code)"
            " DO UPDATE SET reason = excluded.reason, seq = excluded.seq",
            &query, err);
    if (status)
        return status;
    bind_place(&query, answer);
    db_bind_text(&query, answer->reason);
    db_bind_integer(&query, seq);
    return db_run(&query, err);
}

static enum status delete_answer(struct store *store, const struct store_answer *answer,
                                 struct err *err)
{
    autostr before = STR_INIT;
    autoquery query = {0};
    int64_t seq = 0;
    enum status status = present_reason(store, answer, &before, err);
    if (!status && !before.len)
        status = err_set(err, STATUS_NOT_FOUND, _("There is no answer to withdraw"));
    if (!status)
        status = note(store, answer, before.buf, "", &seq, err);
    if (!status)
        status = db_prepare(store,
                            "DELETE FROM answer WHERE office = ? AND plan = ? AND indicator = ?"
                            " AND quarter = ? AND code = ?",
                            &query, err);
    if (status)
        return status;
    bind_place(&query, answer);
    return db_run(&query, err);
}

static enum status change(struct store *store, const struct store_answer *answer,
                          enum status (*make)(struct store *store,
                                              const struct store_answer *answer, struct err *err),
                          struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = make(store, answer, err);
    return store_end(store, status, err);
}

enum status store_put_answer(struct store *store, const struct store_answer *answer,
                             struct err *err)
{
    return change(store, answer, write_answer, err);
}

enum status store_drop_answer(struct store *store, const struct store_answer *answer,
                              struct err *err)
{
    return change(store, answer, delete_answer, err);
}

// A row of the journal without a quarter is about the target, or about the plan. An answer about
// a figure is about those before it too, with which it makes a total; one about the plan is about
// all its targets.
static const char holding_sql[] =
    "SELECT a.indicator, a.quarter, a.code, a.reason, coalesce(i.id, 0), s.who, s.at"
    " FROM answer a LEFT JOIN journal s ON s.seq = a.seq"
    " LEFT JOIN indicator i ON i.plan = a.plan AND i.code = a.indicator"
    " WHERE a.office = ?1 AND a.plan = ?2"
    " AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.indicator = i.id AND j.office = a.office"
    " AND j.quarter <= a.quarter AND j.seq > a.seq AND j.what <> 'answer')"
    " AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.indicator = i.id AND j.quarter IS NULL"
    " AND j.seq > a.seq AND j.what <> 'answer')"
    " AND (a.indicator <> '' OR (NOT EXISTS (SELECT 1 FROM indicator k"
    " CROSS JOIN journal j ON j.indicator = k.id WHERE k.plan = a.plan AND j.quarter IS NULL"
    " AND j.seq > a.seq AND j.what <> 'answer')"
    " AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.plan = a.plan AND j.indicator IS NULL"
    " AND j.seq > a.seq AND j.what <> 'answer' AND j.quarter IS NULL)))";

enum status store_each_answer(struct store *store, int64_t office, int64_t plan,
                              enum status (*each)(void *data, const struct store_answer *answer),
                              void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(store, holding_sql, &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    db_bind_integer(&query, plan);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const struct store_answer answer = {.office = office,
                                            .plan = plan,
                                            .indicator = db_text(&query, 0),
                                            .quarter = db_quarter(&query, 1),
                                            .code = db_text(&query, 2),
                                            .reason = db_text(&query, 3),
                                            .indicator_id = db_integer(&query, 4),
                                            .who = db_text(&query, 5),
                                            .at = db_text(&query, 6)};
        status = each(data, &answer);
    }
    return status;
}
