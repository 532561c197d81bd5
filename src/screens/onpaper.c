// SPDX-License-Identifier: GPL-3.0-or-later
// A return that came on paper only, typed in for the office that sent it: the form of the own
// returns over that office's book.
#include "return.h"

#include "orjon/app/onpaper.h"

#include <string.h>

static void pop(void *data, struct desk *desk)
{
    desk_close(desk, data);
}

// What cannot be saved is kept aside, and is there when the form is opened again.
void onpaper_leave(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const bool unsaved = screen->book->unsaved;
    struct err err = {0};
    autostr question = STR_INIT;
    (void)key;
    if (app_onpaper_save(screen->book, &err) == STATUS_OK) {
        desk_pop(desk);
        if (unsaved)
            desk_say(desk, MESSAGE_GOOD, _("The return of %s was saved as on paper"),
                     screen->book->sender_name);
        return;
    }
    app_onpaper_keep(screen->book);
    str_addf(&question, "%s\n%s", err_text(&err),
             _("It was not saved. Leave all the same? What was typed is kept aside."));
    dialog_confirm(desk, _("Not saved"), question.buf, pop, screen);
}

static void rest(void *state)
{
    app_onpaper_keep(((const struct return_screen *)state)->book);
}

// However it is left, what was typed is saved; a figure half typed is none.
static void commit(void *state)
{
    struct return_screen *screen = state;
    if (app_onpaper_save(screen->book, NULL))
        app_onpaper_keep(screen->book);
}

const struct screen_ops onpaper_ops = {
    .name = "onpaper",
    .actions = return_onpaper_actions,
    .about = N_("A RETURN ON PAPER\n"
                "\n"
                "The return of another office that came on paper only. Type what stands on the "
                "paper, as into a return of your own; it is saved as a whole when you leave the "
                "form, and marked as on paper everywhere. What the office sends signed takes its "
                "place."),
    .grid = return_grid,
    .mode = return_mode,
    .refuse = return_refuse,
    .describe = return_describe,
    .fill = return_fill,
    .draw = return_draw,
    .key = return_key,
    .rest = rest,
    .commit = commit,
    .free = return_free,
};

enum status paper_return_push(struct desk *desk, struct app *app, int64_t office, int fiscal_year,
                              const char *plan, int quarter, struct err *err)
{
    const struct app_review_of of = {
        .office = office, .fiscal_year = fiscal_year, .quarter = quarter, .plan = plan};
    struct book *book = NULL;
    enum status status = app_onpaper_open(app, &of, &book, err);
    if (status)
        return status;
    struct err aside = {0};
    const enum status taken_up = app_onpaper_take_up(book, &aside);
    desk_push(desk, &onpaper_ops, return_new(book));
    if (taken_up && taken_up != STATUS_NOT_FOUND)
        dialog_tell(desk, _("Not saved"), err_text(&aside), NULL, NULL);
    else if (!taken_up)
        desk_say(desk, MESSAGE_WARNING, "%s",
                 _("What was typed here and not saved is there again; Esc saves it"));
    return STATUS_OK;
}
