// SPDX-License-Identifier: GPL-3.0-or-later
// orjon answer: why a query is right all the same.
#include "command.h"

#include "orjon/app/finalise.h"

#include <string.h>

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    const struct indicator *indicator = NULL;
    const bool of_plan = strcmp(c->word[1], "-") == 0;
    autostr said = STR_INIT;
    size_t count = 0;
    if (!c->option['e'])
        return err_set(err, STATUS_USAGE, _("An answer needs --reason"));
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = book_open(app, c->fiscal_year, c->word[0], c->quarter, &book, err);
    if (status)
        return status;
    if (!of_plan && !(indicator = plan_find(book->plan, c->word[1])))
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), c->word[0],
                       c->word[1]);
    status = app_answer(book, indicator, c->quarter, c->word[2], c->option['e'], &count, err);
    if (status)
        return status;
    str_addf(&said, _("%s queries answered\n"), SAY(count));
    command_talk(said.buf);
    return STATUS_OK;
}

const struct verb verb_answer = {
    .name = "answer",
    .arguments = "PLAN INDICATOR|- CODE --reason TEXT [--fiscal-year Y] [--quarter N]",
    .summary = N_("answer a query of the check; - is the plan itself"),
    .details = N_("The codes are those of orjon check --format tsv. The answer is kept, and holds "
                  "until the figure or the target changes. Errors are not answered."),
    .options = "yqe",
    .words_min = 3,
    .words_max = 3,
    .run = run,
};
