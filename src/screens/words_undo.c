// SPDX-License-Identifier: GPL-3.0-or-later
// The last change of a plan or of the office's particulars undone, and what it is called.
#include "words_undo.h"

#include "orjon/app/records.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "plan.h"

#include <string.h>

// --- telling ------------------------------------------------------------------------------------

// The first of what was changed last, kept until that is over: only then can its plan be read.
struct told {
    struct arena texts;
    size_t count;
    int64_t seq; // as app_look_undo gives it
    int fiscal_year;
    const char *plan, *indicator, *name, *from, *to;
};

static void told_done(struct told *told)
{
    arena_done(&told->texts);
}
#define autotold __attribute__((cleanup(told_done))) struct told

static void tell(void *data, const struct undone *undone)
{
    struct told *told = data;
    const struct {
        const char **to, *from;
    } texts[] = {{&told->plan, undone->plan},
                 {&told->indicator, undone->indicator},
                 {&told->name, undone->name},
                 {&told->from, undone->from},
                 {&told->to, undone->to}};
    if (told->count++)
        return;
    told->fiscal_year = undone->fiscal_year;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i].to = arena_text(&told->texts, texts[i].from, strlen(texts[i].from));
}

static bool is_place(const struct words_undo *undo, const struct told *told)
{
    return undo->what.what == APP_UNDO_TARGETS && strcmp(told->name, "order") == 0;
}

// «১.১ ওজন». It may be of any plan and year, whose grades are called by its own scale.
static void say_target(const struct words_undo *undo, const struct told *told, struct str *ret)
{
    struct book *other = NULL;
    const struct plan *plan = undo->what.book ? undo->what.book->plan : NULL;
    if (!plan && book_open(undo->app, told->fiscal_year, told->plan, 0, &other, NULL) == STATUS_OK)
        plan = other->plan;
    if (!undo->what.book) {
        period_write_year(ret, told->fiscal_year, i18n_digits());
        str_add_char(ret, ' ');
        app_say_plan(undo->app, told->plan, true, ret);
        str_add_char(ret, ' ');
    }
    text_digits(ret, told->indicator, strlen(told->indicator), i18n_digits());
    if (!is_place(undo, told)) {
        str_add_char(ret, ' ');
        plan_say_column(plan ? &plan->scale : &scale_usual, told->name, ret);
    }
    book_free(&other);
}

// Of one plan alone it has the key of the particular in whose place it stands: «memo.egov».
static void say_particular(const struct words_undo *undo, const struct told *told, struct str *ret)
{
    const char *plan = office_own_plan(told->name);
    autostr key = STR_INIT, from = STR_INIT, to = STR_INIT;
    str_add_n(&key, told->name, strcspn(told->name, "."));
    const int field = office_field_from_key(key.buf);
    str_add(ret, field < 0 ? told->name : office_label((enum office_field)field));
    if (plan && field >= 0) {
        str_add(ret, " (");
        app_say_plan(undo->app, plan, true, ret);
        str_add_char(ret, ')');
    }
    if (field < 0 || plan) {
        str_add(&from, told->from);
        str_add(&to, told->to);
    } else {
        app_say_particular((enum office_field)field, told->from, &from);
        app_say_particular((enum office_field)field, told->to, &to);
    }
    str_add(ret, ": ");
    tr_change(ret, from.buf, to.buf);
}

// «১.১ ওজন: “৩” → “৪”»
static void say_step(const struct words_undo *undo, const struct told *told, struct str *ret)
{
    autostr change = STR_INIT;
    if (undo->what.what == APP_UNDO_OFFICE) {
        say_particular(undo, told, ret);
        return;
    }
    say_target(undo, told, ret);
    if (is_place(undo, told))
        str_addf(ret, ", %s", _("its place in the plan"));
    tr_change(&change, told->from, told->to);
    str_add(ret, ": ");
    text_digits(ret, change.buf, change.len, i18n_digits());
}

// The place as the journal has it: «3», or nothing where it has none.
void plan_say_moved(struct desk *desk, const char *what, const char *to)
{
    autostr place = STR_INIT, shown = STR_INIT;
    text_digits(&place, to, strlen(to), i18n_digits());
    text_digits(&shown, what, strlen(what), i18n_digits());
    if (place.len)
        desk_say(desk, MESSAGE_GOOD, _("%s stands in place %s now"), shown.buf, place.buf);
    else
        desk_say(desk, MESSAGE_GOOD, _("%s is no longer in the plan"), shown.buf);
}

static void say_done(struct desk *desk, const struct words_undo *undo, const struct told *told)
{
    autostr text = STR_INIT;
    if (is_place(undo, told)) {
        say_target(undo, told, &text);
        plan_say_moved(desk, text.buf, told->to);
    } else {
        say_step(undo, told, &text);
        desk_say(desk, MESSAGE_GOOD, "%s", text.buf);
    }
}

// --- doing --------------------------------------------------------------------------------------

static void run(struct words_undo *undo, struct desk *desk)
{
    autotold told = {0};
    struct err err = {0};
    if ((undo->redo ? app_redo : app_undo)(undo->app, &undo->what, tell, &told, &err))
        desk_fail(desk, &err);
    else if (told.count)
        say_done(desk, undo, &told);
    if (undo->show)
        undo->show(undo->screen, desk);
}

static enum status look(const struct words_undo *undo, struct told *told, struct str *ret,
                        struct err *err)
{
    enum status status =
        app_look_undo(undo->app, &undo->what, undo->redo, tell, told, &told->seq, err);
    if (!status && told->count)
        say_step(undo, told, ret);
    if (!status && told->count > 1)
        str_add(ret, " …");
    return status;
}

// Somebody else may have changed something while the question stood there.
static void agreed(void *data, struct desk *desk)
{
    struct words_undo *undo = data;
    autotold told = {0};
    autostr text = STR_INIT;
    struct err err = {0};
    enum status status = look(undo, &told, &text, &err);
    if (!status && strcmp(text.buf, undo->asked.buf) != 0)
        status = refuse_changed(_("What stands here"), NULL, &err);
    if (status)
        desk_fail(desk, &err);
    else
        run(undo, desk);
}

static void ask(struct words_undo *undo, struct desk *desk, const struct str *what)
{
    autostr text = STR_INIT;
    str_reset(&undo->asked);
    str_add(&undo->asked, what->buf);
    str_addf(&text,
             undo->redo ? _("This was undone before the program was opened: %s. Redo it?")
                        : _("This was done before the program was opened: %s. Undo it?"),
             what->buf);
    dialog_confirm(desk, undo->redo ? _("Redo") : _("Undo"), text.buf, agreed, undo);
}

void words_undo_run(struct desk *desk, struct words_undo *undo, bool redo)
{
    autotold told = {0};
    autostr text = STR_INIT;
    struct err err = {0};
    undo->redo = redo;
    if (look(undo, &told, &text, &err))
        desk_fail(desk, &err);
    else if (told.seq <= app_journal_opened(undo->app))
        ask(undo, desk, &text);
    else
        run(undo, desk);
}

void words_undo_done(struct words_undo *undo)
{
    str_done(&undo->asked);
}
