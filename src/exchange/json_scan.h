// SPDX-License-Identifier: GPL-3.0-or-later
// JSON piece by piece. false where what stands there is no JSON; where it went wrong is `at`.
#pragma once

#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct scan {
    const char *at, *end;
    int depth; // of what is looked through
};

// The next sign that is no blank, where it stands; NUL at the end.
char scan_peek(struct scan *r);
// That sign, if it is this one.
bool scan_take(struct scan *r, char c);
// A text: where it stands in the file, or unpacked where it has escapes. It is UTF-8 without NUL.
bool scan_text(struct scan *r, struct str *unpacked, const char **ret, size_t *ret_n);
// A number; *ret_whole: it has neither point nor exponent, fits, and *ret is it.
bool scan_number(struct scan *r, bool *ret_whole, int64_t *ret);
// Any value, looked through.
bool scan_past(struct scan *r);
