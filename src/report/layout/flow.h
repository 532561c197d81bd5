// SPDX-License-Identifier: GPL-3.0-or-later
// Putting the units of a part on pages.
#pragma once

#include "unit.h"

// Pages `height` high, in *ret_pages; returns how many these are, at least one.
int flow_place(const struct units *units, const struct metrics *metrics, int64_t height,
               struct arena *arena, struct layout_page **ret_pages);
