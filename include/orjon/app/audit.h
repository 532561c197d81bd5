// SPDX-License-Identifier: GPL-3.0-or-later
// The audit of a return as printed by somebody else. It needs no office file.
#pragma once

#include "orjon/domain/audit.h"

struct app_audit {
    const char *source, *plan, *code,
        *line; // of the row, as the file has them; valid during the call
    const struct audit_finding *finding;
};

// Reads a tab-separated text whose first row names its columns: row_code, raw_unit, raw_weight,
// raw_target, raw_q1 to raw_q4, raw_total, raw_percent, raw_score and raw_remark; seed, plan and
// line as well, if there; others are left alone. fiscal_year 0: the one in which most dates of the
// same seed lie. quarter: the last one that the paper reports on; 0: the fourth. Calls
// each for the disagreements in the order of the rows; *ret_rows were read. INVALID with a
// sentence.
enum status app_audit(const char *name, const char *text, size_t n, int fiscal_year, int quarter,
                      void (*each)(void *data, const struct app_audit *found), void *data,
                      size_t *ret_rows, struct err *err);
