// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of who has sent.
#include "sent.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

enum { PLAN = 14, RATE = 8, OFFICE_LEAST = 24, DETAILS = 3 };

// --- what is said -------------------------------------------------------------------------------

static void say_percent(size_t part, size_t whole, struct str *ret)
{
    if (whole)
        ratio_write(ret, ratio_of(100 * (__int128)part, (__int128)whole), 2, i18n_digits());
    else
        str_add_char(ret, '-');
}

void rate_say(struct app_sent_rate rate, struct str *ret)
{
    autostr sent = STR_INIT, on_time = STR_INIT;
    say_percent(rate.came, rate.expected, &sent);
    say_percent(rate.on_time, rate.expected, &on_time);
    str_addf(ret, _("Sent %s/%s (%s%%), in time %s (%s%%)"), SAY(rate.came), SAY(rate.expected),
             sent.buf, SAY(rate.on_time), on_time.buf);
}

void rate_draw(struct app_sent_rate rate, const char *before, const char *behind,
               struct canvas *canvas, int row)
{
    const int room = canvas->cols - 2;
    autostr line = STR_INIT;
    str_add(&line, before);
    rate_say(rate, &line);
    str_add(&line, behind);
    if (text_columns(line.buf, line.len) > room) {
        str_reset(&line);
        str_add(&line, before);
        str_addf(&line, _("Sent %s of %s, in time %s"), SAY(rate.came), SAY(rate.expected),
                 SAY(rate.on_time));
        str_add(&line, behind);
    }
    canvas_text(canvas, row, 1, room, STYLE_HEADING, ALIGN_LEFT, line.buf, line.len);
}

// «১৭/১০» of ১৭/১০/২০২৩.
static void say_short_day(int32_t day, struct str *ret)
{
    autostr text = STR_INIT;
    date_write(&text, day, i18n_digits());
    const char *year = strrchr(text.buf, '/');
    str_add_n(ret, text.buf, year ? (size_t)(year - text.buf) : text.len);
}

// As narrow as a column: the word, and the day on which it came to be so.
static void say_state(const struct app_sent *sent, struct str *ret)
{
    static const char *const names[SENT_STATES] = {
        [SENT_EXEMPT] = "–",
        [SENT_MISSING] = N_("not sent"),
        [SENT_CAME] = N_("sent"),
        [SENT_LATE] = N_("late"),
        [SENT_RETURNED] = N_("returned"),
        [SENT_ACCEPTED] = N_("accepted"),
    };
    const bool judged = sent->state == SENT_RETURNED || sent->state == SENT_ACCEPTED;
    str_add(ret, tr(names[sent->state]));
    if (!sent->came)
        return;
    str_add_char(ret, ' ');
    say_short_day(judged ? sent->verdict_day : sent->first_day, ret);
}

static enum style style_of(const struct sent_screen *screen, const struct app_sent *sent)
{
    const bool past = app_today(screen->app) > screen->sending.due;
    switch (sent->state) {
    case SENT_EXEMPT:
        return STYLE_DIM;
    case SENT_MISSING:
        return past ? STYLE_ERROR : STYLE_PLAIN;
    case SENT_LATE:
    case SENT_RETURNED:
        return STYLE_WARNING;
    case SENT_ACCEPTED:
        return STYLE_GOOD;
    default:
        return STYLE_PLAIN;
    }
}

// --- the table ----------------------------------------------------------------------------------

static void say_rate(const struct app_sending *sending, size_t place, bool on_time, struct str *ret)
{
    const struct app_sent_rate rate = app_sending_rate(sending, place);
    if (sending->offices.tree.office[place].end > place + 1)
        say_percent(on_time ? rate.on_time : rate.came, rate.expected, ret);
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct sent_screen *screen = data;
    const struct app_sending *sending = &screen->sending;
    const size_t place = screen->row[row];
    const struct tree_office *office = &sending->offices.tree.office[place];
    const int first = screen->nested ? SENT_ON_TIME + 1 : SENT_RATE;
    if (col == SENT_OFFICE) {
        str_add_repeat(&ret->text, "  ", (size_t)office->depth);
        text_digits(&ret->text, office->code, strlen(office->code), i18n_digits());
        str_addf(&ret->text, " %s", office->name);
        ret->style = office->open ? STYLE_PLAIN : STYLE_DIM;
    } else if (col < first) {
        say_rate(sending, place, col == SENT_ON_TIME, &ret->text);
    } else {
        const struct app_sent *sent =
            &sending->cell[place * sending->plans + (size_t)(col - first)];
        say_state(sent, &ret->text);
        ret->style = style_of(screen, sent);
    }
}

static bool matches(void *data, int row, const char *sought)
{
    const struct sent_screen *screen = data;
    return tree_matches(&screen->sending.offices.tree.office[screen->row[row]], sought);
}

const struct grid_ops sent_grid = {.cell = cell, .matches = matches};

void sent_set_columns(struct sent_screen *screen, int width)
{
    const struct app_sending *sending = &screen->sending;
    const int rates = screen->nested ? 2 : 0, plans = (int)sending->plans;
    const int left = width - rates * (RATE + 1) - plans * (PLAN + 1);
    int c = 0;
    arena_done(&screen->headings);
    screen->column[c++] = (struct grid_column){
        .heading = _("Office"), .columns = left > OFFICE_LEAST ? left : OFFICE_LEAST};
    for (int r = 0; r < rates; r++)
        screen->column[c++] = (struct grid_column){.heading = r ? _("in time") : _("sent"),
                                                   .group = _("of all, %"),
                                                   .columns = RATE,
                                                   .align = ALIGN_RIGHT};
    for (int p = 0; p < plans; p++)
        screen->column[c++] = (struct grid_column){
            .heading = heading_wrap(&screen->headings, sending->brief[p], PLAN), .columns = PLAN};
    grid_set_columns(screen->grid, screen->column, c, 1);
}

// --- what is known of the marked one ------------------------------------------------------------

static void say_office(const struct tree_office *office, struct str *ret)
{
    const char *const *text = office->unit->text;
    const char *const more[] = {text[UNIT_CONTACT], text[UNIT_PHONE], text[UNIT_EMAIL]};
    text_digits(ret, office->code, strlen(office->code), i18n_digits());
    str_addf(ret, " %s", office->name);
    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (*more[i])
            str_addf(ret, ", %s", more[i]);
}

// A word for the day, «first came on», and the day; appended behind a comma.
static void add_day(const char *word, int32_t day, struct str *ret)
{
    str_addf(ret, ", %s ", word);
    date_write(ret, day, i18n_digits());
}

static void say_return(const struct sent_screen *screen, const struct app_sent *sent,
                       const char *title, struct str *ret)
{
    const int late = app_sending_days(&screen->sending, sent, app_today(screen->app));
    str_addf(ret, "%s: %s", title, tr(sent_name(sent->state)));
    if (sent->came)
        add_day(_("came on"), sent->first_day, ret);
    if (sent->came && sent->day != sent->first_day)
        add_day(_("again on"), sent->day, ret);
    if (sent->state == SENT_RETURNED || sent->state == SENT_ACCEPTED)
        add_day(_("judged on"), sent->verdict_day, ret);
    if (sent->on_paper)
        str_addf(ret, ", %s", _("on paper"));
    if (late)
        str_addf(ret, tr_count(", %s day late", ", %s days late", late), SAY(late));
    if (sent->reminders)
        add_day(_("reminded on"), sent->reminded, ret);
}

static void draw_details(const struct sent_screen *screen, struct canvas *canvas, int row)
{
    const struct app_sending *sending = &screen->sending;
    const struct tree_office *office = sent_office(screen);
    const size_t plan = sent_plan(screen);
    autostr first = STR_INIT, second = STR_INIT;
    canvas_rule(canvas, row, 0, canvas->cols, RULE_HORIZONTAL);
    if (!office)
        return;
    const size_t place = screen->row[grid_row(screen->grid)];
    say_office(office, &first);
    if (plan < sending->plans)
        say_return(screen, &sending->cell[place * sending->plans + plan], sending->brief[plan],
                   &second);
    else
        rate_say(app_sending_rate(sending, place), &second);
    canvas_text(canvas, row + 1, 1, canvas->cols - 2, STYLE_LABEL, ALIGN_LEFT, first.buf,
                first.len);
    canvas_text(canvas, row + 2, 1, canvas->cols - 2, STYLE_PLAIN, ALIGN_LEFT, second.buf,
                second.len);
}

void sent_draw(void *state, struct canvas *canvas)
{
    struct sent_screen *screen = state;
    const struct app_sending *sending = &screen->sending;
    autostr before = STR_INIT, behind = STR_INIT, due = STR_INIT;
    title_draw(canvas, screen->app, _("Who has sent"), sending->fiscal_year, sending->quarter);
    date_write(&due, sending->due, i18n_digits());
    str_addf(&before, _("Due on %s. "), due.buf);
    if (screen->open)
        str_addf(&behind, " · %s", _("open only"));
    rate_draw(app_sending_rate(sending, TREE_TOP), before.buf, behind.buf, canvas, 1);
    sent_set_columns(screen, canvas->cols);
    draw_details(screen, canvas, canvas->rows - DETAILS);
    grid_draw(screen->grid, canvas, 2, 0, canvas->rows - 2 - DETAILS, canvas->cols);
    if (screen->rows)
        return;
    const char *text = screen->open ? _("Nothing is open: all that was to come has come")
                                    : _("No office was to send anything for this quarter");
    canvas_wrapped(canvas, 6, 1, 2, canvas->cols - 2, STYLE_DIM, text, strlen(text));
}
