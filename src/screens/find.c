// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a text in all plans, years and records: asks for it and lists where it stands. The list
// stays while one place after the other is opened.
#include "orjon/app/find.h"

#include "orjon/base/text.h"
#include "record_screens.h"

#include <stdlib.h>
#include <string.h>

enum { PLACES_MAX = 500 }; // more of them nobody looks through
enum { COLUMN_YEAR, COLUMN_WHERE, COLUMN_TEXT, COLUMNS };

struct place {
    int fiscal_year, quarter;
    const char *plan, *code; // plan NULL: a record
    enum record_kind kind;
    int64_t record;
    const char *text[COLUMNS]; // as it is listed
};

struct places {
    struct place place[PLACES_MAX];
    int count;
    size_t all; // with those that are not listed
    struct arena texts;
};

struct found_screen {
    struct app *app;
    struct str wanted;
    struct places *places;
    struct grid *grid;
    struct grid_column column[COLUMNS];
};

// --- looking ------------------------------------------------------------------------------------

static const char *keep(struct places *places, const struct str *text)
{
    return arena_text(&places->texts, text->buf, text->len);
}

// «ই-গভর্ন্যান্স ৫.১.১, ১ম»; a record by its kind.
static const char *keep_where(struct places *places, const struct app_found *found)
{
    autostr text = STR_INIT;
    if (!found->plan)
        return arena_text(&places->texts, found->where, strlen(found->where));
    str_addf(&text, "%s ", found->plan->short_name);
    text_digits(&text, found->code, strlen(found->code), i18n_digits());
    if (found->quarter) {
        str_add(&text, ", ");
        period_say_quarter_short(&text, found->quarter);
    }
    return keep(places, &text);
}

static enum status take(void *data, const struct app_found *found)
{
    struct places *places = data;
    autostr year = STR_INIT, text = STR_INIT;
    if (places->count == PLACES_MAX)
        return STATUS_OK; // goes on counting
    if (found->fiscal_year)
        period_write_year(&year, found->fiscal_year, i18n_digits());
    if (found->plan)
        str_addf(&text, "%s: ", found->where);
    text_clean(found->text, strlen(found->text), &text, NULL); // of many lines one
    struct place *place = &places->place[places->count++];
    *place = (struct place){.fiscal_year = found->fiscal_year,
                            .quarter = found->quarter,
                            .code = arena_text(&places->texts, found->code, strlen(found->code)),
                            .kind = found->kind,
                            .record = found->record};
    if (found->plan)
        place->plan = arena_text(&places->texts, found->plan->name, strlen(found->plan->name));
    place->text[COLUMN_YEAR] = keep(places, &year);
    place->text[COLUMN_WHERE] = keep_where(places, found);
    place->text[COLUMN_TEXT] = keep(places, &text);
    return STATUS_OK;
}

static void let_go(struct places **p)
{
    if (*p)
        arena_done(&(*p)->texts);
    free(*p);
    *p = NULL;
}

static enum status load(void *state, struct err *err)
{
    struct found_screen *screen = state;
    struct places *fresh = mem_alloc(sizeof *fresh);
    const enum status status =
        app_find(screen->app, screen->wanted.buf, take, fresh, &fresh->all, err);
    if (status) {
        let_go(&fresh);
        return status;
    }
    let_go(&screen->places);
    screen->places = fresh;
    grid_set_rows(screen->grid, fresh->count);
    return STATUS_OK;
}

// --- the list -----------------------------------------------------------------------------------

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    str_add(&ret->text, ((const struct found_screen *)data)->places->place[row].text[col]);
}

static const struct grid_ops grid_ops = {.cell = cell};

static void set_columns(struct found_screen *screen, int width)
{
    enum { YEAR = 11 };
    const int where = width / 4 < 30 ? width / 4 : 30;
    screen->column[COLUMN_YEAR] =
        (struct grid_column){.heading = _("Fiscal year"), .columns = YEAR};
    screen->column[COLUMN_WHERE] = (struct grid_column){.heading = _("Where"), .columns = where};
    screen->column[COLUMN_TEXT] =
        (struct grid_column){.heading = _("Text"), .columns = width - YEAR - 1 - where - 1};
    grid_set_columns(screen->grid, screen->column, COLUMNS, 0);
}

static void draw_count(const struct found_screen *screen, struct canvas *canvas)
{
    const struct places *places = screen->places;
    const bool all = places->all == (size_t)places->count;
    autostr text = STR_INIT;
    if (all)
        str_addf(&text, tr_count("%s place", "%s places", (int64_t)places->all), SAY(places->all));
    else
        str_addf(&text, _("the first %s of %s places; a longer text is found in fewer"),
                 SAY(places->count), SAY(places->all));
    canvas_text(canvas, 1, 1, canvas->cols - 2, all ? STYLE_DIM : STYLE_WARNING, ALIGN_LEFT,
                text.buf, text.len);
}

static void draw(void *state, struct canvas *canvas)
{
    struct found_screen *screen = state;
    autostr title = STR_INIT;
    str_addf(&title, _("Find: %s"), screen->wanted.buf);
    title_draw(canvas, screen->app, title.buf, app_office(screen->app)->fiscal_year, 0);
    draw_count(screen, canvas);
    set_columns(screen, canvas->cols);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - 2, canvas->cols);
}

static void open_place(void *state, struct desk *desk, const struct key *key)
{
    const struct found_screen *screen = state;
    const int row = grid_row(screen->grid);
    struct err err = {0};
    (void)key;
    if (row < 0)
        return;
    const struct place *place = &screen->places->place[row];
    if (!place->plan)
        record_form_push(desk, screen->app, place->kind, place->record);
    else if (return_push(desk, screen->app, place->fiscal_year, place->plan, place->quarter,
                         place->code, &err))
        desk_fail(desk, &err);
}

static const struct action actions[] = {{"Enter", NULL, N_("open"),
                                         N_("open the place: Esc there comes back here"),
                                         WHEN_AT_REST | WHEN_SETTLED, open_place},
                                        {"F3 C-f", NULL, N_("find"), N_("find in the list"),
                                         WHEN_AT_REST | WHEN_SETTLED | MODE_FINDING, screen_find},
                                        {0}};

static void free_screen(void **state)
{
    struct found_screen *screen = *state;
    grid_free(&screen->grid);
    let_go(&screen->places);
    str_done(&screen->wanted);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct found_screen *)state)->grid;
}

const struct screen_ops found_ops = {
    .name = "found",
    .actions = actions,
    .grid = grid_of,
    .about = N_("WHAT WAS FOUND\n"
                "\n"
                "Each line is a place that has the text: of which year, in which plan and "
                "indicator or in which kind of record. Capitals, digits and letters that sound "
                "alike make no difference."),
    .draw = draw,
    .load = load,
    .free = free_screen,
};

// --- asking -------------------------------------------------------------------------------------

static void list(void *data, struct desk *desk, const char *text)
{
    struct found_screen *screen = mem_alloc(sizeof *screen);
    void *state = screen;
    struct err err = {0};
    screen->app = data;
    screen->wanted = STR_INIT;
    str_add(&screen->wanted, text);
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 0);
    set_columns(screen, 80);
    const enum status status = load(screen, &err);
    if (!status && screen->places->count) {
        desk_push(desk, &found_ops, screen);
        return;
    }
    free_screen(&state);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_WARNING, _("Not found: %s"), text);
}

static enum status accept(void *data, const char *text, struct err *err)
{
    (void)data;
    return *text ? STATUS_OK : err_set(err, STATUS_INVALID, "%s", _("Nothing was typed"));
}

void find_ask(struct desk *desk, struct app *app)
{
    const struct dialog_prompt prompt = {
        .title = _("Find in all years"),
        .label = _("Text"),
        .hint = _("Indicators, remarks, evidence, meetings, decisions and memos of every year"),
        .preset = "",
        .accept = accept,
        .done = list,
        .data = app,
    };
    dialog_prompt(desk, &prompt);
}
