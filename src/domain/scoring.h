// SPDX-License-Identifier: GPL-3.0-or-later
// The two halves of a score: what the year comes to (total.c) and what mark that earns (rule.c).
#pragma once

#include "orjon/domain/score.h"

enum { FORTNIGHT_DAYS = 15 }; // one begun counts whole

struct total {
    bool entered;          // at least one quarter says something that counts
    bool has_figure;       // at least one of them is a figure; else there were only dashes
    bool of_target_count;  // a percent measured against the target count, not against the target
    struct ratio achieved; // number, percent, day number or dated items done
    size_t dates;          // of kind dates, in the order of their days
    int32_t date[DATES_MAX];
};

// All three return false on overflow.
bool total_of_year(const struct indicator *indicator, const struct year *year, int quarter,
                   struct total *ret);
// One entry's own figure; a count as its percent.
bool total_of_entry(const struct indicator *indicator, const struct entry *entry,
                    struct ratio *ret);
// What a rule looks at. `weight` is that in force.
struct rule_case {
    const struct indicator *indicator;
    const struct total *total;
    const struct mark *annual; // of figures: the share of the target, uncapped
    struct maybe weight;
};
// The mark 0 … 100; unset where the target is missing or zero.
bool rule_mark(const struct rule_case *c, struct working *ret_working, struct mark *ret);

// How many of the dates, the k-th against the k-th due date, were in time.
int64_t total_in_time(const int32_t *date, size_t dates, const struct target *target);
