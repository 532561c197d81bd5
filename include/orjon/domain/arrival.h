// SPDX-License-Identifier: GPL-3.0-or-later
// What comes from another office beside what is here: whether it is new, and what it was made with.
#pragma once

#include "orjon/domain/plan.h"

// name, word in tables, what people call it, whether it is taken in unasked
#define ARRIVAL_LIST(_)                                                                            \
    _(NEW, "new", N_("new"), true)                                                                 \
    _(NEWER, "newer", N_("a newer revision"), true)                                                \
    _(SAME, "same", N_("already here"), false)                                                     \
    _(OLDER, "older", N_("older than what is here"), false)                                        \
    _(TWIN, "twin", N_("another return with the revision that is here"), false)                    \
    _(OTHER_YEAR, "other-year", N_("of a year of which nothing is known here"), false)             \
    _(MISREAD, "misread", N_("figures that read otherwise here than where they were typed"), false)

enum arrival {
#define X(name, ...) ARRIVAL_##name,
    ARRIVAL_LIST(X)
#undef X
        ARRIVALS
};
const char *arrival_word(enum arrival arrival);
const char *arrival_name(enum arrival arrival); // N_()
bool arrival_is_welcome(enum arrival arrival);

// Of the return that is in force for the same office, plan, year and quarter.
struct arrival_there {
    bool there;
    int64_t revision;
    const char *seal;
};
enum arrival arrival_of(const struct arrival_there *there, int64_t revision, const char *seal);

// How a plan that came differs from one of its name that is known.
struct arrival_plan {
    bool rows;    // rows are added or missing, or say something else
    bool targets; // targets, weights or parts of them are others
};
// Adds to *ret; codes of rows that the known one has not are appended to ret_unknown (may be NULL),
// blanks between.
void arrival_compare(const struct plan *known, const struct plan *came, struct arrival_plan *ret,
                     struct str *ret_unknown);
