// SPDX-License-Identifier: GPL-3.0-or-later
// The signed review file that goes down to an office: verdicts, marks, and decisions as orders.
#include "reviews.h"

#include "orjon/base/clock.h"
#include "orjon/exchange/bundle.h"
#include "signing.h"

#include <string.h>

struct writing {
    struct app *app;
    struct app_review_of of;
    const char *code, *name; // of the office
    struct review_plan *plan;
    size_t plans, cap;
    struct review_order order;
    bool ordered;
    struct arena texts;
    struct err *err;
};

static const char *keep(struct writing *w, const char *text)
{
    return arena_text(&w->texts, text, strlen(text));
}

// --- verdicts and marks -------------------------------------------------------------------------

static bool says(const struct store_mark *mark)
{
    return mark->mark != TICK_NONE || mark->follow_up || mark->marks.set || *mark->remark;
}

static const char *number_text(struct writing *w, struct maybe number)
{
    autostr text = STR_INIT;
    if (number.set)
        number_write(&text, number.value, (struct number_style){.digits = DIGITS_LATIN});
    return keep(w, text.buf);
}

static void add_marks(struct writing *w, const struct app_review *r, struct review_plan *plan)
{
    plan->mark = arena_alloc(&w->texts, (r->rows + 1) * sizeof *plan->mark);
    for (size_t i = 0; i < r->rows; i++) {
        const struct store_mark *mark = &r->row[i].mark;
        if (says(mark))
            plan->mark[plan->marks++] = (struct review_mark){
                .indicator = keep(w, mark->code),
                .mark = tick_word((enum tick)mark->mark),
                .remark = keep(w, mark->remark),
                .follow_up = mark->follow_up ? "yes" : "no",
                .marks = number_text(w, mark->marks),
            };
    }
}

static enum status add_plan(void *data, const char *name)
{
    static const char *const verdicts[] = {"none", "accepted", "returned"};
    struct writing *w = data;
    struct app_review_of of = w->of;
    autoreview *r = NULL;
    of.plan = name;
    struct review_plan plan = {.plan = keep(w, name)};
    enum status status = app_review_open(w->app, &of, &r, w->err);
    if (status)
        return status;
    add_marks(w, r, &plan);
    if (!plan.marks && r->receipt.verdict == VERDICT_NONE)
        return STATUS_OK;
    plan.revision = r->receipt.revision;
    // A return on paper, and one that did not come, have none.
    plan.seal = r->came && *r->receipt.seal ? keep(w, r->receipt.seal) : "-";
    plan.verdict = verdicts[r->receipt.verdict];
    plan.remark = keep(w, r->reason);
    w->plan = arena_grow(&w->texts, w->plan, w->plans, &w->cap, sizeof *w->plan);
    w->plan[w->plans++] = plan;
    return STATUS_OK;
}

// --- orders -------------------------------------------------------------------------------------

static void add_decision(struct writing *w, const struct record *item,
                         const struct record *decision)
{
    const char *const *text = decision->text;
    w->order.decision[w->order.decisions++] = (struct review_decision){
        .item = keep(w, item ? item->text[ITEM_SUBJECT] : ""),
        .text = keep(w, text[DECISION_TEXT]),
        .who = keep(w, text[DECISION_WHO]),
        .due = keep(w, text[DECISION_DUE]),
        .evidence = keep(w, text[DECISION_EVIDENCE]),
    };
}

static enum status add_decisions(struct writing *w, int64_t meeting, struct err *err)
{
    autorecords items = {0}, decisions = {0};
    enum status status = app_load_records(w->app, RECORD_ITEM, meeting, &items, err);
    if (!status)
        status = app_load_records(w->app, RECORD_DECISION, 0, &decisions, err);
    if (status)
        return status;
    w->order.decision = arena_alloc(&w->texts, (decisions.count + 1) * sizeof *w->order.decision);
    for (size_t i = 0; i < items.count; i++)
        for (size_t k = 0; k < decisions.count; k++)
            if (decisions.record[k].parent == items.record[i].id &&
                *decisions.record[k].text[DECISION_TEXT])
                add_decision(w, &items.record[i], &decisions.record[k]);
    return w->order.decisions
               ? STATUS_OK
               : err_set(err, STATUS_NOT_FOUND, _("Meeting %s has no decision"), SAY(meeting));
}

static enum status add_order(struct writing *w, int64_t meeting, struct err *err)
{
    autorecords there = {0};
    enum status status = app_load_record(w->app, RECORD_MEETING, meeting, &there, err);
    if (status)
        return status;
    const char *const *text = there.record->text;
    if (!*text[MEETING_TITLE] || !*text[MEETING_DATE])
        return err_set(err, STATUS_INVALID, _("Meeting %s has no subject, or no date"),
                       SAY(meeting));
    w->order = (struct review_order){.title = keep(w, text[MEETING_TITLE]),
                                     .date = keep(w, text[MEETING_DATE]),
                                     .memo = keep(w, text[MEETING_MINUTES_MEMO])};
    w->ordered = true;
    return add_decisions(w, meeting, err);
}

// --- the file -----------------------------------------------------------------------------------

static enum status collect(struct writing *w, int64_t meeting, struct err *err)
{
    autorecords unit = {0};
    enum status status = app_load_record(w->app, RECORD_UNIT, w->of.office, &unit, err);
    if (status)
        return status;
    w->code = keep(w, unit.record->text[UNIT_CODE]);
    w->name = keep(w, reviews_name(&unit, w->of.office));
    status = app_review_plans(w->app, &w->of, add_plan, w, err);
    if (!status && meeting)
        status = add_order(w, meeting, err);
    if (status || w->plans || w->ordered)
        return status;
    return err_set(err, STATUS_NOT_FOUND, _("There is no verdict, no mark and no order for %s yet"),
                   w->name);
}

static enum status write(struct writing *w, struct str *ret, struct err *err)
{
    autokey *key = NULL;
    autostr stamp = STR_INIT;
    const struct office *office = app_office(w->app);
    enum status status = signing_open(w->app, &key, err);
    if (status)
        return status;
    clock_stamp(&stamp);
    const struct review review = {
        .from = {office->field[OFFICE_CODE], office->field[OFFICE_NAME]},
        .to = {w->code, w->name},
        .fiscal_year = w->of.fiscal_year,
        .quarter = w->of.quarter,
        .written_at = stamp.buf,
        .plan = w->plan,
        .plans = w->plans,
        .order = &w->order,
        .orders = w->ordered,
    };
    review_write(&review, key, ret);
    return STATUS_OK;
}

enum status app_write_review(struct app *app, const struct app_review_of *of, int64_t meeting,
                             struct str *ret, struct err *err)
{
    struct writing w = {.app = app, .of = reviews_filled(app, of), .err = err};
    if (!*app_office(app)->field[OFFICE_CODE])
        return err_set(err, STATUS_USAGE, "%s",
                       _("The office has no code by which others know it; set it with “orjon "
                         "office code=…”"));
    enum status status = store_begin_read(app->store, err);
    if (status)
        return status;
    status = collect(&w, meeting, err);
    store_rollback(app->store); // nothing was written
    if (!status)
        status = write(&w, ret, err);
    arena_done(&w.texts);
    return status;
}
