// SPDX-License-Identifier: GPL-3.0-or-later
// The working of one figure, line by line in the user's language.
#pragma once

#include "orjon/domain/score.h"

// Appends lines, each ended by a newline: the rule, the quarters, the total, the percent, the mark.
void explain_indicator(const struct indicator *indicator, const struct year *year, int quarter,
                       const struct score *score, enum digits digits, struct str *ret);
