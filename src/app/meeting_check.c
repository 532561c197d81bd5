// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd about the meetings of the office.
#include "meetings.h"

#include "orjon/app/dossier.h"
#include "orjon/store/plans.h"
#include "orjon/store/records.h"
#include "private.h"

// What the office has of the kinds that are looked at.
struct office_records {
    struct records meetings, proofs, decisions;
};

static void release(struct office_records *office)
{
    records_done(&office->meetings);
    records_done(&office->proofs);
    records_done(&office->decisions);
}
#define autooffice __attribute__((cleanup(release))) struct office_records

static enum status load_office(struct app *app, struct office_records *ret, struct err *err)
{
    enum status status = store_load_records(app->store, RECORD_MEETING, 0, 0, &ret->meetings, err);
    if (!status)
        status = store_load_records(app->store, RECORD_PROOF, 0, 0, &ret->proofs, err);
    return status ? status
                  : store_load_records(app->store, RECORD_DECISION, 0, 0, &ret->decisions, err);
}

// The plan that it serves; none where it names one that is not there.
static enum status load_plan(struct app *app, const struct record *meeting, struct plan **ret,
                             struct err *err)
{
    struct err unheard = {0};
    int64_t id = 0;
    enum status status = store_find_plan(app->store, meeting_year(meeting),
                                         meeting->text[MEETING_PLAN], &id, &unheard);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    return status ? err_set(err, status, "%s", err_text(&unheard))
                  : store_load_plan(app->store, id, ret, err);
}

// `plan` where it is loaded already, else NULL.
static enum status check(struct app *app, int64_t id, const struct plan *plan,
                         const struct office_records *office, struct findings *ret, struct err *err)
{
    const struct meeting_office around = {&office->proofs, &office->decisions};
    autodossier dossier = {0};
    struct plan *own = NULL;
    enum status status = app_load_dossier(app, id, &dossier, err);
    if (!status && !plan && *dossier.meeting->text[MEETING_PLAN])
        status = load_plan(app, dossier.meeting, &own, err);
    dossier.plan = plan ? plan : own;
    if (!status)
        meeting_check(&dossier, &around, app_today(app), ret);
    plan_free(&own);
    return status;
}

enum status app_check_meeting(struct app *app, int64_t id, struct findings *ret, struct err *err)
{
    autooffice office = {0};
    enum status status = load_office(app, &office, err);
    if (!status && id)
        return check(app, id, NULL, &office, ret, err);
    for (size_t i = 0; i < office.meetings.count && !status; i++)
        status = check(app, office.meetings.record[i].id, NULL, &office, ret, err);
    return status;
}

// Held up to the quarter, or counted in it: a meeting that was moved on since is odd there.
static bool is_of(const struct record *meeting, const struct records *proofs,
                  const struct book *book)
{
    const struct plan *plan = book->plan;
    if (!record_is(meeting, MEETING_PLAN, plan->name) || meeting_year(meeting) != plan->fiscal_year)
        return false;
    bool counted = false;
    for (size_t i = 0; i < proofs->count && *meeting->text[MEETING_COUNTED]; i++)
        counted |= record_number(&proofs->record[i], PROOF_MEETING) == meeting->id &&
                   record_is(&proofs->record[i], PROOF_PLAN, plan->name) &&
                   record_number(&proofs->record[i], PROOF_QUARTER) <= book->quarter;
    return counted || meeting_quarter(meeting) <= book->quarter;
}

enum status app_check_meetings(const struct book *book, struct findings *ret, struct err *err)
{
    autooffice office = {0};
    const struct plan *plan = book->plan;
    enum status status = load_office(book->app, &office, err);
    for (size_t i = 0; i < office.meetings.count && !status; i++)
        if (is_of(&office.meetings.record[i], &office.proofs, book))
            status = check(book->app, office.meetings.record[i].id, plan, &office, ret, err);
    if (!status)
        meeting_check_figures(plan, book->years, book->quarter, &office.meetings, &office.proofs,
                              ret);
    return status;
}
