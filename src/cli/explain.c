// SPDX-License-Identifier: GPL-3.0-or-later
// orjon explain: the working of one figure.
#include "command.h"

#include "orjon/app/book.h"
#include "orjon/domain/explain.h"

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    autostr text = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = book_open(app, c->fiscal_year, c->word[0], c->quarter, &book, err);
    if (status)
        return status;
    const struct indicator *indicator = plan_find(book->plan, c->word[1]);
    if (!indicator)
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), c->word[0],
                       c->word[1]);
    size_t i = (size_t)(indicator - book->plan->indicator);
    str_addf(&text, "%s %s\n", indicator->code, indicator->text);
    explain_indicator(indicator, &book->years[i], book->quarter, &book->scores[i], i18n_digits(),
                      &text);
    status = book_say_changes(book, i, &text, err);
    return status ? status : command_put(&text, err);
}

const struct verb verb_explain = {
    .name = "explain",
    .arguments = "PLAN INDICATOR [--quarter N]",
    .summary = N_("the working of one figure"),
    .options = "yq",
    .words_min = 2,
    .words_max = 2,
    .run = run,
};
