// SPDX-License-Identifier: GPL-3.0-or-later
// Starting the screens, the keys that work on each of them, and small things they share.
#include "private.h"

#include "orjon/app/drive.h"
#include "orjon/app/preferences.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/tui/terminal.h"

#include <string.h>

struct number_style user_style(void)
{
    return (struct number_style){.digits = i18n_digits()};
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

void say_total(struct str *ret, const struct indicator *indicator, const struct score *score)
{
    int64_t value = 0;
    if (!score->total.set)
        return;
    if (score->total_is_date)
        date_write(ret, (int32_t)score->total.r.num, i18n_digits());
    else if (indicator->kind == KIND_PERCENT)
        say_mark(ret, &score->total, 2), str_add_char(ret, '%');
    else if (ratio_round(score->total.r, indicator->method == METHOD_AVERAGE ? 2 : 6, &value) == 0)
        number_write(ret, indicator->method == METHOD_AVERAGE ? value * (NUMBER_ONE / 100) : value,
                     user_style());
}

void title_draw(struct canvas *canvas, const struct app *app, const char *title, int fiscal_year,
                int quarter)
{
    autostr left = STR_INIT, right = STR_INIT;
    const struct office *office = app_office(app);
    str_addf(&left, " %s", title);
    if (office->sample)
        str_addf(&right, "%s  ", _("SAMPLE"));
    if (app_is_read_only(app))
        str_addf(&right, "%s  ", _("READ ONLY"));
    period_write_year(&right, fiscal_year, i18n_digits());
    str_add(&right, "  ");
    period_say_quarter(&right, quarter);
    str_add_char(&right, ' ');
    int room = text_columns(right.buf, right.len);
    int rest = canvas->cols - room - 2; // two blanks keep the fields apart
    canvas_fill(canvas, 0, 0, 1, canvas->cols, STYLE_TITLE);
    canvas_text(canvas, 0, 0, rest, STYLE_TITLE, ALIGN_LEFT, left.buf, left.len);
    canvas_text(canvas, 0, canvas->cols - room, room, STYLE_TITLE, ALIGN_RIGHT, right.buf,
                right.len);
}

// The language with its digits; the office file remembers it.
static void switch_language(struct desk *desk, const struct session *session)
{
    bool bengali = i18n_language() == LANGUAGE_BENGALI;
    i18n_set_language(bengali ? LANGUAGE_ENGLISH : LANGUAGE_BENGALI);
    i18n_set_digits(bengali ? DIGITS_LATIN : DIGITS_BENGALI);
    if (session->app && !app_is_read_only(session->app)) {
        app_set_preference(session->app, PREFERENCE_LANGUAGE, bengali ? "en" : "bn", NULL);
        app_set_preference(session->app, PREFERENCE_DIGITS, bengali ? "latin" : "bengali", NULL);
    }
    desk_redraw(desk);
}

// Keys that work on every screen, also before there is an office file.
static enum screen_action everywhere(void *data, struct desk *desk, const struct key *key)
{
    if (key_is_ctrl(key, 'l')) {
        desk_redraw(desk);
        return SCREEN_STAY;
    }
    if (key->code == K_F12 || key_is_ctrl(key, 'g')) {
        switch_language(desk, data);
        return SCREEN_STAY;
    }
    if (key_is_ctrl(key, 's')) {
        desk_say(desk, MESSAGE_GOOD, "%s",
                 _("Everything is saved already, each figure when you leave its field"));
        return SCREEN_STAY;
    }
    if (key_is_ctrl(key, 'q') || key->code == K_F10)
        return SCREEN_QUIT;
    return SCREEN_IGNORED;
}

static void catch_up(void *data, struct desk *desk)
{
    const struct session *session = data;
    if (session->app && app_catch_up_drive(session->app))
        desk_redraw(desk);
}

size_t screens_hints(const struct key_hint *all, size_t n, struct key_hint *ret, size_t max)
{
    n = n < max ? n : max;
    memcpy(ret, all, n * sizeof *all);
    return n;
}

enum status screens_start(struct desk *desk, struct session *session, struct err *err)
{
    desk_set_fallback(desk, everywhere, session);
    desk_set_rest(desk, catch_up, session);
    settings_apply(session, desk);
    return home_push(desk, session, err);
}

void screens_guide(struct desk *desk, struct session *session)
{
    desk_set_fallback(desk, everywhere, session);
    desk_set_rest(desk, catch_up, session);
    guide_push(desk, session);
}

enum status screens_run(const struct app_options *options, struct err *err)
{
    struct session session = {.options = options};
    struct terminal *terminal = NULL;
    enum status opened = app_open(options, &session.app, err), status = opened;
    if (status == STATUS_OK || status == STATUS_NOT_FOUND)
        status = terminal_open(&terminal, err);
    if (status) {
        app_close(&session.app);
        return status;
    }
    struct desk_front front = terminal_front(terminal);
    struct desk *desk = desk_new(&front, terminal_ascii(terminal));
    bool terminated = false;
    if (opened == STATUS_OK)
        status = screens_start(desk, &session, err);
    else
        screens_guide(desk, &session);
    if (status == STATUS_OK)
        terminated = desk_run(desk);
    desk_free(&desk);
    terminal_close(&terminal);
    app_close(&session.app);
    if (terminated)
        terminal_reraise();
    return status;
}
