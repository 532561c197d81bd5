// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of who has sent do.
#include "sent.h"

#include "orjon/app/remind.h"
#include "orjon/app/reviews.h"
#include "record_screens.h"

static void open(void *state, struct desk *desk, const struct key *key)
{
    const struct sent_screen *screen = state;
    const struct tree_office *office = sent_office(screen);
    const size_t plan = sent_plan(screen);
    (void)key;
    if (!office)
        return;
    if (plan >= screen->sending.plans) {
        record_form_push(desk, screen->app, RECORD_UNIT, office->unit->id);
        return;
    }
    const struct app_review_of of = {.office = office->unit->id,
                                     .fiscal_year = screen->sending.fiscal_year,
                                     .quarter = screen->sending.quarter,
                                     .plan = screen->sending.plan[plan]};
    received_push(desk, screen->app, &of, NULL);
}

static void record(void *state, struct desk *desk, const struct key *key)
{
    const struct sent_screen *screen = state;
    const struct tree_office *office = sent_office(screen);
    (void)key;
    if (office)
        record_form_push(desk, screen->app, RECORD_UNIT, office->unit->id);
}

static void narrow(void *state, struct desk *desk, const struct key *key)
{
    struct sent_screen *screen = state;
    const struct tree_office *marked = sent_office(screen);
    const int64_t id = marked ? marked->unit->id : 0;
    (void)key;
    screen->open = !screen->open;
    sent_choose_rows(screen);
    sent_mark(screen, id);
    desk_say(desk, MESSAGE_INFO, "%s",
             screen->open ? _("Only what is not sent, or was returned") : _("All are listed"));
}

static void other_quarter(void *state, struct desk *desk, const struct key *key)
{
    struct sent_screen *screen = state;
    const int step = key->code == K_CTRL_RIGHT ? 1 : -1;
    int year = screen->sending.fiscal_year, quarter = screen->sending.quarter + step;
    const struct tree_office *marked = sent_office(screen);
    const int64_t id = marked ? marked->unit->id : 0;
    struct err err = {0};
    year += quarter > QUARTERS ? 1 : quarter < 1 ? -1 : 0;
    quarter = quarter > QUARTERS ? 1 : quarter < 1 ? QUARTERS : quarter;
    if (!period_is_year(year))
        return;
    if (sent_load(screen, year, quarter, &err))
        desk_fail(desk, &err);
    sent_mark(screen, id);
}

static void paper(struct sent_screen *screen, struct desk *desk, const char *name)
{
    screen->paper = (struct paper_choice){.app = screen->app,
                                          .fiscal_year = screen->sending.fiscal_year,
                                          .quarter = screen->sending.quarter};
    preview_push(desk, &screen->paper, name);
}

static void missing(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    paper(state, desk, "missing");
}

static void write_reminder(void *data, struct desk *desk)
{
    struct sent_screen *screen = data;
    const struct app_remind_of of = {.fiscal_year = screen->sending.fiscal_year,
                                     .quarter = screen->sending.quarter};
    struct err err = {0};
    int64_t letter = 0;
    size_t offices = 0;
    const enum status status = app_remind(screen->app, &of, &letter, &offices, &err);
    if (status && status != STATUS_EXISTS) {
        desk_fail(desk, &err);
        return;
    }
    screen->judged = false;
    sent_resume(screen, desk);
    paper(screen, desk, "reminder");
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD,
                 tr_count("A reminder to %s office was written",
                          "A reminder to %s offices was written", offices),
                 SAY(offices));
}

static void remind(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    dialog_confirm(desk, _("Reminder"),
                   _("Write one letter to all who have not sent what is due? It takes the next "
                     "number of the memo register; Ctrl-Z undoes it."),
                   write_reminder, state);
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED, RESTING = WHEN_AT_REST & ~MODE_READ_ONLY };
const struct action sent_actions[] = {
    {"Enter", NULL, N_("open"), N_("the return of the marked office and plan, as its reviewer"),
     ALL, open},
    {"C-t F5", NULL, N_("only open"), N_("only what is not sent or was returned; or all"), ALL,
     narrow},
    {"F6", NULL, N_("remind"), N_("a reminder to all who have not sent what is due"), RESTING,
     remind},
    {"F8", NULL, N_("paper"), N_("the list of who has not sent, to be printed"), ALL, missing},
    {"F4", NULL, N_("office"), N_("the record of the marked office"), ALL, record},
    {"C-Left", NULL, N_("quarter before"), N_("the quarter before"), WHEN_AT_REST, other_quarter},
    {"C-Right", NULL, N_("quarter after"), N_("the quarter after"), WHEN_AT_REST, other_quarter},
    {"F3 C-f", NULL, N_("find"), N_("find an office"), ALL | MODE_FINDING, screen_find},
    {"F9", NULL, N_("accept clean"), N_("accept all returns in which nothing is open"), RESTING,
     sent_accept},
    {"F7", NULL, N_("review file"), N_("write the signed review file for the marked office"), ALL,
     sent_file},
    {"C-z", NULL, N_("undo"), N_("undo the last change"), RESTING, sent_undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), RESTING, sent_undo},
    {0}};
