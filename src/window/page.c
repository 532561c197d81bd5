// SPDX-License-Identifier: GPL-3.0-or-later
// The page area: its picture is made when it is shown, so that nothing is asked of a screen that
// has gone, and what is uncovered is drawn from it.
#include "page.h"

#include <math.h>

enum { RULE_GREY = 150 }; // around a page

void page_done(struct page_picture *picture)
{
    if (picture->image)
        cairo_surface_destroy(picture->image);
    *picture = (struct page_picture){0};
}

static bool is_leaf_same(const struct canvas_leaf *a, const struct canvas_leaf *b)
{
    return a->page == b->page && a->x == b->x && a->y == b->y && a->width == b->width &&
           a->height == b->height && a->units == b->units;
}

static bool is_same(const struct canvas_page *a, const struct canvas_page *b)
{
    if (a->row != b->row || a->col != b->col || a->rows != b->rows || a->cols != b->cols ||
        a->self != b->self || a->draw != b->draw || a->edition != b->edition ||
        a->leaves != b->leaves)
        return false;
    for (int i = 0; i < a->leaves; i++)
        if (!is_leaf_same(&a->leaf[i], &b->leaf[i]))
            return false;
    return true;
}

static void draw_leaf(const struct canvas_page *area, const struct canvas_leaf *leaf,
                      struct paint_measure measure, cairo_t *cr)
{
    const double x = round(leaf->x * measure.width), y = round(leaf->y * measure.height);
    const double width = leaf->width * measure.width, height = leaf->height * measure.height;
    cairo_save(cr);
    cairo_rectangle(cr, x, y, width, height);
    cairo_set_source_rgb(cr, 1, 1, 1);
    cairo_fill_preserve(cr);
    cairo_set_source_rgb(cr, RULE_GREY / 255., RULE_GREY / 255., RULE_GREY / 255.);
    cairo_set_line_width(cr, 1);
    cairo_stroke_preserve(cr);
    cairo_clip(cr);
    cairo_translate(cr, x, y);
    cairo_scale(cr, width / leaf->units, width / leaf->units);
    area->draw(area->self, leaf->page, cr);
    cairo_restore(cr);
}

// Quieter than the ground, lighter or darker than it is.
static void draw_ground(int32_t ground, cairo_t *cr)
{
    cairo_set_source_rgb(cr, (ground >> 16 & 255) / 255., (ground >> 8 & 255) / 255.,
                         (ground & 255) / 255.);
    cairo_paint(cr);
    cairo_set_source_rgba(cr, 0.5, 0.5, 0.5, 0.2);
    cairo_paint(cr);
}

bool page_take(struct page_picture *picture, const struct canvas *canvas,
               struct paint_measure measure, int scale, int32_t ground)
{
    const struct canvas_page *area = &canvas->page;
    const bool same = picture->scale == scale && picture->ground == ground &&
                      picture->measure.width == measure.width &&
                      picture->measure.height == measure.height && is_same(&picture->area, area);
    if (same)
        return false;
    page_done(picture);
    *picture = (struct page_picture){*area, measure, scale, ground, NULL};
    if (!area->draw)
        return true;
    picture->image =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, area->cols * measure.width * scale,
                                   area->rows * measure.height * scale);
    cairo_surface_set_device_scale(picture->image, scale, scale);
    cairo_t *cr = cairo_create(picture->image);
    draw_ground(ground, cr);
    for (int i = 0; i < area->leaves; i++)
        draw_leaf(area, &area->leaf[i], measure, cr);
    cairo_destroy(cr);
    return true;
}

void page_paint(const struct page_picture *picture, cairo_t *cr)
{
    if (!picture->image)
        return;
    cairo_save(cr);
    cairo_set_source_surface(cr, picture->image, (double)picture->area.col * picture->measure.width,
                             (double)picture->area.row * picture->measure.height);
    cairo_paint(cr);
    cairo_restore(cr);
}
