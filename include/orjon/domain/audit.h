// SPDX-License-Identifier: GPL-3.0-or-later
// The audit of somebody else's paper: a printed row against the rule, with the likeliest reason for
// each place where they disagree.
#pragma once

#include "orjon/domain/entry.h"

// The cells of a row as printed; "" where there is none.
struct audit_cells {
    const char *unit, *weight, *target; // «১৬/০৩/২৪ | ২৩/০৩/২৪ | …»: grades from 100 down
    const char *quarter[QUARTERS];
    const char *total, *percent, *score, *remark;
    const struct scale *scale; // what those grades earn; NULL: scale_usual
};

struct audit_finding {
    const char *column;       // «score», for machines; «q1» for a quarter
    const char *code;         // stable word of the reason: «target-in-score»
    char *printed, *expected; // owned by the list; expected "" where the rule gives nothing
    char *reason;             // one sentence in the user's language; likewise
};

struct audit {
    struct audit_finding *finding;
    size_t count, cap;
};
void audit_done(struct audit *audit);

// Appends where the row disagrees with the rule. fiscal_year 0: the dates are not compared with a
// year. quarter: the last one the paper reports on.
void audit_row(const struct audit_cells *cells, int fiscal_year, int quarter, struct audit *ret);

// A number that an earlier row of the same plan has already.
void audit_code_twice(const char *code, struct audit *ret);

// The fiscal year in which most dates of a cell lie: votes[i] counts for the year first + i.
enum { AUDIT_YEARS = 40, AUDIT_FIRST_YEAR = 2010 };
void audit_vote_year(const char *cell, unsigned votes[AUDIT_YEARS]);
