// SPDX-License-Identifier: GPL-3.0-or-later
// Rules, corners, bars and shades, drawn rather than taken from a font: only so do they join.
#include "private.h"

#include <math.h>

void paint_set_colour(cairo_t *cr, int32_t colour)
{
    cairo_set_source_rgb(cr, (colour >> 16 & 255) / 255., (colour >> 8 & 255) / 255.,
                         (colour & 255) / 255.);
}

void paint_set_faint_colour(cairo_t *cr, int32_t colour)
{
    cairo_set_source_rgba(cr, (colour >> 16 & 255) / 255., (colour >> 8 & 255) / 255.,
                          (colour & 255) / 255., 0.5);
}

void paint_area(cairo_t *cr, double x, double y, double width, double height)
{
    cairo_rectangle(cr, x, y, width, height);
    cairo_fill(cr);
}

double paint_line_width(const struct paint_measure *measure)
{
    return fmax(1, floor(measure->height / 32.));
}

// --- lines --------------------------------------------------------------------------------------

enum leg { LEFT, RIGHT, UP, DOWN, LEGS };
enum weight { NONE, LIGHT, HEAVY, DOUBLE };

// The weight of each leg, four digits a letter from U+2500 on.
static const char legs[] =
    // ─ ━ │ ┃ and their dashes
    "1100"
    "2200"
    "0011"
    "0022"
    "1100"
    "2200"
    "0011"
    "0022"
    "1100"
    "2200"
    "0011"
    "0022"
    // ┌ ┐ └ ┘
    "0101"
    "0201"
    "0102"
    "0202"
    "1001"
    "2001"
    "1002"
    "2002"
    "0110"
    "0210"
    "0120"
    "0220"
    "1010"
    "2010"
    "1020"
    "2020"
    // ├ ┤
    "0111"
    "0211"
    "0121"
    "0112"
    "0122"
    "0221"
    "0212"
    "0222"
    "1011"
    "2011"
    "1021"
    "1012"
    "1022"
    "2021"
    "2012"
    "2022"
    // ┬ ┴
    "1101"
    "2101"
    "1201"
    "2201"
    "1102"
    "2102"
    "1202"
    "2202"
    "1110"
    "2110"
    "1210"
    "2210"
    "1120"
    "2120"
    "1220"
    "2220"
    // ┼
    "1111"
    "2111"
    "1211"
    "2211"
    "1121"
    "1112"
    "1122"
    "2121"
    "1221"
    "2112"
    "1212"
    "2221"
    "2212"
    "2122"
    "1222"
    "2222"
    // ╌ and its like, ═ ║ and their corners
    "1100"
    "2200"
    "0011"
    "0022"
    "3300"
    "0033"
    "0301"
    "0103"
    "0303"
    "3001"
    "1003"
    "3003"
    "0310"
    "0130"
    "0330"
    "3010"
    "1030"
    "3030"
    "0311"
    "0133"
    "0333"
    "3011"
    "1033"
    "3033"
    "3301"
    "1103"
    "3303"
    "3310"
    "1130"
    "3330"
    "3311"
    "1133"
    "3333"
    // ╭ ╮ ╯ ╰, ╱ ╲ ╳ (drawn by themselves), half lines
    "0101"
    "1001"
    "1010"
    "0110"
    "0000"
    "0000"
    "0000"
    "1000"
    "0010"
    "0100"
    "0001"
    "2000"
    "0020"
    "0200"
    "0002"
    "1200"
    "0012"
    "2100"
    "0021";

// Where the lines of a cell meet, and how thick a light one is.
struct cross {
    double x, y, width, height; // of the cell, from x on
    double middle, centre;      // left edge of an upright light line, top edge of a level one
    double thick;
};

static double thickness(const struct cross *c, enum weight weight)
{
    return weight == HEAVY ? 2 * c->thick : weight == DOUBLE ? 3 * c->thick : c->thick;
}

// A leg from the edge of the cell to `beyond` past the light line in the middle.
static void draw_leg(cairo_t *cr, const struct cross *c, enum leg leg, double thick, double beyond)
{
    const double side = (thick - c->thick) / 2;
    switch (leg) {
    case LEFT:
        paint_area(cr, c->x, c->centre - side, c->middle + c->thick + beyond - c->x, thick);
        break;
    case RIGHT:
        paint_area(cr, c->middle - beyond, c->centre - side, c->x + c->width - c->middle + beyond,
                   thick);
        break;
    case UP:
        paint_area(cr, c->middle - side, c->y, thick, c->centre + c->thick + beyond - c->y);
        break;
    case DOWN:
        paint_area(cr, c->middle - side, c->centre - beyond, thick,
                   c->y + c->height - c->centre + beyond);
        break;
    case LEGS:
        break;
    }
}

// How far past the middle a leg goes, to meet the outer edge of lines across it.
static double beyond_of(const struct cross *c, const enum weight weight[LEGS], enum leg leg)
{
    const bool level = leg == LEFT || leg == RIGHT;
    const enum weight a = weight[level ? UP : LEFT], b = weight[level ? DOWN : RIGHT];
    const double most = fmax(a ? thickness(c, a) : 0, b ? thickness(c, b) : 0);
    return fmax(0, (most - c->thick) / 2);
}

static void draw_legs(cairo_t *cr, const struct cross *c, const enum weight weight[LEGS],
                      int32_t ink, int32_t ground)
{
    bool doubled = false;
    paint_set_colour(cr, ink);
    for (enum leg leg = 0; leg < LEGS; leg++) {
        doubled = doubled || weight[leg] == DOUBLE;
        if (weight[leg])
            draw_leg(cr, c, leg, thickness(c, weight[leg]), beyond_of(c, weight, leg));
    }
    if (!doubled)
        return;
    paint_set_colour(cr, ground == PAINT_CLEAR ? 0xFFFFFF : ground); // the gap within
    for (enum leg leg = 0; leg < LEGS; leg++)
        if (weight[leg] == DOUBLE)
            draw_leg(cr, c, leg, c->thick, 0);
}

static void draw_dashes(cairo_t *cr, const struct cross *c, uint32_t letter, int32_t ink)
{
    const int count = letter >= 0x254C ? 2 : letter >= 0x2508 ? 4 : 3;
    const bool upright = letter >> 1 & 1;
    const double thick = letter & 1 ? 2 * c->thick : c->thick;
    const double step = (upright ? c->height : c->width) / count, gap = fmax(1, step / 4);
    paint_set_colour(cr, ink);
    for (int i = 0; i < count; i++)
        if (upright)
            paint_area(cr, c->middle, c->y + i * step, thick, step - gap);
        else
            paint_area(cr, c->x + i * step, c->centre, step - gap, thick);
}

// ╭ ╮ ╯ ╰
static void draw_arc(cairo_t *cr, const struct cross *c, uint32_t letter, int32_t ink)
{
    const double x = c->middle + c->thick / 2, y = c->centre + c->thick / 2;
    const double r = fmin(c->width, c->height) / 2;
    const bool right = letter == 0x256D || letter == 0x2570;
    const bool down = letter == 0x256D || letter == 0x256E;
    const double to_x = right ? c->x + c->width : c->x, to_y = down ? c->y + c->height : c->y;
    const double sx = right ? r : -r, sy = down ? r : -r;
    paint_set_colour(cr, ink);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
    cairo_set_line_width(cr, c->thick);
    cairo_move_to(cr, x, to_y);
    cairo_line_to(cr, x, y + sy);
    cairo_curve_to(cr, x, y + sy * 0.45, x + sx * 0.45, y, x + sx, y);
    cairo_line_to(cr, to_x, y);
    cairo_stroke(cr);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_NONE);
}

// ╱ ╲ ╳
static void draw_slant(cairo_t *cr, const struct cross *c, uint32_t letter, int32_t ink)
{
    const double right = c->x + c->width, bottom = c->y + c->height;
    paint_set_colour(cr, ink);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_DEFAULT);
    cairo_set_line_width(cr, c->thick);
    if (letter != 0x2572) {
        cairo_move_to(cr, c->x, bottom);
        cairo_line_to(cr, right, c->y);
    }
    if (letter != 0x2571) {
        cairo_move_to(cr, c->x, c->y);
        cairo_line_to(cr, right, bottom);
    }
    cairo_stroke(cr);
    cairo_set_antialias(cr, CAIRO_ANTIALIAS_NONE);
}

static void draw_line(cairo_t *cr, const struct cross *c, uint32_t letter, int32_t ink,
                      int32_t ground)
{
    enum weight weight[LEGS];
    for (enum leg leg = 0; leg < LEGS; leg++)
        weight[leg] = (enum weight)(legs[(letter - 0x2500) * LEGS + leg] - '0');
    if ((letter >= 0x2504 && letter <= 0x250B) || (letter >= 0x254C && letter <= 0x254F))
        draw_dashes(cr, c, letter, ink);
    else if (letter >= 0x256D && letter <= 0x2570)
        draw_arc(cr, c, letter, ink);
    else if (letter >= 0x2571 && letter <= 0x2573)
        draw_slant(cr, c, letter, ink);
    else
        draw_legs(cr, c, weight, ink, ground);
}

void paint_rule(const struct paint_measure *measure, cairo_t *cr, uint32_t letter, double x,
                int32_t ink, int32_t ground)
{
    const double thick = paint_line_width(measure);
    const struct cross cross = {
        .x = x,
        .width = measure->width,
        .height = measure->height,
        .middle = x + floor((measure->width - thick) / 2),
        .centre = floor((measure->height - thick) / 2),
        .thick = thick,
    };
    draw_line(cr, &cross, letter, ink, ground);
}
