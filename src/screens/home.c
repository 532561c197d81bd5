// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen: what is read for it, and what its keys do.
#include "home.h"

#include "orjon/app/records.h"

#include <stdlib.h>

static enum status load(void *state, struct err *err)
{
    struct home *home = state;
    struct shelf shelf = {0};
    enum status status = shelf_open(home->app, 0, NULL, 0, &shelf, err);
    // A year without plans is no reason to lock anybody out: F4 sets another one.
    if (status == STATUS_NOT_FOUND)
        shelf = (struct shelf){.fiscal_year = app_office(home->app)->fiscal_year,
                               .quarter = app_office(home->app)->quarter};
    else if (status)
        return status;
    struct records decisions = {0};
    status = app_load_records(home->app, RECORD_DECISION, 0, &decisions, err);
    if (status) {
        records_done(&decisions);
        shelf_done(&shelf);
        return status;
    }
    records_done(&home->decisions);
    home->decisions = decisions;
    home_drop_reviews(home);
    shelf_done(&home->shelf);
    home->shelf = shelf;
    home->due_rows = 0;
    rollup_done(&home->shares);
    shelf_roll_up(&shelf, &home->shares);
    home->drive = app_drive(home->app);
    grid_set_rows(home->grid, (int)shelf.count);
    return home_load_reviews(home, err);
}

static void open_return(void *state, struct desk *desk, const struct key *key)
{
    struct home *home = state;
    struct err err = {0};
    const int row = grid_row(home->grid), col = grid_col(home->grid);
    (void)key;
    if (row < 0)
        return;
    int quarter =
        col >= HOME_Q1 && col < HOME_Q1 + QUARTERS ? col - HOME_Q1 + 1 : home->shelf.quarter;
    if (return_push(desk, home->app, home->shelf.fiscal_year, home->shelf.book[row]->plan->name,
                    quarter, NULL, &err))
        desk_fail(desk, &err);
}

static void receive(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    receive_push(desk, ((struct home *)state)->app, NULL);
}

static void office(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    office_push(desk, ((struct home *)state)->app);
}

static void review(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    progress_push(desk, ((struct home *)state)->app);
}

static void year(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    year_push(desk, ((struct home *)state)->app);
}

static void check(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    findings_push_all(desk, ((struct home *)state)->app);
}

void home_open_papers(void *state, struct desk *desk, const struct key *key)
{
    struct home *home = state;
    (void)key;
    home->paper = (struct paper_choice){
        .app = home->app, .fiscal_year = home->shelf.fiscal_year, .quarter = home->shelf.quarter};
    preview_choose(desk, &home->paper);
}

static void registers(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    registers_push(desk, ((struct home *)state)->app);
}

static void find_all(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    find_ask(desk, ((struct home *)state)->app);
}

static void settings(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    settings_push(desk, ((struct home *)state)->session);
}

static void show_undone(void *state, struct desk *desk, const char *code, int quarter)
{
    struct err err = {0};
    (void)code;
    (void)quarter;
    if (load(state, &err))
        desk_fail(desk, &err);
}

static void fail_undo(void *state, struct desk *desk, const struct err *err)
{
    (void)state;
    desk_fail(desk, err);
}

// What was left half typed comes back first, in its return; then what was changed last in any plan.
static void back(void *state, struct desk *desk, const struct key *key)
{
    struct home *home = state;
    struct err err = {0};
    (void)key;
    const enum status status = return_push_left(desk, home->app, &err);
    if (status == STATUS_NOT_FOUND)
        figure_undo_run(desk, &home->undo, false);
    else if (status)
        desk_fail(desk, &err);
}

static void forth(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    figure_undo_run(desk, &((struct home *)state)->undo, true);
}

static void leave(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    leave_ask(desk);
}

static void up(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    desk_pop(desk);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (app_changed_elsewhere(((struct home *)state)->app))
        desk_resume(desk);
    return true;
}

static enum screen_mode mode(const void *state)
{
    const struct home *home = state;
    return table_mode(home->grid, home->app);
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct home *home = state;
    return home_click_due(home, desk, key) || grid_key(home->grid, desk, key);
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"Enter", NULL, N_("fill in"), N_("fill in the return of the marked plan and quarter"), ALL,
     open_return},
    {"F2", NULL, N_("registers"),
     N_("registers: meetings, decisions, people, committees, memos, evidence, offices"), ALL,
     registers},
    {"F5", NULL, N_("progress"), N_("the year to date: where marks can still be won"), ALL, review},
    {"F7", NULL, N_("check"), N_("what is missing or odd, of all plans"), ALL, check},
    {"F8", NULL, N_("papers"), N_("papers: look at them before printing"), ALL, home_open_papers},
    {"F4", NULL, N_("office"), N_("particulars of the office: name, officer, year and quarter"),
     ALL, office},
    {"F9", NULL, N_("settings"), N_("settings: language, digits, colours, mouse, pen drive"), ALL,
     settings},
    {"F6", NULL, N_("year"), N_("the year's change: plans carried on, targets beside last year's"),
     ALL & ~MODE_READ_ONLY, year},
    {"F3", NULL, N_("find"), N_("find a plan"), ALL | MODE_FINDING, screen_find},
    {"C-f", "/", N_("find everywhere"), N_("find a text in all plans, years and records"),
     WHEN_AT_REST, find_all},
    {"C-n", NULL, N_("next returned"), N_("the next return that came back for correction"), ALL,
     home_open_returned},
    {"C-o", NULL, N_("take in a file"), N_("take in a file of another office: a review from above"),
     ALL, receive},
    {"C-z", NULL, N_("undo"), N_("undo the last change, in any plan"), MODE_LOOKING, back},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), MODE_LOOKING, forth},
    {0}};

// Under another first screen Esc goes back there, as everywhere.
static const struct action first_actions[] = {
    {"Esc", NULL, N_("leave"), N_("leave the program, after a question"), WHEN_AT_REST, leave},
    {0}};

static const struct action own_actions[] = {
    {"Tab", NULL, N_("offices below"), N_("back to the offices below"), WHEN_AT_REST, up}, {0}};

static void free_home(void **state)
{
    struct home *home = *state;
    grid_free(&home->grid);
    rollup_done(&home->shares);
    home_drop_reviews(home);
    shelf_done(&home->shelf);
    records_done(&home->decisions);
    figure_undo_done(&home->undo);
    free(home);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct home *)state)->grid;
}

#define HOME_OPS                                                                                   \
    .grid = grid_of, .mode = mode, .look = look, .draw = home_draw, .key = key, .load = load,      \
    .free = free_home

const struct screen_ops home_ops = {
    .name = "home",
    .actions = actions,
    .shared = first_actions,
    .about = N_("HOME\n"
                "\n"
                "Each line is a plan. The columns show how many figures of each quarter are filled "
                "in, and the marks earned so far. The arrow keys choose a plan and a quarter.\n"
                "\n"
                "There is no save key. Each figure is saved when you leave its field. A key F1 to "
                "F10 that your terminal keeps for itself can be typed as Alt and its digit."),
    HOME_OPS,
};

const struct screen_ops own_ops = {
    .name = "own",
    .actions = own_actions,
    .shared = actions,
    .about = N_("OWN RETURNS\n"
                "\n"
                "The returns that this office itself sends: each line is a plan, as on the first "
                "screen of an office without others below it. Esc goes back to the offices below."),
    HOME_OPS,
};

static enum status push(struct desk *desk, struct session *session, const struct screen_ops *ops,
                        struct err *err)
{
    struct home *home = mem_alloc(sizeof *home);
    void *state = home;
    home->session = session;
    home->app = session->app;
    home->grid = grid_new(&home_grid_ops, home, home->column, HOME_COLUMNS, 1);
    home_set_columns(home, 80);
    home->undo = (struct figure_undo){.app = home->app,
                                      .plans = &home->shelf,
                                      .since = app_journal_opened(home->app),
                                      .show = show_undone,
                                      .fail = fail_undo,
                                      .screen = home,
                                      .asked = STR_INIT};
    enum status status = load(home, err);
    if (status) {
        free_home(&state);
        return status;
    }
    grid_select(home->grid, 0, HOME_Q1 + home->shelf.quarter - 1);
    desk_push(desk, ops, home);
    return STATUS_OK;
}

enum status home_push(struct desk *desk, struct session *session, struct err *err)
{
    return push(desk, session, &home_ops, err);
}

enum status own_push(struct desk *desk, struct session *session, struct err *err)
{
    return push(desk, session, &own_ops, err);
}
