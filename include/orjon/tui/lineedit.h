// SPDX-License-Identifier: GPL-3.0-or-later
// One line of text being typed, by syllable.
//
// Arrows and Delete go by syllable, Backspace takes one code point, as Bengali keyboards expect.
// The cursor always stands between syllables. A letter that joins what follows (hasanta typed
// before a consonant) carries the cursor to the end of the joined syllable, but the next letter
// still goes where the hand left off.
//
// The text, the cursor, what is marked and the steps of undo are the same for a text of many lines
// (textedit.h), which is drawn otherwise and has more keys.
#pragma once

#include "orjon/base/str.h"
#include "orjon/tui/canvas.h"
#include "orjon/tui/key.h"

#include <stdbool.h>
#include <stddef.h>

struct lineedit_step;
struct desk;

struct lineedit {
    struct str text;
    struct str origin; // as set, to know whether it changed
    size_t cursor;     // between syllables
    size_t seam;       // where the next letter goes; the cursor, or inside the syllable before it
    size_t anchor;     // other end of the marked text; the cursor when none is marked
    size_t left;       // first byte in view
    size_t max;        // bytes; 0 = LINEEDIT_MAX
    bool lines;        // the text may have line breaks
    bool figure;       // drawn as a figure stands: at the right, in the user's digits
    bool fresh;        // nothing typed yet: the first letter replaces all
    bool typing;       // the last key typed: the next one belongs to the same step of undo
    struct lineedit_step *undo, *redo;
    struct str *clipboard; // borrowed; NULL = Ctrl-C, X, V are not ours
    struct desk *desk;     // borrowed; told of copies; may be NULL
    // Told of each change of the text after it: `added` bytes stand in the place of `removed`. May
    // be NULL.
    void (*changed)(void *data, size_t at, size_t removed, size_t added);
    void *data;
};

// A line holds more than any text may have, so that one which is too long is refused as it is
// saved, and not cut in silence before.
enum { LINEEDIT_MAX = 64 << 10 };
// Steps of undo, and bytes of them: the oldest give way.
enum { LINEEDIT_UNDO_MAX = 500, LINEEDIT_UNDO_BYTES = 8 << 20 };

void lineedit_init(struct lineedit *edit); // empty; also sets what must not be zero
void lineedit_done(struct lineedit *edit);
// Starts on s with the cursor at its end. fresh: all is marked, the first letter replaces it, an
// arrow keeps it.
void lineedit_set(struct lineedit *edit, const char *s, size_t n, bool fresh);
void lineedit_join(struct lineedit *edit,
                   struct desk *desk);              // shares its clipboard; NULL: nobody's
bool lineedit_changed(const struct lineedit *edit); // since lineedit_set
// Marks all: the first letter replaces it, an arrow keeps it.
void lineedit_mark(struct lineedit *edit);
// True when the key was for the line (whether or not it changed anything).
bool lineedit_key(struct lineedit *edit, const struct key *key);
// Puts text in at the cursor as one step of undo, replacing what is marked.
void lineedit_insert(struct lineedit *edit, const char *s, size_t n);
// The text as it is to be kept: NFC, no blanks at the ends, of a text of many lines no blanks
// beside line breaks. Appended.
void lineedit_commit(const struct lineedit *edit, struct str *ret);
// Draws `columns` cells and puts the canvas's cursor. Scrolls sideways; ‹ and › tell of text
// beyond.
void lineedit_draw(struct lineedit *edit, struct canvas *canvas, int row, int col, int columns,
                   enum style style);
