// SPDX-License-Identifier: GPL-3.0-or-later
// The offices below as one: totals, ranks, what is odd and can be asked back, the trend.
#include "below.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

// --- loading ------------------------------------------------------------------------------------

static void forget(struct below_screen *screen)
{
    below_trend_done(&screen->trend);
    outliers_done(&screen->odd);
    consolidation_done(&screen->total);
    app_matrix_done(&screen->marks);
    free(screen->standing);
    free(screen->line);
    app_below_free(&screen->below);
}

static enum status weigh(struct below_screen *screen, struct err *err)
{
    enum status status = app_below_rank(screen->below, &screen->standing, &screen->odd, err);
    if (!status)
        status = app_matrix_open(screen->app, screen->fiscal_year, screen->plan, screen->quarter,
                                 &screen->marks, err);
    screen->weighed = !status;
    if (status) {
        outliers_done(&screen->odd);
        app_matrix_done(&screen->marks);
        free(screen->standing);
        screen->standing = NULL;
    }
    return status;
}

static enum status follow(struct below_screen *screen, struct err *err)
{
    const enum status status = app_below_trend(screen->below, &screen->trend, err);
    if (status) {
        below_trend_done(&screen->trend);
        return status;
    }
    const size_t each = screen->trend.count + 1, count = screen->below->plan->count;
    screen->line = mem_alloc((each * count + 1) * sizeof *screen->line);
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < each; k++)
            screen->line[screen->lines++] = (struct below_line){i, (int)k - 1};
    screen->followed = true;
    return STATUS_OK;
}

static enum status work_out(struct below_screen *screen, struct err *err)
{
    const enum below_page page = screen->page;
    if ((page == BELOW_RANKING || page == BELOW_OUTLIERS) && !screen->weighed)
        return weigh(screen, err);
    return page == BELOW_TREND && !screen->followed ? follow(screen, err) : STATUS_OK;
}

// The table of the page in hand, before anything is selected in it.
static void lay_page(struct below_screen *screen, int width)
{
    screen->width = width;
    below_lay_columns(screen, width);
    grid_set_rows(screen->grid, (int)below_page_rows(screen));
}

// The screen with nothing read; the rest stays that of the one on show.
static struct below_screen blank(const struct below_screen *screen)
{
    struct below_screen next = *screen;
    next.below = NULL;
    next.total = (struct consolidation){0};
    next.standing = NULL;
    next.odd = (struct outliers){0};
    next.marks = (struct app_matrix){0};
    next.trend = (struct below_trend){0};
    next.line = NULL;
    next.lines = 0;
    next.weighed = next.followed = false;
    return next;
}

// Built aside: what is on show gives way only when all of it could be read.
enum status below_load(struct below_screen *screen, struct err *err)
{
    const struct app_below_of of = {.fiscal_year = screen->fiscal_year,
                                    .quarter = screen->quarter,
                                    .plan = screen->plan,
                                    .under = screen->under};
    struct below_screen next = blank(screen);
    enum status status = app_below_open(screen->app, &of, &next.below, err);
    if (!status)
        status = app_below_total(next.below, &next.total, err);
    if (!status)
        status = work_out(&next, err);
    if (status) {
        forget(&next);
        return status;
    }
    forget(screen);
    *screen = next;
    screen->fresh = true;
    lay_page(screen, screen->width ? screen->width : 80);
    return STATUS_OK;
}

void below_show(struct below_screen *screen, struct desk *desk, enum below_page page)
{
    struct err err = {0};
    screen->page = page;
    if (work_out(screen, &err))
        desk_fail(desk, &err);
    grid_set_rows(screen->grid, 0);
    lay_page(screen, screen->width);
    grid_select(screen->grid, page == BELOW_TREND ? 1 : 0, 0);
}

const struct outlier *below_odd(const struct below_screen *screen)
{
    const int row = grid_row(screen->grid);
    return screen->page == BELOW_OUTLIERS && row >= 0 && (size_t)row < screen->odd.count
               ? &screen->odd.outlier[row]
               : NULL;
}

// --- the screen ---------------------------------------------------------------------------------

static int room_of(enum below_page page)
{
    const char *name = below_page_name(page);
    return 1 + text_columns(name, strlen(name));
}

// The pages by their keys, the one in hand marked. Where there is no room for all names, those
// behind have their digit alone.
static void draw_pages(const struct below_screen *screen, struct canvas *canvas, int row)
{
    int col = 1, rest = canvas->cols - 1 - 3 * BELOW_PAGES - room_of(screen->page);
    for (int i = 0; i < BELOW_PAGES; i++) {
        const enum below_page page = (enum below_page)i;
        const bool own = page == screen->page;
        autostr name = STR_INIT;
        str_add(&name, SAY(i + 1));
        rest -= own ? 0 : room_of(page);
        if (own || rest >= 0)
            str_addf(&name, " %s", below_page_name(page));
        col = canvas_say(canvas, row, col, own ? STYLE_SELECTED : STYLE_LABEL, name.buf) + 2;
    }
}

static void draw_head(const struct below_screen *screen, struct canvas *canvas, int row)
{
    autostr line = STR_INIT;
    str_addf(&line, "%s: ", _("Sent"));
    below_say_coverage(screen->below, i18n_language(), i18n_digits(), &line);
    if (screen->under)
        str_addf(&line, _("; under %s"), screen->under);
    if (screen->page == BELOW_OUTLIERS && !screen->odd.count)
        str_addf(&line, "   %s", _("Nothing odd was found"));
    if (screen->page == BELOW_ASIDE && !screen->total.asides)
        str_addf(&line, "   %s", _("Every row of every office fits"));
    canvas_text(canvas, row, 1, canvas->cols - 2, STYLE_PLAIN, ALIGN_LEFT, line.buf, line.len);
}

static void draw(void *state, struct canvas *canvas)
{
    enum { PANE_ROWS = 3 };
    struct below_screen *screen = state;
    const struct plan *plan = screen->below->plan;
    autostr told = STR_INIT;
    screen->ascii = canvas->ascii;
    title_draw_below(canvas, screen->app, _("The offices below"),
                     (const char *const[]){plan->title, plan->short_name}, screen->fiscal_year,
                     screen->quarter);
    draw_head(screen, canvas, 1);
    draw_pages(screen, canvas, 2);
    if (screen->width != canvas->cols)
        lay_page(screen, canvas->cols);
    const int rows = canvas->rows - 3 - PANE_ROWS;
    below_page_tell(screen, grid_row(screen->grid), &told);
    canvas_rule(canvas, 3 + rows, 0, canvas->cols, RULE_HORIZONTAL);
    canvas_wrapped(canvas, 4 + rows, 1, 2, canvas->cols - 2, STYLE_PLAIN, told.buf, told.len);
    grid_draw(screen->grid, canvas, 3, 0, rows, canvas->cols);
}

static enum screen_mode mode(const void *state)
{
    const struct below_screen *screen = state;
    if (grid_mode(screen->grid) == MODE_FINDING)
        return MODE_FINDING;
    if (app_is_read_only(screen->app))
        return MODE_READ_ONLY;
    return below_odd(screen) ? MODE_FILLED : MODE_LOOKING;
}

static void refuse(void *state, struct desk *desk)
{
    (void)state;
    desk_say(desk, MESSAGE_INFO, "%s", _("What is odd can be asked back; 3 shows it"));
}

static void show(void *state, struct desk *desk)
{
    struct err err = {0};
    if (below_load(state, &err))
        desk_fail(desk, &err);
}

// What was read since the last key is not read again.
static void resume(void *state, struct desk *desk)
{
    const struct below_screen *screen = state;
    struct err err = {0};
    if ((!screen->fresh || app_changed_elsewhere(screen->app)) && below_load(state, &err))
        desk_fail(desk, &err);
}

static void seen(const void *state, struct str *ret)
{
    const struct below_screen *screen = state;
    below_page_tell(screen, grid_row(screen->grid), ret);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    struct below_screen *screen = state;
    const struct key any = {.code = K_NONE};
    screen->fresh = false;
    const bool finds = grid_mode(screen->grid) == MODE_FINDING;
    return look_again(state, desk, finds ? key : &any, screen->grid, screen->app, resume, seen);
}

static void free_screen(void **state)
{
    struct below_screen *screen = *state;
    grid_free(&screen->grid);
    forget(screen);
    arena_done(&screen->headings);
    free(screen->plan);
    free(screen->under);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct below_screen *)state)->grid;
}

const struct screen_ops below_ops = {
    .name = "below",
    .actions = below_actions,
    .grid = grid_of,
    .about = N_("THE OFFICES BELOW AS ONE\n"
                "\n"
                "Each indicator over all offices by its own way of counting; the offices in the "
                "order of their marks; what is odd, which one key puts back to the office as a "
                "question; the totals quarter after quarter; and rows of other templates that fit "
                "none. What has come is taken together, however little it is; how many of how many "
                "have sent stands above."),
    .mode = mode,
    .look = look,
    .refuse = refuse,
    .draw = draw,
    .resume = resume,
    .free = free_screen,
};

static void push(struct desk *desk, struct app *app, int fiscal_year, int quarter, const char *plan)
{
    struct below_screen *screen = mem_alloc(sizeof *screen);
    void *state = screen;
    struct err err = {0};
    screen->app = app;
    screen->fiscal_year = fiscal_year ? fiscal_year : app_office(app)->fiscal_year;
    screen->quarter = quarter ? quarter : app_office(app)->quarter;
    screen->plan = mem_copy_text(plan, strlen(plan));
    screen->grid = grid_new(&below_grid, screen, NULL, 0, 0);
    if (below_load(screen, &err)) {
        free_screen(&state);
        desk_fail(desk, &err);
        return;
    }
    screen->undo = (struct review_undo){.app = app,
                                        .since = app_journal_seq(app),
                                        .marks_alone = true,
                                        .show = show,
                                        .screen = screen};
    desk_push(desk, &below_ops, screen);
}

void below_push(struct desk *desk, struct app *app, int fiscal_year, int quarter, const char *plan)
{
    if (plan)
        push(desk, app, fiscal_year, quarter, plan);
    else
        plan_pick(desk, app, fiscal_year, quarter, push);
}
