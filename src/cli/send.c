// SPDX-License-Identifier: GPL-3.0-or-later
// orjon send and orjon key.
#include "command.h"
#include "passphrase.h"

#include "orjon/app/send.h"

static enum status run_send(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT, talk = STR_INIT;
    if (!c->option['o'])
        return err_set(err, STATUS_USAGE, "%s", _("Say with -o into which file it goes"));
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK && c->option['U'])
        status = app_send_with_proofs(app, c->fiscal_year, c->quarter, c->option['o'],
                                      c->option['f'] != NULL, &talk, err);
    else if (status == STATUS_OK)
        status = app_send(app, c->fiscal_year, c->quarter, &text, &talk, err);
    if (status == STATUS_OK && !c->option['U'])
        status = command_put_out(&text, c->option['o'], c->option['f'] != NULL, err);
    if (status == STATUS_OK)
        command_talk(talk.buf);
    return status;
}

const struct verb verb_send = {
    .name = "send",
    .arguments = "[--fiscal-year Y] [--quarter N] [--with-proofs] -o FILE",
    .summary = N_("the finalised returns of a quarter as one signed file for the office above"),
    .details =
        N_("The file holds figures as typed and as read, remarks, answers, the list of "
           "evidence and the signed papers. Who changes anything in it breaks its "
           "signature. The key for it is made at first use, in a file beside the office "
           "file that is in no copy of it. With --with-proofs it is a zip, in which the files of "
           "the proofs lie beside it."),
    .options = "yqofU",
    .run = run_send,
};

static enum status show_key(struct app *app, const struct command *c, struct err *err)
{
    autostr text = STR_INIT;
    (void)c;
    enum status status = app_key_write(app, &text, err);
    str_add_char(&text, '\n');
    return status ? status : command_put(&text, err);
}

static enum status new_key(struct app *app, const struct command *c, struct err *err)
{
    autosecret passphrase = STR_INIT;
    enum status status = passphrase_ask(app, &passphrase, err);
    if (status == STATUS_OK)
        status = app_key_renew(app, passphrase.buf, err);
    return status ? status : show_key(app, c, err);
}

static const struct deed deeds[] = {{"show", 1, 1, show_key}, {"new", 1, 1, new_key}, {0}};

static enum status run_key(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_key, deeds, err);
}

const struct verb verb_key = {
    .name = "key",
    .arguments = "[show | new]",
    .summary = N_("the key with which this office signs what it sends"),
    .details = N_("It is shown as 20 digits, which the office above compares over the telephone "
                  "when it sees them for the first time. A new one takes the place of one that was "
                  "lost, or that others may have seen; tell the office above by memo."),
    .options = "",
    .words_max = 1,
    .run = run_key,
};
