// SPDX-License-Identifier: GPL-3.0-or-later
// Finalised quarters.
#include "orjon/store/seals.h"

#include "db.h"

struct sealing {
    int64_t office, plan;
    int quarter;
    const char *reason;
};

enum status store_sealed_quarters(struct store *store, int64_t office, int64_t plan, unsigned *ret,
                                  struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(
        store, "SELECT quarter FROM seal WHERE office = ? AND plan = ? AND locked", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    db_bind_integer(&query, plan);
    unsigned sealed = 0;
    bool row = true;
    while ((status = db_step(&query, &row, err)) == STATUS_OK && row)
        sealed |= 1U << ((unsigned)(db_integer(&query, 0) - 1) & 31);
    if (!status)
        *ret = sealed;
    return status;
}

static enum status write_seal(struct store *store, const struct sealing *sealing, bool locked,
                              struct err *err)
{
    const struct journal_new row = {.what = locked ? JOURNAL_SEAL : JOURNAL_REOPEN,
                                    .office = sealing->office,
                                    .plan = sealing->plan,
                                    .quarter = sealing->quarter,
                                    .reason = sealing->reason};
    int64_t seq = 0;
    autoquery query = {0};
    enum status status = journal_add(store, &row, &seq, err);
    if (!status)
        status = db_prepare(store,
                            "INSERT INTO seal(office, plan, quarter, locked, seq)"
                            " VALUES (?, ?, ?, ?, ?) ON CONFLICT (office, plan, quarter)"
                            " DO UPDATE SET locked = excluded.locked, seq = excluded.seq",
                            &query, err);
    if (status)
        return status;
    db_bind_integer(&query, sealing->office);
    db_bind_integer(&query, sealing->plan);
    db_bind_integer(&query, sealing->quarter);
    db_bind_integer(&query, locked);
    db_bind_integer(&query, seq);
    return db_run(&query, err);
}

static enum status set_seal(struct store *store, const struct sealing *sealing, bool locked,
                            struct err *err)
{
    unsigned sealed = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = store_sealed_quarters(store, sealing->office, sealing->plan, &sealed, err);
    bool is_locked = sealed >> (unsigned)(sealing->quarter - 1) & 1;
    if (!status && locked && is_locked)
        status = err_set(err, STATUS_LOCKED, _("Quarter %s is finalised already"),
                         SAY(sealing->quarter));
    if (!status && !locked && !is_locked)
        status =
            err_set(err, STATUS_NOT_FOUND, _("Quarter %s is not finalised"), SAY(sealing->quarter));
    if (!status)
        status = write_seal(store, sealing, locked, err);
    if (!status)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

enum status store_seal_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                               const char *reason, struct err *err)
{
    const struct sealing sealing = {office, plan, quarter, reason};
    return set_seal(store, &sealing, true, err);
}

enum status store_reopen_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                                 const char *reason, struct err *err)
{
    const struct sealing sealing = {office, plan, quarter, reason};
    if (!reason || !*reason)
        return err_set(err, STATUS_USAGE, _("Opening a finalised quarter needs a reason"));
    return set_seal(store, &sealing, false, err);
}
