// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of all meetings and orders from above: what is still to be done, what is overdue first.
// And phrases, whose list has a state as well.
#include "record_screens.h"

static void add_progress(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    const struct record *record = record_list_marked(list);
    (void)key;
    if (record)
        record_form_push_new(desk, list->app, RECORD_PROGRESS, record->id, NULL);
}

// From the list none is begun: it would be of no meeting.
static void add(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    desk_say(desk, MESSAGE_INFO, "%s",
             _("A decision is begun in its meeting: open the meeting, mark the item, “+”"));
}

static void paper(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    const struct paper_choice choice = {.app = list->app};
    (void)key;
    preview_push(desk, &choice, "decisions");
}

enum { RESTING = WHEN_AT_REST & ~MODE_READ_ONLY };

static const struct action decision_actions[] = {
    {NULL, "+", N_("progress"), N_("a line of progress, dated today"), RESTING, add_progress},
    {NULL, "*", N_("state"), N_("its next state: open, running, done, carried over"), RESTING,
     record_list_turn},
    {"C-t F5", NULL, N_("all"), N_("also what is done; or only what is still to be done"),
     RECORD_ALL, record_list_all},
    {"F8", NULL, N_("paper"), N_("look at the paper"), RECORD_ALL, paper},
    {"Ins", "n ন", NULL, NULL, RECORD_WRITABLE, add},
    {0}};

static const struct action phrase_actions[] = {
    {NULL, "*", N_("offer"), N_("no longer offered; or offered again"), RESTING, record_list_turn},
    {"C-t F5", NULL, N_("all"), N_("also what is no longer offered"), RECORD_ALL, record_list_all},
    {0}};

const struct screen_ops decisions_ops = RECORD_LIST_OPS(
    "decisions", decision_actions, record_list_actions,
    N_("DECISIONS\n"
       "\n"
       "What meetings have decided and what came as an order from above, with who carries it out "
       "and by when. What is due first stands first; what is done is listed once all are asked "
       "for. A decision is begun in the form of its meeting."));

const struct screen_ops phrases_ops = RECORD_LIST_OPS(
    "phrases", phrase_actions, record_list_actions,
    N_("PHRASES\n"
       "\n"
       "What the office writes again and again, to be chosen while a text is typed. One that is "
       "no longer wanted can be left out of that choice."));
