// SPDX-License-Identifier: GPL-3.0-or-later
// Other programs, run without a shell.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

struct child {
    const char *const *argv; // ends with NULL; the program is looked for on PATH
    const char *input;       // what it reads, n bytes; NULL for nothing
    size_t n;
    int seconds; // that it may take; it is killed then
};

// Runs it to its end. What it says on both streams is appended to ret (may be NULL) as far as
// CHILD_SAID_MAX, its exit code put in *ret_code. NOT_FOUND when there is no such program, BUSY
// when it took too long.
enum { CHILD_SAID_MAX = 16384 };
enum status child_run(const struct child *child, struct str *ret, int *ret_code, struct err *err);

// Runs it to its end on our own terminal, which nobody else uses meanwhile: it sees and hears the
// user, its keys that interrupt are not for us, and where it is stopped so are we.
enum status child_attend(const char *const *argv, int *ret_code, struct err *err);

// Starts it in a session of its own, deaf and dumb, and waits only to see whether it fails at once;
// its exit code, or 0 while it runs, is put in *ret_code.
enum status child_start(const char *const *argv, int *ret_code, struct err *err);
