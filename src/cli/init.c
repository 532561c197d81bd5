// SPDX-License-Identifier: GPL-3.0-or-later
// orjon init: make the office file.
#include "command.h"

static enum status run(const struct command *c, struct err *err)
{
    struct app_new_office office = {
        .name = c->option['N'],
        .family = c->option['F'],
        .fiscal_year = c->option['y'],
        .level = c->option['V'],
        .sample = c->option['s'] != NULL,
        .force = c->option['f'] != NULL,
    };
    return app_init(&c->app, &office, err);
}

const struct verb verb_init = {
    .name = "init",
    .arguments = "--name NAME --family FAMILY --fiscal-year Y [--level L] [--sample]",
    .summary = N_("make the office file with every built-in plan of a family and year"),
    .details = N_("With --sample alone it makes the sample office, to look around in."),
    .options = "NFyVsf",
    .run = run,
};
