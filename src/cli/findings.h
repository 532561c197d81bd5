// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as the commands show them.
#pragma once

#include "orjon/domain/check.h"

// One line of text, with the plan's short name, or one row of severity plan indicator quarter code
// message; an answered query has the severity «answered» and its answer behind the message. plan
// NULL: it is about none.
void findings_put_text(const struct plan *plan, const struct finding *finding, struct str *ret);
void findings_put_tsv(const struct plan *plan, const struct finding *finding, struct str *ret);
// What the columns of the latter are called, as the first row.
#define FINDINGS_COLUMNS "severity\tplan\tindicator\tquarter\tcode\tmessage\n"
// Says on standard error what is odd now and was not before (NULL: nothing was).
void findings_talk_new(const struct findings *before, const struct findings *now);
