// SPDX-License-Identifier: GPL-3.0-or-later
// From quarters to the year: the methods of the agreement (সমষ্টি, গড়, তারিখ, ক্রমপুঞ্জিভূত), of which
// the last is used in three ways: added up, the latest figure, or a rate.
#include "scoring.h"

static bool is_figure(const struct entry *entry)
{
    return entry->state == ENTRY_VALUE;
}

// A percent is a share of the target count where there is one.
static bool counts_against_target(const struct indicator *indicator)
{
    return indicator->kind == KIND_PERCENT && indicator->target_count.set &&
           indicator->target_count.value > 0;
}

bool total_of_entry(const struct indicator *indicator, const struct entry *entry, struct ratio *ret)
{
    struct maybe of = {0};
    if (entry->count.set && counts_against_target(indicator))
        of = indicator->target_count;
    else if (entry->count.set && entry->denominator.set)
        of = entry->denominator;
    if (of.set && of.value > 0)
        return ratio_multiply(ratio_of(entry->count.value, of.value), ratio_of(100, 1), ret);
    *ret = ratio_of(entry->value.value, NUMBER_ONE);
    return true;
}

// Figures that stand for themselves are added as they are (the sum of four has room enough), and
// only shares as fractions.
static bool add_up(const struct indicator *indicator, const struct year *year, int quarter,
                   struct ratio *ret, int64_t *ret_figures)
{
    __int128 plain = 0;
    struct ratio shares = ratio_of(0, 1), share;
    *ret_figures = 0;
    for (int q = 0; q < quarter; q++) {
        const struct entry *entry = &year->quarter[q];
        if (!is_figure(entry))
            continue;
        ++*ret_figures;
        if (!entry->count.set)
            plain += entry->value.value;
        else if (!total_of_entry(indicator, entry, &share) || !ratio_add(shares, share, &shares))
            return false;
    }
    *ret = ratio_of(plain, NUMBER_ONE);
    return shares.num == 0 || ratio_add(*ret, shares, ret);
}

static bool latest(const struct indicator *indicator, const struct year *year, int quarter,
                   struct ratio *ret)
{
    *ret = ratio_of(0, 1);
    for (int q = quarter - 1; q >= 0; q--)
        if (is_figure(&year->quarter[q]))
            return total_of_entry(indicator, &year->quarter[q], ret);
    return true;
}

// Numerators over denominators where every figure has both; counts over the target count where
// every figure has a count; else the latest percent.
static bool rate(const struct indicator *indicator, const struct year *year, int quarter,
                 struct ratio *ret)
{
    __int128 counts = 0, denominators = 0; // the sum of four has room enough
    bool all_counts = true, all_denominators = true;
    for (int q = 0; q < quarter; q++) {
        const struct entry *entry = &year->quarter[q];
        if (!is_figure(entry))
            continue;
        all_counts = all_counts && entry->count.set;
        all_denominators = all_denominators && entry->denominator.set;
        counts += entry->count.value;
        denominators += entry->denominator.value;
    }
    __int128 of = 0;
    if (all_counts && counts_against_target(indicator))
        of = indicator->target_count.value;
    else if (all_counts && all_denominators)
        of = denominators;
    if (of > 0)
        return ratio_multiply(ratio_of(counts, of), ratio_of(100, 1), ret);
    return latest(indicator, year, quarter, ret);
}

static void insert_date(struct total *total, int32_t date)
{
    if (total->dates == DATES_MAX)
        return;
    size_t at = total->dates++;
    for (; at > 0 && total->date[at - 1] > date; at--)
        total->date[at] = total->date[at - 1];
    total->date[at] = date;
}

static void collect_dates(const struct year *year, int quarter, struct total *total)
{
    for (int q = 0; q < quarter; q++)
        for (size_t i = 0; is_figure(&year->quarter[q]) && i < year->quarter[q].dates; i++)
            insert_date(total, year->quarter[q].date[i]);
}

int64_t total_in_time(const int32_t *date, size_t dates, const struct target *target)
{
    int64_t in_time = 0;
    for (size_t k = 0; k < dates && (int64_t)k < target->value; k++)
        in_time += k >= target->dates || date[k] <= target->date[k];
    return in_time;
}

bool total_of_year(const struct indicator *indicator, const struct year *year, int quarter,
                   struct total *ret)
{
    // The list of dates is left as it is: only its first `dates` are ever looked at.
    ret->entered = ret->has_figure = false;
    ret->of_target_count = counts_against_target(indicator);
    ret->achieved = ratio_of(0, 1);
    ret->dates = 0;
    for (int q = 0; q < quarter; q++) {
        enum entry_state state = year->quarter[q].state;
        ret->has_figure |= state == ENTRY_VALUE;
        ret->entered |= state == ENTRY_VALUE || state == ENTRY_NONE || state == ENTRY_NOT_DUE;
    }
    if (!ret->has_figure)
        return true;
    int64_t figures = 0;
    switch (indicator->method) {
    case METHOD_LAST:
        return latest(indicator, year, quarter, &ret->achieved);
    case METHOD_RATE:
        return rate(indicator, year, quarter, &ret->achieved);
    case METHOD_AVERAGE:
        return add_up(indicator, year, quarter, &ret->achieved, &figures) &&
               ratio_divide(ret->achieved, ratio_of(figures, 1), &ret->achieved);
    case METHOD_DATE:
        collect_dates(year, quarter, ret);
        ret->has_figure = ret->dates > 0;
        if (ret->has_figure)
            ret->achieved = ratio_of(ret->date[0], 1);
        return true;
    case METHOD_DATES:
        collect_dates(year, quarter, ret);
        ret->achieved = ratio_of((int64_t)ret->dates, 1);
        return true;
    default:
        return add_up(indicator, year, quarter, &ret->achieved, &figures);
    }
}

int total_decimals(const struct indicator *indicator, const struct year *year, int quarter)
{
    const struct target *target = &indicator->grade[0];
    int decimals = target->set ? target->decimals : 0;
    for (int q = 0; q < quarter; q++)
        if (is_figure(&year->quarter[q]) && year->quarter[q].value.set &&
            year->quarter[q].decimals > decimals)
            decimals = year->quarter[q].decimals;
    return decimals;
}
