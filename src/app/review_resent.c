// SPDX-License-Identifier: GPL-3.0-or-later
// A return that was sent again, beside the one that the reviewer saw before.
#include "reviews.h"

#include <string.h>

// The newest one before it on which there was a verdict; where there was none, the one before it.
static enum status take_revision(void *data, const struct store_receipt *receipt)
{
    struct app_review *r = data;
    if (receipt->seq < r->receipt.seq && (!r->earlier.id || !r->earlier.verdict))
        if (!r->earlier.id || receipt->verdict) {
            r->earlier = *receipt;
            r->earlier.plan = r->earlier.seal = "";
            r->earlier.reason = arena_text(&r->texts, receipt->reason, strlen(receipt->reason));
        }
    return STATUS_OK;
}

static bool is_same(const struct entry *a, const struct entry *b)
{
    return a->state == b->state && strcmp(a->typed, b->typed) == 0 &&
           strcmp(a->remark, b->remark) == 0;
}

static void compare_row(struct app_review *r, struct app_review_row *row, const struct plan *plan,
                        const struct year *years)
{
    static const struct entry nothing = {.typed = "", .remark = ""};
    const struct indicator *indicator =
        row->indicator ? plan_find(plan, row->indicator->code) : NULL;
    const struct entry *before =
        indicator ? &years[indicator - plan->indicator].quarter[r->of.quarter - 1] : &nothing;
    if (!row->entry || is_same(row->entry, before))
        return;
    row->before = before;
    r->resent++;
}

enum status reviews_compare(struct app_review *r, struct err *err)
{
    struct plan *plan = NULL;
    enum status status = store_each_revision(r->app->store, r->of.office, r->of.fiscal_year,
                                             r->of.plan, r->of.quarter, take_revision, r, err);
    if (status || !r->earlier.id)
        return status;
    status = reviews_read_template(r->app, r->earlier.template_id, &plan, err);
    if (!status) {
        struct year *years = arena_alloc(&r->texts, (plan->count + 1) * sizeof *years);
        status =
            store_load_received(r->app->store, r->earlier.id, plan->count, &r->texts, years, err);
        for (size_t i = 0; !status && i < r->rows; i++)
            compare_row(r, &r->row[i], plan, years);
    }
    plan_free(&plan);
    return status;
}
