// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for machines: Latin digits, and NA where there is none. All append.
#pragma once

#include "orjon/domain/score.h"

void figures_add_mark(struct str *ret, const struct mark *mark);
void figures_add_number(struct str *ret, struct maybe number);
void figures_add_total(struct str *ret, const struct indicator *indicator,
                       const struct score *score);
void figures_add_target(struct str *ret, const struct indicator *indicator);
