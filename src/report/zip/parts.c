// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that sees libzip. The zip is made in memory: a file is written only when all of it
// is there.
#include "parts.h"

#include <zip.h>

enum { DOS_FIRST_DAY = 1 << 5 | 1, LEVEL = 6 }; // 1 January 1980

static enum status refuse(zip_error_t *error, struct err *err)
{
    return err_set(err, STATUS_FAILED, _("The document could not be packed: %s"),
                   zip_error_strerror(error));
}

static bool add_parts(zip_t *zip, const struct part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        zip_source_t *source = zip_source_buffer(zip, parts[i].text.buf, parts[i].text.len, 0);
        zip_int64_t at = source ? zip_file_add(zip, parts[i].name, source, 0) : -1;
        if (at < 0) {
            if (source)
                zip_source_free(source);
            return false;
        }
        if (zip_file_set_dostime(zip, (zip_uint64_t)at, 0, DOS_FIRST_DAY, 0) ||
            zip_set_file_compression(zip, (zip_uint64_t)at, ZIP_CM_DEFLATE, LEVEL))
            return false;
    }
    return true;
}

// Fills sink, which stays the caller's.
static bool fill(zip_source_t *sink, const struct part *parts, size_t count, zip_error_t *error)
{
    zip_t *zip = zip_open_from_source(sink, ZIP_CREATE | ZIP_TRUNCATE, error);
    if (!zip)
        return false;
    zip_source_keep(sink); // the archive takes one reference with it
    if (add_parts(zip, parts, count) && zip_close(zip) == 0)
        return true;
    zip_error_set(error, zip_error_code_zip(zip_get_error(zip)), 0);
    zip_discard(zip);
    return false;
}

static bool take_out(zip_source_t *sink, struct str *ret)
{
    char piece[16384];
    zip_int64_t n = -1;
    if (zip_source_open(sink))
        return false;
    while ((n = zip_source_read(sink, piece, sizeof piece)) > 0)
        str_add_n(ret, piece, (size_t)n);
    zip_source_close(sink);
    return n == 0;
}

enum status parts_pack(const struct part *parts, size_t count, struct str *ret, struct err *err)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *sink = zip_source_buffer_create(NULL, 0, 0, &error);
    if (!sink)
        return refuse(&error, err);
    size_t from = ret->len;
    bool done = fill(sink, parts, count, &error) && take_out(sink, ret);
    enum status status = done ? STATUS_OK : refuse(&error, err);
    if (!done)
        str_cut(ret, from);
    zip_source_free(sink);
    zip_error_fini(&error);
    return status;
}
