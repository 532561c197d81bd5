// SPDX-License-Identifier: GPL-3.0-or-later
// The plans that there are, and the office's own targets in them.
#include "orjon/app/plans.h"

#include "orjon/base/text.h"
#include "orjon/domain/changed.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"
#include "private.h"

#include <string.h>

enum status app_each_plan(struct app *app, int fiscal_year,
                          enum status (*each)(void *data, const struct plan_summary *summary),
                          void *data, struct err *err)
{
    return store_each_plan(app->store, fiscal_year, each, data, err);
}

// --- an indicator, by its names -----------------------------------------------------------------

static enum status find_plan(struct app *app, const struct app_row *row, struct plan **ret,
                             struct err *err)
{
    int64_t id = 0;
    enum status status =
        store_find_plan(app->store, row->fiscal_year ? row->fiscal_year : app->office.fiscal_year,
                        row->plan, &id, err);
    return status ? status : store_load_plan(app->store, id, ret, err);
}

static enum status find_indicator(const struct plan *plan, const char *code,
                                  const struct indicator **ret, struct err *err)
{
    *ret = plan_find(plan, code);
    return *ret ? STATUS_OK
                : err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), plan->name,
                          code);
}

// What the journal says of a change: from when it holds, and why.
static enum status write_reason(int fiscal_year, const struct app_row *row, struct str *ret,
                                struct err *err)
{
    int32_t day = 0;
    enum status status = STATUS_OK;
    if (row->from)
        status = date_read(row->from, strlen(row->from), DATE_STRICT, &day, NULL, err);
    if (status == STATUS_OK && row->from && period_year_of(day) != fiscal_year) {
        autostr year = STR_INIT;
        period_write_year(&year, fiscal_year, i18n_digits());
        return err_set(err, STATUS_INVALID, _("%s lies outside %s, the year of the plan"),
                       row->from, year.buf);
    }
    if (status == STATUS_OK && row->from) {
        autostr date = STR_INIT;
        date_write(&date, day, i18n_digits());
        str_addf(ret, _("in force from %s"), date.buf);
        if (row->order)
            str_addf(ret, _(" by order %s"), row->order);
    }
    if (status == STATUS_OK && row->reason && *row->reason) {
        str_add(ret, ret->len ? ": " : "");
        status = text_read(TEXT_REMARK, row->reason, strlen(row->reason), ret, err);
    }
    return status;
}

enum status app_check_reason(const struct app_row *row, struct err *err)
{
    autostr reason = STR_INIT;
    return write_reason(row->fiscal_year, row, &reason, err);
}

// --- its columns --------------------------------------------------------------------------------

static enum status read_word(const struct plan *plan, char *word, bool any,
                             struct store_target *ret, struct err *err)
{
    const char *equals = strchr(word, '=');
    autostr known = STR_INIT;
    *ret = (struct store_target){.text = equals && equals[1] ? equals + 1 : NULL};
    if (equals && template_find(&plan->scale, word, (size_t)(equals - word), &ret->column) &&
        (any || template_column_changeable(ret->column)))
        return STATUS_OK;
    for (size_t i = 0; i < TEMPLATE_COLUMNS; i++) {
        const char *column = template_column(&plan->scale, i);
        if (column && (any || template_column_changeable(i)))
            str_addf(&known, "%s%s", known.len ? ", " : "", column);
    }
    return err_set(err, STATUS_USAGE,
                   _("“%s” is not of the form KEY=VALUE with one of the keys %s"), word, known.buf);
}

static enum status read_words(const struct plan *plan, char *const *words, size_t n, bool any,
                              struct store_target *ret, struct err *err)
{
    enum status status = STATUS_OK;
    if (n == 0 || n > TEMPLATE_COLUMNS)
        return err_set(err, STATUS_USAGE, _("Say what to change, like target=5"));
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        status = read_word(plan, words[i], any, &ret[i], err);
    return status;
}

// The day and the order; none comes before one that is there.
static enum status read_since(const struct plan *plan, const struct indicator *indicator,
                              const struct app_row *row, const struct store_target *targets,
                              size_t n, struct str *order, struct store_since *ret, struct err *err)
{
    if (!row->from)
        return err_set(err, STATUS_USAGE, "%s", _("Say from which day the order holds: from=DATE"));
    enum status status = date_read(row->from, strlen(row->from), DATE_STRICT, &ret->day, NULL, err);
    if (!status)
        status = text_read(TEXT_NAME, row->order, strlen(row->order), order, err);
    if (!status && !order->len)
        status = err_set(err, STATUS_USAGE, "%s", _("Say by which order: order=NUMBER"));
    ret->order = order->buf;
    for (size_t i = 0; i < plan->changes && !status; i++) {
        const struct plan_change *change = &plan->change[i];
        for (size_t k = 0; k < n && !status; k++)
            if (&plan->indicator[change->row] == indicator && change->column == targets[k].column &&
                change->from >= ret->day) {
                autostr said = STR_INIT;
                changed_say(plan, change, &said);
                status = err_set(err, STATUS_INVALID,
                                 _("It was changed from a later day, or that day, already: %s"),
                                 said.buf);
            }
    }
    return status;
}

enum status app_change_target(struct app *app, const struct app_row *row, char *const *words,
                              size_t n, struct err *err)
{
    struct store_target targets[TEMPLATE_COLUMNS];
    struct store_since since = {0};
    const struct indicator *indicator = NULL;
    struct plan *plan = NULL;
    autostr reason = STR_INIT, order = STR_INIT;
    enum status status = find_plan(app, row, &plan, err);
    if (status == STATUS_OK)
        status = read_words(plan, words, n, false, targets, err);
    if (status == STATUS_OK)
        status = find_indicator(plan, row->code, &indicator, err);
    if (status == STATUS_OK)
        status = write_reason(plan->fiscal_year, row, &reason, err);
    if (status == STATUS_OK && row->order)
        status = read_since(plan, indicator, row, targets, n, &order, &since, err);
    if (status == STATUS_OK)
        status = store_set_targets_since(app->store, indicator->id, targets, n,
                                         row->order ? &since : NULL, reason.buf, err);
    plan_free(&plan);
    return status;
}

// --- rows and plans -----------------------------------------------------------------------------

enum status app_place_indicator(struct app *app, const struct app_row *row, size_t place,
                                struct err *err)
{
    const struct indicator *indicator = NULL;
    struct plan *plan = NULL;
    autostr reason = STR_INIT;
    enum status status = find_plan(app, row, &plan, err);
    if (status == STATUS_OK)
        status = find_indicator(plan, row->code, &indicator, err);
    if (status == STATUS_OK)
        status = write_reason(plan->fiscal_year, row, &reason, err);
    if (status == STATUS_OK)
        status = store_place_indicator(app->store, indicator->id, place, reason.buf, err);
    plan_free(&plan);
    return status;
}

// A row begins as one like its neighbour: under the same activity, counted and summed up.
static void begin_row(const struct plan *plan, const char *code, size_t place, struct arena *texts,
                      struct indicator *ret)
{
    const size_t before = place > 1 && place <= plan->count + 1 ? place - 2
                          : place == 1 || !plan->count          ? 0
                                                                : plan->count - 1;
    const struct indicator *neighbour = plan->count ? &plan->indicator[before] : NULL;
    *ret = indicator_blank(&plan->scale);
    ret->no_case = NO_CASE_ZERO;
    ret->rule = RULE_PROPORTION;
    ret->code = arena_text(texts, code, strlen(code));
    if (!neighbour)
        return;
    ret->area = neighbour->area;
    ret->area_marks = neighbour->area_marks;
    ret->activity_code = neighbour->activity_code;
    ret->activity = neighbour->activity;
}

// The kind decides how the targets are read, so it comes first.
static enum status set_columns(struct indicator *row, const struct store_target *targets, size_t n,
                               struct arena *texts, struct err *err)
{
    enum status status = STATUS_OK;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < n && status == STATUS_OK; i++) {
            if (template_column_is_target(targets[i].column) != (pass == 1))
                continue;
            const char *text = targets[i].text ? targets[i].text : "";
            status = template_set(row, targets[i].column, text, strlen(text), texts, err);
            if (status)
                err_prefix(err, "%s: ", template_column(row->scale, targets[i].column));
        }
    return status;
}

static enum status make_row(const struct plan *plan, const struct app_row *row, size_t place,
                            const struct store_target *targets, size_t n, struct arena *texts,
                            struct indicator *ret, struct err *err)
{
    autostr code = STR_INIT;
    size_t culprit = 0;
    enum status status = text_read(TEXT_CODE, row->code, strlen(row->code), &code, err);
    if (status == STATUS_OK && !code.len)
        return err_set(err, STATUS_INVALID, "%s", _("An indicator needs a code"));
    begin_row(plan, code.buf, place, texts, ret);
    if (status == STATUS_OK)
        status = set_columns(ret, targets, n, texts, err);
    if (status == STATUS_OK && !*ret->text)
        return err_set(err, STATUS_INVALID, "%s", _("An indicator needs its text: indicator=TEXT"));
    return status ? status : template_fits(ret, &culprit, err);
}

enum status app_add_indicator(struct app *app, const struct app_row *row, size_t place,
                              char *const *words, size_t n, struct err *err)
{
    struct store_target targets[TEMPLATE_COLUMNS];
    struct arena texts = {0};
    struct indicator indicator;
    struct plan *plan = NULL;
    autostr reason = STR_INIT;
    enum status status = find_plan(app, row, &plan, err);
    if (status == STATUS_OK)
        status = read_words(plan, words, n, true, targets, err);
    if (status == STATUS_OK)
        status = write_reason(plan->fiscal_year, row, &reason, err);
    if (status == STATUS_OK)
        status = make_row(plan, row, place, targets, n, &texts, &indicator, err);
    if (status == STATUS_OK)
        status =
            store_add_indicator(app->store, plan->id, &indicator, place, reason.buf, NULL, err);
    plan_free(&plan);
    arena_done(&texts);
    return status;
}

enum status app_remove_plan(struct app *app, const struct app_row *row, struct err *err)
{
    struct plan *plan = NULL;
    autostr reason = STR_INIT;
    enum status status = find_plan(app, row, &plan, err);
    if (status == STATUS_OK)
        status = write_reason(plan->fiscal_year, row, &reason, err);
    if (status == STATUS_OK)
        status = store_remove_plan(app->store, plan->id, reason.buf, err);
    plan_free(&plan);
    return status;
}

enum status app_put_plan_back(struct app *app, int fiscal_year, const char *name, struct err *err)
{
    return store_put_plan_back(app->store, fiscal_year ? fiscal_year : app->office.fiscal_year,
                               name, err);
}

enum status app_export_plan(struct app *app, int fiscal_year, const char *name, struct str *ret,
                            struct err *err)
{
    const struct app_row row = {.fiscal_year = fiscal_year, .plan = name};
    struct plan *plan = NULL;
    enum status status = find_plan(app, &row, &plan, err);
    if (status == STATUS_OK)
        template_write(plan, ret);
    plan_free(&plan);
    return status;
}
