// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the year's change: plans carried on, the other year, undo.
#include "year.h"

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

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct year_screen *screen = state;
    words_undo_run(desk, &screen->undo, key_is_ctrl(key, 'y'));
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
    {"C-z", NULL, N_("undo"), N_("undo the last change of a target"), WRITABLE, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), WRITABLE, undo},
    {0}};
