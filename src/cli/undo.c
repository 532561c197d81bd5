// SPDX-License-Identifier: GPL-3.0-or-later
// orjon undo and orjon redo.
#include "command.h"

#include "orjon/app/undo.h"

#include <string.h>

struct told {
    struct str text;
    size_t count;
};

static void tell(void *data, const struct undone *undone)
{
    struct told *told = data;
    autostr line = STR_INIT;
    str_addf(&line, "%s %s ", undone->plan, undone->indicator);
    period_say_quarter_short(&line, undone->quarter);
    str_addf(&line, ": «%s» → «%s»", undone->from, undone->to);
    if (strcmp(undone->remark_from, undone->remark_to) != 0)
        str_addf(&line, _("; remark «%s» → «%s»"), undone->remark_from, undone->remark_to);
    str_addf(&told->text, "%s\n", line.buf);
    told->count++;
}

static enum status find_figure(const struct command *c, struct app *app, struct app_undo *ret,
                               struct err *err)
{
    if (c->words == 0)
        return STATUS_OK;
    if (c->words == 1)
        return err_set(err, STATUS_USAGE, _("Name the indicator beside the plan, or neither"));
    enum status status = book_open(app, c->fiscal_year, c->word[0], 0, &ret->book, err);
    if (status)
        return status;
    const struct indicator *indicator = plan_find(ret->book->plan, c->word[1]);
    if (!indicator)
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), c->word[0],
                       c->word[1]);
    ret->indicator = (size_t)(indicator - ret->book->plan->indicator);
    ret->quarter = c->quarter;
    return STATUS_OK;
}

static enum status go(const struct command *c, bool redo, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    struct app_undo undo = {0};
    struct told told = {.text = STR_INIT};
    enum status status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = find_figure(c, app, &undo, err);
    if (status == STATUS_OK)
        status = (redo ? app_redo : app_undo)(app, &undo, tell, &told, err);
    book_free(&undo.book);
    if (status == STATUS_OK) {
        str_addf(&told.text,
                 redo ? _("%s figures put forth again\n") : _("%s figures taken back\n"),
                 SAY(told.count));
        command_talk(told.text.buf);
    }
    str_done(&told.text);
    return status;
}

static enum status run_undo(const struct command *c, struct err *err)
{
    return go(c, false, err);
}

static enum status run_redo(const struct command *c, struct err *err)
{
    return go(c, true, err);
}

const struct verb verb_undo = {
    .name = "undo",
    .arguments = "[PLAN INDICATOR [--quarter N]] [--fiscal-year Y]",
    .summary = N_("take back the last change of figures, or of one figure"),
    .details = N_("Without words, all that was changed together last is taken back: one figure, or "
                  "a whole file of them. The journal keeps both."),
    .options = "yq",
    .words_max = 2,
    .run = run_undo,
};

const struct verb verb_redo = {
    .name = "redo",
    .arguments = "[PLAN INDICATOR [--quarter N]] [--fiscal-year Y]",
    .summary = N_("put forth again what was taken back last"),
    .options = "yq",
    .words_max = 2,
    .run = run_redo,
};
