// SPDX-License-Identifier: GPL-3.0-or-later
// Answers to queries.
#include "orjon/store/answers.h"

#include "db.h"

static enum status write_answer(struct store *store, const struct store_answer *answer,
                                struct err *err)
{
    const struct journal_new row = {.what = JOURNAL_ANSWER,
                                    .office = answer->office,
                                    .plan = answer->plan,
                                    .indicator = answer->indicator_id,
                                    .quarter = answer->quarter,
                                    .name = answer->code,
                                    .new_text = answer->reason};
    int64_t seq = 0;
    autoquery query = {0};
    enum status status = journal_add(store, &row, &seq, err);
    if (!status)
        status = db_prepare(
            store,
            "INSERT INTO answer(office, plan, indicator, quarter, code, reason, seq)"
            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (office, plan, indicator, quarter, code)"
            " DO UPDATE SET reason = excluded.reason, seq = excluded.seq",
            &query, err);
    if (status)
        return status;
    db_bind_integer(&query, answer->office);
    db_bind_integer(&query, answer->plan);
    db_bind_text(&query, answer->indicator);
    db_bind_integer(&query, answer->quarter);
    db_bind_text(&query, answer->code);
    db_bind_text(&query, answer->reason);
    db_bind_integer(&query, seq);
    return db_run(&query, err);
}

enum status store_put_answer(struct store *store, const struct store_answer *answer,
                             struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = write_answer(store, answer, err);
    if (!status)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

enum status store_each_answer(struct store *store, int64_t office, int64_t plan,
                              enum status (*each)(void *data, const struct store_answer *answer),
                              void *data, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = db_prepare(
        store,
        "SELECT a.indicator, a.quarter, a.code, a.reason, coalesce(i.id, 0) FROM answer a"
        " LEFT JOIN indicator i ON i.plan = a.plan AND i.code = a.indicator"
        " WHERE a.office = ?1 AND a.plan = ?2 AND NOT EXISTS (SELECT 1 FROM journal j"
        " WHERE j.indicator = i.id AND j.seq > a.seq AND j.what <> 'answer'"
        " AND coalesce(j.quarter, 0) = a.quarter)",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    db_bind_integer(&query, plan);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const struct store_answer answer = {.office = office,
                                            .plan = plan,
                                            .indicator = db_text(&query, 0),
                                            .quarter = (int)db_integer(&query, 1),
                                            .code = db_text(&query, 2),
                                            .reason = db_text(&query, 3),
                                            .indicator_id = db_integer(&query, 4)};
        status = each(data, &answer);
    }
    return status;
}
