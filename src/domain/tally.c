// SPDX-License-Identifier: GPL-3.0-or-later
// One indicator over many offices. All that is kept can be added, so that the parts of a district
// come to the same as the whole.
#include "orjon/domain/consolidate.h"

#include "scoring.h"

#include "orjon/base/i18n.h"

static enum status too_large(struct err *err)
{
    return err_set(err, STATUS_OVERFLOW, _("The total is too large to compute with"));
}

size_t tally_blank(const struct tally *tally)
{
    return tally->having - tally->done - tally->zeros - tally->nothing - tally->not_due -
           tally->no_case - tally->not_applicable;
}

// In billionths where it is a whole number of them, which nearly every figure is.
static bool add_figure(struct tally *tally, struct ratio r)
{
    __int128 value = 0;
    if (NUMBER_ONE % r.den == 0 && !__builtin_mul_overflow(r.num, NUMBER_ONE / r.den, &value))
        return !__builtin_add_overflow(tally->plain, value, &tally->plain);
    tally->rest = tally->rest.den ? ratio_sum(tally->rest, r) : r;
    return true;
}

// What the year's percent was counted from: added up or the latest, as the method has it. False
// where a figure has no counts, or where percents were added or averaged, which counts cannot be.
static bool counts_of(const struct indicator *indicator, const struct year *year, int quarter,
                      __int128 *ret_counts, __int128 *ret_of)
{
    const bool of_target = indicator->target_count.set && indicator->target_count.value > 0;
    const bool latest = indicator->method == METHOD_LAST;
    *ret_counts = *ret_of = 0;
    if (indicator->method == METHOD_AVERAGE ||
        (!of_target && !latest && indicator->method != METHOD_RATE))
        return false;
    for (int q = quarter - 1; q >= 0; q--) {
        const struct entry *entry = &year->quarter[q];
        if (entry->state != ENTRY_VALUE)
            continue;
        if (!entry->count.set || (!of_target && !entry->denominator.set))
            return false;
        *ret_counts += entry->count.value; // the sum of four has room enough
        *ret_of += of_target ? 0 : entry->denominator.value;
        if (latest)
            break;
    }
    if (of_target)
        *ret_of = indicator->target_count.value;
    return *ret_of > 0;
}

static bool add_rate(struct tally *tally, const struct indicator *indicator,
                     const struct year *year, int quarter)
{
    __int128 counts = 0, of = 0;
    if (!counts_of(indicator, year, quarter, &counts, &of))
        return true;
    tally->counted++;
    return !__builtin_add_overflow(tally->counts, counts, &tally->counts) &&
           !__builtin_add_overflow(tally->of, of, &tally->of);
}

// An office is in time when all that it did was; where it has no date to keep it is neither.
static void add_dates(struct tally *tally, const struct indicator *indicator,
                      const struct total *total)
{
    const struct target *target = &indicator->grade[0];
    if (!target->set)
        return;
    const int64_t asked =
        (int64_t)total->dates < target->value ? (int64_t)total->dates : (int64_t)target->value;
    const bool on_time = indicator->kind == KIND_DATE
                             ? total->achieved.num <= target->value
                             : total_in_time(total->date, total->dates, target) >= asked;
    tally->on_time += on_time;
    tally->late += !on_time;
}

static bool add_target(struct tally *tally, const struct indicator *indicator)
{
    const struct target *target = &indicator->grade[0];
    if (!target->set)
        return true;
    tally->targets++;
    return fold_of(indicator) == FOLD_ON_TIME ||
           !__builtin_add_overflow(tally->target, target->value, &tally->target);
}

// Nothing done, but out of so many.
static bool add_nothing(struct tally *tally, const struct indicator *indicator)
{
    return fold_of(indicator) != FOLD_RATE || !indicator->target_count.set ||
           !__builtin_add_overflow(tally->of, indicator->target_count.value, &tally->of);
}

static bool add_total(struct tally *tally, const struct indicator *indicator,
                      const struct year *year, int quarter, const struct total *total)
{
    if (!add_target(tally, indicator))
        return false;
    tally->saying++;
    if (!total->has_figure)
        return add_nothing(tally, indicator);
    tally->figures++;
    switch (fold_of(indicator)) {
    case FOLD_ON_TIME:
        add_dates(tally, indicator, total);
        return true;
    case FOLD_RATE:
        return add_rate(tally, indicator, year, quarter) && add_figure(tally, total->achieved);
    default:
        return add_figure(tally, total->achieved);
    }
}

// What was left empty is blank, whatever the quarters before it said, and a figure of theirs stands
// for the year where the quarter has another word.
static void add_standing(struct tally *tally, const struct indicator *indicator,
                         const struct total *total, enum entry_state state)
{
    const bool is_zero = fold_of(indicator) != FOLD_ON_TIME && total->achieved.num == 0;
    if (state == ENTRY_EMPTY)
        return;
    if (total->has_figure)
        ++*(is_zero ? &tally->zeros : &tally->done);
    else if (state == ENTRY_NOT_DUE)
        tally->not_due++;
    else if (state == ENTRY_NO_CASE)
        tally->no_case++;
    else if (state == ENTRY_NOT_APPLICABLE)
        tally->not_applicable++;
    else
        tally->nothing++;
}

enum status tally_year(struct tally *tally, const struct indicator *indicator,
                       const struct year *year, int quarter, struct err *err)
{
    struct total total;
    if (!total_of_year(indicator, year, quarter, &total))
        return too_large(err);
    add_standing(tally, indicator, &total, year->quarter[quarter - 1].state);
    return !total.entered || add_total(tally, indicator, year, quarter, &total) ? STATUS_OK
                                                                                : too_large(err);
}

enum status tally_add(struct tally *tally, const struct tally *more, struct err *err)
{
    if (__builtin_add_overflow(tally->plain, more->plain, &tally->plain) ||
        __builtin_add_overflow(tally->counts, more->counts, &tally->counts) ||
        __builtin_add_overflow(tally->of, more->of, &tally->of) ||
        __builtin_add_overflow(tally->target, more->target, &tally->target))
        return too_large(err);
    if (more->rest.den)
        tally->rest = tally->rest.den ? ratio_sum(tally->rest, more->rest) : more->rest;
    tally->having += more->having;
    tally->saying += more->saying;
    tally->figures += more->figures;
    tally->done += more->done;
    tally->zeros += more->zeros;
    tally->nothing += more->nothing;
    tally->not_due += more->not_due;
    tally->no_case += more->no_case;
    tally->not_applicable += more->not_applicable;
    tally->counted += more->counted;
    tally->on_time += more->on_time;
    tally->late += more->late;
    tally->targets += more->targets;
    return STATUS_OK;
}

static bool divide(struct mark *mark, size_t n)
{
    return ratio_divide(mark->r, ratio_of((int64_t)n, 1), &mark->r);
}

static bool result_of_figures(const struct tally *tally, enum fold fold, struct tally_result *ret)
{
    ret->total = (struct mark){true, ratio_of(tally->plain, NUMBER_ONE)};
    ret->target = (struct mark){tally->targets > 0, ratio_of(tally->target, NUMBER_ONE)};
    if (tally->rest.den)
        ret->total.r = ratio_sum(ret->total.r, tally->rest);
    ret->by_counts = fold == FOLD_RATE && tally->figures > 0 && tally->counted == tally->figures;
    if (ret->by_counts &&
        !ratio_multiply(ratio_of(tally->counts, tally->of), ratio_of(100, 1), &ret->total.r))
        return false;
    if (fold != FOLD_SUM && !ret->by_counts && !divide(&ret->total, tally->saying))
        return false;
    return fold == FOLD_SUM || !ret->target.set || divide(&ret->target, tally->targets);
}

enum status tally_result(const struct tally *tally, enum fold fold, struct tally_result *ret,
                         struct err *err)
{
    struct ratio share;
    *ret = (struct tally_result){0};
    if (!tally->saying)
        return STATUS_OK;
    if (fold == FOLD_ON_TIME) {
        ret->total = (struct mark){true, ratio_of((int64_t)tally->on_time, 1)};
        ret->target = (struct mark){true, ratio_of((int64_t)tally->targets, 1)};
    } else if (!result_of_figures(tally, fold, ret)) {
        return too_large(err);
    }
    if (!ret->target.set || ret->target.r.num <= 0)
        return STATUS_OK;
    if (!ratio_divide(ret->total.r, ret->target.r, &share) ||
        !ratio_multiply(share, ratio_of(100, 1), &ret->percent.r))
        return too_large(err);
    ret->percent.set = true;
    return STATUS_OK;
}
