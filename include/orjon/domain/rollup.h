// SPDX-License-Identifier: GPL-3.0-or-later
// From the marks of the plans to the shares of the agreement to which they belong (#share).
#pragma once

#include "orjon/domain/score.h"

struct rollup_share {
    struct share share; // borrowed from its first plan
    struct ratio parts; // what its plans have of it together (#apa_marks)
    struct mark score;  // what they earned of that; unset when no plan has marks
};
// Zero-initialise.
struct rollup {
    struct rollup_share *share; // in the order of their first plans
    size_t count;
};
// Adds a plan and what it earned; one without a share or a part of it changes nothing.
void rollup_add(struct rollup *rollup, const struct plan *plan, const struct plan_score *score);
void rollup_done(struct rollup *rollup);
#define autorollup __attribute__((cleanup(rollup_done))) struct rollup
