// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of each role. They only add to what bold, underline and reverse tell already.
#include "sheet.h"

#include <stdlib.h>

enum { REVERSE = 1 << 7 }; // beside the looks of paint

static const uint8_t looks[STYLE_COUNT] = {
    [STYLE_TITLE] = PAINT_BOLD | REVERSE,
    [STYLE_HEADING] = PAINT_BOLD,
    [STYLE_FIELD] = PAINT_UNDERLINE,
    [STYLE_FOCUS] = REVERSE,
    [STYLE_EDIT] = PAINT_BOLD | PAINT_UNDERLINE,
    [STYLE_SELECTED] = PAINT_UNDERLINE | REVERSE,
    [STYLE_WARNING] = PAINT_BOLD,
    [STYLE_ERROR] = PAINT_BOLD | REVERSE,
    [STYLE_KEY] = REVERSE,
    [STYLE_MARK] = PAINT_BOLD | PAINT_UNDERLINE | REVERSE,
};

// 0: that of running text. Each can be read on its ground: 4.5 : 1 and more, 7 : 1 in CONTRAST.
static const int32_t inks[THEME_COUNT][STYLE_COUNT] = {
    [THEME_LIGHT] = {[STYLE_PLAIN] = 0x111111,
                     [STYLE_TITLE] = 0x000087,
                     [STYLE_HEADING] = 0x000087,
                     [STYLE_RULE] = 0x8A8A8A,
                     [STYLE_DIM] = 0x585858,
                     [STYLE_GOOD] = 0x1B6E20,
                     [STYLE_WARNING] = 0x8A5A00,
                     [STYLE_ERROR] = 0xAF0000,
                     [STYLE_KEY] = 0x000087,
                     [STYLE_MARK] = 0x870087},
    [THEME_DARK] = {[STYLE_PLAIN] = 0xE6E6E6,
                    [STYLE_TITLE] = 0x87D7FF,
                    [STYLE_HEADING] = 0x87D7FF,
                    [STYLE_RULE] = 0x6C6C6C,
                    [STYLE_DIM] = 0xA8A8A8,
                    [STYLE_GOOD] = 0x87D787,
                    [STYLE_WARNING] = 0xFFD75F,
                    [STYLE_ERROR] = 0xFF8787,
                    [STYLE_KEY] = 0x87D7FF,
                    [STYLE_MARK] = 0xFFD75F},
    [THEME_CONTRAST] = {[STYLE_PLAIN] = 0xFFFFFF,
                        [STYLE_GOOD] = 0x00FF00,
                        [STYLE_WARNING] = 0xFFFF00,
                        [STYLE_ERROR] = 0xFFAFAF,
                        [STYLE_MARK] = 0xFFFF00},
    [THEME_MONO] = {[STYLE_PLAIN] = 0x111111, [STYLE_RULE] = 0x8A8A8A, [STYLE_DIM] = 0x585858},
};
static const int32_t grounds[THEME_COUNT] = {[THEME_LIGHT] = 0xFFFFFF,
                                             [THEME_DARK] = 0x1B1D1F,
                                             [THEME_CONTRAST] = 0x000000,
                                             [THEME_MONO] = 0xFFFFFF};

struct tint tint_of(enum theme theme, enum style style)
{
    theme = theme == THEME_AUTO ? THEME_LIGHT : theme;
    const int32_t own = inks[theme][style], ink = own ? own : inks[theme][STYLE_PLAIN];
    struct tint tint = {.ink = ink,
                        .ground = grounds[theme],
                        .look = looks[style] & (uint8_t)~REVERSE,
                        .reverse = looks[style] & REVERSE};
    if (tint.reverse) {
        tint.ink = grounds[theme];
        tint.ground = ink;
    }
    if (theme == THEME_MONO && (style == STYLE_GOOD || style == STYLE_WARNING))
        tint.look |= PAINT_ITALIC; // else nothing but its colour would tell it
    return tint;
}

enum theme theme_for(enum theme setting, enum theme ground)
{
    const char *none = getenv("NO_COLOR");
    if (none && *none)
        return THEME_MONO;
    return setting == THEME_AUTO ? ground : setting;
}
