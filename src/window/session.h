// SPDX-License-Identifier: GPL-3.0-or-later
// A program and the screen that it draws: libvterm's state, as rows of cells to be painted.
#pragma once

#include "program.h"

#include "orjon/paint/paint.h"

#include <vterm.h>

enum { SESSION_SIDE_MAX = 2000 }; // rows or columns; no display has more

enum session_colours { COLOURS_LIGHT, COLOURS_DARK, COLOURS };

struct session {
    struct program program;
    VTerm *vt;
    VTermScreen *screen;
    int rows, columns;
    int32_t ink, ground;     // where the program asks for no colour
    bool *dirty;             // rows that changed since they were painted
    struct paint_cell *cell; // scratch: one row
    struct {
        int row, column, shape; // VTERM_PROP_CURSORSHAPE_…
        bool visible;
    } cursor;
    struct str rest;          // read, but for the end of its last letter
    struct str title, copied; // what it calls itself; what it put on the clipboard
    bool titled, copies;      // … since this was last looked at
    bool other_screen;        // it has the screen for itself, as an editor has
    int mouse;                // VTERM_PROP_MOUSE_…
};

enum status session_start(struct session *session, char *const *argv, int rows, int columns,
                          enum session_colours colours, struct err *err);
void session_end(struct session *session); // hangs up

// Reads what the program has shown; false once it will show no more.
bool session_read(struct session *session);
void session_resize(struct session *session, int rows, int columns);
// Writes on the screen as if the program had.
void session_say(struct session *session, const char *text);
void session_all_dirty(struct session *session);
void session_set_colours(struct session *session, enum session_colours colours);

// The cells of a row; borrowed until the next call.
const struct paint_cell *session_row(struct session *session, int row);
// What of it is text, without the blanks at the end.
void session_text(struct session *session, int row, int from, int to, struct str *ret);
enum paint_cursor session_cursor_shape(const struct session *session, bool focused);

void session_letter(struct session *session, uint32_t letter, VTermModifier modifier);
void session_key(struct session *session, VTermKey key, VTermModifier modifier);
// As one paste, where the program can tell.
void session_paste(struct session *session, const char *text);
// The addresses (file:///…) of files, ended by NULL, as one paste of their paths.
void session_drop(struct session *session, const char *const *addresses);

// --- told.c: what the versions of libvterm tell each in their own way ---------------------------
void told_title(struct session *session, const VTermValue *value);
void told_watch_copies(struct session *session);
