// SPDX-License-Identifier: GPL-3.0-or-later
// What the papers of many offices show.
#pragma once

#include "orjon/app/below.h"
#include "orjon/domain/listing.h"

// Works the lists of a paper out: «consolidated» and «ranking» of every plan or of the one named,
// «matrix» and «monitoring» of one.
enum status below_list(struct app *app, const struct app_below_of *of, const char *paper,
                       enum digits digits, struct listings *ret, struct err *err);

// Lists on their way: of one plan.
struct below_listing {
    const struct below *below;
    enum digits digits; // of the paper, which is in Bengali
    struct listings *lists;
};
void below_put_count(const struct below_listing *l, struct listed *row, int cell, size_t count);
void below_put_text(const struct below_listing *l, struct listed *row, int cell, const char *text);
// Its name, and that its return came on paper.
void below_put_office(const struct below_listing *l, struct listed *row, int cell,
                      const struct below_office *office);
// The offices with what was ticked of each indicator (below_matrix.c).
enum status below_list_matrix(const struct below_listing *l, struct err *err);

// The totals quarter after quarter (below_paper_trend.c).
enum status below_list_trend(const struct below_listing *l, struct err *err);

// Its plan: the one named, else the only one that has come (below_plans.c).
enum status below_choose_plan(struct below *b, const struct app_below_of *of, struct err *err);
// Nobody has sent the plan that was named: nobody at all, or none of those that are asked for.
enum status below_say_none(struct below *b, const struct app_below_of *of, struct err *err);
