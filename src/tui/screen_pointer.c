// SPDX-License-Identifier: GPL-3.0-or-later
// What a click means, before a screen is asked: a key of the bar, or that what is selected opens.
#include "screen_private.h"

#include "orjon/tui/grid.h"

enum { DOUBLE_CLICK = 400 }; // milliseconds between its two

// The first click selects; one on the cell that is selected is the key Enter, where that opens it.
static bool opens(const struct layer *top, const struct key *click)
{
    static const struct key enter = {.code = K_ENTER};
    const struct grid *grid = top->ops->grid ? top->ops->grid(top->state) : NULL;
    return grid && grid_is_at(grid, click->row, click->col) && screen_action(top->ops, &enter);
}

// The second half of a double click whose first has opened something belongs to what was there.
static bool is_late(const struct desk *desk, const struct key *click)
{
    const struct opening *opening = &desk->opening;
    return opening->there && desk->now() - opening->at < DOUBLE_CLICK &&
           click->row == opening->row && click->col == opening->col;
}

void desk_point(struct desk *desk, const struct layer *top, struct key *key)
{
    const struct key click = *key;
    if (click.code != K_CLICK)
        return;
    if (is_late(desk, &click)) {
        desk->opening.there = false;
        *key = (struct key){.code = K_UNKNOWN};
        return;
    }
    const bool pressed = desk_bar_key(desk, &click, key);
    if (!pressed && opens(top, &click))
        *key = (struct key){.code = K_ENTER};
    desk->opening = (struct opening){
        .there = key->code != K_CLICK, .row = click.row, .col = click.col, .at = desk->now()};
}

void desk_point_menu(struct desk *desk, const struct layer *top, const struct key *key)
{
    const enum screen_mode mode = desk_mode(desk);
    if (!(mode & (MODE_TYPING | MODE_FINDING)))
        desk_key(desk, top, key);
    desk_menu(desk, top);
}
