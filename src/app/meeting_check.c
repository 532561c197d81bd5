// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd about the meetings of the office.
#include "meetings.h"

#include "orjon/store/records.h"
#include "private.h"

#include <string.h>

// What a look at any of them needs.
static enum status load_office(struct app *app, struct dossier *ret, struct err *err)
{
    static const enum record_kind kinds[] = {RECORD_MEETING, RECORD_PERSON, RECORD_TERM,
                                             RECORD_PROOF};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !status; i++)
        status = store_load_records(app->store, kinds[i], 0, 0, &ret->of[kinds[i]], err);
    return status;
}

// All of a kind that belong to records of another.
static enum status load_below(struct app *app, const struct records *above, enum record_kind kind,
                              struct records *ret, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < above->count && !status; i++)
        status = store_load_records(app->store, kind, above->record[i].id, 0, ret, err);
    return status;
}

// What belongs to one, in place of what belonged to another.
static enum status load_meeting(struct app *app, const struct record *meeting,
                                struct dossier *dossier, struct err *err)
{
    static const enum record_kind kinds[] = {RECORD_ITEM, RECORD_DECISION, RECORD_PROGRESS,
                                             RECORD_ATTENDANCE};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        records_done(&dossier->of[kinds[i]]);
    dossier->meeting = meeting;
    enum status status = store_load_records(app->store, RECORD_ATTENDANCE, meeting->id, 0,
                                            &dossier->of[RECORD_ATTENDANCE], err);
    if (!status)
        status = store_load_records(app->store, RECORD_ITEM, meeting->id, 0,
                                    &dossier->of[RECORD_ITEM], err);
    if (!status)
        status = load_below(app, &dossier->of[RECORD_ITEM], RECORD_DECISION,
                            &dossier->of[RECORD_DECISION], err);
    if (!status)
        status = load_below(app, &dossier->of[RECORD_DECISION], RECORD_PROGRESS,
                            &dossier->of[RECORD_PROGRESS], err);
    return status;
}

static enum status check(struct app *app, struct dossier *dossier, const struct record *meeting,
                         struct findings *ret, struct err *err)
{
    enum status status = load_meeting(app, meeting, dossier, err);
    if (!status)
        meeting_check(dossier, app_today(app), ret);
    return status;
}

enum status app_check_meeting(struct app *app, int64_t id, struct findings *ret, struct err *err)
{
    autodossier dossier = {0};
    autorecords there = {0};
    enum status status = id ? app_load_record(app, RECORD_MEETING, id, &there, err) : STATUS_OK;
    if (!status)
        status = load_office(app, &dossier, err);
    const struct records *meetings = &dossier.of[RECORD_MEETING];
    for (size_t i = 0; i < meetings->count && !status; i++)
        if (!id || meetings->record[i].id == id)
            status = check(app, &dossier, &meetings->record[i], ret, err);
    return status;
}

enum status app_check_meetings(const struct book *book, struct findings *ret, struct err *err)
{
    autodossier dossier = {0};
    const struct plan *plan = book->plan;
    enum status status = load_office(book->app, &dossier, err);
    const struct records *meetings = &dossier.of[RECORD_MEETING];
    for (size_t i = 0; i < meetings->count && !status; i++) {
        const struct record *meeting = &meetings->record[i];
        if (record_is(meeting, MEETING_PLAN, plan->name) &&
            meeting_year(meeting) == plan->fiscal_year && meeting_quarter(meeting) <= book->quarter)
            status = check(book->app, &dossier, meeting, ret, err);
    }
    if (!status)
        meeting_check_figures(plan, book->years, book->quarter, meetings, &dossier.of[RECORD_PROOF],
                              ret);
    return status;
}
