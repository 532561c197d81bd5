// SPDX-License-Identifier: GPL-3.0-or-later
// Which column of a printed return holds what, by its heading.
#pragma once

#include "orjon/base/tsv.h"

enum audit_column {
    COLUMN_PAPER, // where several are in one table
    COLUMN_PLAN,
    COLUMN_CODE,
    COLUMN_ACTIVITY,
    COLUMN_INDICATOR,
    COLUMN_UNIT,
    COLUMN_WEIGHT,
    COLUMN_TARGET,
    COLUMN_SIDE, // which of its two rows it is: targets or achievements
    COLUMN_Q1,
    COLUMN_Q2,
    COLUMN_Q3,
    COLUMN_Q4,
    COLUMN_TOTAL,
    COLUMN_PERCENT,
    COLUMN_SCORE,
    COLUMN_REMARK,
    COLUMN_LINE, // of the paper that was copied
    AUDIT_COLUMNS
};

struct audit_columns {
    size_t at[AUDIT_COLUMNS]; // the place of each; TSV_CELLS_MAX: not there
};

// Whether the row is the headings of a return, or of its upper row where headings stand over each
// other; then *ret says where its columns are.
bool audit_columns_read(const struct tsv *row, struct audit_columns *ret);
// Adds the lower row: the quarters under their common heading. False when it is none.
bool audit_columns_read_lower(const struct tsv *row, struct audit_columns *columns);
// Whether there is a column of figures.
bool audit_columns_have_figures(const struct audit_columns *columns);
