// SPDX-License-Identifier: GPL-3.0-or-later
// What textedit.c (keys), textedit_list.c (numbered lists), textedit_rows.c (layout) and
// textedit_draw.c (picture) share.
#pragma once

#include "lineedit_private.h"

#include "orjon/tui/textedit.h"

// A row of the picture. What is counted goes to where the next row begins.
struct textedit_row {
    size_t from, len;
    size_t words, letters;
};

struct textedit_rows {
    struct textedit_row *row; // at least one
    size_t count, cap;
    int columns;
    size_t words, letters; // of all
};

struct textedit {
    struct lineedit edit;
    struct textedit_rows rows;
    size_t limit; // code points
    int goal;     // the column that vertical moves keep to; -1: where the cursor is
    size_t top;   // the first row in view
    // As last drawn.
    int row, col, view, columns;
    size_t clicked; // where the last click was
    int clicks;     // so often there, running
};

// Lays the whole text, of n bytes.
void textedit_rows_lay(struct textedit_rows *rows, const char *s, size_t n, int columns);
// Lays what must be laid anew after a change; s is the text after it.
void textedit_rows_change(struct textedit_rows *rows, const char *s, size_t n, size_t at,
                          size_t removed, size_t added);
// The row on which a place of the text is.
size_t textedit_row_of(const struct textedit_rows *rows, size_t at);

// Enter, nothing being marked.
void textedit_break(struct textedit *edit);
