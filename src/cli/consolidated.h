// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of «orjon consolidated» share.
#pragma once

#include "command.h"
#include "orjon/app/below.h"

// ask OFFICE|all [INDICATOR], of the plan and quarter of `of`.
enum status consolidated_ask(struct app *app, const struct command *c,
                             const struct app_below_of *of, struct err *err);
