// SPDX-License-Identifier: GPL-3.0-or-later
// orjon answer: why a query is right all the same.
#include "command.h"

#include "orjon/app/finalise.h"

#include <string.h>

static enum status change(const struct command *c, struct book *book, struct str *ret_said,
                          struct err *err)
{
    const bool of_plan = strcmp(c->word[1], "-") == 0;
    const struct indicator *indicator = of_plan ? NULL : plan_find(book->plan, c->word[1]);
    size_t count = 0;
    if (!of_plan && !indicator)
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), c->word[0],
                       c->word[1]);
    enum status status =
        c->option['w']
            ? app_withdraw_answer(book, indicator, c->quarter, c->word[2], &count, err)
            : app_answer(book, indicator, c->quarter, c->word[2], c->option['e'], &count, err);
    str_addf(ret_said,
             c->option['w'] ? tr_count("%s answer withdrawn\n", "%s answers withdrawn\n", count)
                            : tr_count("%s query answered\n", "%s queries answered\n", count),
             SAY(count));
    return status;
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    autostr said = STR_INIT;
    if (!c->option['e'] == !c->option['w'])
        return err_set(err, STATUS_USAGE, _("Give either --reason or --withdraw"));
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = book_open(app, c->fiscal_year, c->word[0], c->quarter, &book, err);
    if (status == STATUS_OK)
        status = change(c, book, &said, err);
    if (status == STATUS_OK)
        command_talk(said.buf);
    return status;
}

const struct verb verb_answer = {
    .name = "answer",
    .arguments = "PLAN INDICATOR|- CODE --reason TEXT|--withdraw [--fiscal-year Y] [--quarter N]",
    .summary = N_("answer a query of the check; - is the plan itself"),
    .details = N_("The codes are those of orjon check --format tsv. The answer is kept, and holds "
                  "until the figure or the target changes; another one replaces it. Errors are "
                  "not answered."),
    .options = "yqew",
    .words_min = 3,
    .words_max = 3,
    .run = run,
};
