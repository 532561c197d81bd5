// SPDX-License-Identifier: GPL-3.0-or-later
// The history of the marked figure: what came in each revision, what was said of it, what the
// office answered.
#include "received.h"

#include "orjon/app/revisions.h"
#include "orjon/tui/pager.h"

static enum status add(void *data, const struct app_figure_event *event)
{
    app_say_figure_event(event, data);
    str_add_char(data, '\n');
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
