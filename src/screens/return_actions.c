// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of the return form, and what they do to the marked figure and to the list.
#include "return.h"

#include "orjon/domain/missing.h"

#include <string.h>

// --- the marked figure --------------------------------------------------------------------------

static void open_quarter(void *data, struct desk *desk)
{
    struct return_screen *screen = data;
    (void)desk;
    screen->opened = return_quarter_at(screen, grid_col(screen->grid));
    grid_edit(screen->grid, NULL);
}

// Typing into another quarter than the one in hand: only on purpose.
static void change(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    struct return_place place;
    if (!return_marked(screen, &place))
        return_refuse(screen, desk);
    else if (return_is_open(screen, place.quarter))
        grid_edit(screen->grid, NULL);
    else if (place.quarter == screen->book->quarter && return_reviewed(screen)->waits)
        return_finalise(screen, desk, key); // opens it again
    else if (app_may_change(screen->app, screen->book, place.quarter, NULL))
        return_refuse(screen, desk);
    else
        dialog_confirm(desk, _("Another quarter"),
                       _("This is not the quarter in hand. Change its figure all the same?"),
                       open_quarter, screen);
}

const char *return_hint(const void *state, const struct action *row)
{
    const bool opens = return_is_sealed(state) && return_reviewed(state)->waits;
    if (row->act == return_finalise)
        return return_is_sealed(state) ? N_("open again") : NULL;
    if (row->act == change && return_mode(state) == MODE_CLOSED)
        return opens ? N_("open again") : "";
    return NULL;
}

// --- between plan and spreadsheet ---------------------------------------------------------------

static void copy_column(void *state, struct desk *desk, const struct key *key)
{
    const struct return_screen *screen = state;
    struct return_place place;
    autostr text = STR_INIT;
    (void)key;
    if (!return_marked(screen, &place)) {
        return_refuse(state, desk);
        return;
    }
    for (int r = 0; r < screen->rows; r++)
        if (screen->row[r] >= 0)
            str_addf(&text, "%s\n",
                     screen->book->years[screen->row[r]].quarter[place.quarter - 1].typed);
    desk_copy(desk, text.buf, text.len);
    desk_say(desk, MESSAGE_INFO, "%s", _("The column of the quarter was copied"));
}

static void cut(void *state, struct desk *desk, const struct key *key)
{
    grid_copy(((struct return_screen *)state)->grid, desk);
    return_clear(state, desk, key);
}

static void paste(void *state, struct desk *desk, const struct key *key)
{
    const struct str *clipboard = desk_clipboard(desk);
    (void)key;
    grid_paste(((struct return_screen *)state)->grid, desk, clipboard->buf, clipboard->len);
}

// --- the list -----------------------------------------------------------------------------------

static void next_empty(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const struct book *book = screen->book;
    const int row = grid_row(screen->grid);
    (void)key;
    for (int step = 1; step <= screen->rows; step++) {
        const int r = (row + step) % screen->rows, i = screen->row[r];
        if (i < 0 || !figure_is_missing(book->plan, &book->plan->indicator[i],
                                        &book->years[i].quarter[book->quarter - 1]))
            continue;
        grid_select(screen->grid, r,
                    return_column_of(screen, (enum return_field)(RETURN_Q1 + book->quarter - 1)));
        return;
    }
    desk_say(desk, MESSAGE_GOOD, "%s", _("Every figure of the quarter is filled in"));
}

static void next_filter(void *state, struct desk *desk, const struct key *key)
{
    static const char *const names[] = {
        [FILTER_NONE] = N_("All indicators"),
        [FILTER_EMPTY] = N_("Only those not filled in"),
        [FILTER_BEHIND] = N_("Only those behind schedule"),
        [FILTER_FINDINGS] = N_("Only those with findings"),
        [FILTER_REMARKED] = N_("Only those that were remarked"),
        [FILTER_CHANGED] = N_("Only those that are others since it was sent back"),
    };
    struct return_screen *screen = state;
    (void)key;
    do {
        screen->filter = (screen->filter + 1) % FILTERS;
        return_list_rows(screen);
    } while (screen->rows == 0 && screen->filter != FILTER_NONE);
    desk_say(desk, MESSAGE_INFO, "%s", tr(names[screen->filter]));
}

static void other_quarter(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const int quarter = screen->book->quarter + (key->code == K_CTRL_RIGHT ? 1 : -1);
    if (quarter >= 1 && quarter <= QUARTERS)
        return_show_quarter(screen, desk, quarter);
}

enum {
    OPEN = WHEN_OPEN,
    SOMETHING = MODE_STATE | MODE_FILLED,
    ALL = WHEN_AT_REST | WHEN_SETTLED,
    WRITABLE = WHEN_AT_REST & ~MODE_READ_ONLY,
};

const struct action return_actions[] = {
    {"F4", "*", N_("state"), N_("no case, not due, not applicable, nothing done, not filled in"),
     OPEN | WHEN_SETTLED, return_choose_state},
    {"F6", NULL, N_("remark"),
     N_("write the remark; again: the working of the figure, its history"), ALL, return_ask_remark},
    {"F7", NULL, N_("check"), N_("check: what is missing or odd; answer its queries"), ALL,
     return_check},
    {"F8", NULL, N_("papers"), N_("look at the paper"), ALL, return_open_papers},
    {"F9", NULL, N_("finalise"), N_("finalise the quarter; open a finalised one again"),
     WRITABLE | WHEN_SETTLED, return_finalise},
    {"F2", NULL, N_("change"), N_("change what stands there, also in another quarter"),
     OPEN | MODE_LOCKED | MODE_CLOSED, change},
    {"C-e", NULL, N_("evidence"), N_("the evidence of the marked figure"), ALL,
     return_open_evidence},
    {"F3 C-f", NULL, N_("find"), N_("find an indicator"), ALL | MODE_FINDING, screen_find},
    {NULL, "n ন d ব a প", N_("no case"),
     N_("no case (n), not due (d), not applicable (a): alone in a field"), OPEN | HINT_LATER,
     return_by_letter},
    {NULL, "+", N_("one more"), N_("one more than stands there"), OPEN, return_one_more},
    {NULL, "t ত", N_("today"), N_("today's date"), OPEN, return_today},
    {"F5", NULL, N_("as before"), N_("the same as in the quarter before"), OPEN, return_ditto},
    {"Del BS", NULL, N_("clear"), N_("empty the field"), SOMETHING, return_clear},
    {"C-z", NULL, N_("undo"), N_("undo the last change in this return"), WRITABLE, return_back},
    {"C-y", NULL, N_("redo"), N_("redo what was undone"), WRITABLE, return_forth},
    {"C-c", NULL, N_("copy column"), N_("copy the column"), WHEN_AT_REST, copy_column},
    {"C-x", NULL, N_("cut"), N_("cut the figure"), SOMETHING, cut},
    {"C-v", NULL, N_("paste"), N_("paste rows and columns from a spreadsheet"), OPEN, paste},
    {"C-Down", NULL, N_("next to fill in"), N_("the next figure that is not filled in"), ALL,
     next_empty},
    {"C-t", NULL, N_("only some"),
     N_("only the rows not filled in, behind, with findings, remarked, changed"), WHEN_AT_REST,
     next_filter},
    {"C-n", NULL, N_("next remarked"), N_("the next figure that was remarked by the office above"),
     ALL, return_next_remark},
    {"C-a", NULL, N_("answer"), N_("answer what was remarked of the marked figure"), WRITABLE,
     return_answer},
    {"C-Left", NULL, N_("quarter before"), N_("the quarter before"), WHEN_AT_REST, other_quarter},
    {"C-Right", NULL, N_("quarter after"), N_("the quarter after"), WHEN_AT_REST, other_quarter},
    {"C-p", NULL, N_("plan"), N_("the plan: weights, targets, grades; change them"), ALL,
     return_open_plan},
    {"C-r", NULL, N_("type again"), N_("type the figures again from the signed sheet, and compare"),
     WHEN_AT_REST, return_rekey},
    {0}};

const struct action return_onpaper_actions[] = {
    {"F2", NULL, N_("change"), N_("change what stands there, also in another quarter"),
     OPEN | MODE_LOCKED, change},
    {"F4", "*", N_("state"), N_("no case, not due, not applicable, nothing done, not filled in"),
     OPEN | WHEN_SETTLED, return_choose_state},
    {"F6", NULL, N_("remark"), N_("write the remark; again: the working of the figure"), ALL,
     return_ask_remark},
    {"F3 C-f", NULL, N_("find"), N_("find an indicator"), ALL | MODE_FINDING, screen_find},
    {NULL, "n ন d ব a প", N_("no case"),
     N_("no case (n), not due (d), not applicable (a): alone in a field"), OPEN | HINT_LATER,
     return_by_letter},
    {"F5", NULL, N_("as before"), N_("the same as in the quarter before"), OPEN, return_ditto},
    {"Del BS", NULL, N_("clear"), N_("empty the field"), SOMETHING, return_clear},
    {"C-c", NULL, N_("copy column"), N_("copy the column"), WHEN_AT_REST, copy_column},
    {"C-x", NULL, N_("cut"), N_("cut the figure"), SOMETHING, cut},
    {"C-v", NULL, N_("paste"), N_("paste rows and columns from a spreadsheet"), OPEN, paste},
    {"C-Down", NULL, N_("next to fill in"), N_("the next figure that is not filled in"), ALL,
     next_empty},
    {"C-z", NULL, N_("undo"), N_("bring back what was left with Esc"), WHEN_AT_REST,
     return_bring_back},
    {"Esc", NULL, N_("save"), N_("save the return as it stands, and back"), WHEN_AT_REST,
     onpaper_leave},
    {0}};
