// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that are verified before they count: made under another name, read as a whole, renamed.
#include "orjon/store/copies.h"

#include "copynames.h"
#include "db.h"

#include "orjon/base/file.h"

#include <string.h>
#include <unistd.h>

enum { KEPT_LAST = 10, KEPT_DAYS = 10, DAY = 8, YEAR = 4 };

enum status store_verify_path(const char *path, struct err *err)
{
    struct store *store = NULL;
    int version = 0;
    enum status status = store_open(path, STORE_LOOK, &store, err);
    if (!status)
        status = store_verify_file(store, err);
    if (!status)
        status = db_version(store, &version, err);
    const bool known = version == store_version(); // an older file may have no such columns yet
    if (!status && known)
        status = store_verify_chain(store, NULL, err);
    if (!status && known)
        status = store_verify_figures(store, NULL, err);
    if (!status && known)
        status = store_verify_rest(store, err);
    store_close(&store);
    return status;
}

enum status store_backup(struct store *store, const char *path, struct err *err)
{
    autostr part = STR_INIT;
    if (file_exists(path))
        return err_set(err, STATUS_EXISTS, _("%s exists already and was kept"), path);
    str_addf(&part, "%s.part-%ld", path, (long)getpid());
    file_remove(part.buf); // of a program of that number that died
    enum status status = store_copy(store, part.buf, err);
    if (!status)
        status = store_verify_path(part.buf, err);
    if (!status)
        status = file_take_name(part.buf, path, err);
    if (status) {
        file_remove(part.buf);
        str_add(&part, "-journal"); // SQLite's own, where the disk was full
        file_remove(part.buf);
    }
    return status;
}

// FOLDER/backups and the beginning of the names in it: «office-».
static void place_of(const struct store *store, struct str *ret_folder, struct str *ret_stem)
{
    const char *slash = strrchr(store->path, '/'), *name = slash ? slash + 1 : store->path;
    str_add_n(ret_folder, store->path, (size_t)(name - store->path));
    str_add(ret_folder, "backups");
    str_add_n(ret_stem, name, copynames_length(name));
    str_add_char(ret_stem, '-');
}

// `made` is kept whatever its name says: the clock may have run back.
static void prune(const char *folder, const char *stem, const char *made)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    const size_t n = strlen(stem);
    size_t days = 0;
    copynames_sweep(folder, stem);
    copynames_list(folder, stem, &names);
    for (size_t i = 0; i < names.count; i++) {
        const char *name = names.name[i], *newer = i > 0 ? names.name[i - 1] : NULL;
        const bool last_of_year = !newer || strncmp(newer + n, name + n, YEAR) != 0;
        const bool last_of_day = !newer || strncmp(newer + n, name + n, DAY) != 0;
        days += last_of_day;
        if (i < KEPT_LAST || last_of_year || (last_of_day && days <= KEPT_DAYS) ||
            strcmp(name, made) == 0)
            continue;
        autostr path = STR_INIT;
        str_addf(&path, "%s/%s", folder, name);
        file_remove(path.buf);
    }
}

static enum status keep(struct store *store, const char *stamp, const char *why, struct err *err)
{
    autostr folder = STR_INIT, stem = STR_INIT;
    enum status status = STATUS_EXISTS;
    if (store->depth > 0)
        return err_set(err, STATUS_FAILED, _("%s: a copy inside a change"), store->path);
    place_of(store, &folder, &stem);
    for (int i = 1; i < 100 && status == STATUS_EXISTS; i++) {
        autostr name = STR_INIT, path = STR_INIT;
        if (err)
            *err = (struct err){0}; // that the name before was taken is no trouble
        str_addf(&name, i > 1 ? "%s%s-%s-%d.db" : "%s%s-%s.db", stem.buf, stamp, why, i);
        str_addf(&path, "%s/%s", folder.buf, name.buf);
        status = file_make_folder_of(path.buf, err);
        if (!status)
            status = store_backup(store, path.buf, err);
        if (!status)
            prune(folder.buf, stem.buf, name.buf);
    }
    return status;
}

enum status store_keep_copy(struct store *store, const char *why, struct err *err)
{
    autostr stamp = STR_INIT;
    copynames_stamp(&stamp);
    return keep(store, stamp.buf, why, err);
}

enum status store_keep_daily(struct store *store, struct err *err)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    autostr folder = STR_INIT, stem = STR_INIT, stamp = STR_INIT;
    place_of(store, &folder, &stem);
    copynames_stamp(&stamp);
    copynames_list(folder.buf, stem.buf, &names);
    for (size_t i = 0; i < names.count; i++)
        if (strncmp(names.name[i] + stem.len, stamp.buf, DAY) == 0)
            return STATUS_OK;
    return keep(store, stamp.buf, "daily", err);
}
