// SPDX-License-Identifier: GPL-3.0-or-later
// The return form: one form for every plan.
#include "return.h"

#include "orjon/app/draft.h"
#include "orjon/base/text.h"

#include <string.h>

enum { PANE_MIN = 8, PANE_MAX = 12, GRID_MIN = 6 };

// The book was read again, and its plan may have other rows: the hand, and what is being typed,
// stay with the indicator, if it is still there.
static void follow(struct return_screen *screen, const char *code, int quarter)
{
    return_list_rows(screen);
    if (plan_find(screen->book->plan, code))
        return_jump(screen, screen->desk, code, quarter);
    else
        grid_cancel(screen->grid);
}

enum status return_enter(struct return_screen *screen, const struct app_figure *figure,
                         struct err *err)
{
    struct findings findings = {0};
    autostr code = STR_INIT;
    str_add(&code, screen->book->plan->indicator[figure->indicator].code);
    enum status status = app_enter(screen->book, figure, &findings, err);
    if (status == STATUS_CHANGED)
        follow(screen, code.buf, figure->quarter);
    if (status == STATUS_OK && screen->desk && findings.count)
        desk_say(screen->desk, MESSAGE_WARNING, _("Saved. %s"), findings.finding[0].message);
    else if (status == STATUS_OK && screen->desk)
        desk_say(screen->desk, MESSAGE_INFO, "%s", _("Saved"));
    findings_done(&findings);
    return status;
}

static void draw(void *state, struct canvas *canvas)
{
    struct return_screen *screen = state;
    return_choose_columns(screen, canvas->cols);
    int rows = canvas->rows - 2, wanted = screen->rows + 2;
    int pane = rows - wanted;
    pane = pane > PANE_MAX ? PANE_MAX : pane < PANE_MIN ? PANE_MIN : pane;
    if (rows - pane < GRID_MIN)
        pane = rows - GRID_MIN;
    return_update_live(screen);
    return_draw_heading(screen, canvas);
    return_draw_pane(screen, canvas, 2 + rows - pane, pane);
    grid_draw(screen->grid, canvas, 2, 0, rows - pane, canvas->cols); // last: it has the cursor
}

// --- what the keys do ---------------------------------------------------------------------------

static void open_quarter(void *data, struct desk *desk)
{
    struct return_screen *screen = data;
    screen->opened = return_quarter_at(screen, grid_col(screen->grid));
    screen->desk = desk;
    grid_edit(screen->grid, NULL);
}

static void explain_closed(struct return_screen *screen, struct desk *desk, int quarter)
{
    if (app_is_read_only(screen->app))
        desk_say(desk, MESSAGE_ERROR, "%s", _("The file is open for reading only"));
    else if (screen->book->sealed & 1U << (quarter - 1))
        desk_say(desk, MESSAGE_ERROR, "%s", _("The quarter is finalised"));
    else
        desk_say(desk, MESSAGE_INFO, "%s",
                 _("This is not the quarter in hand; press F2 to change it all the same"));
}

// Typing into another quarter than the one in hand: only on purpose.
static bool guard(struct return_screen *screen, struct desk *desk, const struct key *key)
{
    int quarter = return_quarter_at(screen, grid_col(screen->grid));
    bool typing = key->code == K_TEXT || key->code == K_PASTE || key->code == K_DELETE ||
                  key->code == K_BACKSPACE;
    size_t i = 0;
    if (grid_editing(screen->grid) || !return_indicator(screen, &i) || !quarter ||
        return_is_open(screen, quarter) || (!typing && key->code != K_F2))
        return false;
    bool sealed = screen->book->sealed & 1U << (quarter - 1);
    if (key->code == K_F2 && !sealed && !app_is_read_only(screen->app))
        dialog_confirm(desk, _("Another quarter"),
                       _("This is not the quarter in hand. Change its figure all the same?"),
                       open_quarter, screen);
    else
        explain_closed(screen, desk, quarter);
    return true;
}

static void show_quarter(struct return_screen *screen, struct desk *desk, int quarter)
{
    struct err err = {0};
    if (quarter < 1 || quarter > QUARTERS)
        return;
    if (book_set_quarter(screen->book, quarter, &err))
        desk_fail(desk, &err);
    screen->opened = 0;
    return_choose_columns(screen, screen->width);
    grid_select(screen->grid, grid_row(screen->grid),
                return_column_of(screen, (enum return_field)(FIELD_Q1 + quarter - 1)));
}

// Esc gives the old value back but keeps what was typed, for Ctrl-Z.
static void drop(struct return_screen *screen, struct desk *desk)
{
    const char *typed = grid_typed(screen->grid);
    return_indicator(screen, &screen->dropped_at);
    free(screen->dropped);
    screen->dropped = mem_copy_text(typed, strlen(typed));
    grid_cancel(screen->grid);
    desk_say(desk, MESSAGE_INFO, _("“%s” was not saved; Ctrl-Z brings it back"), screen->dropped);
}

// What was left with Esc comes back first; then what was saved last is taken back.
static void bring_back(struct return_screen *screen)
{
    if (!screen->dropped) {
        return_undo(screen, false);
        return;
    }
    grid_select(
        screen->grid, return_row_of(screen, screen->dropped_at),
        return_column_of(screen, (enum return_field)(FIELD_Q1 + screen->book->quarter - 1)));
    grid_edit(screen->grid, screen->dropped);
    free(screen->dropped);
    screen->dropped = NULL;
}

static void reload(struct return_screen *screen, struct desk *desk)
{
    struct err err = {0};
    if (book_reload(screen->book, &err))
        desk_fail(desk, &err);
    else
        return_list_rows(screen);
}

// F1 tells of the field first, then of the screen.
static void explain_field(struct return_screen *screen, struct desk *desk)
{
    size_t i = 0;
    const struct indicator *indicator = return_indicator(screen, &i);
    autostr text = STR_INIT;
    if (indicator) {
        text_digits(&text, indicator->code, strlen(indicator->code), i18n_digits());
        str_addf(&text, "  %s\n%s: %s\n%s: %s\n%s\n\n", indicator->text, _("Method"),
                 method_name(indicator->method), _("Rule"), rule_name(indicator->rule),
                 entry_expectation(indicator));
    }
    help_push(desk, "return", text.buf);
}

// Keys of one letter, while no figure is being typed: all on the number pad but t.
static bool letter_key(struct return_screen *screen, const struct key *key)
{
    static const struct {
        const char *letter;
        void (*act)(struct return_screen *screen);
    } letters[] = {
        {"+", return_one_more}, {"*", return_choose_state}, {"t", return_today},
        {"T", return_today},    {"ত", return_today},
    };
    // No figure begins with a letter, so one letter can stand for a state.
    static const struct {
        const char *letter;
        enum entry_state state;
    } states[] = {
        {"n", ENTRY_NO_CASE},        {"N", ENTRY_NO_CASE},        {"D", ENTRY_NOT_DUE},
        {"A", ENTRY_NOT_APPLICABLE}, {"ন", ENTRY_NO_CASE},        {"d", ENTRY_NOT_DUE},
        {"ব", ENTRY_NOT_DUE},        {"a", ENTRY_NOT_APPLICABLE}, {"প", ENTRY_NOT_APPLICABLE},
    };
    static const struct {
        char letter;
        void (*act)(struct return_screen *screen);
    } controls[] = {{'c', return_copy_column},
                    {'x', return_cut},
                    {'v', return_paste},
                    {'t', return_next_filter},
                    {'r', return_rekey}};
    for (size_t i = 0; key->code == K_TEXT && i < sizeof letters / sizeof *letters; i++)
        if (strcmp(key->text, letters[i].letter) == 0) {
            letters[i].act(screen);
            return true;
        }
    for (size_t i = 0; key->code == K_TEXT && i < sizeof states / sizeof *states; i++)
        if (strcmp(key->text, states[i].letter) == 0) {
            return_set_state(screen, states[i].state);
            return true;
        }
    for (size_t i = 0; i < sizeof controls / sizeof *controls; i++)
        if (key_is_ctrl(key, controls[i].letter)) {
            controls[i].act(screen);
            return true;
        }
    return false;
}

static bool function_key(struct return_screen *screen, struct desk *desk, const struct key *key)
{
    const struct plan *plan = screen->book->plan;
    size_t i = 0;
    bool row = return_indicator(screen, &i) != NULL;
    switch (key->code) {
    case K_F1:
        explain_field(screen, desk);
        return true;
    case K_F4:
        return_choose_state(screen);
        return true;
    case K_F5:
        return_ditto(screen);
        return true;
    case K_CTRL_DOWN:
        return_next_empty(screen);
        return true;
    case K_F6:
        if (row)
            indicator_push(desk, screen->book, i, screen->book->quarter);
        return true;
    case K_F7:
        return_show_findings(screen);
        return true;
    case K_F8:
        screen->paper = (struct paper_choice){screen->app, plan->name, plan->fiscal_year,
                                              screen->book->quarter};
        preview_choose(desk, &screen->paper);
        return true;
    case K_F9:
        return_finalise(screen);
        return true;
    case K_CTRL_RIGHT:
        show_quarter(screen, desk, screen->book->quarter + 1);
        return true;
    case K_CTRL_LEFT:
        show_quarter(screen, desk, screen->book->quarter - 1);
        return true;
    default:
        return false;
    }
}

static enum screen_action key(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const bool editing = grid_editing(screen->grid);
    struct err err = {0};
    screen->desk = desk;
    if (!editing && app_changed_elsewhere(screen->app))
        reload(screen, desk);
    if (editing && key->code == K_ESC) {
        drop(screen, desk);
        return SCREEN_STAY;
    }
    if (!editing && (key_is_ctrl(key, 'z') || key_is_ctrl(key, 'y'))) {
        if (key_is_ctrl(key, 'z'))
            bring_back(screen);
        else
            return_undo(screen, true);
        return SCREEN_STAY;
    }
    if (!editing && letter_key(screen, key))
        return SCREEN_STAY;
    if (guard(screen, desk, key))
        return SCREEN_STAY;
    // A figure under the hand is saved before a function key leads elsewhere.
    if (editing && key->code >= K_F3 && key->code <= K_F12 && grid_commit(screen->grid, &err)) {
        desk_fail(desk, &err);
        return SCREEN_STAY;
    }
    if (!grid_editing(screen->grid) && function_key(screen, desk, key))
        return SCREEN_STAY;
    if (grid_key(screen->grid, desk, key))
        return SCREEN_STAY;
    return key->code == K_ESC ? SCREEN_CLOSE : SCREEN_IGNORED;
}

// The program must end: what is half typed is no figure yet, so it never replaces one; it waits as
// a draft.
static void commit(void *state)
{
    struct return_screen *screen = state;
    size_t i = 0;
    if (grid_editing(screen->grid) && return_indicator(screen, &i))
        draft_keep(screen->book, i, screen->book->quarter, grid_typed(screen->grid), NULL);
}

static void resume(void *state, struct desk *desk)
{
    struct return_screen *screen = state;
    struct draft draft = {0};
    const struct plan *plan = screen->book->plan; // another one, if a screen above read it again
    if (screen->listed != plan || screen->listed_count != plan->count ||
        screen->filter == FILTER_FINDINGS) // some may have been answered
        return_list_rows(screen);
    if (!screen->rows && screen->filter != FILTER_NONE) { // the last one of them
        screen->filter = FILTER_NONE;
        return_list_rows(screen);
    }
    if (!draft_take(screen->book, &draft))
        return;
    screen->dropped = draft.text;
    screen->dropped_at = draft.indicator;
    desk_say(desk, MESSAGE_WARNING,
             _("“%s” was being typed when the program ended; Ctrl-Z brings it back"), draft.text);
}

// The same while a figure is typed: a bar that changed with every figure would cost more to send
// than the figure.
static size_t hints(void *state, struct key_hint *ret, size_t max)
{
    (void)state;
    const struct key_hint all[] = {
        {"F1", _("help")},    {"Esc", _("back")},     {"F2", _("change")},
        {"F4", _("no case")}, {"F6", _("remark")},    {"F7", _("check")},
        {"F8", _("papers")},  {"F5", _("as before")}, {"F3", _("find")},
    };
    return screens_hints(all, sizeof all / sizeof *all, ret, max);
}

static void free_screen(void **state)
{
    struct return_screen *screen = *state;
    grid_free(&screen->grid);
    book_free(&screen->book);
    free(screen->row);
    free(screen->dropped);
    for (int q = 0; q < QUARTERS; q++)
        rekey_done(&screen->rekey[q]);
    free(screen);
    *state = NULL;
}

static const struct screen_ops return_ops = {
    .name = "return",
    .draw = draw,
    .key = key,
    .hints = hints,
    .commit = commit,
    .resume = resume,
    .free = free_screen,
};

enum status return_push(struct desk *desk, struct app *app, int fiscal_year, const char *plan,
                        int quarter, const char *indicator, struct err *err)
{
    struct book *book = NULL;
    enum status status = book_open(app, fiscal_year, plan, quarter, &book, err);
    if (status)
        return status;
    struct return_screen *screen = mem_alloc(sizeof *screen);
    screen->app = app;
    screen->book = book;
    screen->grid = grid_new(&return_grid_ops, screen, screen->column, 0, 0);
    return_list_rows(screen);
    return_choose_columns(screen, 80);
    grid_select(screen->grid, return_row_of(screen, 0),
                return_column_of(screen, (enum return_field)(FIELD_Q1 + book->quarter - 1)));
    if (indicator)
        return_jump(screen, desk, indicator, 0);
    desk_push(desk, &return_ops, screen);
    return STATUS_OK;
}
