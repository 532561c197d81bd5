// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers of itself: fonts, how far its lines are apart, size.
#pragma once

#include "orjon/paint/paint.h"
#include "orjon/window/window.h"

struct settings {
    struct str bengali; // the font's family; empty for the usual one
    struct str cell;
    double size; // of the fonts, in pixels
    int spacing; // of lines, percent; SPACING_BY_SCREEN: the usual one where the screen has room
    int rows, cols;
};

enum { SPACING_BY_SCREEN = -1, SPACING_CLOSE = 0, SPACING_USUAL = 10, SPACING_WIDE = 25 };

// The options come first, then what was kept. What cannot be read is as if it were not there.
void settings_read(struct settings *ret, const struct window_options *options);
void settings_keep(const struct settings *settings); // where they cannot be kept, nothing happens
void settings_done(struct settings *settings);
struct paint_fonts settings_fonts(const struct settings *settings); // borrows from them
