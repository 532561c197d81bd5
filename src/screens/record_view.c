// SPDX-License-Identifier: GPL-3.0-or-later
// What each kind of record looks like on the screen. A kind is shown as its row here says; only
// what it does besides is code of its own.
#include "record_screens.h"

#include "orjon/domain/post.h"

#define FIELD(name)                                                                                \
    {                                                                                              \
        .field = (name)                                                                            \
    }
#define COLUMNS(name) .column = (name), .columns = sizeof(name) / sizeof *(name)
#define UNSORTED .order = RECORD_NONE, .section = RECORD_NONE, .turn = RECORD_NONE
#define PLAIN .list = &records_ops, .form = &record_ops

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
static const struct record_column decisions[] = {FIELD(DECISION_TEXT), FIELD(DECISION_WHO),
                                                 FIELD(DECISION_DUE), FIELD(DECISION_STATE)};
static const struct record_column progress[] = {FIELD(PROGRESS_TEXT), FIELD(PROGRESS_DATE)};
static const struct record_column attendance[] = {
    {.field = RECORD_NONE, .heading = N_("Name"), .say = who_came},
    FIELD(ATTENDANCE_DESIGNATION),
    FIELD(ATTENDANCE_PRESENT)};
static const struct record_column memos[] = {FIELD(MEMO_NUMBER), FIELD(MEMO_DATE),
                                             FIELD(MEMO_SUBJECT), FIELD(MEMO_TO)};
static const struct record_column series[] = {FIELD(SERIES_PATTERN), FIELD(SERIES_FIRST),
                                              FIELD(SERIES_FROM)};
static const struct record_column phrases[] = {FIELD(PHRASE_TEXT), FIELD(PHRASE_SORT)};
static const struct record_column proofs[] = {FIELD(PROOF_NAME), FIELD(PROOF_PLAN),
                                              FIELD(PROOF_CODE), FIELD(PROOF_QUARTER),
                                              FIELD(PROOF_FILE)};

static bool is_done(const struct record *record)
{
    return record_is(record, DECISION_STATE, "done") ||
           record_is(record, DECISION_STATE, "carried");
}

static bool is_hidden(const struct record *record)
{
    return record_is(record, PHRASE_HIDDEN, "yes");
}

static const struct record_view views[RECORD_KINDS] = {
    [RECORD_PERSON] = {.title = N_("People"),
                       COLUMNS(people),
                       .order = PERSON_NAME,
                       .section = PERSON_SORT,
                       .turn = RECORD_NONE,
                       .preset = "sort=staff",
                       PLAIN},
    [RECORD_TERM] = {.title = N_("Posts held"), COLUMNS(terms), UNSORTED, PLAIN},
    [RECORD_COMMITTEE] = {.title = N_("Committees"),
                          COLUMNS(committees),
                          .order = COMMITTEE_NAME,
                          .section = RECORD_NONE,
                          .turn = RECORD_NONE,
                          PLAIN},
    [RECORD_MEMBER] = {.title = N_("Members"), COLUMNS(members), UNSORTED, PLAIN},
    [RECORD_MEETING] = {.title = N_("Meetings"),
                        COLUMNS(meetings),
                        .order = MEETING_DATE,
                        .newest_first = true,
                        .section = MEETING_YEAR,
                        .turn = RECORD_NONE,
                        .preset = "sort=meeting fiscal_year=@year",
                        PLAIN},
    [RECORD_ITEM] = {.title = N_("Agenda"), COLUMNS(items), UNSORTED, PLAIN},
    [RECORD_DECISION] = {.title = N_("Decisions"),
                         COLUMNS(decisions),
                         .order = DECISION_DUE,
                         .section = RECORD_NONE,
                         .turn = DECISION_STATE,
                         .preset = "state=open",
                         .is_past = is_done,
                         PLAIN},
    [RECORD_PROGRESS] =
        {.title = N_("Progress"), COLUMNS(progress), UNSORTED, .preset = "date=@today", PLAIN},
    [RECORD_ATTENDANCE] = {.title = N_("Attendance"),
                           COLUMNS(attendance),
                           .order = RECORD_NONE,
                           .section = RECORD_NONE,
                           .turn = ATTENDANCE_PRESENT,
                           PLAIN},
    [RECORD_MEMO] = {.title = N_("Memo register"),
                     COLUMNS(memos),
                     .order = MEMO_DATE,
                     .newest_first = true,
                     .section = RECORD_NONE,
                     .turn = RECORD_NONE,
                     .preset = "date=@today",
                     PLAIN},
    [RECORD_SERIES] = {.title = N_("Patterns of memo numbers"), COLUMNS(series), UNSORTED, PLAIN},
    [RECORD_PHRASE] = {.title = N_("Phrases"),
                       COLUMNS(phrases),
                       .order = RECORD_NONE,
                       .section = PHRASE_SORT,
                       .turn = PHRASE_HIDDEN,
                       .preset = "sort=any",
                       .is_past = is_hidden,
                       PLAIN},
    [RECORD_PROOF] = {.title = N_("Evidence"),
                      COLUMNS(proofs),
                      .order = PROOF_CODE,
                      .section = PROOF_YEAR,
                      .turn = RECORD_NONE,
                      .preset = "fiscal_year=@year",
                      PLAIN},
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
