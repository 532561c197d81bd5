// SPDX-License-Identifier: GPL-3.0-or-later
// A form, shared by its parts: form.c its keys, form_draw.c its picture.
#pragma once

#include "left.h"
#include "orjon/tui/form.h"
#include "orjon/tui/lineedit.h"

struct form {
    const struct form_field *fields;
    int count;
    void *data;
    int focus, top;
    bool editing;
    struct lineedit edit;
    struct str error;        // why the edit was refused
    struct str dropped;      // typed and left with Esc, until something is saved
    int dropped_from;        // its field; -1: nothing was left
    struct left_texts *left; // where that outlives the form, under the name; NULL: it does not
    char *name;
    // As last drawn: the place, and the rows that the error took.
    int row, col, rows, columns, error_rows;
};

bool form_is_open(const struct form *form, int field); // it is there, and takes what is typed
