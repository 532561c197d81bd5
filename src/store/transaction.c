// SPDX-License-Identifier: GPL-3.0-or-later
// Transactions, one in the other, behind the queue.
#include "db.h"

#include "orjon/base/file.h"
#include "orjon/base/refusal.h"

static enum status run(struct store *store, const char *sql, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, sql, &query, err);
    return status ? status : db_run(&query, err);
}

static enum status nest(struct store *store, struct err *err)
{
    enum status status = run(store, "SAVEPOINT inner", err);
    if (!status)
        store->depth++;
    return status;
}

enum status store_may_write(const struct store *store, struct err *err)
{
    switch (store->why) {
    case READ_AND_WRITE:
        return STATUS_OK;
    case READ_TWO_NAMES: // under the other a journal of an unfinished change is not found
        return err_set(err, STATUS_READ_ONLY,
                       _("%s has another name on the disk (a hard link), and what two programs "
                         "change under two names is lost; take the other name away, or go on with "
                         "a copy: orjon backup"),
                       store->path);
    default:
        return refuse_read_only(store->path, store->why == READ_ASKED_FOR, err);
    }
}

enum status store_begin_write(struct store *store, struct err *err)
{
    enum status status = store_may_write(store, err);
    if (status)
        return status;
    if (store->depth > 0 && !store->writing)
        return err_set(err, STATUS_FAILED, _("%s: a change inside a reading"), store->path);
    if (store->depth > 0)
        return nest(store, err);
    status = queue_enter(store, err);
    if (status)
        return status;
    // Immediate: a transaction that reads first and then wants to write can only be refused when
    // somebody else has written in between.
    status = run(store, "BEGIN IMMEDIATE", err);
    if (status) {
        queue_leave(store);
        return status;
    }
    store->depth = 1;
    store->writing = true;
    store->batch = 0;
    return STATUS_OK;
}

enum status store_begin_read(struct store *store, struct err *err)
{
    if (store->depth > 0)
        return nest(store, err);
    enum status status = run(store, "BEGIN", err);
    if (status)
        return status;
    store->depth = 1;
    status = run(store, "SELECT id FROM office LIMIT 1", err); // the state that is read begins here
    if (status)
        store_rollback(store);
    return status;
}

static void finish(struct store *store)
{
    store->depth = 0;
    if (store->writing)
        queue_leave(store);
    store->writing = false;
}

// After the journal of a transaction is gone, which saves it, the folder is synced so that it stays
// gone. Where the disk refuses that, all is in the file, but a power cut may bring the journal
// back, and with it what was before; so it is tried once more.
static bool is_only_unconfirmed(struct store *store)
{
    if (store->depth != 1 || sqlite3_extended_errcode(store->db) != SQLITE_IOERR_DIR_FSYNC)
        return false;
    store->unconfirmed = file_sync_folder_of(store->path) != STATUS_OK;
    return true;
}

enum status store_commit(struct store *store, struct err *err)
{
    struct err own = {0};
    enum status status = run(store, store->depth > 1 ? "RELEASE inner" : "COMMIT", &own);
    if (!status && store->depth == 1 && store->batch)
        store->unconfirmed = false; // what was before is confirmed with it
    if (status && is_only_unconfirmed(store))
        status = STATUS_OK;
    if (status && err)
        *err = own;
    if (status) {
        store_rollback(store);
        return status;
    }
    if (store->depth > 1)
        store->depth--;
    else
        finish(store);
    return STATUS_OK;
}

void store_rollback(struct store *store)
{
    if (store->depth > 1) {
        run(store, "ROLLBACK TO inner", NULL);
        run(store, "RELEASE inner", NULL);
        store->depth--;
    } else if (store->depth == 1) {
        if (!sqlite3_get_autocommit(store->db))
            run(store, "ROLLBACK", NULL);
        finish(store);
    }
}

enum status store_end(struct store *store, enum status status, struct err *err)
{
    if (!status)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

bool store_is_unconfirmed(const struct store *store)
{
    return store->unconfirmed;
}

bool store_is_changing(const struct store *store)
{
    return store->depth > 0;
}

bool store_changed_elsewhere(struct store *store)
{
    autoquery query = {0};
    bool row = false;
    // At a key press nobody waits for somebody else's commit; the caller reads again, and waits
    // then.
    db_set_patience(store, false);
    enum status status = db_prepare(store, "PRAGMA data_version", &query, NULL);
    if (!status)
        status = db_step(&query, &row, NULL);
    db_set_patience(store, true);
    if (status || !row)
        return true;
    int64_t before = store->data_version;
    store->data_version = db_integer(&query, 0);
    return store->data_version != before;
}
