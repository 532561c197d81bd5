// SPDX-License-Identifier: GPL-3.0-or-later
// The desk: a stack of screens, the message line, the key bar, and the loop.
//
// It knows no terminal: keys come from a front and canvases go to it. A desk without a front is
// played from a script, which is how screens are tested.
#pragma once

#include "orjon/base/error.h"
#include "orjon/tui/canvas.h"
#include "orjon/tui/key.h"

#include <stdbool.h>
#include <stdint.h>

struct desk;

enum screen_action {
    SCREEN_STAY,    // the key was for the screen
    SCREEN_IGNORED, // it was not: the desk's fallback may have it
    SCREEN_CLOSE,   // take this screen off the stack
    SCREEN_QUIT,    // end the loop
};

struct key_hint {
    const char *key;  // «F2»; live at least until the next draw
    const char *text; // «edit»
};
enum { KEY_HINTS_MAX = 16 };

// What a screen does. All but draw, key and free may be NULL.
struct screen_ops {
    const char *name;
    bool overlay; // drawn over the screen below, as a box is
    // Draws on canvas->rows × canvas->cols (the message line and the key bar are below that) and
    // puts the cursor on what has the focus. The canvas is blank, but for an overlay.
    void (*draw)(void *state, struct canvas *canvas);
    enum screen_action (*key)(void *state, struct desk *desk, const struct key *key);
    // The keys to show at present, most important first; returns how many.
    size_t (*hints)(void *state, struct key_hint *ret, size_t max);
    // The program must end: keep what is half typed.
    void (*commit)(void *state);
    // The screen is on top (again): read again what may have changed.
    void (*resume)(void *state, struct desk *desk);
    void (*free)(void **state);
};

// Colours by role: for the terminal's own background whatever it is, for a light one, for a dark
// one, white on black and nothing faint, without colours.
enum theme { THEME_AUTO, THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEME_MONO, THEME_COUNT };

struct desk_front {
    void *self;
    // Waits at most timeout milliseconds (-1: for ever, 0: not at all); K_TIMEOUT if nothing came.
    void (*read)(void *self, int timeout, struct key *ret);
    void (*show)(void *self, const struct canvas *canvas);
    void (*size)(void *self, int *ret_rows, int *ret_cols);
    // These may be NULL.
    void (*copy)(void *self, const char *text, size_t n); // to where other programs paste from
    void (*set_theme)(void *self, enum theme theme);
    void (*set_mouse)(void *self, bool on);
};

enum { DESK_ROWS_MIN = 16, DESK_COLS_MIN = 60 };

struct desk *desk_new(const struct desk_front *front, bool ascii); // front NULL: to be played
void desk_free(struct desk **p);

// The desk owns the state from now on and frees it with ops->free.
void desk_push(struct desk *desk, const struct screen_ops *ops, void *state);
void desk_pop(struct desk *desk);
size_t desk_depth(const struct desk *desk);

// The message line; shown until the next key. An error keeps the user's eye: also marked «!».
enum message { MESSAGE_INFO, MESSAGE_GOOD, MESSAGE_WARNING, MESSAGE_ERROR };
void desk_say(struct desk *desk, enum message kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void desk_fail(struct desk *desk, const struct err *err);
const char *desk_message(const struct desk *desk);

// Keys that the top screen ignores (F1, F10): never called while an overlay is on top.
void desk_set_fallback(struct desk *desk,
                       enum screen_action (*key)(void *data, struct desk *desk,
                                                 const struct key *key),
                       void *data);
struct str *desk_clipboard(struct desk *desk);
void desk_copy(struct desk *desk, const char *text, size_t n); // there and out of the program
void desk_redraw(struct desk *desk); // something changed behind the screens: draw again

// What is done once after each key when no other has come for a while (DESK_REST milliseconds, or
// <Wait> in a script): work that nobody should wait for.
enum { DESK_REST = 2000 };
void desk_set_rest(struct desk *desk, void (*rest)(void *data, struct desk *desk), void *data);

// Settings of the terminal, in force at once. At first the theme is AUTO and the mouse off, so that
// the terminal keeps its own select and paste.
void desk_set_theme(struct desk *desk, enum theme theme);
enum theme desk_theme(const struct desk *desk);
void desk_set_mouse(struct desk *desk, bool on);
bool desk_mouse(const struct desk *desk);

// Told again and again by work that takes long: once it takes over half a second, the message line
// says how far it is. Ends with the key that began the work.
void desk_progress(struct desk *desk, const char *text, int64_t done, int64_t total);
bool desk_busy(const struct desk *desk); // whether the progress is shown
// Another clock for tests; milliseconds.
void desk_set_clock(struct desk *desk, int64_t (*now)(void));

// Runs until the stack is empty or a screen quits (false), or until K_TERMINATE (true), after every
// screen has committed.
bool desk_run(struct desk *desk);

// Plays a script on a desk of rows × cols and appends the last picture to ret (may be NULL). The
// desk stays as it is, so that several scripts can be played in turn.
enum status desk_play(struct desk *desk, const char *script, int rows, int cols, struct str *ret,
                      struct err *err);
// The picture as it stands, for tests that want styles or the cursor.
const struct canvas *desk_canvas(const struct desk *desk);
bool desk_ended(const struct desk *desk);
