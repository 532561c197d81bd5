// SPDX-License-Identifier: GPL-3.0-or-later
// A copy put back in the place of the file.
//
// Where the file can still be opened its pages are replaced in one transaction, so that a power cut
// leaves the one or the other, and programs that have it open see the change. Where it is too
// damaged for that it is renamed, with the journal of an unfinished transaction: beside another
// file of its name that one would be played back into it.
#include "orjon/store/copies.h"

#include "db.h"

#include "orjon/base/file.h"
#include "orjon/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void free_name(const char *path, struct str *ret)
{
    for (int i = 1; !ret->len || file_exists(ret->buf); i++) {
        str_reset(ret);
        str_addf(ret, "%s.%d", path, i);
    }
}

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_ino == other.st_ino &&
           one.st_dev == other.st_dev;
}

// The bytes as they are, while nobody can write.
static enum status keep_bytes(struct store *target, const char *kept, struct err *err)
{
    enum status status = store_begin_write(target, err);
    if (status)
        return status;
    status = file_copy(target->path, kept, err);
    store_rollback(target);
    return status;
}

static enum status replace_pages(struct store *from, struct store *to, struct err *err)
{
    sqlite3_backup *backup = sqlite3_backup_init(to->db, "main", from->db, "main");
    if (!backup)
        return db_fail(to, sqlite3_errcode(to->db), err);
    int rc = SQLITE_BUSY;
    for (int i = 0; i < 1000 && (rc == SQLITE_BUSY || rc == SQLITE_LOCKED); i++) {
        rc = sqlite3_backup_step(backup, -1);
        if (rc != SQLITE_DONE)
            sqlite3_sleep(5);
    }
    const int finished = sqlite3_backup_finish(backup);
    if (rc != SQLITE_DONE || finished != SQLITE_OK)
        return db_fail(to, rc == SQLITE_DONE ? finished : rc, err);
    return STATUS_OK;
}

// The restored journal says where it came from, and which journal it took the place of.
static enum status note(struct store *store, const char *source, const char *head, struct err *err)
{
    const char *slash = strrchr(source, '/');
    autostr name = STR_INIT;
    text_show(&name, slash ? slash + 1 : source);
    const struct journal_new row = {
        .what = JOURNAL_RESTORE, .office = STORE_OWN_OFFICE, .name = name.buf, .old_text = head};
    int64_t seq = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = journal_add(store, &row, &seq, err);
    if (!status)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

static enum status restore_into(struct store *from, struct store *to, struct str *ret_kept,
                                struct err *err)
{
    autostr kept = STR_INIT;
    free_name(to->path, &kept);
    enum status status = keep_bytes(to, kept.buf, err);
    if (!status) {
        str_add(ret_kept, kept.buf);
        status = queue_enter(to, err);
    }
    if (status)
        return status;
    status = replace_pages(from, to, err);
    queue_leave(to);
    return status;
}

static enum status set_aside(const char *path, struct str *ret_kept, struct err *err)
{
    autostr kept = STR_INIT, journal = STR_INIT, kept_journal = STR_INIT;
    str_addf(&journal, "%s-journal", path);
    const bool file = file_exists(path), half = file_exists(journal.buf);
    if (!file && !half)
        return STATUS_OK;
    free_name(path, &kept);
    str_addf(&kept_journal, "%s-journal", kept.buf);
    enum status status = file ? file_move(path, kept.buf, err) : STATUS_OK;
    if (!status && half) // also one that was left when the power was cut between the two
        status = file_move(journal.buf, kept_journal.buf, err);
    if (status)
        return status;
    file_make_private(kept.buf);
    str_add(ret_kept, file ? kept.buf : kept_journal.buf);
    return STATUS_OK;
}

static enum status restore_anew(struct store *from, const char *path, struct str *ret_kept,
                                struct err *err)
{
    autostr part = STR_INIT;
    str_addf(&part, "%s.part-%ld", path, (long)getpid());
    enum status status = file_make_folder_of(path, err);
    file_remove(part.buf);
    if (!status)
        status = store_copy(from, part.buf, err); // before anything is moved: there is room for it
    if (!status)
        status = set_aside(path, ret_kept, err);
    if (!status)
        status = file_take_name(part.buf, path, err);
    if (status)
        file_remove(part.buf);
    return status;
}

// Into the file where it can be opened, else in its place. *ret_head is the last hash of the
// journal that goes.
static enum status replace(struct store *from, const char *path, struct str *ret_head,
                           struct str *ret_kept, struct err *err)
{
    struct store *to = NULL;
    int64_t seq = 0;
    enum status status = store_open(path, STORE_WRITE, &to, err);
    bool lost = status == STATUS_NOT_FOUND || status == STATUS_DAMAGED || status == STATUS_IO ||
                status == STATUS_NOT_OFFICE || status == STATUS_NEWER;
    if (!status)
        status = store_may_write(to, err);
    if (!status) {
        if (store_journal_head(to, &seq, ret_head, NULL))
            str_reset(ret_head);
        status = restore_into(from, to, ret_kept, err);
        lost = status == STATUS_DAMAGED || status == STATUS_IO;
    }
    store_close(&to);
    if (!lost)
        return status;
    str_reset(ret_kept);
    return restore_anew(from, path, ret_kept, err);
}

enum status store_restore(const char *source, const char *path, struct str *ret_kept,
                          struct err *err)
{
    struct store *from = NULL, *restored = NULL;
    autostr head = STR_INIT;
    if (is_same_file(source, path))
        return err_set(err, STATUS_USAGE, _("%s is the office file itself"), source);
    if (!file_exists(source))
        return err_set(err, STATUS_NOT_FOUND, _("There is no file %s"), source);
    enum status status = store_verify_path(source, err);
    if (!status)
        status = store_open(source, STORE_LOOK, &from, err);
    if (!status)
        status = replace(from, path, &head, ret_kept, err);
    store_close(&from);
    if (!status)
        status = store_open(path, STORE_WRITE, &restored, err); // brought up to date
    if (!status)
        status = note(restored, source, head.buf, err);
    store_close(&restored);
    return status ? status : store_verify_path(path, err);
}
