// SPDX-License-Identifier: GPL-3.0-or-later
// Opening and closing the office file. A file that is opened may be anybody's.
#include "db.h"

#include "orjon/base/file.h"
#include "orjon/base/mem.h"
#include "orjon/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <unistd.h>

#ifndef FUSE_SUPER_MAGIC // headers of kernels before 5.16 do not name it
#define FUSE_SUPER_MAGIC 0x65735546
#endif

enum { HEADER_SIZE = 100 }; // of an SQLite file; the offsets below are from its file format

static uint32_t big_endian(const unsigned char *at)
{
    return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static enum status no_office(const char *path, struct err *err)
{
    return err_set(err, STATUS_NOT_OFFICE, _("%s is not an orjon office file"), path);
}

static enum status cannot_see(const char *path, int error, struct err *err)
{
    if (error == ENOENT || error == ENOTDIR)
        return err_set(err, STATUS_NOT_FOUND,
                       _("There is no office file %s; “orjon init” makes one"), path);
    if (error == EACCES || error == EPERM)
        return err_set(err, STATUS_IO, _("You may not read %s"), path);
    return disk_failed(path, err);
}

// What a creation leaves that was killed or lost its power: nothing was in it yet.
static enum status is_empty(const char *path, struct err *err)
{
    return err_set(err, STATUS_NOT_OFFICE,
                   _("%s is not yet an orjon office file: it is empty, as when making it was cut "
                     "short; “orjon init” makes it anew"),
                   path);
}

static enum status check_header(const char *path, const unsigned char *header,
                                const struct schema *known, bool *ret_wal, struct err *err)
{
    static const char magic[16] = "SQLite format 3";
    if (memcmp(header, magic, sizeof magic) != 0 || big_endian(header + 68) != APPLICATION_ID)
        return no_office(path, err);
    uint32_t version = big_endian(header + 60);
    if (version > (uint32_t)known->version)
        return err_set(err, STATUS_NEWER,
                       _("%s was made by a newer orjon: it is of version %s, this program knows "
                         "versions up to %s"),
                       path, SAY(version), SAY(known->version));
    *ret_wal = header[18] == 2 || header[19] == 2;
    return STATUS_OK;
}

// What is known of a file before SQLite opens it.
struct looks {
    bool wal;       // half the truth is beside it
    bool two_names; // hard links
};

// File systems over FUSE count the short name that Windows gives as a link.
static bool has_two_names(int fd, const struct stat *st)
{
    struct statfs fs;
    return st->st_nlink > 1 && (fstatfs(fd, &fs) || fs.f_type != FUSE_SUPER_MAGIC);
}

// Looks at the first bytes before SQLite does: it would take a folder for a full disk, an empty
// file for a new one and a text for a damaged one.
static enum status look_at(const char *path, const struct schema *known, struct looks *ret,
                           struct err *err)
{
    struct stat st;
    unsigned char header[HEADER_SIZE];
    // Not to wait for a writer where the name is a pipe's.
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0 || fstat(fd, &st)) {
        enum status status = cannot_see(path, errno, err);
        if (fd >= 0)
            close(fd);
        return status;
    }
    const bool regular = S_ISREG(st.st_mode);
    const ssize_t n = regular ? pread(fd, header, sizeof header, 0) : 0;
    ret->two_names = has_two_names(fd, &st);
    close(fd);
    if (n < 0)
        return disk_failed(path, err);
    if (regular && st.st_size == 0)
        return is_empty(path, err);
    return n == sizeof header ? check_header(path, header, known, &ret->wal, err)
                              : no_office(path, err);
}

enum status must_be_ordinary(const char *path, struct err *err)
{
    struct stat st;
    if (lstat(path, &st) || S_ISREG(st.st_mode)) // what cannot be looked at cannot be opened
        return STATUS_OK;
    return err_set(err, STATUS_FAILED,
                   _("%s is no ordinary file, and orjon needs that name; take it away"), path);
}

static enum status neighbours_must_be_ordinary(const char *path, struct err *err)
{
    static const char *const endings[] = {"-journal", "-wal", "-shm"};
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < sizeof endings / sizeof *endings; i++) {
        autostr name = STR_INIT;
        str_addf(&name, "%s%s", path, endings[i]);
        status = must_be_ordinary(name.buf, err);
    }
    return status;
}

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
static void restrain(sqlite3 *db)
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
    restrain(store->db);
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
        return is_empty(store->path, err);
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

// A power cut can spoil the header, which then stands whole in the journal of the transaction that
// was not finished. It cannot be judged before SQLite has taken that transaction back.
static bool was_cut_short(const char *path)
{
    static const unsigned char magic[8] = {0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7};
    unsigned char found[sizeof magic];
    autostr journal = STR_INIT;
    str_addf(&journal, "%s-journal", path);
    int fd = open(journal.buf, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (fd < 0)
        return false;
    bool whole = pread(fd, found, sizeof found, 0) == sizeof found;
    close(fd);
    return whole && memcmp(found, magic, sizeof magic) == 0;
}

static void take_back(const char *path)
{
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) ==
        SQLITE_OK) {
        restrain(db);
        sqlite3_busy_timeout(db, WAIT_MS);
        sqlite3_exec(db, "PRAGMA synchronous = EXTRA; SELECT 1 FROM sqlite_schema", NULL, NULL,
                     NULL);
    }
    sqlite3_close_v2(db);
}

static enum status look_twice(const char *path, enum store_mode mode, const struct schema *known,
                              struct looks *ret, struct err *err)
{
    enum status status = look_at(path, known, ret, err);
    const bool spoilt = status == STATUS_NOT_OFFICE || status == STATUS_NEWER;
    if (!spoilt || mode != STORE_WRITE || !was_cut_short(path))
        return status;
    take_back(path);
    return look_at(path, known, ret, err);
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
                                      : look_twice(path, mode, known, &looks, err);
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
