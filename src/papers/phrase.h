// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases of papers: text that names what the office, the period and the plan fill in.
#pragma once

#include "orjon/papers/papers.h"

// Appends the phrase with every {name} filled in and its own digits in those of the paper. What
// stands in < > is left out when a name in it has nothing to fill in; they do not nest.
// Names: office ministry officer designation place superior_office memo (the office's particulars),
// to (whom the return goes to), plan, year, months (জুলাই-সেপ্টেম্বর/২০২৩), «months,» (with a comma
// before the year), ordinal (১ম), date. With a NULL `plan` there is nothing to fill in for {plan}.
void phrase_write(struct str *ret, const char *phrase, const struct paper_request *request,
                  const struct plan *plan);
