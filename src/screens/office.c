// SPDX-License-Identifier: GPL-3.0-or-later
// Particulars of the office.
#include "private.h"

#include "orjon/app/undo.h"
#include "orjon/tui/form.h"
#include "orjon/tui/key.h"

#include <string.h>

struct office_screen {
    struct app *app;
    struct form *form;
    struct form_field field[OFFICE_FIELDS];
};

static void value(void *data, int field, struct str *ret)
{
    const struct office_screen *screen = data;
    str_add(ret, app_office(screen->app)->field[field]);
}

static enum status accept(void *data, int field, const char *text, struct err *err)
{
    struct office_screen *screen = data;
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

static void say_undone(void *data, const struct undone *undone)
{
    const int field = office_field_from_key(undone->name);
    desk_say(data, MESSAGE_GOOD, "%s: «%s» → «%s»",
             field < 0 ? undone->name : office_label((enum office_field)field), undone->from,
             undone->to);
}

static void all_fields(const struct app *app, struct str *ret)
{
    for (int i = 0; i < OFFICE_FIELDS; i++)
        str_addf(ret, "%s\n", app_office(app)->field[i]);
}

// Whether somebody else has changed what stands on the screen, which is read again.
static bool has_changed(const struct office_screen *screen)
{
    autostr before = STR_INIT, now = STR_INIT;
    all_fields(screen->app, &before);
    app_changed_elsewhere(screen->app);
    all_fields(screen->app, &now);
    return strcmp(before.buf, now.buf) != 0;
}

static void undo(const struct office_screen *screen, struct desk *desk, bool redo)
{
    const struct app_undo what = {.what = APP_UNDO_OFFICE};
    struct err err = {0};
    if (has_changed(screen))
        desk_say(desk, MESSAGE_WARNING, "%s",
                 _("Somebody else has just changed the particulars; look at them again"));
    else if ((redo ? app_redo : app_undo)(screen->app, &what, say_undone, desk, &err))
        desk_fail(desk, &err);
}

static enum screen_action key(void *state, struct desk *desk, const struct key *key)
{
    struct office_screen *screen = state;
    if (key->code == K_F1) {
        help_push(desk, "office", NULL);
        return SCREEN_STAY;
    }
    if (!form_editing(screen->form) && (key_is_ctrl(key, 'z') || key_is_ctrl(key, 'y'))) {
        undo(screen, desk, key_is_ctrl(key, 'y'));
        return SCREEN_STAY;
    }
    if (form_key(screen->form, desk, key) != FORM_IGNORED)
        return SCREEN_STAY;
    return key->code == K_ESC ? SCREEN_CLOSE : SCREEN_IGNORED;
}

static void commit(void *state)
{
    struct office_screen *screen = state;
    form_commit(screen->form, NULL);
}

static size_t hints(void *state, struct key_hint *ret, size_t max)
{
    const struct office_screen *screen = state;
    const bool editing = form_editing(screen->form);
    const struct key_hint all[] = {
        {_("Enter"), editing ? _("save") : _("next")},
        {"F2", _("change")},
        {"Ctrl-Z", _("undo")},
        {"F1", _("help")},
        {"Esc", editing ? _("as it was") : _("back")},
    };
    size_t n = 0;
    for (size_t i = 0; i < sizeof all / sizeof *all && n < max; i++)
        if (!editing || strcmp(all[i].key, "Ctrl-Z") != 0)
            ret[n++] = all[i];
    return n;
}

static void free_screen(void **state)
{
    struct office_screen *screen = *state;
    form_free(&screen->form);
    free(screen);
    *state = NULL;
}

static const struct screen_ops office_ops = {
    .name = "office",
    .draw = draw,
    .key = key,
    .hints = hints,
    .commit = commit,
    .free = free_screen,
};

void office_push(struct desk *desk, struct app *app)
{
    struct office_screen *screen = mem_alloc(sizeof *screen);
    screen->app = app;
    for (int i = 0; i < OFFICE_FIELDS; i++)
        screen->field[i] = (struct form_field){
            .label = office_label((enum office_field)i), .value = value, .accept = accept};
    screen->form = form_new(screen->field, OFFICE_FIELDS, screen);
    desk_push(desk, &office_ops, screen);
}
