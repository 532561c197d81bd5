// SPDX-License-Identifier: GPL-3.0-or-later
// Indicators and plans: percent, raw mark, marks. The year to date comes from total.c, the mark
// that a rule gives from rule.c.
#include "orjon/domain/score.h"

#include "orjon/domain/missing.h"

#include "scoring.h"

static struct mark mark_of(struct ratio r)
{
    return (struct mark){true, r};
}

static struct ratio percent_ratio(__int128 num, __int128 den)
{
    return (struct ratio){num * 100, den};
}

enum entry_state score_year_state(const struct year *year, int quarter)
{
    enum entry_state state = ENTRY_EMPTY;
    for (int q = 0; q < quarter; q++) {
        switch (year->quarter[q].state) {
        case ENTRY_EMPTY:
            break;
        case ENTRY_NO_CASE:
            state = ENTRY_NO_CASE;
            break;
        case ENTRY_NOT_APPLICABLE:
            if (state == ENTRY_EMPTY)
                state = ENTRY_NOT_APPLICABLE;
            break;
        default:
            return ENTRY_VALUE;
        }
    }
    return state;
}

// 100 · total / target, uncapped; for a ladder the target is its 100 % grade. A count measured
// against a target count is its percent already.
static bool annual_percent(const struct indicator *indicator, const struct total *total,
                           struct mark *ret)
{
    const struct target *target = &indicator->grade[0];
    if (total->of_target_count) {
        *ret = mark_of(total->achieved);
        return true;
    }
    if (!target->set || target->value == 0)
        return true;
    struct ratio part;
    if (!ratio_divide(total->achieved, ratio_of(target->value, NUMBER_ONE), &part) ||
        !ratio_multiply(part, ratio_of(100, 1), &part))
        return false;
    *ret = mark_of(part);
    return true;
}

// The quarter's own figure against the quarter's own target.
static bool quarter_percent(const struct indicator *indicator, const struct entry *entry,
                            int quarter, struct mark *ret)
{
    const struct target *target = &indicator->quarter[quarter - 1];
    if (!target->set || entry->state == ENTRY_EMPTY || entry->state == ENTRY_NO_CASE ||
        entry->state == ENTRY_NOT_APPLICABLE)
        return true;
    if (indicator->kind == KIND_DATE) {
        bool met = entry->dates && entry->date[0] <= target->value;
        *ret = mark_of(ratio_of(met ? 100 : 0, 1));
        return true;
    }
    if (target->value == 0)
        return true;
    if (indicator->kind == KIND_DATES) {
        *ret =
            mark_of(percent_ratio(total_in_time(entry->date, entry->dates, target), target->value));
        return true;
    }
    struct ratio figure = ratio_of(0, 1);
    if (entry->state == ENTRY_VALUE && !total_of_entry(indicator, entry, &figure))
        return false;
    if (!ratio_divide(figure, ratio_of(target->value, NUMBER_ONE), &figure) ||
        !ratio_multiply(figure, ratio_of(100, 1), &figure))
        return false;
    *ret = mark_of(figure);
    return true;
}

// What a year without a case earns by the indicator's policy.
static void score_no_case(const struct indicator *indicator, bool replaced, struct score *ret)
{
    if (replaced)
        return; // the alternative row has the weight now
    switch (indicator->no_case) {
    case NO_CASE_FULL:
        ret->annual = ret->raw = mark_of(ratio_of(100, 1));
        break;
    case NO_CASE_ZERO:
        ret->annual = ret->raw = mark_of(ratio_of(0, 1));
        break;
    default:
        ret->excluded = true;
    }
}

static bool give_marks(struct score *score)
{
    if (!score->raw.set || !score->weight.set)
        return true;
    struct ratio marks;
    if (!ratio_multiply(score->raw.r, ratio_of(score->weight.value, 100 * NUMBER_ONE), &marks))
        return false;
    score->marks = mark_of(marks);
    return true;
}

static bool score_year(const struct indicator *indicator, const struct year *year, int quarter,
                       struct score *ret)
{
    struct total total;
    if (!total_of_year(indicator, year, quarter, &total))
        return false;
    if (!total.entered)
        return true;
    bool dated = indicator->kind == KIND_DATE || indicator->kind == KIND_DATES;
    ret->total_is_date = indicator->kind == KIND_DATE;
    if (total.has_figure || !ret->total_is_date)
        ret->total = mark_of(total.achieved);
    if (!dated && !annual_percent(indicator, &total, &ret->annual))
        return false;
    const struct rule_case rule_case = {indicator, &total, &ret->annual, ret->weight};
    if (!rule_mark(&rule_case, &ret->working, &ret->raw))
        return false;
    if (dated)
        ret->annual = ret->raw;
    return true;
}

// An indicator as the plan sees it: `replaced` when another row has taken its weight.
static enum status score_row(const struct indicator *indicator, const struct year *year,
                             int quarter, const struct indicator *stands_in, bool replaced,
                             struct score *ret, struct err *err)
{
    *ret = (struct score){.state = year->quarter[quarter - 1].state,
                          .replaced = replaced,
                          .stands_in = stands_in,
                          .weight = indicator->weight};
    if (!ret->weight.set && stands_in)
        ret->weight = stands_in->weight;
    bool idle = *indicator->alternative_of && !indicator->weight.set && !stands_in;
    bool fits = true;
    switch (score_year_state(year, quarter)) {
    case ENTRY_EMPTY:
        break;
    case ENTRY_NO_CASE:
        score_no_case(indicator, replaced, ret);
        break;
    case ENTRY_NOT_APPLICABLE:
        ret->excluded = !replaced;
        break;
    default:
        fits = score_year(indicator, year, quarter, ret);
    }
    fits = fits && quarter_percent(indicator, &year->quarter[quarter - 1], quarter, &ret->quarter);
    if (fits && !idle)
        fits = give_marks(ret);
    if (!fits)
        return err_set(err, STATUS_OVERFLOW, _("%s: the figures are too large to compute with"),
                       indicator->code);
    return STATUS_OK;
}

enum status score_indicator(const struct indicator *indicator, const struct year *year, int quarter,
                            const struct indicator *stands_in, struct score *ret, struct err *err)
{
    return score_row(indicator, year, quarter, stands_in, false, ret, err);
}

static bool gives_way(const struct year *year, int quarter)
{
    enum entry_state state = score_year_state(year, quarter);
    return state == ENTRY_NO_CASE || state == ENTRY_NOT_APPLICABLE;
}

// Who stands in for whom: stands_in[i] is the row whose weight row i takes; replaced[i] says that
// another row has taken row i's. The first row without a weight of its own takes over when the one
// that it names has no case or does not apply.
static void find_stand_ins(const struct plan *plan, const struct year *years, int quarter,
                           const struct indicator **stands_in, bool *replaced)
{
    autocodes codes = {0};
    for (size_t i = 0; i < plan->count; i++) {
        const struct indicator *row = &plan->indicator[i];
        if (!*row->alternative_of || row->weight.set)
            continue;
        if (!codes.plan)
            plan_codes_init(&codes, plan);
        const struct indicator *of = plan_codes_find(&codes, row->alternative_of);
        const size_t main_row = of ? (size_t)(of - plan->indicator) : i;
        if (!of || replaced[main_row] || !gives_way(&years[main_row], quarter))
            continue;
        stands_in[i] = of;
        replaced[main_row] = true;
    }
}

static void share_of_agreement(const struct plan *plan, struct plan_score *score)
{
    if (!score->marks.set || !plan->apa_marks.set || score->full.value == 0)
        return;
    struct ratio share;
    if (ratio_multiply(score->marks.r, ratio_of(plan->apa_marks.value, score->full.value), &share))
        score->apa = mark_of(share);
}

enum status score_fits(const struct indicator *indicator, const struct year *year, struct err *err)
{
    struct score score;
    enum status status = STATUS_OK;
    for (int q = 1; q <= QUARTERS && !status; q++)
        status = score_indicator(indicator, year, q, NULL, &score, err);
    return status;
}

// Weights that left the base scale the rest up to the plan's full marks; no plan earns more than
// those.
static bool plan_marks(struct ratio sum, __int128 full, __int128 excluded, struct mark *ret)
{
    if (excluded >= full)
        return true;
    struct ratio marks = sum;
    if (excluded && !ratio_multiply(sum, ratio_of(full, full - excluded), &marks))
        return false;
    if (ratio_compare(marks, ratio_of(full, NUMBER_ONE)) > 0)
        marks = ratio_of(full, NUMBER_ONE);
    *ret = mark_of(marks);
    return true;
}

static enum status sum_plan(const struct plan *plan, const struct score *scores,
                            const struct year *years, int quarter, struct plan_score *ret,
                            struct err *err)
{
    const struct figure_count figures = count_figures(plan, years, quarter);
    struct plan_score total = {
        .full = plan->full_marks, .filled = figures.filled, .expected = figures.expected};
    struct ratio sum = ratio_of(0, 1);
    __int128 excluded = 0;
    for (size_t i = 0; i < plan->count; i++) {
        if (scores[i].marks.set)
            sum = ratio_sum(sum, scores[i].marks.r);
        if (scores[i].excluded && scores[i].weight.set)
            excluded += scores[i].weight.value;
    }
    if (total.full.set && !plan_marks(sum, total.full.value, excluded, &total.marks))
        return err_set(err, STATUS_OVERFLOW, _("The marks of the plan are too large to add up"));
    share_of_agreement(plan, &total);
    *ret = total;
    return STATUS_OK;
}

enum status score_plan(const struct plan *plan, const struct year *years, int quarter,
                       struct score *scores, struct plan_score *ret, struct err *err)
{
    autofree const struct indicator **stands_in = mem_alloc(plan->count * sizeof *stands_in);
    autofree bool *replaced = mem_alloc(plan->count * sizeof *replaced);
    find_stand_ins(plan, years, quarter, stands_in, replaced);
    for (size_t i = 0; i < plan->count; i++) {
        enum status status = score_row(&plan->indicator[i], &years[i], quarter, stands_in[i],
                                       replaced[i], &scores[i], err);
        if (status)
            return status;
    }
    return sum_plan(plan, scores, years, quarter, ret, err);
}
