// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a file in as a proof. What it is was named by somebody, and may be anything.
#include "orjon/store/proofs.h"

#include "prooffiles.h"

#include "orjon/base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum status refuse_kind(const char *path, mode_t mode, struct err *err)
{
    if (S_ISDIR(mode))
        return err_set(err, STATUS_INVALID, _("%s is a folder; name the files in it"), path);
    if (S_ISLNK(mode))
        return err_set(err, STATUS_INVALID, _("%s is a link; name the file itself"), path);
    if (S_ISFIFO(mode) || S_ISSOCK(mode))
        return err_set(err, STATUS_INVALID, _("%s is a pipe between programs, no file"), path);
    return err_set(err, STATUS_INVALID, _("%s is a device, no file"), path);
}

static enum status refuse_open(const char *path, int error, struct err *err)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR:
        return err_set(err, STATUS_NOT_FOUND, _("There is no file %s"), path);
    case ENAMETOOLONG:
        return err_set(err, STATUS_INVALID, _("No file can have a name as long as this: %s"), path);
    case EACCES:
    case EPERM:
        return err_set(err, STATUS_READ_ONLY, _("%s may not be read by you"), path);
    case ELOOP:
        return refuse_kind(path, S_IFLNK, err);
    default:
        return err_set(err, STATUS_IO, _("%s could not be read from its disk"), path);
    }
}

static enum status refuse_changed_file(const char *path, struct err *err)
{
    return err_set(err, STATUS_CHANGED, _("%s was changed while it was read; try again"), path);
}

static enum status refuse_size(const char *path, int64_t bytes, struct err *err)
{
    if (bytes == 0)
        return err_set(err, STATUS_INVALID, _("%s is empty"), path);
    if (bytes > STORE_PROOF_MAX)
        return err_set(err, STATUS_INVALID,
                       _("%s has %s MB; a proof may have %s at most: make it smaller, or scan it "
                         "again in grey"),
                       path, SAY((bytes + (1 << 20) - 1) >> 20), SAY(STORE_PROOF_MAX >> 20));
    return STATUS_OK;
}

// A look comes before the opening: to open a device can already do something.
static enum status open_source(const char *path, int *ret_fd, struct stat *ret, struct err *err)
{
    struct stat named;
    if (lstat(path, &named))
        return refuse_open(path, errno, err);
    if (!S_ISREG(named.st_mode))
        return refuse_kind(path, named.st_mode, err);
    const int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (fd < 0)
        return refuse_open(path, errno, err);
    *ret_fd = fd;
    if (fstat(fd, ret))
        return refuse_open(path, errno, err);
    if (!S_ISREG(ret->st_mode) || ret->st_ino != named.st_ino || ret->st_dev != named.st_dev)
        return refuse_changed_file(path, err);
    return refuse_size(path, ret->st_size, err);
}

static bool is_as_before(int fd, const struct stat *before, int64_t bytes)
{
    struct stat now;
    return fstat(fd, &now) == 0 && bytes == before->st_size && now.st_size == before->st_size &&
           now.st_mtim.tv_sec == before->st_mtim.tv_sec &&
           now.st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}

static enum status say_not_taken(const char *path, int error, struct err *err)
{
    const enum status status = status_of_errno(error);
    switch (status) {
    case STATUS_NO_SPACE:
        return err_set(err, status, _("The disk is full: %s was not taken in"), path);
    case STATUS_READ_ONLY:
        return err_set(err, status,
                       _("The folder of proofs beside the office file can only be read: %s was "
                         "not taken in"),
                       path);
    default:
        return err_set(err, STATUS_IO, _("The disk did not take %s in; try again"), path);
    }
}

// What the files of a folder take, parts of them too.
static int64_t bytes_of(const char *folder)
{
    int64_t all = 0;
    struct stat st;
    DIR *dir = opendir(folder);
    for (const struct dirent *entry; dir && (entry = readdir(dir));)
        if (fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
            S_ISREG(st.st_mode))
            all += st.st_size;
    if (dir)
        closedir(dir);
    return all;
}

static enum status check_room(const char *folder, const char *path, int64_t bytes, struct err *err)
{
    if (bytes_of(folder) + bytes <= STORE_PROOFS_MAX)
        return STATUS_OK;
    return err_set(err, STATUS_NO_SPACE,
                   _("%s was not taken in: all proofs together may have %s MB; remove some, then "
                     "“orjon evidence tidy”"),
                   path, SAY(STORE_PROOFS_MAX >> 20));
}

static enum status take(const char *folder, const char *path, int in, const struct stat *source,
                        struct store_taken *ret, struct err *err)
{
    bool reading = false;
    enum status status = check_room(folder, path, source->st_size, err);
    if (status)
        return status;
    proofs_sweep(folder);
    int out = proofs_open_part(folder, &ret->part);
    int error = out < 0 ? errno : proofs_copy(in, out, &ret->proof, &reading);
    if (out >= 0)
        close(out);
    if (error && reading)
        return refuse_open(path, error, err);
    if (error)
        return say_not_taken(path, error, err);
    return is_as_before(in, source, ret->proof.bytes) ? STATUS_OK : refuse_changed_file(path, err);
}

enum status store_take_proof(const char *file, const char *path, struct store_taken *ret,
                             struct err *err)
{
    autostr folder = STR_INIT;
    struct stat source;
    int in = -1;
    *ret = (struct store_taken){.part = STR_INIT};
    enum status status = open_source(path, &in, &source, err);
    store_proofs_folder(file, &folder);
    if (status == STATUS_OK)
        status = proofs_make_folder(folder.buf, err);
    if (status == STATUS_OK)
        status = take(folder.buf, path, in, &source, ret, err);
    if (in >= 0)
        close(in);
    if (status)
        store_taken_done(ret);
    return status;
}

enum status store_keep_proof(const char *file, struct store_taken *taken, struct err *err)
{
    autostr path = STR_INIT;
    proofs_path(file, taken->proof.hash, &path);
    if (store_look_at_proof(file, &taken->proof, true) == STORE_PROOF_SOUND) {
        store_taken_done(taken);
        return STATUS_OK;
    }
    const enum status status = file_move(taken->part.buf, path.buf, err);
    if (status == STATUS_OK)
        str_reset(&taken->part);
    return status;
}

void store_taken_done(struct store_taken *taken)
{
    if (taken->part.len)
        file_remove(taken->part.buf);
    str_done(&taken->part);
}
