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

// What is told by a ground of its own where there are colours.
enum { GROUNDED = PAINT_UNDERLINE | REVERSE };

struct colours {
    int32_t ink, ground; // 0: as running text has it
};

// Each can be read on its ground: 4.5 : 1 and more, 7 : 1 in CONTRAST. Bars are quiet, the focus is
// the one strong thing.
static const struct colours table[THEME_COUNT][STYLE_COUNT] = {
    [THEME_LIGHT] = {[STYLE_PLAIN] = {0x1B1F24, 0xFFFFFF},
                     [STYLE_TITLE] = {0x0B3D66, 0xE3ECF5},
                     [STYLE_HEADING] = {0x0B3D66, 0},
                     [STYLE_RULE] = {0x8C949C, 0},
                     [STYLE_DIM] = {0x56606A, 0},
                     [STYLE_FOCUS] = {0xFFFFFF, 0x1F5FA8},
                     [STYLE_SELECTED] = {0x10243A, 0xCFE3F8},
                     [STYLE_GOOD] = {0x1B6E20, 0},
                     [STYLE_WARNING] = {0x8A5A00, 0},
                     [STYLE_ERROR] = {0x9C1C14, 0xFDE9E7},
                     [STYLE_KEY] = {0x0B3D66, 0xE3ECF5},
                     [STYLE_KEY_NAME] = {0x454F59, 0},
                     [STYLE_MARK] = {0x3A2A00, 0xFFE08A}},
    [THEME_DARK] = {[STYLE_PLAIN] = {0xE4E7EA, 0x1B1E22},
                    [STYLE_TITLE] = {0xB5DAFA, 0x2A3642},
                    [STYLE_HEADING] = {0x9CCBF5, 0},
                    [STYLE_RULE] = {0x6C747C, 0},
                    [STYLE_DIM] = {0xA5AEB6, 0},
                    [STYLE_FOCUS] = {0x0C1A28, 0x7DBBF2},
                    [STYLE_SELECTED] = {0xF2F6FA, 0x2F4D6B},
                    [STYLE_GOOD] = {0x87D787, 0},
                    [STYLE_WARNING] = {0xFFD75F, 0},
                    [STYLE_ERROR] = {0xFFB4AB, 0x4A1F1C},
                    [STYLE_KEY] = {0xB5DAFA, 0x2A3642},
                    [STYLE_KEY_NAME] = {0xBCC4CB, 0},
                    [STYLE_MARK] = {0x2B2000, 0xFFD75F}},
    [THEME_CONTRAST] = {[STYLE_PLAIN] = {0xFFFFFF, 0x000000},
                        [STYLE_TITLE] = {0x000000, 0xFFFFFF},
                        [STYLE_FOCUS] = {0x000000, 0xFFFF00},
                        [STYLE_SELECTED] = {0x000000, 0xFFFFFF},
                        [STYLE_GOOD] = {0x00FF00, 0},
                        [STYLE_WARNING] = {0xFFFF00, 0},
                        [STYLE_ERROR] = {0x000000, 0xFFAFAF},
                        [STYLE_KEY] = {0x000000, 0xFFFFFF},
                        [STYLE_MARK] = {0x000000, 0x00FFFF}},
    [THEME_MONO] = {[STYLE_PLAIN] = {0x111111, 0xFFFFFF},
                    [STYLE_TITLE] = {0xFFFFFF, 0x111111},
                    [STYLE_RULE] = {0x8A8A8A, 0},
                    [STYLE_DIM] = {0x585858, 0},
                    [STYLE_FOCUS] = {0xFFFFFF, 0x111111},
                    [STYLE_SELECTED] = {0xFFFFFF, 0x111111},
                    [STYLE_ERROR] = {0xFFFFFF, 0x111111},
                    [STYLE_KEY] = {0xFFFFFF, 0x111111},
                    [STYLE_MARK] = {0xFFFFFF, 0x111111}},
};

struct tint tint_of(enum theme theme, enum style style)
{
    theme = theme == THEME_AUTO ? THEME_LIGHT : theme;
    const struct colours *own = &table[theme][style], *plain = &table[theme][STYLE_PLAIN];
    const bool bare = theme == THEME_MONO || (looks[style] & GROUNDED) != GROUNDED;
    return (struct tint){
        .ink = own->ink      ? own->ink
               : own->ground ? 0
                             : plain->ink,
        .ground = own->ground ? own->ground : plain->ground,
        .look = looks[style] & (uint8_t) ~(bare ? REVERSE : GROUNDED),
        .reverse = looks[style] & REVERSE,
    };
}

enum theme theme_for(enum theme setting, enum theme ground)
{
    const char *none = getenv("NO_COLOR");
    if (none && *none)
        return THEME_MONO;
    return setting == THEME_AUTO ? ground : setting;
}
