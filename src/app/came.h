// SPDX-License-Identifier: GPL-3.0-or-later
// Plans as other offices sent them. Hundreds of offices send the same one, so it is read once and
// kept while the office file is open.
#pragma once

#include "orjon/base/digest.h"
#include "orjon/exchange/bundle.h"
#include "private.h"

struct came { // one plan
    char hash[DIGEST_HEX + 1];
    struct str letters; // as in the bundle
    struct str text;    // as its file
    struct plan *plan;
    size_t uses;  // by those who have it in hand
    bool shelved; // there was room for it
};

// The plan of a bundle, proved by its hash. MISFIT when it is not what it is said to be. *ret is
// given back with came_leave.
enum status came_take(struct app *app, const struct bundle *bundle, const struct bundle_plan *from,
                      struct came **ret, struct err *err);
void came_leave(struct came **came); // NULL is nothing

void came_done(struct app *app);
