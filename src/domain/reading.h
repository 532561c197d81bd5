// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of numbers with unit words and of percents with counts, for entry.c.
#pragma once

#include "orjon/domain/entry.h"

// The unit in which numbers are seldom whole, lakh or crore, that the text names; NULL: none.
const char *reading_large_unit(const char *text);
// How many of it one of the unit is: 100000 of «জন (লক্ষ)», 1 of «জন».
int64_t unit_times(const char *unit);
// Whether it counts people or things, of which there are no parts; no measure, no lakhs. A row
// without a unit does.
bool unit_counts_things(const char *unit);

// What stands around a figure: «৳», «মে.টন», «লক্ষ জন», «(এক) টি».
struct unit_words {
    bool person, taka, measure; // named by the words
    bool counted;               // they say what the figure counts: «টি», «জন»
    int64_t times;              // likewise: 100000 of «লক্ষ», else 1
    struct maybe bracket;       // the number said again: «৪ (৪টি)»
};
// How far the words before a figure reach.
size_t unit_words_before(const char *s, size_t n, struct unit_words *ret);
// Whether nothing but words that go with the unit stands behind a figure.
bool unit_words_behind(const char *unit, const char *s, size_t n, struct unit_words *ret);

// What is added up or turned into another unit is no larger than what can be typed and read back.
bool reading_is_too_large(__int128 value);
// How far a figure, or a sum of figures, reaches: «12+7+9».
size_t reading_end(const char *s, size_t n);
// Adds up what stands there; its decimals are those of the finest part.
enum status reading_sum(const char *s, size_t n, __int128 *ret, struct number_look *ret_look,
                        struct err *err);
// «“৪ x” cannot be read», with what is expected.
enum status reading_refuse(const struct indicator *indicator, const char *s, size_t n,
                           struct err *err);
enum status reading_number(const struct indicator *indicator, const char *s, size_t n,
                           struct entry *ret, struct err *err);
enum status reading_percent(const struct indicator *indicator, const char *s, size_t n,
                            enum entry_mode mode, struct entry *ret, struct err *err);
// Whether it is a percent and says so, with its sign or in words.
bool reading_names_percent(const char *s, size_t n);

// INVALID when the text names a range.
enum status reading_one(const struct indicator *indicator, const char *s, size_t n,
                        struct err *err);

// Where a text that could not be read is a figure of another kind, or has a letter for a digit, err
// says so instead.
void reading_mistaken(const struct indicator *indicator, const char *s, size_t n, struct err *err);
