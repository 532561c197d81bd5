// SPDX-License-Identifier: GPL-3.0-or-later
// One indicator of a plan on its way into the cells of a table.
#pragma once

#include "layout.h"

#include "orjon/papers/papers.h"

struct item {
    const struct paper_request *request;
    const struct layout *layout;
    const struct paper_plan *of;
    size_t at;  // of the plan's indicators
    int serial; // of its activity, from 1
};

static inline const struct indicator *item_indicator(const struct item *item)
{
    return &item->of->plan->indicator[item->at];
}

static inline const struct year *item_year(const struct item *item)
{
    return &item->of->years[item->at];
}

static inline const struct score *item_score(const struct item *item)
{
    return &item->of->scores[item->at];
}

static inline struct figure_style item_style(const struct item *item)
{
    struct figure_style style = item->layout->style;
    style.number.digits = item->request->digits;
    return style;
}

// Whether the indicator before it has the same area, or the same activity of that area, so that
// one cell reaches over both.
bool item_same_area(const struct item *item);
bool item_same_activity(const struct item *item);

// Puts the next cell of the item's row. With sub-rows `targets` is the upper of the two.
void item_put(struct table *table, const struct layout_column *column, const struct item *item,
              bool targets);

// Figures, each a cell of its own (figure.c).
void figure_put_number(struct table *table, struct maybe number, const struct item *item);
void figure_put_entry(struct table *table, int quarter, const struct item *item);
void figure_put_target(struct table *table, const struct target *target, const struct item *item);
void figure_put_ladder(struct table *table, const struct item *item);
// What stands beside the target: baseline, the year before the last, last year, two projections.
void figure_put_beside(struct table *table, int nth, const struct item *item);
void figure_put_components(struct table *table, const struct item *item);
void figure_put_grade(struct table *table, int grade, const struct item *item);
void figure_put_total(struct table *table, const struct item *item);
void figure_put_total_target(struct table *table, const struct item *item);
void figure_put_percent(struct table *table, const struct mark *percent, const struct item *item);
void figure_put_raw(struct table *table, const struct item *item);
void figure_put_marks(struct table *table, const struct item *item);
// A result with `decimals`, `-` when there is none.
void figure_put_mark(struct table *table, const struct mark *mark, int decimals, const char *unit,
                     enum digits digits);
