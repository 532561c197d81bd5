// SPDX-License-Identifier: GPL-3.0-or-later
// Files of proofs that nothing names any more.
#include "copynames.h"
#include "db.h"
#include "prooffiles.h"

#include "orjon/base/digest.h"
#include "orjon/base/mem.h"
#include "orjon/store/records.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Hashes that are named, in order once they are all there.
struct named {
    char (*hash)[DIGEST_HEX + 1];
    size_t count;
};

static int by_bytes(const void *a, const void *b)
{
    return memcmp(a, b, DIGEST_HEX);
}

static bool is_named(const struct named *named, const char *name)
{
    return named->count && bsearch(name, named->hash, named->count, sizeof *named->hash, by_bytes);
}

static enum status add_store(struct named *named, struct store *store, struct err *err)
{
    autorecords proofs = {0};
    enum status status = store_load_records(store, RECORD_PROOF, 0, 0, &proofs, err);
    for (size_t i = 0; i < proofs.count && status == STATUS_OK; i++) {
        const char *hash = proofs.record[i].text[PROOF_HASH];
        if (!proofs_is_hash(hash))
            continue;
        named->hash = mem_resize(named->hash, named->count + 1, sizeof *named->hash);
        memcpy(named->hash[named->count++], hash, DIGEST_HEX + 1);
    }
    if (named->count)
        qsort(named->hash, named->count, sizeof *named->hash, by_bytes);
    return status;
}

static enum status add_file(struct named *named, const char *path, struct err *err)
{
    struct store *store = NULL;
    enum status status = store_open(path, STORE_LOOK, &store, err);
    if (status == STATUS_OK)
        status = add_store(named, store, err);
    store_close(&store);
    return status;
}

// What in the folder is not named; with `remove` it goes.
static void go_over(const char *folder, const struct named *named, bool remove,
                    struct store_spare *ret)
{
    struct stat st;
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));) {
        if (!proofs_is_hash(entry->d_name) || is_named(named, entry->d_name) ||
            fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW))
            continue;
        ret->count++;
        ret->bytes += st.st_size;
        if (remove)
            unlinkat(dirfd(dir), entry->d_name, 0);
    }
    if (dir)
        closedir(dir);
}

// --- beside the office file ---------------------------------------------------------------------

// Files beside it that have the same folder: what restore has kept, office.db.1.
static enum status add_kept(struct named *named, const char *file, struct err *err)
{
    const char *slash = strrchr(file, '/'), *name = slash ? slash + 1 : file;
    autostr folder = STR_INIT;
    enum status status = STATUS_OK;
    str_add_n(&folder, file, (size_t)(name - file));
    str_add(&folder, ".");
    DIR *dir = opendir(folder.buf);
    for (const struct dirent *entry; status == STATUS_OK && dir && (entry = readdir(dir));) {
        const size_t n = strlen(name);
        const char *end = entry->d_name + n;
        autostr path = STR_INIT;
        if (strncmp(entry->d_name, name, n) != 0 || *end != '.' || !end[1] ||
            end[1 + strspn(end + 1, "0123456789")])
            continue;
        str_addf(&path, "%.*s%s", (int)(name - file), file, entry->d_name);
        status = add_file(named, path.buf, err);
    }
    if (dir)
        closedir(dir);
    return status;
}

// Nobody may put a proof meanwhile whose file is there already.
static enum status weigh(struct store *store, bool remove, struct store_spare *ret, struct err *err)
{
    struct named named = {0};
    autostr folder = STR_INIT;
    store_proofs_folder(store->path, &folder);
    enum status status = add_store(&named, store, err);
    if (status == STATUS_OK)
        status = add_kept(&named, store->path, err);
    if (status == STATUS_OK)
        go_over(folder.buf, &named, remove, ret);
    free(named.hash);
    return status;
}

enum status store_spare_proofs(struct store *store, bool remove, struct store_spare *ret,
                               struct err *err)
{
    *ret = (struct store_spare){0};
    enum status status = remove ? store_begin_write(store, err) : store_begin_read(store, err);
    if (status)
        return status;
    status = weigh(store, remove, ret, err);
    store_rollback(store); // nothing was written
    return status;
}

// --- beside copies ------------------------------------------------------------------------------

void proofs_prune(struct store *store, const char *folder, const char *stem)
{
    __attribute__((cleanup(copynames_done))) struct copynames names = {0};
    struct named named = {0};
    struct store_spare spare = {0};
    autostr place = STR_INIT;
    str_addf(&place, "%s/%.*s.evidence", folder, (int)strlen(stem) - 1, stem);
    enum status status = add_store(&named, store, NULL);
    if (status == STATUS_OK)
        go_over(place.buf, &named, false, &spare); // mostly there is nothing to ask the copies for
    if (spare.count)
        copynames_list(folder, stem, &names);
    for (size_t i = 0; i < names.count && status == STATUS_OK; i++) {
        autostr path = STR_INIT;
        str_addf(&path, "%s/%s", folder, names.copy[i].name);
        status = add_file(&named, path.buf, NULL);
    }
    if (spare.count && status == STATUS_OK)
        go_over(place.buf, &named, true, &spare);
    free(named.hash);
}
