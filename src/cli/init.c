// SPDX-License-Identifier: GPL-3.0-or-later
// orjon init: make the office file.
#include "command.h"
#include "passphrase.h"

#include "orjon/app/replace.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum { FAMILIES_MAX = 64 };

// What --family and --fiscal-year may be, so that nobody has to guess.
static enum status list_families(struct err *err)
{
    struct app_family family[FAMILIES_MAX];
    const size_t count = app_families(family, FAMILIES_MAX);
    autostr text = STR_INIT;
    str_add(&text, "family\tfiscal_year\tplans\tname\n");
    for (size_t i = 0; i < count; i++) {
        autostr year = STR_INIT, plans = STR_INIT, name = STR_INIT;
        period_write_year_short(&year, family[i].fiscal_year);
        str_addf(&plans, "%zu", family[i].plans);
        app_family_name(family[i].family, &name);
        const char *const cell[] = {family[i].family, year.buf, plans.buf, name.buf};
        tsv_write_cells(&text, cell, sizeof cell / sizeof *cell);
        str_add_char(&text, '\n');
    }
    return command_put(&text, err);
}

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
    if (c->words && strcmp(c->word[0], "families") == 0)
        return list_families(err);
    if (c->words)
        return err_set(err, STATUS_USAGE, _("The command is: orjon %s %s"), verb_init.name,
                       verb_init.arguments);
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
    .arguments = "families | --name NAME --family FAMILY --fiscal-year Y [--level L] "
                 "[--plans FOLDER] [--sample] [--force]",
    .words_max = 1,
    .summary = N_("make the office file, with every built-in plan of its family and year"),
    .details = N_("orjon init families lists the families and years whose plans are built in. "
                  "Any family and year will do; where no plan of them is built in, the office is "
                  "empty, and plans come in from files: with --plans every plan of a folder, all "
                  "or none, or later with orjon plans install. With --sample alone it makes the "
                  "sample office, to look around in; with --family coop-department a department "
                  "with what twelve offices have sent it. With --force "
                  "it takes the place of an office file, as restore does: that is kept, and its "
                  "passphrase is asked for."),
    .options = "NFyVSsf",
    .run = run,
};
