// SPDX-License-Identifier: GPL-3.0-or-later
// Labelled fields below each other, edited in place.
//
// Typing starts an edit that replaces the value, F2 or an arrow sideways one that keeps it. Enter,
// Tab and Down accept and go on; Esc gives the old value back, and Ctrl-Z what was typed, until
// something is saved. What is refused stays as typed, with the reason below it.
#pragma once

#include "orjon/base/error.h"
#include "orjon/tui/screen.h"

#include <stdbool.h>

struct form_field {
    const char *label;
    const char *hint; // shown while the field has the focus; may be NULL
    int columns;      // widest value shown; 0 = all the room there is
    enum style style; // of the value at rest; STYLE_PLAIN = STYLE_FIELD where it can be edited
    // The present value, appended. NULL: the label is a heading.
    void (*value)(void *data, int field, struct str *ret);
    // Takes what was typed (clean NFC). NULL: the field is only shown and passed over.
    enum status (*accept)(void *data, int field, const char *text, struct err *err);
};

enum form_event {
    FORM_IGNORED,
    FORM_TAKEN,
    FORM_FIRST, // left upwards from the first field; nothing was changed by the form
    FORM_LAST,  // Enter or Tab on the last field, after it was accepted
};

struct form;

// fields are borrowed and must outlive the form.
struct form *form_new(const struct form_field *fields, int count, void *data);
void form_free(struct form **p);
int form_focus(const struct form *form);
void form_set_focus(struct form *form, int field);
bool form_editing(const struct form *form);
void form_draw(struct form *form, struct canvas *canvas, int row, int col, int rows, int columns);
enum form_event form_key(struct form *form, struct desk *desk, const struct key *key);
// Gives the focus to the field at a place of the canvas, after the edit under way was accepted;
// false when no field is there. form_key does it for the mouse.
bool form_click(struct form *form, int row, int col);
// Whether the field that has the focus stands at a place of the canvas, and nothing is half typed.
bool form_is_at(const struct form *form, int row, int col);
// Accepts the edit under way, as before leaving the screen. On failure the edit goes on.
enum status form_commit(struct form *form, struct err *err);
void form_cancel(struct form *form);                 // drops the edit under way
void form_edit(struct form *form, const char *text); // starts an edit on this text (a pick list)
// Starts an edit on what was left with Esc, in its field; false when there is nothing. form_key
// does it for Ctrl-Z; a screen where that key undoes asks it first, and lets it be forgotten when
// something else was saved.
bool form_bring_back(struct form *form);
void form_forget(struct form *form);
// From now on that outlives the form, for one of the same name on the same desk, which says so.
void form_keep(struct form *form, struct desk *desk, const char *name);
