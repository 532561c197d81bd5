// SPDX-License-Identifier: GPL-3.0-or-later
// What the module with the zip does.
#pragma once

#include "orjon/exchange/enclosed.h"

struct enclosed_zip {
    enum status (*write)(const char *path, const struct str *bundle,
                         const struct enclosed_file *files, size_t count, struct err *err);
    enum status (*read)(const char *path, struct str *ret, struct err *err);
    enum status (*take)(const char *path, const char *hash, int64_t bytes, const char *to,
                        bool *ret_there, struct err *err);
};
extern const struct enclosed_zip enclosed_zip;
