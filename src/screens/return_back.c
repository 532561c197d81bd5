// SPDX-License-Identifier: GPL-3.0-or-later
// Back and forth in the return form: what was left with Esc, then what was saved.
#include "return.h"

// What was left with Esc.
void return_bring_back(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    struct draft *dropped = &screen->dropped;
    (void)key;
    if (screen->remark.left.len) {
        return_jump(screen, desk, screen->remark.code.buf, screen->remark.quarter);
        if (remark_mode(&screen->remark) & WHEN_OPEN)
            remark_bring_back(desk, &screen->remark);
        else
            return_refuse(screen, desk);
        return;
    }
    if (!dropped->text) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was left with Esc"));
        return;
    }
    if (!plan_find(screen->book->plan, dropped->indicator)) {
        desk_say(desk, MESSAGE_WARNING, _("“%s” was of a row that is no longer in the plan"),
                 dropped->text);
        draft_done(dropped);
        return_drop_draft(screen);
        return;
    }
    return_jump(screen, desk, dropped->indicator, dropped->quarter);
    if (grid_edit(screen->grid, dropped->text))
        draft_done(dropped);
    else
        return_refuse(screen, desk);
}

void return_show_undone(void *state, struct desk *desk, const char *code, int quarter)
{
    return_list_rows(state);
    return_jump(state, desk, code, quarter);
}

// That comes back first; then what was saved last is undone.
void return_back(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    if (screen->dropped.text || screen->remark.left.len)
        return_bring_back(state, desk, key);
    else
        figure_undo_run(desk, &screen->undo, false);
}

void return_forth(void *state, struct desk *desk, const struct key *key)
{
    (void)key;
    figure_undo_run(desk, &((struct return_screen *)state)->undo, true);
}

void return_fail(void *state, struct desk *desk, const struct err *err)
{
    const struct book *book = ((const struct return_screen *)state)->book;
    say_locked(desk, book, book->quarter, "F9", err);
}
