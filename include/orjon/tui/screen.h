// SPDX-License-Identifier: GPL-3.0-or-later
// The desk: a stack of screens, the message line, the key bar, and the loop.
//
// It knows no terminal: keys come from a front and canvases go to it. A desk without a front is
// played from a script, which is how screens are tested.
#pragma once

#include "orjon/base/error.h"
#include "orjon/tui/action.h"
#include "orjon/tui/canvas.h"
#include "orjon/tui/key.h"

#include <stdbool.h>
#include <stdint.h>

struct desk;
struct grid;
struct pager;

// What a screen does. All but draw and free may be NULL.
struct screen_ops {
    const char *name;
    bool overlay; // drawn over the screen below, as a box is; what every screen has does not act
    const struct action *actions; // ends with a row without act
    const struct action *shared; // likewise: what it has in common with others; its own come before
    const char *about;           // what its page of help says before the keys, N_(…)
    // The table or the text in which the screen moves: then mode, settle and key may be NULL.
    struct grid *(*grid)(const void *state);
    struct pager *(*pager)(const void *state);
    // What a key would find at present; NULL: MODE_LOOKING.
    enum screen_mode (*mode)(const void *state);
    // What a row of its tables is called at present on the key bar and in the menu, N_(…); "": it
    // has no place there, for it would only be refused. NULL, or an answer of NULL: as the row
    // says.
    const char *(*hint)(const void *state, const struct action *row);
    // Before each key: reads again what somebody else may have changed. False when that makes the
    // key mean something else than what was seen; it then does nothing, and why is said.
    bool (*look)(void *state, struct desk *desk, const struct key *key);
    // Ends a search and accepts what is half typed; false when that was refused, and said.
    bool (*settle)(void *state, struct desk *desk);
    // Says why an action may not act on what is marked, unless nothing can be changed at all
    // (desk_set_read_only). NULL: a sentence for all.
    void (*refuse)(void *state, struct desk *desk);
    // What the page of help tells first, of what is marked; appended.
    void (*describe)(const void *state, struct str *ret);
    // What a word stands for here, appended: the plan, the quarter, what sort of text is typed.
    // Nothing where it is not known; then the screen below is asked.
    void (*fill)(const void *state, const char *name, struct str *ret);
    // Draws on canvas->rows × canvas->cols (the message line and the key bar are below that) and
    // puts the cursor on what has the focus. The canvas is blank, but for an overlay.
    void (*draw)(void *state, struct canvas *canvas);
    // A key that is of no action: moving, typing. False when it is not for the screen.
    bool (*key)(void *state, struct desk *desk, const struct key *key);
    // No key has come for a while (DESK_REST): keep aside what is half typed, against a power cut.
    void (*rest)(void *state);
    // The program must end: keep what is half typed.
    void (*commit)(void *state);
    // The screen is on top again: read again what may have changed. The one of the two that can
    // only fail leaves it to the desk to say so.
    enum status (*load)(void *state, struct err *err);
    void (*resume)(void *state, struct desk *desk);
    void (*free)(void **state);
};

// Colours by role: for the terminal's own background whatever it is, for a light one, for a dark
// one, white on black and nothing faint, without colours.
enum theme { THEME_AUTO, THEME_LIGHT, THEME_DARK, THEME_CONTRAST, THEME_MONO, THEME_COUNT };

// What can be done now with what is marked: a line of a menu.
struct desk_offer {
    struct key key; // that does it
    char *name;     // of the key
    const char *text;
};

struct desk_front {
    void *self;
    // Waits at most timeout milliseconds (-1: for ever, 0: not at all); K_TIMEOUT if nothing came.
    void (*read)(void *self, int timeout, struct key *ret);
    void (*show)(void *self, const struct canvas *canvas);
    void (*size)(void *self, int *ret_rows, int *ret_cols);
    // These may be NULL.
    double (*aspect)(void *self); // height of a cell by its width, of a front that shows page areas
    // Of a front that shapes texts: as canvas_measure.
    int (*lines)(void *self, const char *s, size_t n, int columns, enum style style, int most);
    int (*columns)(void *self, const char *s, size_t n, enum style style);
    void (*copy)(void *self, const char *text, size_t n); // to where other programs paste from
    void (*set_theme)(void *self, enum theme theme);
    void (*set_mouse)(void *self, bool on); // NULL: it is always there
    // Shows a menu for the K_MENU that was read last; what is chosen comes as its key. The offers
    // last until this returns. NULL: the desk draws a box.
    void (*menu)(void *self, const struct desk_offer *offers, size_t n);
    // Gives the terminal to another program, and takes it back.
    void (*lend)(void *self);
    void (*take)(void *self);
};

enum { DESK_ROWS_MIN = 16, DESK_COLS_MIN = 60 };

struct desk *desk_new(const struct desk_front *front, bool ascii); // front NULL: to be played
void desk_free(struct desk **p);

// The desk owns the state from now on and frees it with ops->free.
void desk_push(struct desk *desk, const struct screen_ops *ops, void *state);
// Takes the top screen off. Its state lives until the key that is being handled is done with.
void desk_pop(struct desk *desk);
void desk_close(struct desk *desk, const void *state); // the same for a screen below others
void desk_quit(struct desk *desk); // ends the loop, after every screen has committed
size_t desk_depth(const struct desk *desk);

// The message line; shown until the next key. An error keeps the user's eye: also marked «!».
enum message { MESSAGE_INFO, MESSAGE_GOOD, MESSAGE_WARNING, MESSAGE_ERROR };
void desk_say(struct desk *desk, enum message kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
void desk_fail(struct desk *desk, const struct err *err);
// That what was typed was left with Esc, and how it comes back. name: of its field, which stands
// for a text that is too long to be told; NULL: the text is shortened.
void desk_say_left(struct desk *desk, const char *name, const char *typed);
const char *desk_message(const struct desk *desk);

// What every screen can do besides, but for overlays; a row of the screen's own with the same key
// comes before it. data is handed to act in place of a screen's state.
void desk_set_common(struct desk *desk, const struct action *actions, void *data);
// Says on any screen why nothing can be changed, in MODE_READ_ONLY; data as for the common actions.
void desk_set_read_only(struct desk *desk, void (*why)(void *data, struct desk *desk));
// The same for a key that is no action's: why what is marked on the top screen is not changed.
void desk_refuse(struct desk *desk);
// The row of a screen's own, or of those it shares; NULL when neither has the key.
const struct action *screen_action(const struct screen_ops *ops, const struct key *key);
// What a key would find on the top screen.
enum screen_mode desk_mode(const struct desk *desk);
// What a word stands for on the top screen, or on one below it; appended.
void desk_fill(const struct desk *desk, const char *name, struct str *ret);
// Types a text on the top screen, as if it were pasted.
void desk_type(struct desk *desk, const char *text);
// For the rows of a table or a text: finds as one types, or goes to the next place; and asks anew
// what to look for.
void screen_find(void *state, struct desk *desk, const struct key *key);
void screen_find_new(void *state, struct desk *desk, const struct key *key);
// The menu of what can be done now on the top screen: the last button of the key bar where others
// have no room.
void screen_menu(void *state, struct desk *desk, const struct key *key);
// The page of help of the top screen: what it says of itself, its actions, the common ones.
void desk_help(struct desk *desk);
struct str *desk_clipboard(struct desk *desk);
void desk_copy(struct desk *desk, const char *text, size_t n); // there and out of the program
void desk_redraw(struct desk *desk); // something changed behind the screens: draw again
void desk_resume(struct desk *desk); // the same, after the top screen has resumed

// What is done once after each key when no other has come for a while (DESK_REST milliseconds, or
// <Wait> in a script): work that nobody should wait for.
enum { DESK_REST = 2000 };
void desk_set_rest(struct desk *desk, void (*rest)(void *data, struct desk *desk), void *data);

// Gives the terminal to another program that the caller runs to its end, and takes it back. False
// where there is none to give.
bool desk_lend(struct desk *desk);
void desk_take(struct desk *desk);

// Settings of the front, in force at once. At first the theme is AUTO and the mouse off, so that a
// terminal keeps its own select and paste; where a front cannot turn it off, it is on.
void desk_set_theme(struct desk *desk, enum theme theme);
enum theme desk_theme(const struct desk *desk);
void desk_set_mouse(struct desk *desk, bool on);
bool desk_mouse(const struct desk *desk);
bool desk_mouse_stays(const struct desk *desk); // it cannot be turned off

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
