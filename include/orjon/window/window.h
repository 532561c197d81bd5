// SPDX-License-Identifier: GPL-3.0-or-later
// The window: the desk's other front. It shows the canvases of a desk as shaped text, and turns the
// events of the desktop into its keys.
//
// It is a module (base/module.h), for GTK would make every start several times as long; what is in
// it is reached through one table.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/str.h"
#include "orjon/tui/screen.h"

#include <stdbool.h>

#define WINDOW_MODULE "orjon-window"
#define WINDOW_SYMBOL "window_room"

enum { WINDOW_SIDE_MAX = 2000 };                    // rows or columns
enum { WINDOW_FONT_MIN = 6, WINDOW_FONT_MAX = 96 }; // pixels

// What is asked for; for what is not (NULL, 0), what was last kept, else the usual.
struct window_options {
    const char *bengali; // family of the font of Bengali text
    const char *cell;    // family of the font of Latin letters and digits
    int font_size;       // pixels
    int rows, cols;
    enum theme ground; // what THEME_AUTO means: LIGHT, DARK; AUTO: as the desktop is
    bool full_screen;
};

struct window;       // one at a time
struct window_still; // pictures without one

struct window_room {
    // NOT_FOUND when there is no display; FAILED, naming the package to install, when no font
    // writes Bengali. What is shown is first seen with the first canvas.
    enum status (*open)(const struct window_options *options, struct window **ret, struct err *err);
    // Keeps fonts and sizes for the next time.
    void (*close)(struct window **p);
    // Its read gives K_TERMINATE when the window is closed, when a signal asks to end, and when the
    // display goes away; what it copies goes to the clipboard of the desktop. It has nothing to
    // lend.
    struct desk_front (*front)(struct window *window);
    // After close: if a signal asked us to end, or the display went away, ends by that signal.
    void (*reraise)(void);
    // Says a sentence in a box of its own, where nobody would read it in a terminal.
    void (*tell)(const char *sentence);
    // Pictures of canvases; needs no display. The front is for a desk that is played: it measures,
    // and shows nothing.
    enum status (*open_still)(const struct window_options *options, struct window_still **ret,
                              struct err *err);
    void (*close_still)(struct window_still **p);
    struct desk_front (*still_front)(struct window_still *still);
    enum status (*still_png)(struct window_still *still, const struct canvas *canvas,
                             enum theme theme, struct str *ret, struct err *err);
};
