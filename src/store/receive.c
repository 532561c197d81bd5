// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle taken in.
#include "orjon/store/receipts.h"

#include "db.h"
#include "papers.h"

#include "orjon/base/digest.h"
#include "orjon/domain/period.h"
#include "orjon/domain/template.h"

#include <string.h>

// --- taking in ----------------------------------------------------------------------------------

static enum status find_template(struct store *store, const char *hash, int64_t *ret,
                                 struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(store, "SELECT id FROM template WHERE hash = ?", &query, err);
    if (status)
        return status;
    db_bind_text(&query, hash);
    status = db_step(&query, &row, err);
    *ret = !status && row ? db_integer(&query, 0) : 0;
    return status;
}

static enum status keep_template(struct store *store, const struct store_arrival *arrival,
                                 int64_t *ret, struct err *err)
{
    autostr hash = STR_INIT, family = STR_INIT;
    const char *text = arrival->template_text;
    if (arrival->template_hash)
        str_add(&hash, arrival->template_hash);
    else
        digest_write(&hash, text, strlen(text));
    enum status status = find_template(store, hash.buf, ret, err);
    if (status || *ret)
        return status;
    autoquery query = {0};
    status = db_prepare(store, "INSERT INTO template(hash, family, bytes) VALUES (?, ?, ?)", &query,
                        err);
    if (status)
        return status;
    template_head(text, "family", &family);
    db_bind_text(&query, hash.buf);
    db_bind_text(&query, family.buf);
    db_bind_bytes(&query, text, strlen(text));
    status = db_run(&query, err);
    *ret = sqlite3_last_insert_rowid(store->db);
    return status;
}

// Newer than what is there, or taken in on purpose: the caller has asked.
static enum status retire(struct store *store, const struct store_arrival *arrival, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "UPDATE receipt SET in_force = 0 WHERE in_force"
                                    " AND fiscal_year = ? AND plan = ? AND quarter = ?"
                                    " AND office = ?",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, arrival->fiscal_year);
    db_bind_text(&query, arrival->plan);
    db_bind_integer(&query, arrival->quarter);
    db_bind_integer(&query, arrival->office);
    return db_run(&query, err);
}

static enum status add_receipt(struct store *store, const struct store_arrival *arrival,
                               int64_t template_id, int64_t seq, int64_t *ret, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store,
                   "INSERT INTO receipt(office, template, seq, fiscal_year, quarter, revision, day,"
                   " in_force, verdict, plan, seal) VALUES (?, ?, ?, ?, ?, ?, ?, 1, 0, ?, ?)",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, arrival->office);
    db_bind_integer(&query, template_id);
    db_bind_integer(&query, seq);
    db_bind_integer(&query, arrival->fiscal_year);
    db_bind_integer(&query, arrival->quarter);
    db_bind_integer(&query, arrival->revision);
    db_bind_integer(&query, arrival->day);
    db_bind_text(&query, arrival->plan);
    db_bind_text(&query, arrival->seal);
    status = db_run(&query, err);
    *ret = sqlite3_last_insert_rowid(store->db);
    return status;
}

static enum status add_figure(struct store *store, int64_t receipt,
                              const struct store_received *figure, struct err *err)
{
    const struct entry *entry = figure->entry;
    char dates[LIST_BYTES_MAX];
    autoquery query = {0};
    enum status status =
        db_prepare(store,
                   "INSERT INTO received(receipt, place, quarter, state, more, value, count,"
                   " denominator, dates, notes, typed, remark)"
                   " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, receipt);
    db_bind_integer(&query, figure->place);
    db_bind_integer(&query, figure->quarter);
    db_bind_integer(&query, entry->state);
    db_bind_integer(&query, entry->count.set || entry->denominator.set || entry->dates > 0);
    figure_bind_reading(&query, entry, dates);
    db_bind_text(&query, entry->typed);
    db_bind_text(&query, entry->remark);
    return db_run(&query, err);
}

static enum status take_in(struct store *store, const struct store_arrival *arrival, int64_t seq,
                           struct err *err)
{
    int64_t template_id = 0, receipt = 0;
    enum status status = keep_template(store, arrival, &template_id, err);
    if (!status)
        status = retire(store, arrival, err);
    if (!status)
        status = add_receipt(store, arrival, template_id, seq, &receipt, err);
    for (size_t i = 0; !status && i < arrival->figures; i++)
        status = add_figure(store, receipt, &arrival->figure[i], err);
    return status;
}

static enum status note_arrival(struct store *store, const struct store_arrival *arrivals, size_t n,
                                const struct str *bytes, int64_t *ret_seq, struct err *err)
{
    autostr name = STR_INIT, plans = STR_INIT, digest = STR_INIT;
    str_addf(&name, "%d %d", arrivals->fiscal_year, arrivals->quarter);
    for (size_t i = 0; i < n; i++)
        str_addf(&plans, "%s%s", i ? " " : "", arrivals[i].plan);
    digest_write(&digest, bytes->buf, bytes->len);
    const struct journal_new row = {.what = JOURNAL_RECEIVE,
                                    .record = arrivals->office,
                                    .name = name.buf,
                                    .new_text = plans.buf,
                                    .digest = digest.buf};
    return journal_add(store, &row, ret_seq, err);
}

enum status store_receive(struct store *store, const struct store_arrival *arrivals, size_t n,
                          const struct str *bytes, int64_t *ret_seq, struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = note_arrival(store, arrivals, n, bytes, ret_seq, err);
    if (!status)
        status = paper_keep(store, *ret_seq, bytes->buf, bytes->len, err);
    for (size_t i = 0; !status && i < n; i++)
        status = take_in(store, &arrivals[i], *ret_seq, err);
    return store_end(store, status, err);
}
