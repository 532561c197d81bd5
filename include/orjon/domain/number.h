// SPDX-License-Identifier: GPL-3.0-or-later
// Exact figures. A number is an __int128 in billionths (nine decimals: the papers go down to
// 0.0062941 crore of taka); a ratio is an exact fraction. No binary floating point anywhere.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    NUMBER_DECIMALS = 9,
    NUMBER_WHOLE = 13,  // digits before the point: crores of crores of taka
    NUMBER_DIGITS = 17, // digits in all, so that a number can be packed
};
#define NUMBER_ONE INT64_C(1000000000)

// A figure that may be missing.
struct maybe {
    bool set;
    __int128 value; // billionths
};

// What a text says of a number beside its value.
struct number_look {
    bool odd_blanks; // blanks stood between digits (worth a query: «১০ ৪»)
    int decimals;    // digits behind the point: 2 of «23.50»
};

// Reads a whole text as one number of zero or more: Bengali, Latin or mixed digits, blanks inside,
// commas in lakh or western grouping (each from end to end: 1,36,500 or 136,500), «.» or a danda as
// the point, «/-» or «/=» behind money, a point or danda that ends it. INVALID for a second point,
// a comma that groups no digits (77,5), letters, a sign or more than nine decimals; OVERFLOW beyond
// 13 digits before the point or 17 in all. *ret_look may be NULL.
enum status number_read(const char *s, size_t n, __int128 *ret, struct number_look *ret_look,
                        struct err *err);

// How far digits and the signs between them reach, without blanks behind; the rest is words.
size_t number_end(const char *s, size_t n);

// A number as one integer of a file: its digits, then one digit that says how many of them are
// decimals; 40 is 4, 23502 is 23.50, 629417 is 0.0062941. At least `decimals` are kept where the
// number is short enough for them. Any number that number_read gives fits; one that does not is
// below zero, and so is what a packed one below zero unpacks to.
int64_t number_pack(__int128 value, int decimals);
__int128 number_unpack(int64_t packed, int *ret_decimals); // *ret_decimals may be NULL
// The decimals without which the value is another one: 1 of 23.50.
int number_decimals(__int128 value);

// Appends value: the digits asked for, decimals without trailing zeros, lakh grouping if asked
// (১,৩৬,৫৬,৫০০; the papers print none).
struct number_style {
    enum digits digits;
    bool grouped;
    int min_decimals; // 5 for «জন (লক্ষ)»
};
void number_write(struct str *ret, __int128 value, struct number_style style);
// The style with at least that many decimals.
struct number_style number_style_of(struct number_style style, int decimals);

// An exact fraction; den > 0.
struct ratio {
    __int128 num, den;
};

struct ratio ratio_of(__int128 num, __int128 den); // den is not 0
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
enum status ratio_round(struct ratio r, int decimals, __int128 *ret);

// Appends r rounded half up to `decimals`, always with that many: 94.29, 5.00.
void ratio_write(struct str *ret, struct ratio r, int decimals, enum digits digits);
