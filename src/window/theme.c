// SPDX-License-Identifier: GPL-3.0-or-later
// The colours of each role. Bars are quiet, the row that the keys act on is tinted, and what they
// act on is the one strong thing.
#include "sheet.h"

#include <stdlib.h>

static const uint8_t looks[STYLE_COUNT] = {
    [STYLE_TITLE] = PAINT_BOLD,
    [STYLE_HEADING] = PAINT_BOLD,
    [STYLE_WARNING] = PAINT_BOLD,
    [STYLE_FIELD] = PAINT_UNDERLINE,
    [STYLE_EDIT] = PAINT_BOLD | PAINT_UNDERLINE,
    [STYLE_MARK] = PAINT_BOLD,
    [STYLE_ERROR] = PAINT_BOLD | PAINT_PADDED,
    [STYLE_FOCUS] = PAINT_PADDED,
    [STYLE_KEY] = PAINT_PADDED,
};

struct colours {
    int32_t ink, ground; // 0: as running text has it; an ink of 0 on a ground is black
};

struct palette {
    int32_t row; // the ground of the row that the keys act on
    struct colours of[STYLE_COUNT];
};

// Each can be read on its ground: 4.5 : 1 and more, 7 : 1 in CONTRAST. A field keeps the ground of
// the page, also in the row.
static const struct palette palettes[THEME_COUNT] = {
    [THEME_LIGHT] = {.row = 0xEEF4FB,
                     .of = {[STYLE_PLAIN] = {0x1B1F24, 0xFFFFFF},
                            [STYLE_TITLE] = {0x0B3D66, 0xE3ECF5},
                            [STYLE_HEADING] = {0x0B3D66, 0},
                            [STYLE_RULE] = {0x858D95, 0},
                            [STYLE_DIM] = {0x56606A, 0},
                            [STYLE_FIELD] = {0x1B1F24, 0xFFFFFF},
                            [STYLE_FOCUS] = {0xFFFFFF, 0x1F5FA8},
                            [STYLE_EDIT] = {0x1B1F24, 0xFFFFFF},
                            [STYLE_SELECTED] = {0x10243A, 0xCFE3F8},
                            [STYLE_GOOD] = {0x1B6E20, 0},
                            [STYLE_WARNING] = {0x8A5A00, 0},
                            [STYLE_ERROR] = {0x9C1C14, 0xFDE9E7},
                            [STYLE_KEY] = {0x0B3D66, 0xE3ECF5},
                            [STYLE_KEY_NAME] = {0x454F59, 0},
                            [STYLE_MARK] = {0x3A2A00, 0xFFE08A}}},
    [THEME_DARK] = {.row = 0x262D35,
                    .of = {[STYLE_PLAIN] = {0xE4E7EA, 0x1B1E22},
                           [STYLE_TITLE] = {0xB5DAFA, 0x2A3642},
                           [STYLE_HEADING] = {0x9CCBF5, 0},
                           [STYLE_RULE] = {0x757D85, 0},
                           [STYLE_DIM] = {0xA5AEB6, 0},
                           [STYLE_FIELD] = {0xE4E7EA, 0x1B1E22},
                           [STYLE_FOCUS] = {0x0C1A28, 0x7DBBF2},
                           [STYLE_EDIT] = {0xE4E7EA, 0x1B1E22},
                           [STYLE_SELECTED] = {0xF2F6FA, 0x2F4D6B},
                           [STYLE_GOOD] = {0x87D787, 0},
                           [STYLE_WARNING] = {0xFFD75F, 0},
                           [STYLE_ERROR] = {0xFFB4AB, 0x4A1F1C},
                           [STYLE_KEY] = {0xB5DAFA, 0x2A3642},
                           [STYLE_KEY_NAME] = {0xBCC4CB, 0},
                           [STYLE_MARK] = {0x2B2000, 0xFFD75F}}},
    [THEME_CONTRAST] = {.row = 0x202020,
                        .of = {[STYLE_PLAIN] = {0xFFFFFF, 0x000000},
                               [STYLE_TITLE] = {0x000000, 0xFFFFFF},
                               [STYLE_FOCUS] = {0x000000, 0xFFFF00},
                               [STYLE_SELECTED] = {0x000000, 0xFFFFFF},
                               [STYLE_GOOD] = {0x00FF00, 0},
                               [STYLE_WARNING] = {0xFFFF00, 0},
                               [STYLE_ERROR] = {0x000000, 0xFFAFAF},
                               [STYLE_KEY] = {0x000000, 0xFFFFFF},
                               [STYLE_MARK] = {0x000000, 0x00FFFF}}},
    [THEME_MONO] = {.row = 0xEFEFEF,
                    .of = {[STYLE_PLAIN] = {0x111111, 0xFFFFFF},
                           [STYLE_TITLE] = {0x111111, 0xE4E4E4},
                           [STYLE_RULE] = {0x808080, 0},
                           [STYLE_DIM] = {0x585858, 0},
                           [STYLE_FIELD] = {0x111111, 0xFFFFFF},
                           [STYLE_FOCUS] = {0xFFFFFF, 0x222222},
                           [STYLE_EDIT] = {0x111111, 0xFFFFFF},
                           [STYLE_SELECTED] = {0x111111, 0xC4C4C4},
                           [STYLE_ERROR] = {0xFFFFFF, 0x555555},
                           [STYLE_KEY] = {0x111111, 0xE4E4E4},
                           [STYLE_MARK] = {0x111111, 0xB0B0B0}}},
};

struct tint tint_of(enum theme theme, enum style style, bool is_at)
{
    const struct palette *palette = &palettes[theme == THEME_AUTO ? THEME_LIGHT : theme];
    const struct colours *own = &palette->of[style], *plain = &palette->of[STYLE_PLAIN];
    const bool grounded = own->ground && style != STYLE_PLAIN;
    return (struct tint){
        .ink = own->ink || grounded ? own->ink : plain->ink,
        .ground = grounded ? own->ground
                  : is_at  ? palette->row
                           : plain->ground,
        .look = looks[style],
    };
}

enum theme theme_for(enum theme setting, enum theme ground)
{
    const char *none = getenv("NO_COLOR");
    if (none && *none)
        return THEME_MONO;
    return setting == THEME_AUTO ? ground : setting;
}
