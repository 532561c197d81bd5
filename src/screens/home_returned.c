// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen: the returns that came back for correction.
#include "home.h"

#include <stdlib.h>

void home_drop_reviews(struct home *home)
{
    for (size_t i = 0; home->reviews && i < home->shelf.count; i++)
        app_reviews_done(&home->reviews[i]);
    free(home->reviews);
    home->reviews = NULL;
    home->returned = 0;
}

enum status home_load_reviews(struct home *home, struct err *err)
{
    enum status status = STATUS_OK;
    home->reviews = mem_alloc((home->shelf.count + 1) * sizeof *home->reviews);
    for (size_t i = 0; i < home->shelf.count && !status; i++) {
        status = app_load_reviews(home->shelf.book[i], &home->reviews[i], err);
        for (int q = 0; q < QUARTERS; q++)
            home->returned += home->reviews[i].quarter[q].waits;
    }
    return status;
}

int home_next_returned(const struct home *home, int place)
{
    const int count = (int)home->shelf.count * QUARTERS;
    for (int step = 1; step <= count; step++) {
        const int at = (place + step) % count;
        if (home->reviews[at / QUARTERS].quarter[at % QUARTERS].waits)
            return at;
    }
    return -1;
}

// The one behind the marked field, at its first remark.
void home_open_returned(void *state, struct desk *desk, const struct key *key)
{
    struct home *home = state;
    const int row = grid_row(home->grid), col = grid_col(home->grid);
    const int here =
        row < 0 || col < HOME_Q1 || col >= HOME_Q1 + QUARTERS ? -1 : row * QUARTERS + col - HOME_Q1;
    const int at = home_next_returned(home, home->returned > 1 ? here : -1);
    struct err err = {0};
    const char *first = NULL;
    (void)key;
    if (at < 0) {
        desk_say(desk, MESSAGE_INFO, "%s", _("No return came back for correction"));
        return;
    }
    const struct app_reviewed *reviewed = &home->reviews[at / QUARTERS].quarter[at % QUARTERS];
    for (size_t i = 0; i < reviewed->remarks && !first; i++)
        if (app_remark_speaks(&reviewed->remark[i]))
            first = reviewed->remark[i].code;
    grid_select(home->grid, at / QUARTERS, HOME_Q1 + at % QUARTERS);
    if (return_push(desk, home->app, home->shelf.fiscal_year,
                    home->shelf.book[at / QUARTERS]->plan->name, at % QUARTERS + 1, first, &err))
        desk_fail(desk, &err);
}
