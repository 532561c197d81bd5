// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for the officer's passphrase.
#pragma once

#include "orjon/app/app.h"
#include "orjon/base/secret.h"

// Asks for one when the office has one, else leaves ret empty: from the file that
// $ORJON_PASSPHRASE_FILE names, at the terminal without echo, or a line of standard input.
enum status passphrase_ask(struct app *app, struct str *ret, struct err *err);
// Says what goes with the office file when the copy `source` (NULL: a new office) takes its place,
// and asks for its passphrase likewise.
enum status passphrase_ask_to_replace(const struct app_options *options, const char *source,
                                      struct str *ret, struct err *err);
// orjon office passphrase: asks for the old one, then for the new one; an empty one takes it away.
enum status passphrase_change(const struct app_options *options, struct err *err);
