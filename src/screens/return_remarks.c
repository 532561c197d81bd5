// SPDX-License-Identifier: GPL-3.0-or-later
// What the office above has remarked of the return: found row by row, and answered.
#include "return.h"

#include "orjon/app/finalise.h"
#include "orjon/base/text.h"

#include <string.h>

void return_load_remarks(struct return_screen *screen)
{
    struct book *book = screen->book;
    const struct app_review_of of = {0, book->plan->fiscal_year, book->quarter, book->plan->name};
    struct err err = {0};
    app_reviews_done(&screen->reviews);
    app_changes_done(&screen->changes);
    if (app_load_reviews(book, &screen->reviews, &err) == STATUS_OK &&
        return_reviewed(screen)->verdict == VERDICT_RETURNED)
        app_list_changes(screen->app, &of, &screen->changes, &err);
}

const struct app_reviewed *return_reviewed(const struct return_screen *screen)
{
    return &screen->reviews.quarter[screen->book->quarter - 1];
}

const struct app_remark *return_remark(const struct return_screen *screen, size_t indicator)
{
    return app_find_remark(return_reviewed(screen), screen->book->plan->indicator[indicator].code);
}

const struct app_difference *return_change(const struct return_screen *screen, size_t indicator,
                                           int quarter)
{
    return app_find_change(&screen->changes, screen->book->plan->indicator[indicator].code,
                           quarter);
}

bool return_has_changed(const struct return_screen *screen, size_t indicator)
{
    for (int q = 1; q <= screen->book->quarter; q++)
        if (return_change(screen, indicator, q))
            return true;
    return false;
}

void return_next_remark(void *state, struct desk *desk, const struct key *key)
{
    struct return_screen *screen = state;
    const int row = grid_row(screen->grid);
    (void)key;
    for (int step = 1; step <= screen->rows; step++) {
        const int r = (row + step) % screen->rows;
        if (screen->row[r] < 0 || !return_remark(screen, (size_t)screen->row[r]))
            continue;
        grid_select(
            screen->grid, r,
            return_column_of(screen, (enum return_field)(RETURN_Q1 + screen->book->quarter - 1)));
        return;
    }
    desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was remarked of these figures"));
}

// --- answering ----------------------------------------------------------------------------------

static enum status accept(void *data, const char *text, struct err *err)
{
    struct return_screen *screen = data;
    size_t i = 0, count = 0;
    const struct indicator *indicator = return_indicator(screen, &i);
    return app_answer(screen->book, indicator, screen->book->quarter, REVIEWED_REMARK, text, &count,
                      err);
}

static void answered(void *data, struct desk *desk, const char *text)
{
    (void)text;
    return_load_remarks(data);
    desk_say(desk, MESSAGE_GOOD, "%s", _("Answered; it goes up with the next file that is sent"));
}

void return_answer(void *state, struct desk *desk, const struct key *key)
{
    const struct return_screen *screen = state;
    size_t i = 0;
    const struct indicator *indicator = return_indicator(screen, &i);
    const struct app_remark *remark = indicator ? return_remark(screen, i) : NULL;
    autostr title = STR_INIT, said = STR_INIT, about = STR_INIT;
    (void)key;
    if (!remark) {
        desk_say(desk, MESSAGE_INFO, "%s", _("Nothing was remarked of this figure"));
        return;
    }
    app_say_remark(return_reviewed(screen), remark, &said);
    say_place(&title, indicator->code, screen->book->quarter);
    name_place(&about, screen->book, indicator->code, screen->book->quarter);
    const struct dialog_prompt prompt = {.title = title.buf,
                                         .label = _("Answer"),
                                         .hint = said.buf,
                                         .preset = remark->answer.text,
                                         .about = about.buf,
                                         .accept = accept,
                                         .done = answered,
                                         .data = state};
    dialog_prompt(desk, &prompt);
}
