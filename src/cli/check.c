// SPDX-License-Identifier: GPL-3.0-or-later
// orjon check: what to look at before signing.
#include "command.h"

#include "orjon/app/book.h"
#include "orjon/base/text.h"

#include <string.h>

static void put_tsv(const char *plan, const struct finding *f, struct str *ret)
{
    str_addf(ret, "%s\t%s\t%s\t", severity_word(f->severity), plan, f->indicator);
    if (f->quarter)
        str_addf(ret, "%d", f->quarter);
    str_addf(ret, "\t%s\t%s\n", f->code, f->message);
}

static void put_text(const char *plan, const struct finding *f, struct str *ret)
{
    autostr where = STR_INIT;
    str_addf(&where, "%s %s", plan, f->indicator);
    str_add(ret, f->severity == SEVERITY_ERROR ? "! " : "? ");
    text_pad(ret, where.buf, where.len, 20, ALIGN_LEFT);
    if (f->quarter)
        period_say_quarter(ret, f->quarter), str_add(ret, ": ");
    str_addf(ret, "%s\n", f->message);
}

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
    size_t errors = 0, queries = 0;
    str_add(&text, tsv ? "severity\tplan\tindicator\tquarter\tcode\tmessage\n" : "");
    for (size_t i = 0; i < shelf.count; i++) {
        struct findings findings = {0};
        const struct book *book = shelf.book[i];
        check_plan(book->plan, book->years, book->quarter, app_today(app), &findings);
        for (size_t f = 0; f < findings.count; f++)
            (tsv ? put_tsv : put_text)(book->plan->name, &findings.finding[f], &text);
        errors += findings.errors;
        queries += findings.count - findings.errors;
        findings_done(&findings);
    }
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
