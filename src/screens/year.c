// SPDX-License-Identifier: GPL-3.0-or-later
// The year's change: each target of the new year beside last year's and what came of it.
#include "year.h"

#include "orjon/app/plans.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *keep(struct year_screen *screen, const struct str *text)
{
    return arena_text(&screen->texts, text->buf, text->len);
}

static const char *keep_target(struct year_screen *screen, const struct indicator *indicator)
{
    autostr text = STR_INIT;
    if (indicator)
        target_write(&text, indicator, &indicator->grade[0], user_style());
    return keep(screen, &text);
}

static const char *keep_result(struct year_screen *screen, const struct year_row *year)
{
    autostr text = STR_INIT;
    if (year->last)
        say_total(&text, year->last, year->score, year->decimals);
    return keep(screen, &text);
}

static const char *keep_text(struct year_screen *screen, const char *s)
{
    return arena_text(&screen->texts, s, strlen(s));
}

static void add_line(struct year_screen *screen, const struct year_line *line)
{
    screen->row =
        arena_grow(&screen->texts, screen->row, screen->rows, &screen->cap, sizeof *screen->row);
    screen->row[screen->rows++] = *line;
}

static void add_row(void *data, const struct year_row *year)
{
    struct year_screen *screen = data;
    const struct plan *plan = year->plan;
    const struct year_line *before = screen->rows ? &screen->row[screen->rows - 1] : NULL;
    struct year_line line = {.head = true};
    screen->begun |= year->last != NULL;
    if (before && strcmp(before->plan, plan->name) == 0) {
        line = *before;
    } else {
        line.plan = keep_text(screen, plan->name);
        line.title = keep_text(screen, plan->title);
        line.short_name = keep_text(screen, plan->short_name);
        add_line(screen, &line);
    }
    add_line(screen,
             &(struct year_line){.plan = line.plan,
                                 .title = line.title,
                                 .short_name = line.short_name,
                                 .target = keep_text(screen, year->target),
                                 .text = {[YEAR_CODE] = keep_text(screen, year->indicator->code),
                                          [YEAR_TEXT] = keep_text(screen, year->indicator->text),
                                          [YEAR_LAST_TARGET] = keep_target(screen, year->last),
                                          [YEAR_RESULT] = keep_result(screen, year),
                                          [YEAR_TARGET] = keep_target(screen, year->indicator),
                                          [YEAR_NOTE] = keep_text(screen, year->note)}});
}

static void forget(struct year_screen *screen)
{
    screen->row = NULL;
    screen->rows = screen->cap = 0;
    screen->begun = false;
    arena_done(&screen->texts);
}

static enum status compare(struct year_screen *screen, int year, struct err *err)
{
    forget(screen);
    screen->year = year;
    screen->done = true;
    return app_compare_years(screen->app, year, add_row, screen, err);
}

// What would be carried on; where the next year has all of it, that year.
static enum status look_ahead(struct year_screen *screen, struct err *err)
{
    forget(screen);
    year_change_done(&screen->change);
    enum status status = app_next_year(screen->app, 0, true, add_row, screen, &screen->change, err);
    screen->year = screen->change.to;
    screen->done = false;
    return status == STATUS_EXISTS ? compare(screen, screen->change.to, err) : status;
}

void year_show(struct year_screen *screen, struct desk *desk, bool ahead)
{
    struct err err = {0};
    if (ahead ? look_ahead(screen, &err) : compare(screen, screen->year, &err))
        desk_fail(desk, &err);
    grid_set_rows(screen->grid, (int)screen->rows);
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct year_screen *screen = data;
    const char *text = screen->row[row].text[col];
    if (col == YEAR_CODE)
        text_digits(&ret->text, text, strlen(text), i18n_digits());
    else
        str_add(&ret->text, text);
    ret->editable = col == YEAR_TARGET && screen->done && !app_is_read_only(screen->app) &&
                    screen->year > app_office(screen->app)->closed_year;
    ret->style = ret->editable ? STYLE_FIELD : STYLE_PLAIN;
}

static bool section(void *data, int row, struct str *ret)
{
    const struct year_screen *screen = data;
    const struct year_line *line = &screen->row[row];
    enum { MORE = 2 }; // «↓» behind it
    const bool room = text_columns(line->title, strlen(line->title)) <= screen->width - MORE;
    if (line->head)
        str_add(ret, room ? line->title : line->short_name);
    return line->head;
}

// Of a plan, by either name, all rows.
static bool matches(void *data, int row, const char *sought)
{
    const struct year_line *line = &((const struct year_screen *)data)->row[row];
    bool found = text_has(line->title, sought) || text_has(line->short_name, sought);
    for (int c = 0; c < YEAR_COLUMNS && !found; c++)
        found = text_has(line->text[c], sought);
    return found;
}

static void source(void *data, int row, int col, struct str *ret)
{
    (void)col;
    str_add(ret, ((const struct year_screen *)data)->row[row].target);
}

// The line of an indicator, wherever it stands by now; NULL when it is gone.
static const struct year_line *mark(struct year_screen *screen, const char *plan, const char *code)
{
    grid_set_rows(screen->grid, (int)screen->rows);
    for (size_t i = 0; i < screen->rows; i++) {
        const struct year_line *line = &screen->row[i];
        if (line->head || strcmp(line->plan, plan) != 0 || strcmp(line->text[YEAR_CODE], code) != 0)
            continue;
        grid_select(screen->grid, (int)i, grid_col(screen->grid));
        return line;
    }
    return NULL;
}

// What was seen in the cell is what gives way.
static enum status accept(void *data, struct desk *desk, int row, int col, const char *text,
                          struct err *err)
{
    struct year_screen *screen = data;
    const struct year_line *line = &screen->row[row];
    autostr word = STR_INIT, plan = STR_INIT, code = STR_INIT, before = STR_INIT;
    enum status status = STATUS_OK;
    str_addf(&word, "target=%s", text);
    str_add(&plan, line->plan);
    str_add(&code, line->text[YEAR_CODE]);
    str_add(&before, line->text[col]);
    if (app_changed_elsewhere(screen->app)) {
        status = compare(screen, screen->year, err);
        line = mark(screen, plan.buf, code.buf);
        if (!status && !line)
            status = refuse_changed(_("The plan"), NULL, err);
        else if (!status && strcmp(before.buf, line->text[col]) != 0)
            status = refuse_changed(_("Target"), line->text[col], err);
    }
    const struct app_row at = {.fiscal_year = screen->year, .plan = plan.buf, .code = code.buf};
    if (!status)
        status = app_change_target(screen->app, &at, &word.buf, 1, err);
    if (!status)
        status = compare(screen, screen->year, err);
    if (status)
        return status;
    line = mark(screen, plan.buf, code.buf);
    str_addf(&code, " %s", _("Target"));
    if (desk)
        say_replaced(desk, code.buf, before.buf, line ? line->text[col] : text);
    return STATUS_OK;
}

static const struct grid_ops grid_ops = {
    .cell = cell, .section = section, .source = source, .accept = accept, .matches = matches};

static enum screen_mode mode(const void *state)
{
    const struct year_screen *screen = state;
    return table_mode(screen->grid, screen->app);
}

static void refuse(void *state, struct desk *desk)
{
    const struct year_screen *screen = state;
    if (screen->done)
        desk_say(desk, MESSAGE_ERROR, "%s", _("Only the target can be changed here"));
    else
        desk_say(desk, MESSAGE_ERROR, "%s", _("Nothing is carried on yet; F9 does it"));
}

static void resume(void *state, struct desk *desk)
{
    struct year_screen *screen = state;
    year_show(screen, desk, !screen->done);
}

static void seen(const void *state, struct str *ret)
{
    const struct year_screen *screen = state;
    const int row = grid_row(screen->grid);
    if (row < 0 || (size_t)row >= screen->rows)
        return;
    const struct year_line *line = &screen->row[row];
    str_addf(ret, "%d\n%s\n%s\n%s", screen->year, line->plan, line->text[YEAR_CODE],
             line->text[YEAR_TARGET]);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct year_screen *screen = state;
    return look_again(state, desk, key, screen->grid, screen->app, resume, seen);
}

static void free_screen(void **state)
{
    struct year_screen *screen = *state;
    grid_free(&screen->grid);
    year_change_done(&screen->change);
    arena_done(&screen->texts);
    words_undo_done(&screen->undo);
    free(screen);
    *state = NULL;
}

static struct grid *grid_of(const void *state)
{
    return ((const struct year_screen *)state)->grid;
}

const struct screen_ops year_ops = {
    .name = "year",
    .actions = year_actions,
    .grid = grid_of,
    .about = N_("THE YEAR'S CHANGE\n"
                "\n"
                "Each target of the new year beside last year's and what came of it. Dates have "
                "gone on by a year; numbers are to be decided. Once the plans are carried on, type "
                "the new target and press Enter. Figures do not go along; the old year stays "
                "readable, and is closed."),
    .mode = mode,
    .look = look,
    .refuse = refuse,
    .draw = year_draw,
    .resume = resume,
    .free = free_screen,
};

// A year that has just begun is looked at itself: its targets are still being decided.
void year_push(struct desk *desk, struct app *app)
{
    struct year_screen *screen = mem_alloc(sizeof *screen);
    void *state = screen;
    struct err err = {0};
    screen->app = app;
    screen->change.kept = (struct str)STR_INIT;
    screen->undo = (struct words_undo){.app = app,
                                       .what = {.what = APP_UNDO_TARGETS},
                                       .show = resume,
                                       .screen = screen,
                                       .asked = STR_INIT};
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 0);
    year_set_columns(screen, 80);
    enum status status = STATUS_OK;
    if (app_office(app)->quarter == 1)
        status = compare(screen, app_office(app)->fiscal_year, &err);
    if (status == STATUS_OK && !screen->begun)
        status = look_ahead(screen, &err);
    if (status) {
        free_screen(&state);
        desk_fail(desk, &err);
        return;
    }
    grid_set_rows(screen->grid, (int)screen->rows);
    grid_select(screen->grid, 0, YEAR_TARGET);
    desk_push(desk, &year_ops, screen);
}
