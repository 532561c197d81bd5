// SPDX-License-Identifier: GPL-3.0-or-later
// Where a cursor may stand, and how the text changes, for lineedit*.c and textedit*.c.
#pragma once

#include "orjon/tui/lineedit.h"

bool lineedit_is_boundary(const struct lineedit *edit, size_t at);
size_t lineedit_after(const struct lineedit *edit, size_t at);
size_t lineedit_before(const struct lineedit *edit, size_t at);
// The bytes of the marked text, from *ret_from on; 0 when none is marked.
size_t lineedit_marked(const struct lineedit *edit, size_t *ret_from);
// Puts the cursor at `at`, or behind the syllable that this is in. mark: the other end of what is
// marked stays.
void lineedit_stand(struct lineedit *edit, size_t at, bool mark);

// Puts n bytes in the place of those at from .. to, as one step of undo, or where it goes on as
// part of the last one. What does not fit into the line is cut between syllables.
void lineedit_change(struct lineedit *edit, size_t from, size_t to, const char *s, size_t n,
                     bool goes_on);
void lineedit_take_back(struct lineedit *edit, bool redo);
void lineedit_forget(struct lineedit *edit); // all steps
