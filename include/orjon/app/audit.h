// SPDX-License-Identifier: GPL-3.0-or-later
// The audit of a return as printed by somebody else. It needs no office file.
#pragma once

#include "orjon/domain/audit.h"

struct app_audit {
    const char *paper, *plan, *code,
        *line; // of the row, as the file has them; valid during the call
    const struct audit_finding *finding;
};

// Reads a table (base/tsv.h) of a printed return, or of several below each other, and finds its
// columns by their headings, in whatever layout: «কর্মসম্পাদন সূচক» or indicator, «একক» unit, «সূচকের
// মান» weight, «বার্ষিক লক্ষ্যমাত্রা» target, «১ম কোয়ার্টার» q1, «মোট অর্জন» total, «অর্জনের শতকরা হার»
// percent, «অর্জিত মান» score, «মন্তব্য» remark; paper, plan, code and line as well, if there. What
// else stands in the file is left alone. An indicator is known by the code that its text, or its
// activity's, begins with. fiscal_year 0: the one in which most dates of the same paper lie.
// quarter: the last one that the paper reports on; 0: the fourth. Calls each for the disagreements
// in the order of the rows; *ret_rows were read. scale: what the grades earn, as `#scale` of a plan
// file says it; NULL: the usual. INVALID with a sentence.
enum status app_audit(const char *name, const char *text, size_t n, const char *scale,
                      int fiscal_year, int quarter,
                      void (*each)(void *data, const struct app_audit *found), void *data,
                      size_t *ret_rows, struct err *err);
