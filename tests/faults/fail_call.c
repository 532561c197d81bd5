// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a program: its n-th allocation, or its n-th reading, writing or syncing of a file,
// or taking of a record lock, or looking at a lock file of orjon's, fails, once or from then on.
// Small enough that it cannot itself be the fault.
//   FAIL_WHAT=malloc|read|write|sync|take|look  FAIL_AT=N  FAIL_FOREVER=1  FAIL_ERRNO=28
//   FAIL_COUNT=FILE  FAIL_KILL=1
// FAIL_COUNT writes how many such calls there were, for choosing N. FAIL_KILL kills the program
// there instead.
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static struct {
    char what; // first letter
    long at, count;
    int forever, error, kill;
} fail;

__attribute__((constructor)) static void begin(void)
{
    const char *what = getenv("FAIL_WHAT"), *at = getenv("FAIL_AT"), *error = getenv("FAIL_ERRNO");
    fail.error = error ? atoi(error) : EIO;
    fail.forever = getenv("FAIL_FOREVER") != NULL;
    fail.kill = getenv("FAIL_KILL") != NULL;
    fail.at = at ? atol(at) : 0;
    fail.what = what ? *what : 0; // last: what comes before is the loader's own
}

__attribute__((destructor)) static void end(void)
{
    const char *path = getenv("FAIL_COUNT");
    char text[32];
    fail.what = 0;
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (fd < 0)
        return;
    int n = snprintf(text, sizeof text, "%ld\n", fail.count);
    ssize_t ignored = write(fd, text, (size_t)n);
    (void)ignored;
    close(fd);
}

static int fails(char what)
{
    if (fail.what != what)
        return 0;
    fail.count++;
    if (fail.kill && fail.count == fail.at)
        raise(SIGKILL);
    return fail.at > 0 && (fail.count == fail.at || (fail.forever && fail.count > fail.at));
}

extern void *__libc_malloc(size_t n);
extern void *__libc_calloc(size_t n, size_t size);
extern void *__libc_realloc(void *p, size_t n);

void *malloc(size_t n)
{
    if (!fails('m'))
        return __libc_malloc(n);
    errno = ENOMEM;
    return NULL;
}

void *calloc(size_t n, size_t size)
{
    if (!fails('m'))
        return __libc_calloc(n, size);
    errno = ENOMEM;
    return NULL;
}

void *realloc(void *p, size_t n)
{
    if (!fails('m'))
        return __libc_realloc(p, n);
    errno = ENOMEM;
    return NULL;
}

// Standard input, output and error are not the disk.
#define DISK_CALL(letter, type, name, parameters, arguments)                                       \
    type name parameters                                                                           \
    {                                                                                              \
        static type(*real) parameters;                                                             \
        if (!real)                                                                                 \
            *(void **)&real = dlsym(RTLD_NEXT, #name);                                             \
        if (fd <= 2 || !fails(letter))                                                             \
            return real arguments;                                                                 \
        errno = fail.error;                                                                        \
        return -1;                                                                                 \
    }

DISK_CALL('r', ssize_t, read, (int fd, void *p, size_t n), (fd, p, n))
DISK_CALL('r', ssize_t, pread64, (int fd, void *p, size_t n, off64_t at), (fd, p, n, at))
DISK_CALL('r', ssize_t, pread, (int fd, void *p, size_t n, off_t at), (fd, p, n, at))
DISK_CALL('w', ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n))
DISK_CALL('w', ssize_t, pwrite64, (int fd, const void *p, size_t n, off64_t at), (fd, p, n, at))
DISK_CALL('w', ssize_t, pwrite, (int fd, const void *p, size_t n, off_t at), (fd, p, n, at))
DISK_CALL('w', int, ftruncate64, (int fd, off64_t n), (fd, n))
DISK_CALL('s', int, fsync, (int fd), (fd))
DISK_CALL('s', int, fdatasync, (int fd), (fd))

#define LOCK_CALL(name)                                                                            \
    int name(int fd, int what, ...)                                                                \
    {                                                                                              \
        static int (*real)(int fd, int what, ...);                                                 \
        va_list args;                                                                              \
        va_start(args, what);                                                                      \
        void *argument = va_arg(args, void *);                                                     \
        va_end(args);                                                                              \
        if (!real)                                                                                 \
            *(void **)&real = dlsym(RTLD_NEXT, #name);                                             \
        if (what != F_SETLK || !fails('t'))                                                        \
            return real(fd, what, argument);                                                       \
        errno = fail.error;                                                                        \
        return -1;                                                                                 \
    }

LOCK_CALL(fcntl)
LOCK_CALL(fcntl64)

int stat(const char *path, struct stat *ret)
{
    static int (*real)(const char *path, struct stat *ret);
    const size_t n = strlen(path);
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "stat");
    if (n < 5 || strcmp(path + n - 5, ".lock") != 0 || !fails('l'))
        return real(path, ret);
    errno = fail.error;
    return -1;
}
