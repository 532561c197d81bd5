// SPDX-License-Identifier: GPL-3.0-or-later
// Finalised quarters.
#include "orjon/store/seals.h"

#include "acts.h"
#include "db.h"
#include "papers.h"

#include "orjon/base/digest.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <stdio.h>
#include <string.h>

enum { REVISIONS_MAX = 1000000 }; // more often no quarter was ever opened again

struct sealing {
    int64_t office, plan;
    int quarter;
    const char *hash, *reason;
    const struct str *paper; // NULL when it is opened
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
        if (db_quarter(&query, 0))
            sealed |= 1U << (unsigned)(db_quarter(&query, 0) - 1);
        else
            return db_damaged(store, _("a seal cannot be read"), err);
    if (!status)
        *ret = sealed;
    return status;
}

// Of the return while it is locked, else "". It stands on papers.
static bool is_digest(const char *text, bool locked)
{
    return strspn(text, "0123456789abcdef") == strlen(text) && strlen(text) == (locked ? 64 : 0);
}

static enum status load_row(struct store *store, int64_t office, int64_t plan, int quarter,
                            struct store_seal *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(store,
                                    "SELECT s.locked, s.revision, s.hash, s.seq, j.at, j.who"
                                    " FROM seal s JOIN journal j ON j.seq = s.seq"
                                    " WHERE s.office = ? AND s.plan = ? AND s.quarter = ?",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, office);
    db_bind_integer(&query, plan);
    db_bind_integer(&query, quarter);
    status = db_step(&query, &row, err);
    if (status)
        return status;
    *ret = (struct store_seal){0};
    if (!row)
        return STATUS_OK;
    const int64_t revision = db_integer(&query, 1);
    if (revision < 0 || revision >= REVISIONS_MAX || db_integer(&query, 3) < 1 ||
        !is_digest(db_text(&query, 2), db_integer(&query, 0) != 0))
        return db_damaged(store, _("a seal cannot be read"), err);
    ret->locked = db_integer(&query, 0) != 0;
    ret->revision = (int)revision;
    snprintf(ret->hash, sizeof ret->hash, "%s", db_text(&query, 2));
    ret->seq = db_integer(&query, 3);
    snprintf(ret->at, sizeof ret->at, "%s", db_text(&query, 4));
    text_copy(ret->who, sizeof ret->who, db_text(&query, 5));
    return STATUS_OK;
}

// The seal is what the journal says of it last, or it is somebody else's work.
static bool is_as_said(const struct store_seal *seal, const struct act *act)
{
    if (!act || act->seq == 0)
        return seal->seq == 0;
    return seal->seq == act->seq && seal->locked == act->locked &&
           strcmp(seal->hash, act->hash) == 0 && seal->revision == act->revision;
}

enum status store_load_seal(struct store *store, int64_t office, int64_t plan, int quarter,
                            struct store_seal *ret, struct err *err)
{
    autoacts acts = {0};
    autostr name = STR_INIT;
    enum status status = load_row(store, office, plan, quarter, ret, err);
    if (!status)
        status = acts_plan(store, plan, &name, err);
    if (!status)
        status = acts_read(store, office, &acts, err);
    if (status)
        return status;
    if (!is_as_said(ret, acts_find(&acts, name.buf, quarter)))
        return err_set(err, STATUS_DAMAGED,
                       _("%s is damaged: a seal or an answer of %s is not what the journal "
                         "says; go back to a backup"),
                       store->path, SAY_QUARTER(quarter));
    ret->next = acts_next(&acts, name.buf, quarter);
    if (!ret->locked)
        ret->revision = ret->next;
    return STATUS_OK;
}

static enum status write_seal(struct store *store, const struct sealing *sealing, bool locked,
                              int revision, struct err *err)
{
    char name[16];
    autostr digest = STR_INIT;
    snprintf(name, sizeof name, "%d", revision);
    if (locked)
        digest_write(&digest, sealing->paper->buf, sealing->paper->len);
    const struct journal_new row = {.what = locked ? JOURNAL_SEAL : JOURNAL_REOPEN,
                                    .office = sealing->office,
                                    .plan = sealing->plan,
                                    .quarter = sealing->quarter,
                                    .name = name,
                                    .new_text = sealing->hash,
                                    .digest = digest.buf,
                                    .reason = sealing->reason};
    int64_t seq = 0;
    autoquery query = {0};
    enum status status = journal_add(store, &row, &seq, err);
    if (!status && locked)
        status = paper_keep(store, seq, sealing->paper->buf, sealing->paper->len, err);
    if (!status)
        status = db_prepare(store,
                            "INSERT INTO seal(office, plan, quarter, locked, revision, hash, seq)"
                            " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (office, plan, quarter)"
                            " DO UPDATE SET locked = excluded.locked, revision = excluded.revision,"
                            " hash = excluded.hash, seq = excluded.seq",
                            &query, err);
    if (status)
        return status;
    db_bind_integer(&query, sealing->office);
    db_bind_integer(&query, sealing->plan);
    db_bind_integer(&query, sealing->quarter);
    db_bind_integer(&query, locked);
    db_bind_integer(&query, revision);
    db_bind_text(&query, sealing->hash);
    db_bind_integer(&query, seq);
    return db_run(&query, err);
}

// A later return that is signed prints the figures of this quarter too.
static enum status refuse_below(struct store *store, const struct sealing *sealing, struct err *err)
{
    unsigned sealed = 0;
    enum status status = store_sealed_quarters(store, sealing->office, sealing->plan, &sealed, err);
    for (int q = QUARTERS; !status && q > sealing->quarter; q--)
        if (sealed >> (unsigned)(q - 1) & 1)
            return err_set(err, STATUS_LOCKED,
                           _("%s, which carries these figures on, is finalised; open it "
                             "first"),
                           SAY_QUARTER(q));
    return status;
}

static enum status change_seal(struct store *store, const struct sealing *sealing, bool locked,
                               struct err *err)
{
    struct store_seal seal;
    enum status status =
        store_load_seal(store, sealing->office, sealing->plan, sealing->quarter, &seal, err);
    if (status)
        return status;
    if (locked && seal.locked)
        return refuse_sealed(err);
    if (!locked && !seal.locked)
        return err_set(err, STATUS_NOT_FOUND, _("%s is not finalised"),
                       SAY_QUARTER(sealing->quarter));
    if (!locked)
        status = refuse_below(store, sealing, err);
    return status ? status : write_seal(store, sealing, locked, seal.next, err);
}

static enum status set_seal(struct store *store, const struct sealing *sealing, bool locked,
                            struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = change_seal(store, sealing, locked, err);
    return store_end(store, status, err);
}

enum status store_seal_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                               const char *hash, const struct str *paper, struct err *err)
{
    const struct sealing sealing = {office, plan, quarter, hash, "", paper};
    return set_seal(store, &sealing, true, err);
}

enum status store_reopen_quarter(struct store *store, int64_t office, int64_t plan, int quarter,
                                 const char *reason, struct err *err)
{
    const struct sealing sealing = {office, plan, quarter, "", reason, NULL};
    if (!reason || !*reason)
        return err_set(err, STATUS_USAGE, _("Opening a finalised quarter needs a reason"));
    return set_seal(store, &sealing, false, err);
}
