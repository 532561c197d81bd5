// SPDX-License-Identifier: GPL-3.0-or-later
// The totals of earlier quarters, and of earlier years at their ends, beside those of this one.
#include "orjon/app/below.h"

#include <stdlib.h>
#include <string.h>

static void take_results(const struct below *now, const struct below *then,
                         const struct consolidation *c, struct below_point *ret, struct err *err)
{
    autocodes codes = {0};
    plan_codes_init(&codes, then->plan);
    for (size_t i = 0; i < now->plan->count; i++) {
        const struct indicator *own = &now->plan->indicator[i];
        const struct indicator *row = plan_codes_find(&codes, own->code);
        // What was counted another way then is no earlier value of this row.
        if (row && row->kind == own->kind && fold_of(row) == fold_of(own) &&
            strcmp(row->unit, own->unit) == 0 &&
            tally_result(&c->row[row - then->plan->indicator], fold_of(row), &ret->result[i], err))
            ret->result[i] = (struct tally_result){0};
    }
}

// A quarter in which nobody has sent the plan has no point.
static enum status add_point(const struct below *b, int fiscal_year, int quarter,
                             struct below_trend *ret, struct err *err)
{
    autobelow *then = NULL;
    autoconsolidation c = {0};
    struct err none = {0};
    const struct app_below_of of = {
        .fiscal_year = fiscal_year, .quarter = quarter, .plan = b->name, .under = b->under};
    enum status status = app_below_open(b->app, &of, &then, &none);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    if (status) {
        if (err)
            *err = none;
        return status;
    }
    status = app_below_total(then, &c, err);
    if (status)
        return status;
    struct below_point *point = &ret->point[ret->count++];
    *point = (struct below_point){fiscal_year, quarter, then->sent, then->count, NULL};
    point->result = mem_alloc((b->plan->count + 1) * sizeof *point->result);
    take_results(b, then, &c, point, err);
    return STATUS_OK;
}

enum status app_below_trend(const struct below *below, struct below_trend *ret, struct err *err)
{
    enum status status = STATUS_OK;
    *ret = (struct below_trend){0};
    for (int ago = TREND_YEARS; ago > 0 && !status; ago--)
        status = add_point(below, below->fiscal_year - ago, QUARTERS, ret, err);
    for (int quarter = 1; quarter <= below->quarter && !status; quarter++)
        status = add_point(below, below->fiscal_year, quarter, ret, err);
    return status;
}

void below_trend_done(struct below_trend *trend)
{
    for (size_t i = 0; i < trend->count; i++)
        free(trend->point[i].result);
    *trend = (struct below_trend){0};
}
