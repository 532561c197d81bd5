// SPDX-License-Identifier: GPL-3.0-or-later
// What a file looks like before SQLite opens it, and the files beside it.
#include "looks.h"

#include "orjon/base/file.h"

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

enum status looks_empty(const char *path, struct err *err)
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
        return looks_empty(path, err);
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

enum status neighbours_must_be_ordinary(const char *path, struct err *err)
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

// --- after a power cut
// ----------------------------------------------------------------------------

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
        db_restrain(db);
        sqlite3_busy_timeout(db, WAIT_MS);
        sqlite3_exec(db, "PRAGMA synchronous = EXTRA; SELECT 1 FROM sqlite_schema", NULL, NULL,
                     NULL);
    }
    sqlite3_close_v2(db);
}

enum status looks_take(const char *path, enum store_mode mode, const struct schema *known,
                       struct looks *ret, struct err *err)
{
    enum status status = look_at(path, known, ret, err);
    const bool spoilt = status == STATUS_NOT_OFFICE || status == STATUS_NEWER;
    if (!spoilt || mode != STORE_WRITE || !was_cut_short(path))
        return status;
    take_back(path);
    return look_at(path, known, ret, err);
}
