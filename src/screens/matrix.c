// SPDX-License-Identifier: GPL-3.0-or-later
// The compliance matrix: offices and indicators, and what a reviewer says of each.
#include "matrix.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

// --- places -------------------------------------------------------------------------------------

bool matrix_place(const struct matrix_screen *screen, int row, int col, size_t *ret_row,
                  size_t *ret_head)
{
    const int cell = col - MATRIX_CELLS;
    const struct compliance *c = screen->c;
    if (row < 0 || cell < 0)
        return false;
    *ret_row = (size_t)(screen->turned ? cell : row);
    *ret_head = (size_t)(screen->turned ? row : cell);
    return *ret_row < c->rows && *ret_head < c->heads;
}

bool matrix_marked(const struct matrix_screen *screen, size_t *ret_row, size_t *ret_head)
{
    return matrix_place(screen, grid_row(screen->grid), grid_col(screen->grid), ret_row, ret_head);
}

const struct compliance_cell *matrix_cell(const struct matrix_screen *screen, size_t row,
                                          size_t head)
{
    return &screen->c->row[row].cell[head];
}

bool matrix_is_open(const struct matrix_screen *screen, size_t row, size_t head)
{
    const struct compliance_cell *cell = matrix_cell(screen, row, head);
    return head != screen->c->note && (cell->has || cell->mark);
}

int64_t matrix_office(const struct matrix_screen *screen, size_t row)
{
    return screen->c->row[row].office->office->unit->id;
}

bool matrix_find(const struct matrix_screen *screen, int64_t office, const char *code,
                 size_t *ret_row, size_t *ret_head)
{
    const struct compliance *c = screen->c;
    for (size_t row = 0; row < c->rows; row++)
        for (size_t head = 0; head < c->heads && matrix_office(screen, row) == office; head++)
            if (strcmp(c->head[head].code, code) == 0) {
                *ret_row = row;
                *ret_head = head;
                return true;
            }
    return false;
}

void matrix_go(struct matrix_screen *screen, size_t row, size_t head)
{
    screen->anchor_row = -1;
    grid_select(screen->grid, (int)(screen->turned ? head : row),
                (int)(screen->turned ? row : head) + MATRIX_CELLS);
}

static size_t lesser(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t greater(size_t a, size_t b)
{
    return a > b ? a : b;
}

bool matrix_stretch(const struct matrix_screen *screen, struct matrix_stretch *ret)
{
    size_t row = 0, head = 0, other_row = 0, other_head = 0;
    if (!matrix_marked(screen, &row, &head))
        return false;
    if (!matrix_place(screen, screen->anchor_row, screen->anchor_col, &other_row, &other_head)) {
        other_row = row;
        other_head = head;
    }
    *ret = (struct matrix_stretch){lesser(row, other_row), greater(row, other_row),
                                   lesser(head, other_head), greater(head, other_head)};
    return true;
}

// --- loading ------------------------------------------------------------------------------------

static void forget_review(struct matrix_screen *screen)
{
    app_review_free(&screen->review);
}

void matrix_lay_out(struct matrix_screen *screen)
{
    const struct compliance *c = screen->c;
    const int width = screen->width ? screen->width : 80;
    screen->width = 0;
    screen->anchor_row = -1;
    matrix_set_columns(screen, width);
    grid_set_rows(screen->grid, (int)(screen->turned ? c->heads : c->rows));
}

enum status matrix_load(struct matrix_screen *screen, struct err *err)
{
    struct compliance *c = NULL;
    size_t row = 0, head = 0;
    const enum status status = app_compliance_open(screen->app, screen->fiscal_year,
                                                   screen->quarter, screen->plan, &c, err);
    if (status)
        return status;
    struct compliance *old = screen->c;
    const bool there = old && matrix_marked(screen, &row, &head);
    const bool same = old && old->rows == c->rows && old->heads == c->heads;
    screen->c = c;
    screen->rereads = 0;
    screen->fresh = true;
    forget_review(screen);
    if (!same)
        matrix_lay_out(screen);
    if (there && matrix_find(screen, old->row[row].office->office->unit->id, old->head[head].code,
                             &row, &head))
        matrix_go(screen, row, head);
    app_compliance_free(&old);
    return STATUS_OK;
}

void matrix_show(void *state, struct desk *desk)
{
    struct err err = {0};
    if (matrix_load(state, &err))
        desk_fail(desk, &err);
}

bool matrix_reread(struct matrix_screen *screen, struct desk *desk, const struct matrix_stretch *s,
                   size_t *ret_row, size_t *ret_head)
{
    enum { MANY = 40, REREADS_MAX = 400 };
    const int64_t office = matrix_office(screen, s->row);
    enum status status = STATUS_OK;
    struct err err = {0};
    autostr code = STR_INIT;
    str_add(&code, screen->c->head[s->head].code);
    forget_review(screen);
    screen->rereads += s->last_row - s->row + 1;
    if (s->last_row - s->row >= MANY || screen->rereads > REREADS_MAX)
        status = matrix_load(screen, &err);
    else
        for (size_t row = s->row; !status && row <= s->last_row; row++)
            status = app_compliance_reread(screen->c, row, &err);
    if (status)
        desk_fail(desk, &err);
    return matrix_find(screen, office, code.buf, ret_row, ret_head);
}

// --- the screen ---------------------------------------------------------------------------------

static bool matches(void *data, int row, const char *sought)
{
    const struct matrix_screen *screen = data;
    if (!screen->turned)
        return tree_matches(screen->c->row[row].office->office, sought);
    const struct compliance_head *head = &screen->c->head[row];
    return text_has(head->code, sought) || text_has(head->text, sought);
}

static const struct grid_ops grid_ops = {.cell = matrix_get_cell, .matches = matches};

static enum screen_mode mode(const void *state)
{
    const struct matrix_screen *screen = state;
    size_t row = 0, head = 0;
    if (grid_mode(screen->grid) == MODE_FINDING)
        return MODE_FINDING;
    if (app_is_read_only(screen->app))
        return MODE_READ_ONLY;
    if (!matrix_marked(screen, &row, &head))
        return MODE_LOOKING;
    const struct compliance_cell *cell = matrix_cell(screen, row, head);
    if (screen->anchor_row >= 0)
        return MODE_FILLED;
    if (head != screen->c->note && !matrix_is_open(screen, row, head))
        return MODE_LOCKED;
    return cell->mark ? MODE_FILLED : MODE_EMPTY;
}

static void refuse(void *state, struct desk *desk)
{
    const enum screen_mode now = mode(state);
    if (now == MODE_LOCKED)
        desk_say(desk, MESSAGE_ERROR, "%s", _("The plan of this office has no such indicator"));
    else if (now == MODE_EMPTY)
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing is said there"));
    else
        desk_say(desk, MESSAGE_INFO, "%s", _("Marks belong into the cells of the indicators"));
}

// Moving without Shift ends the stretch.
static bool take_key(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    const bool taken = grid_key(screen->grid, desk, key);
    if (taken)
        screen->anchor_row = -1;
    return taken;
}

// What was read since the last key is not read again.
static void resume(void *state, struct desk *desk)
{
    const struct matrix_screen *screen = state;
    struct err err = {0};
    if ((!screen->fresh || app_changed_elsewhere(screen->app)) && matrix_load(state, &err))
        desk_fail(desk, &err);
}

static void seen(const void *state, struct str *ret)
{
    const struct matrix_screen *screen = state;
    size_t row = 0, head = 0;
    if (!matrix_marked(screen, &row, &head))
        return;
    const struct store_mark *mark = matrix_cell(screen, row, head)->mark;
    str_addf(ret, "%s\n%s\n", screen->c->row[row].office->office->code, screen->c->head[head].code);
    if (mark)
        str_addf(ret, "%d %d %s", mark->mark, mark->follow_up, mark->remark);
}

// A letter is a mark here, no text: it too is about what was seen.
static bool look(void *state, struct desk *desk, const struct key *key)
{
    struct matrix_screen *screen = state;
    const struct key any = {.code = K_NONE};
    screen->fresh = false;
    const bool finds = grid_mode(screen->grid) == MODE_FINDING;
    return look_again(state, desk, finds ? key : &any, screen->grid, screen->app, resume, seen);
}

static void fill(const void *state, const char *name, struct str *ret)
{
    const struct matrix_screen *screen = state;
    if (strcmp(name, "sort") == 0)
        str_add(ret, "remark");
    else if (strcmp(name, "quarter") == 0)
        str_add(ret, period_quarter_ordinal(screen->quarter, DIGITS_BENGALI));
    else if (strcmp(name, "year") == 0)
        period_write_year(ret, screen->fiscal_year, DIGITS_BENGALI);
    else if (strcmp(name, "plan") == 0)
        str_add(ret, screen->c->below->plan->title);
}

static void free_screen(void **state)
{
    struct matrix_screen *screen = *state;
    grid_free(&screen->grid);
    app_review_free(&screen->review);
    app_compliance_free(&screen->c);
    arena_done(&screen->headings);
    str_done(&screen->asked_code);
    str_done(&screen->asked);
    free(screen->meeting);
    free(screen->column);
    free(screen->plan);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct matrix_screen *)state)->grid;
}

const struct screen_ops matrix_ops = {
    .name = "matrix",
    .actions = matrix_actions,
    .grid = grid_of,
    .about =
        N_("THE COMPLIANCE MATRIX\n"
           "\n"
           "Offices below each other, indicators beside each other; F5 turns it. One key marks "
           "a cell, and the cursor goes on along the office. A remark stands beside the mark, "
           "whatever that is (*); a ✗ without one is shown (?), what is asked after in the "
           "next quarter too (>). Below the table stand the figure, its proofs and what they "
           "speak for, and what was asked in an earlier quarter. Shift with the arrow keys "
           "marks a stretch: a mark then goes into all of it."),
    .mode = mode,
    .look = look,
    .refuse = refuse,
    .fill = fill,
    .draw = matrix_draw,
    .key = take_key,
    .resume = resume,
    .free = free_screen,
};

// The first cell in which something can be said.
static void go_first(struct matrix_screen *screen)
{
    const struct compliance *c = screen->c;
    for (size_t at = 0; at < c->rows * c->heads; at++)
        if (matrix_is_open(screen, at / c->heads, at % c->heads)) {
            matrix_go(screen, at / c->heads, at % c->heads);
            return;
        }
}

static void push(struct desk *desk, struct app *app, int fiscal_year, int quarter, const char *plan)
{
    struct matrix_screen *screen = mem_alloc(sizeof *screen);
    void *state = screen;
    struct err err = {0};
    screen->app = app;
    screen->fiscal_year = fiscal_year ? fiscal_year : app_office(app)->fiscal_year;
    screen->quarter = quarter ? quarter : app_office(app)->quarter;
    screen->plan = mem_copy_text(plan, strlen(plan));
    screen->asked_code = screen->asked = (struct str)STR_INIT;
    screen->anchor_row = -1;
    screen->grid = grid_new(&grid_ops, screen, NULL, 0, 0);
    if (matrix_load(screen, &err)) {
        free_screen(&state);
        desk_fail(desk, &err);
        return;
    }
    screen->undo = (struct review_undo){.app = app,
                                        .since = app_journal_seq(app),
                                        .marks_alone = true,
                                        .show = matrix_show,
                                        .screen = screen};
    go_first(screen);
    desk_push(desk, &matrix_ops, screen);
}

void matrix_push(struct desk *desk, struct app *app, int fiscal_year, int quarter, const char *plan)
{
    if (plan)
        push(desk, app, fiscal_year, quarter, plan);
    else
        plan_pick(desk, app, fiscal_year, quarter, push);
}
