// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the office file.
#include "db.h"

#include "orjon/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static enum status fail(const char *path, int error, struct err *err)
{
    enum status status = status_of_errno(error);
    if (status == STATUS_EXISTS)
        return err_set(err, status, _("%s exists already and was kept"), path);
    return err_set(err, status, "%s: %s", path, status_text(status));
}

static enum status copy_into(struct store *store, const char *path, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, "VACUUM INTO ?", &query, err);
    if (status)
        return status;
    db_bind_text(&query, path);
    return db_run(&query, err);
}

enum status store_copy(struct store *store, const char *path, struct err *err)
{
    if (store->depth > 0)
        return err_set(err, STATUS_FAILED, _("%s: a copy inside a change"), store->path);
    // The place is taken first: SQLite would make it readable for everybody.
    int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(path, errno, err);
    enum status status = copy_into(store, path, err);
    // What could not be read of the copy is called damage of the file as well.
    if (status == STATUS_DAMAGED && store_verify_file(store, NULL) == STATUS_OK)
        status = disk_failed(path, err);
    if (!status && fsync(fd))
        status = fail(path, errno, err);
    posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED); // verified from the disk, not from memory
    close(fd);
    if (status)
        unlink(path);
    return status;
}
