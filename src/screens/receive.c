// SPDX-License-Identifier: GPL-3.0-or-later
// Files that came from other offices: what each plan in them is beside what is here.
#include "receive.h"

#include "orjon/base/text.h"

#include <stdlib.h>
#include <string.h>

enum { COLUMN_PLAN, COLUMN_WHAT, COLUMN_REVISION, COLUMN_DIFFERS, COLUMN_TAKEN, PANE = 8 };

// --- the table ----------------------------------------------------------------------------------

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

// «কাজিপুর (1054), ২০২৩-২০২৪ ১ম ত্রৈমাসিক: q1.orjon»
static bool section(void *data, int row, struct str *ret)
{
    const struct receive_screen *screen = data;
    const struct receive_file *file = &screen->file[screen->row[row].file];
    if (screen->row[row].arrival != FILE_HEAD)
        return false;
    if (file->review)
        str_addf(ret, "%s: ", _("Review of the office above"));
    else if (file->parcel.fiscal_year) {
        str_addf(ret, "%s (", file->parcel.name);
        text_digits(ret, file->parcel.code, strlen(file->parcel.code), i18n_digits());
        str_add(ret, "), ");
        period_write_year(ret, file->parcel.fiscal_year, i18n_digits());
        str_add_char(ret, ' ');
        period_say_quarter(ret, file->parcel.quarter);
        str_add(ret, ": ");
    }
    str_add(ret, base_name(file->path));
    return true;
}

static void whole_cell(const struct receive_file *file, int col, struct grid_cell *ret)
{
    if (col == COLUMN_PLAN) {
        str_add(&ret->text, file->err.status ? receive_why(file) : file->talk.buf);
        ret->style = file->err.status ? STYLE_ERROR : STYLE_PLAIN;
    } else if (col == COLUMN_WHAT) {
        str_add(&ret->text, file->parcel.digits ? _("key not known")
                            : file->err.status  ? _("refused")
                            : file->new_review  ? tr(arrival_name(ARRIVAL_NEW))
                                                : tr(arrival_name(ARRIVAL_SAME)));
        ret->style = file->err.status ? STYLE_ERROR : STYLE_GOOD;
    }
}

static enum style arrival_style(enum arrival arrival)
{
    return arrival_is_welcome(arrival)  ? STYLE_GOOD
           : arrival == ARRIVAL_SAME    ? STYLE_DIM
           : arrival == ARRIVAL_MISREAD ? STYLE_ERROR
                                        : STYLE_WARNING;
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct receive_screen *screen = data;
    const struct receive_row *line = &screen->row[row];
    const struct receive_file *file = &screen->file[line->file];
    if (line->arrival == FILE_WHOLE) {
        whole_cell(file, col, ret);
        return;
    }
    const struct app_arrival *arrival = &file->parcel.arrival[line->arrival];
    switch (col) {
    case COLUMN_PLAN:
        str_add(&ret->text, arrival->title);
        return;
    case COLUMN_WHAT:
        str_add(&ret->text, tr(arrival_name(arrival->arrival)));
        ret->style = arrival_style(arrival->arrival);
        return;
    case COLUMN_REVISION:
        str_add(&ret->text, SAY(arrival->revision));
        return;
    case COLUMN_DIFFERS:
        if (arrival->differences)
            str_add(&ret->text, SAY(arrival->differences));
        if (arrival->changed.rows || arrival->changed.targets || arrival->other_rows)
            str_add(&ret->text, " !");
        return;
    default:
        if (file->taken[line->arrival])
            str_addf(&ret->text, "✓ %s", _("taken in"));
        ret->style = STYLE_GOOD;
    }
}

static const struct grid_ops grid_ops = {.cell = cell, .section = section};

static void set_columns(struct receive_screen *screen, int width)
{
    const int what = width > 100 ? 36 : width > 72 ? 24 : 14, revision = 8, differs = 7, taken = 10;
    screen->column[COLUMN_PLAN] = (struct grid_column){
        .heading = _("Plan"), .columns = width - what - revision - differs - taken - 4};
    screen->column[COLUMN_WHAT] = (struct grid_column){.heading = _("What it is"), .columns = what};
    screen->column[COLUMN_REVISION] =
        (struct grid_column){.heading = _("Revision"), .columns = revision, .align = ALIGN_RIGHT};
    screen->column[COLUMN_DIFFERS] =
        (struct grid_column){.heading = _("differs"), .columns = differs, .align = ALIGN_RIGHT};
    screen->column[COLUMN_TAKEN] = (struct grid_column){.heading = "", .columns = taken};
    grid_set_columns(screen->grid, screen->column, RECEIVE_COLUMNS, 0);
}

static void say_counts(const struct receive_screen *screen, struct str *ret)
{
    size_t welcome = 0, held = 0, refused = 0;
    for (size_t i = 0; i < screen->files; i++) {
        const struct receive_file *file = &screen->file[i];
        refused += file->err.status != STATUS_OK;
        welcome += file->new_review;
        for (size_t a = 0; file->opened && a < file->parcel.arrivals; a++) {
            const enum arrival arrival = file->parcel.arrival[a].arrival;
            welcome += arrival_is_welcome(arrival);
            held += !arrival_is_welcome(arrival) && arrival != ARRIVAL_SAME;
        }
    }
    str_addf(ret, _("files: %s; to be taken in: %s, held back: %s, refused: %s"),
             SAY(screen->files), SAY(welcome), SAY(held), SAY(refused));
}

static void draw(void *state, struct canvas *canvas)
{
    struct receive_screen *screen = state;
    const struct office *office = app_office(screen->app);
    const int pane = canvas->rows > 12 + PANE ? PANE : 5;
    autostr counts = STR_INIT;
    title_draw(canvas, screen->app, _("Files that came"), office->fiscal_year, 0);
    say_counts(screen, &counts);
    canvas_text(canvas, 1, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, counts.buf, counts.len);
    set_columns(screen, canvas->cols);
    receive_draw_pane(screen, canvas, canvas->rows - pane, pane);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - pane - 2, canvas->cols);
}

// --- the screen ---------------------------------------------------------------------------------

static struct grid *grid_of(const void *state)
{
    return ((const struct receive_screen *)state)->grid;
}

static enum screen_mode mode(const void *state)
{
    const struct receive_screen *screen = state;
    return table_mode(screen->grid, screen->app);
}

static void look_anew(void *state, struct desk *desk)
{
    (void)desk;
    receive_look(state);
}

static void seen(const void *state, struct str *ret)
{
    const struct receive_screen *screen = state;
    const struct receive_row *row = receive_marked(screen);
    if (row && row->arrival >= 0) {
        const struct app_arrival *arrival = &screen->file[row->file].parcel.arrival[row->arrival];
        str_addf(ret, "%s %d %zu", arrival->plan, (int)arrival->arrival, arrival->differences);
    }
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct receive_screen *screen = state;
    return look_again(state, desk, key, screen->grid, screen->app, look_anew, seen);
}

// Files that are dropped on the window, or whose paths are pasted, are opened.
static bool take_key(void *state, struct desk *desk, const struct key *key)
{
    struct receive_screen *screen = state;
    struct err err = {0};
    if (key->code != K_PASTE || !(mode(screen) & WHEN_AT_REST))
        return grid_key(screen->grid, desk, key);
    if (receive_add_paths(screen, desk, key->paste, key->paste_len, &err))
        desk_fail(desk, &err);
    return true;
}

static void free_screen(void **state)
{
    struct receive_screen *screen = *state;
    for (size_t i = 0; i < screen->files; i++) {
        receive_close(&screen->file[i]);
        free(screen->file[i].path);
    }
    free(screen->file);
    free(screen->row);
    free(screen->digits);
    grid_free(&screen->grid);
    free(screen);
    *state = NULL;
}

const struct screen_ops receive_ops = {
    .name = "receive",
    .actions = receive_actions,
    .grid = grid_of,
    .about = N_("FILES THAT CAME\n"
                "\n"
                "What other offices have sent, from files and folders, a pen drive too. Each is "
                "verified by the key of its office, its figures are read anew and compared with "
                "what is here. New returns and newer revisions are taken in together, after a "
                "copy of the office file; what is older, a twin or of another year waits until "
                "you take that plan on purpose. A key that is not known becomes the office's when "
                "it reads its 20 digits over the telephone. A file dropped on the window is "
                "opened here. A review from the office above comes in here, too."),
    .mode = mode,
    .look = look,
    .draw = draw,
    .key = take_key,
    .free = free_screen,
};

// The first that is to be taken in; where there is none, the first of all.
static void select_first(struct receive_screen *screen)
{
    int row = 1;
    for (int r = screen->rows; r-- > 0;) {
        const struct receive_file *file = &screen->file[screen->row[r].file];
        const int arrival = screen->row[r].arrival;
        if (arrival >= 0 ? arrival_is_welcome(file->parcel.arrival[arrival].arrival)
                         : arrival == FILE_WHOLE && file->new_review)
            row = r;
    }
    grid_select(screen->grid, row, COLUMN_PLAN);
}

void receive_push(struct desk *desk, struct app *app, const char *path)
{
    struct receive_screen *screen = mem_alloc(sizeof *screen);
    struct err err = {0};
    *screen = (struct receive_screen){.app = app};
    screen->grid = grid_new(&grid_ops, screen, screen->column, 0, 0);
    set_columns(screen, 80);
    const enum status status = path ? receive_add(screen, desk, path, &err) : STATUS_OK;
    select_first(screen);
    desk_push(desk, &receive_ops, screen);
    if (status)
        desk_fail(desk, &err);
    else if (!path)
        receive_ask(screen, desk);
}
