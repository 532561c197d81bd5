// SPDX-License-Identifier: GPL-3.0-or-later
// orjon check: what to look at before signing.
#include "command.h"
#include "findings.h"

#include "orjon/app/finalise.h"

#include <string.h>

static enum status run(const struct command *c, struct err *err)
{
    const char *format = c->option['t'] ? c->option['t'] : "text";
    const bool tsv = strcmp(format, "tsv") == 0;
    if (!tsv && strcmp(format, "text") != 0)
        return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                       "text, tsv");
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    autostr text = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = shelf_open(app, c->fiscal_year, c->option['p'], c->quarter, &shelf, err);
    if (status)
        return status;
    size_t errors = 0, queries = 0, answered = 0;
    str_add(&text, tsv ? "severity\tplan\tindicator\tquarter\tcode\tmessage\n" : "");
    for (size_t i = 0; i < shelf.count && status == STATUS_OK; i++) {
        struct findings findings = {0};
        struct book *book = shelf.book[i];
        status = app_check(book, &findings, err);
        for (size_t f = 0; f < findings.count; f++)
            (tsv ? findings_put_tsv : findings_put_text)(book->plan->name, &findings.finding[f],
                                                         &text);
        errors += findings.errors;
        answered += findings.answered;
        queries += findings.count - findings.errors - findings.answered;
        findings_done(&findings);
    }
    if (status)
        return status;
    if (!tsv && answered)
        str_addf(&text, _("%s queries are answered\n"), SAY(answered));
    if (!tsv)
        str_addf(&text, _("%s errors, %s queries\n"), SAY(errors), SAY(queries));
    status = command_put(&text, err);
    return status || !errors ? status : STATUS_FINDINGS;
}

const struct verb verb_check = {
    .name = "check",
    .arguments = "[--fiscal-year Y] [--quarter N] [--plan P] [--format text|tsv]",
    .summary = N_("what is missing, impossible or odd; exit code 3 if there are errors"),
    .options = "yqpt",
    .run = run,
};
