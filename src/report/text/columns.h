// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics of a page of characters: columns and lines.
#pragma once

#include "layout/metrics.h"

// The body of a set_line is its text.
extern const struct metrics columns_metrics;

// The columns that a text cannot do without.
int columns_least(const char *text);
