// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen of an office with others below it: what is read for it.
#include "supervision.h"

#include "orjon/app/records.h"

#include <string.h>

static void forget(struct supervision *s)
{
    app_supervision_done(&s->news);
    shelf_done(&s->own);
    records_done(&s->decisions);
}

// What the office sends itself; nothing where it has no plans.
static enum status load_own(struct supervision *s, struct err *err)
{
    enum status status = shelf_open(s->app, 0, NULL, 0, &s->own, err);
    if (status == STATUS_NOT_FOUND) {
        s->own = (struct shelf){.fiscal_year = app_office(s->app)->fiscal_year,
                                .quarter = app_office(s->app)->quarter};
        status = STATUS_OK;
    }
    return status ? status : app_load_records(s->app, RECORD_DECISION, 0, &s->decisions, err);
}

static enum status load(struct supervision *s, struct err *err)
{
    struct supervision fresh = {.app = s->app};
    enum status status = app_supervision_load(s->app, &fresh.news, err);
    if (!status)
        status = load_own(&fresh, err);
    if (status) {
        forget(&fresh);
        return status;
    }
    forget(s);
    s->news = fresh.news;
    s->own = fresh.own;
    s->decisions = fresh.decisions;
    s->drive = app_drive(s->app);
    supervision_tell(s);
    grid_set_rows(s->grid, (int)s->lines);
    const size_t plans = s->news.sending.plans;
    grid_set_rows(s->counts, (int)(plans > 1 ? plans + 1 : plans)); // with a row of all
    return STATUS_OK;
}

const struct supervision_line *supervision_marked(const struct supervision *s)
{
    const int row = grid_row(s->grid);
    return row < 0 || (size_t)row >= s->lines ? NULL : &s->line[row];
}

static bool is_same(const struct supervision_line *a, const struct supervision_line *b)
{
    return a->matter == b->matter && a->office == b->office && a->more == b->more &&
           strcmp(a->plan ? a->plan : "", b->plan ? b->plan : "") == 0 &&
           strcmp(a->code ? a->code : "", b->code ? b->code : "") == 0;
}

// What was marked stays marked where it still stands.
static void resume(void *state, struct desk *desk)
{
    struct supervision *s = state;
    struct err err = {0};
    struct supervision_line before = {.matter = MATTERS};
    autostr plan = STR_INIT, code = STR_INIT;
    const struct supervision_line *marked = supervision_marked(s);
    if (marked) {
        before = *marked;
        str_add(&plan, marked->plan ? marked->plan : "");
        str_add(&code, marked->code ? marked->code : "");
        before.plan = plan.buf;
        before.code = code.buf;
    }
    if (load(s, &err))
        desk_fail(desk, &err);
    for (size_t i = 0; i < s->lines; i++)
        if (!s->line[i].heading && is_same(&s->line[i], &before)) {
            grid_select(s->grid, (int)i, grid_col(s->grid));
            return;
        }
}

static void seen(const void *state, struct str *ret)
{
    const struct supervision_line *line = supervision_marked(state);
    for (int c = 0; line && c < LINE_COLUMNS; c++)
        str_addf(ret, "%s\n", line->text[c]);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct supervision *s = state;
    return look_again(state, desk, key, s->grid, s->app, resume, seen);
}

static enum screen_mode mode(const void *state)
{
    const struct supervision *s = state;
    return table_mode(s->grid, s->app);
}

static struct grid *grid_of(const void *state)
{
    return ((const struct supervision *)state)->grid;
}

static void free_screen(void **state)
{
    struct supervision *s = *state;
    forget(s);
    grid_free(&s->grid);
    grid_free(&s->counts);
    arena_done(&s->texts);
    free(s);
    *state = NULL;
}

const struct screen_ops supervision_ops = {
    .name = "supervision",
    .actions = supervision_actions,
    .grid = grid_of,
    .about = N_("OFFICES BELOW\n"
                "\n"
                "What the offices below have sent for the quarter in hand: how each plan stands, "
                "what came last, what was returned or is to be followed up, what is due, and who "
                "has not sent, with the telephone. Enter opens what a line is about.\n"
                "\n"
                "The returns that this office sends itself are behind Tab."),
    .mode = mode,
    .look = look,
    .draw = supervision_draw,
    .resume = resume,
    .free = free_screen,
};

enum status supervision_push(struct desk *desk, struct session *session, struct err *err)
{
    struct supervision *s = mem_alloc(sizeof *s);
    void *state = s;
    s->session = session;
    s->app = session->app;
    s->grid = grid_new(&supervision_grid, s, s->column, LINE_COLUMNS, 1);
    s->counts = grid_new(&supervision_counts, s, s->count_column, COUNT_COLUMNS, 1);
    supervision_set_columns(s, 80);
    enum status status = load(s, err);
    if (status) {
        free_screen(&state);
        return status;
    }
    grid_select(s->grid, 0, 0);
    desk_push(desk, &supervision_ops, s);
    return STATUS_OK;
}
