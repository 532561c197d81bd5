// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-Z and Ctrl-Y on figures.
#include "figure_undo.h"

#include "orjon/app/records.h"
#include "orjon/base/refusal.h"

#include <string.h>

// --- telling ------------------------------------------------------------------------------------

struct told {
    const struct figure_undo *undo;
    struct str text; // of the first: «১.১.১, ১ম ত্রৈমাসিক: ৪ → ৫»
    struct str code;
    int quarter;
    size_t count;
    int64_t seq; // as app_look_undo gives it
};

static void told_done(struct told *told)
{
    str_done(&told->text);
    str_done(&told->code);
}
#define autotold __attribute__((cleanup(told_done))) struct told

// NULL where that is of none of the plans of the screen.
static const struct plan *plan_of(const struct figure_undo *undo, const struct undone *undone)
{
    for (size_t b = 0; undo->plans && b < undo->plans->count; b++) {
        const struct plan *plan = undo->plans->book[b]->plan;
        if (plan->fiscal_year == undone->fiscal_year && strcmp(plan->name, undone->plan) == 0)
            return plan;
    }
    return undo->book ? undo->book->plan : NULL;
}

static void say_plan(struct str *ret, const struct figure_undo *undo, const struct undone *undone)
{
    const struct plan *plan = plan_of(undo, undone);
    str_add(ret, " (");
    if (plan)
        str_add(ret, plan->short_name);
    else
        app_say_plan(undo->app, undone->plan, true, ret);
    if (undone->fiscal_year != undo->plans->fiscal_year) {
        str_add(ret, ", ");
        period_write_year(ret, undone->fiscal_year, i18n_digits());
    }
    str_add_char(ret, ')');
}

static void tell(void *data, const struct undone *undone)
{
    struct told *told = data;
    const struct plan *plan = plan_of(told->undo, undone);
    if (told->count++)
        return;
    str_add(&told->code, undone->indicator);
    told->quarter = undone->quarter;
    say_place(&told->text, undone->indicator, undone->quarter);
    str_add(&told->text, ": ");
    say_change(&told->text, plan ? plan_find(plan, undone->indicator) : NULL, undone->state_from,
               undone->from, undone->state_to, undone->to);
    if (strcmp(undone->remark_from, undone->remark_to) != 0) {
        str_addf(&told->text, ", %s ", _("remark"));
        tr_change(&told->text, undone->remark_from, undone->remark_to);
    }
    if (told->undo->plans)
        say_plan(&told->text, told->undo, undone);
}

// --- doing --------------------------------------------------------------------------------------

static void run(struct figure_undo *undo, struct desk *desk)
{
    const struct app_undo what = {.book = undo->book};
    autotold told = {.undo = undo, .text = STR_INIT, .code = STR_INIT};
    autostr text = STR_INIT;
    struct err err = {0};
    if ((undo->redo ? app_redo : app_undo)(undo->app, &what, tell, &told, &err)) {
        undo->fail(undo->screen, desk, &err);
        return;
    }
    str_add(&text, undo->redo ? _("Redone") : _("Undone"));
    if (told.count > 1) // before the first: the line may be cut
        str_addf(&text, _(" (%s figures)"), SAY(told.count));
    undo->show(undo->screen, desk, told.code.buf, told.quarter);
    desk_say(desk, MESSAGE_GOOD, "%s: %s", text.buf, told.text.buf);
}

static enum status look(const struct figure_undo *undo, struct told *ret, struct err *err)
{
    const struct app_undo what = {.book = undo->book};
    *ret = (struct told){.undo = undo, .text = STR_INIT, .code = STR_INIT};
    return app_look_undo(undo->app, &what, undo->redo, tell, ret, &ret->seq, err);
}

// Somebody else may have changed something while the question stood there.
static void agreed(void *data, struct desk *desk)
{
    struct figure_undo *undo = data;
    autotold told;
    struct err err = {0};
    enum status status = look(undo, &told, &err);
    if (!status && strcmp(told.text.buf, undo->asked.buf) != 0)
        status = refuse_changed(_("What stands here"), NULL, &err);
    if (status)
        undo->fail(undo->screen, desk, &err);
    else
        run(undo, desk);
}

static void ask(struct figure_undo *undo, struct desk *desk, const struct told *told, bool old)
{
    autostr text = STR_INIT;
    str_reset(&undo->asked);
    str_add(&undo->asked, told->text.buf);
    if (old)
        str_add(&text, _("This was done before this screen was opened. "));
    if (told->count > 1)
        str_addf(&text,
                 undo->redo ? _("%s figures would be redone, of them: %s. Redo them?")
                            : _("%s figures would be undone, of them: %s. Undo them?"),
                 SAY(told->count), told->text.buf);
    else
        str_addf(&text,
                 undo->redo ? _("This figure would be redone: %s. Redo it?")
                            : _("This figure would be undone: %s. Undo it?"),
                 told->text.buf);
    dialog_confirm(desk, undo->redo ? _("Redo") : _("Undo"), text.buf, agreed, undo);
}

void figure_undo_run(struct desk *desk, struct figure_undo *undo, bool redo)
{
    autotold told;
    struct err err = {0};
    undo->redo = redo;
    if (look(undo, &told, &err)) {
        undo->fail(undo->screen, desk, &err);
        return;
    }
    const bool old = told.seq <= undo->since;
    if (old || (undo->plans && told.count > 1))
        ask(undo, desk, &told, old);
    else
        run(undo, desk);
}

void figure_undo_done(struct figure_undo *undo)
{
    str_done(&undo->asked);
}
