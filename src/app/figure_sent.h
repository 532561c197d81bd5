// SPDX-License-Identifier: GPL-3.0-or-later
// A figure as bundles carry it: written, compared, read again.
#pragma once

#include "orjon/domain/entry.h"
#include "orjon/exchange/bundle.h"

struct bundle_figure figure_sent(const struct indicator *indicator, int quarter,
                                 const struct entry *entry, struct arena *texts);
bool figure_is_same(const struct bundle_figure *a, const struct bundle_figure *b);
// Reads what was typed with the indicator; false when nothing that it can be read as is what was
// sent. The entry's texts are the figure's; what is written to compare stays in `texts`.
bool figure_read_again(const struct indicator *indicator, const struct bundle_figure *sent,
                       struct entry *ret, struct arena *texts);
