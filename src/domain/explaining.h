// SPDX-License-Identifier: GPL-3.0-or-later
// What the two halves of an explanation share: explain.c tells the story, explain_rule.c the sums.
#pragma once

#include "orjon/domain/explain.h"

struct account {
    const struct indicator *indicator;
    const struct year *year;
    int quarter;
    const struct score *score;
    struct number_style style;
    struct str *out;
};

void account_add_ratio(struct account *a, struct ratio r); // two decimals
void account_add_count(struct account *a, int64_t n);
void account_add_total(struct account *a);

void explain_counts(struct account *a); // «100 × 88 / 110 = » where counts are measured
void rule_tell(struct account *a);      // how the rule comes to its mark
#define X(name, word, say, kinds, needs, function) void tell_##function(struct account *a);
RULE_LIST(X)
#undef X
