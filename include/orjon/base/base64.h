// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as text, in the letters of RFC 4648 with «=» at the end.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>

void base64_write(struct str *ret, const void *bytes, size_t n); // appended
// Appends what the text stands for; false, and nothing appended, when it is no base64.
bool base64_read(struct str *ret, const char *text, size_t n);
