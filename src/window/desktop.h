// SPDX-License-Identifier: GPL-3.0-or-later
// The window on the desktop.
#pragma once

#include "options.h"
#include "settings.h"

#include <gtk/gtk.h>

enum { MARGIN = 4 }; // pixels around the grid

struct place {
    int row, column;
};

struct stretch {
    struct place from, to; // to: behind it
};

struct desktop {
    struct settings settings;
    struct session session;
    struct paint *paint;
    struct paint_measure measure;
    GtkWidget *window, *area;
    guint reading, writing; // sources of the main loop; 0 none
    bool focused, full_screen;
    gint64
        fitted; // when it was last asked to take a size; what it takes just then is nobody's wish
    bool over;  // the program has ended and its last words are shown
    GtkIMContext *input;
    char *preedit; // what the input method has in hand
    struct {
        bool there, pressed, dragged;
        struct stretch anchor, end; // the syllables that it began on and has come to
        guint button;
    } selection;
};

// Opens the window and serves it until it closes; *ret_code is what the program ended with.
// NOT_FOUND when there is no display.
enum status desktop_run(const struct window_options *options, int *ret_code, struct err *err);

// Fonts of another size or family; the old ones stay when the new cannot be had.
void desktop_set_fonts(struct desktop *d, const struct paint_fonts *fonts);
void desktop_zoom(struct desktop *d, int by); // 0: the usual size
void desktop_set_colours(struct desktop *d, enum session_colours colours);
void desktop_set_full_screen(struct desktop *d, bool on);
void desktop_refresh(struct desktop *d); // asks for the rows that changed to be painted
void desktop_tell(struct desktop *d, const char *sentence);
double desktop_row_top(const struct desktop *d, int row);
struct place desktop_place_at(struct desktop *d, double x, double y);

// --- flow.c: between the program and the main loop ----------------------------------------------
void flow_start(struct desktop *d);
void flow_stop(struct desktop *d);
void flow_push(struct desktop *d); // what was typed and not taken is taken later

// --- keyboard.c ---------------------------------------------------------------------------------
void keyboard_attach(struct desktop *d);
void keyboard_detach(struct desktop *d);
void keyboard_place(struct desktop *d); // tells the input method where the cursor is

// --- pointer.c, clipboard.c, menu.c, drop.c -----------------------------------------------------
void pointer_attach(struct desktop *d);
bool selection_has(const struct desktop *d, int row, int column);
void selection_clear(struct desktop *d);
void clipboard_copy(struct desktop *d, GdkAtom which); // the selection
void clipboard_give(const char *text);
void clipboard_paste(struct desktop *d, GdkAtom which);
void menu_open(struct desktop *d, const GdkEvent *event);
void drop_attach(struct desktop *d);
