// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of a document in one zip.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

struct part {
    const char *name;
    struct str text;
};

// Appends the zip, the same bytes for the same parts at any time, to ret.
enum status parts_pack(const struct part *parts, size_t count, struct str *ret, struct err *err);
