// SPDX-License-Identifier: GPL-3.0-or-later
// What the copies of the office file said, gathered. Outside of a reading of the file: they are
// heard against what it holds by then.
#pragma once

#include "orjon/app/verify.h"
#include "orjon/store/witness.h"

struct witnesses {
    struct app_compared compared;
    enum status verdict; // DAMAGED: a copy knows what the file does not
    struct err why;
    struct store_gone *forgotten; // what was finalised by a copy, and never has been by the file
    size_t forgottens;
    struct arena texts;
};
// On failure nothing is known.
enum status witnesses_hear(struct app *app, struct witnesses *ret, struct err *err);
void witnesses_done(struct witnesses *witnesses);
#define autowitnesses __attribute__((cleanup(witnesses_done))) struct witnesses

// Whether a copy knows the quarter of a plan to be finalised though the file never did.
bool witnesses_remember(const struct witnesses *witnesses, const struct plan *plan, int quarter);
