// SPDX-License-Identifier: GPL-3.0-or-later
// How each role looks. Colours only ever add to what bold, underline and reverse tell already.
#include "terminal_private.h"

#include <stdlib.h>

// Roles that can stand side by side differ by these alone: NO_COLOR, one-coloured terminals, eyes
// that see few colours.
static const int attributes[STYLE_COUNT] = {
    [STYLE_PLAIN] = 0,
    [STYLE_TITLE] = LOOK_BOLD | LOOK_REVERSE,
    [STYLE_HEADING] = LOOK_BOLD,
    [STYLE_RULE] = 0,
    [STYLE_DIM] = LOOK_FAINT,
    [STYLE_LABEL] = 0,
    [STYLE_FIELD] = LOOK_UNDERLINE,
    [STYLE_FOCUS] = LOOK_REVERSE,
    [STYLE_EDIT] = LOOK_BOLD | LOOK_UNDERLINE,
    [STYLE_SELECTED] = LOOK_REVERSE | LOOK_UNDERLINE,
    [STYLE_GOOD] = LOOK_ITALIC,
    [STYLE_WARNING] = LOOK_BOLD | LOOK_ITALIC,
    [STYLE_ERROR] = LOOK_BOLD | LOOK_REVERSE,
    [STYLE_KEY] = LOOK_REVERSE,
    [STYLE_KEY_NAME] = 0,
    [STYLE_MARK] = LOOK_BOLD | LOOK_REVERSE | LOOK_UNDERLINE,
};

// A colour of terminals with eight, and of those with 256; 0 = the terminal's own.
struct hue {
    int few, many;
};
enum { RED = 1, GREEN = 2, YELLOW = 3, BLUE = 4, MAGENTA = 5, CYAN = 6, WHITE = 7 };

static const struct hue hues[THEME_COUNT][STYLE_COUNT] = {
    [THEME_AUTO] = // to be read on light and on dark
    {[STYLE_GOOD] = {GREEN, GREEN},
     [STYLE_WARNING] = {MAGENTA, MAGENTA}, // yellow cannot be read on white
     [STYLE_ERROR] = {RED, RED}},
    [THEME_LIGHT] = {[STYLE_TITLE] = {BLUE, 18},
                     [STYLE_HEADING] = {BLUE, 18},
                     [STYLE_RULE] = {0, 245},
                     [STYLE_DIM] = {0, 240},
                     [STYLE_GOOD] = {GREEN, 22},
                     [STYLE_WARNING] = {MAGENTA, 130},
                     [STYLE_ERROR] = {RED, 124},
                     [STYLE_KEY] = {BLUE, 18},
                     [STYLE_MARK] = {MAGENTA, 90}},
    [THEME_DARK] = {[STYLE_TITLE] = {CYAN, 117},
                    [STYLE_HEADING] = {CYAN, 117},
                    [STYLE_RULE] = {0, 242},
                    [STYLE_DIM] = {0, 248},
                    [STYLE_GOOD] = {GREEN, 114},
                    [STYLE_WARNING] = {YELLOW, 221},
                    [STYLE_ERROR] = {RED, 210},
                    [STYLE_KEY] = {CYAN, 117},
                    [STYLE_MARK] = {YELLOW, 221}},
    [THEME_CONTRAST] = {[STYLE_GOOD] = {GREEN, 46},
                        [STYLE_WARNING] = {YELLOW, 226},
                        [STYLE_ERROR] = {RED, 217},
                        [STYLE_MARK] = {YELLOW, 226}},
};

enum theme theme_in_force(enum theme theme)
{
    const char *none = getenv("NO_COLOR");
    return (none && *none) || info_colours() < 8 ? THEME_MONO : theme;
}

struct look theme_look(enum theme theme, enum style style)
{
    const bool many = info_colours() >= 256;
    const struct hue *hue = &hues[theme][style];
    struct look look = {
        .attributes = attributes[style], .front = many ? hue->many : hue->few, .back = LOOK_OWN};
    if (!look.front)
        look.front = LOOK_OWN;
    if (look.front >= 0 && style == STYLE_DIM)
        look.attributes &= ~LOOK_FAINT; // the colour is faint enough
    if (theme == THEME_CONTRAST) {
        look.attributes &= ~LOOK_FAINT;
        look.back = many ? 16 : 0;
        if (look.front < 0)
            look.front = many ? 231 : WHITE;
    }
    return look;
}
