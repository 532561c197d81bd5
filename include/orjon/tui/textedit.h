// SPDX-License-Identifier: GPL-3.0-or-later
// A text of many lines being typed, by syllable: a lineedit's cursor, marks and undo, wrapped.
//
// Enter begins a paragraph; in a list («১.», «১)», «(১)», «০১।», «ক)») it goes on with the next
// number and raises those behind it, and on an empty number it ends the list. A key costs what its
// paragraph costs, however long the text is: only the rows from the one before the change to where
// the old ones fit again are laid anew.
#pragma once

#include "orjon/tui/screen.h"

#include <stdbool.h>
#include <stddef.h>

struct textedit;

// What would make the text longer than so many code points is refused in words and not taken.
struct textedit *textedit_new(size_t letters);
void textedit_free(struct textedit **p);
// Starts on s with the cursor at its beginning; nothing to undo.
void textedit_set(struct textedit *edit, const char *s, size_t n);
const char *textedit_text(const struct textedit *edit, size_t *ret_n); // as typed
bool textedit_changed(const struct textedit *edit);                    // since textedit_set
void textedit_keep(struct textedit *edit); // as it stands it is unchanged; undo goes on
// The text as it is to be kept: what text_clean_lines makes of it. Appended.
void textedit_commit(const struct textedit *edit, struct str *ret);
// Puts text in the place of the whole as one step of undo; desk is told of what is too long.
void textedit_replace(struct textedit *edit, struct desk *desk, const char *s, size_t n);
// True when the key was for the text. A click puts the cursor, a second one in its place marks the
// word, a third the paragraph.
bool textedit_key(struct textedit *edit, struct desk *desk, const struct key *key);
// Draws the text, and in the last row words, letters and the place; puts the canvas's cursor.
void textedit_draw(struct textedit *edit, struct canvas *canvas, int row, int col, int rows,
                   int columns);
