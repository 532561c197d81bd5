// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that are verified before they count: made under another name, read as a whole, renamed.
#include "orjon/store/copies.h"

#include "copynames.h"
#include "db.h"
#include "prooffiles.h"

#include "orjon/base/clock.h"
#include "orjon/base/file.h"
#include "orjon/store/journal.h"

#include <string.h>
#include <unistd.h>

enum { KEPT_LAST = 10, KEPT_DAYS = 10, KEPT_YEARS = 10000 };

static enum status verify_as(const char *path, const struct schema *schema, struct err *err)
{
    struct store *store = NULL;
    int version = 0;
    enum status status = store_open_as(path, STORE_LOOK, schema, &store, err);
    if (!status)
        status = store_verify_file(store, err);
    if (!status)
        status = db_version(store, &version, err);
    const bool known = version == schema->version; // an older file may have no such columns yet
    if (!status && known)
        status = store_verify_chain(store, NULL, err);
    if (!status && known)
        status = store_verify_figures(store, NULL, err);
    if (!status && known)
        status = store_verify_rest(store, err);
    if (!status && known)
        status = store_verify_acts(store, err);
    store_close(&store);
    return status;
}

enum status store_verify_path(const char *path, struct err *err)
{
    return verify_as(path, schema_known(), err);
}

// Proofs come first: a copy that is there has its proofs.
enum status store_backup(struct store *store, const char *path, struct str *ret_talk,
                         struct err *err)
{
    autostr part = STR_INIT;
    if (file_exists(path))
        return err_set(err, STATUS_EXISTS, _("%s exists already and was kept"), path);
    str_addf(&part, "%s.part-%ld", path, (long)getpid());
    file_remove(part.buf); // of a program of that number that died
    enum status status = proofs_bring(store, store->path, path, ret_talk, err);
    if (!status)
        status = store_copy(store, part.buf, err);
    if (!status)
        status = verify_as(part.buf, store->known, err);
    if (!status)
        status = file_take_name(part.buf, path, err);
    if (status) {
        file_remove(part.buf);
        str_add(&part, "-journal"); // SQLite's own, where the disk was full
        file_remove(part.buf);
    }
    return status;
}

void copies_place(const char *path, struct str *ret_folder, struct str *ret_stem)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    str_add_n(ret_folder, path, (size_t)(name - path));
    str_add(ret_folder, "backups");
    str_add_n(ret_stem, name, copynames_length(name));
    str_add_char(ret_stem, '-');
}

// Whether no newer copy is of this day (or year), so many letters of its moment; `seen` has those
// of the newer ones, `most` of them at most.
static bool is_last_of(const char *moment, size_t letters, size_t most, struct str *seen)
{
    for (size_t i = 0; i < seen->len; i += letters)
        if (memcmp(seen->buf + i, moment, letters) == 0)
            return false;
    if (seen->len >= most * letters)
        return false;
    str_add_n(seen, moment, letters);
    return true;
}

// `made` is kept whatever its name says.
static void prune(struct store *store, const char *folder, const char *stem, const char *made)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    autostr days = STR_INIT, years = STR_INIT;
    copynames_sweep(folder, stem);
    copynames_list(folder, stem, &names);
    for (size_t i = 0; i < names.count; i++) {
        const struct copyname *copy = &names.copy[i];
        const bool last_of_day = is_last_of(copy->moment, COPY_DAY, KEPT_DAYS, &days);
        const bool last_of_year = is_last_of(copy->moment, COPY_YEAR, KEPT_YEARS, &years);
        autostr path = STR_INIT;
        str_addf(&path, "%s/%s", folder, copy->name);
        if (i >= KEPT_LAST && !last_of_day && !last_of_year && strcmp(copy->name, made) != 0)
            file_remove(path.buf);
    }
    proofs_prune(store, folder, stem);
}

// The last row of the journal; 0 where an older file has none.
static int64_t last_row(struct store *store)
{
    autostr hash = STR_INIT;
    int64_t seq = 0;
    store_journal_head(store, &seq, &hash, NULL);
    return seq;
}

// A name is taken when another program was quicker.
static enum status keep_next(struct store *store, const char *folder, const char *stem,
                             const char *why, struct err *err)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    autostr name = STR_INIT, path = STR_INIT;
    copynames_list(folder, stem, &names);
    copynames_next(&names, stem, last_row(store), why, &name);
    str_addf(&path, "%s/%s", folder, name.buf);
    enum status status = file_make_folder_of(path.buf, err);
    if (!status)
        status = store_backup(store, path.buf, NULL, err);
    if (!status)
        prune(store, folder, stem, name.buf);
    return status;
}

enum status store_keep_copy(struct store *store, const char *why, struct err *err)
{
    autostr folder = STR_INIT, stem = STR_INIT;
    enum status status = STATUS_EXISTS;
    if (store->depth > 0)
        return err_set(err, STATUS_FAILED, _("%s: a copy inside a change"), store->path);
    copies_place(store->path, &folder, &stem);
    for (int i = 0; i < 100 && status == STATUS_EXISTS; i++) {
        if (err)
            *err = (struct err){0}; // that the name before was taken is no trouble
        status = keep_next(store, folder.buf, stem.buf, why, err);
    }
    return status;
}

// Whether the newest copy is of today. A clock behind the last change cannot tell.
static bool has_todays(struct store *store)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    autostr folder = STR_INIT, stem = STR_INIT, now = STR_INIT;
    int64_t last = 0;
    const int64_t seconds = clock_seconds();
    if (store_last_change(store, &last) && last > seconds)
        return false;
    copies_place(store->path, &folder, &stem);
    copynames_list(folder.buf, stem.buf, &names);
    clock_write_name(&now, seconds);
    return names.count && strncmp(names.copy[0].moment, now.buf, COPY_DAY) == 0;
}

enum status store_keep_daily(struct store *store, struct err *err)
{
    return has_todays(store) ? STATUS_OK : store_keep_copy(store, "daily", err);
}
