// SPDX-License-Identifier: GPL-3.0-or-later
// Parts out of a zip, never more than was agreed whatever its table of contents promises.
#include "package.h"

#include "orjon/base/mem.h"

#include <zip.h>

static enum status broken(const struct package *package, struct err *err)
{
    return err_set(err, STATUS_INVALID, _("%s: the file is broken or cut off; save it once more"),
                   package->name);
}

enum status package_open(const char *name, const struct str *bytes, struct package *ret,
                         struct err *err)
{
    *ret = (struct package){.name = name};
    zip_source_t *source = zip_source_buffer_create(bytes->buf, bytes->len, 0, NULL);
    ret->zip = zip_open_from_source(mem_there(source), ZIP_RDONLY, NULL);
    if (!ret->zip) {
        zip_source_free(source);
        return broken(ret, err);
    }
    if (zip_get_num_entries(ret->zip, 0) > PACKAGE_PARTS_MAX)
        return err_set(err, STATUS_INVALID, _("%s: the file has more than %s parts"), name,
                       SAY(PACKAGE_PARTS_MAX));
    return STATUS_OK;
}

void package_close(struct package *package)
{
    if (package->zip)
        zip_discard(package->zip);
    package->zip = NULL;
}

static enum status inflate(struct package *package, zip_file_t *file, struct str *ret,
                           struct err *err)
{
    char block[65536];
    zip_int64_t n;
    while ((n = zip_fread(file, block, sizeof block)) > 0) {
        package->inflated += (size_t)n;
        if (package->inflated > PACKAGE_INFLATED_MAX)
            return err_set(err, STATUS_INVALID,
                           _("%s: unpacked, the file is larger than %s MB; it is not read"),
                           package->name, SAY(PACKAGE_INFLATED_MAX >> 20));
        str_add_n(ret, block, (size_t)n);
    }
    return n < 0 ? broken(package, err) : STATUS_OK;
}

enum status package_read(struct package *package, const char *part, struct str *ret,
                         struct err *err)
{
    zip_stat_t about;
    if (zip_stat(package->zip, part, ZIP_FL_NOCASE, &about))
        return err_set(err, STATUS_NOT_FOUND, _("%s: this is no workbook (.xlsx)"), package->name);
    if (about.valid & ZIP_STAT_ENCRYPTION_METHOD && about.encryption_method != ZIP_EM_NONE)
        return err_set(err, STATUS_INVALID, _("%s: the file has a password; save it without one"),
                       package->name);
    zip_file_t *file = zip_fopen_index(package->zip, about.index, 0);
    if (!file)
        return broken(package, err);
    enum status status = inflate(package, file, ret, err);
    if (zip_fclose(file) && status == STATUS_OK)
        status = broken(package, err);
    return status;
}
