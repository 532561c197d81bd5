// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program: at its n-th writing, syncing or naming of a file the power goes. What
// was written and not synced is undone; then luck keeps, loses or spoils each sector of it. Of the
// names that were given, moved and taken away and whose folder was not synced, the last ones may be
// undone. The program is killed there.
//   CUT_UNDER=FOLDER[:FOLDER]  CUT_AT=N  CUT_SEED=N  CUT_LIE=1 (syncs are reported, not made)
// One process at a time. A name that takes another's place and files mapped into memory are not
// modelled: the first ends the program with 78, the others do not occur. Nothing is synced in
// truth, so that many lives pass in a minute.
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { SECTOR = 512, OWN_FD = 500, NOT_MODELLED = 78 };
enum kind { WRITTEN, RESIZED, CREATED, MOVED, REMOVED };

struct change {
    enum kind kind;
    struct stat where; // the file, of a name the folder
    int fd;            // our own
    off_t at, size;    // where it was written or to what it was resized; how long it was before
    size_t n, n_old;
    unsigned char *now, *old;
    char from[PATH_MAX], to[PATH_MAX];
};

static struct {
    const char *under;
    long at, calls, removed;
    unsigned seed;
    bool lie;
    struct change *change;
    size_t count;
} disk;

__attribute__((constructor)) static void begin(void)
{
    const char *at = getenv("CUT_AT"), *seed = getenv("CUT_SEED");
    disk.under = getenv("CUT_UNDER");
    disk.at = at ? atol(at) : 0;
    disk.seed = seed ? (unsigned)atol(seed) : 1;
    disk.lie = getenv("CUT_LIE") != NULL;
}

static void must(bool done)
{
    if (!done)
        _exit(NOT_MODELLED);
}

static unsigned any(unsigned below)
{
    return (unsigned)rand_r(&disk.seed) % below;
}

// Locks last only as long as the machine runs.
static bool is_ours(const char *path)
{
    const size_t n = strlen(path);
    if (n > 5 && strcmp(path + n - 5, ".lock") == 0)
        return false;
    for (const char *at = disk.under; disk.at > 0 && at && *at;) {
        const size_t length = strcspn(at, ":");
        if (strncmp(path, at, length) == 0 && (path[length] == '/' || !path[length]))
            return true;
        at += length + (at[length] == ':');
    }
    return false;
}

static bool is_our_file(int fd, struct stat *ret)
{
    char link[40], path[PATH_MAX];
    if (fd <= STDERR_FILENO || disk.at <= 0 || fstat(fd, ret))
        return false;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0)
        return false;
    path[n] = '\0';
    return (S_ISREG(ret->st_mode) || S_ISDIR(ret->st_mode)) && is_ours(path);
}

// --- the cut ------------------------------------------------------------------------------------

static void put(int fd, const void *p, size_t n, off_t at)
{
    must(syscall(SYS_pwrite64, fd, p, n, at) == (ssize_t)n);
}

static void undo(const struct change *change)
{
    switch (change->kind) {
    case WRITTEN:
    case RESIZED:
        put(change->fd, change->old, change->n_old, change->at);
        must(!syscall(SYS_ftruncate, change->fd, change->size));
        break;
    case CREATED:
        syscall(SYS_unlink, change->to);
        break;
    default:
        must(!syscall(SYS_rename, change->to, change->from));
    }
}

static void try_luck(const struct change *change)
{
    unsigned char spoilt[SECTOR];
    if (change->kind == RESIZED && any(2))
        must(!syscall(SYS_ftruncate, change->fd, change->at));
    for (size_t i = 0, n; change->kind == WRITTEN && i < change->n; i += n) {
        n = SECTOR - (size_t)(change->at + (off_t)i) % SECTOR;
        n = n < change->n - i ? n : change->n - i;
        const unsigned luck = any(20);
        for (size_t k = 0; k < n; k++)
            spoilt[k] = (unsigned char)any(256);
        if (luck > 9)
            put(change->fd, luck == 19 ? spoilt : change->now + i, n, change->at + (off_t)i);
    }
}

static bool is_name(const struct change *change)
{
    return change->kind >= CREATED;
}

static void cut_power(void)
{
    size_t names = 0;
    for (size_t i = 0; i < disk.count; i++)
        names += is_name(&disk.change[i]);
    size_t kept = any((unsigned)names + 1);
    for (size_t i = disk.count; i-- > 0;)
        if (!is_name(&disk.change[i]) || names-- > kept)
            undo(&disk.change[i]);
    const bool all_is_lost = any(3) == 0;
    for (size_t i = 0; i < disk.count; i++) {
        if (!all_is_lost && !is_name(&disk.change[i]))
            try_luck(&disk.change[i]);
        if (disk.change[i].kind == REMOVED && kept > 0)
            syscall(SYS_unlink, disk.change[i].to);
        kept -= is_name(&disk.change[i]) && kept > 0;
    }
    kill(getpid(), SIGKILL);
}

static void step(void)
{
    if (++disk.calls == disk.at)
        cut_power();
}

// --- what is not on the disk yet ----------------------------------------------------------------

static struct change *add(enum kind kind, const struct stat *where)
{
    disk.change = realloc(disk.change, (disk.count + 1) * sizeof *disk.change);
    must(disk.change);
    struct change *change = &disk.change[disk.count++];
    *change = (struct change){.kind = kind, .where = *where, .fd = -1};
    return change;
}

static void add_name(enum kind kind, const char *from, const char *to)
{
    char folder[PATH_MAX];
    struct stat where;
    snprintf(folder, sizeof folder, "%s", to);
    must(!stat(dirname(folder), &where));
    struct change *change = add(kind, &where);
    snprintf(change->from, sizeof change->from, "%s", from);
    snprintf(change->to, sizeof change->to, "%s", to);
}

// Our own descriptor of a file stays open: to close any of it would free the program's locks.
static int own_fd(int fd, const struct stat *where)
{
    static struct {
        struct stat where;
        int fd;
    } file[400];
    static size_t files;
    char link[40];
    for (size_t i = 0; i < files; i++)
        if (file[i].where.st_ino == where->st_ino && file[i].where.st_dev == where->st_dev)
            return file[i].fd;
    must(files < sizeof file / sizeof *file);
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const int own = (int)syscall(SYS_openat, AT_FDCWD, link, O_RDWR | O_CLOEXEC);
    file[files].fd = fcntl(own, F_DUPFD_CLOEXEC, OWN_FD);
    must(own >= 0 && file[files].fd >= 0);
    close(own); // nobody has locked it before it is first written to
    file[files].where = *where;
    return file[files++].fd;
}

static void add_bytes(enum kind kind, int fd, const struct stat *where, const void *p, size_t n,
                      off_t at)
{
    struct change *change = add(kind, where);
    const off_t over = where->st_size - at;
    change->fd = own_fd(fd, where);
    change->at = at;
    change->size = where->st_size;
    change->n = n;
    change->n_old = over <= 0 ? 0 : kind == RESIZED || over < (off_t)n ? (size_t)over : n;
    change->now = malloc(n + 1);
    change->old = malloc(change->n_old + 1);
    must(change->now && change->old);
    if (n)
        memcpy(change->now, p, n);
    must(pread(change->fd, change->old, change->n_old, at) == (ssize_t)change->n_old);
}

static int sync_file(int fd, int call)
{
    struct stat where;
    if (!is_our_file(fd, &where))
        return (int)syscall(call, fd);
    step();
    size_t left = 0;
    for (size_t i = 0; i < disk.count; i++) {
        struct change *change = &disk.change[i];
        const bool safe = !disk.lie && change->where.st_ino == where.st_ino &&
                          change->where.st_dev == where.st_dev;
        if (!safe) {
            disk.change[left++] = *change;
            continue;
        }
        if (change->kind == REMOVED)
            syscall(SYS_unlink, change->to);
        free(change->now);
        free(change->old);
    }
    disk.count = left;
    return 0;
}

__attribute__((destructor)) static void end(void)
{
    for (size_t i = 0; i < disk.count; i++)
        if (disk.change[i].kind == REMOVED)
            syscall(SYS_unlink, disk.change[i].to);
}

// --- calls --------------------------------------------------------------------------------------

ssize_t pwrite64(int fd, const void *p, size_t n, off64_t at)
{
    struct stat where;
    if (is_our_file(fd, &where)) {
        step();
        add_bytes(WRITTEN, fd, &where, p, n, at);
    }
    return syscall(SYS_pwrite64, fd, p, n, at);
}

ssize_t pwrite(int fd, const void *p, size_t n, off_t at) __attribute__((alias("pwrite64")));

ssize_t write(int fd, const void *p, size_t n)
{
    struct stat where;
    if (is_our_file(fd, &where)) {
        step();
        const bool at_end = fcntl(fd, F_GETFL) & O_APPEND;
        add_bytes(WRITTEN, fd, &where, p, n, at_end ? where.st_size : lseek(fd, 0, SEEK_CUR));
    }
    return syscall(SYS_write, fd, p, n);
}

int ftruncate64(int fd, off64_t size)
{
    struct stat where;
    if (is_our_file(fd, &where)) {
        step();
        add_bytes(RESIZED, fd, &where, NULL, 0, size);
    }
    return (int)syscall(SYS_ftruncate, fd, size);
}

int ftruncate(int fd, off_t size) __attribute__((alias("ftruncate64")));

int fsync(int fd)
{
    return sync_file(fd, SYS_fsync);
}

int fdatasync(int fd)
{
    return sync_file(fd, SYS_fdatasync);
}

int unlink(const char *path)
{
    char aside[PATH_MAX];
    if (!is_ours(path) || access(path, F_OK))
        return (int)syscall(SYS_unlink, path);
    step();
    const char *slash = strrchr(path, '/');
    snprintf(aside, sizeof aside, "%.*s/.removed-%ld-%ld", (int)(slash - path), path,
             (long)getpid(), disk.removed++);
    const int failed = (int)syscall(SYS_rename, path, aside);
    if (!failed)
        add_name(REMOVED, path, aside);
    return failed;
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    const bool ours = is_ours(to);
    if (ours)
        step();
    must(!ours || flags || access(to, F_OK));
    const int failed = (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    if (ours && !failed)
        add_name(MOVED, from, to);
    return failed;
}

int rename(const char *from, const char *to)
{
    return renameat2(AT_FDCWD, from, AT_FDCWD, to, 0);
}

// A second name, as one that is new.
int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags)
{
    const bool ours = is_ours(to);
    if (ours)
        step();
    const int failed = (int)syscall(SYS_linkat, from_folder, from, to_folder, to, flags);
    if (ours && !failed)
        add_name(CREATED, "", to);
    return failed;
}

int open64(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    const mode_t mode = flags & O_CREAT ? va_arg(args, mode_t) : 0;
    va_end(args);
    const bool creates = flags & O_CREAT && is_ours(path) && access(path, F_OK);
    if (creates)
        step();
    const int fd = (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
    if (creates && fd >= 0)
        add_name(CREATED, "", path);
    return fd;
}

int open(const char *path, int flags, ...) __attribute__((alias("open64")));
