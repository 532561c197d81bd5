// SPDX-License-Identifier: GPL-3.0-or-later
// A copy put back in the place of the file.
#include "orjon/store/copies.h"

#include "db.h"
#include "prooffiles.h"

#include "orjon/base/file.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_ino == other.st_ino &&
           one.st_dev == other.st_dev;
}

static enum status copy_to(const char *source, const char *part, const char *path,
                           struct str *ret_talk, struct err *err)
{
    struct store *from = NULL;
    enum status status = store_open(source, STORE_LOOK, &from, err);
    if (!status)
        status = store_copy(from, part, err); // before anything is moved: there is room for it
    if (!status)
        status = proofs_bring(from, source, path, ret_talk, err);
    store_close(&from);
    return status;
}

enum status store_restore(const char *source, const char *path,
                          const struct store_permission *permission, struct str *ret_kept,
                          struct str *ret_talk, struct err *err)
{
    const char *slash = strrchr(source, '/');
    autostr part = STR_INIT;
    if (is_same_file(source, path))
        return err_set(err, STATUS_USAGE, _("%s is the office file itself"), source);
    if (!file_exists(source))
        return err_set(err, STATUS_NOT_FOUND, _("There is no file %s"), source);
    str_addf(&part, "%s.part-%ld", path, (long)getpid());
    enum status status = store_verify_path(source, err);
    if (!status)
        status = file_make_folder_of(path, err);
    file_remove(part.buf); // of a program of that number that died
    if (!status)
        status = copy_to(source, part.buf, path, ret_talk, err);
    const struct store_replacement replacement = {
        .part = part.buf, .source = slash ? slash + 1 : source, .permission = permission};
    if (!status)
        status = store_replace(&replacement, path, ret_kept, err);
    file_remove(part.buf);
    return status ? status : store_verify_path(path, err);
}
