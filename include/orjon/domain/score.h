// SPDX-License-Identifier: GPL-3.0-or-later
// The achieved value of an indicator and of a plan: percent, mark, working.
//
// The rules are those of the government's agreement guideline and of the plans' own guidelines:
// five grades with linear marks between them and nothing below the last; one target pro rata; a
// date kept or missed; marks never above the weight, percents on paper uncapped.
#pragma once

#include "orjon/domain/entry.h"

// A result that may be missing (NA).
struct mark {
    bool set;
    struct ratio r;
};

// How the rule came to its mark, for whoever explains it: nothing is computed a second time.
struct working {
    int better, worse; // of a ladder: the grades between which it lies; 0, 0: on one or below
    struct ratio part, whole; // its distance and that of the better grade from the worse
    bool met;                 // of steps: `better` is the grade still met
    bool turned;              // of a proportion: less is better
    int64_t late, fortnights; // of a date: days, and fortnights begun
    bool dated;               // `in_time` of the items were
    int64_t in_time;
};

struct score {
    enum entry_state state;            // of the quarter asked for
    bool excluded;                     // its weight leaves the base of the plan
    bool replaced;                     // another row has taken its weight
    const struct indicator *stands_in; // the row whose weight it has taken, or NULL
    bool total_is_date;
    struct mark total;   // year to date: number, percent, day number, or dated items done
    struct mark annual;  // percent of the annual target, uncapped; for dates the raw mark
    struct mark quarter; // percent of the quarter's own target
    struct mark raw;     // the rule's mark, 0 to 100
    struct working working;
    struct mark marks;   // weight · raw / 100
    struct maybe weight; // in force: its own, or that of the row it stands in for
};

// One indicator over quarters 1 .. quarter of its year; `stands_in` is the row whose weight it
// takes because that one is no-case or not-applicable, else NULL. OVERFLOW when a figure is too
// large to compute with.
enum status score_indicator(const struct indicator *indicator, const struct year *year, int quarter,
                            const struct indicator *stands_in, struct score *ret, struct err *err);

// The decimals that the year's total is printed with at least: those of its figures and target.
int total_decimals(const struct indicator *indicator, const struct year *year, int quarter);

// OVERFLOW when the year's figures are too large to be marked in any of its quarters; to be asked
// before a figure or a target is saved.
enum status score_fits(const struct indicator *indicator, const struct year *year, struct err *err);

// Whether every entered quarter up to `quarter` says no-case or not-applicable, which one wins.
enum entry_state score_year_state(const struct year *year, int quarter);

struct plan_score {
    struct mark marks;       // the plan's score, scaled up where weights left the base
    struct maybe full;       // its full marks
    struct mark apa;         // its share of the agreement's marks
    size_t filled, expected; // figures of the quarter asked for (orjon/domain/missing.h)
};

// A whole plan: scores[i] belongs to plan->indicator[i], years[i] too.
enum status score_plan(const struct plan *plan, const struct year *years, int quarter,
                       struct score *scores, struct plan_score *ret, struct err *err);
