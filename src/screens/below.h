// SPDX-License-Identifier: GPL-3.0-or-later
// The offices below as one: the pages of the screen.
#pragma once

#include "orjon/app/below.h"
#include "orjon/app/reviews.h"
#include "private.h"

enum below_page {
    BELOW_TOTALS,
    BELOW_RANKING,
    BELOW_OUTLIERS,
    BELOW_TREND,
    BELOW_ASIDE,
    BELOW_PAGES
};
enum { BELOW_COLUMNS = 10 };

struct below_line { // of the trend
    size_t indicator;
    int point; // -1: its heading
};

struct below_screen {
    struct app *app;
    int fiscal_year, quarter;
    char *plan, *under; // under NULL: all offices
    enum below_page page;
    bool ascii;
    bool fresh; // read since the last key
    struct below *below;
    struct consolidation total;
    struct standing *standing; // NULL until they are asked for, like the trend
    struct outliers odd;
    struct app_matrix marks; // which of them were asked back
    struct below_trend trend;
    struct below_line *line;
    size_t lines;
    bool weighed, followed; // standings and outliers, trend are there
    struct grid *grid;
    struct grid_column column[BELOW_COLUMNS];
    struct arena headings;
    int width, bar; // of a bar of the trend
    struct paper_choice paper;
    struct review_undo undo;
};

extern const struct action below_actions[];

// Reads all of it again; the page in hand is worked out, the others when they are asked for.
enum status below_load(struct below_screen *screen, struct err *err);
void below_show(struct below_screen *screen, struct desk *desk, enum below_page page);
// The outlier under the cursor; NULL when there is none.
const struct outlier *below_odd(const struct below_screen *screen);

// below_pages.c
const char *below_page_name(enum below_page page);  // for the head
const char *below_page_paper(enum below_page page); // that shows it
size_t below_page_rows(const struct below_screen *screen);
// Gives the grid the columns of the page for a width.
void below_lay_columns(struct below_screen *screen, int width);
extern const struct grid_ops below_grid;
bool below_page_section(void *data, int row, struct str *ret); // below_trend.c
// All of what the row under the cursor says, appended.
void below_page_tell(const struct below_screen *screen, int row, struct str *ret);
// Whether its question stands in the marks and is followed up.
bool below_is_asked(const struct below_screen *screen, const struct outlier *outlier);
void below_say_code(struct str *ret, const char *code); // in the user's digits

// below_totals.c
void below_totals_cell(const struct below_screen *screen, int row, int col, struct str *ret);
void below_totals_tell(const struct below_screen *screen, int row, struct str *ret);
// An amount as its way of counting wants it.
void below_say_amount(struct str *ret, const struct mark *mark, enum fold fold);

// below_trend.c
void below_trend_cell(const struct below_screen *screen, int row, int col, struct str *ret);
void below_trend_tell(const struct below_screen *screen, int row, struct str *ret);
