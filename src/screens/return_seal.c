// SPDX-License-Identifier: GPL-3.0-or-later
// What outlives the hour: undo and redo from the journal, the check, comparing with the
// signed sheet, and finalising the quarter.
#include "return.h"

#include "orjon/app/drive.h"
#include "orjon/app/finalise.h"
#include "orjon/app/undo.h"

#include <string.h>

static void count_undone(void *data, const struct undone *undone)
{
    (void)undone;
    ++*(size_t *)data;
}

void return_undo(struct return_screen *screen, bool redo)
{
    size_t count = 0;
    struct err err = {0};
    const struct app_undo what = {0};
    enum status status = redo ? app_redo(screen->app, &what, count_undone, &count, &err)
                              : app_undo(screen->app, &what, count_undone, &count, &err);
    if (status == STATUS_OK)
        status = book_reload(screen->book, &err);
    if (status) {
        desk_fail(screen->desk, &err);
        return;
    }
    return_list_rows(screen);
    desk_say(screen->desk, MESSAGE_GOOD,
             redo ? _("%s figures put forth again")
                  : _("%s figures taken back; Ctrl-Y brings them again"),
             SAY(count));
}

void return_jump(void *data, struct desk *desk, const char *code, int quarter)
{
    struct return_screen *screen = data;
    (void)desk;
    const struct indicator *indicator = plan_find(screen->book->plan, code);
    int col = quarter ? return_column_of(screen, (enum return_field)(FIELD_Q1 + quarter - 1)) : -1;
    if (!indicator)
        return;
    const size_t i = (size_t)(indicator - screen->book->plan->indicator);
    if (screen->filter == FILTER_FINDINGS) // some may have been answered
        return_list_rows(screen);
    if (return_row_of(screen, i) < 0) { // the filter has left it out
        screen->filter = FILTER_NONE;
        return_list_rows(screen);
    }
    grid_select(screen->grid, return_row_of(screen, i), col < 0 ? grid_col(screen->grid) : col);
}

void return_show_findings(struct return_screen *screen)
{
    findings_push(screen->desk, screen->book, return_jump, screen);
}

static void finalise(void *data, struct desk *desk)
{
    struct return_screen *screen = data;
    struct shelf shelf = {0};
    struct err err = {0};
    const struct plan *plan = screen->book->plan;
    screen->desk = desk;
    enum status status =
        shelf_open(screen->app, plan->fiscal_year, plan->name, screen->book->quarter, &shelf, &err);
    if (status == STATUS_OK)
        status = app_finalise(screen->app, &shelf, NULL, NULL, &err);
    shelf_done(&shelf);
    if (status == STATUS_FINDINGS) {
        return_show_findings(screen);
        desk_say(desk, MESSAGE_ERROR, "%s", _("Not finalised: there are errors"));
        return;
    }
    if (status == STATUS_OK)
        status = book_reload(screen->book, &err);
    struct app_seal seal;
    if (status == STATUS_OK)
        status = app_seal(screen->book, screen->book->quarter, &seal, &err);
    if (status)
        desk_fail(desk, &err);
    else if (app_drive(screen->app) == APP_DRIVE_FAILED)
        desk_say(desk, MESSAGE_WARNING, _("Finalised, mark %s; but %s"), seal.mark,
                 app_drive_trouble(screen->app));
    else
        desk_say(desk, MESSAGE_GOOD, _("Finalised; the paper carries the mark %s"), seal.mark);
}

void return_finalise(struct return_screen *screen)
{
    if (screen->book->sealed & 1U << (screen->book->quarter - 1))
        desk_say(screen->desk, MESSAGE_INFO, "%s",
                 _("The quarter is finalised; orjon reopen opens it with a reason"));
    else if (app_has_passphrase(screen->app))
        desk_say(screen->desk, MESSAGE_INFO, "%s",
                 _("This step is the officer's and needs the passphrase: orjon finalise"));
    else
        dialog_confirm(
            screen->desk, _("Finalise"),
            _("After this the figures of the quarter can no longer be changed. Finalise?"),
            finalise, screen);
}

void return_rekey(struct return_screen *screen)
{
    struct book *book = screen->book;
    struct rekey *rekey = &screen->rekey[book->quarter - 1];
    if (!rekey_fits(rekey, book)) { // the first time, or the plan was replaced
        rekey_done(rekey);
        rekey_init(rekey, book, book->quarter);
    }
    rekey_push(screen->desk, book, rekey, return_jump, screen);
}
