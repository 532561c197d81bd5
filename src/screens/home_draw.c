// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the first screen: plans and what is filled in, marks, what is due next.
#include "home.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/missing.h"

#include <stdio.h>
#include <string.h>

enum {
    COLUMN_PLAN,
    COLUMN_Q1,
    COLUMN_FULL = COLUMN_Q1 + QUARTERS,
    COLUMN_MARKS,
    COLUMN_SHARE,
    TITLE_ROWS = 2,
    HEADING_ROWS = 3
};

// «৫/৬»: of the figures that the plan asks for, how many are filled in.
static void add_filled(const struct book *book, const struct app_reviewed *reviewed, int quarter,
                       struct grid_cell *ret)
{
    const struct figure_count figures = count_figures(book->plan, book->years, quarter);
    str_addf(&ret->text, "%s/%s", SAY(figures.filled), SAY(figures.expected));
    if (reviewed->waits || book->sealed & 1U << (quarter - 1))
        str_add(&ret->text, reviewed->waits ? " ✗" : " ✓");
    ret->style = reviewed->waits                      ? STYLE_ERROR
                 : figures.filled == 0                ? STYLE_DIM
                 : figures.filled == figures.expected ? STYLE_GOOD
                                                      : STYLE_PLAIN;
}

// In full where there is room; else its short name, which is better than a piece of the title.
static const char *plan_name(const struct home *home, const struct plan *plan)
{
    const int room = home->column[COLUMN_PLAN].columns;
    return text_columns(plan->title, strlen(plan->title)) <= room ? plan->title : plan->short_name;
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct home *home = data;
    const struct book *book = home->shelf.book[row];
    switch (col) {
    case COLUMN_PLAN:
        str_add(&ret->text, plan_name(home, book->plan));
        return;
    case COLUMN_FULL:
        say_marks(&ret->text, book->total.full);
        return;
    case COLUMN_MARKS:
        say_mark(&ret->text, &book->total.marks, 2);
        return;
    case COLUMN_SHARE:
        say_mark(&ret->text, &book->total.apa, 2);
        return;
    default:
        add_filled(book, &home->reviews[row].quarter[col - COLUMN_Q1], col - COLUMN_Q1 + 1, ret);
    }
}

// By either name, whichever is shown.
static bool matches(void *data, int row, const char *sought)
{
    const struct plan *plan = ((const struct home *)data)->shelf.book[row]->plan;
    return text_has(plan->title, sought) || text_has(plan->short_name, sought);
}

const struct grid_ops home_grid_ops = {.cell = cell, .matches = matches};

void home_set_columns(struct home *home, int width)
{
    const bool narrow = width < 76;
    const int quarter = narrow ? 5 : 7;
    for (int q = 0; q < QUARTERS; q++) {
        autostr heading = STR_INIT;
        period_say_quarter_short(&heading, q + 1);
        snprintf(home->quarter_heading[q], sizeof home->quarter_heading[q], "%s", heading.buf);
        home->column[COLUMN_Q1 + q] = (struct grid_column){.heading = home->quarter_heading[q],
                                                           .group = _("filled in"),
                                                           .columns = quarter,
                                                           .align = ALIGN_CENTRE};
    }
    home->column[COLUMN_FULL] = (struct grid_column){
        .heading = _("full"), .group = _("marks"), .columns = 6, .align = ALIGN_RIGHT};
    home->column[COLUMN_MARKS] = (struct grid_column){
        .heading = _("earned"), .group = _("marks"), .columns = 7, .align = ALIGN_RIGHT};
    home->column[COLUMN_SHARE] = (struct grid_column){
        .heading = _("share"), .group = _("marks"), .columns = 7, .align = ALIGN_RIGHT};
    // The names come before a plan's share, which is in the total below.
    const int fixed = QUARTERS * (quarter + 1) + 7 + 8 + (narrow ? 0 : 8);
    home->column[COLUMN_PLAN] =
        (struct grid_column){.heading = _("Plan"), .columns = width - fixed, .align = ALIGN_LEFT};
    grid_set_columns(home->grid, home->column, HOME_COLUMNS - narrow, 1);
}

static int draw_total(struct home *home, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    for (size_t i = 0; i < home->shares.count; i++) {
        const struct rollup_share *share = &home->shares.share[i];
        str_addf(&text, "%s%s: ", i ? "   " : "", share->share.name);
        say_mark(&text, &share->score, 2);
        str_add(&text, " / ");
        ratio_write(&text, share->parts, 0, i18n_digits());
    }
    canvas_text(canvas, row, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_RIGHT, text.buf, text.len);
    return row + 1;
}

// What came back, before all that is due; returns the rows that this takes.
static int draw_returned(const struct home *home, struct canvas *canvas, int row)
{
    const int at = home_next_returned(home, -1);
    autostr text = STR_INIT;
    if (at < 0)
        return 0;
    if (home->returned > 1) {
        str_addf(&text, _("%s returns came back for correction; Ctrl-N opens the next"),
                 SAY(home->returned));
    } else {
        str_addf(&text, "%s: ", home->shelf.book[at / QUARTERS]->plan->title);
        app_say_returned(&home->reviews[at / QUARTERS].quarter[at % QUARTERS], &text);
        str_addf(&text, " – %s", _("Ctrl-N opens it"));
    }
    return canvas_wrapped(canvas, row, 1, 2, canvas->cols - 2, STYLE_ERROR, text.buf, text.len);
}

void home_draw(void *state, struct canvas *canvas)
{
    struct home *home = state;
    const struct office *office = app_office(home->app);
    const char *name =
        *office->field[OFFICE_NAME] ? office->field[OFFICE_NAME] : _("office without a name");
    title_draw(canvas, home->app, name, home->shelf.fiscal_year, home->shelf.quarter);
    home_set_columns(home, canvas->cols);
    home->due_rows = 0;
    int rows = (int)home->shelf.count + HEADING_ROWS, most = canvas->rows - TITLE_ROWS - 5;
    rows = rows < most ? rows : most;
    grid_draw(home->grid, canvas, TITLE_ROWS, 0, rows, canvas->cols);
    int row = draw_total(home, canvas, TITLE_ROWS + rows);
    row += clock_draw(home->app, canvas, row);
    row += draw_returned(home, canvas, row);
    if (!home->shelf.count) {
        const char *text = _("There are no plans for this year. F4 sets another year; orjon plans "
                             "install takes plans from files.");
        canvas_wrapped(canvas, row + 1, 1, 3, canvas->cols - 2, STYLE_WARNING, text, strlen(text));
        return;
    }
    home_draw_due(home, canvas, row + 1);
    drive_draw(home->app, home->drive, canvas, row);
}
