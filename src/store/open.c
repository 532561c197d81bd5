// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and closing the office file. A file that is opened may be anybody's: looks.c looks at it
// first.
#include "db.h"

#include "looks.h"
#include "orjon/base/file.h"
#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status make_place(const char *path, struct err *err)
{
    struct stat st;
    if (stat(path, &st) == 0 && (!S_ISREG(st.st_mode) || st.st_size > 0))
        return err_set(err, STATUS_EXISTS, _("%s exists already and was kept"), path);
    enum status status = file_make_folder_of(path, err);
    if (status)
        return status;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return err_set(err, status_of_errno(errno), "%s: %s", path,
                       status_text(status_of_errno(errno)));
    close(fd);
    return STATUS_OK;
}

static bool folder_is_writable(const char *path)
{
    const char *slash = strrchr(path, '/');
    autofree char *folder =
        slash ? mem_copy_text(path, (size_t)(slash - path) + 1) : mem_copy_text(".", 1);
    return access(folder, W_OK) == 0;
}

// The file may have been made to do harm: nothing in it is run but the triggers that schema_check
// has compared with ours, and nothing in it may be larger than what this program writes.
void db_restrain(sqlite3 *db)
{
    static const struct {
        int option, value;
    } options[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},   {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1}, {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},     {SQLITE_DBCONFIG_DQS_DDL, 0},
    };
    static const struct {
        int limit, value;
    } limits[] = {
        {SQLITE_LIMIT_LENGTH, TEXT_ROW_BYTES},
        {SQLITE_LIMIT_SQL_LENGTH, 1 << 18},
        {SQLITE_LIMIT_COLUMN, 100},
        {SQLITE_LIMIT_EXPR_DEPTH, 100},
        {SQLITE_LIMIT_COMPOUND_SELECT, 10},
        {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100},
        {SQLITE_LIMIT_TRIGGER_DEPTH, 5},
        {SQLITE_LIMIT_WORKER_THREADS, 0},
        {SQLITE_LIMIT_ATTACHED, 1}, // VACUUM INTO attaches what it writes
    };
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        sqlite3_db_config(db, options[i].option, options[i].value, NULL);
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        sqlite3_limit(db, limits[i].limit, limits[i].value);
}

// Nobody asks SQLite how much memory it has: counting it takes a mutex at each allocation.
static void count_no_memory(void)
{
    static bool told;
    if (!told)
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // too late, and refused, where SQLite is in use
    told = true;
}

static enum status connect(struct store *store, int flags, struct err *err)
{
    count_no_memory();
    // No mutexes: a store belongs to one thread.
    int rc = sqlite3_open_v2(store->path, &store->db,
                             flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (rc != SQLITE_OK)
        return store->db ? db_fail(store, rc, err)
                         : err_set(err, STATUS_FAILED,
                                   _("There is not enough memory: nothing was changed"));
    db_restrain(store->db);
    db_set_patience(store, true);
    // EXTRA syncs the folder after the journal is gone: without it the last commit is lost when the
    // power fails.
    enum status status = db_script(store,
                                   "PRAGMA synchronous = EXTRA; PRAGMA cell_size_check = ON;"
                                   "PRAGMA temp_store = MEMORY;",
                                   err);
    return status ? status : chain_make_function(store, err);
}

static enum status connect_to_file(struct store *store, enum store_mode mode, bool wal,
                                   struct err *err)
{
    const bool reads = mode == STORE_READ || mode == STORE_LOOK;
    enum status status = connect(store, reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, err);
    if (!status && wal && !reads) // by another program; half the truth is beside it
        status = db_script(store, "PRAGMA journal_mode = DELETE", err);
    return status;
}

static enum status bring_up_to_date(struct store *store, struct err *err)
{
    if (store->why == READ_AND_WRITE)
        return migrate(store, err);
    return err_set(err, STATUS_READ_ONLY,
                   _("%s is of an older version and must be brought up to date first, but it can "
                     "only be read"),
                   store->path);
}

static enum status prepare_file(struct store *store, enum store_mode mode, struct err *err)
{
    const int known = store->known->version;
    int version = 0;
    if (mode == STORE_CREATE)
        return migrate(store, err);
    enum status status = db_version(store, &version, err);
    // SQLite takes a file that was cut within its first page for an empty one, to be filled anew;
    // one that was half made is empty now that its making was undone.
    if (!status && version < 1 && file_is_empty(store->path))
        return looks_empty(store->path, err);
    if (!status && version < 1)
        return db_damaged(store, _("parts are missing"), err);
    if (!status)
        status = schema_check(store, version < known ? version : known, err);
    if (status || version >= known || mode == STORE_LOOK)
        return status;
    store->brought_up_to_date = true;
    return bring_up_to_date(store, err);
}

static struct store *new_store(const char *path, const struct schema *known)
{
    struct store *store = mem_alloc(sizeof *store);
    autostr lock_path = STR_INIT;
    str_addf(&lock_path, "%s.lock", path);
    store->lock_path = str_detach(&lock_path);
    store->path = mem_copy_text(path, strlen(path));
    store->known = known;
    store->lock_fd = -1;
    return store;
}

static enum why_read_only why(const struct store *store, const struct looks *looks)
{
    return sqlite3_db_readonly(store->db, "main") == 1 || !folder_is_writable(store->path)
               ? READ_NO_RIGHTS
           : looks->two_names ? READ_TWO_NAMES
                              : READ_AND_WRITE;
}

enum status store_open_as(const char *path, enum store_mode mode, const struct schema *known,
                          struct store **ret, struct err *err)
{
    struct looks looks = {0};
    enum status status = neighbours_must_be_ordinary(path, err);
    if (!status)
        status = mode == STORE_CREATE ? make_place(path, err)
                                      : looks_take(path, mode, known, &looks, err);
    if (status)
        return status;
    struct store *store = new_store(path, known);
    store->is_part = mode == STORE_PART;
    const bool reads = mode == STORE_READ || mode == STORE_LOOK;
    store->why = reads ? READ_ASKED_FOR : READ_AND_WRITE;
    status = connect_to_file(store, mode, looks.wal, err);
    if (!status && !reads)
        store->why = why(store, &looks);
    if (!status && mode == STORE_CREATE)
        status = store_begin_write(store, err);
    if (!status)
        status = prepare_file(store, mode, err);
    if (status) {
        store_close(&store);
        if (mode == STORE_CREATE)
            unlink(path);
        return status;
    }
    store_changed_elsewhere(store); // what happened so far is seen already
    *ret = store;
    return STATUS_OK;
}

enum status store_open(const char *path, enum store_mode mode, struct store **ret, struct err *err)
{
    return store_open_as(path, mode, schema_known(), ret, err);
}

enum status store_open_in_memory(struct store **ret, struct err *err)
{
    struct store *store = new_store(":memory:", schema_known());
    free(store->lock_path);
    store->lock_path = NULL; // nobody else sees it
    enum status status = connect(store, SQLITE_OPEN_READWRITE, err);
    if (status)
        store_close(&store);
    else
        *ret = store;
    return status;
}

enum status store_open_fleeting(struct store **ret, struct err *err)
{
    struct store *store = NULL;
    enum status status = store_open_in_memory(&store, err);
    if (!status)
        status = store_begin_write(store, err);
    if (!status)
        status = prepare_file(store, STORE_CREATE, err);
    if (status)
        store_close(&store);
    else
        *ret = store;
    return status;
}

void store_close(struct store **store)
{
    struct store *s = *store;
    if (!s)
        return;
    while (s->depth > 0)
        store_rollback(s);
    for (size_t i = 0; i < s->cached_count; i++)
        sqlite3_finalize(s->cached[i].stmt);
    sqlite3_close_v2(s->db);
    queue_close(s);
    free(s->path);
    free(s->lock_path);
    free(s);
    *store = NULL;
}

const char *store_path(const struct store *store)
{
    return store->path;
}

bool store_is_read_only(const struct store *store)
{
    return store->why != READ_AND_WRITE;
}

bool store_was_brought_up_to_date(const struct store *store)
{
    return store->brought_up_to_date;
}

void store_set_via(struct store *store, const char *via)
{
    size_t n = strnlen(via, sizeof store->via - 1);
    memcpy(store->via, via, n);
    store->via[n] = '\0';
}
