// SPDX-License-Identifier: GPL-3.0-or-later
// What a paper of records lists, and the paper that is made of it.
#include "orjon/app/dossier.h"

#include "below.h"
#include "dossier.h"
#include "evidence.h"

#include "orjon/app/layouts.h"
#include "orjon/app/records.h"
#include "orjon/app/remind.h"
#include "orjon/domain/memo.h"
#include "private.h"
#include "sent_papers.h"

#include <string.h>

// What a list is of.
struct gathering {
    struct app *app;
    const struct app_paper *wanted;
    int fiscal_year, quarter;
    struct dossier *dossier;
    struct listings *lists; // worked out for the paper
    struct records *letter; // the reminder that it is; else none
};

static enum status list_decisions(const struct gathering *l, struct err *err)
{
    static const enum record_kind kinds[] = {RECORD_MEETING, RECORD_ITEM, RECORD_DECISION,
                                             RECORD_PROGRESS};
    enum status status = STATUS_OK;
    for (size_t i = 0;
         i < sizeof kinds / sizeof *kinds && status == STATUS_OK && !l->wanted->meeting; i++)
        status = dossier_load(l->app, kinds[i], 0, l->dossier, err);
    dossier_keep_open(l->dossier, app_today(l->app));
    return status;
}

// Keeps the records that `is_wanted` says, in the order that they have.
static void keep(struct records *records, const struct gathering *l,
                 bool (*is_wanted)(const struct record *record, const struct gathering *l))
{
    size_t kept = 0;
    for (size_t i = 0; i < records->count; i++) {
        if (is_wanted(&records->record[i], l))
            records->record[kept++] = records->record[i];
        else
            free((void *)records->record[i].text);
    }
    records->count = kept;
}

static bool is_of_year(const struct record *memo, const struct gathering *l)
{
    int32_t date = 0;
    return !record_date(memo, MEMO_DATE, &date) || period_year_of(date) == l->fiscal_year;
}

// In the order of the register.
static enum status list_memos(const struct gathering *l, struct err *err)
{
    struct dossier *d = l->dossier;
    struct records *memos = &d->of[RECORD_MEMO];
    automemos sorted = {0};
    enum status status = dossier_load(l->app, RECORD_MEMO, 0, d, err);
    if (status)
        return status;
    keep(memos, l, is_of_year);
    memo_register_make(&d->of[RECORD_SERIES], memos, &sorted);
    autofree struct record *order = mem_alloc((memos->count + 1) * sizeof *order);
    for (size_t i = 0; i < sorted.count; i++)
        order[i] = *sorted.memo[i].record;
    if (sorted.count == memos->count && memos->count)
        memcpy(memos->record, order, memos->count * sizeof *order);
    return STATUS_OK;
}

static bool is_of_meeting(const struct record *proof, const struct gathering *l)
{
    const char *plan = l->wanted->plan;
    return record_number(proof, PROOF_MEETING) == l->wanted->meeting &&
           (!plan || !*plan || strcmp(plan, "all") == 0 || record_is(proof, PROOF_PLAN, plan));
}

static enum status list_proofs(const struct gathering *l, struct err *err)
{
    struct records *proofs = &l->dossier->of[RECORD_PROOF];
    if (!l->wanted->meeting)
        return evidence_index(l->app, l->fiscal_year, l->wanted->plan, l->quarter, proofs, err);
    enum status status = dossier_load(l->app, RECORD_PROOF, 0, l->dossier, err);
    keep(proofs, l, is_of_meeting);
    return status;
}

static enum status list_named_proofs(const struct gathering *l, struct err *err)
{
    autorecords meetings = {0};
    enum status status = list_proofs(l, err);
    if (status == STATUS_OK)
        status = app_load_records(l->app, RECORD_MEETING, 0, &meetings, err);
    evidence_name(&l->dossier->of[RECORD_PROOF], &meetings, l->wanted->digits);
    return status;
}

enum status dossier_of_quarter(struct app *app, const char *plan, int fiscal_year, int quarter,
                               enum digits digits, struct dossier *ret, struct err *err)
{
    const struct app_paper wanted = {.plan = plan, .digits = digits};
    const struct gathering l = {app, &wanted, fiscal_year, quarter, ret, NULL, NULL};
    enum status status = dossier_load_common(app, ret, err);
    return status ? status : list_named_proofs(&l, err);
}

// What the offices below have sent. A meeting looks back at the quarter before its own.
static enum status list_below(const struct gathering *l, struct err *err)
{
    const struct record *meeting = l->dossier->meeting;
    const char *plan = l->wanted->plan;
    struct app_below_of of = {.fiscal_year = l->fiscal_year,
                              .quarter = l->quarter,
                              .plan = plan,
                              .under = l->wanted->under};
    if (plan && (!*plan || strcmp(plan, "all") == 0))
        of.plan = NULL;
    if (meeting && *meeting->text[MEETING_PLAN] && !of.plan)
        of.plan = meeting->text[MEETING_PLAN];
    if (meeting && l->wanted->quarter) {
        of.quarter = l->wanted->quarter;
    } else if (meeting) {
        of.fiscal_year -= l->quarter == 1;
        of.quarter = l->quarter == 1 ? QUARTERS : l->quarter - 1;
    }
    return below_list(l->app, &of, l->wanted->paper, l->wanted->digits, l->lists, err);
}

static const char *plan_asked(const struct gathering *l)
{
    const char *plan = l->wanted->plan;
    return plan && *plan && strcmp(plan, "all") != 0 ? plan : NULL;
}

static enum status list_missing(const struct gathering *l, struct err *err)
{
    const struct sent_paper of = {.fiscal_year = l->fiscal_year,
                                  .quarter = l->quarter,
                                  .plan = plan_asked(l),
                                  .under = l->wanted->under};
    return sent_list(l->app, &of, l->wanted->digits, l->lists, err);
}

static enum status list_reminder(const struct gathering *l, struct err *err)
{
    struct sent_paper of = {.fiscal_year = l->fiscal_year, .quarter = l->quarter};
    of.letter = l->wanted->reminder;
    enum status status =
        of.letter ? STATUS_OK
                  : app_last_reminder(l->app, l->fiscal_year, l->quarter, &of.letter, err);
    if (!status)
        status = app_load_record(l->app, RECORD_REMINDER, of.letter, l->letter, err);
    return status ? status : sent_list(l->app, &of, l->wanted->digits, l->lists, err);
}

static const struct {
    const char *paper;
    enum status (*load)(const struct gathering *l, struct err *err);
} lists[] = {
    {"decisions", list_decisions}, {"memos", list_memos},      {"proofs", list_named_proofs},
    {"consolidated", list_below},  {"ranking", list_below},    {"trend", list_below},
    {"outliers", list_below},      {"matrix", list_below},     {"monitoring", list_below},
    {"missing", list_missing},     {"reminder", list_reminder}};

// --- the paper ----------------------------------------------------------------------------------

static enum status gather(struct gathering *l, struct err *err)
{
    enum status status = l->wanted->meeting
                             ? app_load_dossier(l->app, l->wanted->meeting, l->dossier, err)
                             : dossier_load_common(l->app, l->dossier, err);
    if (status == STATUS_OK)
        status = dossier_continue(l->app, l->dossier, err);
    int32_t date = 0;
    const struct record *meeting = l->dossier->meeting;
    l->fiscal_year = l->wanted->fiscal_year ? l->wanted->fiscal_year : l->app->office.fiscal_year;
    l->quarter = l->wanted->quarter ? l->wanted->quarter : l->app->office.quarter;
    if (status == STATUS_OK && meeting && record_date(meeting, MEETING_DATE, &date)) {
        l->fiscal_year = period_year_of(date);
        l->quarter = period_quarter_of(date);
    }
    if (status == STATUS_OK && meeting && *meeting->text[MEETING_YEAR])
        period_read_year(meeting->text[MEETING_YEAR], strlen(meeting->text[MEETING_YEAR]),
                         &l->fiscal_year, NULL);
    for (size_t i = 0; i < sizeof lists / sizeof *lists && status == STATUS_OK; i++)
        if (strcmp(lists[i].paper, l->wanted->paper) == 0)
            status = lists[i].load(l, err);
    return status;
}

// The plans that the paper names: the meeting's, where it is there, else those asked for.
static enum status open_plans(const struct gathering *l, const struct paper_kind *kind,
                              struct shelf *ret, struct err *err)
{
    const struct record *meeting = l->dossier->meeting;
    const char *name = meeting ? meeting->text[MEETING_PLAN] : l->wanted->plan;
    if (meeting ? !*name : kind->about != ABOUT_QUARTER)
        return STATUS_OK;
    enum status status = shelf_open(l->app, l->fiscal_year, name, l->quarter, ret, err);
    const bool named = name && *name && strcmp(name, "all") != 0;
    if (status == STATUS_NOT_FOUND && (meeting || !named))
        status = STATUS_OK; // a meeting may outlive its plan
    if (status == STATUS_OK && ret->count == 1)
        l->dossier->plan = ret->book[0]->plan;
    return status;
}

static enum status compose(const struct gathering *l, const struct paper_kind *kind,
                           const struct shelf *shelf, struct paper **ret, struct err *err)
{
    autofree struct paper_plan *plans = mem_alloc((shelf->count + 1) * sizeof *plans);
    autolayouts *layouts = NULL;
    for (size_t i = 0; i < shelf->count; i++)
        plans[i] = (struct paper_plan){.plan = shelf->book[i]->plan};
    enum status status = app_read_layouts(l->app, &layouts, err);
    struct paper_request request = {.office = &l->app->office,
                                    .plans = plans,
                                    .count = shelf->count,
                                    .fiscal_year = l->fiscal_year,
                                    .quarter = l->quarter,
                                    .date = app_today(l->app),
                                    .dossier = l->dossier,
                                    .lists = l->lists,
                                    .digits = l->wanted->digits,
                                    .layouts = layouts,
                                    .layout = l->wanted->layout};
    if (l->letter->count) {
        request.memo = l->letter->record->text[REMINDER_MEMO];
        request.dated = record_date(l->letter->record, REMINDER_DATE, &request.date);
    }
    return status ? status : kind->compose(kind, &request, ret, err);
}

enum status records_compose(struct app *app, const struct app_paper *wanted,
                            const struct paper_kind *kind, struct paper **ret, struct err *err)
{
    autodossier dossier = {0};
    autolistings worked = {0};
    autorecords letter = {0};
    struct shelf shelf = {0};
    struct gathering l = {
        .app = app, .wanted = wanted, .dossier = &dossier, .lists = &worked, .letter = &letter};
    if (kind->about >= ABOUT_MEETING && !wanted->meeting)
        return err_set(err, STATUS_USAGE,
                       _("The paper “%s” is of a meeting; name it with --meeting N"), kind->name);
    enum status status = gather(&l, err);
    if (status == STATUS_OK && kind->about == ABOUT_COMMITTEE && !dossier_committee(&dossier))
        status = err_set(err, STATUS_INVALID,
                         _("Meeting %s is of no committee, and “%s” is the paper of one"),
                         SAY(wanted->meeting), kind->name);
    if (status == STATUS_OK)
        status = open_plans(&l, kind, &shelf, err);
    if (status == STATUS_OK)
        status = compose(&l, kind, &shelf, ret, err);
    shelf_done(&shelf);
    return status;
}
