// SPDX-License-Identifier: GPL-3.0-or-later
// Language, digits, colours, mouse and pen drive: applied at once, remembered in the office file.
// And the figures as a file for a spreadsheet.
#include "private.h"

#include "orjon/app/drive.h"
#include "orjon/app/export.h"
#include "orjon/app/preferences.h"
#include "orjon/base/file.h"

void settings_apply(const struct session *session, struct desk *desk)
{
    struct app *app = session->app;
    if (!session->options->language_given)
        i18n_set_language((enum language)app_preference(app, PREFERENCE_LANGUAGE));
    // A language asked for on the command line brings its digits along.
    if (!session->options->digits_given && !session->options->language_given)
        i18n_set_digits((enum digits)app_preference(app, PREFERENCE_DIGITS));
    desk_set_theme(desk, (enum theme)app_preference(app, PREFERENCE_COLOURS));
    desk_set_mouse(desk, app_preference(app, PREFERENCE_MOUSE) == 1);
}

enum { DRIVE = PREFERENCES, EXPORT, ITEMS }; // behind the preferences

static void say_drive(struct app *app, struct str *ret)
{
    const enum app_drive drive = app_drive(app);
    str_addf(ret, "%s\t%s", _("Pen drive for copies"), app_drive_name(drive));
    if (drive == APP_DRIVE_NONE)
        return;
    str_add(ret, "  ("); // behind the state, for a long folder is cut off
    app_drive_folder(app, ret);
    str_add_char(ret, ')');
}

static void item(void *data, int i, struct str *ret)
{
    const struct session *session = data;
    enum preference preference = (enum preference)i;
    if (i == DRIVE) {
        say_drive(session->app, ret);
        return;
    }
    if (i == EXPORT) {
        str_add(ret, tr(app_exports[0].summary));
        return;
    }
    const bool stays = preference == PREFERENCE_MOUSE && session->mouse_stays;
    str_addf(ret, "%s\t%s", preference_label(preference),
             stays ? _("always on in a window")
                   : preference_name(preference, app_preference(session->app, preference)));
}

static void push_at(struct desk *desk, struct session *session, int preset);

static enum status accept_drive(void *data, const char *text, struct err *err)
{
    const struct session *session = data;
    return app_set_drive(session->app, text, err);
}

static void drive_set(void *data, struct desk *desk, const char *text)
{
    (void)text;
    push_at(desk, data, DRIVE);
}

static void ask_drive(struct desk *desk, struct session *session)
{
    autostr folder = STR_INIT;
    app_drive_folder(session->app, &folder);
    const struct dialog_prompt prompt = {
        .title = _("Pen drive for copies"),
        .label = _("Folder"),
        .hint = _("As the file manager shows it, like /media/clerk/ORJON; empty: no pen drive"),
        .preset = folder.buf,
        .accept = accept_drive,
        .done = drive_set,
        .data = session,
    };
    dialog_prompt(desk, &prompt);
}

// The figures of the year in hand, as the command writes them.
static enum status accept_export(void *data, const char *path, struct err *err)
{
    const struct session *session = data;
    autostr text = STR_INIT;
    enum status status = app_export(session->app, app_exports[0].name, 0, 0, &text, err);
    return status ? status : file_write(path, text.buf, text.len, false, err);
}

static void exported(void *data, struct desk *desk, const char *path)
{
    (void)data;
    desk_say(desk, MESSAGE_GOOD, _("Written: %s"), path);
}

static void ask_export(struct desk *desk, struct session *session)
{
    const struct dialog_prompt prompt = {
        .title = tr(app_exports[0].summary),
        .label = _("File"),
        .hint = _("like figures.tsv; a spreadsheet opens it"),
        .preset = "",
        .accept = accept_export,
        .done = exported,
        .data = session,
    };
    dialog_prompt(desk, &prompt);
}

// Each choice takes the next value; the list stays until Esc.
static void chosen(void *data, struct desk *desk, int i)
{
    struct session *session = data;
    struct err err = {0};
    if (i < 0)
        return;
    if (i == DRIVE || i == EXPORT) {
        (i == DRIVE ? ask_drive : ask_export)(desk, session);
        return;
    }
    enum preference preference = (enum preference)i;
    if (preference == PREFERENCE_MOUSE && session->mouse_stays) {
        push_at(desk, session, i);
        return;
    }
    int next = app_preference(session->app, preference) + 1;
    const char *word = preference_word(preference, next);
    word = word ? word : preference_word(preference, 0);
    if (app_set_preference(session->app, preference, word, &err)) {
        desk_fail(desk, &err);
        return;
    }
    // What is chosen here counts more than what the command line said.
    if (preference == PREFERENCE_LANGUAGE)
        i18n_set_language((enum language)app_preference(session->app, preference));
    if (preference == PREFERENCE_DIGITS)
        i18n_set_digits((enum digits)app_preference(session->app, preference));
    settings_apply(session, desk);
    desk_redraw(desk);
    push_at(desk, session, i);
}

static void push_at(struct desk *desk, struct session *session, int preset)
{
    dialog_pick(desk, _("Settings"), ITEMS, preset, item, chosen, session);
}

void settings_push(struct desk *desk, struct session *session)
{
    push_at(desk, session, 0);
}
