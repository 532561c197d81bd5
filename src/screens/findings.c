// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing or odd in a plan, or in all of them: jumped to, or, if it is a query, answered
// with a reason.
#include "findings.h"

#include "record_screens.h"

#include <string.h>

const struct checked_row *findings_in_hand(const struct findings_screen *screen)
{
    const int row = grid_row(screen->grid);
    return row < 0 ? NULL : &screen->checked.row[row];
}

// --- reading ------------------------------------------------------------------------------------

enum status findings_check(struct findings_screen *screen, struct err *err)
{
    struct checked fresh = {0};
    enum status status = app_check_shelf(screen->app, &screen->shelf, !screen->book, &fresh, err);
    if (status) {
        checked_done(&fresh);
        return status;
    }
    checked_done(&screen->checked);
    screen->checked = fresh;
    grid_set_rows(screen->grid, (int)fresh.count);
    return STATUS_OK;
}

static void forget(struct findings_screen *screen)
{
    checked_done(&screen->checked); // its names are of the plans
    grid_set_rows(screen->grid, 0);
}

// The form's book is read again in its place; all plans are another shelf.
static enum status read_all(struct findings_screen *screen, struct err *err)
{
    struct shelf fresh = {0};
    enum status status = shelf_open(screen->app, 0, NULL, 0, &fresh, err);
    if (status)
        return status;
    forget(screen);
    shelf_done(&screen->shelf);
    screen->shelf = fresh;
    return findings_check(screen, err);
}

enum status findings_read(struct findings_screen *screen, struct err *err)
{
    const int row = grid_row(screen->grid);
    enum status status = STATUS_OK;
    if (screen->book) {
        status = book_reload(screen->book, err);
        if (!status)
            forget(screen);
        status = status ? status : findings_check(screen, err);
    } else {
        status = read_all(screen, err);
    }
    if (!status && row >= 0)
        grid_select(screen->grid, row, grid_col(screen->grid));
    return status;
}

// --- the keys -----------------------------------------------------------------------------------

static void go_to_register(struct findings_screen *screen, struct desk *desk, enum record_kind of)
{
    if (of == RECORD_UNIT)
        offices_push(desk, screen->app);
    else
        record_list_push(desk, screen->app, of);
}

static void go(void *state, struct desk *desk, const struct key *key)
{
    struct findings_screen *screen = state;
    const struct checked_row *row = findings_in_hand(screen);
    struct err err = {0};
    (void)key;
    if (!row)
        return;
    const struct finding *finding = row->finding;
    if (screen->book) {
        desk_pop(desk); // so that the form is on top when it is told
        screen->jump(screen->data, desk, finding->indicator, finding->quarter);
    } else if (!row->book) {
        go_to_register(screen, desk, row->of);
    } else if (return_push(desk, screen->app, row->book->plan->fiscal_year, row->book->plan->name,
                           finding->quarter ? finding->quarter : row->book->quarter,
                           finding->indicator, &err)) {
        desk_fail(desk, &err);
    }
}

// What is odd in a register has no answer: it is put right where it stands.
static bool may_answer(struct findings_screen *screen, struct desk *desk)
{
    const struct checked_row *row = findings_in_hand(screen);
    if (row && !row->book)
        desk_say(desk, MESSAGE_INFO, "%s",
                 _("This is put right in the register, not answered; Enter opens it"));
    return row && row->book;
}

static void answer(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (may_answer(state, desk))
        findings_ask_answer(state, desk);
}

static void withdraw(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (may_answer(state, desk))
        findings_ask_withdraw(state, desk);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    struct err err = {0};
    const enum status status = findings_still_as_seen(state, &err);
    if (status == STATUS_CHANGED)
        desk_say(desk, MESSAGE_WARNING, "%s", err_text(&err));
    else if (status)
        desk_fail(desk, &err);
    return status == STATUS_OK;
}

static enum screen_mode mode(const void *state)
{
    const struct findings_screen *screen = state;
    return table_mode(screen->grid, screen->app);
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"Enter", NULL, N_("to the figure"), N_("go to the figure"), WHEN_AT_REST, go},
    {"F2", NULL, N_("answer"), N_("answer the query, or change the answer"),
     MODE_LOOKING | WHEN_SETTLED, answer},
    {"Del", NULL, N_("withdraw"), N_("withdraw the answer"), MODE_LOOKING, withdraw},
    {"F3 C-f", NULL, N_("find"), N_("find"), ALL | MODE_FINDING, screen_find},
    {0}};

// --- the screen ---------------------------------------------------------------------------------

// A figure of all plans may have been changed in its return; of one the form's book is the same,
// but the language may be another.
static enum status load(void *state, struct err *err)
{
    struct findings_screen *screen = state;
    return screen->book ? findings_check(screen, err) : findings_read(screen, err);
}

static void free_screen(void **state)
{
    struct findings_screen *screen = *state;
    grid_free(&screen->grid);
    checked_done(&screen->checked);
    if (!screen->book)
        shelf_done(&screen->shelf);
    finding_name_done(&screen->asked);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct findings_screen *)state)->grid;
}

const struct screen_ops findings_ops = {
    .name = "findings",
    .actions = actions,
    .grid = grid_of,
    .about = N_("THE CHECK\n"
                "\n"
                "Each line is something missing, impossible or odd, of one plan or of all. An "
                "error has to be corrected before the quarter can be finalised. A query is "
                "something to look at; if it is right all the same, say why.\n"
                "\n"
                "An answer is kept in the journal with your name. It holds until the figure or the "
                "target changes; then the query comes again."),
    .mode = mode,
    .look = look,
    .draw = findings_draw,
    .load = load,
    .free = free_screen,
};

// Takes a screen whose books are there.
static void push(struct desk *desk, struct findings_screen *screen)
{
    void *state = screen;
    struct err err = {0};
    screen->asked = (struct finding_name){STR_INIT, STR_INIT, 0, ""};
    screen->grid = grid_new(&findings_grid_ops, screen, screen->column, 0, 0);
    findings_set_columns(screen, 80);
    enum status status = findings_check(screen, &err);
    if (status == STATUS_OK && screen->checked.count) {
        desk_push(desk, &findings_ops, screen);
        return;
    }
    free_screen(&state);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", _("Nothing is missing and nothing is odd"));
}

void findings_push(struct desk *desk, struct book *book,
                   void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter),
                   void *data)
{
    struct findings_screen *screen = mem_alloc(sizeof *screen);
    screen->app = book->app;
    screen->book = book;
    screen->shelf = (struct shelf){&screen->book, 1, book->plan->fiscal_year, book->quarter};
    screen->jump = jump;
    screen->data = data;
    push(desk, screen);
}

void findings_push_all(struct desk *desk, struct app *app)
{
    struct findings_screen *screen = mem_alloc(sizeof *screen);
    struct err err = {0};
    screen->app = app;
    if (!shelf_open(app, 0, NULL, 0, &screen->shelf, &err)) {
        push(desk, screen);
        return;
    }
    free(screen);
    desk_fail(desk, &err);
}
