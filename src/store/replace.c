// SPDX-License-Identifier: GPL-3.0-or-later
// Another file in the place of the office file.
//
// What comes is complete before anything is touched, with the rows of its journal that say what it
// replaced: there is no moment at which a quarter is open again and nothing tells of it. Where the
// file can still be opened its pages are replaced in one transaction, so that a power cut leaves
// the one or the other, and programs that have it open see the change. Where it is too damaged for
// that it is renamed, with the journal of an unfinished transaction: beside another file of its
// name that one would be played back into it.
#include "orjon/store/replace.h"

#include "copynames.h"
#include "loss.h"

#include "orjon/base/file.h"
#include "orjon/store/copies.h"

#include <string.h>
#include <unistd.h>

static void free_name(const char *path, struct str *ret)
{
    for (int i = 1; !ret->len || file_exists(ret->buf); i++) {
        str_reset(ret);
        str_addf(ret, "%s.%d", path, i);
    }
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

static void name_journal(const char *path, struct str *ret)
{
    str_addf(ret, "%s-journal", path);
}

static enum status set_aside(const char *path, const char *kept, struct err *err)
{
    autostr journal = STR_INIT, kept_journal = STR_INIT;
    name_journal(path, &journal);
    name_journal(kept, &kept_journal);
    enum status status = STATUS_OK;
    if (file_exists(path)) {
        status = file_move(path, kept, err);
        file_make_private(kept);
    }
    if (!status &&
        file_exists(journal.buf)) // also one left where the power was cut between the two
        status = file_move(journal.buf, kept_journal.buf, err);
    return status;
}

struct placing {
    const struct store_replacement *replacement;
    const char *path;
    struct store_loss loss;
    struct str kept; // name for what is there
    bool noted;      // in the journal of what comes
};

static enum status note(struct placing *placing, struct err *err)
{
    const struct store_replacement *replacement = placing->replacement;
    struct store *part = NULL;
    enum status status = store_open(replacement->part, STORE_PART, &part, err);
    if (status)
        return status;
    store_set_via(part, replacement->permission->via);
    status = store_begin_write(part, err);
    if (!status)
        status = loss_note(part, &placing->loss, replacement->source,
                           file_exists(placing->path) ? placing->kept.buf : "", err);
    if (!status)
        status = store_commit(part, err);
    store_close(&part);
    placing->noted = !status;
    return status ? status : store_verify_path(replacement->part, err);
}

// The file that is there, if it can be asked. Damaged as it may be, what can be read of it counts.
static enum status weigh(struct placing *placing, struct store *present, struct err *err)
{
    const struct store_replacement *replacement = placing->replacement;
    struct store *part = NULL;
    const struct store_permission *permission = replacement->permission;
    const enum status may =
        permission->may ? permission->may(permission->data, present, err) : STATUS_OK;
    if (may && may != STATUS_DAMAGED)
        return may;
    enum status status = store_open(replacement->part, STORE_PART, &part, err);
    if (!status)
        status = loss_weigh(present, part, &placing->loss, err);
    if (may)
        placing->loss.secret = NULL; // what stands there may be anybody's
    if (may || status == STATUS_DAMAGED)
        loss_ask_copies(placing->path, part, &placing->loss);
    store_close(&part);
    return status == STATUS_DAMAGED ? STATUS_OK : status;
}

// While nobody else can write. The bytes are copied last: with it the locks of this process go.
static enum status prepare(struct placing *placing, struct store *present, struct err *err)
{
    enum status status = store_begin_write(present, err);
    if (status)
        return status;
    status = weigh(placing, present, err);
    if (!status)
        status = note(placing, err);
    if (!status)
        status = file_copy(placing->path, placing->kept.buf, err);
    store_rollback(present);
    return status;
}

// What was written since it was weighed must not go unseen.
static enum status is_as_weighed(const struct placing *placing, struct store *present,
                                 struct err *err)
{
    autostr head = STR_INIT;
    int64_t rows = 0;
    enum status status = store_journal_head(present, &rows, &head, err);
    if (status || placing->loss.state != STORE_STATE_READ ||
        strcmp(head.buf, placing->loss.head) == 0)
        return status;
    return err_set(err, STATUS_BUSY, _("%s is in use by somebody else; try again"), placing->path);
}

static enum status put_into(const struct placing *placing, struct store *present, struct err *err)
{
    struct store *from = NULL;
    enum status status = store_open(placing->replacement->part, STORE_LOOK, &from, err);
    if (!status)
        status = queue_enter(present, err);
    if (status) {
        store_close(&from);
        return status;
    }
    status = is_as_weighed(placing, present, err);
    if (!status)
        status = replace_pages(from, present, err);
    queue_leave(present);
    store_close(&from);
    return status;
}

static enum status replace_in(struct placing *placing, struct store *present, struct err *err)
{
    enum status status = prepare(placing, present, err);
    const bool copied = !status;
    if (!status)
        status = put_into(placing, present, err);
    if (status && copied)
        file_remove(placing->kept.buf);
    return status;
}

static enum status note_lost(struct placing *placing, struct err *err)
{
    struct store *part = NULL;
    enum status status = store_open(placing->replacement->part, STORE_PART, &part, err);
    if (status)
        return status;
    loss_ask_copies(placing->path, part, &placing->loss);
    store_close(&part);
    return note(placing, err);
}

static enum status replace_lost(struct placing *placing, struct err *err)
{
    enum status status = placing->noted ? STATUS_OK : note_lost(placing, err);
    if (!status)
        status = set_aside(placing->path, placing->kept.buf, err);
    return status ? status : file_take_name(placing->replacement->part, placing->path, err);
}

bool store_is_lost(enum status status)
{
    return status == STATUS_NOT_FOUND || status == STATUS_DAMAGED || status == STATUS_NOT_OFFICE ||
           status == STATUS_NEWER;
}

// What a program that was killed has left.
static void sweep(const char *path)
{
    const char *slash = strrchr(path, '/');
    autostr folder = STR_INIT;
    str_add_n(&folder, path, slash ? (size_t)(slash - path) + 1 : 0);
    str_add(&folder, ".");
    copynames_sweep(folder.buf, slash ? slash + 1 : path);
}

enum status store_replace(const struct store_replacement *replacement, const char *path,
                          struct str *ret_kept, struct err *err)
{
    struct placing placing = {.replacement = replacement, .path = path, .kept = STR_INIT};
    struct store *present = NULL;
    autostr journal = STR_INIT;
    name_journal(path, &journal);
    const bool there = file_exists(path), half = file_exists(journal.buf);
    free_name(path, &placing.kept);
    sweep(path);
    enum status status = store_open(path, STORE_WRITE, &present, err);
    bool lost = store_is_lost(status);
    if (!status) {
        status = replace_in(&placing, present, err);
        lost = status == STATUS_DAMAGED;
    }
    store_close(&present);
    if (lost)
        status = replace_lost(&placing, err);
    file_remove(replacement->part);
    if (!status && there)
        str_add(ret_kept, placing.kept.buf);
    else if (!status && half)
        name_journal(placing.kept.buf, ret_kept);
    store_loss_done(&placing.loss);
    str_done(&placing.kept);
    return status;
}
