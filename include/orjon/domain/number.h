// SPDX-License-Identifier: GPL-3.0-or-later
// Exact figures. A number is an int64_t in millionths (six decimals: the papers go down to 0.00019
// lakh of persons); a ratio is an exact fraction. No binary floating point anywhere.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_DECIMALS = 6 };
#define NUMBER_ONE INT64_C(1000000)

// A figure that may be missing.
struct maybe {
    bool set;
    int64_t value; // millionths
};

// Reads a whole text as one number of zero or more: Bengali, Latin or mixed digits, blanks inside,
// commas in lakh or western grouping (each from end to end: 1,36,500 or 136,500), «.» or a danda as
// the point, «/-» behind money. INVALID for a second point, a comma that groups no digits (77,5),
// letters, a sign or more than six decimals; OVERFLOW beyond what an int64_t holds.
// *ret_odd_blanks tells that blanks stood between digits (worth a query: «১০ ৪»); may be NULL.
enum status number_read(const char *s, size_t n, int64_t *ret, bool *ret_odd_blanks,
                        struct err *err);

// Appends value: the digits asked for, decimals without trailing zeros, lakh grouping if asked
// (১,৩৬,৫৬,৫০০; the papers print none).
struct number_style {
    enum digits digits;
    bool grouped;
    int min_decimals; // 5 for «জন (লক্ষ)»
};
void number_write(struct str *ret, int64_t value, struct number_style style);

// An exact fraction; den > 0.
struct ratio {
    __int128 num, den;
};

struct ratio ratio_of(int64_t num, int64_t den);
// All return false on overflow, leaving *ret alone.
bool ratio_add(struct ratio a, struct ratio b, struct ratio *ret);
bool ratio_subtract(struct ratio a, struct ratio b, struct ratio *ret);
bool ratio_multiply(struct ratio a, struct ratio b, struct ratio *ret);
bool ratio_divide(struct ratio a, struct ratio b, struct ratio *ret); // false for b = 0 too
int ratio_compare(struct ratio a, struct ratio b);                    // <0, 0, >0; exact

// Adds up many fractions. Exact while the common denominator fits 127 bits; beyond that (dozens of
// unlike large targets) the sum goes on in 10^-18, an error that no printed decimal can show.
struct ratio ratio_sum(struct ratio sum, struct ratio more);

// Rounded half up (published results carry two decimals, ties at two decimals are shared ranks).
// OVERFLOW when the result does not fit.
enum status ratio_round(struct ratio r, int decimals, int64_t *ret);

// Appends r rounded half up to `decimals`, always with that many: 94.29, 5.00.
void ratio_write(struct str *ret, struct ratio r, int decimals, enum digits digits);
