// SPDX-License-Identifier: GPL-3.0-or-later
// Copies of the office file.
#pragma once

#include "orjon/app/app.h"

// A verified copy under a name, with its proofs in a folder beside it; ret_talk gets a line for
// each proof that could not be taken along. EXISTS when it is there.
enum status app_backup(struct app *app, const char *path, struct str *ret_talk, struct err *err);
// Makes the copies that are due since something was typed, that of the day and the pen drive's: for
// a moment in which nobody waits. Closing the file makes them too. False when none was due.
bool app_catch_up(struct app *app);

// What kept the last automatic copy from being made, in one sentence; "" when there was nothing.
// Work is not stopped for it: the figures themselves are safe.
const char *app_copy_trouble(const struct app *app);
