// SPDX-License-Identifier: GPL-3.0-or-later
// orjon without a command: the screens.
#include "command.h"

#include "orjon/screens/screens.h"

#include <stdlib.h>

static enum status run(const struct command *c, struct err *err)
{
    if (c->option['C'])
        setenv("NO_COLOR", "1", 1);
    return screens_run(&c->app, err);
}

const struct verb verb_screens = {
    .name = "",
    .arguments = "",
    .summary = N_("the screens"),
    .options = "",
    .run = run,
};
