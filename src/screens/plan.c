// SPDX-License-Identifier: GPL-3.0-or-later
// A plan's weights, targets, grades and quarterly targets, to be changed for this office.
#include "orjon/app/plans.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/domain/template.h"
#include "orjon/tui/grid.h"
#include "private.h"

#include <string.h>

enum { FIXED = 2, PANE = 4, COLUMNS_MAX = TEMPLATE_COLUMNS + FIXED };

struct plan_screen {
    struct book *book; // the return's
    struct grid *grid;
    int columns;
    struct grid_column column[COLUMNS_MAX];
    size_t of[COLUMNS_MAX]; // the plan's column that each shows
    char heading[COLUMNS_MAX][64];
};

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

// What was seen in the cell is what gives way.
static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    struct plan_screen *screen = data;
    autostr word = STR_INIT, before = STR_INIT, after = STR_INIT;
    template_get(&screen->book->plan->indicator[row], screen->of[col], &before);
    if (app_changed_elsewhere(screen->book->app)) {
        enum status read = book_reload(screen->book, err);
        if (read)
            return read;
        if ((size_t)row >= screen->book->plan->count)
            return refuse_changed(_("The plan"), NULL, err);
        template_get(&screen->book->plan->indicator[row], screen->of[col], &after);
        if (strcmp(before.buf, after.buf) != 0)
            return refuse_changed(screen->heading[col], after.buf, err);
        str_reset(&after);
    }
    const struct plan *plan = screen->book->plan;
    const char *code = plan->indicator[row].code;
    str_addf(&word, "%s=%s", template_column(&plan->scale, screen->of[col]), text);
    const struct app_row at = {.fiscal_year = plan->fiscal_year, .plan = plan->name, .code = code};
    enum status status = app_change_target(screen->book->app, &at, &word.buf, 1, err);
    if (status == STATUS_OK)
        status = book_reload(screen->book, err);
    if (status)
        return status;
    template_get(&screen->book->plan->indicator[row], screen->of[col], &after);
    if (desk)
        desk_say(desk, MESSAGE_GOOD, "%s %s: «%s» → «%s»", screen->book->plan->indicator[row].code,
                 screen->heading[col], before.buf, after.buf);
    return STATUS_OK;
}

static const struct grid_ops grid_ops = {.cell = cell, .source = source, .accept = accept};

static void write_heading(const struct scale *scale, size_t column, struct str *ret)
{
    const int quarter = (int)column - COLUMN_Q1_TARGET + 1;
    const size_t grade = column - COLUMN_GRADE_2 + 1;
    if (column == COLUMN_CODE)
        str_add(ret, _("No."));
    else if (column == COLUMN_TEXT)
        str_add(ret, _("Indicator"));
    else if (column == COLUMN_WEIGHT)
        str_add(ret, _("Weight"));
    else if (column == COLUMN_TARGET)
        str_add(ret, _("Target"));
    else if (column == COLUMN_TARGET_COUNT)
        str_add(ret, _("Count"));
    else if (quarter >= 1 && quarter <= QUARTERS)
        period_say_quarter(ret, quarter);
    else
        str_addf(ret, "%s%%", SAY(scale->percent[grade]));
}

static void add_column(struct plan_screen *screen, size_t column, int columns, enum align align)
{
    const struct scale *scale = &screen->book->plan->scale;
    autostr heading = STR_INIT;
    if (!template_column(scale, column))
        return;
    const int c = screen->columns++;
    screen->of[c] = column;
    write_heading(scale, column, &heading);
    text_copy(screen->heading[c], sizeof screen->heading[c], heading.buf);
    screen->column[c] =
        (struct grid_column){.heading = screen->heading[c], .columns = columns, .align = align};
}

static void set_columns(struct plan_screen *screen, int width)
{
    screen->columns = 0;
    add_column(screen, COLUMN_CODE, 8, ALIGN_LEFT);
    add_column(screen, COLUMN_TEXT, width < 100 ? 24 : 40, ALIGN_LEFT);
    add_column(screen, COLUMN_WEIGHT, 7, ALIGN_RIGHT);
    for (size_t c = COLUMN_TARGET; c < COLUMN_ALTERNATIVE_OF; c++)
        if (template_column_changeable(c) && c != COLUMN_COMPONENTS)
            add_column(screen, c, 12, ALIGN_RIGHT);
    grid_set_columns(screen->grid, screen->column, screen->columns, 1);
}

// What does not add up is said at once: the weights against the full marks.
static void say_weights(const struct plan *plan, struct str *ret)
{
    struct maybe sum = {.set = true};
    for (size_t i = 0; i < plan->count; i++)
        if (plan->indicator[i].weight.set)
            sum.value += plan->indicator[i].weight.value;
    autostr weights = STR_INIT, full = STR_INIT;
    say_marks(&weights, sum);
    say_marks(&full, plan->full_marks);
    str_addf(ret, _("Weights add up to %s; full marks %s"), weights.buf, full.buf);
}

static void draw(void *state, struct canvas *canvas)
{
    struct plan_screen *screen = state;
    const struct plan *plan = screen->book->plan;
    const int row = grid_row(screen->grid), pane = canvas->rows - PANE;
    autostr title = STR_INIT, weights = STR_INIT;
    str_addf(&title, "%s: %s", _("Plan"), plan->title);
    title_draw(canvas, screen->book->app, title.buf, plan->fiscal_year, 0);
    say_weights(plan, &weights);
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, weights.buf,
                weights.len);
    canvas_rule(canvas, pane, 0, canvas->cols, RULE_HORIZONTAL);
    if (row >= 0)
        canvas_wrapped(canvas, pane + 1, 1, PANE - 1, canvas->cols - 2, STYLE_HEADING,
                       plan->indicator[row].text, strlen(plan->indicator[row].text));
    grid_draw(screen->grid, canvas, 2, 0, pane - 2, canvas->cols);
}

static void tell(void *data, const struct undone *undone)
{
    desk_say(data, MESSAGE_GOOD, "%s %s: «%s» → «%s»", undone->indicator, undone->name,
             undone->from, undone->to);
}

static void undo(struct plan_screen *screen, struct desk *desk, bool redo)
{
    const struct app_undo what = {.what = APP_UNDO_TARGETS, .book = screen->book};
    struct err err = {0};
    if ((redo ? app_redo : app_undo)(screen->book->app, &what, tell, desk, &err))
        desk_fail(desk, &err);
    grid_set_rows(screen->grid, (int)screen->book->plan->count);
}

static void back(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    undo(state, desk, false);
}

static void forth(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    undo(state, desk, true);
}

static void change(void *state, struct desk *desk, const struct key *key)
{
    (void)desk;
    (void)key;
    grid_edit(((struct plan_screen *)state)->grid, NULL);
}

static const struct action actions[] = {
    {"F2", NULL, N_("change"), N_("change what stands there"), WHEN_OPEN, change},
    {"F3 C-f", NULL, N_("find"), N_("find an indicator"), WHEN_AT_REST | MODE_FINDING, screen_find},
    {"C-z", NULL, N_("undo"), N_("take back what was changed last in this plan"), WHEN_AT_REST,
     back},
    {"C-y", NULL, NULL, N_("put forth again what was taken back"), WHEN_AT_REST, forth},
    {0}};

static struct grid *grid_of(const void *state)
{
    return ((const struct plan_screen *)state)->grid;
}

static void resume(void *state, struct desk *desk)
{
    struct plan_screen *screen = state;
    struct err err = {0};
    if (book_reload(screen->book, &err))
        desk_fail(desk, &err);
    grid_set_rows(screen->grid, (int)screen->book->plan->count);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct plan_screen *screen = state;
    (void)key;
    if (!grid_editing(screen->grid) && app_changed_elsewhere(screen->book->app))
        resume(state, desk);
    return true;
}

static void free_screen(void **state)
{
    struct plan_screen *screen = *state;
    grid_free(&screen->grid);
    free(screen);
    *state = NULL;
}

const struct screen_ops plan_ops = {
    .name = "plan",
    .actions = actions,
    .grid = grid_of,
    .about = N_("THE PLAN\n"
                "\n"
                "Weights, targets, grades and quarterly targets of this office. Type and press "
                "Enter; it is saved at once. An emptied field goes back to what was installed."),
    .look = look,
    .draw = draw,
    .resume = resume,
    .free = free_screen,
};

void plan_push(struct desk *desk, struct book *book)
{
    struct plan_screen *screen = mem_alloc(sizeof *screen);
    screen->book = book;
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 1);
    set_columns(screen, 80);
    grid_set_rows(screen->grid, (int)book->plan->count);
    grid_select(screen->grid, 0, FIXED);
    desk_push(desk, &plan_ops, screen);
}
