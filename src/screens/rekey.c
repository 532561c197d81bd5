// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a quarter typed again from the signed sheet, without those that are stored.
#include "rekey.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/tui/grid.h"

#include <string.h>

enum { COLUMN_CODE, COLUMN_TEXT, COLUMN_UNIT, COLUMN_TYPED, COLUMNS, PANE = 4 };

struct rekey_screen {
    struct book *book; // the form's
    struct rekey *rekey;
    struct grid *grid;
    struct grid_column column[COLUMNS];
    void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter);
    void *data;
};

static const char *typed_at(const struct rekey_screen *screen, int row)
{
    const char *typed = screen->rekey->typed[row];
    return typed ? typed : "";
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct rekey_screen *screen = data;
    const struct indicator *indicator = &screen->book->plan->indicator[row];
    switch (col) {
    case COLUMN_CODE:
        text_digits(&ret->text, indicator->code, strlen(indicator->code), i18n_digits());
        return;
    case COLUMN_TEXT:
        str_add(&ret->text, indicator->text);
        return;
    case COLUMN_UNIT:
        str_add(&ret->text, indicator->unit);
        return;
    default:
        str_add(&ret->text, typed_at(screen, row));
        ret->editable = true;
        ret->style = STYLE_FIELD;
    }
}

static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    const struct rekey_screen *screen = data;
    (void)desk;
    (void)col;
    return rekey_type(screen->rekey, screen->book, (size_t)row, text, err);
}

static const struct grid_ops grid_ops = {.cell = cell, .accept = accept};

static void set_columns(struct rekey_screen *screen, int width)
{
    const int typed = width < 76 ? 16 : 24, fixed = 9 + 10 + typed + 2;
    screen->column[COLUMN_CODE] = (struct grid_column){.heading = _("No."), .columns = 8};
    screen->column[COLUMN_TEXT] =
        (struct grid_column){.heading = _("Indicator"), .columns = width - fixed};
    screen->column[COLUMN_UNIT] = (struct grid_column){.heading = _("Unit"), .columns = 8};
    screen->column[COLUMN_TYPED] =
        (struct grid_column){.heading = _("typed again"), .columns = typed, .align = ALIGN_RIGHT};
    grid_set_columns(screen->grid, screen->column, COLUMNS, 0);
}

static void draw_pane(const struct rekey_screen *screen, struct canvas *canvas, int row)
{
    const int selected = grid_row(screen->grid), columns = canvas->cols - 2;
    autostr expected = STR_INIT;
    canvas_rule(canvas, row++, 0, canvas->cols, RULE_HORIZONTAL);
    if (selected < 0)
        return;
    const struct indicator *indicator = &screen->book->plan->indicator[selected];
    row += canvas_wrapped(canvas, row, 1, 2, columns, STYLE_HEADING, indicator->text,
                          strlen(indicator->text));
    str_addf(&expected, "%s: %s", _("How to type it"), entry_expectation(indicator));
    canvas_wrapped(canvas, row, 1, canvas->rows - row, columns, STYLE_DIM, expected.buf,
                   expected.len);
}

static void draw(void *state, struct canvas *canvas)
{
    struct rekey_screen *screen = state;
    const struct book *book = screen->book;
    const int quarter = screen->rekey->quarter;
    autostr count = STR_INIT;
    title_draw_plan(canvas, book, _("From the signed sheet"), quarter,
                    title_stage_of(book, quarter));
    str_addf(&count, _("Typed again: %s of %s. What is stored is not shown here."),
             SAY(rekey_typed(screen->rekey)), SAY(book->plan->count));
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, count.buf, count.len);
    set_columns(screen, canvas->cols);
    draw_pane(screen, canvas, canvas->rows - PANE);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - PANE - 2, canvas->cols);
}

// --- comparing ----------------------------------------------------------------------------------

static void compare(void *data, struct desk *desk)
{
    struct rekey_screen *screen = data;
    differences_push(desk, screen->book, screen->rekey, screen->jump, screen->data);
    if (!rekey_fits(screen->rekey, screen->book)) // another plan: said, and begun anew
        desk_pop(desk);
}

static void ask_compare(void *state, struct desk *desk, const struct key *key)
{
    struct rekey_screen *screen = state;
    (void)key;
    const size_t typed = rekey_typed(screen->rekey), blank = screen->rekey->count - typed;
    autostr question = STR_INIT;
    if (!typed) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was typed again yet"));
        return;
    }
    str_addf(&question,
             tr_count("%s field is blank. Compare all the same?",
                      "%s fields are blank. Compare all the same?", blank),
             SAY(blank));
    if (blank)
        dialog_confirm(desk, _("Compare"), question.buf, compare, screen);
    else
        compare(screen, desk);
}

static void change(void *state, struct desk *desk, const struct key *key)
{
    (void)desk;
    (void)key;
    grid_edit(((struct rekey_screen *)state)->grid, NULL);
}

static void clear(void *state, struct desk *desk, const struct key *key)
{
    const struct rekey_screen *screen = state;
    struct err err = {0};
    (void)key;
    if (rekey_type(screen->rekey, screen->book, (size_t)grid_row(screen->grid), "", &err))
        desk_fail(desk, &err);
}

static void leave(void *state, struct desk *desk, const struct key *key)
{
    const struct rekey_screen *screen = state;
    (void)key;
    if (rekey_typed(screen->rekey))
        desk_say(desk, MESSAGE_INFO, "%s",
                 _("What was typed again waits until the return is left; Ctrl-R goes on with it"));
    desk_pop(desk);
}

enum { ALL = WHEN_AT_REST | WHEN_SETTLED };
static const struct action actions[] = {
    {"F9", NULL, N_("compare"), N_("compare"), ALL, ask_compare},
    {"F2", NULL, N_("change"), N_("change what was typed"), WHEN_OPEN, change},
    {"Del BS", NULL, N_("clear"), N_("empty the field"), MODE_FILLED, clear},
    {"F3 C-f", NULL, N_("find"), N_("find"), ALL | MODE_FINDING, screen_find},
    {"Esc", NULL, N_("back"), N_("back to the return; what was typed again waits there"),
     WHEN_AT_REST, leave},
    {0}};

static void free_screen(void **state)
{
    struct rekey_screen *screen = *state;
    grid_free(&screen->grid);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct rekey_screen *)state)->grid;
}

const struct screen_ops rekey_ops = {
    .name = "rekey",
    .actions = actions,
    .grid = grid_of,
    .about = N_("FROM THE SIGNED SHEET\n"
                "\n"
                "Take the signed sheet and type each figure of the quarter again as it stands "
                "there. What is stored is not shown meanwhile, so that it cannot lead the eye. "
                "Best typed by somebody who has not filled in the return.\n"
                "\n"
                "The list then shows what differs: another figure, not typed again, or the same "
                "written otherwise. 5 and 05, or 40%(44) and 40% (44), mean the same. No figure is "
                "changed here; the journal notes who compared, and how many differed."),
    .draw = draw,
    .free = free_screen,
};

static void say_last(const struct rekey_screen *screen, struct desk *desk)
{
    struct rekey_note note;
    autostr day = STR_INIT;
    if (!app_last_rekey(screen->book, screen->rekey->quarter, &note))
        return;
    date_write(&day, note.day, i18n_digits());
    desk_say(desk, MESSAGE_INFO, _("Compared last by %s on %s: %s typed again, %s differed"),
             note.who, day.buf, SAY(note.typed), SAY(note.different));
}

void rekey_push(struct desk *desk, struct book *book, struct rekey *rekey,
                void (*jump)(void *data, struct desk *desk, const char *indicator, int quarter),
                void *data)
{
    struct rekey_screen *screen = mem_alloc(sizeof *screen);
    screen->book = book;
    screen->rekey = rekey;
    screen->jump = jump;
    screen->data = data;
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 0);
    set_columns(screen, 80);
    grid_set_rows(screen->grid, (int)book->plan->count);
    grid_select(screen->grid, 0, COLUMN_TYPED);
    desk_push(desk, &rekey_ops, screen);
    say_last(screen, desk);
}
