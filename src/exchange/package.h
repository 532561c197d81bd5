// SPDX-License-Identifier: GPL-3.0-or-later
// The zip that a workbook is, and how much of it may come out.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

// bytes; what a sheet of many thousand rows needs, and a fraction of what a bomb makes
enum { PACKAGE_INFLATED_MAX = 64 << 20, PACKAGE_PARTS_MAX = 4000 };

struct package {
    const char *name; // of the file, for messages
    struct zip *zip;
    size_t inflated; // bytes so far
};

// The bytes must last as long as the package.
enum status package_open(const char *name, const struct str *bytes, struct package *ret,
                         struct err *err);
void package_close(struct package *package);
// Appends a part; NOT_FOUND when there is none of that name.
enum status package_read(struct package *package, const char *part, struct str *ret,
                         struct err *err);
