// SPDX-License-Identifier: GPL-3.0-or-later
// orjon export: what is in the office file as tables for a spreadsheet.
#include "command.h"

#include "orjon/app/export.h"

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_export(app, c->word[0], c->fiscal_year, c->quarter, &text, err);
    return status ? status : command_put_out(&text, c->option['o'], c->option['f'] != NULL, err);
}

const struct verb verb_export = {
    .name = "export",
    .arguments = "figures [--fiscal-year Y] [--quarter N] [-o FILE]",
    .summary = N_("figures as a table to change in a spreadsheet and enter again"),
    .details = N_("The columns are those of orjon enter. Without --quarter all four are written."),
    .options = "yqof",
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
