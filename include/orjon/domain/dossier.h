// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier: the records around one meeting, or around none for lists of the whole office, as its
// papers look at them.
#pragma once

#include "orjon/domain/plan.h"
#include "orjon/domain/record.h"

struct dossier {
    // By kind: everybody, with all terms, and of the rest what belongs to the meeting, or what the
    // list is of with all that it belongs to. Each kind in the order in which it is printed.
    struct records of[RECORD_KINDS];
    const struct record *meeting; // among them; NULL for a list
    const struct plan *plan;      // that it serves, borrowed; NULL for none or several
};
void dossier_done(struct dossier *dossier);
#define autodossier __attribute__((cleanup(dossier_done))) struct dossier

// The record that one belongs to; NULL for none, and where it is not in the dossier.
const struct record *dossier_parent(const struct dossier *dossier, const struct record *record);
// The record that a field of it names; NULL likewise.
const struct record *dossier_named(const struct dossier *dossier, const struct record *record,
                                   int field);
// The committee of the meeting; NULL likewise.
const struct record *dossier_committee(const struct dossier *dossier);
// Whether a record is `top`, belongs to it or to what does.
bool dossier_is_within(const struct dossier *dossier, const struct record *record,
                       const struct record *top);
// Decisions in the order of their items, and lines of progress in that of their decisions, once
// those are in their own.
void dossier_arrange(struct dossier *dossier);
// Leaves of the decisions those that are still to be done, what is overdue first (decision.h).
void dossier_keep_open(struct dossier *dossier, int32_t today);
