// SPDX-License-Identifier: GPL-3.0-or-later
// orjon export: what is in the office file as tables for a spreadsheet.
#include "command.h"

#include "orjon/app/export.h"
#include "orjon/app/records.h"

#include <string.h>

static void list(struct str *ret)
{
    str_add(ret, "what\tname\tcolumns\n");
    for (const struct app_export *e = app_exports; e->name; e++) {
        const int kind = record_kind_from_word(e->name);
        const struct records none = {0};
        autostr columns = STR_INIT;
        if (kind >= 0)
            app_write_records((enum record_kind)kind, &none, &columns);
        for (char *s = columns.buf; *s; s++)
            *s = *s == '\t' ? ' ' : *s;
        str_addf(ret, "%s\t%s\t%.*s\n", e->name, tr(e->summary), (int)strcspn(columns.buf, "\n"),
                 columns.buf);
    }
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT;
    if (!c->words) {
        list(&text);
        return command_put(&text, err);
    }
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_export(app, c->word[0], c->fiscal_year, c->quarter, &text, err);
    return status ? status : command_put_out(&text, c->option['o'], c->option['f'] != NULL, err);
}

const struct verb verb_export = {
    .name = "export",
    .arguments = "[WHAT] [--fiscal-year Y] [--quarter N] [-o FILE]",
    .summary = N_("figures or records as a table to change in a spreadsheet and take in again"),
    .details =
        N_("Without words it lists what there is. figures has the columns of orjon enter and is "
           "of a year; what else there is are records, which orjon import takes in again."),
    .options = "yqof",
    .words_max = 1,
    .run = run,
};
