// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and targets as a paper prints them: digits, decimals, dates, units.
#pragma once

#include "orjon/domain/entry.h"

// How a date is written, day first: ৩১/১২/২০২৩.
struct date_style {
    char between;    // '/', '.' or '-'; 0 is '/'
    bool no_zeros;   // ১/৭/২০২৩ for ০১/০৭/২০২৩
    bool short_year; // ৩১/১২/২৩
};

struct figure_style {
    struct number_style number;
    struct date_style date;
    bool leading_zero; // ০৪: a count has at least two digits before the point
    const char *units; // ৮জন: those that stand behind a number, blanks between; NULL for none
    bool dates_below;  // dates stand under their count, each on a line
    bool components;   // the parts of a target stand before its count
};

void date_write_as(struct str *ret, int32_t date, enum digits digits, struct date_style style);

// As entry_write and target_write (entry.h) have it, in that style.
void entry_write_as(struct str *ret, const struct indicator *indicator, const struct entry *entry,
                    const struct figure_style *style);
void target_write_as(struct str *ret, const struct indicator *indicator,
                     const struct target *target, const struct figure_style *style);
// The parts of the target: ৩০০০০+৩১৯৩২০.
void components_write(struct str *ret, const struct indicator *indicator,
                      struct number_style style);
// A number alone: a weight, a serial.
void number_write_as(struct str *ret, __int128 value, const struct figure_style *style);
