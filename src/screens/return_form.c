// SPDX-License-Identifier: GPL-3.0-or-later
// The return form: one form for every plan.
#include "return.h"

#include "orjon/app/year.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <string.h>

enum { PANE_MIN = 8, PANE_MAX = 12, GRID_MIN = 6 };

void return_draw(void *state, struct canvas *canvas)
{
    struct return_screen *screen = state;
    return_choose_columns(screen, canvas->cols);
    int rows = canvas->rows - 2, wanted = grid_rows_wanted(screen->grid, canvas);
    int pane = rows - wanted;
    pane = pane > PANE_MAX ? PANE_MAX : pane < PANE_MIN ? PANE_MIN : pane;
    if (rows - pane < GRID_MIN)
        pane = rows - GRID_MIN;
    return_update_live(screen);
    return_draw_heading(screen, canvas);
    return_draw_pane(screen, canvas, 2 + rows - pane, pane);
    canvas_follow(canvas, screen->book, 1, 1);
    canvas_follow(canvas, screen->book, 2 + rows - pane, pane);
    grid_draw(screen->grid, canvas, 2, 0, rows - pane, canvas->cols); // last: it has the cursor
}

// A return of another office is kept aside as a whole (orjon/app/onpaper.h).
static void keep(struct return_screen *screen, const struct return_place *place, const char *typed)
{
    if (!screen->book->sender)
        screen->drafted |= !draft_keep(screen->book, place->indicator, place->quarter, typed, NULL);
}

// Esc gives the old value back but keeps what was typed, for Ctrl-Z: also of the first screen, and
// when the program has ended meanwhile.
static void drop(struct return_screen *screen, struct desk *desk)
{
    const char *typed = grid_typed(screen->grid);
    struct return_place place;
    draft_done(&screen->dropped);
    remark_forget(&screen->remark);
    if (return_marked(screen, &place) && strcmp(typed, return_entry(screen, &place)->typed) != 0) {
        const char *code = screen->book->plan->indicator[place.indicator].code;
        screen->dropped = (struct draft){.text = mem_copy_text(typed, strlen(typed)),
                                         .indicator = mem_copy_text(code, strlen(code)),
                                         .quarter = place.quarter};
        keep(screen, &place, typed);
        autostr shown = STR_INIT;
        text_digits(&shown, typed, strlen(typed), i18n_digits());
        desk_say_left(desk, NULL, shown.buf);
    } else {
        return_drop_draft(screen);
    }
    grid_cancel(screen->grid);
}

static enum status reload(struct return_screen *screen, struct err *err)
{
    enum status status = book_reload(screen->book, err);
    if (status == STATUS_OK)
        return_list_rows(screen);
    return status;
}

// What stands in the marked field, to be compared.
static void remember(const struct return_screen *screen, struct str *ret)
{
    struct return_place place;
    if (!return_marked(screen, &place))
        return;
    const struct entry *entry = return_entry(screen, &place);
    str_addf(ret, "%s\n%d\n%s\n%s", screen->book->plan->indicator[place.indicator].code,
             (int)entry->state, entry->typed, entry->remark);
}

// Somebody else may have changed the file: a key that was meant for another figure does nothing.
// Not so where one is typed, which is compared with what was seen when it is saved: half of what a
// hand types would be another figure.
static bool look(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const bool types = key->code == K_TEXT || key->code == K_PASTE;
    struct err err = {0};
    autostr before = STR_INIT, now = STR_INIT;
    if (types || grid_editing(screen->grid) || !app_changed_elsewhere(screen->app))
        return true;
    remember(screen, &before);
    if (reload(screen, &err)) {
        desk_fail(desk, &err);
        return false;
    }
    remember(screen, &now);
    if (strcmp(before.buf, now.buf) == 0)
        return true;
    refuse_changed(_("The figure"), NULL, &err);
    desk_say(desk, MESSAGE_WARNING, "%s", err_text(&err));
    return false;
}

bool return_key(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const enum screen_mode mode = return_mode(screen);
    if (mode == MODE_TYPING && key->code == K_ESC) {
        drop(screen, desk);
        return true;
    }
    bool types = key->code == K_TEXT || key->code == K_PASTE;
    if (types && !(mode & (WHEN_OPEN | MODE_TYPING | MODE_FINDING))) {
        return_refuse(screen, desk);
        return true;
    }
    return grid_key(screen->grid, desk, key);
}

// The program must end: what is half typed is no figure yet, so it never replaces one; it waits as
// a draft.
static void commit(void *state)
{
    struct return_screen *screen = state;
    struct return_place place;
    if (grid_editing(screen->grid) && return_marked(screen, &place))
        keep(screen, &place, grid_typed(screen->grid));
}

static void resume(void *state, struct desk *desk)
{
    struct return_screen *screen = state;
    (void)desk;
    if (screen->listed != screen->book->reading ||                          // by a screen above
        (screen->filter == FILTER_FINDINGS && !grid_editing(screen->grid))) // some may be answered
        return_list_rows(screen);
    else
        return_load_remarks(screen);                      // likewise
    if (!screen->rows && screen->filter != FILTER_NONE) { // the last one of them
        screen->filter = FILTER_NONE;
        return_list_rows(screen);
    }
}

// F1 tells of the field first, then of the screen.
void return_describe(const void *state, struct str *ret)
{
    size_t i = 0;
    const struct indicator *indicator = return_indicator(state, &i);
    if (!indicator)
        return;
    text_digits(ret, indicator->code, strlen(indicator->code), i18n_digits());
    str_addf(ret, "  %s\n%s: %s\n%s: %s\n%s\n", indicator->text, _("Method"),
             method_name(indicator->method), _("Rule"), rule_name(indicator->rule),
             entry_expectation(indicator));
    str_addf(ret, "%s\n\n",
             _("The bars in the rule above it are the quarters: each as high as what was reached "
               "of the year's target up to then, as in the year to date"));
}

void return_fill(const void *state, const char *name, struct str *ret)
{
    const struct return_screen *screen = state;
    struct return_place place;
    if (strcmp(name, "quarter") == 0 && return_marked(screen, &place))
        str_add(ret, period_quarter_ordinal(place.quarter, DIGITS_BENGALI));
    else
        book_fill(screen->book, name, ret);
}

void return_free(void **state)
{
    struct return_screen *screen = *state;
    grid_free(&screen->grid);
    remark_done(&screen->remark);
    book_free(&screen->book);
    book_free(&screen->before);
    free(screen->row);
    draft_done(&screen->dropped);
    free(screen->asked_text);
    figure_undo_done(&screen->undo);
    app_reviews_done(&screen->reviews);
    app_changes_done(&screen->changes);
    for (int q = 0; q < QUARTERS; q++)
        rekey_done(&screen->rekey[q]);
    free(screen);
    *state = NULL;
}

struct grid *return_grid(const void *state)
{
    return ((const struct return_screen *)state)->grid;
}

const struct screen_ops return_ops = {
    .name = "return",
    .actions = return_actions,
    .about = N_(
        "THE RETURN\n"
        "\n"
        "Type the figure in the column of the quarter. Enter, Tab or the arrow down saves it "
        "and goes on. Bengali and English digits are the same to the program.\n"
        "\n"
        "4          a number\n"
        "80%        a percent\n"
        "40%(44)    a percent and its count; 44 alone if the plan knows of how many\n"
        "40/50      a count of how many\n"
        "16/03/24   a date, day first\n"
        "1 31/12/23 a number and the date of each\n"
        "-          nothing done\n"
        "\n"
        "What was typed and left with Esc comes back with Ctrl-Z until something is saved. "
        "Earlier quarters can be read; to change a figure of one, go to its field and press "
        "F2.\n"
        "\n"
        "A figure that the office above has remarked bears ✗, ✓ or ●; what was said stands below, "
        "Ctrl-N goes to the next one, Ctrl-A answers. A return that was sent back is opened with "
        "F2 or F9; ↺ marks what is other since then."),
    .grid = return_grid,
    .mode = return_mode,
    .hint = return_hint,
    .refuse = return_refuse,
    .describe = return_describe,
    .look = look,
    .fill = return_fill,
    .draw = return_draw,
    .key = return_key,
    .commit = commit,
    .resume = resume,
    .free = return_free,
};

struct return_screen *return_new(struct book *book)
{
    struct return_screen *screen = mem_alloc(sizeof *screen);
    screen->app = book->app;
    screen->book = book;
    screen->grid = grid_new(&return_grid_ops, screen, screen->column, 0, 0);
    remark_init(&screen->remark, book, "", book->quarter);
    screen->undo = (struct figure_undo){.app = book->app,
                                        .book = book,
                                        .since = app_journal_seq(book->app),
                                        .show = return_show_undone,
                                        .fail = return_fail,
                                        .screen = screen,
                                        .asked = STR_INIT};
    return_list_rows(screen);
    return_choose_columns(screen, 80);
    grid_select(screen->grid, return_row_of(screen, 0),
                return_column_of(screen, (enum return_field)(RETURN_Q1 + book->quarter - 1)));
    return screen;
}

// That it was sent back is the first thing to be read.
static void say_returned(const struct return_screen *screen, struct desk *desk)
{
    const struct app_reviewed *reviewed = return_reviewed(screen);
    autostr text = STR_INIT;
    if (!reviewed->waits)
        return;
    app_say_returned(reviewed, &text);
    desk_say(desk, MESSAGE_WARNING, "%s", text.buf);
}

static void say_dropped(const struct return_screen *screen, struct desk *desk)
{
    autostr place = STR_INIT, typed = STR_INIT;
    say_place(&place, screen->dropped.indicator, screen->dropped.quarter);
    text_digits(&typed, screen->dropped.text, strlen(screen->dropped.text), i18n_digits());
    desk_say_left(desk, place.buf, typed.buf);
}

static enum status push(struct desk *desk, struct app *app, int fiscal_year, const char *plan,
                        int quarter, struct return_screen **ret, struct err *err)
{
    struct book *book = NULL;
    enum status status = book_open(app, fiscal_year, plan, quarter, &book, err);
    if (status)
        return status;
    struct return_screen *screen = *ret = return_new(book);
    app_year_before(book, &screen->before, NULL); // the form is whole without it
    screen->drafted = draft_find(book, &screen->dropped);
    desk_push(desk, &return_ops, screen);
    return STATUS_OK;
}

enum status return_push(struct desk *desk, struct app *app, int fiscal_year, const char *plan,
                        int quarter, const char *indicator, struct err *err)
{
    struct return_screen *screen = NULL;
    enum status status = push(desk, app, fiscal_year, plan, quarter, &screen, err);
    if (status)
        return status;
    if (indicator)
        return_jump(screen, desk, indicator, 0);
    say_returned(screen, desk);
    if (screen->dropped.text)
        say_dropped(screen, desk);
    return STATUS_OK;
}

// What was left of a quarter that is finalised since waits until that is open again.
static bool may_go_on(struct app *app, int fiscal_year, const char *plan, int quarter)
{
    struct book *book = NULL;
    const bool may = book_open(app, fiscal_year, plan, quarter, &book, NULL) ||
                     !app_may_change(app, book, quarter, NULL);
    book_free(&book);
    return may;
}

enum status return_push_left(struct desk *desk, struct app *app, struct err *err)
{
    struct return_screen *screen = NULL;
    autostr plan = STR_INIT;
    int fiscal_year = 0, quarter = 0;
    if (!draft_waits(app, &fiscal_year, &plan, &quarter) ||
        !may_go_on(app, fiscal_year, plan.buf, quarter))
        return STATUS_NOT_FOUND;
    enum status status = push(desk, app, fiscal_year, plan.buf, quarter, &screen, err);
    if (status == STATUS_OK)
        return_bring_back(screen, desk, NULL);
    return status;
}
