// SPDX-License-Identifier: GPL-3.0-or-later
// Verdicts from the list of who has sent: all clean returns accepted as one, and the review file of
// the marked office.
#include "sent.h"

#include "record_screens.h"

#include <string.h>

// What was left stands in a box, by name and with the reason.
static void accept_clean(void *data, struct desk *desk)
{
    struct sent_screen *screen = data;
    struct err err = {0};
    autostr left = STR_INIT, text = STR_INIT;
    size_t count = 0;
    const enum status status = app_accept_clean(screen->app, screen->sending.fiscal_year,
                                                screen->sending.quarter, NULL, &count, &left, &err);
    sent_resume(screen, desk);
    if (status) {
        desk_fail(desk, &err);
        return;
    }
    screen->judged = screen->judged || count;
    str_addf(&text,
             tr_count("%s return accepted; Ctrl-Z undoes it",
                      "%s returns accepted; Ctrl-Z undoes them together", count),
             SAY(count));
    if (left.len) {
        str_addf(&text, "\n\n%s\n%s", _("Left, for somebody has to look at them:"), left.buf);
        dialog_tell(desk, _("Accept all clean returns"), text.buf, NULL, NULL);
    } else
        desk_say(desk, MESSAGE_GOOD, "%s", text.buf);
}

void sent_accept(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    dialog_confirm(desk, _("Accept all clean returns"),
                   _("Accept every return of the quarter in which nothing is open: no finding that "
                     "is not answered, no ✗, nothing to be asked again?"),
                   accept_clean, state);
}

void sent_file(void *state, struct desk *desk, const struct key *key)
{
    struct sent_screen *screen = state;
    const struct tree_office *office = sent_office(screen);
    (void)key;
    if (!office)
        return;
    screen->file = (struct review_file){.app = screen->app,
                                        .of = {.office = office->unit->id,
                                               .fiscal_year = screen->sending.fiscal_year,
                                               .quarter = screen->sending.quarter}};
    review_file_ask(desk, &screen->file);
}

// Of what was done on this screen: verdicts, as long as no letter was written since.
void sent_undo(void *state, struct desk *desk, const struct key *key)
{
    struct sent_screen *screen = state;
    const bool redo = key_is_ctrl(key, 'y');
    struct err err = {0};
    autostr told = STR_INIT;
    if (!screen->judged) {
        record_undo_run(desk, &screen->undo, screen->app, 0, redo);
        sent_resume(screen, desk);
        return;
    }
    const enum status status = app_undo_verdicts(screen->app, redo, &told, &err);
    sent_resume(screen, desk);
    if (status)
        desk_fail(desk, &err);
    else
        desk_say(desk, MESSAGE_GOOD, "%s: %.*s", redo ? _("Redone") : _("Undone"),
                 (int)strcspn(told.buf, "\n"), told.buf);
}
