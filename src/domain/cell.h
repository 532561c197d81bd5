// SPDX-License-Identifier: GPL-3.0-or-later
// The targets of target.c, for cell.c.
#pragma once

#include "orjon/domain/plan.h"

// Reads one as plan files write it or, where that is none, as papers print it; "" and «none» are no
// target. Of a quarter, the dates stand behind «@».
enum status cell_read_target(const struct indicator *indicator, const char *s, size_t n,
                             bool quarter, struct target *ret, struct err *err);
void cell_write_target(struct str *ret, const struct indicator *indicator,
                       const struct target *target, bool quarter);
