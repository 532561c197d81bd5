// SPDX-License-Identifier: GPL-3.0-or-later
// What came, beside what is here.
#include "orjon/domain/arrival.h"

#include "orjon/domain/template.h"

#include <string.h>

static const struct {
    const char *word, *name;
    bool welcome;
} arrivals[] = {
#define X(name, word, label, welcome) {word, label, welcome},
    ARRIVAL_LIST(X)
#undef X
};

const char *arrival_word(enum arrival arrival)
{
    return arrivals[arrival].word;
}

const char *arrival_name(enum arrival arrival)
{
    return arrivals[arrival].name;
}

bool arrival_is_welcome(enum arrival arrival)
{
    return arrivals[arrival].welcome;
}

enum arrival arrival_of(const struct arrival_there *there, int64_t revision, const char *seal)
{
    if (!there->there)
        return ARRIVAL_NEW;
    if (strcmp(there->seal, seal) == 0)
        return ARRIVAL_SAME;
    if (!*there->seal ||
        revision > there->revision) // what came on paper gives way to what is signed
        return ARRIVAL_NEWER;
    return revision < there->revision ? ARRIVAL_OLDER : ARRIVAL_TWIN;
}

static bool is_target(size_t column)
{
    return template_column_is_target(column) || column == COLUMN_WEIGHT ||
           column == COLUMN_TARGET_COUNT || column == COLUMN_COMPONENTS;
}

static void compare_row(const struct indicator *known, const struct indicator *came,
                        struct arrival_plan *ret)
{
    autostr a = STR_INIT, b = STR_INIT;
    for (size_t column = 0; column < TEMPLATE_COLUMNS; column++) {
        str_reset(&a);
        str_reset(&b);
        template_get(known, column, &a);
        template_get(came, column, &b);
        if (strcmp(a.buf, b.buf) != 0)
            *(is_target(column) ? &ret->targets : &ret->rows) = true;
    }
}

void arrival_compare(const struct plan *known, const struct plan *came, struct arrival_plan *ret,
                     struct str *ret_unknown)
{
    autocodes codes;
    plan_codes_init(&codes, known);
    ret->rows = ret->rows || known->count != came->count;
    for (size_t i = 0; i < came->count; i++) {
        const struct indicator *there = plan_codes_find(&codes, came->indicator[i].code);
        if (there) {
            compare_row(there, &came->indicator[i], ret);
            continue;
        }
        ret->rows = true;
        if (ret_unknown)
            str_addf(ret_unknown, "%s%s", ret_unknown->len ? " " : "", came->indicator[i].code);
    }
}
