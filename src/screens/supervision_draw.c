// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of the first screen of an office with others below it.
#include "supervision.h"

#include "sent.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/missing.h"

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
    const struct supervision *s = data;
    const struct app_supervision *news = &s->news;
    const size_t plan = (size_t)row, all = news->sending.plans;
    const struct app_sent_count count = news->count[plan];
    const size_t number[COUNT_COLUMNS] = {
        [COUNT_EXPECTED] = count.expected, [COUNT_CAME] = count.came,
        [COUNT_ON_TIME] = count.on_time,   [COUNT_LATE] = count.late,
        [COUNT_RETURNED] = count.returned, [COUNT_ACCEPTED] = count.accepted,
        [COUNT_MISSING] = count.missing};
    if (col == COUNT_PLAN)
        str_add(&ret->text, plan == all ? _("Together") : news->sending.brief[plan]);
    else
        str_add(&ret->text, SAY(number[s->counted[col]]));
    ret->style = plan == all ? STYLE_HEADING : STYLE_PLAIN;
}

const struct grid_ops supervision_counts = {.cell = count_cell};

// --- the whole ----------------------------------------------------------------------------------

static bool is_narrow(int width)
{
    return width < 76;
}

// Where there is no room for all, those are left out that their neighbours tell: what was to come
// is what came and what did not, and what came late is what came and not in time.
static bool is_counted(int count, bool narrow)
{
    return !narrow || (count != COUNT_EXPECTED && count != COUNT_LATE);
}

static void set_counts(struct supervision *s, int width)
{
    static const char *const headings[COUNT_COLUMNS] = {
        N_("Plan"), N_("to send"),  N_("sent"),     N_("in time"),
        N_("late"), N_("returned"), N_("accepted"), N_("not sent")};
    const bool narrow = is_narrow(width);
    const int least = narrow ? 5 : 7;
    int columns = 0, rest = width;
    for (int count = 0; count < COUNT_COLUMNS; count++) {
        const char *heading = tr(headings[count]);
        const int own = text_columns(heading, strlen(heading));
        if (!is_counted(count, narrow))
            continue;
        s->counted[columns] = count;
        s->count_column[columns++] = (struct grid_column){
            .heading = heading, .columns = own > least ? own : least, .align = ALIGN_RIGHT};
    }
    for (int c = 1; c < columns; c++)
        rest -= s->count_column[c].columns + 1;
    s->count_column[COUNT_PLAN].columns = rest;
    s->count_column[COUNT_PLAN].align = ALIGN_LEFT;
    grid_set_columns(s->counts, s->count_column, columns, 1);
}

void supervision_set_columns(struct supervision *s, int width)
{
    enum { DATE = 10, PHONE = 13 };
    const bool narrow = is_narrow(width); // the name comes before the telephone, which Enter shows
    const int columns = narrow ? LINE_PHONE : LINE_COLUMNS;
    const int left = width - DATE - (narrow ? 0 : PHONE) - (columns - 1);
    const int name = narrow ? left * 5 / 8 : left * 3 / 5;
    s->column[LINE_NAME] = (struct grid_column){.heading = _("Office"), .columns = name};
    s->column[LINE_WHAT] =
        (struct grid_column){.heading = _("Particulars"), .columns = left - name};
    s->column[LINE_DATE] = (struct grid_column){.heading = _("Date"), .columns = DATE};
    s->column[LINE_PHONE] = (struct grid_column){.heading = _("Telephone"), .columns = PHONE};
    grid_set_columns(s->grid, s->column, columns, 1);
    set_counts(s, width);
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
    str_addf(&text, _("Due %s (%s). "), due.buf, left.buf);
    rate_draw(app_sending_rate(sending, TREE_TOP), text.buf, "", canvas, row);
}

// «নিজের বিবরণী: ই-গভর্ন্যান্স ৩/১০, …»; returns the rows that this takes.
static int draw_own(const struct supervision *s, struct canvas *canvas, int row)
{
    autostr text = STR_INIT;
    for (size_t b = 0; b < s->own.count; b++) {
        const struct book *book = s->own.book[b];
        const struct figure_count figures = count_figures(book->plan, book->years, s->own.quarter);
        str_addf(&text, "%s%s %s/%s", b ? ", " : _("Own returns (Tab): "), book->plan->short_name,
                 SAY(figures.filled), SAY(figures.expected));
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
