// SPDX-License-Identifier: GPL-3.0-or-later
// orjon undo and orjon redo.
#include "command.h"

#include "orjon/app/receive.h"
#include "orjon/app/records.h"
#include "orjon/app/reviews.h"
#include "orjon/app/undo.h"

#include <string.h>

struct told {
    struct app *app;
    struct str text;
    size_t count;
};

static void tell(void *data, const struct undone *undone)
{
    struct told *told = data;
    autostr line = STR_INIT;
    app_say_undone(told->app, undone, &line);
    if (strcmp(undone->remark_from, undone->remark_to) != 0)
        str_addf(&line, _("; remark “%s” → “%s”"), undone->remark_from, undone->remark_to);
    str_addf(&told->text, "%s\n", line.buf);
    told->count++;
}

// «targets» and «office» stand alone or before a plan and an indicator, so a plan may bear the
// name where an indicator follows.
static enum status read_what(const struct command *c, struct app_undo *ret, size_t *ret_at,
                             struct err *err)
{
    const bool before = c->words == 1 || c->words == 3;
    *ret_at = 0;
    if (before && strcmp(c->word[0], "targets") == 0)
        ret->what = APP_UNDO_TARGETS;
    else if (c->words == 1 && strcmp(c->word[0], "office") == 0)
        ret->what = APP_UNDO_OFFICE;
    else if (c->words == 3)
        return err_set(err, STATUS_USAGE,
                       _("Name a plan, or a plan and an indicator; or targets, office, records"));
    *ret_at = ret->what != APP_UNDO_FIGURES;
    return STATUS_OK;
}

// The plan, or the plan and the indicator, that the words name.
static enum status find_figure(const struct command *c, struct app *app, struct app_undo *ret,
                               struct err *err)
{
    size_t at = 0;
    enum status status = read_what(c, ret, &at, err);
    if (!status && c->quarter && (at || c->words < 2))
        status = err_set(err, STATUS_USAGE,
                         _("--quarter is only for the figure of a plan and an indicator"));
    if (status || c->words == at)
        return status;
    const char *plan = c->word[at];
    status = book_open(app, c->fiscal_year, plan, 0, &ret->book, err);
    if (status || c->words == at + 1)
        return status;
    const char *code = c->word[at + 1];
    const struct indicator *indicator = plan_find(ret->book->plan, code);
    if (!indicator)
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), plan, code);
    ret->alone = true;
    ret->indicator = (size_t)(indicator - ret->book->plan->indicator);
    ret->quarter = c->quarter;
    return STATUS_OK;
}

static void add_count(size_t count, enum app_undo_what what, bool redo, struct str *ret)
{
    if (what == APP_UNDO_TARGETS)
        str_addf(ret,
                 redo ? tr_count("%s target redone\n", "%s targets redone\n", count)
                      : tr_count("%s target undone\n", "%s targets undone\n", count),
                 SAY(count));
    else if (what == APP_UNDO_OFFICE)
        str_addf(ret,
                 redo ? tr_count("%s particular redone\n", "%s particulars redone\n", count)
                      : tr_count("%s particular undone\n", "%s particulars undone\n", count),
                 SAY(count));
    else
        str_addf(ret,
                 redo ? tr_count("%s figure redone\n", "%s figures redone\n", count)
                      : tr_count("%s figure undone\n", "%s figures undone\n", count),
                 SAY(count));
}

// What is told by its use case, line by line.
static const struct {
    const char *word;
    enum status (*turn)(struct app *app, bool redo, struct str *ret_told, struct err *err);
} others[] = {{"records", app_undo_records},
              {"marks", app_undo_marks},
              {"verdicts", app_undo_verdicts},
              {"receive", app_undo_receive}};

// False when the words name none of them.
static bool go_other(const struct command *c, struct app *app, bool redo, enum status *ret,
                     struct err *err)
{
    for (size_t i = 0; c->words == 1 && i < sizeof others / sizeof *others; i++) {
        autostr told = STR_INIT;
        if (strcmp(c->word[0], others[i].word) != 0)
            continue;
        *ret = others[i].turn(app, redo, &told, err);
        if (!*ret)
            command_talk(told.buf);
        return true;
    }
    return false;
}

// Whoever looks for something else than figures learns its word.
static enum status say_where(const struct command *c, enum status status, struct err *err)
{
    autostr before = STR_INIT;
    if (status != STATUS_NOT_FOUND || c->words)
        return status;
    str_add(&before, err_text(err));
    return err_set(err, status,
                   _("%s among the figures; add records for meetings, people and memos, targets "
                     "for targets, office for the particulars"),
                   before.buf);
}

static enum status go(const struct command *c, bool redo, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    struct app_undo undo = {0};
    struct told told = {.text = STR_INIT};
    enum status status = app_open(&c->app, &app, err);
    told.app = app;
    if (!status && go_other(c, app, redo, &status, err))
        return status;
    if (status == STATUS_OK)
        status = find_figure(c, app, &undo, err);
    if (status == STATUS_OK)
        status = say_where(c, (redo ? app_redo : app_undo)(app, &undo, tell, &told, err), err);
    book_free(&undo.book);
    if (status == STATUS_OK) {
        add_count(told.count, undo.what, redo, &told.text);
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
    .arguments = "[targets|office|records|marks|verdicts|receive] [PLAN [INDICATOR [--quarter N]]] "
                 "[--fiscal-year Y]",
    .summary = N_("undo the last change of figures, targets, particulars or records"),
    .details =
        N_("Without words, all that was changed together last is undone: one figure, or "
           "a whole file of them; with a plan, all of it that is of the plan. targets undoes "
           "what was changed together last in the "
           "targets, office the last change of a particular, records that of people, "
           "meetings and all that hangs on them, marks and verdicts those that a reviewer put "
           "together last, receive what came with the last file that was received; what a file "
           "was made with stays. The journal keeps both."),
    .options = "yq",
    .words_max = 3,
    .run = run_undo,
};

const struct verb verb_redo = {
    .name = "redo",
    .arguments = "[targets|office|records|marks|verdicts|receive] [PLAN [INDICATOR [--quarter N]]] "
                 "[--fiscal-year Y]",
    .summary = N_("redo what was undone last"),
    .options = "yq",
    .words_max = 3,
    .run = run_redo,
};
