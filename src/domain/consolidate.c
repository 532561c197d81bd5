// SPDX-License-Identifier: GPL-3.0-or-later
// Many returns as one: which rows belong together.
#include "orjon/domain/consolidate.h"

#include "orjon/base/i18n.h"

#include <stdlib.h>
#include <string.h>

enum fold fold_of(const struct indicator *indicator)
{
    switch (indicator->kind) {
    case KIND_DATE:
    case KIND_DATES:
        return FOLD_ON_TIME;
    case KIND_PERCENT:
        return FOLD_RATE;
    default:
        return indicator->method == METHOD_AVERAGE || indicator->method == METHOD_RATE ? FOLD_MEAN
                                                                                       : FOLD_SUM;
    }
}

const char *fold_word(enum fold fold)
{
    static const char *const words[] = {"sum", "mean", "rate", "on-time"};
    return words[fold];
}

const char *aside_word(enum aside_why why)
{
    static const char *const words[] = {"no-row", "kind", "method", "unit"};
    return words[why];
}

const char *aside_name(enum aside_why why, enum language language)
{
    static const char *const names[] = {N_("no such row in the plan"), N_("another kind of figure"),
                                        N_("counted another way"), N_("another unit")};
    return tr_in(language, names[why]);
}

void consolidation_init(struct consolidation *ret, const struct plan *plan, int quarter)
{
    *ret = (struct consolidation){.plan = plan, .quarter = quarter};
    ret->row = mem_alloc((plan->count + 1) * sizeof *ret->row);
}

void consolidation_done(struct consolidation *consolidation)
{
    free(consolidation->row);
    free(consolidation->aside);
    *consolidation = (struct consolidation){0};
}

static bool fits(const struct indicator *row, const struct indicator *own, enum aside_why *ret_why)
{
    if (!row)
        *ret_why = ASIDE_NO_ROW;
    else if (row->kind != own->kind)
        *ret_why = ASIDE_KIND;
    else if (fold_of(row) != fold_of(own))
        *ret_why = ASIDE_METHOD;
    else if (strcmp(row->unit, own->unit) != 0)
        *ret_why = ASIDE_UNIT;
    else
        return true;
    return false;
}

// Rows that do not fit for the same reason, with the same code, are one.
static size_t put_aside(struct consolidation *c, const struct indicator *own, enum aside_why why)
{
    for (size_t i = 0; i < c->asides; i++)
        if (c->aside[i].why == why && strcmp(c->aside[i].indicator->code, own->code) == 0)
            return i;
    if (c->asides == c->asides_cap) {
        c->asides_cap = c->asides_cap ? 2 * c->asides_cap : 8;
        c->aside = mem_resize(c->aside, c->asides_cap, sizeof *c->aside);
    }
    c->aside[c->asides] = (struct aside){.indicator = own, .why = why};
    return c->asides++;
}

void consolidation_fit(struct consolidation *c, const struct plan *of, struct fitting *ret)
{
    autocodes codes = {0};
    *ret = (struct fitting){of, mem_alloc((of->count + 1) * sizeof *ret->place)};
    plan_codes_init(&codes, c->plan);
    for (size_t i = 0; i < of->count; i++) {
        const struct indicator *own = &of->indicator[i];
        const struct indicator *row = plan_codes_find(&codes, own->code);
        enum aside_why why = ASIDE_NO_ROW;
        ret->place[i] = fits(row, own, &why) ? row - c->plan->indicator
                                             : -1 - (ptrdiff_t)put_aside(c, own, why);
    }
}

void fitting_done(struct fitting *fitting)
{
    free(fitting->place);
    *fitting = (struct fitting){0};
}

void consolidation_begin(struct consolidation *c, const struct fitting *fitting)
{
    c->returns++;
    for (size_t i = 0; i < fitting->of->count; i++) {
        if (fitting->place[i] >= 0)
            c->row[fitting->place[i]].having++;
        else
            c->aside[-1 - fitting->place[i]].offices++;
    }
}

enum status consolidation_year(struct consolidation *c, const struct fitting *fitting, size_t place,
                               const struct year *year, struct err *err)
{
    const ptrdiff_t at = fitting->place[place];
    if (at < 0) {
        c->aside[-1 - at].figures++;
        return STATUS_OK;
    }
    return tally_year(&c->row[at], &fitting->of->indicator[place], year, c->quarter, err);
}
