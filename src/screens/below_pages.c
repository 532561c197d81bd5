// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of the offices below: totals, ranks, what is odd, the trend, rows kept aside.
#include "below.h"

#include "orjon/base/text.h"
#include "orjon/domain/tick.h"

#include <string.h>

// --- what all pages say --------------------------------------------------------------------------

void below_say_code(struct str *ret, const char *code)
{
    text_digits(ret, code, strlen(code), i18n_digits());
}

static const char *office_name(const struct below_screen *screen, int64_t office)
{
    const struct below_office *own = below_find(screen->below, office);
    return own ? own->office->name : "?";
}

// --- ranks --------------------------------------------------------------------------------------

static void cell_ranking(const struct below_screen *screen, int row, int col, struct str *ret)
{
    const struct standing *s = &screen->standing[row];
    switch (col) {
    case 0:
        rank_write(ret, s->rank, s->shared, i18n_language(), i18n_digits());
        str_add(ret, s->rank ? "" : "-");
        break;
    case 1:
        str_add(ret, office_name(screen, s->office));
        break;
    case 2:
        say_marks(ret, s->full);
        break;
    case 3:
        say_mark(ret, &s->marks, 2);
        break;
    case 4:
        say_mark(ret, &s->percent, 2);
        break;
    default:
        if (s->plan)
            str_addf(ret, "%s/", SAY(s->filled)), str_add(ret, SAY(s->expected));
        else
            str_add(ret, _("not sent"));
    }
}

static void tell_ranking(const struct below_screen *screen, int row, struct str *ret)
{
    const struct standing *s = &screen->standing[row];
    const struct below_office *office = below_find(screen->below, s->office);
    below_say_code(ret, office ? office->office->code : "?");
    str_addf(ret, " %s", office_name(screen, s->office));
    if (!s->plan)
        str_addf(ret, ": %s", _("has sent nothing"));
    else if (!s->rank)
        str_addf(ret, ": %s", _("there are no marks to rank it by"));
    else if (s->group > 1)
        str_addf(ret, _(": marked otherwise than most; ranked in group %s"), SAY(s->group));
}

// --- what is odd --------------------------------------------------------------------------------

bool below_is_asked(const struct below_screen *screen, const struct outlier *outlier)
{
    const struct store_mark *mark =
        app_matrix_find(&screen->marks, outlier->office, below_asked_code(outlier));
    return mark && mark->follow_up && strstr(mark->remark, outlier->message);
}

static void cell_outliers(const struct below_screen *screen, int row, int col, struct str *ret)
{
    const struct outlier *outlier = &screen->odd.outlier[row];
    switch (col) {
    case 0:
        str_add(ret, office_name(screen, outlier->office));
        break;
    case 1:
        below_say_code(ret, *outlier->indicator ? outlier->indicator : "-");
        break;
    case 2:
        str_add(ret, outlier->message);
        break;
    default:
        str_add(ret, below_is_asked(screen, outlier) ? _("yes") : "");
    }
}

static void tell_outliers(const struct below_screen *screen, int row, struct str *ret)
{
    const struct outlier *outlier = &screen->odd.outlier[row];
    str_addf(ret, "%s: %s", office_name(screen, outlier->office), outlier->message);
}

// --- kept aside ---------------------------------------------------------------------------------

static void cell_aside(const struct below_screen *screen, int row, int col, struct str *ret)
{
    const struct aside *aside = &screen->total.aside[row];
    switch (col) {
    case 0:
        below_say_code(ret, aside->indicator->code);
        break;
    case 1:
        str_add(ret, aside->indicator->text);
        break;
    case 2:
        str_add(ret, aside_name(aside->why, i18n_language()));
        break;
    default:
        str_add(ret, SAY(col == 3 ? aside->offices : aside->figures));
    }
}

static void tell_aside(const struct below_screen *screen, int row, struct str *ret)
{
    const struct aside *aside = &screen->total.aside[row];
    below_say_code(ret, aside->indicator->code);
    str_addf(ret, " %s: %s", aside->indicator->text, aside_name(aside->why, i18n_language()));
}

// --- all of them --------------------------------------------------------------------------------

enum { BARS = 22, BARS_LEAST = 10, NAME_LEAST = 22 };

static const struct page {
    const char *name, *paper;
    void (*cell)(const struct below_screen *screen, int row, int col, struct str *ret);
    void (*tell)(const struct below_screen *screen, int row, struct str *ret);
    int columns, frozen;
    int share;     // of what is left, the percentage that the first column of width 0 gets
    bool measured; // the others are as wide as what stands in them; else as wide as they say
    struct grid_column column[BELOW_COLUMNS];
} pages[BELOW_PAGES] = {
    [BELOW_TOTALS] = {N_("Totals"),
                      "consolidated",
                      below_totals_cell,
                      below_totals_tell,
                      10,
                      2,
                      100,
                      true,
                      {{N_("No."), NULL, 4, ALIGN_LEFT},
                       {N_("Indicator"), NULL, 0, ALIGN_LEFT},
                       {N_("Target"), NULL, 6, ALIGN_RIGHT},
                       {N_("Total"), NULL, 6, ALIGN_RIGHT},
                       {N_("%"), NULL, 6, ALIGN_RIGHT},
                       {N_("Figures"), NULL, 4, ALIGN_RIGHT},
                       {N_("Zero"), NULL, 4, ALIGN_RIGHT},
                       {N_("Not due"), NULL, 4, ALIGN_RIGHT},
                       {N_("Blank"), NULL, 4, ALIGN_RIGHT},
                       {N_("Exempt"), NULL, 4, ALIGN_RIGHT}}},
    [BELOW_RANKING] = {N_("Ranking"),
                       "ranking",
                       cell_ranking,
                       tell_ranking,
                       6,
                       2,
                       100,
                       true,
                       {{N_("Rank"), NULL, 4, ALIGN_LEFT},
                        {N_("Office"), NULL, 0, ALIGN_LEFT},
                        {N_("Of"), NULL, 6, ALIGN_RIGHT},
                        {N_("Marks"), NULL, 6, ALIGN_RIGHT},
                        {N_("%"), NULL, 6, ALIGN_RIGHT},
                        {N_("Filled in"), NULL, 9, ALIGN_CENTRE}}},
    [BELOW_OUTLIERS] = {N_("What is odd"),
                        "outliers",
                        cell_outliers,
                        tell_outliers,
                        4,
                        1,
                        35,
                        false,
                        {{N_("Office"), NULL, 0, ALIGN_LEFT},
                         {N_("No."), NULL, 7, ALIGN_LEFT},
                         {N_("What is odd"), NULL, 0, ALIGN_LEFT},
                         {N_("Asked"), NULL, 7, ALIGN_CENTRE}}},
    [BELOW_TREND] = {N_("Quarter after quarter"),
                     "trend",
                     below_trend_cell,
                     below_trend_tell,
                     4,
                     1,
                     100,
                     false,
                     {{N_("Quarter"), NULL, 0, ALIGN_LEFT},
                      {N_("Sent"), NULL, 9, ALIGN_CENTRE},
                      {N_("Total"), NULL, 12, ALIGN_RIGHT},
                      {"", NULL, BARS, ALIGN_LEFT}}},
    [BELOW_ASIDE] = {N_("Kept aside"),
                     "consolidated",
                     cell_aside,
                     tell_aside,
                     5,
                     1,
                     60,
                     false,
                     {{N_("No."), NULL, 7, ALIGN_LEFT},
                      {N_("Indicator"), NULL, 0, ALIGN_LEFT},
                      {N_("Why"), NULL, 0, ALIGN_LEFT},
                      {N_("Offices"), NULL, 8, ALIGN_RIGHT},
                      {N_("Figures"), NULL, 8, ALIGN_RIGHT}}},
};

const char *below_page_name(enum below_page page)
{
    return tr(pages[page].name);
}

const char *below_page_paper(enum below_page page)
{
    return pages[page].paper;
}

size_t below_page_rows(const struct below_screen *screen)
{
    switch (screen->page) {
    case BELOW_TOTALS:
        return screen->below->plan->count;
    case BELOW_RANKING:
        return screen->weighed ? screen->below->count : 0;
    case BELOW_OUTLIERS:
        return screen->odd.count;
    case BELOW_TREND:
        return screen->lines;
    default:
        return screen->total.asides;
    }
}

static void cell(void *data, int row, int col, struct grid_cell *ret)
{
    const struct below_screen *screen = data;
    pages[screen->page].cell(screen, row, col, &ret->text);
    if (screen->page == BELOW_OUTLIERS)
        ret->style = below_is_asked(screen, &screen->odd.outlier[row]) ? STYLE_DIM : STYLE_PLAIN;
}

const struct grid_ops below_grid = {.cell = cell, .section = below_page_section};

// The columns that say how wide they are; returns what they and the rules leave of a width.
static int lay_fixed(struct below_screen *screen, int width)
{
    const struct page *page = &pages[screen->page];
    const int rows = page->measured ? (int)below_page_rows(screen) : 0;
    int left = width - (page->columns - 1);
    arena_done(&screen->headings);
    for (int i = 0; i < page->columns; i++) {
        struct grid_column *column = &screen->column[i];
        const char *heading = *page->column[i].heading ? tr(page->column[i].heading) : "";
        *column = page->column[i];
        if (page->measured && column->columns) {
            const int room = column_room(&below_grid, screen, rows, i, heading);
            column->columns = room > column->columns ? room : column->columns;
        }
        column->heading =
            column->columns ? heading_wrap(&screen->headings, heading, column->columns) : heading;
        left -= column->columns;
    }
    return left;
}

// Bars give way to names; where that is not enough, columns go out of view.
void below_lay_columns(struct below_screen *screen, int width)
{
    const struct page *page = &pages[screen->page];
    int left = lay_fixed(screen, width), share = page->share;
    struct grid_column *last = &screen->column[page->columns - 1];
    if (screen->page == BELOW_TREND && left < NAME_LEAST) {
        const int bars = BARS - (NAME_LEAST - left);
        last->columns = bars > BARS_LEAST ? bars : BARS_LEAST;
        left += BARS - last->columns;
    }
    screen->bar = last->columns - 2;
    for (int i = 0; i < page->columns; i++)
        if (!page->column[i].columns) {
            const int room = left * share / 100, least = page->measured ? NAME_LEAST : 8;
            screen->column[i].columns = room > least ? room : least;
            share = 100 - page->share;
        }
    grid_set_columns(screen->grid, screen->column, page->columns, page->frozen);
}

void below_page_tell(const struct below_screen *screen, int row, struct str *ret)
{
    if (row >= 0 && (size_t)row < below_page_rows(screen))
        pages[screen->page].tell(screen, row, ret);
}
