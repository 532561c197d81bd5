// SPDX-License-Identifier: GPL-3.0-or-later
// The plans that there are, and the office's own targets in them.
#include "orjon/app/plans.h"

#include "orjon/domain/template.h"
#include "private.h"

#include <string.h>

enum status app_each_plan(struct app *app, int fiscal_year,
                          enum status (*each)(void *data, const struct plan_summary *summary),
                          void *data, struct err *err)
{
    return store_each_plan(app->store, fiscal_year, each, data, err);
}

static enum status read_word(const struct plan *plan, char *word, struct store_target *ret,
                             struct err *err)
{
    const char *equals = strchr(word, '=');
    autostr known = STR_INIT;
    *ret = (struct store_target){.text = equals && equals[1] ? equals + 1 : NULL};
    if (equals && template_find(&plan->scale, word, (size_t)(equals - word), &ret->column) &&
        template_column_changeable(ret->column))
        return STATUS_OK;
    for (size_t i = 0; i < TEMPLATE_COLUMNS; i++) {
        const char *column = template_column(&plan->scale, i);
        if (column && template_column_changeable(i))
            str_addf(&known, "%s%s", known.len ? ", " : "", column);
    }
    return err_set(err, STATUS_USAGE,
                   _("“%s” is not of the form KEY=VALUE with one of the keys %s"), word, known.buf);
}

enum status app_change_target(struct app *app, int fiscal_year, const char *name, const char *code,
                              char *const *words, size_t n, struct err *err)
{
    struct store_target targets[TEMPLATE_COLUMNS];
    if (n == 0 || n > TEMPLATE_COLUMNS)
        return err_set(err, STATUS_USAGE, _("Say what to change, like target=5"));
    int64_t id = 0;
    struct plan *plan = NULL;
    enum status status = store_find_plan(
        app->store, fiscal_year ? fiscal_year : app->office.fiscal_year, name, &id, err);
    if (status == STATUS_OK)
        status = store_load_plan(app->store, id, &plan, err);
    if (status)
        return status;
    for (size_t i = 0; status == STATUS_OK && i < n; i++)
        status = read_word(plan, words[i], &targets[i], err);
    const struct indicator *indicator = plan_find(plan, code);
    if (status == STATUS_OK && indicator)
        status = store_set_targets(app->store, indicator->id, targets, n, "", err);
    else if (status == STATUS_OK)
        status = err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), name, code);
    plan_free(&plan);
    return status;
}
