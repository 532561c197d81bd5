// SPDX-License-Identifier: GPL-3.0-or-later
// How every room reports failure: a status to branch on and a sentence for the user.
#pragma once

#include "orjon/base/i18n.h"

#include <stdbool.h>
#include <stddef.h>

// name, exit code of the program when a command ends with it, what went wrong in general
#define STATUS_LIST(_)                                                                             \
    _(OK, 0, N_("done"))                                                                           \
    _(FAILED, 1, N_("it failed"))                                                                  \
    _(USAGE, 2, N_("the command was not understood"))                                              \
    _(INVALID, 1, N_("the text cannot be read"))                                                   \
    _(OVERFLOW, 1, N_("the number is too large"))                                                  \
    _(NOT_FOUND, 1, N_("there is no such thing"))                                                  \
    _(EXISTS, 1, N_("it exists already"))                                                          \
    _(IO, 1, N_("the disk could not be read or written"))                                          \
    _(NO_SPACE, 1, N_("the disk is full"))                                                         \
    _(READ_ONLY, 1, N_("the file can only be read"))                                               \
    _(NOT_OFFICE, 1, N_("this is not an orjon office file"))                                       \
    _(DAMAGED, 1, N_("the file is damaged"))                                                       \
    _(FROZEN, 1, N_("a finalised return uses it; it can no longer change"))                        \
    _(CHANGED, 1, N_("somebody else has changed it meanwhile"))                                    \
    _(FINDINGS, 3, N_("the check found errors"))                                                   \
    _(BUSY, 4, N_("the file is in use"))                                                           \
    _(LOCKED, 4, N_("the quarter is finalised and locked"))                                        \
    _(NEWER, 5, N_("the file was made by a newer orjon"))                                          \
    _(MISFIT, 6, N_("the paper does not fit its seal"))

enum status {
#define STATUS_ENUM(name, code, text) STATUS_##name,
    STATUS_LIST(STATUS_ENUM)
#undef STATUS_ENUM
};

// Detail of a failure. `text` is one sentence in the user's language, empty after success.
struct err {
    enum status status;
    char text[1024];
};

// Sets err (may be NULL) to status and the printf-formatted sentence, one line that a terminal can
// show whatever is put into it (text_show), cut between syllables if it is too long, and returns
// status, so that `return err_set(…)` reads well.
enum status err_set(struct err *err, enum status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

// The sentence of err, or the general one of its status.
const char *err_text(const struct err *err);

// Puts a printf-formatted prefix before the sentence: «figures.tsv:3: …».
void err_prefix(struct err *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

int status_exit_code(enum status status);
const char *status_text(enum status status);
