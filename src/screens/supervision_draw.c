// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the first screen of an office with others below it.
#include "supervision.h"

#include "sent.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"

#include <string.h>

// --- the lines ----------------------------------------------------------------------------------

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct supervision_line *line = &((const struct supervision *)data)->line[row];
    str_add(&ret->text, line->text[col]);
    if (line->more)
        ret->style = STYLE_DIM;
    else if (col == LINE_WHAT)
        ret->style = line->style;
}

static bool section(void *data, int row, struct str *ret)
{
    const struct supervision_line *line = &((const struct supervision *)data)->line[row];
    if (line->heading)
        str_add(ret, line->text[LINE_NAME]);
    return line->heading;
}

const struct grid_ops supervision_grid = {.cell = cell, .section = section};

// --- how each plan stands -----------------------------------------------------------------------

static void count_cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct app_supervision *news = &((const struct supervision *)data)->news;
    const size_t plan = (size_t)row, all = news->sending.plans;
    const struct app_sent_count count = news->count[plan];
    const size_t number[COUNT_COLUMNS] = {
        0,          count.expected, count.came,     count.on_time,
        count.late, count.returned, count.accepted, count.missing};
    if (col == 0)
        str_add(&ret->text, plan == all ? _("Together") : news->sending.brief[plan]);
    else
        str_add(&ret->text, SAY(number[col]));
    ret->style = plan == all ? STYLE_HEADING : STYLE_PLAIN;
}

const struct grid_ops supervision_counts = {.cell = count_cell};

// --- the whole ----------------------------------------------------------------------------------

void supervision_set_columns(struct supervision *s, int width)
{
    static const char *const headings[COUNT_COLUMNS] = {
        N_("Plan"), N_("to send"),  N_("sent"),     N_("in time"),
        N_("late"), N_("returned"), N_("accepted"), N_("not sent")};
    enum { DATE = 10, PHONE = 13 };
    int rest = width;
    for (int c = COUNT_COLUMNS - 1; c >= 0; c--) {
        const char *heading = tr(headings[c]);
        const int own = width < 76 ? 5 : text_columns(heading, strlen(heading)) > 7 ? 8 : 7;
        s->count_column[c] = (struct grid_column){
            .heading = heading, .columns = c ? own : rest, .align = c ? ALIGN_RIGHT : ALIGN_LEFT};
        rest -= own + 1;
    }
    const int left = width - DATE - PHONE - (LINE_COLUMNS - 1);
    s->column[LINE_NAME] = (struct grid_column){.heading = _("Office"), .columns = left * 3 / 5};
    s->column[LINE_WHAT] =
        (struct grid_column){.heading = _("Particulars"), .columns = left - left * 3 / 5};
    s->column[LINE_DATE] = (struct grid_column){.heading = _("Date"), .columns = DATE};
    s->column[LINE_PHONE] = (struct grid_column){.heading = _("Telephone"), .columns = PHONE};
    grid_set_columns(s->grid, s->column, LINE_COLUMNS, 1);
    grid_set_columns(s->counts, s->count_column, COUNT_COLUMNS, 1);
}

static void draw_rates(const struct supervision *s, struct canvas *canvas, int row)
{
    const struct app_sending *sending = &s->news.sending;
    const int32_t days = sending->due - app_today(s->app);
    autostr text = STR_INIT, due = STR_INIT, left = STR_INIT;
    date_write(&due, sending->due, i18n_digits());
    if (days < 0)
        str_addf(&left, tr_count("%s day ago", "%s days ago", -days), SAY(-days));
    else
        days_say(days, &left);
    str_addf(&text, _("Due on %s (%s). "), due.buf, left.buf);
    rate_say(app_sending_rate(sending, TREE_TOP), &text);
    canvas_text(canvas, row, 1, canvas->cols - 2, STYLE_HEADING, ALIGN_LEFT, text.buf, text.len);
}

// «নিজের বিবরণী: ই-গভর্ন্যান্স ৩/১০, …»; returns the rows that this takes.
static int draw_own(const struct supervision *s, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    for (size_t b = 0; b < s->own.count; b++) {
        const struct book *book = s->own.book[b];
        size_t filled = 0;
        for (size_t i = 0; i < book->plan->count; i++)
            filled += book->years[i].quarter[s->own.quarter - 1].state != ENTRY_EMPTY;
        str_addf(&text, "%s%s %s/%s", b ? ", " : _("Own returns (Tab): "), book->plan->short_name,
                 SAY(filled), SAY(book->plan->count));
    }
    if (text.len)
        canvas_text(canvas, row, 1, canvas->cols - 2, STYLE_DIM, ALIGN_LEFT, text.buf, text.len);
    return text.len > 0;
}

void supervision_draw(void *state, struct canvas *canvas)
{
    struct supervision *s = state;
    const struct office *office = app_office(s->app);
    const char *name =
        *office->field[OFFICE_NAME] ? office->field[OFFICE_NAME] : _("office without a name");
    const int plans = (int)s->news.sending.plans, wanted = plans + (plans > 1) + 2;
    const int most = canvas->rows / 2 - 1, rows = wanted < most ? wanted : most;
    title_draw(canvas, s->app, name, s->news.sending.fiscal_year, s->news.sending.quarter);
    supervision_set_columns(s, canvas->cols);
    draw_rates(s, canvas, 1);
    int row = 2;
    row += clock_draw(s->app, canvas, row);
    if (plans)
        grid_draw(s->counts, canvas, row, 0, rows, canvas->cols);
    row += plans ? rows : 0;
    canvas_change_style(canvas, 2, 0, row - 2, canvas->cols, STYLE_FOCUS, STYLE_PLAIN);
    row += draw_own(s, canvas, row);
    row += drive_draw(s->app, s->drive, canvas, row);
    grid_draw(s->grid, canvas, row, 0, canvas->rows - row, canvas->cols);
}
