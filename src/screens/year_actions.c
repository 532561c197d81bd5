// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the year's change: plans carried on, the other year, undo.
#include "year.h"

#include "plan.h"

#include <string.h>

static void carry_on(void *data, struct desk *desk)
{
    struct year_screen *screen = data;
    struct err err = {0};
    autostr to = STR_INIT;
    year_change_done(&screen->change);
    if (app_next_year(screen->app, 0, false, NULL, NULL, &screen->change, &err)) {
        desk_fail(desk, &err);
        return;
    }
    screen->year = screen->change.to;
    year_show(screen, desk, false);
    period_write_year(&to, screen->year, i18n_digits());
    desk_say(desk, MESSAGE_GOOD, _("%s is in hand now: plans %s"), to.buf,
             SAY(screen->change.made));
}

static void ask_carry_on(void *state, struct desk *desk, const struct key *key)
{
    struct year_screen *screen = state;
    autostr text = STR_INIT, from = STR_INIT, to = STR_INIT;
    (void)key;
    if (screen->done) { // of the year after, which is looked at first
        year_show(screen, desk, true);
        period_write_year(&to, screen->year, i18n_digits());
        if (screen->done)
            desk_say(desk, MESSAGE_INFO, _("%s has these plans already"), to.buf);
        if (screen->done || !screen->rows)
            return;
        str_reset(&to);
    }
    period_write_year(&from, screen->change.from, i18n_digits());
    period_write_year(&to, screen->change.to, i18n_digits());
    str_addf(&text,
             tr_count("Carry %s plan on into %s? It comes in hand, and %s is closed.",
                      "Carry %s plans on into %s? It comes in hand, and %s is closed.",
                      screen->change.made),
             SAY(screen->change.made), to.buf, from.buf);
    if (screen->change.open)
        str_addf(&text, _(" Its last quarter is not finalised in %s of them."),
                 SAY(screen->change.open));
    dialog_confirm(desk, _("The year's change"), text.buf, carry_on, screen);
}

static void look_other(void *state, struct desk *desk, const struct key *key)
{
    struct year_screen *screen = state;
    (void)key;
    const bool ahead = screen->year == app_office(screen->app)->fiscal_year;
    screen->year = app_office(screen->app)->fiscal_year;
    year_show(screen, desk, ahead);
}

// What was changed last, kept until the undo is over: only then can its plan be read.
struct telling {
    int fiscal_year;
    struct str plan, indicator, name, from, to; // name empty: nothing was told
};

static void tell(void *data, const struct undone *undone)
{
    struct telling *telling = data;
    const struct {
        struct str *to;
        const char *from;
    } texts[] = {{&telling->plan, undone->plan},
                 {&telling->indicator, undone->indicator},
                 {&telling->name, undone->name},
                 {&telling->from, undone->from},
                 {&telling->to, undone->to}};
    telling->fiscal_year = undone->fiscal_year;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        str_reset(texts[i].to);
        str_add(texts[i].to, texts[i].from);
    }
}

static void telling_done(struct telling *telling)
{
    str_done(&telling->plan);
    str_done(&telling->indicator);
    str_done(&telling->name);
    str_done(&telling->from);
    str_done(&telling->to);
}

// It may be one of any plan and year, whose grades are called by its own scale.
static void say_told(const struct year_screen *screen, const struct telling *told,
                     struct desk *desk)
{
    struct book *book = NULL;
    autostr what = STR_INIT;
    const enum status status =
        book_open(screen->app, told->fiscal_year, told->plan.buf, 0, &book, NULL);
    period_write_year(&what, told->fiscal_year, i18n_digits());
    str_addf(&what, " %s %s ", status ? told->plan.buf : book->plan->short_name,
             told->indicator.buf);
    plan_say_column(status ? &scale_usual : &book->plan->scale, told->name.buf, &what);
    say_replaced(desk, what.buf, told->from.buf, told->to.buf);
    book_free(&book);
}

static void undo(struct year_screen *screen, struct desk *desk, bool redo)
{
    const struct app_undo what = {.what = APP_UNDO_TARGETS};
    struct telling told = {0, STR_INIT, STR_INIT, STR_INIT, STR_INIT, STR_INIT};
    struct err err = {0};
    if ((redo ? app_redo : app_undo)(screen->app, &what, tell, &told, &err))
        desk_fail(desk, &err);
    else if (told.name.len)
        say_told(screen, &told, desk);
    telling_done(&told);
    year_show(screen, desk, !screen->done);
}

static void back(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    undo(state, desk, false);
}

static void forth(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    undo(state, desk, true);
}

static void change(void *state, struct desk *desk, const struct key *key)
{
    (void)desk;
    (void)key;
    grid_edit(((struct year_screen *)state)->grid, NULL);
}

enum { WRITABLE = WHEN_AT_REST & ~MODE_READ_ONLY };
const struct action year_actions[] = {
    {"F9", NULL, N_("carry on"), N_("carry all plans on into the next year, after a question"),
     WRITABLE, ask_carry_on},
    {"F5", NULL, N_("other year"), N_("the year in hand, or what would be carried on"),
     WHEN_AT_REST, look_other},
    {"F2", NULL, N_("change"), N_("change what stands there"), WHEN_OPEN, change},
    {"F3 C-f", NULL, N_("find"), N_("find an indicator"), WHEN_AT_REST | MODE_FINDING, screen_find},
    {"C-z", NULL, N_("undo"), N_("undo the last change of a target"), WRITABLE, back},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), WRITABLE, forth},
    {0}};
