// SPDX-License-Identifier: GPL-3.0-or-later
// The offices below, each behind the one it stands under.
#include "offices.h"

#include "orjon/base/text.h"

#include <string.h>

enum { CODE, NAME, LEVEL, CONTACT, PHONE, KEY };
enum { CODE_LEAST = 5, CODE_MOST = 12, NAME_LEAST = 36, CONTACT_LEAST = 14, CONTACT_MOST = 24 };

// --- what is shown ------------------------------------------------------------------------------

void offices_choose_rows(struct offices_screen *screen)
{
    const struct tree *tree = &screen->offices.tree;
    screen->row = mem_resize(screen->row, tree->count + 1, sizeof *screen->row);
    screen->rows = 0;
    for (size_t o = 0; o < tree->count; o++)
        if (screen->all || tree->office[o].open)
            screen->row[screen->rows++] = o;
    grid_set_rows(screen->grid, screen->rows);
}

static enum status load(struct offices_screen *screen, struct err *err)
{
    struct app_offices fresh = {0};
    enum status status = app_load_offices(screen->app, app_today(screen->app), &fresh, err);
    if (status) {
        app_offices_done(&fresh);
        return status;
    }
    app_offices_done(&screen->offices);
    screen->offices = fresh;
    screen->code = CODE_LEAST;
    for (size_t o = 0; o < fresh.tree.count && screen->code < CODE_MOST; o++) {
        const char *code = fresh.tree.office[o].code;
        const int own = text_columns(code, strlen(code));
        screen->code = own > CODE_MOST ? CODE_MOST : own > screen->code ? own : screen->code;
    }
    screen->newest = fresh.units.count ? fresh.units.record[fresh.units.count - 1].id : 0;
    offices_choose_rows(screen);
    return STATUS_OK;
}

const struct tree_office *offices_marked(const struct offices_screen *screen)
{
    const int row = grid_row(screen->grid);
    return row < 0 || row >= screen->rows ? NULL : &screen->offices.tree.office[screen->row[row]];
}

void offices_mark(struct offices_screen *screen, int64_t office)
{
    for (int r = 0; r < screen->rows; r++)
        if (screen->offices.tree.office[screen->row[r]].unit->id == office)
            grid_select(screen->grid, r, grid_col(screen->grid));
}

// What was marked stays marked; one that has come since is.
void offices_resume(void *state, struct desk *desk)
{
    struct offices_screen *screen = state;
    const struct tree_office *marked = offices_marked(screen);
    const int64_t before = screen->newest, id = marked ? marked->unit->id : 0;
    struct err err = {0};
    if (load(screen, &err))
        desk_fail(desk, &err);
    offices_mark(screen, screen->newest > before ? screen->newest : id);
}

// --- the picture --------------------------------------------------------------------------------

static void cell(void *data, int row, int column, struct grid_cell *ret)
{
    const struct offices_screen *screen = data;
    const int col = screen->told[column];
    const struct tree_office *office = &screen->offices.tree.office[screen->row[row]];
    const char *const *text = office->unit->text;
    if (col == CODE)
        text_digits(&ret->text, office->code, strlen(office->code), i18n_digits());
    else if (col == NAME)
        str_add_repeat(&ret->text, "  ", (size_t)office->depth);
    if (col == KEY)
        str_add(&ret->text,
                app_signs(&screen->offices, office->unit->id, app_today(screen->app)) ? "✓" : "–");
    else if (col != CODE)
        str_add(&ret->text, col == NAME      ? office->name
                            : col == LEVEL   ? office_level_name(i18n_language(), office->level)
                            : col == CONTACT ? text[UNIT_CONTACT]
                                             : text[UNIT_PHONE]);
    ret->style = office->open ? STYLE_PLAIN : STYLE_DIM;
}

static bool matches(void *data, int row, const char *sought)
{
    const struct offices_screen *screen = data;
    return tree_matches(&screen->offices.tree.office[screen->row[row]], sought);
}

const struct grid_ops offices_grid = {.cell = cell, .matches = matches};

// Names of people get half of what names of offices can spare; returns how much.
static int widen_contact(struct grid_column *contact, int left)
{
    const int half = left > NAME_LEAST ? (left - NAME_LEAST) / 2 : 0;
    const int more = half < CONTACT_MOST - CONTACT_LEAST ? half : CONTACT_MOST - CONTACT_LEAST;
    contact->columns += more;
    return more;
}

// What is left for the name beside so many of the columns.
static int lay_columns(struct offices_screen *screen, int width, unsigned left_out)
{
    const struct grid_column fixed[OFFICES_COLUMNS] = {
        [CODE] = {N_("Code"), NULL, 0, ALIGN_LEFT},
        [NAME] = {N_("Office"), NULL, 0, ALIGN_LEFT},
        [LEVEL] = {N_("Level"), NULL, 10, ALIGN_LEFT},
        [CONTACT] = {N_("Contact"), NULL, CONTACT_LEAST, ALIGN_LEFT},
        [PHONE] = {N_("Telephone"), NULL, 12, ALIGN_LEFT},
        [KEY] = {N_("Key"), NULL, 4, ALIGN_CENTRE},
    };
    int left = width + 1, count = 0;
    for (int c = 0; c < OFFICES_COLUMNS; c++) {
        if (left_out & 1U << c)
            continue;
        screen->told[count] = c;
        screen->column[count] = fixed[c];
        screen->column[count].heading = tr(fixed[c].heading);
        if (c == CODE)
            screen->column[count].columns = screen->code;
        left -= screen->column[count++].columns + 1;
    }
    for (int c = 0; c < count; c++)
        if (screen->told[c] == CONTACT)
            left -= widen_contact(&screen->column[c], left);
    screen->column[NAME].columns = left;
    grid_set_columns(screen->grid, screen->column, count, 2);
    return left;
}

// By its name one office is known from the other: whom to ask there and the level give way to it.
static void set_columns(struct offices_screen *screen, int width)
{
    if (lay_columns(screen, width, 0) < NAME_LEAST &&
        lay_columns(screen, width, 1U << CONTACT) < NAME_LEAST)
        lay_columns(screen, width, 1U << CONTACT | 1U << LEVEL);
}

static void draw(void *state, struct canvas *canvas)
{
    struct offices_screen *screen = state;
    autostr title = STR_INIT;
    str_addf(&title, screen->all ? _("Offices: %s, with those that are closed") : _("Offices: %s"),
             SAY(screen->rows));
    title_draw(canvas, screen->app, title.buf, app_office(screen->app)->fiscal_year, 0);
    set_columns(screen, canvas->cols);
    grid_draw(screen->grid, canvas, 1, 0, canvas->rows - 1, canvas->cols);
    if (screen->rows)
        return;
    const char *text = _("No office stands below this one yet. Ins begins the first one; orjon "
                         "import offices takes in a table of them.");
    canvas_wrapped(canvas, 4, 1, 3, canvas->cols - 2, STYLE_DIM, text, strlen(text));
}

// --- the screen ---------------------------------------------------------------------------------

static void seen(const void *state, struct str *ret)
{
    const struct tree_office *office = offices_marked(state);
    if (!office)
        return;
    str_addf(ret, "%s\n%s\n%s\n%d\n", office->code, office->name, office->level, office->open);
    for (int f = 0; f < UNIT_FIELD_COUNT; f++)
        str_addf(ret, "%s\n", office->unit->text[f]);
}

static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct offices_screen *screen = state;
    return look_again(state, desk, key, screen->grid, screen->app, offices_resume, seen);
}

static enum screen_mode mode(const void *state)
{
    const struct offices_screen *screen = state;
    return table_mode(screen->grid, screen->app);
}

// A letter begins to find.
static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct offices_screen *screen = state;
    if (key->code == K_TEXT && grid_mode(screen->grid) == MODE_LOOKING && screen->rows)
        grid_start_find(screen->grid, desk);
    return grid_key(screen->grid, desk, key);
}

static struct grid *grid_of(const void *state)
{
    return ((const struct offices_screen *)state)->grid;
}

static void free_screen(void **state)
{
    struct offices_screen *screen = *state;
    grid_free(&screen->grid);
    app_offices_done(&screen->offices);
    free(screen->row);
    free(screen->file);
    free(screen->digits);
    free(screen->day);
    free(screen);
    *state = NULL;
}

const struct screen_ops offices_ops = {
    .name = "offices",
    .actions = offices_actions,
    .grid = grid_of,
    .about = N_("OFFICES\n"
                "\n"
                "The offices below as they are today, each behind the one it stands under. What is "
                "typed is looked for among codes, names and levels. Enter opens the record of an "
                "office: what stands there is what it ever was. A new name or place that holds "
                "from a day on is entered with F5, so that earlier quarters keep what was then; "
                "one that names the office itself as the one above stands directly under this "
                "one.\n"
                "\n"
                "The last column says whether the key with which an office signs is known here. F7 "
                "takes it out of a file that the office has signed, once the 20 digits are those "
                "that it reads out over the telephone."),
    .mode = mode,
    .look = look,
    .draw = draw,
    .key = key,
    .resume = offices_resume,
    .free = free_screen,
};

void offices_push(struct desk *desk, struct app *app)
{
    struct offices_screen *screen = mem_alloc(sizeof *screen);
    struct err err = {0};
    screen->app = app;
    screen->grid = grid_new(&offices_grid, screen, screen->column, 0, 0);
    set_columns(screen, 80);
    if (load(screen, &err)) {
        void *state = screen;
        free_screen(&state);
        desk_fail(desk, &err);
        return;
    }
    grid_select(screen->grid, 0, NAME);
    desk_push(desk, &offices_ops, screen);
}
