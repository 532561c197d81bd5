// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of the offices below: one walk over all of them.
#include "orjon/app/below.h"
#include "orjon/domain/changed.h"

#include "private.h"

#include <stdlib.h>
#include <string.h>

// Offices in the order of their receipts, as the walk comes by them.
struct line {
    const struct below *below;
    const struct below_office **office;
    size_t count, at;
};

static int by_receipt(const void *a, const void *b)
{
    const struct below_office *x = *(const struct below_office *const *)a;
    const struct below_office *y = *(const struct below_office *const *)b;
    return x->receipt < y->receipt ? -1 : x->receipt > y->receipt;
}

static void line_up(const struct below *below, struct line *ret)
{
    *ret = (struct line){.below = below};
    ret->office = mem_alloc((below->count + 1) * sizeof *ret->office);
    for (size_t i = 0; i < below->count; i++)
        if (below->office[i].receipt)
            ret->office[ret->count++] = &below->office[i];
    qsort((void *)ret->office, ret->count, sizeof *ret->office, by_receipt);
}

// The office whose receipt it is; NULL for one that was not asked for.
static const struct below_office *at_receipt(struct line *line, int64_t receipt)
{
    while (line->at < line->count && line->office[line->at]->receipt < receipt)
        line->at++;
    return line->at < line->count && line->office[line->at]->receipt == receipt
               ? line->office[line->at]
               : NULL;
}

static enum status bad_place(struct err *err)
{
    return err_set(err, STATUS_DAMAGED, "%s", _("A figure that came in belongs to no indicator"));
}

static void fit_forms(const struct below *below, struct consolidation *c, struct fitting **ret)
{
    *ret = mem_alloc((below->forms + 1) * sizeof **ret);
    for (size_t i = 0; i < below->forms; i++)
        consolidation_fit(c, below->form[i].plan, &(*ret)[i]);
}

static void fittings_done(const struct below *below, struct fitting *fitting)
{
    for (size_t i = 0; i < below->forms; i++)
        fitting_done(&fitting[i]);
    free(fitting);
}

static enum status walk(const struct below *b,
                        enum status (*each)(void *data, int64_t receipt, int64_t place,
                                            const struct year *year),
                        void *data, struct err *err)
{
    return store_walk_received(b->app->store, b->fiscal_year, b->name, b->quarter, each, data, err);
}

// --- the total ----------------------------------------------------------------------------------

struct totalling {
    struct line line;
    struct fitting *fitting;
    struct consolidation *c;
    struct err *err;
};

static enum status add_year(void *data, int64_t receipt, int64_t place, const struct year *year)
{
    struct totalling *t = data;
    const struct below_office *office = at_receipt(&t->line, receipt);
    if (!office)
        return STATUS_OK;
    const struct fitting *fitting = &t->fitting[office->form];
    return (uint64_t)place < fitting->of->count
               ? consolidation_year(t->c, fitting, (size_t)place, year, t->err)
               : bad_place(t->err);
}

enum status app_below_total(const struct below *below, struct consolidation *ret, struct err *err)
{
    struct totalling t = {.c = ret, .err = err};
    consolidation_init(ret, below->plan, below->quarter);
    fit_forms(below, ret, &t.fitting);
    line_up(below, &t.line);
    for (size_t i = 0; i < below->count; i++)
        if (below->office[i].receipt)
            consolidation_begin(ret, &t.fitting[below->office[i].form]);
    const enum status status = walk(below, add_year, &t, err);
    fittings_done(below, t.fitting);
    free((void *)t.line.office);
    return status;
}

// --- marks --------------------------------------------------------------------------------------

struct weighing {
    struct line line;
    struct fitting *fitting;
    struct standing *standing;         // of below's offices, in their order
    struct outliers *outliers;         // NULL: not asked for
    const struct below_office *office; // whose figures are coming
    struct year *years;
    struct score *scores;
    struct err *err;
};

static void begin_office(struct weighing *w, const struct below_office *office)
{
    const size_t rows = w->line.below->form[office->form].plan->count;
    w->office = office;
    for (size_t i = 0; i < rows * QUARTERS; i++)
        w->years[i / QUARTERS].quarter[i % QUARTERS] = (struct entry){.typed = "", .remark = ""};
}

// The evaluator's marks, by the rows of the office's template.
struct evaluating {
    const struct plan_codes *codes;
    struct maybe *marks;
    bool any;
};

static enum status take_mark(void *data, int64_t office, const struct store_mark *mark)
{
    (void)office;
    struct evaluating *e = data;
    const struct indicator *row = plan_codes_find(e->codes, mark->code);
    if (row && mark->marks.set) {
        e->marks[row - e->codes->plan->indicator] = mark->marks;
        e->any = true;
    }
    return STATUS_OK;
}

static enum status find_outliers(struct weighing *w, const struct plan_score *total)
{
    const struct below *b = w->line.below;
    const struct plan *plan = b->form[w->office->form].plan;
    const int64_t id = w->office->office->unit->id;
    autofree struct maybe *marks = mem_alloc((plan->count + 1) * sizeof *marks);
    autocodes codes = {0};
    plan_codes_init(&codes, plan);
    struct evaluating e = {.codes = &codes, .marks = marks};
    const enum status status = store_each_mark(b->app->store, id, b->fiscal_year, b->name,
                                               b->quarter, take_mark, &e, w->err);
    if (!status)
        outliers_return(w->outliers, &(struct outlier_case){.office = id,
                                                            .fitting = &w->fitting[w->office->form],
                                                            .years = w->years,
                                                            .scores = w->scores,
                                                            .total = total,
                                                            .evaluator = e.any ? marks : NULL});
    return status;
}

static enum status score_other(struct weighing *w, struct standing *standing)
{
    const struct below *b = w->line.below;
    struct plan *plan = b->form[w->office->form].plan;
    struct plan_score total = {0};
    if (!plan->changes)
        return STATUS_OK;
    autofree struct score *scores = mem_alloc((plan->count + 1) * sizeof *scores);
    enum status status = changed_score(plan, w->years, b->quarter, scores, &total, w->err);
    standing->other = total.marks;
    return status;
}

static enum status end_office(struct weighing *w)
{
    const struct below *b = w->line.below;
    struct plan_score total = {0};
    if (!w->office)
        return STATUS_OK;
    const struct plan *plan = b->form[w->office->form].plan;
    enum status status = score_plan(plan, w->years, b->quarter, w->scores, &total, w->err);
    if (status)
        return status;
    struct standing *standing = &w->standing[w->office - b->office];
    standing->plan = plan;
    standing->marks = total.marks;
    standing->full = total.full;
    standing->filled = total.filled;
    standing->expected = total.expected;
    status = score_other(w, standing);
    if (!status && w->outliers)
        status = find_outliers(w, &total);
    w->office = NULL;
    return status;
}

static enum status weigh_year(void *data, int64_t receipt, int64_t place, const struct year *year)
{
    struct weighing *w = data;
    const struct below_office *office = at_receipt(&w->line, receipt);
    if (!office)
        return STATUS_OK;
    if (office != w->office) {
        const enum status status = end_office(w);
        if (status)
            return status;
        begin_office(w, office);
    }
    if ((uint64_t)place >= w->fitting[office->form].of->count)
        return bad_place(w->err);
    w->years[place] = *year;
    return STATUS_OK;
}

// A return without a single figure is one all the same.
static enum status weigh_empty(struct weighing *w)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < w->line.count && !status; i++)
        if (!w->standing[w->line.office[i] - w->line.below->office].plan) {
            begin_office(w, w->line.office[i]);
            status = end_office(w);
        }
    return status;
}

static enum status weigh(struct weighing *w)
{
    const struct below *b = w->line.below;
    enum status status = walk(b, weigh_year, w, w->err);
    if (!status)
        status = end_office(w);
    if (!status)
        status = weigh_empty(w);
    if (status)
        return status;
    if (w->outliers)
        outliers_compare(w->outliers);
    standings_rank(w->standing, b->count);
    return STATUS_OK;
}

enum status app_below_rank(const struct below *below, struct standing **ret,
                           struct outliers *outliers, struct err *err)
{
    autoconsolidation fits = {0}; // only to see which rows belong together
    struct weighing w = {.outliers = outliers, .err = err};
    size_t most = 1;
    consolidation_init(&fits, below->plan, below->quarter);
    fit_forms(below, &fits, &w.fitting);
    line_up(below, &w.line);
    for (size_t i = 0; i < below->forms; i++)
        most = below->form[i].plan->count > most ? below->form[i].plan->count : most;
    w.years = mem_alloc(most * sizeof *w.years);
    w.scores = mem_alloc(most * sizeof *w.scores);
    w.standing = mem_alloc((below->count + 1) * sizeof *w.standing);
    for (size_t i = 0; i < below->count; i++)
        w.standing[i].office = below->office[i].office->unit->id;
    if (outliers)
        outliers_init(outliers, below->plan, below->quarter);
    const enum status status = weigh(&w);
    fittings_done(below, w.fitting);
    free((void *)w.line.office);
    free(w.years);
    free(w.scores);
    if (status)
        free(w.standing);
    *ret = status ? NULL : w.standing;
    return status;
}
