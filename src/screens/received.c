// SPDX-License-Identifier: GPL-3.0-or-later
// A return that came, as its reviewer sees it: figures, proofs and what is said of them.
#include "received.h"

#include <inttypes.h>
#include <string.h>

enum { HEAD = 3, PANE_MIN = 6, PANE_MAX = 11, GRID_MIN = 6 };

const struct app_review_row *received_marked(const struct received_screen *screen)
{
    const int row = grid_row(screen->grid);
    return row < 0 || (size_t)row >= screen->review->rows ? NULL : &screen->review->row[row];
}

static void select_code(struct received_screen *screen, const char *code)
{
    for (size_t i = 0; *code && i < screen->review->rows; i++)
        if (strcmp(screen->review->row[i].code, code) == 0)
            grid_select(screen->grid, (int)i, grid_col(screen->grid));
}

// Takes the place of what was there; `of` may be of that.
static void put(struct received_screen *screen, struct app_review *review)
{
    const struct app_review_row *marked = screen->review ? received_marked(screen) : NULL;
    autostr code = STR_INIT;
    str_add(&code, marked ? marked->code : "");
    app_review_free(&screen->review);
    screen->review = review;
    str_reset(&screen->plan);
    str_add(&screen->plan, review->of.plan);
    screen->of = review->of;
    screen->of.plan = screen->plan.buf;
    grid_set_rows(screen->grid, (int)review->rows);
    select_code(screen, code.buf);
}

enum status received_load(struct received_screen *screen, struct err *err)
{
    struct app_review *review = NULL;
    const enum status status = app_review_open(screen->app, &screen->of, &review, err);
    if (!status)
        put(screen, review);
    return status;
}

void received_show(void *state, struct desk *desk)
{
    struct err err = {0};
    if (received_load(state, &err))
        desk_fail(desk, &err);
}

void received_turn_to(struct received_screen *screen, struct desk *desk, int64_t office,
                      const char *plan)
{
    const struct app_review_of of = {office, screen->of.fiscal_year, screen->of.quarter, plan};
    struct app_review *review = NULL;
    struct err err = {0};
    if (app_review_open(screen->app, &of, &review, &err))
        desk_fail(desk, &err);
    else
        put(screen, review);
}

// --- the screen ---------------------------------------------------------------------------------

static void draw(void *state, struct canvas *canvas)
{
    struct received_screen *screen = state;
    const int rows = canvas->rows - HEAD;
    int pane = received_pane_rows(screen, canvas, PANE_MAX);
    pane = pane < PANE_MIN ? PANE_MIN : pane;
    if (rows - pane < GRID_MIN)
        pane = rows - GRID_MIN;
    received_choose_columns(screen, canvas->cols);
    received_draw_heading(screen, canvas);
    received_draw_pane(screen, canvas, canvas->rows - pane, pane);
    grid_draw(screen->grid, canvas, HEAD, 0, rows - pane, canvas->cols);
}

static struct grid *grid_of(const void *state)
{
    return ((const struct received_screen *)state)->grid;
}

// A mark is a word in place of a figure: one key puts it.
enum screen_mode received_mode(const void *state)
{
    const struct received_screen *screen = state;
    const enum screen_mode mode = table_mode(screen->grid, screen->app);
    const bool is_mark = received_column(screen) == RECEIVED_MARK;
    return is_mark && mode & WHEN_AT_REST && mode != MODE_READ_ONLY ? MODE_STATE : mode;
}

static void refuse(void *state, struct desk *desk)
{
    (void)state;
    desk_say(desk, MESSAGE_INFO, "%s",
             _("What came is not changed here; mark, remark and marks are typed beside it"));
}

// What the marked indicator says, and of which return.
static void seen(const void *state, struct str *ret)
{
    const struct received_screen *screen = state;
    const struct app_review *r = screen->review;
    const struct app_review_row *row = received_marked(screen);
    str_addf(ret, "%" PRId64 "\n%d\n", r->came ? r->receipt.id : 0, r->receipt.verdict);
    if (row)
        str_addf(ret, "%s\n%d %d %s\n%s", row->code, row->mark.mark, row->mark.follow_up,
                 row->mark.remark, row->entry ? row->entry->typed : "");
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct received_screen *screen = state;
    return look_again(state, desk, key, screen->grid, screen->app, received_show, seen);
}

static bool take_key(void *state, struct desk *desk, const struct key *key)
{
    struct received_screen *screen = state;
    const bool types = key->code == K_TEXT || key->code == K_PASTE;
    if (types && received_mode(state) & (MODE_LOOKING | MODE_LOCKED | MODE_READ_ONLY)) {
        desk_refuse(desk);
        return true;
    }
    return grid_key(screen->grid, desk, key);
}

static void fill(const void *state, const char *name, struct str *ret)
{
    const struct received_screen *screen = state;
    if (strcmp(name, "office") == 0)
        str_add(ret, screen->review->name);
    else if (strcmp(name, "plan") == 0 && screen->review->plan)
        str_add(ret, screen->review->plan->title);
}

// What is half typed when the program must end is kept if it can be read.
static void commit(void *state)
{
    grid_commit(((struct received_screen *)state)->grid, NULL, NULL);
}

static void free_screen(void **state)
{
    struct received_screen *screen = *state;
    grid_free(&screen->grid);
    app_review_free(&screen->review);
    str_done(&screen->plan);
    str_done(&screen->seal);
    str_done(&screen->asked_code);
    free(screen);
    *state = NULL;
}

const struct screen_ops received_ops = {
    .name = "received",
    .actions = received_actions,
    .grid = grid_of,
    .about = N_("A RETURN THAT CAME\n"
                "\n"
                "What an office has sent for a plan and quarter, and beside it what you say of it: "
                "✓ or ✗ with one key, a remark, whether to ask again in the next quarter, and "
                "your own marks. Each field is saved when it is left. “✓?” is only proposed from "
                "figure and proofs until you decide. A verdict is on exactly the return that you "
                "see; when another comes, it is looked at anew, and ↺ stands at what it has "
                "changed. The review file takes all of this to the office."),
    .mode = received_mode,
    .look = look,
    .refuse = refuse,
    .draw = draw,
    .key = take_key,
    .fill = fill,
    .commit = commit,
    .resume = received_show,
    .free = free_screen,
};

void received_push(struct desk *desk, struct app *app, const struct app_review_of *of,
                   const char *indicator)
{
    struct received_screen *screen = mem_alloc(sizeof *screen);
    void *state = screen;
    struct err err = {0};
    *screen = (struct received_screen){
        .app = app, .of = *of, .plan = STR_INIT, .seal = STR_INIT, .asked_code = STR_INIT};
    screen->grid = grid_new(&received_grid_ops, screen, screen->column, 0, 0);
    if (received_load(screen, &err)) {
        desk_fail(desk, &err);
        free_screen(&state);
        return;
    }
    screen->undo = (struct review_undo){
        .app = app, .since = app_journal_seq(app), .show = received_show, .screen = screen};
    received_choose_columns(screen, 80);
    grid_select(screen->grid, 0, received_column_of(screen, RECEIVED_MARK));
    select_code(screen, indicator ? indicator : "");
    desk_push(desk, &received_ops, screen);
}
