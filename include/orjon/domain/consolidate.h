// SPDX-License-Identifier: GPL-3.0-or-later
// The returns of many offices as one: each indicator of a plan by its own way of counting.
//
// Offices come with templates of their own: other targets, other rows. Rows are matched by their
// code; what fits no row of the plan is kept aside and told, never added. Nothing done, not due,
// blank, not applicable and not sent stay apart: a total says of how many offices each holds.
#pragma once

#include "orjon/base/i18n.h"
#include "orjon/domain/score.h"

// How offices are taken together, which follows from an indicator's kind and method.
enum fold {
    FOLD_SUM,     // added up
    FOLD_MEAN,    // the mean of the offices
    FOLD_RATE,    // counts over counts where every office keeps them, else the mean
    FOLD_ON_TIME, // of dates: how many offices kept theirs
};
enum fold fold_of(const struct indicator *indicator);
const char *fold_word(enum fold fold); // for files: sum, mean, rate, on-time

// What a set of offices says of one indicator, from the beginning of the year; two of them can be
// added. Zero-initialise.
struct tally {
    size_t having;  // offices whose return has the row
    size_t saying;  // of these those whose year says something, if only a dash
    size_t figures; // and of those the ones with a figure, zero too
    // How they stand at the quarter asked for, each in one of these; who left it empty is in none,
    // whatever the quarters before said.
    size_t done;           // the year has come to more than 0
    size_t zeros;          // it has come to 0
    size_t nothing;        // a dash: nothing done
    size_t not_due;        // planned for later
    size_t no_case;        // no application or complaint came
    size_t not_applicable; // the row does not concern them
    __int128 plain;        // of all figures, in billionths
    struct ratio rest;     // likewise, what is no whole number of them
    __int128 counts, of;   // RATE: counts over what they are counted of
    size_t counted;        // offices whose figures have both
    size_t on_time, late;  // ON_TIME: offices
    __int128 target;       // of the offices that say something, in billionths
    size_t targets;        // how many of them have one
};
size_t tally_blank(const struct tally *tally); // offices that have the row and left it empty then
// Adds one office's year up to `quarter`, or what others have; OVERFLOW when it grows too large.
enum status tally_year(struct tally *tally, const struct indicator *indicator,
                       const struct year *year, int quarter, struct err *err);
enum status tally_add(struct tally *tally, const struct tally *more, struct err *err);

struct tally_result {
    struct mark total;   // number or percent; ON_TIME: how many offices were in time
    struct mark target;  // of the same offices: their sum, or mean; ON_TIME: how many have a date
    struct mark percent; // total of target; of a rate, the total itself is one
    bool by_counts;      // RATE: from counts
};
// Unset where nobody says anything.
enum status tally_result(const struct tally *tally, enum fold fold, struct tally_result *ret,
                         struct err *err);

// Why a row of an office's template fits none of the plan.
enum aside_why { ASIDE_NO_ROW, ASIDE_KIND, ASIDE_METHOD, ASIDE_UNIT };
const char *aside_word(enum aside_why why); // for files: no-row, kind, method, unit
const char *aside_name(enum aside_why why, enum language language); // for people

struct aside {
    const struct indicator *indicator; // the first that did not fit, borrowed
    enum aside_why why;
    size_t offices; // that have it
    size_t figures; // with something in it
};

// Zero-initialise but for plan and quarter. Plans are borrowed.
struct consolidation {
    const struct plan *plan; // whose rows are filled
    int quarter;             // up to which
    size_t returns;
    struct tally *row; // of plan->count
    struct aside *aside;
    size_t asides, asides_cap;
};
void consolidation_init(struct consolidation *ret, const struct plan *plan, int quarter);
void consolidation_done(struct consolidation *consolidation);
#define autoconsolidation __attribute__((cleanup(consolidation_done))) struct consolidation

// Where the rows of a template go: found once for all offices that have the same one.
struct fitting {
    const struct plan *of; // the template, borrowed
    ptrdiff_t *place;      // of each of its rows: a row of the plan, or -1 - its place aside
};
void consolidation_fit(struct consolidation *consolidation, const struct plan *of,
                       struct fitting *ret);
void fitting_done(struct fitting *fitting);

// A return begins; then come its rows that hold something, each once, in any order.
void consolidation_begin(struct consolidation *consolidation, const struct fitting *fitting);
enum status consolidation_year(struct consolidation *consolidation, const struct fitting *fitting,
                               size_t place, const struct year *year, struct err *err);
