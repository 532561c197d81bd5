// SPDX-License-Identifier: GPL-3.0-or-later
// orjon backup and orjon restore.
#include "command.h"
#include "passphrase.h"

#include "orjon/app/backup.h"
#include "orjon/app/replace.h"
#include "orjon/base/text.h"

void command_copy_trouble(const struct app *app)
{
    autostr said = STR_INIT;
    if (!*app_copy_trouble(app))
        return;
    str_addf(&said, _("No copy was made: %s\n"), app_copy_trouble(app));
    command_talk(said.buf);
}

static enum status run_backup(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr said = STR_INIT, copy = STR_INIT, file = STR_INIT, talk = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_backup(app, c->word[0], &talk, err);
    command_talk(talk.buf);
    if (status)
        return status;
    text_show(&copy, c->word[0]);
    text_show(&file, app_file(app));
    str_addf(&said, _("%s is a verified copy of %s\n"), copy.buf, file.buf);
    command_talk(said.buf);
    return STATUS_OK;
}

const struct verb verb_backup = {
    .name = "backup",
    .arguments = "FILE",
    .summary = N_("write a verified copy of the office file"),
    .details = N_("Copies are also made by themselves, in the folder backups beside the file: "
                  "before a file is entered, when a quarter is finalised, when a newer program "
                  "brings the file up to date, and on each day on which something is typed."),
    .options = "",
    .words_min = 1,
    .words_max = 1,
    .run = run_backup,
};

static enum status run_restore(const struct command *c, struct err *err)
{
    autostr kept = STR_INIT, said = STR_INIT, copy = STR_INIT, talk = STR_INIT;
    autosecret passphrase = STR_INIT;
    enum status status = passphrase_ask_to_replace(&c->app, c->word[0], &passphrase, err);
    if (status == STATUS_OK)
        status = app_restore(&c->app, c->word[0], passphrase.buf, &kept, &talk, err);
    command_talk(talk.buf);
    if (status)
        return status;
    text_show(&copy, c->word[0]);
    str_addf(&said, _("%s was verified and put back\n"), copy.buf);
    command_talk(said.buf);
    command_kept(kept.buf);
    return STATUS_OK;
}

void command_kept(const char *name)
{
    autostr said = STR_INIT, shown = STR_INIT;
    if (!*name)
        return;
    text_show(&shown, name);
    str_addf(&said, _("What was there is kept as %s\n"), shown.buf);
    command_talk(said.buf);
}

const struct verb verb_restore = {
    .name = "restore",
    .arguments = "FILE",
    .summary = N_("put a copy back in the place of the office file, which is kept"),
    .details =
        N_("First it says which seals and figures go. If the office file has a passphrase, it "
           "is asked for, and stays. The journal notes what was there; a quarter that was "
           "finalised is finalised next as a revision, also where the file was too damaged "
           "to say so."),
    .options = "",
    .words_min = 1,
    .words_max = 1,
    .run = run_restore,
};
