// SPDX-License-Identifier: GPL-3.0-or-later
// The screens that a return opens: an indicator, its evidence, the plan, papers.
#include "return.h"

// Of the marked quarter; of the one in hand where another column is marked.
void return_open_indicator(void *state, struct desk *desk, const struct key *key)
{
    const struct return_screen *screen = state;
    struct return_place place;
    size_t i = 0;
    (void)key;
    if (return_indicator(screen, &i))
        indicator_push(desk, screen->book, i,
                       return_marked(screen, &place) ? place.quarter : screen->book->quarter);
}

void return_open_plan(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    plan_push(desk, ((struct return_screen *)state)->book);
}

void return_open_papers(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    (void)key;
    screen->paper = (struct paper_choice){.app = screen->app,
                                          .plan = screen->book->plan->name,
                                          .fiscal_year = screen->book->plan->fiscal_year,
                                          .quarter = screen->book->quarter};
    preview_choose(desk, &screen->paper);
}

// Of the marked quarter, likewise.
void return_open_evidence(void *state, struct desk *desk, const struct key *key)
{
    const struct return_screen *screen = state;
    struct return_place place;
    size_t i = 0;
    (void)key;
    if (return_indicator(screen, &i))
        evidence_push(desk, screen->book, screen->book->plan->indicator[i].code,
                      return_marked(screen, &place) ? place.quarter : screen->book->quarter);
}
