// SPDX-License-Identifier: GPL-3.0-or-later
// orjon init: make the office file.
#include "command.h"
#include "passphrase.h"

#include "orjon/app/replace.h"

static enum status run_anew(const struct command *c, const struct app_new_office *office,
                            struct err *err)
{
    autosecret passphrase = STR_INIT;
    autostr kept = STR_INIT;
    enum status status = app_check_new_office(office, err); // before anybody is asked
    if (status == STATUS_OK)
        status = passphrase_ask_to_replace(&c->app, NULL, &passphrase, err);
    if (status == STATUS_OK)
        status = app_init_anew(&c->app, office, passphrase.buf, &kept, err);
    if (status == STATUS_OK)
        command_kept(kept.buf);
    return status;
}

static enum status run(const struct command *c, struct err *err)
{
    autostr talk = STR_INIT;
    const struct app_new_office office = {
        .name = c->option['N'],
        .family = c->option['F'],
        .fiscal_year = c->option['y'],
        .level = c->option['V'],
        .plans = c->option['S'],
        .sample = c->option['s'] != NULL,
        .talk = &talk,
    };
    enum status status =
        c->option['f'] ? run_anew(c, &office, err) : app_init(&c->app, &office, err);
    command_talk(talk.buf);
    return status;
}

const struct verb verb_init = {
    .name = "init",
    .arguments = "--name NAME --family FAMILY --fiscal-year Y [--level L] [--plans FOLDER] "
                 "[--sample] [--force]",
    .summary = N_("make the office file, with every built-in plan of its family and year"),
    .details = N_("Any family and year will do; where no plan of them is built in, the office is "
                  "empty, and plans come in from files: with --plans every plan of a folder, all "
                  "or none, or later with orjon plans install. With --sample alone it makes the "
                  "sample office, to look around in; with --family coop-department a department "
                  "with what twelve offices have sent it. With --force "
                  "it takes the place of an office file, as restore does: that is kept, and its "
                  "passphrase is asked for."),
    .options = "NFyVSsf",
    .run = run,
};
