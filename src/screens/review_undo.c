// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-Z and Ctrl-Y of the screens in which a reviewer marks: at once what was done since the
// screen was opened; what is older, or much, only when asked.
#include "private.h"

#include "orjon/base/refusal.h"

enum { MANY = 10 }; // marks or verdicts, as of a table that was taken in

static void run(void *data, struct desk *desk)
{
    const struct review_undo *undo = data;
    autostr told = STR_INIT;
    autostep step = {.what = STR_INIT};
    struct err err = {0};
    enum status status =
        app_look_undo_review(undo->app, undo->marks_alone, undo->redo, &step, &err);
    if (!status)
        status = (undo->marks_alone ? app_undo_marks : app_undo_review)(undo->app, undo->redo,
                                                                        &told, &err);
    undo->show(undo->screen, desk);
    if (status)
        desk_fail(desk, &err);
    else if (!*desk_message(desk))
        desk_say(desk, MESSAGE_GOOD, "%s: %s%s", undo->redo ? _("Redone") : _("Undone"),
                 step.what.buf, step.count > 1 ? " …" : "");
}

// Somebody else may have marked something while the question stood there.
static void agreed(void *data, struct desk *desk)
{
    const struct review_undo *undo = data;
    autostep step = {.what = STR_INIT};
    struct err err = {0};
    enum status status =
        app_look_undo_review(undo->app, undo->marks_alone, undo->redo, &step, &err);
    if (!status && step.seq != undo->asked)
        status = refuse_changed(_("What stands here"), NULL, &err);
    if (!status) {
        run(data, desk);
        return;
    }
    undo->show(undo->screen, desk);
    desk_fail(desk, &err);
}

static void ask(struct desk *desk, struct review_undo *undo, const struct app_review_step *step)
{
    autostr text = STR_INIT;
    undo->asked = step->seq;
    if (step->seq <= undo->since)
        str_add(&text, _("This was done before this screen was opened. "));
    str_addf(&text,
             undo->redo ? tr_count("%s mark or verdict would be redone: %s. Redo it?",
                                   "%s marks or verdicts would be redone, of them: %s. Redo them?",
                                   step->count)
                        : tr_count("%s mark or verdict would be undone: %s. Undo it?",
                                   "%s marks or verdicts would be undone, of them: %s. Undo them?",
                                   step->count),
             SAY(step->count), step->what.buf);
    dialog_confirm(desk, undo->redo ? _("Redo") : _("Undo"), text.buf, agreed, undo);
}

void review_undo_run(struct desk *desk, struct review_undo *undo, bool redo)
{
    autostep step = {.what = STR_INIT};
    struct err err = {0};
    undo->redo = redo;
    if (app_look_undo_review(undo->app, undo->marks_alone, redo, &step, &err))
        desk_fail(desk, &err);
    else if (step.seq <= undo->since || step.count > MANY)
        ask(desk, undo, &step);
    else
        run(undo, desk);
}
