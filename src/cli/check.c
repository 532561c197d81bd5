// SPDX-License-Identifier: GPL-3.0-or-later
// orjon check: what to look at before signing.
#include "command.h"
#include "findings.h"

#include "orjon/app/checked.h"

static void put(const struct checked *checked, bool tsv, struct str *ret)
{
    if (tsv)
        str_add(ret, FINDINGS_COLUMNS);
    for (size_t i = 0; i < checked->count; i++) {
        const struct checked_row *row = &checked->row[i];
        (tsv ? findings_put_tsv : findings_put_text)(row->book ? row->book->plan : NULL,
                                                     row->finding, ret);
    }
    if (!tsv && checked->answered)
        str_addf(ret,
                 tr_count("%s query is answered\n", "%s queries are answered\n", checked->answered),
                 SAY(checked->answered));
    if (!tsv)
        str_addf(ret, _("errors: %s, queries: %s\n"), SAY(checked->errors),
                 SAY(checked->count - checked->errors - checked->answered));
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    autochecked checked = {0};
    autostr text = STR_INIT;
    bool tsv = false;
    enum status status = command_read_format(c, &tsv, err);
    if (status == STATUS_OK)
        status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = shelf_open(app, c->fiscal_year, c->option['p'], c->quarter, &shelf, err);
    if (status == STATUS_OK)
        status = app_check_shelf(app, &shelf, !c->option['p'], &checked, err);
    if (status)
        return status;
    put(&checked, tsv, &text);
    status = command_put(&text, err);
    return status || !checked.errors ? status : STATUS_FINDINGS;
}

const struct verb verb_check = {
    .name = "check",
    .arguments = "[--fiscal-year Y] [--quarter N] [--plan P] [--format text|tsv]",
    .summary = N_("what is missing, impossible or odd; exit code 3 if there are errors"),
    .options = "yqpt",
    .run = run,
};
