// SPDX-License-Identifier: GPL-3.0-or-later
// Drawing a measured table line by line: rules with their junctions, text between uprights.
#include "frame.h"

#include <string.h>

enum { UP = 1, DOWN = 2, LEFT = 4, RIGHT = 8 };

// By the arms that meet in the middle.
static const char *const box_drawing[16] = {
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
};

static const char *junction(const struct frame *g, int arms)
{
    if (!g->ascii)
        return box_drawing[arms];
    bool upright = arms & (UP | DOWN), level = arms & (LEFT | RIGHT);
    return upright && level ? "+" : upright ? "|" : level ? "-" : " ";
}

// Appends the next line of a box, blank when it has none.
static void draw_box(const struct frame *g, struct box *box, struct str *ret)
{
    str_add_repeat(ret, " ", (size_t)g->pad);
    if (box->lead > 0 || box->given >= box->lines) {
        box->lead--;
        str_add_repeat(ret, " ", (size_t)box->columns);
    } else {
        struct text_line line = box->line[box->given++];
        text_pad(ret, box->text + line.from, line.len, box->columns, box->align);
    }
    str_add_repeat(ret, " ", (size_t)g->pad);
}

// Whether there is an upright at the left edge of column c in row r (at the right edge of the
// table when c is the number of columns).
static bool has_upright(const struct frame *g, int r, size_t c)
{
    if (r == GRID_NONE)
        return false;
    return c == 0 || c == g->columns || !g->row[r].cell[c].covered;
}

void frame_draw_rule(struct frame *g, int above, int below, struct str *ret)
{
    const char *level = junction(g, LEFT | RIGHT);
    bool joined = above != GRID_NONE && below == above + 1;
    bool left = false; // whether the rule runs at the left of the junction
    for (size_t c = 0; c <= g->columns;) {
        bool crossed = c < g->columns && joined && g->row[below].cell[c].above;
        bool right = c < g->columns && !crossed;
        int arms = (has_upright(g, above, c) ? UP : 0) | (has_upright(g, below, c) ? DOWN : 0) |
                   (left ? LEFT : 0) | (right ? RIGHT : 0);
        str_add(ret, junction(g, arms));
        left = right;
        if (crossed) {
            draw_box(g, frame_box(g, (size_t)below, c), ret);
            c += row_span(&g->row[below], c);
        } else {
            if (right)
                str_add_repeat(ret, level, (size_t)(g->width[c] + 2 * g->pad));
            c++;
        }
    }
}

void frame_draw_line(struct frame *g, int r, struct str *ret)
{
    const char *upright = junction(g, UP | DOWN);
    for (size_t c = 0; c < g->columns; c += row_span(&g->row[r], c)) {
        str_add(ret, upright);
        draw_box(g, frame_box(g, (size_t)r, c), ret);
    }
    str_add(ret, upright);
}
