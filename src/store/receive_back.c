// SPDX-License-Identifier: GPL-3.0-or-later
// What came with a bundle undone, whole, and done again.
#include "receipts.h"

static enum status find(struct store *store, bool redo, int64_t *ret_seq, int64_t *ret_office,
                        struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first(store,
                 redo ? "SELECT b.undoes, b.record FROM journal b WHERE b.seq = (" LAST_BACK(
                            "receive", "receive-back") ")"
                      : "SELECT r.seq, r.office FROM receipt r WHERE r.in_force"
                        " ORDER BY r.seq DESC LIMIT 1",
                 &query, &row, err);
    if (status)
        return status;
    if (!row)
        return err_set(err, STATUS_NOT_FOUND, "%s",
                       redo ? _("There is nothing to redo") : _("There is nothing to undo"));
    *ret_seq = db_integer(&query, 0);
    *ret_office = db_integer(&query, 1);
    return STATUS_OK;
}

static enum status run_on(struct store *store, const char *sql, int64_t seq, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, sql, &query, err);
    if (status)
        return status;
    db_bind_integer(&query, seq);
    return db_run(&query, err);
}

#define OF_ONE_KEY                                                                                 \
    " b.office = r.office AND b.fiscal_year = r.fiscal_year AND b.plan = r.plan"                   \
    " AND b.quarter = r.quarter"

// What each of them took the place of; of several the last that was not itself undone.
static enum status take_back(struct store *store, int64_t seq, struct err *err)
{
    enum status status = run_on(store, "UPDATE receipt SET in_force = 0 WHERE seq = ?", seq, err);
    return status
               ? status
               : run_on(store,
                        "UPDATE receipt SET in_force = 1 WHERE id IN (SELECT (SELECT b.id"
                        " FROM receipt b WHERE" OF_ONE_KEY " AND b.seq < r.seq AND NOT " TAKEN_BACK(
                            "b") " ORDER BY b.seq DESC LIMIT 1) FROM receipt r WHERE r.seq = ?)",
                        seq, err);
}

static enum status put_forth(struct store *store, int64_t seq, struct err *err)
{
    enum status status = run_on(store,
                                "UPDATE receipt SET in_force = 0 WHERE id IN (SELECT b.id"
                                " FROM receipt r CROSS JOIN receipt b ON" OF_ONE_KEY
                                " WHERE r.seq = ? AND b.in_force)",
                                seq, err);
    return status ? status
                  : run_on(store, "UPDATE receipt SET in_force = 1 WHERE seq = ?", seq, err);
}

enum status store_undo_receive(struct store *store, bool redo, int64_t *ret_seq, struct err *err)
{
    int64_t office = 0, seq = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = find(store, redo, ret_seq, &office, err);
    if (!status)
        status = (redo ? put_forth : take_back)(store, *ret_seq, err);
    const struct journal_new row = {.what = redo ? JOURNAL_RECEIVE_AGAIN : JOURNAL_RECEIVE_BACK,
                                    .record = office,
                                    .undoes = *ret_seq};
    if (!status)
        status = journal_add(store, &row, &seq, err);
    return store_end(store, status, err);
}

enum status store_find_came(struct store *store, int64_t seq, struct store_came *ret,
                            struct err *err)
{
    autoquery query = {0};
    bool row = false;
    const enum status status =
        db_first_of(store, "SELECT office, fiscal_year, quarter FROM receipt WHERE seq = ? LIMIT 1",
                    seq, &query, &row, err);
    if (status)
        return status;
    *ret = (struct store_came){0};
    if (row)
        *ret =
            (struct store_came){db_integer(&query, 0), db_year(&query, 1), db_quarter(&query, 2)};
    return ret->fiscal_year && ret->quarter ? STATUS_OK
                                            : db_damaged(store, _("a receipt cannot be read"), err);
}
