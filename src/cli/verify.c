// SPDX-License-Identifier: GPL-3.0-or-later
// orjon verify: whether the file is what was written.
#include "command.h"

#include "orjon/app/verify.h"
#include "orjon/base/text.h"

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    struct app_verdict verdict;
    autostr text = STR_INIT, file = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_verify(app, &verdict, err);
    if (status)
        return status;
    text_show(&file, app_file(app));
    str_addf(&text, _("%s is sound: %s figures, %s rows of the journal, %s sealed returns\n"),
             file.buf, SAY(verdict.figures), SAY(verdict.rows), SAY(verdict.seals));
    str_addf(&text, _("Last row of the journal: %s\n"), verdict.head);
    return command_put(&text, err);
}

const struct verb verb_verify = {
    .name = "verify",
    .arguments = "",
    .summary = N_("check the file, its journal and its sealed returns; exit code 1 if damaged"),
    .details = N_("Keep the last line on paper or in another place: if the journal is ever "
                  "rewritten as a whole, that line is no longer to be found in it."),
    .options = "",
    .run = run,
};
