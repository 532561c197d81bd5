// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks: bars that stand or lie, shades and quadrants.
//
// Bars are as high as letters are, so that those of two rows stay apart. One that stands by itself
// has a faint ground of the height that it could have, or the least would be a dot on the floor.
#include "private.h"

#include <math.h>

struct box {
    double x, y, width, height;
};

static double eighths(double whole, unsigned count)
{
    return floor(whole * count / 8 + 0.5);
}

static void draw_quadrants(cairo_t *cr, const struct box *c, uint32_t letter)
{
    enum { UPPER_LEFT = 1, UPPER_RIGHT = 2, LOWER_LEFT = 4, LOWER_RIGHT = 8 };
    static const unsigned char quadrants[] = {4, 8, 1, 13, 9, 7, 11, 2, 6, 14}; // from ▖ on
    const unsigned has = quadrants[letter - 0x2596];
    const double w = floor(c->width / 2), h = floor(c->height / 2);
    if (has & UPPER_LEFT)
        paint_area(cr, c->x, c->y, w, h);
    if (has & UPPER_RIGHT)
        paint_area(cr, c->x + w, c->y, c->width - w, h);
    if (has & LOWER_LEFT)
        paint_area(cr, c->x, c->y + h, w, c->height - h);
    if (has & LOWER_RIGHT)
        paint_area(cr, c->x + w, c->y + h, c->width - w, c->height - h);
}

static void set_shade(cairo_t *cr, int32_t ink, double part)
{
    cairo_set_source_rgba(cr, (ink >> 16 & 255) / 255., (ink >> 8 & 255) / 255., (ink & 255) / 255.,
                          part);
}

// ▁ to █, by itself.
static void draw_standing(cairo_t *cr, const struct box *c, unsigned eighth, int32_t ink)
{
    static const double ground = 0.15;
    const double gap = fmax(1, floor(c->width / 10)), k = fmax(1, eighths(c->height, eighth));
    set_shade(cr, ink, ground);
    paint_area(cr, c->x + gap, c->y, c->width - 2 * gap, c->height);
    paint_set_colour(cr, ink);
    paint_area(cr, c->x + gap, c->y + c->height - k, c->width - 2 * gap, k);
}

static void draw_area(cairo_t *cr, const struct box *c, uint32_t letter)
{
    const double w = c->width, h = c->height, half = floor(w / 2);
    if (letter == 0x2580)
        paint_area(cr, c->x, c->y, w, floor(h / 2));
    else if (letter == 0x2590)
        paint_area(cr, c->x + half, c->y, w - half, h);
    else if (letter <= 0x2593) // ░ ▒ ▓
        paint_area(cr, c->x, c->y, w, h);
    else if (letter == 0x2594)
        paint_area(cr, c->x, c->y, w, eighths(h, 1));
    else if (letter == 0x2595)
        paint_area(cr, c->x + w - eighths(w, 1), c->y, eighths(w, 1), h);
    else
        draw_quadrants(cr, c, letter);
}

void paint_block(const struct paint_measure *measure, cairo_t *cr, uint32_t letter, double x,
                 int32_t ink, bool alone)
{
    const double top = floor(measure->ascent * 0.3);
    const struct box cell = {x, 0, measure->width, measure->height};
    const struct box bar = {x, top, measure->width, measure->ascent - top};
    paint_set_colour(cr, ink);
    if (letter > 0x2580 && letter <= 0x2588 && alone)
        draw_standing(cr, &bar, letter - 0x2580, ink);
    else if (letter >= 0x2588 && letter <= 0x258F) // █ ▉ to ▏
        paint_area(cr, x, bar.y, eighths(bar.width, 0x2590 - letter), bar.height);
    else if (letter > 0x2580 && letter < 0x2588)
        paint_area(cr, x, bar.y + bar.height - eighths(bar.height, letter - 0x2580), bar.width,
                   eighths(bar.height, letter - 0x2580));
    else {
        if (letter >= 0x2591 && letter <= 0x2593)
            set_shade(cr, ink, (letter - 0x2590) / 4.);
        draw_area(cr, &cell, letter);
    }
}
