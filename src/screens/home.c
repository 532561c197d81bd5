// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen: plans and what is filled in, marks, what is due next.
#include "private.h"

#include "orjon/app/clock.h"
#include "orjon/app/drive.h"
#include "orjon/app/due.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/tui/grid.h"

#include <stdio.h>
#include <string.h>

enum {
    COLUMN_PLAN,
    COLUMN_Q1,
    COLUMN_FULL = COLUMN_Q1 + QUARTERS,
    COLUMN_MARKS,
    COLUMN_SHARE,
    COLUMNS,
    DUE_MAX = 40,
    TITLE_ROWS = 2
};

struct home {
    struct session *session;
    struct app *app; // the session's
    struct shelf shelf;
    struct roll_up all;
    struct paper_choice paper;
    enum app_drive drive;
    struct grid *grid;
    struct grid_column column[COLUMNS];
    char quarter_heading[QUARTERS][48];
};

static const struct book *book_of(const struct home *home, int row)
{
    return home->shelf.book[row];
}

// «৫/৬»: figures filled in of those that the plan has.
static void add_filled(const struct book *book, int quarter, struct grid_cell *ret)
{
    size_t filled = 0;
    for (size_t i = 0; i < book->plan->count; i++)
        filled += book->years[i].quarter[quarter - 1].state != ENTRY_EMPTY;
    str_addf(&ret->text, "%s/%s", SAY(filled), SAY(book->plan->count));
    if (book->sealed & 1U << (quarter - 1))
        str_add(&ret->text, " ✓");
    ret->style = filled == book->plan->count ? STYLE_GOOD : filled == 0 ? STYLE_DIM : STYLE_PLAIN;
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct home *home = data;
    const struct book *book = book_of(home, row);
    switch (col) {
    case COLUMN_PLAN:
        str_add(&ret->text, book->plan->title);
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
        add_filled(book, col - COLUMN_Q1 + 1, ret);
    }
}

static const struct grid_ops grid_ops = {.cell = cell};

static void set_columns(struct home *home, int width)
{
    const int quarter = width < 76 ? 5 : 7;
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
        .heading = _("of 30"), .group = _("marks"), .columns = 7, .align = ALIGN_RIGHT};
    int fixed = QUARTERS * (quarter + 1) + 7 + 8 + 8;
    home->column[COLUMN_PLAN] =
        (struct grid_column){.heading = _("Plan"), .columns = width - fixed, .align = ALIGN_LEFT};
    grid_set_columns(home->grid, home->column, COLUMNS, 1);
}

static int draw_total(struct home *home, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    str_addf(&text, "%s: ", _("Earned of the governance marks"));
    say_mark(&text, &home->all.score, 2);
    str_add(&text, " / ");
    ratio_write(&text, home->all.marks, 0, i18n_digits());
    canvas_text(canvas, row, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_RIGHT, text.buf, text.len);
    return row + 1;
}

// Only where the clock cannot be right; returns the rows that this takes.
static int draw_clock(const struct home *home, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    if (app_clock(home->app, &text) == APP_CLOCK_PLAUSIBLE)
        return 0;
    return canvas_wrapped(canvas, row, 1, 2, canvas->cols - 2, STYLE_WARNING, text.buf, text.len);
}

// A quiet word on the pen drive; nothing where all is well.
static void draw_drive(const struct home *home, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    const bool failed = home->drive > APP_DRIVE_NOT_ONE && *app_drive_trouble(home->app);
    if (failed)
        str_addf(&text, "%s", app_drive_trouble(home->app));
    else if (home->drive == APP_DRIVE_ABSENT)
        str_add(&text, _("No pen drive: no copy made on it"));
    else if (home->drive == APP_DRIVE_MEMORY || home->drive == APP_DRIVE_NOT_ONE)
        str_add(&text, app_drive_name(home->drive));
    canvas_text(canvas, row, 1, canvas->cols - 2, failed ? STYLE_WARNING : STYLE_DIM, ALIGN_LEFT,
                text.buf, text.len);
}

static void add_days(struct str *ret, int32_t days)
{
    if (days < 0)
        str_add(ret, _("date has passed"));
    else if (days == 0)
        str_add(ret, _("today"));
    else
        str_addf(ret, _("%s days left"), SAY(days));
}

static void draw_due(const struct home *home, const struct due *due, struct canvas *canvas, int row)
{
    autostr date = STR_INIT, left = STR_INIT, what = STR_INIT;
    int32_t days = due->date - app_today(home->app);
    date_write(&date, due->date, i18n_digits());
    add_days(&left, days);
    if (due->indicator)
        str_addf(&what, "%s %s", due->indicator->code, due->indicator->text);
    else
        str_addf(&what, "%s", _("The returns of the quarter go to the superior office"));
    enum style style = days < 0 ? STYLE_ERROR : days <= 30 ? STYLE_WARNING : STYLE_PLAIN;
    canvas_text(canvas, row, 1, 10, STYLE_PLAIN, ALIGN_LEFT, date.buf, date.len);
    canvas_text(canvas, row, 13, 18, style, ALIGN_LEFT, left.buf, left.len);
    if (due->book) {
        autostr code = STR_INIT;
        text_digits(&code, what.buf, what.len, i18n_digits());
        canvas_text(canvas, row, 33, canvas->cols - 34, STYLE_PLAIN, ALIGN_LEFT, code.buf,
                    code.len);
    } else {
        canvas_text(canvas, row, 33, canvas->cols - 34, STYLE_PLAIN, ALIGN_LEFT, what.buf,
                    what.len);
    }
}

static void draw(void *state, struct canvas *canvas)
{
    struct home *home = state;
    struct due due[DUE_MAX];
    const struct office *office = app_office(home->app);
    const char *name =
        *office->field[OFFICE_NAME] ? office->field[OFFICE_NAME] : _("office without a name");
    title_draw(canvas, home->app, name, home->shelf.fiscal_year, home->shelf.quarter);
    set_columns(home, canvas->cols);
    int rows = (int)home->shelf.count + 3, most = canvas->rows - TITLE_ROWS - 5;
    rows = rows < most ? rows : most;
    grid_draw(home->grid, canvas, TITLE_ROWS, 0, rows, canvas->cols);
    int row = draw_total(home, canvas, TITLE_ROWS + rows);
    row += draw_clock(home, canvas, row);
    if (!home->shelf.count) {
        const char *text = _("There are no plans for this year. F4 sets another year; orjon plans "
                             "install takes plans from files.");
        canvas_wrapped(canvas, row + 1, 1, 3, canvas->cols - 2, STYLE_WARNING, text, strlen(text));
        return;
    }
    size_t count = due_list(&home->shelf, due, DUE_MAX);
    canvas_text(canvas, row + 1, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, _("Due next"),
                strlen(_("Due next")));
    draw_drive(home, canvas, row);
    row += 2;
    for (size_t i = 0; i < count && row < canvas->rows; i++)
        draw_due(home, &due[i], canvas, row++);
}

static enum status load(struct home *home, struct err *err)
{
    struct shelf shelf = {0};
    enum status status = shelf_open(home->app, 0, NULL, 0, &shelf, err);
    // A year without plans is no reason to lock anybody out: F4 sets another one.
    if (status == STATUS_NOT_FOUND)
        shelf = (struct shelf){.fiscal_year = app_office(home->app)->fiscal_year,
                               .quarter = app_office(home->app)->quarter};
    else if (status)
        return status;
    shelf_done(&home->shelf);
    home->shelf = shelf;
    shelf_roll_up(&shelf, &home->all);
    home->drive = app_drive(home->app);
    grid_set_rows(home->grid, (int)shelf.count);
    return STATUS_OK;
}

static void resume(void *state, struct desk *desk)
{
    struct err err = {0};
    if (load(state, &err))
        desk_fail(desk, &err);
}

static void open_return(void *state, struct desk *desk, const struct key *key)
{
    struct home *home = state;
    struct err err = {0};
    const int row = grid_row(home->grid), col = grid_col(home->grid);
    (void)key;
    if (row < 0)
        return;
    int quarter = col >= COLUMN_Q1 && col < COLUMN_FULL ? col - COLUMN_Q1 + 1 : home->shelf.quarter;
    if (return_push(desk, home->app, home->shelf.fiscal_year, book_of(home, row)->plan->name,
                    quarter, NULL, &err))
        desk_fail(desk, &err);
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

static void marks(void *state, struct desk *desk, const struct key *key)
{
    const struct home *home = state;
    (void)key;
    preview_push(desk, home->app, "scoresheet", NULL, home->shelf.fiscal_year, home->shelf.quarter);
}

static void papers(void *state, struct desk *desk, const struct key *key)
{
    struct home *home = state;
    (void)key;
    home->paper =
        (struct paper_choice){home->app, NULL, home->shelf.fiscal_year, home->shelf.quarter};
    preview_choose(desk, &home->paper);
}

static void settings(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    settings_push(desk, ((struct home *)state)->session);
}

// What was changed last in any plan.
static void undo(struct home *home, struct desk *desk, bool redo)
{
    const struct app_undo last = {0};
    struct err err = {0};
    struct told_undo told = {.plans = &home->shelf, .text = STR_INIT, .code = STR_INIT};
    enum status status = (redo ? app_redo : app_undo)(home->app, &last, tell_undo, &told, &err);
    if (status == STATUS_OK)
        status = load(home, &err);
    if (status)
        desk_fail(desk, &err);
    else
        say_undo(desk, &told, redo);
    str_done(&told.text);
    str_done(&told.code);
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

static void end(void *data, struct desk *desk)
{
    (void)data;
    desk_pop(desk); // the last screen: the program ends
}

static void leave(void *state, struct desk *desk, const struct key *key)
{
    (void)state;
    (void)key;
    dialog_confirm(desk, _("Leave"), _("Everything is saved. Leave the program?"), end, NULL);
}

static bool look(void *state, struct desk *desk)
{
    if (app_changed_elsewhere(((struct home *)state)->app))
        resume(state, desk);
    return true;
}

static enum screen_mode mode(const void *state)
{
    const struct home *home = state;
    const enum screen_mode mode = grid_mode(home->grid);
    return mode == MODE_LOOKING && app_is_read_only(home->app) ? MODE_READ_ONLY : mode;
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"Enter", NULL, N_("fill in"), N_("fill in the return of the marked plan and quarter"), ALL,
     open_return},
    {"F4", NULL, N_("office"), N_("particulars of the office: name, officer, year and quarter"),
     ALL, office},
    {"F5", NULL, N_("review"), N_("the year to date: where marks can still be won"), ALL, review},
    {"F7", NULL, N_("marks"), N_("score sheet of all plans"), ALL, marks},
    {"F8", NULL, N_("papers"), N_("papers: look at them before printing"), ALL, papers},
    {"Esc", NULL, N_("leave"), N_("leave the program, after a question"), WHEN_AT_REST, leave},
    {"F9", NULL, N_("settings"), N_("settings: language, digits, colours, mouse, pen drive"), ALL,
     settings},
    {"F3 C-f", NULL, N_("find"), N_("find a plan"), ALL | MODE_FINDING, screen_find},
    {"C-z", NULL, NULL, N_("take back what was changed last, in any plan"), MODE_LOOKING, back},
    {"C-y", NULL, NULL, N_("put forth again what was taken back"), MODE_LOOKING, forth},
    {0}};

static void free_home(void **state)
{
    struct home *home = *state;
    grid_free(&home->grid);
    shelf_done(&home->shelf);
    free(home);
    *state = NULL;
}

static void refuse(void *state, struct desk *desk)
{
    say_read_only(((struct home *)state)->app, desk); // nothing else is refused here
}

static struct grid *grid_of(const void *state)
{
    return ((const struct home *)state)->grid;
}

const struct screen_ops home_ops = {
    .name = "home",
    .actions = actions,
    .grid = grid_of,
    .about = N_("HOME\n"
                "\n"
                "Each line is a plan. The columns show how many figures of each quarter are filled "
                "in, and the marks earned so far. The arrow keys choose a plan and a quarter.\n"
                "\n"
                "There is no save key. Each figure is saved when you leave its field. A key F1 to "
                "F10 that your terminal keeps for itself can be typed as Alt and its digit."),
    .mode = mode,
    .look = look,
    .refuse = refuse,
    .draw = draw,
    .resume = resume,
    .free = free_home,
};

enum status home_push(struct desk *desk, struct session *session, struct err *err)
{
    struct home *home = mem_alloc(sizeof *home);
    void *state = home;
    home->session = session;
    home->app = session->app;
    home->grid = grid_new(&grid_ops, home, home->column, COLUMNS, 1);
    set_columns(home, 80);
    enum status status = load(home, err);
    if (status) {
        free_home(&state);
        return status;
    }
    grid_select(home->grid, 0, COLUMN_Q1 + home->shelf.quarter - 1);
    desk_push(desk, &home_ops, home);
    return STATUS_OK;
}
