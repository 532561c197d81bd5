// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite refused, as a status and a sentence for the user.
#include "db.h"

#include "orjon/base/file.h"
#include "orjon/base/refusal.h"

#include <string.h>

static enum status of_errno(int error)
{
    enum status status = error ? status_of_errno(error) : STATUS_IO;
    // The file was there when it was opened, so these are about something else.
    return status == STATUS_NOT_FOUND || status == STATUS_EXISTS ? STATUS_IO : status;
}

static enum status of_constraint(const struct store *store, int extended, struct err *err)
{
    const char *said = sqlite3_errmsg(store->db);
    if (strcmp(said, "orjon: sealed") == 0)
        return refuse_sealed(err);
    if (extended == SQLITE_CONSTRAINT_FOREIGNKEY)
        return err_set(err, STATUS_NOT_FOUND, _("%s: there is no such office or indicator"),
                       store->path);
    return err_set(err, STATUS_FAILED, _("%s refused the change: %s"), store->path, said);
}

enum status db_damaged(const struct store *store, const char *what, struct err *err)
{
    return err_set(err, STATUS_DAMAGED, _("%s is damaged (%s); go back to a backup"), store->path,
                   what);
}

static enum status say(const struct store *store, enum status status, struct err *err)
{
    switch (status) {
    case STATUS_NO_SPACE:
        return err_set(err, status, _("The disk is full: %s was not changed"), store->path);
    case STATUS_READ_ONLY:
        return refuse_read_only(store->path, store->asked_to_read, err);
    default:
        return err_set(err, status, _("%s: the disk could not be read or written"), store->path);
    }
}

enum status db_fail(struct store *store, int rc, struct err *err)
{
    const int extended = sqlite3_extended_errcode(store->db);
    const int error = sqlite3_system_errno(store->db);
    switch (rc & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return refuse_busy(store->path, err);
    case SQLITE_FULL:
        return say(store, STATUS_NO_SPACE, err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return say(store, STATUS_READ_ONLY, err);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return say(store, of_errno(error), err);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return db_damaged(store, sqlite3_errmsg(store->db), err);
    case SQLITE_CONSTRAINT:
        return of_constraint(store, extended, err);
    default:
        return err_set(err, STATUS_FAILED, "%s: %s", store->path, sqlite3_errmsg(store->db));
    }
}
