// SPDX-License-Identifier: GPL-3.0-or-later
// The register of memo numbers: the next one proposed, one that was never sent, gaps.
#include "record_screens.h"

#include "orjon/app/memos.h"

static enum status release(void *data, const char *note, struct err *err)
{
    const struct record_list *list = data;
    return app_release_memo(list->app, list->asked, note, err);
}

static void released(void *data, struct desk *desk, const char *note)
{
    (void)note;
    record_list_resume(data, desk);
    desk_say(desk, MESSAGE_GOOD, "%s", _("The number is free of its paper; the row stays"));
}

static void ask_release(void *state, struct desk *desk, const struct key *key)
{
    struct record_list *list = state;
    const struct record *record = record_list_marked(list);
    (void)key;
    if (!record)
        return;
    autostr about = STR_INIT;
    list->asked = record->id;
    str_addf(&about, "%lld", (long long)record->id);
    const struct dialog_prompt prompt = {.title = _("Never sent"),
                                         .label = _("Note"),
                                         .hint = _("Why the number was not used"),
                                         .preset = record->text[MEMO_NOTE],
                                         .about = about.buf,
                                         .accept = release,
                                         .done = released,
                                         .data = list};
    dialog_prompt(desk, &prompt);
}

static enum status note_gaps(void *data, const char *note, struct err *err)
{
    const struct record_list *list = data;
    size_t count = 0;
    return app_note_memo_gaps(list->app, note, &count, err);
}

static void gaps_noted(void *data, struct desk *desk, const char *note)
{
    (void)note;
    record_list_resume(data, desk);
    desk_say(desk, MESSAGE_GOOD, "%s", _("Every number that was left out stands there now"));
}

static void ask_gaps(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    autostr gaps = STR_INIT;
    struct err err = {0};
    (void)key;
    if (app_say_memo_gaps(list->app, &gaps, &err)) {
        desk_fail(desk, &err);
        return;
    }
    if (!gaps.len) {
        desk_say(desk, MESSAGE_GOOD, "%s", _("No number was left out"));
        return;
    }
    const struct dialog_prompt prompt = {.title = _("Numbers that were left out"),
                                         .label = _("Note"),
                                         .hint = gaps.buf,
                                         .preset = "",
                                         .about = "",
                                         .accept = note_gaps,
                                         .done = gaps_noted,
                                         .data = state};
    dialog_prompt(desk, &prompt);
}

static void check(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    struct err err = {0};
    (void)key;
    if (app_check_memos(list->app, &odd, &err))
        desk_fail(desk, &err);
    else
        record_tell_findings(desk, &odd);
}

static void paper(void *state, struct desk *desk, const struct key *key)
{
    const struct record_list *list = state;
    const struct paper_choice choice = {.app = list->app};
    (void)key;
    preview_push(desk, &choice, "memos");
}

static void patterns(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    record_list_push(desk, ((const struct record_list *)state)->app, RECORD_SERIES);
}

enum { RESTING = WHEN_AT_REST & ~MODE_READ_ONLY };

static const struct action memo_actions[] = {
    {"F4", NULL, N_("patterns"), N_("the patterns of memo numbers"), RECORD_ALL, patterns},
    {"F5", NULL, N_("never sent"), N_("the number was taken, but its paper never sent"), RESTING,
     ask_release},
    {"F6", NULL, N_("gaps"), N_("numbers that were left out: say why"), RESTING, ask_gaps},
    {"F7", NULL, N_("check"), N_("what is odd in the register"), RECORD_ALL, check},
    {"F8", NULL, N_("paper"), N_("look at the paper"), RECORD_ALL, paper},
    {0}};

const struct screen_ops memos_ops = RECORD_LIST_OPS(
    "memos", memo_actions, record_list_actions,
    N_("THE MEMO REGISTER\n"
       "\n"
       "Every paper that has a number stands here. Ins takes the next number by the pattern of the "
       "day; a paper that gets its number elsewhere comes in by itself. No number is given twice, "
       "and what was left out can be explained."));
