// SPDX-License-Identifier: GPL-3.0-or-later
// What an office sent for a plan and quarter, beside what the reviewer says of it.
#include "reviews.h"

#include "orjon/app/offices.h"
#include "orjon/base/text.h"
#include "orjon/domain/changed.h"

#include <string.h>

const char *reviews_name(const struct records *units, int64_t office)
{
    const struct record *unit = records_find(units, office);
    return unit ? tree_own_name(unit) : "?";
}

enum status app_find_office(struct app *app, const char *typed, int64_t *ret, struct err *err)
{
    autooffices offices = {0};
    size_t at = 0;
    enum status status = app_load_offices(app, app_today(app), &offices, err);
    if (!status)
        status = tree_find(&offices.tree, typed, &at, err);
    if (!status)
        *ret = offices.tree.office[at].unit->id;
    return status;
}

static const char *keep(struct app_review *r, const char *text)
{
    return arena_text(&r->texts, text, strlen(text));
}

// --- what came ----------------------------------------------------------------------------------

static enum status take_receipt(void *data, const struct store_receipt *receipt)
{
    struct app_review *r = data;
    r->came = true;
    r->receipt = *receipt;
    r->receipt.plan = keep(r, receipt->plan);
    r->receipt.seal = keep(r, receipt->seal);
    r->receipt.reason = r->reason = keep(r, receipt->reason);
    return STATUS_OK;
}

static enum status load_figures(struct app_review *r, struct err *err)
{
    autostr changed = STR_INIT;
    r->years = arena_alloc(&r->texts, (r->plan->count + 1) * sizeof *r->years);
    r->scores = arena_alloc(&r->texts, (r->plan->count + 1) * sizeof *r->scores);
    enum status status =
        store_load_received(r->app->store, r->receipt.id, r->plan->count, &r->texts, r->years, err);
    if (!status)
        status = plan_turn_to(r->plan, period_quarter_end(r->of.fiscal_year, r->of.quarter), err);
    if (!status)
        status = score_plan(r->plan, r->years, r->of.quarter, r->scores, &r->total, err);
    if (!status)
        status =
            plan_say_changes(r->plan, r->years, r->of.quarter, r->scores, SIZE_MAX, &changed, err);
    r->changes = keep(r, changed.buf);
    if (!status)
        check_plan(r->plan, r->years, r->of.quarter, app_today(r->app), &r->findings);
    return status;
}

// --- what is said of it -------------------------------------------------------------------------

static struct app_review_row *find_row(struct app_review *r, const char *code)
{
    for (size_t i = 0; i < r->rows; i++)
        if (strcmp(r->row[i].code, code) == 0)
            return &r->row[i];
    return NULL;
}

static struct app_review_row *add_row(struct app_review *r, const char *code, size_t *cap)
{
    r->row = arena_grow(&r->texts, r->row, r->rows, cap, sizeof *r->row);
    struct app_review_row *row = &r->row[r->rows++];
    *row = (struct app_review_row){.code = keep(r, code),
                                   .text = "",
                                   .asked = "",
                                   .proof = "",
                                   .answer = "",
                                   .asked_answer = "",
                                   .mark = {.remark = ""}};
    row->mark.code = row->code;
    return row;
}

struct marking {
    struct app_review *review;
    size_t *cap;
    int asked; // the quarter that is asked after; 0: the review's own marks
};

static enum status take_mark(void *data, int64_t office, const struct store_mark *mark)
{
    const struct marking *m = data;
    struct app_review *r = m->review;
    struct app_review_row *row = find_row(r, mark->code);
    (void)office;
    if (m->asked && (!row || row->asked_quarter))
        return STATUS_OK;
    if (m->asked) { // a newer mark that is not followed up ends it
        row->asked_quarter = mark->follow_up ? m->asked : -1;
        row->asked = keep(r, mark->remark);
        return STATUS_OK;
    }
    if (!row)
        row = add_row(r, mark->code, m->cap);
    if (!row->indicator && strcmp(row->code, APP_REVIEW_NOTE) == 0)
        row->text = _("Note on the whole return");
    const char *code = row->code;
    row->mark = *mark;
    row->mark.code = code;
    row->mark.remark = keep(r, mark->remark);
    return STATUS_OK;
}

static enum status load_marks(struct app_review *r, size_t *cap, struct err *err)
{
    struct store *store = r->app->store;
    struct marking m = {r, cap, 0};
    int year = r->of.fiscal_year, quarter = r->of.quarter;
    enum status status =
        store_each_mark(store, r->of.office, year, r->of.plan, quarter, take_mark, &m, err);
    for (int back = 1; !status && back <= QUARTERS; back++) {
        quarter = quarter > 1 ? quarter - 1 : QUARTERS;
        year -= quarter == QUARTERS;
        m.asked = quarter;
        status =
            store_each_mark(store, r->of.office, year, r->of.plan, quarter, take_mark, &m, err);
    }
    for (size_t i = 0; i < r->rows; i++)
        if (r->row[i].asked_quarter < 0)
            r->row[i].asked_quarter = 0;
    return status;
}

static bool says_something(const char *remark)
{
    return *remark && strcmp(remark, "-") != 0;
}

static void find_unexplained(struct app_review *r, const struct app_review_row *row)
{
    findings_add_query(&r->findings, "no-without-remark", _("✗ without a remark"));
    struct finding *finding = &r->findings.finding[r->findings.count - 1];
    finding->indicator = row->code;
    finding->quarter = r->of.quarter;
}

static void weigh(struct app_review *r)
{
    for (size_t i = 0; i < r->rows; i++) {
        struct app_review_row *row = &r->row[i];
        row->proposed = row->indicator ? tick_propose(row->entry, row->proofs) : TICK_NONE;
        r->yes += row->mark.mark == TICK_YES;
        r->no += row->mark.mark == TICK_NO;
        if (row->mark.mark == TICK_NO && !says_something(row->mark.remark))
            find_unexplained(r, row);
    }
}

// --- all of it ----------------------------------------------------------------------------------

static void add_rows(struct app_review *r, size_t *cap)
{
    for (size_t i = 0; r->plan && i < r->plan->count; i++) {
        const struct indicator *indicator = &r->plan->indicator[i];
        struct app_review_row *row = add_row(r, indicator->code, cap);
        row->indicator = indicator;
        row->text = indicator->text;
        row->entry = r->came ? &r->years[i].quarter[r->of.quarter - 1] : NULL;
        row->score = r->came ? &r->scores[i] : NULL;
    }
}

static enum status load(struct app_review *r, struct err *err)
{
    size_t cap = 0;
    enum status status = store_each_receipt(r->app->store, r->of.office, r->of.fiscal_year,
                                            r->of.plan, r->of.quarter, take_receipt, r, err);
    if (!status && r->came)
        status = reviews_read_template(r->app, r->receipt.template_id, &r->plan, err);
    else if (!status)
        status = reviews_find_plan(r->app, &r->of, &r->plan, err);
    if (!status && r->came)
        status = load_figures(r, err);
    if (status)
        return status;
    add_rows(r, &cap);
    if (r->came)
        status = reviews_compare(r, err);
    if (!status)
        status = load_marks(r, &cap, err);
    if (!status && r->came)
        status = reviews_load_sent(r, err);
    weigh(r);
    if (status || r->rows)
        return status;
    return err_set(err, STATUS_NOT_FOUND,
                   _("Nobody has sent a plan %s for that year, and none of that name is known"),
                   r->of.plan);
}

static enum status only(void *data, const char *plan)
{
    struct str *names = data;
    str_addf(names, "%s%s", names->len ? ", " : "", plan);
    return STATUS_OK;
}

static enum status find_only_plan(struct app_review *r, struct err *err)
{
    autostr names = STR_INIT;
    enum status status =
        r->of.plan ? STATUS_OK : app_review_plans(r->app, &r->of, only, &names, err);
    if (status || r->of.plan) {
        if (!status)
            r->of.plan = keep(r, r->of.plan);
        return status;
    }
    if (strchr(names.buf, ','))
        return err_set(err, STATUS_USAGE, _("Say with --plan which one: %s"), names.buf);
    r->of.plan = keep(r, names.buf);
    return STATUS_OK;
}

enum status app_review_open(struct app *app, const struct app_review_of *of,
                            struct app_review **ret, struct err *err)
{
    autorecords unit = {0};
    struct app_review *r = mem_alloc(sizeof *r);
    *r = (struct app_review){
        .app = app, .of = reviews_filled(app, of), .reason = "", .changes = "", .answer = ""};
    enum status status = store_begin_read(app->store, err);
    if (!status) {
        status = app_load_record(app, RECORD_UNIT, of->office, &unit, err);
        if (!status) {
            r->code = keep(r, unit.record->text[UNIT_CODE]);
            r->name = keep(r, reviews_name(&unit, of->office));
            status = find_only_plan(r, err);
        }
        if (!status)
            status = load(r, err);
        store_rollback(app->store); // nothing was written
    }
    if (status)
        app_review_free(&r);
    else
        *ret = r;
    return status;
}

void app_review_free(struct app_review **review)
{
    if (!*review)
        return;
    plan_free(&(*review)->plan);
    findings_done(&(*review)->findings);
    arena_done(&(*review)->texts);
    free(*review);
    *review = NULL;
}
