// SPDX-License-Identifier: GPL-3.0-or-later
// How the files that check add their findings.
#pragma once

#include "orjon/domain/check.h"

// Where a finding belongs.
struct place {
    struct findings *findings;
    const struct indicator *indicator; // NULL for the plan
    int quarter;
};

__attribute__((format(printf, 4, 5))) void check_find(const struct place *place,
                                                      enum severity severity, const char *code,
                                                      const char *format, ...);

// Queries what nobody would believe of the quarter's figure, beside the figures before it.
void check_plausible(const struct place *place, const struct year *year);
