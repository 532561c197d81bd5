// SPDX-License-Identifier: GPL-3.0-or-later
// The screens that a return opens: an indicator, its evidence, the plan, papers.
#include "return.h"

static void open_indicator(void *data, struct desk *desk)
{
    const struct return_screen *screen = data;
    size_t i = 0;
    if (remark_indicator(&screen->remark, &i))
        indicator_push(desk, screen->book, i, screen->remark.quarter);
}

static void list_again(void *data)
{
    return_list_rows(data);
}

// Of the marked quarter; of the one in hand where another column is marked. Where nothing can be
// written, what there is to read comes at once.
void return_ask_remark(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    struct return_place place;
    size_t i = 0;
    const struct indicator *indicator = return_indicator(screen, &i);
    const int quarter = return_marked(screen, &place) ? place.quarter : screen->book->quarter;
    (void)key;
    if (!indicator)
        return;
    remark_done(&screen->remark);
    remark_init(&screen->remark, screen->book, indicator->code, quarter);
    screen->remark.follow = list_again;
    screen->remark.go_on = open_indicator;
    screen->remark.data = screen;
    if (remark_mode(&screen->remark) & WHEN_OPEN)
        remark_ask(desk, &screen->remark);
    else
        open_indicator(screen, desk);
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
