// SPDX-License-Identifier: GPL-3.0-or-later
// The four quarters of a year as four small bars.
#pragma once

#include "orjon/domain/score.h"
#include "orjon/tui/canvas.h"

enum { SPARK_COLUMNS = 2 * QUARTERS - 1 };

// Appends SPARK_COLUMNS columns: what was reached up to each quarter, in percent, as a bar as high
// as its share of the whole, with a blank between two so that they never run together: «▂ ▄ ▆ █».
// █ is all of it and ▁ nothing, · a quarter that has no figure or is to come. In ASCII _ is
// nothing, then . - = and #, which is all.
void spark_add(struct str *ret, const struct mark reached[QUARTERS], bool ascii);
// The same at the right end of a rule that is drawn already.
void spark_draw(struct canvas *canvas, int row, const struct mark reached[QUARTERS]);
