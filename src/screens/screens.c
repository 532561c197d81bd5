// SPDX-License-Identifier: GPL-3.0-or-later
// Starting the screens, the keys that work on each of them, and small things they share.
#include "phrases.h"
#include "text.h"

#include "orjon/app/backup.h"
#include "orjon/app/preferences.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/tui/terminal.h"

#include <string.h>

bool look_again(void *state, struct desk *desk, const struct key *key, const struct grid *grid,
                struct app *app, void (*resume)(void *state, struct desk *desk),
                void (*seen)(const void *state, struct str *ret))
{
    const bool types = key->code == K_TEXT || key->code == K_PASTE;
    autostr before = STR_INIT, now = STR_INIT;
    struct err err = {0};
    if (types || grid_editing(grid) || !app_changed_elsewhere(app))
        return true;
    seen(state, &before);
    resume(state, desk);
    seen(state, &now);
    if (strcmp(before.buf, now.buf) == 0)
        return true;
    refuse_changed(_("What stands here"), NULL, &err);
    desk_fail(desk, &err);
    return false;
}

enum screen_mode table_mode(const struct grid *grid, const struct app *app)
{
    const enum screen_mode mode = grid_mode(grid);
    return mode & WHEN_AT_REST && app_is_read_only(app) ? MODE_READ_ONLY : mode;
}

int plan_names_columns(const struct shelf *shelf, int width)
{
    int most = 4;
    for (size_t b = 0; b < shelf->count; b++) {
        const char *name = shelf->book[b]->plan->short_name;
        const int columns = text_columns(name, strlen(name));
        most = columns > most ? columns : most;
    }
    return most < width / 5 ? most : width / 5;
}

// --- what works on each of them -----------------------------------------------------------------

// The language with its digits; the office file remembers it.
void screens_switch_language(const struct session *session, struct desk *desk)
{
    const bool bengali = i18n_language() == LANGUAGE_BENGALI;
    i18n_set_language(bengali ? LANGUAGE_ENGLISH : LANGUAGE_BENGALI);
    i18n_set_digits(bengali ? DIGITS_LATIN : DIGITS_BENGALI);
    if (session->app && !app_is_read_only(session->app)) {
        app_set_preference(session->app, PREFERENCE_LANGUAGE, bengali ? "en" : "bn", NULL);
        app_set_preference(session->app, PREFERENCE_DIGITS, bengali ? "latin" : "bengali", NULL);
    }
    desk_resume(desk); // what is read in words is read anew
}

static void language(void *data, struct desk *desk, const struct key *key)
{
    (void)key;
    screens_switch_language(data, desk);
}

static void read_only(void *data, struct desk *desk)
{
    say_read_only(((const struct session *)data)->app, desk);
}

static void help(void *data, struct desk *desk, const struct key *key)
{
    (void)data;
    (void)key;
    desk_help(desk);
}

static void back(void *data, struct desk *desk, const struct key *key)
{
    (void)data;
    (void)key;
    desk_pop(desk);
}

static void redraw(void *data, struct desk *desk, const struct key *key)
{
    (void)data;
    (void)key;
    desk_redraw(desk);
}

static void is_saved(void *data, struct desk *desk, const struct key *key)
{
    (void)data;
    (void)key;
    desk_say(desk, MESSAGE_GOOD, "%s",
             _("Everything is saved already, each figure when you leave its field"));
}

static void leave(void *data, struct desk *desk, const struct key *key)
{
    (void)data;
    (void)key;
    desk_quit(desk);
}

static void phrases(void *data, struct desk *desk, const struct key *key)
{
    const struct session *session = data;
    (void)key;
    if (session->app)
        phrases_push(desk, session->app);
}

// What works on each screen, also before there is an office file. Help, language and a new picture
// leave what is being typed alone.
enum { ANY = WHEN_AT_REST | MODE_TYPING | WHEN_SETTLED };
const struct action screens_common[] = {
    {"F1", NULL, N_("help"), N_("help"), ANY | MODE_FINDING | WHEN_BOXED, help},
    {"Esc", NULL, N_("back"), N_("back"), WHEN_AT_REST, back},
    {"C-b", NULL, N_("more"), N_("all that can be done here, to choose from"), ANY | MODE_FINDING,
     screen_menu},
    {"F12 C-g", NULL, N_("language"), N_("Bengali or English"), ANY | HINT_LATER, language},
    {"F10 C-q", NULL, N_("leave now"), N_("leave the program at once"),
     WHEN_AT_REST | WHEN_SETTLED | HINT_LATER, leave},
    {"C-Space C-k", NULL, N_("phrase"), N_("put in a phrase, where one types"),
     WHEN_OPEN | MODE_TYPING | WHEN_BOXED | HINT_LATER, phrases},
    {"C-s", NULL, NULL, NULL, ANY, is_saved},
    {"C-l", NULL, NULL, NULL, ANY | MODE_FINDING, redraw},
    {0}};

const struct screen_ops *const screens_all[] = {
    &guide_ops,       &home_ops,     &return_ops,   &indicator_ops, &findings_ops, &rekey_ops,
    &differences_ops, &preview_ops,  &progress_ops, &found_ops,     &office_ops,   &plan_ops,
    &year_ops,        &text_ops,     &records_ops,  &record_ops,    &meeting_ops,  &meetings_ops,
    &decisions_ops,   &memos_ops,    &phrases_ops,  &evidence_ops,  &proofs_ops,   &people_ops,
    &person_ops,      &received_ops, &receive_ops,  &matrix_ops,    &below_ops,    &supervision_ops,
    &own_ops,         &sent_ops,     &offices_ops,  &onpaper_ops,   NULL,
};

// --- starting -----------------------------------------------------------------------------------

// A new day comes after a key, never before it: a key is about what was seen when it was pressed.
static void turn_the_day(struct session *session, struct desk *desk)
{
    const int32_t today = app_today(session->app);
    if (session->day != today)
        desk_resume(desk);
    session->day = today;
}

static void catch_up(void *data, struct desk *desk)
{
    struct session *session = data;
    if (!session->app)
        return;
    if (app_catch_up(session->app))
        desk_redraw(desk);
    turn_the_day(session, desk);
}

static void set_desk(struct desk *desk, struct session *session)
{
    desk_set_common(desk, screens_common, session);
    desk_set_read_only(desk, read_only);
    desk_set_rest(desk, catch_up, session);
}

enum status screens_start(struct desk *desk, struct session *session, struct err *err)
{
    set_desk(desk, session);
    enum status status = app_begin_reading(session->app, err);
    if (status)
        return status;
    settings_apply(session, desk);
    session->mouse_stays = desk_mouse_stays(desk);
    session->day = app_today(session->app);
    status = supervision_push(desk, session, err);
    if (status == STATUS_NOT_FOUND)
        status = home_push(desk, session, err);
    app_end_reading(session->app);
    return status;
}

void screens_guide(struct desk *desk, struct session *session)
{
    set_desk(desk, session);
    guide_push(desk, session);
}

enum status screens_open(const struct app_options *options, struct session *ret, struct err *err)
{
    *ret = (struct session){.options = options};
    const enum status status = app_open(options, &ret->app, err);
    return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

enum status screens_begin(struct desk *desk, struct session *session, struct err *err)
{
    if (session->app)
        return screens_start(desk, session, err);
    screens_guide(desk, session);
    return STATUS_OK;
}

enum status screens_show(struct session *session, const struct desk_front *front, bool ascii,
                         bool *ret_terminated, struct err *err)
{
    struct desk *desk = desk_new(front, ascii);
    const enum status status = screens_begin(desk, session, err);
    *ret_terminated = status == STATUS_OK && desk_run(desk);
    desk_free(&desk);
    return status;
}

enum status screens_run(const struct app_options *options, struct err *err)
{
    struct session session;
    struct terminal *terminal = NULL;
    bool terminated = false;
    enum status status = screens_open(options, &session, err);
    if (status == STATUS_OK)
        status = terminal_open(&terminal, err);
    if (status == STATUS_OK) {
        const struct desk_front front = terminal_front(terminal);
        status = screens_show(&session, &front, terminal_ascii(terminal), &terminated, err);
        terminal_close(&terminal);
    }
    app_close(&session.app);
    if (terminated)
        terminal_reraise();
    return status;
}
