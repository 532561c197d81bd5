// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd about the meetings of the office.
#include "meetings.h"

#include "orjon/app/dossier.h"
#include "orjon/store/records.h"
#include "private.h"

static enum status load_office(struct app *app, struct records *meetings, struct records *proofs,
                               struct err *err)
{
    enum status status = store_load_records(app->store, RECORD_MEETING, 0, 0, meetings, err);
    return status ? status : store_load_records(app->store, RECORD_PROOF, 0, 0, proofs, err);
}

static enum status check(struct app *app, int64_t id, const struct records *proofs,
                         struct findings *ret, struct err *err)
{
    autodossier dossier = {0};
    enum status status = app_load_dossier(app, id, &dossier, err);
    if (!status)
        meeting_check(&dossier, proofs, app_today(app), ret);
    return status;
}

enum status app_check_meeting(struct app *app, int64_t id, struct findings *ret, struct err *err)
{
    autorecords meetings = {0}, proofs = {0};
    enum status status = load_office(app, &meetings, &proofs, err);
    if (!status && id)
        return check(app, id, &proofs, ret, err);
    for (size_t i = 0; i < meetings.count && !status; i++)
        status = check(app, meetings.record[i].id, &proofs, ret, err);
    return status;
}

enum status app_check_meetings(const struct book *book, struct findings *ret, struct err *err)
{
    autorecords meetings = {0}, proofs = {0};
    const struct plan *plan = book->plan;
    enum status status = load_office(book->app, &meetings, &proofs, err);
    for (size_t i = 0; i < meetings.count && !status; i++) {
        const struct record *meeting = &meetings.record[i];
        if (record_is(meeting, MEETING_PLAN, plan->name) &&
            meeting_year(meeting) == plan->fiscal_year && meeting_quarter(meeting) <= book->quarter)
            status = check(book->app, meeting->id, &proofs, ret, err);
    }
    if (!status)
        meeting_check_figures(plan, book->years, book->quarter, &meetings, &proofs, ret);
    return status;
}
