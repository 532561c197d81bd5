// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of the first screen of an office with others below it do.
#include "supervision.h"

#include "record_screens.h"
#include "sent.h"

// One return is looked at itself; several, among those of their office.
static void open_office(const struct supervision *s, const struct supervision_line *line,
                        struct desk *desk)
{
    const struct app_review_of of = {.office = line->office,
                                     .fiscal_year = s->news.sending.fiscal_year,
                                     .quarter = s->news.sending.quarter,
                                     .plan = line->plan};
    if (line->plan && line->matter != MATTER_MISSING)
        received_push(desk, s->app, &of, line->code);
    else
        sent_push_at(desk, s->app, of.fiscal_year, of.quarter, line->office,
                     line->matter == MATTER_MISSING);
}

static void open(void *state, struct desk *desk, const struct key *key)
{
    struct supervision *s = state;
    const struct supervision_line *line = supervision_marked(s);
    struct err err = {0};
    (void)key;
    if (!line)
        return;
    if (line->matter == MATTER_DUE && line->decision)
        record_form_push(desk, s->app, RECORD_DECISION, line->decision);
    else if (line->matter == MATTER_DUE && own_push(desk, s->session, &err))
        desk_fail(desk, &err);
    else if (line->matter == MATTER_ASKED && line->more)
        matrix_push(desk, s->app, 0, 0, NULL);
    else if (line->matter != MATTER_DUE)
        open_office(s, line, desk);
}

static void sent(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    sent_push(desk, ((struct supervision *)state)->app, 0, 0);
}

static void matrix(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    matrix_push(desk, ((struct supervision *)state)->app, 0, 0, NULL);
}

static void totals(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    below_push(desk, ((struct supervision *)state)->app, 0, 0, NULL);
}

static void receive(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    receive_push(desk, ((struct supervision *)state)->app, NULL);
}

static void offices(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    offices_push(desk, ((struct supervision *)state)->app);
}

static void own(void *state, struct desk *desk, const struct key *key)
{
    struct supervision *s = state;
    struct err err = {0};
    (void)key;
    if (own_push(desk, s->session, &err))
        desk_fail(desk, &err);
}

static void papers(void *state, struct desk *desk, const struct key *key)
{
    struct supervision *s = state;
    (void)key;
    s->paper = (struct paper_choice){.app = s->app,
                                     .fiscal_year = s->news.sending.fiscal_year,
                                     .quarter = s->news.sending.quarter};
    preview_choose(desk, &s->paper);
}

static void registers(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    registers_push(desk, ((struct supervision *)state)->app);
}

static void find_all(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    find_ask(desk, ((struct supervision *)state)->app);
}

static void office(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    office_push(desk, ((struct supervision *)state)->app);
}

static void settings(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    settings_push(desk, ((struct supervision *)state)->session);
}

static void leave(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    leave_ask(desk);
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
const struct action supervision_actions[] = {
    {"Enter", NULL, N_("open"), N_("open what the line is about"), ALL, open},
    {"F5", NULL, N_("who has sent"), N_("who has sent: offices and plans"), ALL, sent},
    {"F6", NULL, N_("matrix"), N_("the compliance matrix: ✓ and ✗ of offices and indicators"), ALL,
     matrix},
    {"F7", NULL, N_("totals"), N_("totals, ranking and outliers of what came"), ALL, totals},
    {"Ins", NULL, N_("receive"), N_("take in files that came, or look at them"), ALL, receive},
    {"Tab", NULL, N_("own returns"), N_("the returns that this office sends itself"), ALL, own},
    {"C-o", NULL, N_("offices"), N_("the offices below, their names, places and keys"), ALL,
     offices},
    {"F2", NULL, N_("registers"),
     N_("registers: meetings, decisions, people, committees, memos, evidence, offices"), ALL,
     registers},
    {"F8", NULL, N_("papers"), N_("papers: look at them before printing"), ALL, papers},
    {"Esc", NULL, N_("leave"), N_("leave the program, after a question"), WHEN_AT_REST, leave},
    {"F4", NULL, N_("office"), N_("particulars of the office: name, officer, year and quarter"),
     ALL, office},
    {"F9", NULL, N_("settings"), N_("settings: language, digits, colours, mouse, pen drive"), ALL,
     settings},
    {"F3", NULL, N_("find"), N_("find an office"), ALL | MODE_FINDING, screen_find},
    {"C-f", "/", N_("find everywhere"), N_("find a text in all plans, years and records"),
     WHEN_AT_REST, find_all},
    {0}};
