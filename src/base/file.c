// SPDX-License-Identifier: GPL-3.0-or-later
// Files and folders.
#include "orjon/base/file.h"

#include "orjon/base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <linux/fs.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static void close_fd(int *fd)
{
    if (*fd > STDERR_FILENO)
        close(*fd);
}
#define autoclose __attribute__((cleanup(close_fd)))

enum status status_of_errno(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return STATUS_NO_SPACE;
    case EROFS:
    case EACCES:
    case EPERM:
        return STATUS_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
        return STATUS_NOT_FOUND;
    case EEXIST:
        return STATUS_EXISTS;
    default:
        return STATUS_IO;
    }
}

static enum status fail(const char *path, int error, struct err *err)
{
    enum status status = status_of_errno(error);
    return err_set(err, status, "%s: %s", path, status_text(status));
}

// Why a new file could not be made: the folder's fault is not the file's, and a name with «/» in it
// is taken for one.
static enum status fail_to_make(const char *path, const char *folder, int error, struct err *err)
{
    const enum status status = status_of_errno(error);
    if (error == ENAMETOOLONG)
        return err_set(err, STATUS_INVALID, _("The name of the file is too long: %s"), path);
    if (status == STATUS_NOT_FOUND)
        return err_set(err, status,
                       _("There is no folder “%s”; the name of a file has no “/” in it"), folder);
    if (status == STATUS_READ_ONLY)
        return err_set(err, status, _("Nothing may be written in the folder “%s”; choose another"),
                       folder);
    if (error == EISDIR)
        return err_set(err, STATUS_EXISTS, _("%s is a folder; give the file another name"), path);
    return fail(path, error, err);
}

static enum status too_large(const char *path, struct err *err)
{
    return err_set(err, STATUS_INVALID, _("%s: the file is larger than %s MB"), path,
                   SAY(FILE_READ_MAX >> 20));
}

static enum status read_all(int fd, const char *path, struct str *ret, struct err *err)
{
    const size_t start = ret->len;
    char part[65536];
    for (;;) {
        ssize_t n = read(fd, part, sizeof part);
        if (n == 0)
            return STATUS_OK;
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return fail(path, errno, err);
        if (ret->len - start + (size_t)n > FILE_READ_MAX)
            return too_large(path, err);
        str_add_n(ret, part, (size_t)n);
    }
}

enum status file_read(const char *path, struct str *ret, struct err *err)
{
    autoclose int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
    return fd < 0 ? fail(path, errno, err) : read_all(fd, path, ret, err);
}

enum status file_read_ordinary(const char *path, struct str *ret, struct err *err)
{
    struct stat is;
    autoclose int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); // a pipe is not waited for
    if (fd < 0 || fstat(fd, &is))
        return fail(path, errno, err);
    if (!S_ISREG(is.st_mode))
        return err_set(err, STATUS_INVALID, _("%s is no ordinary file"), path);
    return is.st_size > FILE_READ_MAX ? too_large(path, err) : read_all(fd, path, ret, err);
}

static int write_all(int fd, const char *data, size_t n, bool sync)
{
    while (n > 0) {
        ssize_t k = write(fd, data, n);
        if (k < 0 && errno == EINTR)
            continue;
        if (k < 0)
            return errno;
        data += k;
        n -= (size_t)k;
    }
    return sync && fsync(fd) ? errno : 0;
}

static void folder_of(const char *path, struct str *ret)
{
    autofree char *copy = mem_copy_text(path, strlen(path));
    str_add(ret, dirname(copy));
}

enum status file_sync_folder_of(const char *path)
{
    autostr folder = STR_INIT;
    folder_of(path, &folder);
    autoclose int fd = open(folder.buf, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd >= 0 && fsync(fd) && errno == EIO ? STATUS_IO : STATUS_OK;
}

// Without force the name must still be free at the moment it is taken: rename() would silently
// replace what has it. Where the file system cannot refuse that, link() does, and a file system
// without links (a pen drive) gets the check and the rename, one after the other. The kernel is
// asked itself, for not every C library has the call.
static int take_name(const char *from, const char *to, bool force)
{
    if (force)
        return rename(from, to) ? errno : 0;
    if (syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
        return 0;
    if (errno == EEXIST)
        return EEXIST;
    if (link(from, to) == 0)
        return unlink(from) ? errno : 0;
    if (errno == EEXIST)
        return EEXIST;
    if (access(to, F_OK) == 0)
        return EEXIST;
    return rename(from, to) ? errno : 0;
}

// A paper is there to be passed on: it gets the mode of any file the user makes.
static mode_t current_umask(void)
{
    mode_t mask = umask(0077);
    umask(mask);
    return mask;
}

enum status file_write(const char *path, const char *data, size_t n, bool force, struct err *err)
{
    if (!force && access(path, F_OK) == 0)
        return err_set(err, STATUS_EXISTS, _("%s exists already and was kept; --force replaces it"),
                       path);
    autostr folder = STR_INIT, temporary = STR_INIT;
    folder_of(path, &folder);
    str_addf(&temporary, "%s/.orjon-XXXXXX", folder.buf);
    autoclose int fd = mkostemp(temporary.buf, O_CLOEXEC);
    if (fd < 0)
        return fail_to_make(path, folder.buf, errno, err);
    int error = fchmod(fd, 0666 & ~current_umask()) ? errno : write_all(fd, data, n, true);
    if (!error)
        error = take_name(temporary.buf, path, force);
    if (error) {
        unlink(temporary.buf);
        return fail_to_make(path, folder.buf, error, err);
    }
    file_sync_folder_of(path); // the file itself is safe already
    return STATUS_OK;
}

enum status file_office_path(const char *named, struct str *ret, struct err *err)
{
    const char *chosen = named ? named : getenv("ORJON_DB");
    if (chosen && *chosen) {
        str_add(ret, chosen);
        return STATUS_OK;
    }
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    if (data && *data == '/')
        str_addf(ret, "%s/orjon/office.db", data);
    else if (home && *home == '/')
        str_addf(ret, "%s/.local/share/orjon/office.db", home);
    else
        return err_set(err, STATUS_NOT_FOUND,
                       _("No home folder is known; name the office file with --db FILE"));
    return STATUS_OK;
}

enum status file_make_folder_of(const char *path, struct err *err)
{
    autostr folder = STR_INIT;
    folder_of(path, &folder);
    for (char *slash = folder.buf + 1; *folder.buf; slash++) {
        slash = strchr(slash, '/');
        if (slash)
            *slash = '\0';
        if (mkdir(folder.buf, 0700) && errno != EEXIST)
            return fail(folder.buf, errno, err);
        if (!slash)
            return STATUS_OK;
        *slash = '/';
    }
    return STATUS_OK;
}

enum status file_take_name(const char *from, const char *to, struct err *err)
{
    const int error = take_name(from, to, false);
    if (error)
        return fail(to, error, err);
    file_sync_folder_of(to);
    return STATUS_OK;
}

static int copy_bytes(int from, int to)
{
    char part[65536];
    for (;;) {
        ssize_t n = read(from, part, sizeof part);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return n < 0 || fsync(to) ? errno : 0;
        int error = write_all(to, part, (size_t)n, false);
        if (error)
            return error;
    }
}

enum status file_copy(const char *from, const char *to, struct err *err)
{
    autoclose int in = open(from, O_RDONLY | O_CLOEXEC);
    if (in < 0)
        return fail(from, errno, err);
    autoclose int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (out < 0)
        return fail(to, errno, err);
    const int error = copy_bytes(in, out);
    if (!error)
        return STATUS_OK;
    unlink(to);
    return fail(to, error, err);
}

bool file_exists(const char *path)
{
    return access(path, F_OK) == 0;
}

bool file_is_empty(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == 0;
}

void file_remove(const char *path)
{
    unlink(path);
}

enum status file_move(const char *from, const char *to, struct err *err)
{
    if (rename(from, to))
        return fail(from, errno, err);
    file_sync_folder_of(to);
    return STATUS_OK;
}

void file_make_private(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0)
        chmod(path, st.st_mode & 0700);
}
