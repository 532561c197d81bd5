// SPDX-License-Identifier: GPL-3.0-or-later
// Asking for the officer's passphrase.
#pragma once

#include "orjon/app/app.h"
#include "orjon/base/secret.h"

// Asks for one when the office has one, else leaves ret empty: from the file that
// $ORJON_PASSPHRASE_FILE names, at the terminal without echo, or a line of standard input.
enum status passphrase_ask(struct app *app, struct str *ret, struct err *err);
// orjon office passphrase: asks for the old one, then for the new one; an empty one takes it away.
enum status passphrase_change(const struct app_options *options, struct err *err);
