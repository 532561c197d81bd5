// SPDX-License-Identifier: GPL-3.0-or-later
// Copies on a pen drive: it may be full, read-only, worn out or pulled out at any moment.
#include "orjon/store/drive.h"

#include "copynames.h"
#include "db.h"
#include "prooffiles.h"

#include "orjon/base/file.h"
#include "orjon/store/copies.h"

#include <linux/magic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

enum {
    KEPT = 10,
    SIGN = 8,
};

// Also what only looks like files: nothing there is written on anything.
static bool is_in_memory(const char *folder)
{
    static const uint32_t kinds[] = {TMPFS_MAGIC,      RAMFS_MAGIC, HUGETLBFS_MAGIC,
                                     PROC_SUPER_MAGIC, SYSFS_MAGIC, DEVPTS_SUPER_MAGIC};
    struct statfs fs;
    bool found = false;
    if (statfs(folder, &fs))
        return false;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        found = found || (uint32_t)fs.f_type == kinds[i];
    return found;
}

enum store_drive store_find_drive(const struct store *store, const char *folder)
{
    struct stat there, office, machine;
    if (stat(folder, &there) || !S_ISDIR(there.st_mode))
        return STORE_DRIVE_ABSENT;
    if (is_in_memory(folder))
        return STORE_DRIVE_MEMORY;
    if (stat(store->path, &office) || stat("/", &machine) || there.st_dev == office.st_dev ||
        there.st_dev == machine.st_dev)
        return STORE_DRIVE_NOT_ONE;
    return STORE_DRIVE_THERE;
}

enum status drive_stem(struct store *store, struct str *ret, struct err *err)
{
    const char *slash = strrchr(store->path, '/'), *name = slash ? slash + 1 : store->path;
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first(store, "SELECT lower(substr(hex(hash), 1, 8)) FROM journal WHERE seq = 1", &query,
                 &row, err);
    str_add_n(ret, name, copynames_length(name));
    str_addf(ret, "-%s-", !status && row ? db_text(&query, 0) : "new");
    return status;
}

static bool has_state(const char *name, const char *sign)
{
    const size_t n = strlen(name), end = strlen(".db") + SIGN;
    return n > end && strncmp(name + n - end, sign, SIGN) == 0;
}

// `made` is kept whatever its name says.
static void prune(struct store *store, const char *folder, const char *stem, const char *made)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    copynames_list(folder, stem, &names);
    for (size_t i = KEPT; i < names.count; i++) {
        autostr path = STR_INIT;
        str_addf(&path, "%s/%s", folder, names.copy[i].name);
        if (strcmp(names.copy[i].name, made) != 0)
            file_remove(path.buf);
    }
    proofs_prune(store, folder, stem);
}

// What the store says of the file it copies into would be taken for a fault of the office file. The
// reason stands before the folder, for one line may not hold both.
static enum status say(const char *folder, enum status status, struct err *err)
{
    switch (status) {
    case STATUS_NO_SPACE:
        return err_set(err, status, _("the pen drive is full: %s"), folder);
    case STATUS_READ_ONLY:
        return err_set(err, status, _("the pen drive cannot be written to: %s"), folder);
    case STATUS_DAMAGED:
        return err_set(err, status, _("the pen drive did not keep what was written: %s"), folder);
    case STATUS_BUSY:
    case STATUS_FAILED:
        return status; // nothing to do with the drive
    default:
        return err_set(err, status, _("the pen drive failed or was taken out: %s"), folder);
    }
}

// Removes the oldest of two or more copies of ours; false when there are not as many.
static bool make_room(struct store *store, const char *folder, const char *stem)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    autostr path = STR_INIT;
    copynames_list(folder, stem, &names);
    if (names.count < 2)
        return false;
    str_addf(&path, "%s/%s", folder, names.copy[names.count - 1].name);
    file_remove(path.buf);
    proofs_prune(store, folder, stem);
    return true;
}

static enum status copy(struct store *store, const char *folder, const char *stem, int64_t row,
                        const char *sign, struct err *err)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    autostr name = STR_INIT, path = STR_INIT;
    copynames_list(folder, stem, &names);
    copynames_next(&names, stem, row, sign, &name);
    str_addf(&path, "%s/%s", folder, name.buf);
    enum status status = store_backup(store, path.buf, NULL, err);
    if (status == STATUS_NO_SPACE && make_room(store, folder, stem)) {
        if (err)
            *err = (struct err){0}; // what is tried again is no trouble yet
        status = store_backup(store, path.buf, NULL, err);
    }
    if (status)
        return say(folder, status, err);
    prune(store, folder, stem, name.buf);
    return STATUS_OK;
}

// A copy may have been cut short by the file system or worn out since it was verified: what is not
// sound goes, for its name says that it is a copy. A read that failed proves nothing.
static bool has_copy(const char *folder, const char *stem, const char *sign)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    bool found = false;
    copynames_list(folder, stem, &names);
    for (size_t i = 0; i < names.count && !found; i++) {
        autostr path = STR_INIT;
        if (!has_state(names.copy[i].name, sign))
            continue;
        str_addf(&path, "%s/%s", folder, names.copy[i].name);
        const enum status status = store_verify_path(path.buf, NULL);
        found = status == STATUS_OK;
        if (status == STATUS_DAMAGED || status == STATUS_NOT_OFFICE)
            file_remove(path.buf);
    }
    return found;
}

// Some may have been worn out, or taken away, since the copy was made.
static enum status bring_proofs(struct store *store, const char *folder, const char *stem,
                                struct err *err)
{
    autostr copy = STR_INIT;
    str_addf(&copy, "%s/%.*s.db", folder, (int)strlen(stem) - 1, stem);
    const enum status status = proofs_bring(store, store->path, copy.buf, NULL, err);
    return status ? say(folder, status, err) : STATUS_OK;
}

enum status store_copy_to_drive(struct store *store, const char *folder, struct err *err)
{
    autostr stem = STR_INIT, head = STR_INIT;
    int64_t seq = 0;
    enum status status = drive_stem(store, &stem, err);
    if (!status)
        status = store_journal_head(store, &seq, &head, err);
    if (status)
        return status;
    if (head.len > SIGN)
        str_cut(&head, SIGN);
    copynames_sweep(folder, stem.buf); // before the room is needed
    return has_copy(folder, stem.buf, head.buf) ? bring_proofs(store, folder, stem.buf, err)
                                                : copy(store, folder, stem.buf, seq, head.buf, err);
}
