// SPDX-License-Identifier: GPL-3.0-or-later
// Bundles with proofs by libzip. Of what a zip says of itself nothing is believed: parts are asked
// for by name, and never more of one is unpacked than was agreed.
#include "enclosed.h"

#include "orjon/exchange/bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <zip.h>

static const char bundle_part[] = "return.orjon", proofs[] = "proofs/";

// --- writing ------------------------------------------------------------------------------------

static bool add(zip_t *zip, const char *name, zip_source_t *source)
{
    if (source && zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) >= 0)
        return true;
    if (source)
        zip_source_free(source);
    return false;
}

static bool add_all(zip_t *zip, const struct str *bundle, const struct enclosed_file *files,
                    size_t count)
{
    if (!add(zip, bundle_part, zip_source_buffer(zip, bundle->buf, bundle->len, 0)))
        return false;
    for (size_t i = 0; i < count; i++) {
        autostr name = STR_INIT;
        str_addf(&name, "%s%s", proofs, files[i].hash);
        if (!add(zip, name.buf, zip_source_file(zip, files[i].path, 0, -1)))
            return false;
    }
    return true;
}

// libzip gives the file its bytes when it is closed; they are on the disk before it has its name.
static bool sync_file(const char *path)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0)
        close(fd);
    return synced;
}

static enum status write_zip(const char *path, const struct str *bundle,
                             const struct enclosed_file *files, size_t count, struct err *err)
{
    int error = 0;
    zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!zip)
        return err_set(err, STATUS_IO, "%s: %s", path, status_text(STATUS_IO));
    if (add_all(zip, bundle, files, count) && zip_close(zip) == 0) {
        if (sync_file(path))
            return STATUS_OK;
    } else
        zip_discard(zip);
    return err_set(err, STATUS_IO, "%s: %s", path, status_text(STATUS_IO));
}

// --- reading ------------------------------------------------------------------------------------

static enum status broken(const char *path, struct err *err)
{
    return err_set(err, STATUS_INVALID,
                   _("%s: the zip is broken or cut off; it is to be sent once more"), path);
}

struct open_part {
    zip_t *zip;
    zip_file_t *file;
};

static void close_part(struct open_part *part)
{
    if (part->file)
        zip_fclose(part->file);
    if (part->zip)
        zip_discard(part->zip);
}
#define autopart __attribute__((cleanup(close_part))) struct open_part

static enum status open_part(const char *path, const char *name, struct open_part *ret,
                             struct err *err)
{
    ret->zip = zip_open(path, ZIP_RDONLY, NULL);
    if (!ret->zip)
        return broken(path, err);
    const zip_int64_t at = zip_name_locate(ret->zip, name, 0);
    if (at < 0)
        return STATUS_NOT_FOUND;
    ret->file = zip_fopen_index(ret->zip, (zip_uint64_t)at, 0);
    return ret->file ? STATUS_OK : broken(path, err);
}

static enum status read_zip(const char *path, struct str *ret, struct err *err)
{
    autopart part = {0};
    char block[65536];
    zip_int64_t n = 0;
    const size_t before = ret->len;
    const enum status status = open_part(path, bundle_part, &part, err);
    if (status == STATUS_NOT_FOUND)
        return err_set(err, STATUS_INVALID, _("%s: there is no return in this zip"), path);
    if (status)
        return status;
    while ((n = zip_fread(part.file, block, sizeof block)) > 0) {
        if (ret->len - before + (size_t)n > BUNDLE_BYTES_MAX)
            return err_set(err, STATUS_INVALID,
                           _("%s: unpacked, the file is larger than %s MB; it is not read"), path,
                           SAY(BUNDLE_BYTES_MAX >> 20));
        str_add_n(ret, block, (size_t)n);
    }
    return n < 0 ? broken(path, err) : STATUS_OK;
}

static enum status copy(zip_file_t *file, int fd, int64_t most, const char *path, struct err *err)
{
    char block[65536];
    zip_int64_t n = 0;
    while ((n = zip_fread(file, block, sizeof block)) > 0) {
        most -= n;
        if (most < 0)
            return err_set(err, STATUS_INVALID,
                           _("%s: a proof in it is larger than the office has signed"), path);
        for (zip_int64_t done = 0; done < n;) {
            const ssize_t k = write(fd, block + done, (size_t)(n - done));
            if (k < 0 && errno != EINTR)
                return err_set(err, STATUS_IO, "%s: %s", path, status_text(STATUS_IO));
            done += k > 0 ? k : 0;
        }
    }
    return n < 0 ? broken(path, err) : STATUS_OK;
}

static enum status take(const char *path, const char *hash, int64_t bytes, const char *to,
                        bool *ret_there, struct err *err)
{
    autopart part = {0};
    autostr name = STR_INIT;
    str_addf(&name, "%s%s", proofs, hash);
    enum status status = open_part(path, name.buf, &part, err);
    *ret_there = status == STATUS_OK;
    if (status)
        return status == STATUS_NOT_FOUND ? STATUS_OK : status;
    const int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return err_set(err, STATUS_IO, "%s: %s", to, status_text(STATUS_IO));
    status = copy(part.file, fd, bytes, path, err);
    close(fd);
    return status;
}

const struct enclosed_zip enclosed_zip = {write_zip, read_zip, take};
