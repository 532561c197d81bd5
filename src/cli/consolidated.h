// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of «orjon consolidated» share.
#pragma once

#include "command.h"
#include "orjon/app/below.h"

// ask OFFICE|all [INDICATOR], of the plan and quarter of `of`.
enum status consolidated_ask(struct app *app, const struct command *c,
                             const struct app_below_of *of, struct err *err);

// A table that it writes (consolidated_parts.c); the last is {0}.
struct consolidated_part {
    const char *word;
    const char *paper; // that shows it; NULL: none
    const char *header;
    enum status (*put)(const struct below *below, struct str *ret, struct err *err);
    bool is_table; // unless the paper is asked for: scripts have always been given that
};
extern const struct consolidated_part consolidated_parts[];
