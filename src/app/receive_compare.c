// SPDX-License-Identifier: GPL-3.0-or-later
// What a parcel is beside what is here: newer or not, which figures differ, which plan it was made
// with.
#include "receive.h"

#include "differences.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/domain/template.h"
#include "orjon/store/plans.h"
#include "orjon/store/receipts.h"

#include <stdlib.h>
#include <string.h>

enum { PEERS = 3 }; // other offices whose plans are looked at: hundreds have the same one

struct beside {
    struct app *app;
    const struct app_parcel *parcel;
    bool there;
    struct store_receipt receipt; // of this quarter
    char seal[65];
    int64_t last; // template of the office's last return of the plan
};

static enum status see_own(void *data, const struct store_receipt *receipt)
{
    struct beside *beside = data;
    beside->last = receipt->template_id;
    if (receipt->quarter == beside->parcel->quarter) {
        beside->there = true;
        beside->receipt = *receipt;
        text_copy(beside->seal, sizeof beside->seal, receipt->seal);
        beside->receipt.seal = beside->seal;
    }
    return STATUS_OK;
}

static enum status load_plan(struct app *app, int64_t template_id, struct plan **ret,
                             struct err *err)
{
    autostr text = STR_INIT, faults = STR_INIT;
    enum status status = store_load_template(app->store, template_id, &text, err);
    return status ? status : template_read("", text.buf, text.len, ret, &faults, err);
}

// What other offices have under the name: whether all of it has other rows, and the codes that
// fewest of them lack.
static enum status compare_peers(struct app *app, const struct store_plan_of *of,
                                 const struct came *came, struct app_arrival *arrival,
                                 struct str *ret_unknown, struct err *err)
{
    int64_t peer = 0;
    enum status status = STATUS_OK;
    for (int i = 0; i < PEERS; i++) {
        struct arrival_plan changed = {0};
        autostr codes = STR_INIT;
        struct plan *known = NULL;
        status = store_next_template(app->store, of, peer, &peer, err);
        if (status || !peer)
            return status;
        status = load_plan(app, peer, &known, err);
        if (status)
            return status;
        arrival_compare(known, came->plan, &changed, &codes);
        plan_free(&known);
        arrival->other_rows = changed.rows;
        if (!i || codes.len < ret_unknown->len) {
            str_reset(ret_unknown);
            str_add(ret_unknown, codes.buf);
        }
        if (!changed.rows)
            return STATUS_OK;
    }
    return status;
}

// Most offices send what they sent before, which is what the others send too.
static enum status compare_plans(struct beside *beside, const struct came *came,
                                 struct app_arrival *arrival, struct arena *texts, struct err *err)
{
    autostr unknown = STR_INIT;
    struct plan *known = NULL;
    int64_t here = 0;
    bool others = false;
    const struct store_plan_of of = {beside->parcel->office, beside->parcel->fiscal_year,
                                     arrival->plan};
    enum status status =
        store_find_template(beside->app->store, came->hash, &of, &here, &others, err);
    if (!status && beside->last && beside->last != here)
        status = load_plan(beside->app, beside->last, &known, err);
    if (known)
        arrival_compare(known, came->plan, &arrival->changed, NULL);
    plan_free(&known);
    if (status || others)
        return status;
    status = compare_peers(beside->app, &of, came, arrival, &unknown, err);
    if (arrival->other_rows)
        arrival->unknown = arena_text(texts, unknown.buf, unknown.len);
    return status;
}

// --- figures -------------------------------------------------------------------------------------

static struct year *years_of(const struct parcel_plan *plan)
{
    struct year *years = mem_alloc((plan->came->plan->count + 1) * sizeof *years);
    for (size_t i = 0; i < plan->came->plan->count * QUARTERS; i++)
        years[i / QUARTERS].quarter[i % QUARTERS] = (struct entry){.typed = "", .remark = ""};
    for (size_t i = 0; i < plan->figures; i++)
        years[plan->figure[i].place].quarter[plan->figure[i].quarter - 1] = *plan->figure[i].entry;
    return years;
}

static enum status find_differences(struct beside *beside, const struct parcel_plan *plan,
                                    struct app_arrival *arrival, struct arena *texts,
                                    struct err *err)
{
    struct plan *old = NULL;
    struct arena there = {0};
    enum status status = load_plan(beside->app, beside->receipt.template_id, &old, err);
    if (status)
        return status;
    autofree struct year *before = mem_alloc((old->count + 1) * sizeof *before);
    autofree struct year *now = years_of(plan);
    status = store_load_received(beside->app->store, beside->receipt.id, old->count, &there, before,
                                 err);
    struct differences found = {.texts = texts};
    if (!status)
        differences_find(&found, old, before, plan->came->plan, now);
    arrival->difference = found.difference;
    arrival->differences = found.count;
    arena_done(&there);
    plan_free(&old);
    return status;
}

// --- the whole -----------------------------------------------------------------------------------

static enum status see_any(void *data, const struct plan_summary *summary)
{
    (void)summary;
    *(bool *)data = true;
    return STATUS_OK;
}

static enum status knows_year(struct app *app, int year, bool *ret, struct err *err)
{
    *ret = app->office.fiscal_year == year;
    if (*ret)
        return STATUS_OK;
    enum status status = store_each_plan(app->store, year, see_any, ret, err);
    if (!status && !*ret)
        status = store_has_receipts(app->store, year, ret, err);
    return status;
}

static enum status compare_one(struct app *app, struct app_parcel *parcel, size_t at, bool known,
                               struct err *err)
{
    struct app_arrival *arrival = &parcel->arrival[at];
    struct parcel_plan *plan = &parcel->inner->plan[at];
    struct beside beside = {.app = app, .parcel = parcel};
    enum status status = store_each_receipt(app->store, parcel->office, parcel->fiscal_year,
                                            arrival->plan, 0, see_own, &beside, err);
    if (status)
        return status;
    plan->beside = beside.receipt.id;
    const struct arrival_there there = {beside.there, beside.receipt.revision, beside.seal};
    if (arrival->arrival != ARRIVAL_MISREAD) {
        arrival->arrival =
            arrival_of(&there, arrival->revision, parcel->inner->bundle.plan[at].seal);
        if (arrival->arrival == ARRIVAL_NEW && !known)
            arrival->arrival = ARRIVAL_OTHER_YEAR;
    }
    if (arrival->arrival == ARRIVAL_SAME)
        return STATUS_OK;
    status = compare_plans(&beside, plan->came, arrival, &parcel->texts, err);
    return status || !beside.there ? status
                                   : find_differences(&beside, plan, arrival, &parcel->texts, err);
}

enum status parcel_compare(struct app *app, struct app_parcel *parcel, struct err *err)
{
    bool known = false;
    enum status status = knows_year(app, parcel->fiscal_year, &known, err);
    for (size_t i = 0; i < parcel->arrivals && !status; i++)
        status = compare_one(app, parcel, i, known, err);
    return status;
}

enum status parcel_must_be_as_seen(struct app *app, const struct app_parcel *parcel, size_t at,
                                   struct err *err)
{
    struct beside beside = {.app = app, .parcel = parcel};
    enum status status =
        store_each_receipt(app->store, parcel->office, parcel->fiscal_year,
                           parcel->arrival[at].plan, parcel->quarter, see_own, &beside, err);
    if (status || beside.receipt.id == parcel->inner->plan[at].beside)
        return status;
    return refuse_changed(parcel->arrival[at].title, NULL, err);
}
