// SPDX-License-Identifier: GPL-3.0-or-later
// orjon finalise and orjon reopen.
#include "command.h"
#include "findings.h"
#include "passphrase.h"

#include "orjon/app/finalise.h"

#include <string.h>

static void put_errors(const struct shelf *shelf, const struct findings *findings, struct str *ret)
{
    for (size_t i = 0; i < shelf->count; i++)
        for (size_t f = 0; f < findings[i].count; f++)
            if (findings[i].finding[f].severity == SEVERITY_ERROR)
                findings_put_text(shelf->book[i]->plan, &findings[i].finding[f], ret);
}

static enum status put_seals(const struct shelf *shelf, struct str *ret, struct err *err)
{
    for (size_t i = 0; i < shelf->count; i++) {
        struct app_seal seal;
        enum status status = app_seal(shelf->book[i], shelf->quarter, &seal, err);
        if (status)
            return status;
        str_addf(ret, "%s ", shelf->book[i]->plan->name);
        period_say_quarter(ret, shelf->quarter);
        str_add(ret, ": ");
        app_seal_write(ret, &seal, i18n_digits());
        str_addf(ret, " (%s)\n", seal.hash);
    }
    return STATUS_OK;
}

static enum status run_finalise(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    autosecret passphrase = STR_INIT;
    autostr text = STR_INIT;
    const bool all = strcmp(c->word[0], "all") == 0;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = shelf_open(app, c->fiscal_year, all ? NULL : c->word[0], c->quarter, &shelf, err);
    if (status == STATUS_OK)
        status = passphrase_ask(app, &passphrase, err);
    if (status)
        return status;
    autofree struct findings *findings = mem_alloc((shelf.count + 1) * sizeof *findings);
    status = app_finalise(app, &shelf, passphrase.buf, findings, err);
    if (status == STATUS_FINDINGS) {
        put_errors(&shelf, findings, &text);
        command_put(&text, NULL);
        command_talk(err_text(err));
        command_talk("\n");
    }
    for (size_t i = 0; i < shelf.count; i++)
        findings_done(&findings[i]);
    if (status == STATUS_OK)
        command_copy_trouble(app);
    if (status == STATUS_OK)
        status = put_seals(&shelf, &text, err);
    return status ? status : command_put(&text, err);
}

const struct verb verb_finalise = {
    .name = "finalise",
    .arguments = "PLAN|all [--fiscal-year Y] [--quarter N]",
    .summary = N_("lock and seal the return of a quarter; exit code 3 if the check finds errors"),
    .details = N_("The figures up to that quarter can no longer change until it is reopened. The "
                  "first sixteen letters of the hash stand on the paper. If a passphrase is set "
                  "(orjon office passphrase) it is asked for, or read from the file that "
                  "ORJON_PASSPHRASE_FILE names, or from standard input."),
    .options = "yq",
    .words_min = 1,
    .words_max = 1,
    .run = run_finalise,
};

static enum status run_reopen(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    autosecret passphrase = STR_INIT;
    autostr said = STR_INIT;
    struct app_seal seal;
    if (!c->quarter)
        return err_set(err, STATUS_USAGE, _("Reopening needs --quarter"));
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = book_open(app, c->fiscal_year, c->word[0], c->quarter, &book, err);
    if (status == STATUS_OK)
        status = passphrase_ask(app, &passphrase, err);
    if (status == STATUS_OK)
        status = app_reopen(book, c->quarter, c->option['e'], passphrase.buf, err);
    if (status == STATUS_OK)
        status = app_seal(book, c->quarter, &seal, err);
    if (status)
        return status;
    str_addf(&said, _("%s is open again; it is finalised next as revision %s\n"), c->word[0],
             SAY(seal.revision));
    command_talk(said.buf);
    return STATUS_OK;
}

const struct verb verb_reopen = {
    .name = "reopen",
    .arguments = "PLAN --quarter N [--reason TEXT] [--fiscal-year Y]",
    .summary = N_("open a finalised quarter again as the next revision"),
    .details = N_("A return that the office above has sent back needs no reason: that is it."),
    .options = "yqe",
    .words_min = 1,
    .words_max = 1,
    .run = run_reopen,
};
