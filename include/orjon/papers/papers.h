// SPDX-License-Identifier: GPL-3.0-or-later
// Our papers, composed of blocks from a plan, its figures and its scores.
#pragma once

#include "orjon/domain/dossier.h"
#include "orjon/domain/listing.h"
#include "orjon/domain/office.h"
#include "orjon/domain/score.h"
#include "orjon/papers/layouts.h"
#include "orjon/report/paper.h"

// One plan with everything known about it.
struct paper_plan {
    const struct plan *plan;
    const struct year *years;   // of plan->count indicators
    const struct score *scores; // likewise
    const struct plan_score *total;
    const struct maybe *evaluated; // marks that the office above gave, likewise; NULL: none came
    const char *seal;              // revision and hash of what was finalised; NULL before that
    bool sealed;                   // no draft, whatever the request is
    // Its return as it was finalised, with its seal, in place of one composed now; NULL: compose
    // one. What is composed takes it over.
    struct paper *signed_paper;
};

// What a packet has besides the plans of a quarter.
struct paper_packet {
    unsigned parts; // that are wanted (packet.h)
    const struct dossier
        *meeting; // those of the quarter, each with its plan where it is among them
    size_t meetings;
    const struct dossier *office; // everybody, and the evidence of the quarter
};

struct paper_request {
    const struct office *office;
    struct paper_plan *plans; // of one fiscal year; none only in papers of records
    size_t count;
    int fiscal_year; // of a paper without plans
    int quarter;
    int32_t date;                      // of the paper; day number
    bool dated;                        // that date, whatever the office leaves to the pen
    const char *memo;                  // the paper's own; NULL: the plan's, else the office's;
                                       // "": not known yet, so left to the pen
    const struct dossier *dossier;     // what a paper of records is about; NULL: nothing
    const struct listings *lists;      // worked out for it (listing.h); NULL: none
    const struct paper_packet *packet; // of a packet; NULL: all that the plans alone make
    enum digits digits;                // on the paper
    const struct layouts *layouts;     // to choose from
    const char *layout; // one of them by name; NULL or "": the plan's, else the default
    bool draft;         // not all of it is finalised: the paper says so
    bool copy;          // of what is finalised, in another layout than it was: likewise
    bool *ret_one_memo; // may be NULL: whether several letters got the same memo number
    bool misfit;        // no longer what was finalised: the paper says so, whatever else it is
};

enum paper_about {
    ABOUT_PLANS,   // of a quarter, with their figures
    ABOUT_QUARTER, // a quarter, or a meeting in it
    ABOUT_OFFICE,  // a list of what the office has, or of what belongs to a meeting
    ABOUT_BELOW,   // a list of what the offices below have: nothing where there are none
    ABOUT_MEETING, // from here on one meeting, which must be named
    ABOUT_COMMITTEE,
};

// The papers there are, those of a meeting last.
struct paper_kind {
    const char *name;
    const char *title; // for lists of the user; N_()
    bool of_returns;   // takes paper_plan.signed_paper
    enum paper_about about;
    // The fields of the meeting that have the paper's own number and date, and the one with the
    // date in its place; -1: none.
    int memo, date, otherwise;
    // Composes one paper of all plans of the request, or a bundle of letters; INVALID for an
    // unknown layout (naming those there are). *ret is freed by the caller with paper_free.
    enum status (*compose)(const struct paper_kind *kind, const struct paper_request *request,
                           struct paper **ret, struct err *err);
};
extern const struct paper_kind paper_kinds[]; // ends with one whose name is NULL
const struct paper_kind *paper_kind_find(const char *name);
