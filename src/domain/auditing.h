// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the audit share.
#pragma once

#include "orjon/domain/audit.h"
#include "orjon/domain/score.h"

// A row as it was understood.
struct audited {
    const struct audit_cells *cells;
    struct audit *audit;
    struct indicator indicator;
    struct year year;
    struct score score;
    int fiscal_year, quarter;
    const char *percent; // the cell, or the one beside it where it slipped
};

// A cell of whatever kind: number, percent or date.
struct printed {
    bool set, none, text; // none: a dash; text: words, no figure
    bool date, clamped;
    __int128 value; // billionths, or day number
    int decimals;
};
struct printed audit_read_cell(const char *s);
// Whether the cell says that value, to the decimals it is printed with.
bool audit_says(const struct printed *cell, struct mark value);

// Reads the figure of a quarter (from 0) into the row's year.
void audit_quarter(struct audited *row, int q);
// Finds a date of another year.
void audit_stale(struct audited *row, const char *column, const char *text, int32_t date);

// Makes out unit, weight and targets; what is wrong with them is found.
void audit_read_indicator(struct audited *row);

__attribute__((format(printf, 6, 7))) void audit_find(struct audited *row, const char *column,
                                                      const char *code, const char *printed,
                                                      const char *expected, const char *format,
                                                      ...);
