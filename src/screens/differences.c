// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between the figures stored and those typed again from the signed sheet.
#include "rekey.h"

#include "orjon/base/text.h"
#include "orjon/tui/grid.h"

#include <string.h>

enum { COLUMN_CODE, COLUMN_THERE, COLUMN_AGAIN, COLUMN_WHAT, COLUMNS, PANE = 4 };

struct difference {
    size_t indicator;
    enum entry_match match;
    struct str there, again;
};

struct differences {
    struct book *book; // the form's
    int quarter;
    struct difference *row;
    size_t rows;
    struct rekey_verdict verdict;
    struct grid *grid;
    struct grid_column column[COLUMNS];
    void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter);
    void *data;
};

static const char *match_name(enum entry_match match)
{
    return match == MATCH_MEANING   ? _("! another figure")
           : match == MATCH_UNTYPED ? _("? not typed again")
                                    : _("same, written otherwise");
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct differences *screen = data;
    const struct difference *difference = &screen->row[row];
    const char *code = screen->book->plan->indicator[difference->indicator].code;
    switch (col) {
    case COLUMN_CODE:
        text_digits(&ret->text, code, strlen(code), i18n_digits());
        return;
    case COLUMN_THERE:
        str_add(&ret->text, difference->there.buf);
        return;
    case COLUMN_AGAIN:
        str_add(&ret->text, difference->again.buf);
        return;
    default:
        str_add(&ret->text, match_name(difference->match));
        ret->style = difference->match == MATCH_MEANING   ? STYLE_ERROR
                     : difference->match == MATCH_UNTYPED ? STYLE_WARNING
                                                          : STYLE_DIM;
    }
}

static const struct grid_ops grid_ops = {.cell = cell};

static void set_columns(struct differences *screen, int width)
{
    const int left = width - 9 - 2, what = 23, each = (left - what - 1) / 2;
    screen->column[COLUMN_CODE] = (struct grid_column){.heading = _("No."), .columns = 8};
    screen->column[COLUMN_THERE] =
        (struct grid_column){.heading = _("stored"), .columns = each, .align = ALIGN_RIGHT};
    screen->column[COLUMN_AGAIN] =
        (struct grid_column){.heading = _("typed again"), .columns = each, .align = ALIGN_RIGHT};
    screen->column[COLUMN_WHAT] =
        (struct grid_column){.heading = _("difference"), .columns = left - 2 * each};
    grid_set_columns(screen->grid, screen->column, COLUMNS, 0);
}

static void say_verdict(struct str *ret, const struct rekey_verdict *verdict)
{
    str_addf(ret, _("%s typed again: %s differ, %s only written otherwise, %s not typed again"),
             SAY(verdict->typed), SAY(verdict->different), SAY(verdict->writing),
             SAY(verdict->untyped));
}

static void draw(void *state, struct canvas *canvas)
{
    struct differences *screen = state;
    const struct book *book = screen->book;
    const int row = grid_row(screen->grid), columns = canvas->cols - 2, pane = canvas->rows - PANE;
    autostr verdict = STR_INIT;
    title_draw_plan(canvas, book, _("Differences"), screen->quarter,
                    title_stage_of(book, screen->quarter));
    say_verdict(&verdict, &screen->verdict);
    canvas_text(canvas, 1, 1, columns, STYLE_HEADING, ALIGN_LEFT, verdict.buf, verdict.len);
    set_columns(screen, canvas->cols);
    canvas_rule(canvas, pane, 0, canvas->cols, RULE_HORIZONTAL);
    if (row >= 0) {
        const char *text = book->plan->indicator[screen->row[row].indicator].text;
        canvas_wrapped(canvas, pane + 1, 1, PANE - 1, columns, STYLE_HEADING, text, strlen(text));
    }
    grid_draw(screen->grid, canvas, 2, 0, pane - 2, canvas->cols);
}

// Both screens leave before the form is told, so that it is the one on top.
static void go(void *state, struct desk *desk, const struct key *key)
{
    const struct differences *screen = state;
    (void)key;
    if (grid_row(screen->grid) < 0)
        return;
    const struct difference *chosen = &screen->row[grid_row(screen->grid)];
    desk_pop(desk); // the list
    desk_pop(desk); // the blank form
    screen->jump(screen->data, desk, screen->book->plan->indicator[chosen->indicator].code,
                 screen->quarter);
}

static const struct action actions[] = {
    {"Enter", NULL, N_("to the figure"), N_("go to the figure in the return"), WHEN_AT_REST, go},
    {"F3 C-f", NULL, N_("find"), N_("find"), WHEN_AT_REST | MODE_FINDING, screen_find},
    {0}};

static void free_screen(void **state)
{
    struct differences *screen = *state;
    for (size_t i = 0; i < screen->rows; i++) {
        str_done(&screen->row[i].there);
        str_done(&screen->row[i].again);
    }
    free(screen->row);
    grid_free(&screen->grid);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct differences *)state)->grid;
}

const struct screen_ops differences_ops = {
    .name = "differences",
    .actions = actions,
    .grid = grid_of,
    .about = N_("THE DIFFERENCES\n"
                "\n"
                "What differs between the signed sheet and the figures that are stored. No figure "
                "is changed here."),
    .draw = draw,
    .free = free_screen,
};

static void add_side(const struct rekey_difference *found, const struct entry *side,
                     struct str *ret)
{
    str_add(ret, rekey_text(side));
    if (rekey_is_of_states(found))
        str_addf(ret, " (%s)", entry_state_name(side->state));
}

// Other figures first, then those not typed, then mere writing; in the plan's order.
static void add(void *data, const struct rekey_difference *found)
{
    static const int rank[] = {[MATCH_MEANING] = 0, [MATCH_UNTYPED] = 1, [MATCH_WRITING] = 2};
    struct differences *screen = data;
    size_t at = screen->rows++;
    screen->row = mem_resize(screen->row, screen->rows, sizeof *screen->row);
    for (; at > 0 && rank[screen->row[at - 1].match] > rank[found->match]; at--)
        screen->row[at] = screen->row[at - 1];
    screen->row[at] = (struct difference){
        .indicator = (size_t)(found->indicator - found->plan->indicator),
        .match = found->match,
        .there = STR_INIT,
        .again = STR_INIT,
    };
    add_side(found, found->there, &screen->row[at].there);
    add_side(found, found->again, &screen->row[at].again);
}

static void tell(const struct differences *screen, struct desk *desk, const struct err *unnoted)
{
    if (unnoted->status)
        desk_say(desk, MESSAGE_WARNING, _("Compared, but could not be recorded in the journal: %s"),
                 err_text(unnoted));
    else if (screen->verdict.different || screen->verdict.untyped)
        desk_say(desk, MESSAGE_WARNING, "%s",
                 _("Compared and noted in the journal; Enter goes to the figure"));
    else
        desk_say(desk, MESSAGE_GOOD, "%s",
                 _("The sheet and the stored figures agree; noted in the journal"));
}

void differences_push(struct desk *desk, struct book *book, struct rekey *rekey,
                      void (*jump)(void *data, struct desk *desk, const char *indicator,
                                   int quarter),
                      void *data)
{
    struct differences *screen = mem_alloc(sizeof *screen);
    void *state = screen;
    struct err err = {0}, unnoted = {0};
    *screen =
        (struct differences){.book = book, .quarter = rekey->quarter, .jump = jump, .data = data};
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 0);
    set_columns(screen, 80);
    if (app_rekey(book, rekey, add, screen, &screen->verdict, &unnoted, &err)) {
        desk_fail(desk, &err);
        free_screen(&state);
        return;
    }
    grid_set_rows(screen->grid, (int)screen->rows);
    tell(screen, desk, &unnoted);
    if (screen->rows)
        desk_push(desk, &differences_ops, screen);
    else
        free_screen(&state);
}
