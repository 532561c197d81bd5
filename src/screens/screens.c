// SPDX-License-Identifier: GPL-3.0-or-later
// Starting the screens, the keys that work on each of them, and small things they share.
#include "phrases.h"
#include "text.h"

#include "orjon/app/backup.h"
#include "orjon/app/preferences.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/tui/terminal.h"

#include <string.h>

struct number_style user_style(void)
{
    return (struct number_style){.digits = i18n_digits()};
}

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

void say_read_only(const struct app *app, struct desk *desk)
{
    struct err err = {0};
    if (app_may_change(app, NULL, 0, &err))
        desk_fail(desk, &err);
}

enum screen_mode table_mode(const struct grid *grid, const struct app *app)
{
    const enum screen_mode mode = grid_mode(grid);
    return mode & WHEN_AT_REST && app_is_read_only(app) ? MODE_READ_ONLY : mode;
}

void say_mark(struct str *ret, const struct mark *mark, int decimals)
{
    if (mark->set)
        ratio_write(ret, mark->r, decimals, i18n_digits());
    else
        str_add_char(ret, '-');
}

void say_marks(struct str *ret, struct maybe marks)
{
    if (marks.set)
        number_write(ret, marks.value, user_style());
    else
        str_add_char(ret, '-');
}

void say_total(struct str *ret, const struct indicator *indicator, const struct score *score,
               int decimals)
{
    __int128 value = 0;
    const int parts = decimals > 2 ? decimals : 2; // of what was divided
    const int places = indicator->method == METHOD_AVERAGE ? parts : NUMBER_DECIMALS;
    if (!score->total.set)
        return;
    if (score->total_is_date)
        date_write(ret, (int32_t)score->total.r.num, i18n_digits());
    else if (indicator->kind == KIND_PERCENT)
        say_mark(ret, &score->total, parts), str_add_char(ret, '%');
    else if (ratio_round(score->total.r, places, &value) == STATUS_OK) {
        for (int i = places; i < NUMBER_DECIMALS; i++)
            value *= 10;
        number_write(ret, value, number_style_of(user_style(), decimals));
    }
}

// Names short enough for a field of the table.
static const char *short_name(enum entry_state state)
{
    static const char *const names[ENTRY_STATE_COUNT] = {
        [ENTRY_EMPTY] = N_("empty"),        [ENTRY_NONE] = "-",
        [ENTRY_NOT_DUE] = N_("not due"),    [ENTRY_NO_CASE] = N_("no case"),
        [ENTRY_NOT_APPLICABLE] = N_("n/a"),
    };
    return names[state] ? tr(names[state]) : "";
}

void say_short_state(struct str *ret, enum entry_state state)
{
    str_add(ret, short_name(state));
}

void say_entry(struct str *ret, const struct indicator *indicator, const struct entry *entry)
{
    if (entry->state == ENTRY_VALUE)
        entry_write(ret, indicator, entry, user_style());
    else if (entry->state != ENTRY_EMPTY)
        str_add(ret, short_name(entry->state));
}

// As its field has it; what cannot be read as the plan is now, as it was typed.
static void say_figure(struct str *ret, const struct indicator *indicator, enum entry_state state,
                       const char *typed)
{
    struct entry entry;
    const size_t n = strlen(typed);
    if (state != ENTRY_VALUE)
        str_add(ret, short_name(state));
    else if (indicator && !entry_read(indicator, typed, n, ENTRY_PRINTED, &entry, NULL))
        say_entry(ret, indicator, &entry);
    else
        text_digits(ret, typed, n, i18n_digits());
}

void say_change(struct str *ret, const struct indicator *indicator, enum entry_state from,
                const char *typed_from, enum entry_state to, const char *typed_to)
{
    say_figure(ret, indicator, from, typed_from);
    str_add(ret, " → ");
    say_figure(ret, indicator, to, typed_to);
}

void say_replaced(struct desk *desk, const char *what, const char *from, const char *to)
{
    autostr text = STR_INIT, shown = STR_INIT;
    str_addf(&text, "%s: ", what);
    tr_change(&text, from, to);
    text_digits(&shown, text.buf, text.len, i18n_digits());
    desk_say(desk, MESSAGE_GOOD, "%s", shown.buf);
}

void say_place(struct str *ret, const char *code, int quarter)
{
    text_digits(ret, code, strlen(code), i18n_digits());
    if (!quarter)
        return;
    str_add(ret, *code ? ", " : "");
    period_say_quarter(ret, quarter);
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
    desk_redraw(desk);
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
    &guide_ops,       &home_ops,    &return_ops,   &indicator_ops, &findings_ops,    &rekey_ops,
    &differences_ops, &preview_ops, &progress_ops, &found_ops,     &office_ops,      &plan_ops,
    &year_ops,        &text_ops,    &records_ops,  &record_ops,    &meeting_ops,     &decisions_ops,
    &memos_ops,       &phrases_ops, &evidence_ops, &proofs_ops,    &people_ops,      &person_ops,
    &received_ops,    &receive_ops, &matrix_ops,   &below_ops,     &supervision_ops, &own_ops,
    &sent_ops,        &offices_ops, &onpaper_ops,  NULL,
};

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
    settings_apply(session, desk);
    session->mouse_stays = desk_mouse_stays(desk);
    session->day = app_today(session->app);
    enum status status = supervision_push(desk, session, err);
    return status == STATUS_NOT_FOUND ? home_push(desk, session, err) : status;
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
