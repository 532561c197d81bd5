// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of a plan loaded; figures put, never over what somebody else has put unseen.
#include "orjon/store/entries.h"

#include "db.h"

#include "orjon/base/refusal.h"

#include <string.h>

#define FIGURE_COLUMNS                                                                             \
    "f.state, f.value, f.count, f.denominator, f.dates, f.notes, f.typed, f.remark"

static const struct entry empty = {.typed = "", .remark = ""};

static enum status read_into(struct query *query, const struct plan *plan, struct arena *texts,
                             struct year *ret, struct err *err)
{
    struct store *store = query->store;
    size_t position = (size_t)db_integer(query, 0);
    int64_t quarter = db_integer(query, 2);
    if (position >= plan->count || plan->indicator[position].id != db_integer(query, 1))
        return refuse_changed(_("The plan"), NULL, err);
    if (quarter < 1 || quarter > QUARTERS)
        return db_damaged(store, _("a figure cannot be read"), err);
    return figure_read(query, 3, texts, &ret[position].quarter[quarter - 1], err);
}

enum status store_load_entries(struct store *store, int64_t office, const struct plan *plan,
                               struct arena *texts, struct year *ret, struct err *err)
{
    for (size_t i = 0; i < plan->count; i++)
        for (int q = 0; q < QUARTERS; q++)
            ret[i].quarter[q] = empty;
    autoquery query = {0};
    enum status status =
        db_prepare(store,
                   "SELECT i.position, i.id, f.quarter, " FIGURE_COLUMNS
                   " FROM indicator i CROSS JOIN figure f ON f.office = ?2 AND f.indicator = i.id"
                   " WHERE i.plan = ?1 AND i.position IS NOT NULL",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan->id);
    db_bind_integer(&query, office);
    bool row = true;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = read_into(&query, plan, texts, ret, err);
    return status;
}

enum status store_load_entry(struct store *store, int64_t office, int64_t indicator, int quarter,
                             struct arena *texts, struct entry *ret, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store,
                   "SELECT " FIGURE_COLUMNS
                   " FROM figure f WHERE office = ? AND indicator = ? AND quarter = ?",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    db_bind_integer(&query, indicator);
    db_bind_integer(&query, quarter);
    bool row = false;
    status = db_step(&query, &row, err);
    if (status)
        return status;
    *ret = empty;
    return row ? figure_read(&query, 0, texts, ret, err) : STATUS_OK;
}

static bool same_words(const struct entry *a, const struct entry *b)
{
    return strcmp(a->typed, b->typed) == 0 && strcmp(a->remark, b->remark) == 0;
}

// The figure as it stands, and whether its indicator is (still) one of the plan's. The texts are
// those of the query.
static enum status look_up(struct query *query, const struct store_change *change,
                           struct entry *ret, struct err *err)
{
    struct store *store = query->store;
    db_bind_integer(query, change->indicator);
    db_bind_integer(query, change->office);
    db_bind_integer(query, change->quarter);
    bool row = false;
    enum status status = db_step(query, &row, err);
    if (status)
        return status;
    if (!row)
        return err_set(err, STATUS_NOT_FOUND, _("%s: there is no such office or indicator"),
                       store->path);
    if (db_is_null(query, 0))
        return refuse_changed(_("The plan"), NULL, err);
    *ret = empty;
    return db_is_null(query, 2) ? STATUS_OK : figure_read(query, 2, NULL, ret, err);
}

static enum status put(struct store *store, const struct store_change *change, const char *reason,
                       struct err *err)
{
    const struct figure_key key = {
        .office = change->office, .indicator = change->indicator, .quarter = change->quarter};
    struct entry present;
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "SELECT i.position, i.code, " FIGURE_COLUMNS
                                    " FROM indicator i LEFT JOIN figure f ON f.office = ?2"
                                    " AND f.indicator = i.id AND f.quarter = ?3 WHERE i.id = ?1",
                                    &query, err);
    if (!status)
        status = look_up(&query, change, &present, err);
    if (status)
        return status;
    const struct entry *seen = change->seen, *entry = change->entry;
    if (seen && (seen->state != present.state || !same_words(seen, &present)))
        return figure_changed(db_text(&query, 1), change->quarter, &present, err);
    if (same_words(entry, &present) && entry_same_reading(entry, &present))
        return STATUS_OK;
    return figure_write(store, &key, JOURNAL_FIGURE, &present, entry, reason, err);
}

enum status store_put_entries(struct store *store, const struct store_change *changes, size_t n,
                              const char *reason, size_t *ret_failed, struct err *err)
{
    size_t i = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    while (i < n && (status = put(store, &changes[i], reason, err)) == STATUS_OK)
        i++;
    if (!status)
        return store_commit(store, err);
    store_rollback(store);
    if (ret_failed)
        *ret_failed = i;
    return status;
}

enum status store_put_entry(struct store *store, const struct store_change *change,
                            const char *reason, struct err *err)
{
    return store_put_entries(store, change, 1, reason, NULL, err);
}

enum status store_clear_entry(struct store *store, int64_t office, int64_t indicator, int quarter,
                              const struct entry *seen, const char *reason, struct err *err)
{
    const struct store_change change = {.office = office,
                                        .indicator = indicator,
                                        .quarter = quarter,
                                        .seen = seen,
                                        .entry = &empty};
    return store_put_entry(store, &change, reason, err);
}
