// SPDX-License-Identifier: GPL-3.0-or-later
// What SQLite refused, as a status and a sentence for the user.
#include "db.h"

#include "orjon/base/file.h"
#include "orjon/base/refusal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static enum status of_errno(int error)
{
    enum status status = error ? status_of_errno(error) : STATUS_IO;
    // The file was there when it was opened, so these are about something else.
    return status == STATUS_NOT_FOUND || status == STATUS_EXISTS ? STATUS_IO : status;
}

enum status disk_failed(const char *path, struct err *err)
{
    return err_set(err, STATUS_IO,
                   _("%s: the disk could not be read or written; try again, and copy the file to "
                     "another disk if it stays so"),
                   path);
}

// Whether the disk has refused to give a part of the file. SQLite calls such a page malformed, as
// if it had been read; what follows from it proves nothing.
static bool was_unreadable(const struct store *store)
{
    int error = 0;
    sqlite3_file_control(store->db, "main", SQLITE_FCNTL_LAST_ERRNO, &error);
    return error == EIO || error == ENXIO || error == ERANGE;
}

static bool has_moved(const struct store *store)
{
    int moved = 0;
    return sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK &&
           moved;
}

static enum status moved(const struct store *store, struct err *err)
{
    return err_set(err, STATUS_FAILED,
                   _("%s was moved, renamed or deleted while it was open: nothing was changed; end "
                     "the program and open the file where it is now"),
                   store->path);
}

static enum status half_changed(const struct store *store, struct err *err)
{
    return err_set(err, STATUS_READ_ONLY,
                   _("A change of %s was cut short and must be undone first: “orjon verify” does "
                     "that, where the file and its folder can be written"),
                   store->path);
}

// SQLite says «busy» also where the disk gives no locks at all. Nothing of ours is locked here, so
// that closing the file again takes no lock away.
bool db_gives_no_locks(const struct store *store)
{
    struct flock all = {.l_type = F_RDLCK, .l_whence = SEEK_SET, .l_len = 1};
    if (store->depth > 0)
        return false;
    int fd = open(store->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    const bool none = fd >= 0 && fcntl(fd, F_SETLK, &all) && errno == ENOLCK;
    if (fd >= 0)
        close(fd);
    return none;
}

static enum status busy(const struct store *store, struct err *err)
{
    if (!db_gives_no_locks(store))
        return refuse_busy(store->path, err);
    return err_set(err, STATUS_IO,
                   _("The disk of %s cannot keep two programs apart (it gives no locks): nothing "
                     "was done; copy the file to a disk of this machine"),
                   store->path);
}

static enum status of_constraint(const struct store *store, int extended, struct err *err)
{
    const char *said = sqlite3_errmsg(store->db);
    if (strcmp(said, "orjon: sealed") == 0)
        return refuse_sealed(err);
    if (extended == SQLITE_CONSTRAINT_FOREIGNKEY)
        return err_set(err, STATUS_NOT_FOUND, _("%s: there is no such office or indicator"),
                       store->path);
    return err_set(err, STATUS_FAILED, _("%s does not take this: it would not fit the rest"),
                   store->path);
}

enum status db_damaged(const struct store *store, const char *what, struct err *err)
{
    if (was_unreadable(store))
        return disk_failed(store->path, err);
    return err_set(err, STATUS_DAMAGED, _("%s is damaged (%s); go back to a backup"), store->path,
                   what);
}

static enum status of_disk(const struct store *store, enum status status, struct err *err)
{
    if (has_moved(store))
        return moved(store, err);
    switch (status) {
    case STATUS_NO_SPACE:
        return err_set(err, status, _("The disk is full: %s was not changed"), store->path);
    case STATUS_READ_ONLY:
        return refuse_read_only(store->path, store->why == READ_ASKED_FOR, err);
    default:
        return disk_failed(store->path, err);
    }
}

enum status db_fail(struct store *store, int rc, struct err *err)
{
    const int extended = sqlite3_extended_errcode(store->db);
    switch (rc & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return busy(store, err);
    case SQLITE_FULL:
        return of_disk(store, STATUS_NO_SPACE, err);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return extended == SQLITE_READONLY_ROLLBACK ? half_changed(store, err)
                                                    : of_disk(store, STATUS_READ_ONLY, err);
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
        return of_disk(store, of_errno(sqlite3_system_errno(store->db)), err);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
        return db_damaged(store, _("its parts do not fit together"), err);
    case SQLITE_CONSTRAINT:
        return of_constraint(store, extended, err);
    case SQLITE_TOOBIG: // what is typed or read is refused before; nothing that long was written
        return store->writing ? err_set(err, STATUS_INVALID,
                                        _("The text is too long for the office file; shorten it"))
                              : db_damaged(store, _("a text that is too long"), err);
    case SQLITE_NOMEM:
        return err_set(err, STATUS_FAILED, _("There is not enough memory: nothing was changed"));
    default: // a fault of the program's own
        return err_set(err, STATUS_FAILED, _("%s could not be worked with (number %s)"),
                       store->path, SAY(extended));
    }
}
