// SPDX-License-Identifier: GPL-3.0-or-later
// What was received against the files with which it came: every figure that is in force is in the
// signed file that is kept, and no other.
#include "receive.h"

#include "figure_sent.h"
#include "onpaper.h"
#include "orjon/app/offices.h"
#include "orjon/domain/period.h"
#include "orjon/domain/template.h"
#include "orjon/store/receipts.h"
#include "reviews.h"

#include <stdlib.h>
#include <string.h>

struct received {
    struct app *app;
    struct store_receipt *receipt; // texts in the arena
    size_t count, cap;
    struct arena texts;
    struct app_offices offices;
    struct str bytes; // of the file that was read last
    int64_t seq;      // its row in the journal
    struct bundle bundle;
    struct arena bundle_texts;
};

static void received_done(struct received *r)
{
    arena_done(&r->texts);
    arena_done(&r->bundle_texts);
    str_done(&r->bytes);
    app_offices_done(&r->offices);
}

static enum status collect(void *data, const struct store_receipt *receipt)
{
    struct received *r = data;
    r->receipt = arena_grow(&r->texts, r->receipt, r->count, &r->cap, sizeof *r->receipt);
    struct store_receipt *to = &r->receipt[r->count++];
    *to = *receipt;
    to->plan = arena_text(&r->texts, receipt->plan, strlen(receipt->plan));
    to->seal = arena_text(&r->texts, receipt->seal, strlen(receipt->seal));
    return STATUS_OK;
}

static int by_seq(const void *a, const void *b)
{
    const struct store_receipt *x = a, *y = b;
    return x->seq != y->seq ? (x->seq > y->seq) - (x->seq < y->seq)
                            : (x->id > y->id) - (x->id < y->id);
}

static enum status damaged(const struct received *r, const struct store_receipt *receipt,
                           struct err *err)
{
    const struct record *unit = records_find(&r->offices.units, receipt->office);
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: what %s sent of %s for %s is not what is in its signed "
                     "file; go back to a backup"),
                   app_file(r->app), unit ? tree_own_name(unit) : "", receipt->plan,
                   SAY_QUARTER(receipt->quarter));
}

static enum status read_bundle(struct received *r, const struct store_receipt *receipt,
                               struct err *err)
{
    int32_t ended = 0;
    if (r->seq == receipt->seq)
        return STATUS_OK;
    arena_done(&r->bundle_texts);
    str_reset(&r->bytes);
    enum status status = store_load_bundle(r->app->store, receipt->seq, &r->bytes, err);
    if (status)
        return status;
    r->seq = receipt->seq;
    if (bundle_read(r->bytes.buf, r->bytes.len, &r->bundle, &r->bundle_texts, NULL) ||
        !app_has_key(&r->offices, receipt->office, r->bundle.key, INT32_MIN, &ended))
        return damaged(r, receipt, err);
    return STATUS_OK;
}

static const struct bundle_plan *find_plan(const struct received *r,
                                           const struct store_receipt *receipt)
{
    for (size_t i = 0; i < r->bundle.plans; i++) {
        const struct bundle_plan *plan = &r->bundle.plan[i];
        if (strcmp(plan->plan, receipt->plan) == 0 && strcmp(plan->seal, receipt->seal) == 0 &&
            plan->revision == receipt->revision && r->bundle.quarter == receipt->quarter &&
            r->bundle.fiscal_year == receipt->fiscal_year)
            return plan;
    }
    return NULL;
}

// Each figure of the file stands in its place; as many as there are in the file, there are here.
static bool are_the_figures(const struct bundle_plan *from, const struct plan *plan,
                            const struct year *years)
{
    struct arena texts = {0};
    autocodes codes;
    size_t there = 0;
    bool same = true;
    plan_codes_init(&codes, plan);
    for (size_t i = 0; i < from->figures && same; i++) {
        const struct indicator *row = plan_codes_find(&codes, from->figure[i].indicator);
        const int64_t quarter = from->figure[i].quarter;
        same = row && quarter >= 1 && quarter <= QUARTERS;
        if (!same)
            break;
        const struct bundle_figure kept = figure_sent(
            row, (int)quarter, &years[row - plan->indicator].quarter[quarter - 1], &texts);
        same = figure_is_same(&kept, &from->figure[i]);
    }
    for (size_t i = 0; i < plan->count * QUARTERS; i++) {
        const struct entry *entry = &years[i / QUARTERS].quarter[i % QUARTERS];
        there += entry->state != ENTRY_EMPTY || *entry->remark;
    }
    arena_done(&texts);
    return same && there == from->figures;
}

// What was typed from paper has no file but the table of its own figures.
static enum status verify_on_paper(struct received *r, const struct store_receipt *receipt,
                                   struct err *err)
{
    autostr kept = STR_INIT;
    struct plan *plan = NULL;
    struct arena texts = {0};
    enum status status = store_load_bundle(r->app->store, receipt->seq, &kept, err);
    if (!status)
        status = reviews_read_template(r->app, receipt->template_id, &plan, err);
    if (!status) {
        autofree struct year *years = mem_alloc((plan->count + 1) * sizeof *years);
        status = store_load_received(r->app->store, receipt->id, plan->count, &texts, years, err);
        if (!status && !onpaper_is(kept.buf, kept.len, plan, receipt->quarter, years))
            status = damaged(r, receipt, err);
    }
    arena_done(&texts);
    plan_free(&plan);
    return status;
}

static enum status verify_one(struct received *r, const struct store_receipt *receipt,
                              struct err *err)
{
    autostr kept = STR_INIT;
    struct came *came = NULL;
    struct arena texts = {0};
    enum status status = read_bundle(r, receipt, err);
    if (status)
        return status;
    const struct bundle_plan *from = find_plan(r, receipt);
    if (!from || came_take(r->app, &r->bundle, from, &came, NULL))
        status = damaged(r, receipt, err);
    if (!status)
        status = store_load_template(r->app->store, receipt->template_id, &kept, err);
    if (!status && strcmp(kept.buf, came->text.buf) != 0)
        status = damaged(r, receipt, err);
    if (!status) {
        const struct plan *plan = came->plan;
        autofree struct year *years = mem_alloc((plan->count + 1) * sizeof *years);
        status = store_load_received(r->app->store, receipt->id, plan->count, &texts, years, err);
        if (!status && !are_the_figures(from, plan, years))
            status = damaged(r, receipt, err);
    }
    arena_done(&texts);
    came_leave(&came);
    return status;
}

enum status received_verify(struct app *app, size_t *ret, struct err *err)
{
    struct received r = {.app = app, .bytes = STR_INIT};
    enum status status = app_load_offices(app, 0, &r.offices, err);
    for (int year = PERIOD_FIRST; period_is_year(year) && !status; year++)
        status = store_each_receipt(app->store, 0, year, NULL, 0, collect, &r, err);
    if (r.count)
        qsort(r.receipt, r.count, sizeof *r.receipt, by_seq);
    for (size_t i = 0; i < r.count && !status; i++)
        status = (r.receipt[i].on_paper ? verify_on_paper : verify_one)(&r, &r.receipt[i], err);
    *ret = r.count;
    received_done(&r);
    return status;
}
