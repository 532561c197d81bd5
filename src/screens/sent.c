// SPDX-License-Identifier: GPL-3.0-or-later
// Who has sent: offices below × plans of a quarter.
#include "sent.h"

#include "orjon/base/text.h"

#include <string.h>

// --- what is shown ------------------------------------------------------------------------------

static bool is_shown(const struct sent_screen *screen, size_t place)
{
    const struct app_sending *sending = &screen->sending;
    bool any = false, open = false;
    for (size_t p = 0; p < sending->plans; p++) {
        const struct app_sent *sent = &sending->cell[place * sending->plans + p];
        any = any || sent->expected || sent->came;
        open = open ||
               (sent->expected && (sent->state == SENT_MISSING || sent->state == SENT_RETURNED));
    }
    return screen->open ? open : any || sending->offices.tree.office[place].open;
}

void sent_choose_rows(struct sent_screen *screen)
{
    const size_t count = screen->sending.offices.tree.count;
    screen->row = mem_resize(screen->row, count + 1, sizeof *screen->row);
    screen->rows = 0;
    for (size_t o = 0; o < count; o++)
        if (is_shown(screen, o))
            screen->row[screen->rows++] = o;
    grid_set_rows(screen->grid, screen->rows);
}

enum status sent_load(struct sent_screen *screen, int fiscal_year, int quarter, struct err *err)
{
    struct app_sending fresh = {0};
    enum status status = app_sending_load(screen->app, fiscal_year, quarter, NULL, &fresh, err);
    if (status) {
        app_sending_done(&fresh);
        return status;
    }
    app_sending_done(&screen->sending);
    screen->sending = fresh;
    screen->nested = false;
    for (size_t o = 0; o < fresh.offices.tree.count; o++)
        screen->nested = screen->nested || fresh.offices.tree.office[o].end > o + 1;
    free(screen->column);
    screen->column = mem_alloc((fresh.plans + SENT_ON_TIME + 1) * sizeof *screen->column);
    sent_set_columns(screen, 80);
    sent_choose_rows(screen);
    return STATUS_OK;
}

const struct tree_office *sent_office(const struct sent_screen *screen)
{
    const int row = grid_row(screen->grid);
    return row < 0 || row >= screen->rows ? NULL
                                          : &screen->sending.offices.tree.office[screen->row[row]];
}

size_t sent_plan(const struct sent_screen *screen)
{
    const size_t col = (size_t)grid_col(screen->grid);
    const size_t first = screen->nested ? SENT_ON_TIME + 1 : SENT_RATE;
    return col >= first && col - first < screen->sending.plans ? col - first
                                                               : screen->sending.plans;
}

void sent_mark(struct sent_screen *screen, int64_t office)
{
    for (int r = 0; r < screen->rows; r++)
        if (screen->sending.offices.tree.office[screen->row[r]].unit->id == office)
            grid_select(screen->grid, r, grid_col(screen->grid));
}

void sent_resume(void *state, struct desk *desk)
{
    struct sent_screen *screen = state;
    const struct tree_office *marked = sent_office(screen);
    const int64_t id = marked ? marked->unit->id : 0;
    struct err err = {0};
    if (sent_load(screen, screen->sending.fiscal_year, screen->sending.quarter, &err))
        desk_fail(desk, &err);
    sent_mark(screen, id);
}

// --- the screen ---------------------------------------------------------------------------------

static void seen(const void *state, struct str *ret)
{
    const struct sent_screen *screen = state;
    const struct tree_office *office = sent_office(screen);
    const size_t plan = sent_plan(screen), plans = screen->sending.plans;
    if (!office)
        return;
    str_addf(ret, "%s\n%s\n", office->code, office->name);
    if (plan < plans) {
        const size_t place = screen->row[grid_row(screen->grid)];
        const struct app_sent *sent = &screen->sending.cell[place * plans + plan];
        str_addf(ret, "%s %d %d %d", screen->sending.plan[plan], sent->state, sent->first_day,
                 sent->day);
    }
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct sent_screen *screen = state;
    return look_again(state, desk, key, screen->grid, screen->app, sent_resume, seen);
}

static enum screen_mode mode(const void *state)
{
    const struct sent_screen *screen = state;
    return table_mode(screen->grid, screen->app);
}

// A letter begins to find.
static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct sent_screen *screen = state;
    if (key->code == K_TEXT && grid_mode(screen->grid) == MODE_LOOKING && screen->rows)
        grid_start_find(screen->grid, desk);
    return grid_key(screen->grid, desk, key);
}

static struct grid *grid_of(const void *state)
{
    return ((const struct sent_screen *)state)->grid;
}

static void free_screen(void **state)
{
    struct sent_screen *screen = *state;
    grid_free(&screen->grid);
    app_sending_done(&screen->sending);
    arena_done(&screen->headings);
    free(screen->column);
    free(screen->row);
    free(screen);
    *state = NULL;
}

const struct screen_ops sent_ops = {
    .name = "sent",
    .actions = sent_actions,
    .grid = grid_of,
    .about = N_("WHO HAS SENT\n"
                "\n"
                "Each line is an office as it was on the quarter's last day, behind the one it "
                "stands under; each column is a plan. The first receipt decides whether it came in "
                "time. The rates of an office that has others below it are of all of them.\n"
                "\n"
                "What is typed is looked for among codes, names and levels. Below the table stands "
                "what is known of the marked return."),
    .mode = mode,
    .look = look,
    .draw = sent_draw,
    .key = key,
    .resume = sent_resume,
    .free = free_screen,
};

void sent_push_at(struct desk *desk, struct app *app, int fiscal_year, int quarter, int64_t office,
                  bool open)
{
    struct sent_screen *screen = mem_alloc(sizeof *screen);
    struct err err = {0};
    screen->app = app;
    screen->open = open;
    screen->grid = grid_new(&sent_grid, screen, NULL, 0, 0);
    if (sent_load(screen, fiscal_year, quarter, &err)) {
        void *state = screen;
        free_screen(&state);
        desk_fail(desk, &err);
        return;
    }
    grid_select(screen->grid, 0, screen->nested ? SENT_ON_TIME + 1 : SENT_RATE);
    sent_mark(screen, office);
    desk_push(desk, &sent_ops, screen);
}

void sent_push(struct desk *desk, struct app *app, int fiscal_year, int quarter)
{
    sent_push_at(desk, app, fiscal_year, quarter, 0, false);
}
