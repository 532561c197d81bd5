// SPDX-License-Identifier: GPL-3.0-or-later
// What is due next, below the plans of the first screen; a click leads to where it is done.
#include "home.h"

#include "orjon/domain/date.h"
#include "record_screens.h"

#include <string.h>

enum { DUE_MAX = 40 };

static void draw_due(const struct home *home, const struct due *due, struct canvas *canvas, int row)
{
    autostr date = STR_INIT, left = STR_INIT, what = STR_INIT;
    const enum style style = due_say(due, app_today(home->app), &left, &what);
    date_write(&date, due->date, i18n_digits());
    canvas_text(canvas, row, 1, 10, STYLE_PLAIN, ALIGN_LEFT, date.buf, date.len);
    canvas_text(canvas, row, 13, 18, style, ALIGN_LEFT, left.buf, left.len);
    canvas_text(canvas, row, 33, canvas->cols - 34, STYLE_PLAIN, ALIGN_LEFT, what.buf, what.len);
}

void home_draw_due(struct home *home, struct canvas *canvas, int row)
{
    struct due due[DUE_MAX];
    const size_t count = due_list(&home->shelf, &home->decisions, due, DUE_MAX);
    canvas_text(canvas, row++, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, _("Due next"),
                strlen(_("Due next")));
    home->due_top = row;
    for (size_t i = 0; i < count && row < canvas->rows; i++)
        draw_due(home, &due[i], canvas, row++);
    home->due_rows = row - home->due_top;
}

// A return goes out as its papers.
static void open_due(struct home *home, const struct due *due, struct desk *desk)
{
    struct err err = {0};
    if (due->decision)
        record_form_push(desk, home->app, RECORD_DECISION, due->decision->id);
    else if (!due->book)
        home_open_papers(home, desk, NULL);
    else if (return_push(desk, home->app, home->shelf.fiscal_year, due->book->plan->name,
                         home->shelf.quarter, due->indicator->code, &err))
        desk_fail(desk, &err);
}

bool home_click_due(struct home *home, struct desk *desk, const struct key *key)
{
    struct due due[DUE_MAX];
    const int at = key->row - home->due_top;
    if (key->code != K_CLICK || at < 0 || at >= home->due_rows || !(desk_mode(desk) & WHEN_AT_REST))
        return false;
    if ((size_t)at < due_list(&home->shelf, &home->decisions, due, DUE_MAX))
        open_due(home, &due[at], desk);
    return true;
}
