// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics of the type of the pdf, reckoned from the widths of letters where the font itself is
// not at hand or would take too long to load. The unit is a thousandth of a millimetre.
#pragma once

#include "metrics.h"

enum {
    LETTERS_EM = 3528,   // ten points
    LETTERS_LINE = 1307, // thousandths of it, from line to line
    LETTERS_COLUMN = 505,
};

// That of the pdf, and the widest that readers of other formats take for it where they have not the
// font that was named: Noto Sans Bengali.
enum letters_font { LETTERS_PDF, LETTERS_WIDEST };

// Fills in what depends on the type.
void letters_metrics(struct metrics *ret, enum letters_font font);
int64_t letters_width(const char *s, size_t n, bool bold);
