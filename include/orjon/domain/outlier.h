// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd in the returns of many offices once they lie side by side. Each is a question to be
// put back to the office, not a fault.
#pragma once

#include "orjon/domain/consolidate.h"

enum {
    OUTLIER_TIMES = 5,       // so many times what is usual
    OUTLIER_HABIT_LEAST = 2, // of earlier quarters with a figure, before they are a habit
    OUTLIER_PEERS_LEAST = 3, // of other offices with a figure
    OUTLIER_ROWS_LEAST = 3,  // of rows before what they share is odd
    OUTLIER_SAME_LEAST = 3,  // of quarters
};

struct outlier {
    int64_t office;
    const char *code;      // stable word: habit, peers, same, all-full, over-weight, over-full
    const char *indicator; // its code, owned by the list; "" for the whole return
    const char *message;   // one sentence in the user's language, likewise
};

// A return as it is looked at; all borrowed.
struct outlier_case {
    int64_t office;
    const struct fitting *fitting; // of its template
    const struct year *years;
    const struct score *scores;
    const struct plan_score *total;
    const struct maybe *evaluator; // the evaluator's marks of each row; NULL: none
};

// Zero-initialise but for plan and quarter.
struct outliers {
    const struct plan *plan; // borrowed
    int quarter;
    struct outlier *outlier;
    size_t count, cap;
    struct outlier_peers *peers; // of each row of the plan, while returns come
    struct arena texts;
};
void outliers_init(struct outliers *ret, const struct plan *plan, int quarter);
void outliers_done(struct outliers *outliers);
#define autooutliers __attribute__((cleanup(outliers_done))) struct outliers

// Looks at one return alone, and remembers its figures; then, when all have come, at them together.
void outliers_return(struct outliers *outliers, const struct outlier_case *c);
void outliers_compare(struct outliers *outliers);
