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

static enum status read_word(char *word, struct store_target *ret, struct err *err)
{
    char *equals = strchr(word, '=');
    autostr known = STR_INIT;
    size_t length = equals ? (size_t)(equals - word) : 0;
    for (size_t i = 0; i < TEMPLATE_COLUMNS; i++) {
        if (!template_column_changeable(i))
            continue;
        const char *column = template_column(i);
        if (equals && strlen(column) == length && memcmp(column, word, length) == 0) {
            *ret = (struct store_target){i, equals[1] ? equals + 1 : NULL};
            return STATUS_OK;
        }
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
    for (size_t i = 0; i < n; i++) {
        enum status status = read_word(words[i], &targets[i], err);
        if (status)
            return status;
    }
    int64_t id = 0;
    struct plan *plan = NULL;
    enum status status = store_find_plan(
        app->store, fiscal_year ? fiscal_year : app->office.fiscal_year, name, &id, err);
    if (status == STATUS_OK)
        status = store_load_plan(app->store, id, &plan, err);
    if (status)
        return status;
    const struct indicator *indicator = plan_find(plan, code);
    if (indicator)
        status = store_set_targets(app->store, indicator->id, targets, n, "", err);
    else
        status = err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), name, code);
    plan_free(&plan);
    return status;
}
