// SPDX-License-Identifier: GPL-3.0-or-later
// Where a cursor may stand, for lineedit.c and lineedit_draw.c.
#pragma once

#include "orjon/tui/lineedit.h"

bool lineedit_is_boundary(const struct lineedit *edit, size_t at);
size_t lineedit_after(const struct lineedit *edit, size_t at);
size_t lineedit_before(const struct lineedit *edit, size_t at);
// The bytes of the marked text, from *ret_from on; 0 when none is marked.
size_t lineedit_marked(const struct lineedit *edit, size_t *ret_from);
