// SPDX-License-Identifier: GPL-3.0-or-later
// What «orjon plans» does in files of its own.
#pragma once

#include "command.h"

enum status plans_next_year(struct app *app, const struct command *c, struct err *err);
