// SPDX-License-Identifier: GPL-3.0-or-later
// A plan written in a few words, for tests: the cells of a template by the names of their columns.
#pragma once

#include "../test.h"

#include "orjon/domain/entry.h"
#include "orjon/domain/template.h"

#include <stdio.h>
#include <stdlib.h>

// words: «kind=number method=sum target=4»; what is not named is as in «1.1.1, number, sum,
// proportion, zero, weight 10».
static inline struct plan *plan_of(const char *const *words, size_t rows)
{
    static const char *const usual[] = {
        "indicator_code=1.1.1", "indicator=text", "kind=number", "method=sum",
        "rule=proportion",      "no_case=zero",   "weight=10"};
    struct plan *plan = plan_new();
    plan->fiscal_year = 2023;
    plan->name = "test";
    for (size_t i = 0; i < rows; i++) {
        struct indicator *row = plan_add(plan);
        char text[512], *save = NULL;
        for (size_t k = 0; k < sizeof usual / sizeof *usual + 1; k++) {
            snprintf(text, sizeof text, "%s",
                     k < sizeof usual / sizeof *usual ? usual[k] : words[i]);
            for (char *word = strtok_r(text, " ", &save); word; word = strtok_r(NULL, " ", &save)) {
                struct err err = {0};
                char *value = strchr(word, '=');
                size_t column = 0;
                assert_non_null(value);
                *value++ = '\0';
                if (!template_find(&plan->scale, word, strlen(word), &column) ||
                    template_set(row, column, value, strlen(value), &plan->text, &err))
                    fail_msg("%s=%s: %s", word, value, err.text);
            }
        }
    }
    return plan;
}

// What was typed in the quarters, «1|2||-»; a state by its word, «no-case»; a remark behind «#».
static inline struct year year_of(const struct indicator *row, const char *typed)
{
    static char kept[16][256]; // what the entries point into
    static size_t next;
    struct year year = {0};
    for (int q = 0; q < QUARTERS; q++)
        year.quarter[q].typed = year.quarter[q].remark = "";
    char *rest = kept[next++ % 16], *part;
    snprintf(rest, sizeof *kept, "%s", typed);
    for (int q = 0; q < QUARTERS && (part = strsep(&rest, "|")); q++) {
        struct entry *entry = &year.quarter[q];
        char *remark = strchr(part, '#');
        if (remark)
            *remark++ = '\0';
        const int state = entry_state_from_word(part, strlen(part));
        if (state > 0)
            entry->state = (enum entry_state)state;
        else
            assert_int_equal(entry_read(row, part, strlen(part), ENTRY_PRINTED, entry, NULL),
                             STATUS_OK);
        entry->typed = part;
        entry->remark = remark ? remark : "";
    }
    return year;
}
