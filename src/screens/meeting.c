// SPDX-License-Identifier: GPL-3.0-or-later
// The form of a meeting: what can be done with it besides filling it in.
#include "record_screens.h"

#include "meeting.h"
#include "orjon/app/meetings.h"
#include "orjon/domain/meeting.h"

// --- the next one -------------------------------------------------------------------------------

static enum status make_next(void *data, const char *text, struct err *err)
{
    struct record_form *form = data;
    const struct app_word word = {"date", text};
    return app_next_meeting(form->app, form->id, &word, 1, &form->made, &form->carried, err);
}

static void made_next(void *data, struct desk *desk, const char *text)
{
    const struct record_form *form = data;
    (void)text;
    record_form_push(desk, form->app, RECORD_MEETING, form->made);
    desk_say(desk, MESSAGE_GOOD, _("The next meeting is there; open decisions that go along: %s"),
             SAY(form->carried));
}

static void ask_next(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    autorecords proposed = {0};
    autostr date = STR_INIT;
    struct err err = {0};
    (void)key;
    if (app_propose_meeting(form->app, form->id, &proposed, &err)) {
        desk_fail(desk, &err);
        return;
    }
    app_say_field(form->app, &proposed.record[0], MEETING_DATE, &date, NULL);
    const struct dialog_prompt prompt = {
        .title = _("The next meeting from this one"),
        .label = _("Date"),
        .hint = _("Committee, place, chair and agenda come along; what is still to be done comes "
                  "first"),
        .preset = date.buf,
        .accept = make_next,
        .done = made_next,
        .data = form};
    dialog_prompt(desk, &prompt);
}

// --- who came -----------------------------------------------------------------------------------

static void attendance(void *data, struct desk *desk, int choice)
{
    enum { FILL, PRESENT };
    struct record_form *form = data;
    struct err err = {0};
    size_t count = 0;
    if (choice < 0)
        return;
    if ((choice == FILL ? app_fill_attendance : app_mark_all_present)(form->app, form->id, &count,
                                                                      &err)) {
        desk_fail(desk, &err);
        return;
    }
    record_form_reload(form, desk);
    form->below = true;
    if (choice == FILL)
        desk_say(desk, MESSAGE_GOOD, _("On the sheet now: %s more"), SAY(count));
    else
        desk_say(desk, MESSAGE_GOOD, _("Marked as present: %s"), SAY(count));
}

static void ask_attendance(void *state, struct desk *desk, const struct key *key)
{
    const struct dialog_choice choices[] = {
        {_("sS"), _("everybody on the sheet")},
        {_("pP"), _("all were present")},
    };
    (void)key;
    dialog_ask(desk, _("Attendance"),
               _("Put the members and the staff on the sheet, or mark as present all who are not "
                 "marked yet? One alone is marked with “*”."),
               choices, 2, 0, attendance, state);
}

// --- other screens ------------------------------------------------------------------------------

// id 0: of all meetings
static void tell_odd(struct app *app, int64_t id, struct desk *desk)
{
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    struct err err = {0};
    if (app_check_meeting(app, id, &odd, &err))
        desk_fail(desk, &err);
    else
        record_tell_findings(desk, &odd);
}

static void check(void *state, struct desk *desk, const struct key *key)
{
    const struct record_form *form = state;
    (void)key;
    tell_odd(form->app, form->id, desk);
}

static void check_all(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    tell_odd(((struct record_list *)state)->app, 0, desk);
}

static void papers(void *state, struct desk *desk, const struct key *key)
{
    struct record_form *form = state;
    (void)key;
    form->paper =
        (struct paper_choice){.app = form->app,
                              .meeting = form->id,
                              .from_above = meeting_is_superior(record_form_record(form))};
    preview_choose(desk, &form->paper);
}

// What is done with a meeting wants one that is there.
static bool is_there(const struct record_form *form, struct desk *desk)
{
    if (!form->there)
        desk_say(desk, MESSAGE_INFO, "%s", _("Fill in a field first; then it is there"));
    return form->there;
}

#define WHEN_THERE(name)                                                                           \
    static void name##_of_one(void *state, struct desk *desk, const struct key *key)               \
    {                                                                                              \
        if (is_there(state, desk))                                                                 \
            name(state, desk, key);                                                                \
    }
WHEN_THERE(ask_next)
WHEN_THERE(ask_attendance)
WHEN_THERE(check)
WHEN_THERE(papers)
WHEN_THERE(meeting_ask_count)

static const struct action meeting_actions[] = {
    {"F8", NULL, N_("papers"), N_("its papers: notice, attendance, minutes, certificate, letter"),
     RECORD_ALL, papers_of_one},
    {"F9", NULL, N_("count it"), N_("count it as achievement of an indicator; or no longer"),
     RECORD_WRITABLE, meeting_ask_count_of_one},
    {"F5", NULL, N_("next one"), N_("the next meeting from this one"), RECORD_WRITABLE,
     ask_next_of_one},
    {"F4", NULL, N_("attendance"), N_("attendance: everybody on the sheet, all present"),
     RECORD_WRITABLE, ask_attendance_of_one},
    {"F7", NULL, N_("check"), N_("what is odd about it"), RECORD_ALL, check_of_one},
    {0}};

const struct screen_ops meeting_ops = RECORD_FORM_OPS(
    "meeting", meeting_actions, record_form_actions,
    N_("A MEETING\n"
       "\n"
       "Its particulars, and below them the agenda with the decisions and their progress, and who "
       "came. On an item “+” begins a decision, on a decision a line of progress; “*” marks who "
       "was present, or gives a decision its next state.\n"
       "\n"
       "All its papers come from here, nothing typed twice. An order from above is a meeting that "
       "another office held."));

static const struct action meetings_actions[] = {
    {"F7", NULL, N_("check"), N_("what is odd about the meetings"), RECORD_ALL, check_all}, {0}};

const struct screen_ops meetings_ops = RECORD_LIST_OPS(
    "meetings", meetings_actions, record_list_actions,
    N_("MEETINGS\n"
       "\n"
       "All meetings and orders from above, the newest first. Enter opens one with its agenda and "
       "its papers; Ins begins another."));
