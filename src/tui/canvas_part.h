// SPDX-License-Identifier: GPL-3.0-or-later
// For what scrolls: a part of a text, of which it is known that there is more.
#pragma once

#include "orjon/tui/canvas.h"

// As canvas_text, without a mark where it is cut.
void canvas_part(struct canvas *canvas, int row, int col, int columns, enum style style,
                 enum align align, const char *s, size_t n);
// What stands behind the last syllable of a text that is cut, one column wide.
const char *canvas_cut_mark(const struct canvas *canvas);
