// SPDX-License-Identifier: GPL-3.0-or-later
// Bars of a chart, which a text page writes with blocks (U+2588 to U+258F). Fonts have them in any
// width, in black and with seams, so a pdf has them drawn.
#include "type.h"

#include <string.h>

enum { BLOCK_BYTES = 3, EIGHTHS = 8 };

// Eighths of a block that the word is long in all; 0 where it is no bar.
static int eighths_of(const struct pdf_word *word)
{
    int eighths = 0;
    for (size_t at = word->from; at < word->end; at += BLOCK_BYTES) {
        const unsigned char *s = (const unsigned char *)word->text + at;
        if (word->end - at < BLOCK_BYTES || s[0] != 0xE2 || s[1] != 0x96 || s[2] < 0x88 ||
            s[2] > 0x8F)
            return 0;
        eighths += EIGHTHS - (s[2] - 0x88);
    }
    return eighths;
}

bool pdf_bar_draw(const struct pdf_type *type, cairo_t *cr, const struct pdf_word *word, int64_t x,
                  int64_t y)
{
    static const double grey = 0.45;
    const int eighths = eighths_of(word);
    const int64_t blocks = (int64_t)((word->end - word->from) / BLOCK_BYTES);
    const int64_t height = type->ascent * 3 / 4;
    if (!eighths)
        return false;
    cairo_rectangle(cr, pdf_points(x), pdf_points(y + type->ascent - height),
                    pdf_points(word->width * eighths / (blocks * EIGHTHS)), pdf_points(height));
    cairo_set_source_rgb(cr, grey, grey, grey);
    cairo_fill(cr);
    cairo_set_source_rgb(cr, 0, 0, 0);
    return true;
}
