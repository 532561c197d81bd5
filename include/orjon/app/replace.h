// SPDX-License-Identifier: GPL-3.0-or-later
// Another file in the place of the office file: what goes with the old one, and who may do it.
#pragma once

#include "orjon/app/app.h"

// Says in ret, a line each, which seals and figures go when the copy `source` (NULL: a new office)
// takes the place of the office file; nothing when none do. *ret_asks: the officer's passphrase is
// needed. A file that is too damaged to be asked may be replaced, and the lines say so.
enum status app_weigh(const struct app_options *options, const char *source, struct str *ret,
                      bool *ret_asks, struct err *err);

// Puts a copy back in the place of the office file, which need not be sound nor there. What was
// there is kept; its new name is appended to ret_kept. The journal says what it was, a quarter once
// finalised comes back as the next revision, and the passphrase stays. passphrase as for
// app_officer.
// ret_talk gets a line for each proof whose file is not there.
enum status app_restore(const struct app_options *options, const char *source,
                        const char *passphrase, struct str *ret_kept, struct str *ret_talk,
                        struct err *err);
// The same with a new office, as app_init makes it.
enum status app_init_anew(const struct app_options *options, const struct app_new_office *office,
                          const char *passphrase, struct str *ret_kept, struct err *err);
