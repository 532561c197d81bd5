// SPDX-License-Identifier: GPL-3.0-or-later
// What a click means, before a screen is asked: a key of the bar, or that what is selected opens.
#include "screen_private.h"

#include "orjon/tui/grid.h"

// The first click selects; one on the row that is selected is the key Enter, where that opens it.
static bool opens(const struct layer *top, const struct key *click)
{
    static const struct key enter = {.code = K_ENTER};
    const struct grid *grid = top->ops->grid ? top->ops->grid(top->state) : NULL;
    return grid && grid_is_at(grid, click->row, click->col) && screen_action(top->ops, &enter);
}

void desk_point(const struct desk *desk, const struct layer *top, struct key *key)
{
    if (key->code == K_CLICK && !desk_bar_key(desk, key, key) && opens(top, key))
        *key = (struct key){.code = K_ENTER};
}
