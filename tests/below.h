// SPDX-License-Identifier: GPL-3.0-or-later
// Plans and figures of offices below, made up: those that tests/below_of.c says.
#pragma once

#include "orjon/base/str.h"
#include "orjon/domain/date.h"
#include "orjon/domain/entry.h"
#include "orjon/domain/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static inline void below_must(bool holds, const char *what)
{
    if (holds)
        return;
    fprintf(stderr, "offices below: %s\n", what);
    exit(1);
}

// Kinds of indicators, in turn.
static const char *const below_kinds[] = {
    "kind=number method=sum rule=proportion target=120",
    "kind=number method=last rule=proportion target=40",
    "kind=percent method=rate rule=proportion target=80",
    "kind=number method=average rule=proportion target=30",
    "kind=date method=date rule=deadline",
};
enum { BELOW_KINDS = sizeof below_kinds / sizeof *below_kinds };

static inline void below_set(struct plan *plan, struct indicator *row, const char *column,
                             const char *text)
{
    size_t at = 0;
    below_must(template_find(&plan->scale, column, strlen(column), &at) &&
                   !template_set(row, at, text, strlen(text), &plan->text, NULL),
               text);
}

static inline void below_add_row(struct plan *plan, int i, int year)
{
    char text[256], *save = NULL;
    struct indicator *row = plan_add(plan);
    snprintf(text, sizeof text, "%d.%d", i / 10 + 1, i % 10 + 1);
    below_set(plan, row, "indicator_code", text);
    snprintf(text, sizeof text, "সূচক %d: সেবা প্রদান প্রতিশ্রুতি বাস্তবায়ন ও হালনাগাদকরণ", i + 1);
    below_set(plan, row, "indicator", text);
    below_set(plan, row, "weight", "2");
    below_set(plan, row, "no_case", "exclude");
    snprintf(text, sizeof text, "%s", below_kinds[i % BELOW_KINDS]);
    for (char *word = strtok_r(text, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
        char *value = strchr(word, '=');
        *value++ = '\0';
        below_set(plan, row, word, value);
    }
    snprintf(text, sizeof text, "%d-07-31", year);
    if (i % BELOW_KINDS == BELOW_KINDS - 1)
        below_set(plan, row, "target", text);
}

static inline struct plan *below_plan(const char *name, int rows, int year)
{
    struct plan *plan = plan_new();
    plan->name = name;
    plan->title = "সেবা প্রদান প্রতিশ্রুতি কর্মপরিকল্পনা";
    plan->family = "below";
    plan->fiscal_year = year;
    plan->full_marks = (struct maybe){true, 2 * rows * NUMBER_ONE};
    for (int i = 0; i < rows; i++)
        below_add_row(plan, i, year);
    return plan;
}

static inline void below_plan_free(struct plan **plan)
{
    (*plan)->name = (*plan)->title = (*plan)->family = "";
    plan_free(plan);
}

// As somebody types it: ৭, ৭/৬০, ০৭/০৮/২০২৩, or a dash.
static inline void below_type(int office, int row, int quarter, int year, struct str *ret)
{
    const int value = (7 * office + 3 * row + quarter) % 50 + 1;
    autostr latin = STR_INIT;
    if ((office + row + quarter) % 11 == 0)
        str_add_char(ret, '-');
    else if (row % BELOW_KINDS == 4)
        date_write(ret, period_quarter_start(year, quarter) + value, DIGITS_BENGALI);
    else if (row % BELOW_KINDS == 2)
        str_addf(&latin, "%d/60", value);
    else
        str_addf(&latin, "%d", value);
    text_digits(ret, latin.buf, latin.len, DIGITS_BENGALI);
}
