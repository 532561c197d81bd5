// SPDX-License-Identifier: GPL-3.0-or-later
// Which plans an office has, and as whom they come from, also where it has sent nothing.
#include "reviews.h"

#include "orjon/domain/template.h"
#include "orjon/domain/tree.h"
#include "orjon/store/builtin.h"
#include "orjon/store/plans.h"

#include <string.h>

struct app_review_of reviews_filled(const struct app *app, const struct app_review_of *of)
{
    struct app_review_of filled = *of;
    if (!filled.fiscal_year)
        filled.fiscal_year = app->office.fiscal_year;
    if (!filled.quarter)
        filled.quarter = app->office.quarter;
    return filled;
}

enum status reviews_read_template(struct app *app, int64_t template_id, struct plan **ret,
                                  struct err *err)
{
    autostr text = STR_INIT, faults = STR_INIT;
    enum status status = store_load_template(app->store, template_id, &text, err);
    return status ? status : template_read("", text.buf, text.len, ret, &faults, err);
}

// --- as somebody has it -------------------------------------------------------------------------

struct kept {
    int64_t office, template_id;
};

static enum status keep_template(void *data, const struct store_receipt *receipt)
{
    struct kept *kept = data;
    if (!kept->template_id || receipt->office == kept->office)
        kept->template_id = receipt->template_id;
    return STATUS_OK;
}

static enum status find_sent(struct app *app, const struct app_review_of *of, int64_t office,
                             struct plan **ret, struct err *err)
{
    struct kept kept = {.office = of->office};
    enum status status = store_each_receipt(app->store, office, of->fiscal_year, of->plan, 0,
                                            keep_template, &kept, err);
    return status || !kept.template_id ? status
                                       : reviews_read_template(app, kept.template_id, ret, err);
}

static enum status find_builtin(struct app *app, const struct app_review_of *of, struct plan **ret,
                                struct err *err)
{
    autorecords unit = {0};
    autostr faults = STR_INIT;
    size_t count = 0;
    const struct store_template *all = store_builtin_templates(&count);
    enum status status = app_load_record(app, RECORD_UNIT, of->office, &unit, err);
    if (status)
        return status;
    for (size_t i = 0; i < count; i++)
        if (all[i].fiscal_year == of->fiscal_year && strcmp(all[i].plan, of->plan) == 0 &&
            *unit.record->text[UNIT_FAMILIES] && tree_has_family(unit.record, all[i].family))
            return template_read(all[i].name, all[i].text, all[i].size, ret, &faults, err);
    return STATUS_OK;
}

// For an office that names no family: that of the program which most of the others have.
static enum status find_usual(struct app *app, const struct app_review_of *of, struct plan **ret,
                              struct err *err)
{
    autorecords units = {0};
    autostr faults = STR_INIT;
    size_t count = 0, most = 0;
    const struct store_template *all = store_builtin_templates(&count), *usual = NULL;
    enum status status = app_load_records(app, RECORD_UNIT, 0, &units, err);
    for (size_t i = 0; !status && i < count; i++) {
        size_t named = 0;
        for (size_t k = 0; k < units.count; k++)
            named += *units.record[k].text[UNIT_FAMILIES] &&
                     tree_has_family(&units.record[k], all[i].family);
        if (all[i].fiscal_year == of->fiscal_year && strcmp(all[i].plan, of->plan) == 0 &&
            named > most) {
            usual = &all[i];
            most = named;
        }
    }
    if (usual)
        status = template_read(usual->name, usual->text, usual->size, ret, &faults, err);
    return status;
}

static enum status find_own(struct app *app, const struct app_review_of *of, struct plan **ret,
                            struct err *err)
{
    int64_t id = 0;
    enum status status = store_find_plan(app->store, of->fiscal_year, of->plan, &id, err);
    if (status == STATUS_NOT_FOUND)
        return STATUS_OK;
    return status ? status : store_load_plan(app->store, id, ret, err);
}

enum status reviews_find_plan(struct app *app, const struct app_review_of *of, struct plan **ret,
                              struct err *err)
{
    *ret = NULL;
    enum status status = find_sent(app, of, of->office, ret, err);
    if (!status && !*ret)
        status = find_builtin(app, of, ret, err);
    if (!status && !*ret)
        status = find_sent(app, of, 0, ret, err);
    if (!status && !*ret)
        status = find_own(app, of, ret, err);
    return status || *ret ? status : find_usual(app, of, ret, err);
}

// --- all of them --------------------------------------------------------------------------------

struct names {
    const char **name;
    size_t count, cap;
    struct arena texts;
};

static void add_name(struct names *names, const char *name)
{
    size_t at = 0;
    while (at < names->count && strcmp(names->name[at], name) < 0)
        at++;
    if (at < names->count && strcmp(names->name[at], name) == 0)
        return;
    names->name =
        arena_grow(&names->texts, names->name, names->count, &names->cap, sizeof *names->name);
    memmove(names->name + at + 1, names->name + at, (names->count - at) * sizeof *names->name);
    names->name[at] = arena_text(&names->texts, name, strlen(name));
    names->count++;
}

static enum status take_receipt(void *data, const struct store_receipt *receipt)
{
    add_name(data, receipt->plan);
    return STATUS_OK;
}

static enum status take_plan(void *data, const struct plan_summary *plan)
{
    add_name(data, plan->name);
    return STATUS_OK;
}

struct marked {
    struct app *app;
    const struct app_review_of *of;
    struct names *names;
    int quarter; // 0: any
    struct err *err;
};

static enum status see_mark(void *data, int64_t office, const struct store_mark *mark)
{
    (void)office, (void)mark;
    *(bool *)data = true;
    return STATUS_OK;
}

static enum status take_marked(void *data, const char *plan, int quarter)
{
    const struct marked *m = data;
    bool has = false;
    if (m->quarter && quarter != m->quarter)
        return STATUS_OK;
    enum status status = store_each_mark(m->app->store, m->of->office, m->of->fiscal_year, plan,
                                         quarter, see_mark, &has, m->err);
    if (!status && has)
        add_name(m->names, plan);
    return status;
}

// Of the office, or (0) of any: a plan of a family that it names.
static enum status add_builtin(struct app *app, const struct app_review_of *of, struct names *names,
                               struct err *err)
{
    autorecords units = {0};
    size_t count = 0;
    const struct store_template *all = store_builtin_templates(&count);
    enum status status = of->office ? app_load_record(app, RECORD_UNIT, of->office, &units, err)
                                    : app_load_records(app, RECORD_UNIT, 0, &units, err);
    for (size_t i = 0; !status && i < count; i++)
        for (size_t k = 0; k < units.count && all[i].fiscal_year == of->fiscal_year; k++)
            if (*units.record[k].text[UNIT_FAMILIES] &&
                tree_has_family(&units.record[k], all[i].family))
                add_name(names, all[i].plan);
    return status;
}

// What there is of the office itself; else what it could have.
static enum status collect(struct app *app, const struct app_review_of *of, struct names *names,
                           struct err *err)
{
    struct store *store = app->store;
    struct marked marked = {app, of, names, of->quarter, err};
    enum status status = store_each_receipt(store, of->office, of->fiscal_year, NULL, of->quarter,
                                            take_receipt, names, err);
    if (!status)
        status = store_each_marked(store, of->fiscal_year, take_marked, &marked, err);
    marked.quarter = 0;
    if (!status && !names->count)
        status = store_each_marked(store, of->fiscal_year, take_marked, &marked, err);
    if (!status && !names->count)
        status = add_builtin(app, of, names, err);
    if (!status && !names->count)
        status = store_each_receipt(store, 0, of->fiscal_year, NULL, 0, take_receipt, names, err);
    return status || names->count ? status
                                  : store_each_plan(store, of->fiscal_year, take_plan, names, err);
}

enum status app_review_plans(struct app *app, const struct app_review_of *of,
                             enum status (*each)(void *data, const char *plan), void *data,
                             struct err *err)
{
    const struct app_review_of filled = reviews_filled(app, of);
    struct names names = {0};
    enum status status = STATUS_OK;
    if (of->plan)
        add_name(&names, of->plan);
    else
        status = collect(app, &filled, &names, err);
    for (size_t i = 0; !status && i < names.count; i++)
        status = each(data, names.name[i]);
    if (!status && !names.count)
        status = err_set(err, STATUS_NOT_FOUND, "%s", _("Nobody has sent a plan for that year"));
    arena_done(&names.texts);
    return status;
}
