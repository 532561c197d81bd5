// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of record looks like on the screen. A kind is shown as its row here says; only
// what it does besides is code of its own.
#include "record_screens.h"

#include "orjon/app/meetings.h"
#include "orjon/app/memos.h"
#include "orjon/app/people.h"
#include "orjon/domain/decision.h"
#include "orjon/domain/post.h"
#include "orjon/domain/tree.h"

#include <string.h>

#define FIELD(name)                                                                                \
    {                                                                                              \
        .field = (name)                                                                            \
    }
#define COLUMNS(name) .column = (name), .columns = sizeof(name) / sizeof *(name)

static void who_came(struct app *app, const struct record *record, struct grid_cell *ret)
{
    app_say_field(app, record,
                  *record->text[ATTENDANCE_PERSON] ? ATTENDANCE_PERSON : ATTENDANCE_NAME,
                  &ret->text, NULL);
}

// What the person is today.
static void post_held(struct app *app, const struct record *record, struct grid_cell *ret)
{
    autorecords held = {0};
    if (app_load_records(app, RECORD_TERM, record->id, &held, NULL) == STATUS_OK)
        post_write(&ret->text, post_term(&held, record->id, app_today(app)));
}

static const struct record_column people[] = {
    FIELD(PERSON_NAME),
    {.field = RECORD_NONE, .heading = N_("Designation"), .say = post_held},
    {.field = PERSON_PHONE, .columns = 12},
    FIELD(PERSON_EMAIL)};
static const struct record_column terms[] = {FIELD(TERM_DESIGNATION), FIELD(TERM_ACTING),
                                             FIELD(TERM_OFFICE), FIELD(TERM_FROM), FIELD(TERM_TO)};
static const struct record_column committees[] = {FIELD(COMMITTEE_NAME), FIELD(COMMITTEE_PLAN),
                                                  FIELD(COMMITTEE_CHAIR), FIELD(COMMITTEE_FORMED)};
static const struct record_column members[] = {FIELD(MEMBER_PERSON), FIELD(MEMBER_ROLE)};
static const struct record_column meetings[] = {FIELD(MEETING_TITLE), FIELD(MEETING_DATE),
                                                FIELD(MEETING_SORT), FIELD(MEETING_COMMITTEE)};
static const struct record_column items[] = {FIELD(ITEM_SUBJECT)};
// What a decision was made in: its meeting, and the item.
static void made_in(struct app *app, const struct record *record, struct grid_cell *ret)
{
    autorecords item = {0}, meeting = {0};
    if (app_load_record(app, RECORD_ITEM, record->parent, &item, NULL) == STATUS_OK &&
        app_load_record(app, RECORD_MEETING, item.record[0].parent, &meeting, NULL) == STATUS_OK)
        meeting_say(&ret->text, &meeting.record[0]);
    ret->style = STYLE_HEADING;
}

static void state_of(struct app *app, const struct record *record, struct grid_cell *ret)
{
    const bool overdue = decision_is_overdue(record, app_today(app));
    if (overdue)
        str_add(&ret->text, _("! overdue"));
    else
        app_say_field(app, record, DECISION_STATE, &ret->text, NULL);
    ret->style = overdue ? STYLE_ERROR : decision_is_open(record) ? STYLE_PLAIN : STYLE_GOOD;
}

static const struct record_column decisions[] = {
    FIELD(DECISION_TEXT),
    {.field = RECORD_NONE, .columns = 13, .heading = N_("State"), .say = state_of},
    FIELD(DECISION_DUE),
    FIELD(DECISION_WHO)};
static const struct record_column progress[] = {FIELD(PROGRESS_TEXT), FIELD(PROGRESS_DATE)};
static void whether_came(struct app *app, const struct record *record, struct grid_cell *ret)
{
    (void)app;
    if (record_is(record, ATTENDANCE_PRESENT, "yes"))
        str_add(&ret->text, _("✓ present"));
    else if (record_is(record, ATTENDANCE_PRESENT, "no"))
        str_add(&ret->text, _("✗ absent"));
}

static const struct record_column attendance[] = {
    {.field = RECORD_NONE, .heading = N_("Name"), .say = who_came},
    {.field = RECORD_NONE, .heading = N_("Present"), .say = whether_came},
    FIELD(ATTENDANCE_DESIGNATION)};

// Of which it is says the subject beside it.
static void paper_of(struct app *app, const struct record *record, struct grid_cell *ret)
{
    app_say_memo_paper(app, record, true, &ret->text);
}

static const struct record_column memos[] = {
    {.field = MEMO_NUMBER, .columns = 28},
    FIELD(MEMO_DATE),
    FIELD(MEMO_SUBJECT),
    FIELD(MEMO_TO),
    {.field = RECORD_NONE, .heading = N_("Paper"), .columns = 12, .say = paper_of}};
static const struct record_column series[] = {FIELD(SERIES_PATTERN), FIELD(SERIES_FIRST),
                                              FIELD(SERIES_FROM)};
static const struct record_column phrases[] = {FIELD(PHRASE_TEXT), FIELD(PHRASE_SORT)};
static void proof_name(struct app *app, const struct record *record, struct grid_cell *ret)
{
    const int fields[] = {PROOF_NAME, PROOF_FILE, PROOF_MEETING};
    for (size_t i = 0; i < sizeof fields / sizeof *fields && !ret->text.len; i++)
        app_say_field(app, record, fields[i], &ret->text, NULL);
}

static const struct record_column proofs[] = {
    {.field = RECORD_NONE, .heading = N_("Evidence"), .say = proof_name},
    FIELD(PROOF_PLAN),
    {.field = PROOF_CODE, .columns = 7},
    FIELD(PROOF_QUARTER),
    FIELD(PROOF_THERE)};

static void office_name(struct app *app, const struct record *record, struct grid_cell *ret)
{
    app_say_field(app, record, *record->text[UNIT_NAME] ? UNIT_NAME : UNIT_CODE, &ret->text, NULL);
}

static const struct record_column units[] = {
    {.field = RECORD_NONE, .heading = N_("Office"), .say = office_name},
    {.field = UNIT_CODE, .columns = 8},
    {.field = UNIT_LEVEL, .columns = 10},
    {.field = UNIT_PHONE, .columns = 12},
};
static const struct record_column spans[] = {FIELD(SPAN_FROM), FIELD(SPAN_NAME), FIELD(SPAN_LEVEL),
                                             FIELD(SPAN_UNDER)};
static const struct record_column signers[] = {FIELD(SIGNER_FROM), FIELD(SIGNER_TO),
                                               FIELD(SIGNER_MEMO), FIELD(SIGNER_READ)};

static bool is_done(const struct record *record)
{
    return !decision_is_open(record);
}

static bool is_hidden(const struct record *record)
{
    return record_is(record, PHRASE_HIDDEN, "yes");
}

// What is odd about a meeting: the first of it, and how much more there is.
static void note_meeting(struct app *app, const struct record *record, struct grid_cell *ret)
{
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    if (app_check_meeting(app, record->id, &odd, NULL) || !odd.count)
        return;
    if (odd.count > 1)
        str_addf(&ret->text, _("%s things to look at (F7): "), SAY(odd.count));
    str_add(&ret->text, odd.finding[0].message);
}

static void note_office(struct app *app, const struct record *record, struct grid_cell *ret)
{
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    (void)app;
    tree_check_name(record, &odd);
    if (odd.count)
        str_add(&ret->text, odd.finding[0].message);
}

// The number that comes next today.
static void propose_number(struct app *app, struct str *ret)
{
    app_next_memo(app, 0, app_today(app), ret, NULL); // nothing where no pattern holds
}

static enum status take_number(struct app *app, int64_t parent, const struct app_word *words,
                               size_t count, int64_t *ret_id, struct err *err)
{
    (void)parent;
    return app_take_memo(app, 0, words, count, ret_id, NULL, err);
}

// A line of progress without a text yet only begins; with one the decision is running.
static enum status make_progress(struct app *app, int64_t parent, const struct app_word *words,
                                 size_t count, int64_t *ret_id, struct err *err)
{
    const char *text = NULL, *date = NULL;
    for (size_t i = 0; i < count; i++) {
        text = strcmp(words[i].field, "text") == 0 ? words[i].text : text;
        date = strcmp(words[i].field, "date") == 0 ? words[i].text : date;
    }
    if (text)
        return app_add_progress(app, parent, text, date, ret_id, err);
    return app_new_record(app, RECORD_PROGRESS, parent, words, count, ret_id, err);
}

static enum status make_person(struct app *app, int64_t parent, const struct app_word *words,
                               size_t count, int64_t *ret_id, struct err *err)
{
    (void)parent;
    return app_add_person(app, words, count, false, ret_id, err);
}

static enum status make_another_person(struct app *app, int64_t parent,
                                       const struct app_word *words, size_t count, int64_t *ret_id,
                                       struct err *err)
{
    (void)parent;
    return app_add_person(app, words, count, true, ret_id, err);
}

// Nobody is on a committee twice.
static enum status make_member(struct app *app, int64_t parent, const struct app_word *words,
                               size_t count, int64_t *ret_id, struct err *err)
{
    const char *person = NULL, *role = NULL;
    for (size_t i = 0; i < count; i++) {
        person = strcmp(words[i].field, "person") == 0 ? words[i].text : person;
        role = strcmp(words[i].field, "role") == 0 ? words[i].text : role;
    }
    return person ? app_add_member(app, parent, person, role, ret_id, err)
                  : app_new_record(app, RECORD_MEMBER, parent, words, count, ret_id, err);
}

#define PLAIN .list = &records_ops, .form = &record_ops
#define UNSORTED .order = RECORD_NONE, .section = RECORD_NONE

static const struct record_view views[RECORD_KINDS] = {
    [RECORD_PERSON] = {N_("People"), COLUMNS(people), .order = PERSON_NAME, .section = PERSON_SORT,
                       .turn = RECORD_NONE, .preset = "sort=staff", .make = make_person,
                       .make_another = make_another_person, .list = &people_ops,
                       .form = &person_ops},
    [RECORD_TERM] = {N_("Posts held"), COLUMNS(terms), UNSORTED, .turn = RECORD_NONE, PLAIN},
    [RECORD_COMMITTEE] = {N_("Committees"), COLUMNS(committees), .order = COMMITTEE_NAME,
                          .section = RECORD_NONE, .turn = RECORD_NONE, PLAIN},
    [RECORD_MEMBER] = {N_("Members"), COLUMNS(members), UNSORTED, .turn = RECORD_NONE,
                       .make = make_member, PLAIN},
    [RECORD_MEETING] = {N_("Meetings"), COLUMNS(meetings), .order = MEETING_DATE,
                        .newest_first = true, .section = MEETING_YEAR, .turn = RECORD_NONE,
                        .preset = "sort=meeting fiscal_year=@year", .note = note_meeting,
                        .list = &meetings_ops, .form = &meeting_ops},
    [RECORD_ITEM] = {N_("Agenda"), COLUMNS(items), UNSORTED, .turn = RECORD_NONE,
                     .move = app_move_of_meeting, PLAIN},
    [RECORD_DECISION] = {N_("Decisions"), COLUMNS(decisions), .order = DECISION_DUE,
                         .section = RECORD_NONE, .turn = DECISION_STATE, .preset = "state=open",
                         .is_past = is_done, .note = made_in, .move = app_move_of_meeting,
                         .list = &decisions_ops, .form = &record_ops},
    [RECORD_PROGRESS] = {N_("Progress"), COLUMNS(progress), UNSORTED, .turn = RECORD_NONE,
                         .preset = "date=@today", .make = make_progress, PLAIN},
    [RECORD_ATTENDANCE] = {N_("Attendance"), COLUMNS(attendance), UNSORTED,
                           .turn = ATTENDANCE_PRESENT, .move = app_move_of_meeting, PLAIN},
    [RECORD_MEMO] = {N_("Memo register"), COLUMNS(memos), .order = MEMO_DATE, .newest_first = true,
                     .section = RECORD_NONE, .turn = RECORD_NONE, .preset = "date=@today",
                     .shown = 1U << MEMO_PAPER, .proposed = MEMO_NUMBER, .propose = propose_number,
                     .make = take_number, .list = &memos_ops, .form = &record_ops},
    [RECORD_SERIES] = {N_("Patterns of memo numbers"), COLUMNS(series), UNSORTED,
                       .turn = RECORD_NONE, PLAIN},
    [RECORD_PHRASE] = {N_("Phrases"), COLUMNS(phrases), .order = RECORD_NONE,
                       .none = N_("The office has no phrase of its own yet; Ins begins the first "
                                  "one. Ctrl-Space offers the program's where one writes"),
                       .section = PHRASE_SORT, .turn = PHRASE_HIDDEN, .preset = "sort=any",
                       .is_past = is_hidden, .list = &phrases_ops, .form = &record_ops},
    [RECORD_PROOF] = {N_("Evidence"), COLUMNS(proofs), .order = PROOF_CODE, .section = PROOF_YEAR,
                      .turn = PROOF_THERE, .list = &proofs_ops, .form = &record_ops},
    [RECORD_UNIT] = {N_("Offices"), COLUMNS(units), .order = UNIT_CODE, .section = RECORD_NONE,
                     .turn = RECORD_NONE, .note = note_office, PLAIN},
    [RECORD_SPAN] = {N_("From a day on"), COLUMNS(spans), UNSORTED, .turn = RECORD_NONE,
                     .preset = "from=@today", .from_first = true, PLAIN},
    [RECORD_SIGNER] = {N_("Keys"), COLUMNS(signers), UNSORTED, .turn = RECORD_NONE, PLAIN},
};

const struct record_view *record_view(enum record_kind kind)
{
    return &views[kind];
}

const struct screen_ops records_ops =
    RECORD_LIST_OPS("records", record_list_actions, NULL,
                    N_("A LIST OF RECORDS\n"
                       "\n"
                       "People, committees, meetings and all that the office keeps besides, a line "
                       "each. Enter opens "
                       "the marked line, Ins begins a new one, typing after F3 finds."));

const struct screen_ops record_ops = RECORD_FORM_OPS(
    "record", record_form_actions, NULL,
    N_("A RECORD\n"
       "\n"
       "Each field is saved when you leave it; there is no save key. A new record is there as soon "
       "as its first field is filled in. Below the fields stands what belongs to the record: F6 "
       "goes there and back, Enter opens a line."));
