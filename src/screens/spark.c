// SPDX-License-Identifier: GPL-3.0-or-later
// The four quarters of a year as four small bars.
//
// Bars of one cell each, lower blocks in eighths: every font that has Bengali beside it has them,
// as have Terminus and the console's own fonts that Debian offers for a terminal of 512 glyphs. The
// height is told by the shape alone, so that it holds without colour; a terminal without block
// elements (canvas->ascii) gets four marks that grow.
#include "spark.h"

#include "orjon/base/i18n.h"

static const char *const blocks[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
static const char *const marks[] = {"_", ".", "-", "=", "#"};

// From 0, which is nothing, to `most`, which is all; what lies between is neither.
static size_t level(struct ratio percent, size_t most)
{
    struct ratio share;
    __int128 whole = 0;
    if (ratio_compare(percent, ratio_of(0, 1)) <= 0)
        return 0;
    if (ratio_compare(percent, ratio_of(100, 1)) >= 0)
        return most;
    const struct ratio step = ratio_of((int)most - 1, 100);
    if (!ratio_multiply(percent, step, &share) || ratio_round(share, 0, &whole))
        return 1;
    return whole < 1 ? 1 : (size_t)whole;
}

void spark_add(struct str *ret, const struct mark reached[QUARTERS], bool ascii)
{
    const size_t most = (ascii ? sizeof marks / sizeof *marks : sizeof blocks / sizeof *blocks) - 1;
    for (int q = 0; q < QUARTERS; q++) {
        str_add(ret, q ? " " : "");
        if (!reached[q].set)
            str_add(ret, ascii ? " " : "·");
        else
            str_add(ret, (ascii ? marks : blocks)[level(reached[q].r, most)]);
    }
}

void spark_draw(struct canvas *canvas, int row, const struct mark reached[QUARTERS])
{
    autostr text = STR_INIT;
    str_addf(&text, " %s  ", _("Quarters"));
    spark_add(&text, reached, canvas->ascii);
    str_add_char(&text, ' ');
    const int columns = text_columns(text.buf, text.len), at = canvas->cols - columns - 1;
    canvas_fill(canvas, row, at, 1, columns, STYLE_PLAIN);
    canvas_text(canvas, row, at, columns, STYLE_LABEL, ALIGN_LEFT, text.buf, text.len);
}
