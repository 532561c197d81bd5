// SPDX-License-Identifier: GPL-3.0-or-later
// The page area of a canvas as a picture. It needs no display.
#pragma once

#include "orjon/paint/paint.h"
#include "orjon/tui/canvas.h"

#include <gtk/gtk.h>
#include <stdbool.h>
#include <stdint.h>

// All zero at first.
struct page_picture {
    struct canvas_page area;
    struct paint_measure measure;
    int scale; // pixels of the screen a pixel
    int32_t ground;
    cairo_surface_t *image; // NULL: there is no such area
};

void page_done(struct page_picture *picture);
// Takes that of a canvas over; whether it is another picture than before.
bool page_take(struct page_picture *picture, const struct canvas *canvas,
               struct paint_measure measure, int scale, int32_t ground);
// Below the cells, from the corner of the first on.
void page_paint(const struct page_picture *picture, cairo_t *cr);
