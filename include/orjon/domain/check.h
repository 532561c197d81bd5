// SPDX-License-Identifier: GPL-3.0-or-later
// Findings: what an officer should look at before signing.
#pragma once

#include "orjon/domain/evidence.h"
#include "orjon/domain/office.h"
#include "orjon/domain/score.h"

enum severity { SEVERITY_QUERY, SEVERITY_ERROR };
const char *severity_word(enum severity severity);

struct finding {
    enum severity severity;
    const char *code;      // stable word for machines: «date-outside-year»
    const char *indicator; // its code, "" for the plan
    int quarter;           // 0 for the plan or the target
    char *message;         // owned by the list
    char *answer;          // why it is right all the same, owned by the list; NULL: not answered
    char *answered_by;     // likewise: by whom, and when as 2024-10-07T11:32:05Z
    char *answered_at;
};

struct findings {
    struct finding *finding;
    size_t count, cap;
    size_t errors, answered;
};
void findings_done(struct findings *findings);

// Appends a query about the whole plan; code lives as long as the program, message is copied.
void findings_add_query(struct findings *findings, const char *code, const char *message);

// What somebody said of a query: why it is right all the same. who and at NULL: not known.
struct finding_answer {
    const char *indicator, *code;
    int quarter;
    const char *reason, *who, *at;
};
// Answers with it the queries that it is about and that have no answer yet.
void findings_answer(struct findings *findings, const struct finding_answer *answer);

// Appends what is wrong or odd in a plan's figures up to `quarter`; `today` tells what is future.
void check_plan(const struct plan *plan, const struct year *years, int quarter, int32_t today,
                struct findings *ret);

// What is odd in the targets of an indicator: likewise.
void check_targets(const struct indicator *indicator, int fiscal_year, struct findings *ret);

// The findings of one quarter's figure, to be said at once when it was typed; those before it in
// the year tell whether it is believed.
void check_entry(const struct indicator *indicator, const struct year *year, int fiscal_year,
                 int quarter, int32_t today, struct findings *ret);

// What an office's papers cannot go without: somebody who signs them, by name, by designation or
// both. Papers are signed with a designation alone, too.
void check_office(const struct office *office, struct findings *ret);

// What is odd in the proofs of a plan, rows of the quarters up to `quarter`: files that are missing
// or altered are errors; a figure of that quarter for which the plan asks proofs that are not there
// is a query, one for each indicator.
void check_evidence(const struct evidence *evidence, const struct plan *plan,
                    const struct year *years, int quarter, struct findings *ret);
