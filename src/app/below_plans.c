// SPDX-License-Identifier: GPL-3.0-or-later
// Which plans have come from below.
#include "below.h"

#include "orjon/base/text.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

struct names {
    const char **name;
    size_t count, cap;
    struct arena texts;
};

static void names_done(struct names *names)
{
    free((void *)names->name);
    arena_done(&names->texts);
}
#define autonames __attribute__((cleanup(names_done))) struct names

static enum status take_name(void *data, const struct store_receipt *receipt)
{
    struct names *names = data;
    size_t at = 0;
    while (at < names->count && strcmp(names->name[at], receipt->plan) < 0)
        at++;
    if (at < names->count && strcmp(names->name[at], receipt->plan) == 0)
        return STATUS_OK;
    if (names->count == names->cap) {
        names->cap = names->cap ? 2 * names->cap : 8;
        names->name = mem_resize((void *)names->name, names->cap, sizeof *names->name);
    }
    memmove((void *)(names->name + at + 1), (void *)(names->name + at),
            (names->count - at) * sizeof *names->name);
    names->name[at] = arena_text(&names->texts, receipt->plan, strlen(receipt->plan));
    names->count++;
    return STATUS_OK;
}

static int year_of(const struct app *app, const struct app_below_of *of)
{
    return of->fiscal_year ? of->fiscal_year : app->office.fiscal_year;
}

static int quarter_of(const struct app *app, const struct app_below_of *of)
{
    return of->quarter ? of->quarter : app->office.quarter;
}

static enum status load_names(struct app *app, const struct app_below_of *of, struct names *ret,
                              struct err *err)
{
    enum status status = store_each_receipt(app->store, 0, year_of(app, of), NULL,
                                            quarter_of(app, of), take_name, ret, err);
    if (status || ret->count)
        return status;
    autostr year = STR_INIT;
    period_write_year(&year, year_of(app, of), i18n_digits());
    return err_set(err, STATUS_NOT_FOUND, _("No office below has sent a return of %s of %s yet"),
                   SAY_QUARTER(quarter_of(app, of)), year.buf);
}

enum status app_below_plans(struct app *app, const struct app_below_of *of,
                            enum status (*each)(void *data, const char *plan), void *data,
                            struct err *err)
{
    autonames names = {0};
    enum status status = load_names(app, of, &names, err);
    for (size_t i = 0; i < names.count && !status; i++)
        status = each(data, names.name[i]);
    return status;
}

enum status below_choose_plan(struct below *b, const struct app_below_of *of, struct err *err)
{
    autonames names = {0};
    autostr known = STR_INIT;
    if (of->plan) {
        b->name = arena_text(&b->texts, of->plan, strlen(of->plan));
        return STATUS_OK;
    }
    const enum status status = load_names(b->app, of, &names, err);
    if (status)
        return status;
    for (size_t i = 0; i < names.count; i++)
        str_addf(&known, "%s%s", i ? ", " : "", names.name[i]);
    if (names.count > 1)
        return err_set(err, STATUS_USAGE, _("Name one of the plans with --plan: %s"), known.buf);
    b->name = arena_text(&b->texts, names.name[0], strlen(names.name[0]));
    return STATUS_OK;
}

enum status below_say_none(struct below *b, const struct app_below_of *of, struct err *err)
{
    autonames names = {0};
    autostr known = STR_INIT;
    bool there = false;
    const enum status status = load_names(b->app, of, &names, err);
    if (status)
        return status;
    for (size_t i = 0; i < names.count; i++) {
        str_addf(&known, "%s%s", i ? ", " : "", names.name[i]);
        there |= strcmp(names.name[i], b->name) == 0;
    }
    return there ? err_set(err, STATUS_NOT_FOUND, _("None of these offices has sent the plan “%s”"),
                           b->name)
                 : err_set(err, STATUS_NOT_FOUND,
                           _("No office below has sent the plan “%s”; there are: %s"), b->name,
                           known.buf);
}
