// SPDX-License-Identifier: GPL-3.0-or-later
// Offices ranked by what they have earned of one plan: 1, 2, 2, 4.
//
// The guideline publishes results with two decimals, so those that agree there share a rank. Only
// offices that are marked alike are ranked together: the same indicators with the same weights.
#pragma once

#include "orjon/domain/score.h"

struct standing {
    int64_t office;
    const struct plan *plan; // its template, borrowed; NULL: it has sent none
    struct mark marks;
    struct mark other; // by the other targets, where they were changed within the year (changed.h)
    struct maybe full;
    size_t filled, expected; // figures of the quarter
    struct mark percent;     // marks of the full marks; set by standings_rank
    size_t group;            // from 1, the largest first; 0: not ranked; likewise
    size_t rank;             // from 1; likewise
    bool shared;             // likewise
};
// Whether two templates are marked alike; their targets may differ.
bool plans_are_alike(const struct plan *a, const struct plan *b);
// Ranks them and puts them in order: by group and rank, as they were given where they share one,
// and at the end those without marks.
void standings_rank(struct standing *standings, size_t count);

// Appends «৮ম (যৌথভাবে)», «8 (joint)» in an English program; nothing for 0.
void rank_write(struct str *ret, size_t rank, bool shared, enum language language,
                enum digits digits);
