// SPDX-License-Identifier: GPL-3.0-or-later
// A bundle together with the files of its proofs: a zip of «return.orjon» and, under «proofs/»,
// each file by its SHA-256, so that no name from outside becomes a path. What the files are is
// said and signed in the bundle; the zip itself promises nothing.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

struct enclosed_file {
    const char *hash; // in hexadecimal
    const char *path; // where it is
};

// Whether a file begins as a zip does.
bool enclosed_is(const char *path);
// Writes the zip; the files are read from their places. EXISTS unless force; IO and the like.
// FAILED, naming the package, where this orjon has no zip; likewise below.
enum status enclosed_write(const char *path, bool force, const struct str *bundle,
                           const struct enclosed_file *files, size_t count, struct err *err);
// Appends the bundle. INVALID for a broken zip, one without a bundle, and one that is too large.
enum status enclosed_read(const char *path, struct str *ret, struct err *err);
// Copies a proof out into a new file; *ret_there is false when the zip has none of that hash.
// INVALID when it unpacks to more bytes than it is said to have.
enum status enclosed_take(const char *path, const char *hash, int64_t bytes, const char *to,
                          bool *ret_there, struct err *err);
