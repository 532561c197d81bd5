// SPDX-License-Identifier: GPL-3.0-or-later
// What is missing or odd in a book: jumped to, or, if it is a query, answered with a reason.
#include "findings.h"

#include "orjon/base/clock.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

enum { COLUMN_STATE, COLUMN_CODE, COLUMN_QUARTER, COLUMN_MESSAGE, PANE = 7 };

const struct finding *findings_in_hand(const struct findings_screen *screen)
{
    int row = grid_row(screen->grid);
    return row < 0 ? NULL : &screen->findings.finding[row];
}

static const char *state_name(const struct finding *finding)
{
    return finding->severity == SEVERITY_ERROR ? _("! error")
           : finding->answer                   ? _("✓ answered")
                                               : _("? query");
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct findings_screen *screen = data;
    const struct finding *finding = &screen->findings.finding[row];
    switch (col) {
    case COLUMN_STATE:
        str_add(&ret->text, state_name(finding));
        ret->style = finding->severity == SEVERITY_ERROR ? STYLE_ERROR
                     : finding->answer                   ? STYLE_GOOD
                                                         : STYLE_WARNING;
        return;
    case COLUMN_CODE:
        text_digits(&ret->text, finding->indicator, strlen(finding->indicator), i18n_digits());
        return;
    case COLUMN_QUARTER:
        if (finding->quarter)
            period_say_quarter_short(&ret->text, finding->quarter);
        return;
    default:
        str_add(&ret->text, finding->message);
    }
}

static const struct grid_ops grid_ops = {.cell = cell};

static void set_columns(struct findings_screen *screen, int width)
{
    const int fixed = 13 + 9 + 10;
    screen->column[COLUMN_STATE] = (struct grid_column){.heading = "", .columns = 12};
    screen->column[COLUMN_CODE] = (struct grid_column){.heading = _("No."), .columns = 8};
    screen->column[COLUMN_QUARTER] =
        (struct grid_column){.heading = _("quarter"), .columns = 9, .align = ALIGN_CENTRE};
    screen->column[COLUMN_MESSAGE] =
        (struct grid_column){.heading = _("what was found"), .columns = width - fixed};
    grid_set_columns(screen->grid, screen->column, FINDINGS_COLUMNS, 0);
}

enum status findings_load(struct findings_screen *screen, struct err *err)
{
    struct findings fresh = {0};
    enum status status = app_check(screen->book, &fresh, err);
    if (status) {
        findings_done(&fresh);
        return status;
    }
    findings_done(&screen->findings);
    screen->findings = fresh;
    grid_set_rows(screen->grid, (int)fresh.count);
    return STATUS_OK;
}

static void draw_counts(const struct findings_screen *screen, struct canvas *canvas)
{
    const struct findings *f = &screen->findings;
    autostr text = STR_INIT;
    str_addf(&text, _("%s errors, %s queries, %s answered"), SAY(f->errors),
             SAY(f->count - f->errors - f->answered), SAY(f->answered));
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, text.buf, text.len);
}

// As offices write it.
static void add_day(struct str *ret, const char *at)
{
    int32_t day = 0;
    if (clock_read_day(at, &day))
        date_write(ret, day, i18n_digits());
}

// The finding in full, and its answer with who gave it.
static void draw_pane(const struct findings_screen *screen, struct canvas *canvas, int row)
{
    const struct finding *finding = findings_in_hand(screen);
    const int columns = canvas->cols - 2;
    autostr head = STR_INIT, answer = STR_INIT;
    canvas_rule(canvas, row++, 0, canvas->cols, RULE_HORIZONTAL);
    if (!finding)
        return;
    const struct indicator *indicator = plan_find(screen->book->plan, finding->indicator);
    text_digits(&head, finding->indicator, strlen(finding->indicator), i18n_digits());
    str_addf(&head, "  %s", indicator ? indicator->text : screen->book->plan->title);
    canvas_text(canvas, row++, 1, columns, STYLE_HEADING, ALIGN_LEFT, head.buf, head.len);
    row += canvas_wrapped(canvas, row, 1, 2, columns, STYLE_PLAIN, finding->message,
                          strlen(finding->message));
    if (!finding->answer)
        return;
    str_addf(&answer, "%s: %s  (%s, ", _("Answer"), finding->answer, finding->answered_by);
    add_day(&answer, finding->answered_at);
    str_add_char(&answer, ')');
    canvas_wrapped(canvas, row, 1, canvas->rows - row, columns, STYLE_GOOD, answer.buf, answer.len);
}

static void draw(void *state, struct canvas *canvas)
{
    struct findings_screen *screen = state;
    const struct book *book = screen->book;
    autostr title = STR_INIT;
    str_addf(&title, "%s: %s", _("Check"), book->plan->title);
    title_draw(canvas, book->app, title.buf, book->plan->fiscal_year, book->quarter);
    set_columns(screen, canvas->cols);
    draw_counts(screen, canvas);
    draw_pane(screen, canvas, canvas->rows - PANE);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - PANE - 2, canvas->cols);
}

// --- the screen ---------------------------------------------------------------------------------

static void go(void *state, struct desk *desk, const struct key *key)
{
    struct findings_screen *screen = state;
    const struct finding *finding = findings_in_hand(screen);
    (void)key;
    if (!finding)
        return;
    desk_pop(desk); // so that the form is on top when it is told
    screen->jump(screen->data, desk, finding->indicator, finding->quarter);
}

static void answer(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (findings_in_hand(state))
        findings_ask_answer(state, desk);
}

static void withdraw(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    if (findings_in_hand(state))
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
    const enum screen_mode mode = grid_mode(screen->grid);
    return mode == MODE_LOOKING && app_is_read_only(screen->book->app) ? MODE_READ_ONLY : mode;
}

static void refuse(void *state, struct desk *desk)
{
    say_read_only(((struct findings_screen *)state)->book->app,
                  desk); // nothing else is refused here
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"Enter", NULL, N_("to the figure"), N_("go to the figure"), WHEN_AT_REST, go},
    {"F2", NULL, N_("answer"), N_("answer the query, or change the answer"),
     MODE_LOOKING | WHEN_SETTLED, answer},
    {"Del", NULL, N_("take back"), N_("take the answer back"), MODE_LOOKING, withdraw},
    {"F3 C-f", NULL, N_("find"), N_("find"), ALL | MODE_FINDING, screen_find},
    {0}};

static void resume(void *state, struct desk *desk)
{
    struct err err = {0};
    if (findings_load(state, &err)) // the language may have changed
        desk_fail(desk, &err);
}

static void free_screen(void **state)
{
    struct findings_screen *screen = *state;
    grid_free(&screen->grid);
    findings_done(&screen->findings);
    str_done(&screen->asked);
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
                "Each line is something missing, impossible or odd. An error has to be corrected "
                "before the quarter can be finalised. A query is something to look at; if it is "
                "right all the same, say why.\n"
                "\n"
                "An answer is kept in the journal with your name. It holds until the figure or the "
                "target changes; then the query comes again."),
    .mode = mode,
    .look = look,
    .refuse = refuse,
    .draw = draw,
    .resume = resume,
    .free = free_screen,
};

void findings_push(struct desk *desk, struct book *book,
                   void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter),
                   void *data)
{
    struct findings_screen *screen = mem_alloc(sizeof *screen);
    void *state = screen;
    struct err err = {0};
    screen->asked = STR_INIT;
    screen->book = book;
    screen->jump = jump;
    screen->data = data;
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 0);
    set_columns(screen, 80);
    enum status status = findings_load(screen, &err);
    if (status == STATUS_OK && screen->findings.count) {
        desk_push(desk, &findings_ops, screen);
        return;
    }
    free_screen(&state);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD, "%s", _("Nothing is missing and nothing is odd"));
}
