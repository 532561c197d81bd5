// SPDX-License-Identifier: GPL-3.0-or-later
// The year to date: every indicator of every plan in one table, in the order that is asked for.
#include "progress.h"

#include <stdlib.h>
#include <string.h>

const struct progress_row *progress_marked(const struct progress_screen *screen)
{
    const int row = grid_row(screen->grid);
    return row < 0 || screen->row[row] < 0 ? NULL : screen->listed[screen->row[row]];
}

// --- what is listed -----------------------------------------------------------------------------

// The table has a heading before each plan where the plans stand one behind the other.
static void list_rows(struct progress_screen *screen)
{
    const size_t most = screen->progress.count + 1;
    const struct book *before = NULL;
    screen->listed = mem_resize(screen->listed, most, sizeof *screen->listed);
    screen->row = mem_resize(screen->row, 2 * most, sizeof *screen->row);
    screen->count = progress_list(&screen->progress, screen->filter, screen->order, screen->listed);
    screen->rows = 0;
    for (size_t i = 0; i < screen->count; i++) {
        const struct book *book = screen->listed[i]->book;
        if (screen->order == PROGRESS_BY_PLAN && book != before)
            screen->row[screen->rows++] = -1 - (int)i;
        before = book;
        screen->row[screen->rows++] = (int)i;
    }
    grid_set_rows(screen->grid, screen->rows);
}

static void select_row(struct progress_screen *screen, size_t plan, size_t index)
{
    for (int r = 0; r < screen->rows; r++) {
        const struct progress_row *row = screen->row[r] < 0 ? NULL : screen->listed[screen->row[r]];
        if (row && row->plan == plan && row->index == index) {
            grid_select(screen->grid, r, grid_col(screen->grid));
            return;
        }
    }
    grid_select(screen->grid, 0, grid_col(screen->grid));
}

// In another order, or others of them: the marked one stays marked where it is still there.
static void list_again(struct progress_screen *screen)
{
    const struct progress_row *marked = progress_marked(screen);
    const size_t plan = marked ? marked->plan : 0, index = marked ? marked->index : 0;
    list_rows(screen);
    select_row(screen, plan, index);
}

static enum status load(void *state, struct err *err)
{
    struct progress_screen *screen = state;
    struct progress fresh = {0};
    enum status status = app_progress(screen->app, 0, 0, &fresh, err);
    if (status) {
        progress_done(&fresh);
        return status;
    }
    const struct progress_row *marked = screen->rows ? progress_marked(screen) : NULL;
    const size_t plan = marked ? marked->plan : 0, index = marked ? marked->index : 0;
    const bool was = marked != NULL;
    progress_done(&screen->progress);
    screen->progress = fresh;
    list_rows(screen);
    if (was)
        select_row(screen, plan, index);
    return STATUS_OK;
}

// --- the keys -----------------------------------------------------------------------------------

static void go(void *state, struct desk *desk, const struct key *key)
{
    struct progress_screen *screen = state;
    const struct progress_row *row = progress_marked(screen);
    struct err err = {0};
    (void)key;
    if (row && return_push(desk, screen->app, row->book->plan->fiscal_year, row->book->plan->name,
                           row->book->quarter, progress_indicator(row)->code, &err))
        desk_fail(desk, &err);
}

// The next of them that lists anything; all always does.
static void filter(void *state, struct desk *desk, const struct key *key)
{
    struct progress_screen *screen = state;
    (void)desk;
    (void)key;
    do {
        screen->filter = (screen->filter + 1) % PROGRESS_FILTERS;
        list_again(screen);
    } while (!screen->count && screen->filter != PROGRESS_ALL);
}

void progress_sort_by(struct progress_screen *screen, enum progress_order order)
{
    screen->order = order;
    list_rows(screen);
    grid_select(screen->grid, 0, grid_col(screen->grid));
}

static void sort(void *state, struct desk *desk, const struct key *key)
{
    struct progress_screen *screen = state;
    (void)desk;
    (void)key;
    progress_sort_by(screen, (screen->order + 1) % PROGRESS_ORDERS);
}

static void check(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    findings_push_all(desk, ((struct progress_screen *)state)->app);
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"Enter", NULL, N_("to the figure"), N_("go to the figure"), ALL, go},
    {"F5 C-t", NULL, N_("only some"), N_("only what is behind, not filled in, with findings"), ALL,
     filter},
    {"F6", NULL, N_("order"), N_("by marks to be won, by the day due, plan by plan"), ALL, sort},
    {"F7", NULL, N_("check"), N_("what is missing or odd, of all plans"), ALL, check},
    {"F3 C-f", NULL, N_("find"), N_("find"), ALL | MODE_FINDING, screen_find},
    {0}};

// --- the screen ---------------------------------------------------------------------------------

static void free_screen(void **state)
{
    struct progress_screen *screen = *state;
    grid_free(&screen->grid);
    progress_done(&screen->progress);
    free(screen->listed);
    free(screen->row);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct progress_screen *)state)->grid;
}

const struct screen_ops progress_ops = {
    .name = "progress",
    .actions = actions,
    .grid = grid_of,
    .about =
        N_("THE YEAR TO DATE\n"
           "\n"
           "Every indicator of every plan. The four bars are the quarters: each is as high as "
           "what was reached of the year's target up to then; █ is all of it, ▁ nothing, · not "
           "filled in or still to come (without block letters: # all, = - . less, _ nothing). "
           "! is behind schedule, ✓ on schedule. Below stands the marked one in full, and "
           "what would win more marks.\n"
           "\n"
           "F5 lists only some of them, F6 puts them in another order: those with most marks "
           "still to be won first, what is due first, or plan by plan with the marks of "
           "each."),
    .draw = progress_draw,
    .load = load,
    .free = free_screen,
};

void progress_push(struct desk *desk, struct app *app)
{
    struct progress_screen *screen = mem_alloc(sizeof *screen);
    struct err err = {0};
    screen->app = app;
    screen->grid = grid_new(&progress_grid_ops, screen, screen->column, 0, 0);
    if (load(screen, &err)) {
        void *state = screen;
        free_screen(&state);
        desk_fail(desk, &err);
        return;
    }
    progress_choose_columns(screen, 80);
    desk_push(desk, &progress_ops, screen);
}
