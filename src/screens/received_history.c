// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the marked figure: what came in each revision, what was said of it, what the
// office answered.
#include "received.h"

#include "orjon/app/revisions.h"
#include "orjon/domain/date.h"
#include "orjon/tui/pager.h"

static void say_what(const struct app_figure_event *event, struct str *ret)
{
    if (event->event == FIGURE_MARKED)
        str_addf(ret, "%s%s", tick_sign(event->mark), *event->text ? " " : "");
    if (event->event == FIGURE_JUDGED) {
        received_say_verdict(event->verdict, ret);
        str_add(ret, *event->text ? ": " : "");
    }
    str_add(ret, event->event == FIGURE_SENT && !*event->text ? "–" : event->text);
    if (*event->remark)
        str_addf(ret, " – %s", event->remark);
    if (event->marks.set) {
        str_addf(ret, "; %s: ", _("Given"));
        say_marks(ret, event->marks);
    }
    if (event->follow_up)
        str_addf(ret, " (%s)", _("to be followed up"));
}

static enum status add(void *data, const struct app_figure_event *event)
{
    struct str *text = data;
    date_write(text, event->day, i18n_digits());
    str_addf(text, "  %s", tr(figure_event_name(event->event)));
    if (event->event == FIGURE_SENT)
        str_addf(text, _(", revision %s"), SAY(event->revision));
    str_add(text, ": ");
    say_what(event, text);
    if (*event->who)
        str_addf(text, "  [%s]", event->who);
    str_add_char(text, '\n');
    return STATUS_OK;
}

void received_history(void *state, struct desk *desk, const struct key *key)
{
    const struct received_screen *screen = state;
    const struct app_review_row *row = received_marked(screen);
    autostr title = STR_INIT, text = STR_INIT;
    struct err err = {0};
    (void)key;
    if (!row)
        return;
    str_addf(&title, "%s  ", _("History"));
    say_place(&title, row->code, screen->of.quarter);
    if (app_figure_history(screen->app, &screen->of, row->code, add, &text, &err))
        desk_fail(desk, &err);
    else if (!text.len)
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was sent and nothing was said of it yet"));
    else
        pager_push(desk, title.buf, text.buf, text.len, true);
}
