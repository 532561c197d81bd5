// SPDX-License-Identifier: GPL-3.0-or-later
// The font guard, for windows and for paper.
//
// Where a font is missing, Pango takes another one without a word: one that has boxes for Bengali,
// letters with the hasanta showing, or another size. Nothing that looks so may be shown or signed.
#pragma once

#include "orjon/base/error.h"

#include <pango/pango.h>
#include <stdbool.h>

#define PAINT_FONT_PACKAGE "fonts-noto-core" // has both the sans and the serif

// Whether the font of the context, or one that stands in for it, writes conjuncts with one glyph.
bool font_joins(PangoContext *context, const PangoFontDescription *font);
// The family of the font that in fact writes Bengali when `font` is asked for; g_free it.
char *font_family_in_force(PangoContext *context, const PangoFontDescription *font);

// The families that are said to have Bengali, sorted, ended by NULL; g_strfreev them.
char **font_bengali_families(void);
