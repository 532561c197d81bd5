// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's rows with all that stands in them, to be changed for this office.
#include "plan.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/domain/check.h"

#include <stdlib.h>
#include <string.h>

enum { FIXED = 1, PANE = 5 };

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct plan_screen *screen = data;
    const struct plan *plan = screen->book->plan;
    const struct indicator *indicator = &plan->indicator[row];
    autostr text = STR_INIT;
    if (template_column_is_target(screen->of[col])) {
        target_write(&ret->text, indicator, template_value(indicator, screen->of[col]),
                     user_style());
    } else {
        template_get(indicator, screen->of[col], &text);
        text_digits(&ret->text, text.buf, text.len, i18n_digits());
    }
    ret->editable = col >= FIXED && !app_is_read_only(screen->book->app) && !plan->frozen &&
                    plan->fiscal_year > app_office(screen->book->app)->closed_year;
    ret->style = ret->editable ? STYLE_FIELD : col < FIXED ? STYLE_PLAIN : STYLE_DIM;
}

static void source(void *data, int row, int col, struct str *ret)
{
    const struct plan_screen *screen = data;
    template_get(&screen->book->plan->indicator[row], screen->of[col], ret);
}

static bool same_columns(const struct scale *a, const struct scale *b)
{
    return a->grades == b->grades &&
           memcmp(a->percent, b->percent, a->grades * sizeof *a->percent) == 0;
}

// Goes to the row of that code in the plan as it is now, which may have other rows and another
// scale; NULL when it is gone.
static const struct indicator *mark(struct plan_screen *screen, const char *code)
{
    const struct plan *plan = screen->book->plan;
    const struct indicator *row = plan_find(plan, code);
    if (!same_columns(&screen->scale, &plan->scale))
        plan_set_columns(screen, 80);
    grid_set_rows(screen->grid, (int)plan->count);
    if (row)
        grid_select(screen->grid, (int)(row - plan->indicator), grid_col(screen->grid));
    return row;
}

// What was seen in the cell is what gives way, wherever its row stands by now.
static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    struct plan_screen *screen = data;
    const size_t column = screen->of[col];
    autostr code = STR_INIT, name = STR_INIT, word = STR_INIT, before = STR_INIT, after = STR_INIT;
    str_add(&code, screen->book->plan->indicator[row].code);
    str_add(&name, screen->heading[col]);
    template_get(&screen->book->plan->indicator[row], column, &before);
    if (app_changed_elsewhere(screen->book->app)) {
        enum status read = book_reload(screen->book, err);
        if (read)
            return read;
        const struct indicator *now = mark(screen, code.buf);
        if (!now || !template_column(&screen->book->plan->scale, column))
            return refuse_changed(_("The plan"), NULL, err);
        template_get(now, column, &after);
        if (strcmp(before.buf, after.buf) != 0)
            return refuse_changed(name.buf, after.buf, err);
        str_reset(&after);
    }
    const struct app_row at = plan_row(screen, code.buf);
    str_addf(&word, "%s=%s", template_column(&screen->book->plan->scale, column), text);
    enum status status = app_change_target(screen->book->app, &at, &word.buf, 1, err);
    if (status == STATUS_OK)
        status = book_reload(screen->book, err);
    if (status)
        return status;
    const struct indicator *changed = mark(screen, code.buf);
    if (changed)
        template_get(changed, column, &after);
    str_addf(&code, " %s", name.buf);
    if (desk)
        say_replaced(desk, code.buf, before.buf, after.buf);
    return STATUS_OK;
}

static const struct grid_ops grid_ops = {.cell = cell, .source = source, .accept = accept};

// What does not add up is said at once: the weights against the full marks.
static bool say_weights(const struct plan *plan, struct str *ret)
{
    struct maybe sum = {.set = true};
    for (size_t i = 0; i < plan->count; i++)
        if (plan->indicator[i].weight.set)
            sum.value += plan->indicator[i].weight.value;
    autostr weights = STR_INIT, full = STR_INIT;
    say_marks(&weights, sum);
    say_marks(&full, plan->full_marks);
    str_addf(ret, _("Weights add up to %s; full marks %s"), weights.buf, full.buf);
    return !plan->full_marks.set || sum.value == plan->full_marks.value;
}

// With the amendment that the changes belong to.
static void draw_head(const struct plan_screen *screen, struct canvas *canvas)
{
    const struct plan *plan = screen->book->plan;
    autostr weights = STR_INIT;
    title_draw_plan(canvas, screen->book, _("Plan"), 0, TITLE_NO_STAGE);
    const bool whole = say_weights(plan, &weights);
    const int col = canvas_say(canvas, 1, 1, whole ? STYLE_HEADING : STYLE_ERROR, weights.buf);
    if (!screen->from.len && !screen->reason.len)
        return;
    str_reset(&weights);
    str_add(&weights, " · ");
    if (screen->from.len)
        str_addf(&weights, _("in force from %s"), screen->from.buf);
    str_addf(&weights, "%s%s", screen->from.len && screen->reason.len ? ": " : "",
             screen->reason.buf);
    canvas_text(canvas, 1, col, canvas->cols - col - 1, STYLE_HEADING, ALIGN_LEFT, weights.buf,
                weights.len);
}

// The marked indicator, and below what is odd in its targets.
static void draw_pane(const struct plan_screen *screen, struct canvas *canvas, int pane)
{
    const struct plan *plan = screen->book->plan;
    const int row = grid_row(screen->grid);
    __attribute__((cleanup(findings_done))) struct findings odd = {0};
    canvas_rule(canvas, pane, 0, canvas->cols, RULE_HORIZONTAL);
    if (row < 0)
        return;
    const char *text = plan->indicator[row].text;
    check_targets(&plan->indicator[row], plan->fiscal_year, &odd);
    canvas_wrapped(canvas, pane + 1, 1, PANE - 2, canvas->cols - 2, STYLE_HEADING, text,
                   strlen(text));
    if (odd.count)
        canvas_text(canvas, pane + PANE - 1, 1, canvas->cols - 2, STYLE_ERROR, ALIGN_LEFT,
                    odd.finding[0].message, strlen(odd.finding[0].message));
}

static void draw(void *state, struct canvas *canvas)
{
    struct plan_screen *screen = state;
    const int pane = canvas->rows - PANE;
    plan_set_columns(screen, canvas->cols);
    draw_head(screen, canvas);
    draw_pane(screen, canvas, pane);
    grid_draw(screen->grid, canvas, 2, 0, pane - 2, canvas->cols);
}

struct app_row plan_row(const struct plan_screen *screen, const char *code)
{
    const struct plan *plan = screen->book->plan;
    return (struct app_row){.fiscal_year = plan->fiscal_year,
                            .plan = plan->name,
                            .code = code,
                            .reason = screen->reason.buf,
                            .from = screen->from.len ? screen->from.buf : NULL};
}

void plan_show(struct plan_screen *screen, struct desk *desk, const char *code)
{
    struct err err = {0};
    autostr marked = STR_INIT;
    const int row = grid_row(screen->grid);
    str_add(&marked, code ? code : row < 0 ? "" : screen->book->plan->indicator[row].code);
    if (book_reload(screen->book, &err))
        desk_fail(desk, &err);
    mark(screen, marked.buf);
}

static struct grid *grid_of(const void *state)
{
    return ((const struct plan_screen *)state)->grid;
}

static void resume(void *state, struct desk *desk)
{
    plan_show(state, desk, NULL);
}

static enum screen_mode mode(const void *state)
{
    const struct plan_screen *screen = state;
    return table_mode(screen->grid, screen->book->app);
}

// What the store would say, before anything is typed.
static void refuse(void *state, struct desk *desk)
{
    const struct plan_screen *screen = state;
    const struct plan *plan = screen->book->plan;
    struct err err = {0};
    if (plan->fiscal_year <= app_office(screen->book->app)->closed_year)
        office_refuse_closed(plan->fiscal_year, &err);
    else if (plan->frozen)
        plan_refuse_frozen(plan->name, plan->fiscal_year, &err);
    else
        err_set(&err, STATUS_INVALID, "%s", _("The number of an indicator stays as it is"));
    desk_fail(desk, &err);
}

// The marked row, its neighbours and what stands in the cell.
static void seen(const void *state, struct str *ret)
{
    const struct plan_screen *screen = state;
    const struct plan *plan = screen->book->plan;
    const int row = grid_row(screen->grid);
    if (row < 0)
        return;
    for (int i = row > 0 ? row - 1 : row; i <= row + 1 && i < (int)plan->count; i++)
        str_addf(ret, "%s\n", plan->indicator[i].code);
    str_addf(ret, "%s\n", screen->heading[grid_col(screen->grid)]);
    template_get(&plan->indicator[row], screen->of[grid_col(screen->grid)], ret);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct plan_screen *screen = state;
    return look_again(state, desk, key, screen->grid, screen->book->app, resume, seen);
}

static void free_screen(void **state)
{
    struct plan_screen *screen = *state;
    grid_free(&screen->grid);
    str_done(&screen->from);
    str_done(&screen->reason);
    str_done(&screen->code);
    arena_done(&screen->headings);
    words_undo_done(&screen->undo);
    free(screen);
    *state = NULL;
}

const struct screen_ops plan_ops = {
    .name = "plan",
    .actions = plan_actions,
    .grid = grid_of,
    .about = N_("THE PLAN\n"
                "\n"
                "Texts, weights, targets, grades and quarterly targets of this office. Type and "
                "press Enter; it is saved at once. An emptied field goes back to what was "
                "installed. Indicators can be added, moved and taken out.\n"
                "\n"
                "Of an amendment, first give the day from which it holds, and why: both go into "
                "the journal with each change."),
    .mode = mode,
    .look = look,
    .refuse = refuse,
    .draw = draw,
    .resume = resume,
    .free = free_screen,
};

void plan_push(struct desk *desk, struct book *book)
{
    struct plan_screen *screen = mem_alloc(sizeof *screen);
    screen->book = book;
    screen->undo = (struct words_undo){.app = book->app,
                                       .what = {.what = APP_UNDO_TARGETS, .book = book},
                                       .show = resume,
                                       .screen = screen,
                                       .asked = STR_INIT};
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 1);
    plan_set_columns(screen, 80);
    grid_set_rows(screen->grid, (int)book->plan->count);
    grid_select(screen->grid, 0, FIXED + 1);
    desk_push(desk, &plan_ops, screen);
}
