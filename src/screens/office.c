// SPDX-License-Identifier: GPL-3.0-or-later
// Particulars of the office.
#include "orjon/base/refusal.h"
#include "orjon/tui/form.h"
#include "words_undo.h"

#include <string.h>

struct office_screen {
    struct app *app;
    struct form *form;
    struct form_field field[OFFICE_FIELDS];
    struct words_undo undo;
};

static void value(void *data, int field, struct str *ret)
{
    const struct office_screen *screen = data;
    app_say_particular((enum office_field)field, app_office(screen->app)->field[field], ret);
}

// What was seen in the field is what gives way.
static enum status accept(void *data, int field, const char *text, struct err *err)
{
    struct office_screen *screen = data;
    autostr seen = STR_INIT;
    str_add(&seen, app_office(screen->app)->field[field]);
    app_changed_elsewhere(screen->app);
    const char *now = app_office(screen->app)->field[field];
    if (strcmp(seen.buf, now) != 0)
        return refuse_changed(office_label((enum office_field)field), now, err);
    return app_set_office(screen->app, (enum office_field)field, text, err);
}

static void draw(void *state, struct canvas *canvas)
{
    struct office_screen *screen = state;
    const struct office *office = app_office(screen->app);
    for (int i = 0; i < OFFICE_FIELDS; i++) {
        screen->field[i].label = office_label((enum office_field)i);
        screen->field[i].hint = office_hint((enum office_field)i);
    }
    title_draw(canvas, screen->app, _("Particulars of the office"), office->fiscal_year,
               office->quarter);
    form_draw(screen->form, canvas, 2, 1, canvas->rows - 2, canvas->cols - 2);
}

static void all_fields(const struct app *app, struct str *ret)
{
    for (int i = 0; i < OFFICE_FIELDS; i++)
        str_addf(ret, "%s\n", app_office(app)->field[i]);
}

static bool types(const struct key *key)
{
    return key->code == K_TEXT || key->code == K_PASTE || key->code == K_DELETE ||
           key->code == K_BACKSPACE;
}

// What is typed is compared when it is saved.
static bool look(void *state, struct desk *desk, const struct key *key)
{
    const struct office_screen *screen = state;
    autostr before = STR_INIT, now = STR_INIT;
    struct err err = {0};
    if (form_editing(screen->form) || types(key))
        return true;
    all_fields(screen->app, &before);
    app_changed_elsewhere(screen->app);
    all_fields(screen->app, &now);
    if (strcmp(before.buf, now.buf) == 0)
        return true;
    refuse_changed(_("What stands here"), NULL, &err);
    desk_fail(desk, &err);
    return false;
}

static void undo(void *state, struct desk *desk, const struct key *key)
{
    struct office_screen *screen = state;
    const bool redo = key_is_ctrl(key, 'y');
    if (redo || !form_bring_back(screen->form))
        words_undo_run(desk, &screen->undo, redo);
}

static void change(void *state, struct desk *desk, const struct key *key)
{
    form_key(((struct office_screen *)state)->form, desk, key);
}

static enum screen_mode mode(const void *state)
{
    const struct office_screen *screen = state;
    if (form_editing(screen->form))
        return MODE_TYPING;
    if (app_is_read_only(screen->app))
        return MODE_READ_ONLY;
    return *app_office(screen->app)->field[form_focus(screen->form)] ? MODE_FILLED : MODE_EMPTY;
}

static bool settle(void *state, struct desk *desk)
{
    (void)desk; // the form itself says why it was refused
    return form_commit(((struct office_screen *)state)->form, NULL) == STATUS_OK;
}

static bool key(void *state, struct desk *desk, const struct key *key)
{
    struct office_screen *screen = state;
    if (types(key) && mode(screen) == MODE_READ_ONLY) {
        desk_refuse(desk);
        return true;
    }
    return form_key(screen->form, desk, key) != FORM_IGNORED;
}

static const struct action actions[] = {
    {"F2", NULL, N_("change"), N_("change what stands there"), WHEN_OPEN, change},
    {"C-z", NULL, N_("undo"), N_("undo the last change, also of an earlier day"), WHEN_OPEN, undo},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), WHEN_OPEN, undo},
    {0}};

static void commit(void *state)
{
    struct office_screen *screen = state;
    form_commit(screen->form, NULL);
}

static void free_screen(void **state)
{
    struct office_screen *screen = *state;
    form_free(&screen->form);
    words_undo_done(&screen->undo);
    free(screen);
    *state = NULL;
}

const struct screen_ops office_ops = {
    .name = "office",
    .actions = actions,
    .about = N_("THE OFFICE\n"
                "\n"
                "These particulars stand on every paper. Type and press Enter; it is saved at "
                "once.\n"
                "\n"
                "The fiscal year and quarter in hand decide which return opens first."),
    .mode = mode,
    .look = look,
    .settle = settle,
    .draw = draw,
    .key = key,
    .commit = commit,
    .free = free_screen,
};

void office_push(struct desk *desk, struct app *app)
{
    struct office_screen *screen = mem_alloc(sizeof *screen);
    screen->app = app;
    screen->undo = (struct words_undo){
        .app = app, .what = {.what = APP_UNDO_OFFICE}, .screen = screen, .asked = STR_INIT};
    for (int i = 0; i < OFFICE_FIELDS; i++)
        screen->field[i] = (struct form_field){
            .label = office_label((enum office_field)i), .value = value, .accept = accept};
    screen->form = form_new(screen->field, OFFICE_FIELDS, screen);
    desk_push(desk, &office_ops, screen);
    form_keep(screen->form, desk, office_ops.name);
}
