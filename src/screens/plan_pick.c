// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the plans of the offices below a screen is to be about.
#include "private.h"

#include "orjon/app/reviews.h"

#include <stdlib.h>
#include <string.h>

struct picking {
    struct app *app;
    int fiscal_year, quarter;
    void (*then)(struct desk *desk, struct app *app, int fiscal_year, int quarter,
                 const char *plan);
    const char **name;
    size_t count, cap;
    struct arena texts;
};

static enum status take_name(void *data, const char *plan)
{
    struct picking *p = data;
    p->name = arena_grow(&p->texts, p->name, p->count, &p->cap, sizeof *p->name);
    p->name[p->count++] = arena_text(&p->texts, plan, strlen(plan));
    return STATUS_OK;
}

static void let_go(void *data)
{
    struct picking *p = data;
    arena_done(&p->texts);
    free(p);
}

static void say_name(void *data, int i, struct str *ret)
{
    str_add(ret, ((const struct picking *)data)->name[i]);
}

static void chosen(void *data, struct desk *desk, int i)
{
    const struct picking *p = data;
    if (i >= 0)
        p->then(desk, p->app, p->fiscal_year, p->quarter, p->name[i]);
}

void plan_pick(struct desk *desk, struct app *app, int fiscal_year, int quarter,
               void (*then)(struct desk *desk, struct app *app, int fiscal_year, int quarter,
                            const char *plan))
{
    const struct app_review_of of = {.fiscal_year = fiscal_year, .quarter = quarter};
    struct picking *p = mem_alloc(sizeof *p);
    struct err err = {0};
    *p = (struct picking){.app = app, .fiscal_year = fiscal_year, .quarter = quarter, .then = then};
    if (app_review_plans(app, &of, take_name, p, &err)) {
        desk_fail(desk, &err);
        let_go(p);
    } else if (p->count == 1) {
        chosen(p, desk, 0);
        let_go(p);
    } else {
        dialog_pick_own(desk, _("Which plan?"), (int)p->count, say_name, chosen, p, let_go);
    }
}
