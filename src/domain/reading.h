// SPDX-License-Identifier: GPL-3.0-or-later
// Reading of numbers with unit words and of percents with counts, for entry.c.
#pragma once

#include "orjon/domain/entry.h"

// The unit in which numbers are seldom whole, lakh or crore, that the text names; NULL: none.
const char *reading_large_unit(const char *text);
enum status reading_number(const struct indicator *indicator, const char *s, size_t n,
                           struct entry *ret, struct err *err);
enum status reading_percent(const struct indicator *indicator, const char *s, size_t n,
                            enum entry_mode mode, struct entry *ret, struct err *err);
// INVALID when the text names a range.
enum status reading_one(const struct indicator *indicator, const char *s, size_t n,
                        struct err *err);
