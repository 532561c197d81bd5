// SPDX-License-Identifier: GPL-3.0-or-later
// What is told of the offices below, a line for each office and matter. Where there are many of a
// matter, the first stand here, and the last line leads to where all of them do.
#include "supervision.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

enum { DUE_MAX = 3 };
static const size_t lines_max[MATTERS] = {
    [MATTER_CAME] = 3, [MATTER_MISSING] = 8, [MATTER_RETURNED] = 3, [MATTER_ASKED] = 3};

static const char *keep(struct supervision *s, const struct str *text)
{
    return arena_text(&s->texts, text->buf, text->len);
}

static struct supervision_line *add_line(struct supervision *s, enum matter matter)
{
    s->line = arena_grow(&s->texts, s->line, s->lines, &s->cap, sizeof *s->line);
    struct supervision_line *line = &s->line[s->lines++];
    *line =
        (struct supervision_line){.matter = matter, .text = {"", "", "", ""}, .style = STYLE_PLAIN};
    return line;
}

static void add_heading(struct supervision *s, enum matter matter, const struct str *text)
{
    struct supervision_line *line = add_line(s, matter);
    line->heading = true;
    line->text[LINE_NAME] = keep(s, text);
}

static void add_more(struct supervision *s, enum matter matter, size_t count)
{
    autostr text = STR_INIT;
    str_addf(&text, _("… %s more"), SAY(count));
    struct supervision_line *line = add_line(s, matter);
    line->more = true;
    line->text[LINE_NAME] = keep(s, &text);
}

// --- of an office -------------------------------------------------------------------------------

static bool is_about(const struct supervision *s, enum matter matter, const struct app_sent *sent)
{
    return matter == MATTER_CAME       ? sent->came && sent->day == s->news.came_on
           : matter == MATTER_RETURNED ? sent->state == SENT_RETURNED
                                       : sent->expected && !sent->came;
}

// The plans of an office that the matter is about; how many.
static size_t say_plans(const struct supervision *s, enum matter matter, size_t place,
                        size_t *ret_plan, struct str *ret)
{
    const struct app_sending *sending = &s->news.sending;
    size_t count = 0, expected = 0;
    for (size_t p = 0; p < sending->plans; p++) {
        const struct app_sent *sent = &sending->cell[place * sending->plans + p];
        expected += sent->expected;
        if (!is_about(s, matter, sent))
            continue;
        str_addf(ret, "%s%s", count ? ", " : "", sending->brief[p]);
        *ret_plan = p;
        count++;
    }
    if (count > 2 && count == expected) {
        str_reset(ret);
        str_addf(ret, _("all %s plans"), SAY(count));
    }
    return count;
}

static void name_office(const struct supervision *s, struct supervision_line *line, size_t place)
{
    const struct tree_office *office = &s->news.sending.offices.tree.office[place];
    line->office = office->unit->id;
    line->text[LINE_NAME] = *office->name ? office->name : office->code;
    line->text[LINE_PHONE] = office->unit->text[UNIT_PHONE];
}

static void add_office(struct supervision *s, enum matter matter, size_t place)
{
    const struct app_sending *sending = &s->news.sending;
    const int32_t today = app_today(s->app);
    autostr what = STR_INIT, plans = STR_INIT, date = STR_INIT;
    size_t plan = 0;
    const size_t count = say_plans(s, matter, place, &plan, &plans);
    const struct app_sent *sent = &sending->cell[place * sending->plans + plan];
    struct supervision_line *line = add_line(s, matter);
    name_office(s, line, place);
    if (count == 1)
        line->plan = sending->plan[plan];
    if (matter == MATTER_CAME && sent->late) {
        str_addf(&what, "%s: ", _("late"));
        line->style = STYLE_WARNING;
    }
    if (matter == MATTER_MISSING && today > sending->due)
        line->style = STYLE_ERROR;
    if (matter != MATTER_MISSING)
        date_write(&date, matter == MATTER_CAME ? sent->day : sent->verdict_day, i18n_digits());
    else if (sent->reminders)
        date_write(&date, sent->reminded, i18n_digits());
    str_add(&what, plans.buf);
    line->text[LINE_WHAT] = keep(s, &what);
    line->text[LINE_DATE] = keep(s, &date);
}

// --- by matter ----------------------------------------------------------------------------------

static void say_heading(const struct supervision *s, enum matter matter, size_t returns,
                        size_t offices, struct str *ret)
{
    const int32_t late = app_today(s->app) - s->news.sending.due;
    autostr day = STR_INIT;
    if (s->news.came)
        date_write(&day, s->news.came_on, i18n_digits());
    if (matter == MATTER_CAME && !s->news.came)
        str_add(ret, _("Nothing has come for this quarter yet"));
    else if (matter == MATTER_CAME && s->news.came_on == app_today(s->app))
        str_addf(ret, _("Came today: returns %s, offices %s"), SAY(returns), SAY(offices));
    else if (matter == MATTER_CAME)
        str_addf(ret, _("Came last, on %s: returns %s, offices %s"), day.buf, SAY(returns),
                 SAY(offices));
    else if (matter == MATTER_RETURNED)
        str_addf(ret, _("Returned and not sent again: returns %s, offices %s"), SAY(returns),
                 SAY(offices));
    else if (late > 0)
        str_addf(ret, _("Not sent, days late %s: returns %s, offices %s"), SAY(late), SAY(returns),
                 SAY(offices));
    else
        str_addf(ret, _("Not sent yet: returns %s, offices %s"), SAY(returns), SAY(offices));
}

static void tell_offices(struct supervision *s, enum matter matter)
{
    const struct app_sending *sending = &s->news.sending;
    const size_t count = sending->offices.tree.count;
    autostr heading = STR_INIT;
    size_t returns = 0, offices = 0, told = 0;
    for (size_t o = 0; o < count; o++) {
        size_t of_office = 0;
        for (size_t p = 0; p < sending->plans; p++)
            of_office += is_about(s, matter, &sending->cell[o * sending->plans + p]);
        returns += of_office;
        offices += of_office > 0;
    }
    if (!offices && matter != MATTER_CAME)
        return;
    say_heading(s, matter, returns, offices, &heading);
    add_heading(s, matter, &heading);
    const size_t most = lines_max[matter] < offices ? lines_max[matter] : offices;
    for (size_t o = 0; o < count && told < most; o++) {
        autostr plans = STR_INIT;
        size_t plan = 0;
        if (say_plans(s, matter, o, &plan, &plans) == 0)
            continue;
        add_office(s, matter, o);
        told++;
    }
    if (offices > told)
        add_more(s, matter, offices - told);
}

static const char *brief_of(const struct app_sending *sending, const char *plan)
{
    for (size_t p = 0; p < sending->plans; p++)
        if (strcmp(sending->plan[p], plan) == 0)
            return sending->brief[p];
    return plan;
}

static void tell_asked(struct supervision *s)
{
    const struct app_supervision *news = &s->news;
    autostr heading = STR_INIT;
    if (!news->asks)
        return;
    str_addf(&heading, _("To be followed up: %s"), SAY(news->asks));
    add_heading(s, MATTER_ASKED, &heading);
    for (size_t i = 0; i < news->asks && i < lines_max[MATTER_ASKED]; i++) {
        const struct app_follow_up *ask = &news->ask[i];
        const size_t place = tree_place(&news->sending.offices.tree, ask->office);
        autostr what = STR_INIT, quarter = STR_INIT;
        struct supervision_line *line = add_line(s, MATTER_ASKED);
        if (place != TREE_TOP)
            name_office(s, line, place);
        str_addf(&what, "%s ", brief_of(&news->sending, ask->plan));
        text_digits(&what, ask->code, strlen(ask->code), i18n_digits());
        if (*ask->remark && strcmp(ask->remark, "-") != 0)
            str_addf(&what, ": %s", ask->remark);
        period_say_quarter_short(&quarter, ask->quarter);
        line->plan = ask->plan;
        line->code = ask->code;
        line->text[LINE_WHAT] = keep(s, &what);
        line->text[LINE_DATE] = keep(s, &quarter);
    }
    if (news->asks > lines_max[MATTER_ASKED])
        add_more(s, MATTER_ASKED, news->asks - lines_max[MATTER_ASKED]);
}

static void tell_due(struct supervision *s)
{
    struct due due[DUE_MAX + 1];
    const size_t count = due_list(&s->own, &s->decisions, due, DUE_MAX + 1);
    autostr heading = STR_INIT;
    size_t told = 0;
    str_add(&heading, _("Due next"));
    for (size_t i = 0; i < count && told < DUE_MAX; i++) {
        autostr left = STR_INIT, what = STR_INIT, date = STR_INIT;
        if (!due[i].book && !due[i].decision && !s->own.count)
            continue; // it sends nothing itself
        if (!told++)
            add_heading(s, MATTER_DUE, &heading);
        struct supervision_line *line = add_line(s, MATTER_DUE);
        line->style = due_say(&due[i], app_today(s->app), &left, &what);
        date_write(&date, due[i].date, i18n_digits());
        line->decision = due[i].decision ? due[i].decision->id : 0;
        line->text[LINE_NAME] = keep(s, &what);
        line->text[LINE_WHAT] = keep(s, &left);
        line->text[LINE_DATE] = keep(s, &date);
    }
}

void supervision_tell(struct supervision *s)
{
    arena_done(&s->texts);
    s->line = NULL;
    s->lines = s->cap = 0;
    tell_offices(s, MATTER_CAME);
    tell_offices(s, MATTER_MISSING);
    tell_offices(s, MATTER_RETURNED);
    tell_asked(s);
    tell_due(s);
}
