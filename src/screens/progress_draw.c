// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the year to date: which columns fit, what stands in them, the marked row in full.
#include "progress.h"

#include "labelled.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "spark.h"

#include <string.h>

// Those of rank 0 are always there; the others join by rank as long as the text keeps TEXT_ROOM.
static const struct {
    enum progress_field field;
    int columns, rank;
    enum align align;
    const char *heading;
} fields[] = {
    {PROGRESS_SHOW_PLAN, 0, 0, ALIGN_LEFT, N_("Plan")}, // as wide as the names are
    {PROGRESS_SHOW_CODE, 7, 0, ALIGN_LEFT, N_("No.")},
    {PROGRESS_SHOW_TEXT, 0, 0, ALIGN_LEFT, N_("Indicator")}, // what is left
    {PROGRESS_SHOW_TARGET, 12, 3, ALIGN_RIGHT, N_("Target")},
    {PROGRESS_SHOW_DONE, 10, 3, ALIGN_RIGHT, N_("Total")},
    {PROGRESS_SHOW_QUARTERS, 10, 0, ALIGN_CENTRE, N_("Quarters")},
    {PROGRESS_SHOW_PACE, 1, 0, ALIGN_LEFT, N_("Pace")},
    {PROGRESS_SHOW_GOT, 6, 2, ALIGN_RIGHT, N_("Marks")},
    {PROGRESS_SHOW_LEFT, 9, 0, ALIGN_RIGHT, N_("To win")},
    {PROGRESS_SHOW_DUE, 10, 4, ALIGN_LEFT, N_("Due")},
};
enum { PACE_WORDS = 11, TEXT_ROOM = 24, RANKS = 5, PANE_ROWS = 6, PANE_SMALL = 5 };

// --- columns ------------------------------------------------------------------------------------

static int columns_of(const struct progress_screen *screen, size_t i, int width)
{
    return fields[i].field == PROGRESS_SHOW_PLAN
               ? plan_names_columns(&screen->progress.shelf, width)
               : fields[i].columns;
}

// The columns that are there, and what is left for the text.
static int pick(struct progress_screen *screen, int width, bool shown[PROGRESS_FIELDS])
{
    int left = width + 1; // no rule behind the last
    for (int rank = 0; rank < RANKS; rank++) {
        for (size_t i = 0; i < PROGRESS_FIELDS; i++) {
            const int columns = columns_of(screen, i, width) + 1;
            if (fields[i].rank != rank)
                continue;
            shown[i] = rank == 0 || left - columns > TEXT_ROOM;
            left -= shown[i] ? columns : 0;
        }
        if (rank == 0) // words come before any other column
            screen->words = left - (PACE_WORDS - 1) > TEXT_ROOM;
        left -= rank == 0 && screen->words ? PACE_WORDS - 1 : 0;
    }
    return left;
}

void progress_choose_columns(struct progress_screen *screen, int width)
{
    bool shown[PROGRESS_FIELDS];
    const int left = pick(screen, width, shown);
    const enum progress_field focus =
        screen->columns ? screen->field[grid_col(screen->grid)] : PROGRESS_SHOW_TEXT;
    int col = 0;
    screen->columns = 0;
    for (size_t i = 0; i < PROGRESS_FIELDS; i++) {
        if (!shown[i])
            continue;
        const enum progress_field field = fields[i].field;
        const bool sign = field == PROGRESS_SHOW_PACE && !screen->words;
        int columns = columns_of(screen, i, width);
        if (field == PROGRESS_SHOW_TEXT)
            columns = left;
        else if (field == PROGRESS_SHOW_PACE && screen->words)
            columns = PACE_WORDS;
        col = field == focus ? screen->columns : col;
        screen->field[screen->columns] = field;
        screen->column[screen->columns++] =
            (struct grid_column){.heading = sign ? "" : tr(fields[i].heading),
                                 .columns = columns,
                                 .align = fields[i].align};
    }
    grid_set_columns(screen->grid, screen->column, screen->columns, 0);
    grid_select(screen->grid, grid_row(screen->grid), col);
}

// --- cells --------------------------------------------------------------------------------------

static void pace_cell(const struct progress_screen *screen, const struct progress_row *row,
                      struct grid_cell *ret)
{
    if (row->schedule == SCHEDULE_RESTS)
        return;
    const bool behind = row->schedule == SCHEDULE_BEHIND;
    if (screen->words)
        str_add(&ret->text, behind ? _("! behind") : _("on schedule"));
    else
        str_add(&ret->text, behind ? "!" : "✓");
    ret->style = behind ? STYLE_ERROR : STYLE_GOOD;
}

static void add_code(struct str *ret, const struct indicator *indicator)
{
    text_digits(ret, indicator->code, strlen(indicator->code), i18n_digits());
}

static void add_done(struct str *ret, const struct progress_row *row)
{
    const struct book *book = row->book;
    say_total(ret, progress_indicator(row), progress_score(row),
              total_decimals(progress_indicator(row), &book->years[row->index], book->quarter));
}

static void cell(void *data, int at, int col, struct grid_cell *ret)
{
    const struct progress_screen *screen = data;
    const struct progress_row *row = screen->listed[screen->row[at]];
    const struct indicator *indicator = progress_indicator(row);
    switch (screen->field[col]) {
    case PROGRESS_SHOW_PLAN:
        str_add(&ret->text, row->book->plan->short_name);
        return;
    case PROGRESS_SHOW_CODE:
        add_code(&ret->text, indicator);
        return;
    case PROGRESS_SHOW_TEXT:
        str_add(&ret->text, indicator->text);
        return;
    case PROGRESS_SHOW_TARGET:
        target_write(&ret->text, indicator, &indicator->grade[0], user_style());
        return;
    case PROGRESS_SHOW_DONE:
        add_done(&ret->text, row);
        return;
    case PROGRESS_SHOW_QUARTERS:
        spark_add(&ret->text, row->reached, screen->ascii);
        return;
    case PROGRESS_SHOW_PACE:
        pace_cell(screen, row, ret);
        return;
    case PROGRESS_SHOW_GOT:
        if (row->got.set)
            say_mark(&ret->text, &row->got, 2);
        return;
    case PROGRESS_SHOW_LEFT:
        if (row->left.set)
            say_mark(&ret->text, &row->left, 2);
        return;
    default:
        if (row->has_due)
            date_write(&ret->text, row->due, i18n_digits());
    }
}

// «▂ · · ·   ১১.২৫ / ৫০   শুদ্ধাচার কৌশল কর্মপরিকল্পনা»: what the plan itself has come to.
static bool section(void *data, int at, struct str *ret)
{
    const struct progress_screen *screen = data;
    if (screen->row[at] >= 0)
        return false;
    const struct progress_row *row = screen->listed[-1 - screen->row[at]];
    const struct plan_score *total = &row->book->total;
    struct mark reached[QUARTERS];
    for (int q = 0; q < QUARTERS; q++) {
        struct ratio share;
        reached[q] = screen->progress.marks[row->plan][q];
        reached[q].set =
            reached[q].set && total->full.set && total->full.value > 0 &&
            ratio_divide(reached[q].r, ratio_of(total->full.value, NUMBER_ONE), &share) &&
            ratio_multiply(share, ratio_of(100, 1), &reached[q].r);
    }
    spark_add(ret, reached, screen->ascii);
    str_add(ret, "   ");
    say_mark(ret, &total->marks, 2);
    str_add(ret, " / ");
    say_marks(ret, total->full);
    str_addf(ret, "   %s", row->book->plan->title);
    return true;
}

// The order that a click on a field's heading asks for; PROGRESS_ORDERS: none.
static enum progress_order order_of(enum progress_field field)
{
    return field == PROGRESS_SHOW_PLAN || field == PROGRESS_SHOW_CODE ? PROGRESS_BY_PLAN
           : field == PROGRESS_SHOW_LEFT                              ? PROGRESS_BY_MARKS
           : field == PROGRESS_SHOW_DUE                               ? PROGRESS_BY_DATE
                                                                      : PROGRESS_ORDERS;
}

static void sort(void *data, struct desk *desk, int col)
{
    struct progress_screen *screen = data;
    const enum progress_order order = order_of(screen->field[col]);
    (void)desk;
    if (order != PROGRESS_ORDERS)
        progress_sort_by(screen, order);
}

static int sorted(void *data, int col)
{
    const struct progress_screen *screen = data;
    const enum progress_field field = screen->field[col];
    if (field == PROGRESS_SHOW_CODE || order_of(field) != screen->order)
        return 0;
    return screen->order == PROGRESS_BY_MARKS ? -1 : 1; // most marks first
}

const struct grid_ops progress_grid_ops = {
    .cell = cell, .section = section, .sort = sort, .sorted = sorted};

// --- the screen ---------------------------------------------------------------------------------

static void draw_heading(const struct progress_screen *screen, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    size_t behind = 0;
    for (size_t i = 0; i < screen->progress.count; i++)
        behind += screen->progress.row[i].schedule == SCHEDULE_BEHIND;
    str_addf(&text, _("%s of %s indicators: %s   behind: %s   order: %s"), SAY(screen->count),
             SAY(screen->progress.count), progress_filter_name(screen->filter), SAY(behind),
             progress_order_name(screen->order));
    canvas_text(canvas, row, 1, canvas->cols - 2, STYLE_DIM, ALIGN_LEFT, text.buf, text.len);
}

static int put(struct canvas *canvas, int row, int most, enum style style, const struct str *text)
{
    if (!text->len || row >= canvas->rows)
        return row;
    return row +
           canvas_wrapped(canvas, row, 1, most, canvas->cols - 2, style, text->buf, text->len);
}

// On one line; what has no room there stands in the table, or the return has it.
static int draw_figures(struct canvas *canvas, int row, const struct progress_row *marked)
{
    const struct indicator *indicator = progress_indicator(marked);
    const struct score *score = progress_score(marked);
    autostr target = STR_INIT, done = STR_INIT, marks = STR_INIT, annual = STR_INIT;
    struct labelled rows = labelled_rows(canvas, row, row + 1, 1, canvas->cols - 1);
    target_write(&target, indicator, &indicator->grade[0], user_style());
    str_add(&target, indicator->grade[0].set ? "" : "-");
    if (score->total.set)
        add_done(&done, marked);
    else
        str_add_char(&done, '-');
    say_mark(&marks, &marked->got, 2);
    if (score->weight.set) {
        str_add(&marks, " / ");
        say_marks(&marks, score->weight);
    }
    say_mark(&annual, &score->annual, 2);
    labelled_put(&rows, _("Target"), STYLE_PLAIN, &target, 0);
    labelled_put(&rows, _("Done"), STYLE_PLAIN, &done, 0);
    labelled_put(&rows, _("marks"), STYLE_PLAIN, &marks, 0);
    labelled_put(&rows, _("Annual percent"), STYLE_PLAIN, &annual, 0);
    return row + 1;
}

// The marked row in full: its plan, its name, its figures, and what would win more.
static void draw_pane(const struct progress_screen *screen, struct canvas *canvas, int row)
{
    const struct progress_row *marked = progress_marked(screen);
    autostr name = STR_INIT, next = STR_INIT;
    canvas_rule(canvas, row++, 0, canvas->cols, RULE_HORIZONTAL);
    if (!marked)
        return;
    const struct indicator *indicator = progress_indicator(marked);
    str_addf(&name, "%s  ", marked->book->plan->short_name);
    add_code(&name, indicator);
    str_addf(&name, "  %s", indicator->text);
    schedule_next_step(indicator, progress_score(marked), app_today(screen->app), &next);
    row = put(canvas, row, canvas->rows - row > 4 ? 3 : 2, STYLE_HEADING, &name);
    row = draw_figures(canvas, row, marked);
    put(canvas, row, 1, STYLE_WARNING, &next);
}

void progress_draw(void *state, struct canvas *canvas)
{
    struct progress_screen *screen = state;
    const int pane = canvas->rows < 18 ? PANE_SMALL : PANE_ROWS;
    screen->ascii = canvas->ascii;
    title_draw(canvas, screen->app, _("The year to date"), screen->progress.shelf.fiscal_year,
               screen->progress.shelf.quarter);
    draw_heading(screen, canvas, 1);
    progress_choose_columns(screen, canvas->cols);
    draw_pane(screen, canvas, canvas->rows - pane);
    canvas_follow(canvas, screen, canvas->rows - pane, pane);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - pane - 2, canvas->cols);
}
