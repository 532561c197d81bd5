// SPDX-License-Identifier: GPL-3.0-or-later
// What the keys of a list of records do.
#include "record_screens.h"

static void open(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    const struct record *record = record_list_marked(list);
    (void)key;
    if (record)
        record_form_push(desk, list->app, list->kind, record->id);
}

static void add(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    (void)key;
    record_form_push_new(desk, list->app, list->kind, 0, NULL);
}

static void take_away(void *data, struct desk *desk)
{
    struct record_list *list = data;
    struct err err = {0};
    if (app_remove_record(list->app, list->kind, list->asked, &err)) {
        desk_fail(desk, &err);
        return;
    }
    record_list_resume(list, desk);
    desk_say(desk, MESSAGE_GOOD, "%s", _("Removed; Ctrl-Z brings it back"));
}

static void ask_remove(void *state, struct desk *desk, const struct key *key)
{
    struct record_list *list = state;
    const struct record *record = record_list_marked(list);
    (void)key;
    if (!record)
        return;
    list->asked = record->id;
    record_ask_remove(desk, list->app, record, take_away, list);
}

void record_list_turn(void *state, struct desk *desk, const struct key *key)
{
    struct record_list *list = state;
    const struct record *record = record_list_marked(list);
    (void)key;
    if (record && record_turn(desk, list->app, record))
        record_list_resume(list, desk);
}

void record_list_all(void *state, struct desk *desk, const struct key *key)
{
    struct record_list *list = state;
    (void)key;
    list->all = !list->all;
    record_list_resume(list, desk);
    desk_say(desk, MESSAGE_INFO, "%s",
             list->all ? _("All are listed") : _("Only what is still to be done is listed"));
}

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct record_list *list = state;
    (void)key;
    record_undo_run(desk, &list->undo, list->app, 0, false);
    record_list_resume(state, desk);
}

static void redo(void *state, struct desk *desk, const struct key *key)
{
    struct record_list *list = state;
    (void)key;
    record_undo_run(desk, &list->undo, list->app, 0, true);
    record_list_resume(state, desk);
}

enum { RESTING = WHEN_AT_REST & ~MODE_READ_ONLY };

const struct action record_list_actions[] = {
    {"Enter", NULL, N_("open"), N_("open the marked line"), RECORD_ALL, open},
    {"Ins", "n ন", N_("new"), N_("one more"), RECORD_WRITABLE, add},
    {"Del", NULL, N_("remove"), N_("remove it, after a question"), RESTING | HINT_LATER,
     ask_remove},
    {"F3 C-f", NULL, N_("find"), N_("find"), RECORD_ALL | MODE_FINDING | HINT_LATER, screen_find},
    {"C-z", NULL, N_("undo"), N_("undo the last change"), RESTING | HINT_LATER, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), RESTING | HINT_LATER, redo},
    {0}};
