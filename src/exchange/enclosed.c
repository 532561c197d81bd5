// SPDX-License-Identifier: GPL-3.0-or-later
// The door to bundles with proofs; the zip is the module's.
#include "enclosed.h"

#include "orjon/base/file.h"
#include "orjon/base/module.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool enclosed_is(const char *path)
{
    char head[4] = "";
    struct stat is;
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return false;
    const bool zip = fstat(fd, &is) == 0 && S_ISREG(is.st_mode) &&
                     read(fd, head, sizeof head) == sizeof head && memcmp(head, "PK\3\4", 4) == 0;
    close(fd);
    return zip;
}

static enum status find(const struct enclosed_zip **ret, struct err *err)
{
#ifdef ORJON_ENCLOSED
    static const struct module module = {"orjon-enclosed", ORJON_ENCLOSED};
    return module_symbol(&module, "enclosed_zip", (void **)ret, err);
#else
    (void)ret;
    return err_set(err, STATUS_FAILED,
                   _("This orjon was built without %s; install %s and build it anew"), "zip",
                   PACKAGE_ENCLOSED);
#endif
}

// Whole or not at all: under a name of its own first.
enum status enclosed_write(const char *path, bool force, const struct str *bundle,
                           const struct enclosed_file *files, size_t count, struct err *err)
{
    const struct enclosed_zip *zip = NULL;
    autostr part = STR_INIT;
    if (!force && file_exists(path))
        return err_set(err, STATUS_EXISTS, "%s: %s", path, status_text(STATUS_EXISTS));
    enum status status = find(&zip, err);
    if (status)
        return status;
    str_addf(&part, "%s.part-%ld", path, (long)getpid());
    status = zip->write(part.buf, bundle, files, count, err);
    if (!status)
        status = force ? file_move(part.buf, path, err) : file_take_name(part.buf, path, err);
    if (status)
        file_remove(part.buf);
    return status;
}

enum status enclosed_read(const char *path, struct str *ret, struct err *err)
{
    const struct enclosed_zip *zip = NULL;
    enum status status = find(&zip, err);
    return status ? status : zip->read(path, ret, err);
}

enum status enclosed_take(const char *path, const char *hash, int64_t bytes, const char *to,
                          bool *ret_there, struct err *err)
{
    const struct enclosed_zip *zip = NULL;
    enum status status = find(&zip, err);
    return status ? status : zip->take(path, hash, bytes, to, ret_there, err);
}
