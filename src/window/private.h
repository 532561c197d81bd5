// SPDX-License-Identifier: GPL-3.0-or-later
// What the files of the window share.
#pragma once

#include "orjon/tui/key.h"
#include "orjon/tui/screen.h"
#include "orjon/window/window.h"
#include "page.h"
#include "settings.h"
#include "sheet.h"

#include <gtk/gtk.h>

struct place {
    int row, col;
};

struct stretch {
    struct place from, to; // to: behind it
};

// A key that waits to be read.
struct waiting {
    struct key key;
    struct str text; // of a paste
    bool coming;     // a paste that another program has not handed over yet; keys wait behind it
};

struct window {
    struct settings settings;
    struct paint *paint;
    struct paint_measure measure;
    int spacing;        // of lines, in force, percent
    struct sheet sheet; // what is shown
    struct page_picture page;
    enum theme theme, ground;
    GtkWidget *top, *area;
    bool focused, full_screen;
    int rows, cols;        // that there is room for
    GQueue keys;           // struct waiting, as they came
    struct waiting *given; // the paste that was read last
    bool closed;           // the user is done with it
    bool working;          // a key is being handled: nobody waits for events
    bool drawn;            // since it was last asked for
    GtkIMContext *input;
    GdkEvent *asked; // for a menu that has not opened yet; NULL: none
    char *preedit;   // what the input method has in hand
    struct {
        bool there, pressed, dragged;
        struct stretch anchor, end; // the syllables that it began on and has come to
    } selection;
};

// --- frame.c: the widgets, their size and fonts --------------------------------------------------
void frame_build(struct window *w);
void frame_set_fonts(struct window *w, const struct paint_fonts *fonts);
void frame_zoom(struct window *w, int by);    // 0: the usual size
void frame_enlarge(struct window *w, int by); // what the cursor is on: a page, else the letters
void frame_set_spacing(struct window *w, int percent);
void frame_set_full_screen(struct window *w, bool on);
bool frame_is_dark(void); // the desktop's own colours are
double frame_row_top(const struct window *w, int row);
struct place frame_place_at(const struct window *w, double x, double y);

// --- drawing.c ----------------------------------------------------------------------------------
void drawing_attach(struct window *w);
void drawing_refresh(struct window *w); // shows what changed
// Marks what the input method has in hand as changed: it may reach out of the text that it is in.
void drawing_touch_preedit(struct window *w);

// --- front.c ------------------------------------------------------------------------------------
struct desk_front front_of(struct window *w);
void front_push(struct window *w, const struct key *key);
void front_push_text(struct window *w, const char *text, size_t n); // as one paste
void front_done(struct window *w);

// --- still.c ------------------------------------------------------------------------------------
enum status still_open(const struct window_options *options, struct window_still **ret,
                       struct err *err);
void still_close(struct window_still **p);
struct desk_front still_front(struct window_still *still);
enum status still_png(struct window_still *still, const struct canvas *canvas, enum theme theme,
                      struct str *ret, struct err *err);

// --- loss.c: a display that goes away, and signals that ask to end ------------------------------
void loss_watch(void);
// Does what talks to the display. False when that has gone, now or before: nothing may then be
// asked of it again.
bool loss_attempt(void (*act)(void *data), void *data);
bool loss_is_ended(void); // the display has gone, or a signal came
void loss_reraise(void);

// --- keys.c -------------------------------------------------------------------------------------
// What a key of the desktop is to a desk; `latin` is what it bears in the Latin layout, for Ctrl
// and Alt. False when it is none of a desk's.
bool keys_of_event(guint key, guint latin, guint state, struct key *ret);

// --- keyboard.c, pointer.c, clipboard.c, menu.c -------------------------------------------------
void keyboard_attach(struct window *w);
void keyboard_detach(struct window *w);
void keyboard_finish(struct window *w); // takes what the input method has in hand
void keyboard_place(struct window *w);  // tells the input method where the cursor is
void pointer_attach(struct window *w);
bool selection_has(const struct window *w, int row, int col);
void selection_clear(struct window *w);
void clipboard_give(const char *text, size_t n);
void clipboard_copy(struct window *w, GdkAtom which); // what is marked
void clipboard_paste(struct window *w, GdkAtom which, const struct key *otherwise);
void clipboard_attach(struct window *w); // what is dropped
// The addresses (file:///…) of files as they are typed: paths in quotes, one blank apart.
void clipboard_quote(const char *const *addresses, struct str *ret);
// The desk may open its menu by a key or a button of its own: then where this event was.
void menu_remember(struct window *w, const GdkEvent *event);
// Asks the desk what can be done at a place, or with what is marked; the menu then opens where the
// event was.
void menu_ask(struct window *w, const GdkEvent *event, struct place place);
// What the desk offers, and below it what the window itself can do.
void menu_open(struct window *w, const struct desk_offer *offers, size_t n);
