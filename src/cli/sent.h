// SPDX-License-Identifier: GPL-3.0-or-later
// orjon offices sent.
#pragma once

#include "command.h"

enum status sent_run(struct app *app, const struct command *c, struct err *err);
// orjon offices remind.
enum status remind_run(struct app *app, const struct command *c, struct err *err);
