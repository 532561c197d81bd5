// SPDX-License-Identifier: GPL-3.0-or-later
// A plan installed, or replaced by a newer template of it.
#include "db.h"
#include "planrows.h"

#include "orjon/domain/template.h"

enum status plan_must_be_free(struct store *store, int64_t plan, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(store,
                                    "SELECT name, fiscal_year FROM plan WHERE id = ?1"
                                    " AND EXISTS (SELECT 1 FROM office o JOIN seal s"
                                    " ON s.office = o.id AND s.plan = ?1)",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    status = db_step(&query, &row, err);
    if (status || !row)
        return status;
    autostr year = STR_INIT;
    period_write_year(&year, db_year(&query, 1), i18n_digits());
    return err_set(err, STATUS_FROZEN,
                   _("A finalised return uses the plan «%s» of %s; it can no longer change"),
                   db_text(&query, 0), year.buf);
}

static enum status write_head(struct store *store, const struct plan *plan, int64_t *ret_id,
                              struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(
        store,
        "INSERT INTO plan(fiscal_year, full_marks, apa_marks, roll_up, name, family, title,"
        " source, layout, short_name, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (fiscal_year, name) DO UPDATE SET full_marks = excluded.full_marks,"
        " apa_marks = excluded.apa_marks, roll_up = excluded.roll_up, family = excluded.family,"
        " title = excluded.title, source = excluded.source, layout = excluded.layout,"
        " short_name = excluded.short_name, place = excluded.place RETURNING id",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan->fiscal_year);
    db_bind_number(&query, plan->full_marks, 0);
    db_bind_number(&query, plan->apa_marks, 0);
    db_bind_integer(&query, plan->roll_up);
    db_bind_text(&query, plan->name);
    db_bind_text(&query, plan->family);
    db_bind_text(&query, plan->title);
    db_bind_text(&query, plan->source);
    db_bind_text(&query, plan->layout);
    db_bind_text(&query, plan->short_name);
    db_bind_integer(&query, plan->order);
    status = db_step(&query, &row, err);
    if (!status)
        *ret_id = db_integer(&query, 0);
    return status ? status : db_step(&query, &row, err);
}

static void bind_indicator(struct query *query, int64_t plan, size_t position,
                           const struct indicator *indicator, struct str *components)
{
    for (size_t i = 0; i < indicator->components; i++)
        list_add(components, number_pack(indicator->component[i], 0));
    db_bind_integer(query, plan);
    db_bind_integer(query, (int64_t)position);
    db_bind_number(query, indicator->weight, 0);
    db_bind_number(query, indicator->area_marks, 0);
    db_bind_number(query, indicator->target_count, 0);
    db_bind_number(query, indicator->plausible, 0);
    db_bind_text(query, kind_word(indicator->kind));
    db_bind_text(query, method_word(indicator->method));
    db_bind_text(query, rule_word(indicator->rule));
    db_bind_text(query, no_case_word(indicator->no_case));
    db_bind_text(query, indicator->code);
    db_bind_text(query, indicator->text);
    db_bind_text(query, indicator->area);
    db_bind_text(query, indicator->activity_code);
    db_bind_text(query, indicator->activity);
    db_bind_text(query, indicator->evidence);
    db_bind_text(query, indicator->responsible);
    db_bind_text(query, indicator->unit);
    db_bind_text(query, indicator->method_label);
    db_bind_text(query, indicator->alternative_of);
    db_bind_text(query, components->buf);
}

static enum status write_indicator(struct store *store, int64_t plan, size_t position,
                                   const struct indicator *indicator, int64_t *ret_id,
                                   struct err *err)
{
    autostr components = STR_INIT;
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(
        store,
        "INSERT INTO indicator(plan, position, weight, area_marks, target_count, plausible, kind,"
        " method, rule, no_case, code, text, area, activity_code, activity, evidence, responsible,"
        " unit, method_label, alternative_of, components)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (plan, code) DO UPDATE SET position = excluded.position,"
        " weight = excluded.weight, area_marks = excluded.area_marks,"
        " target_count = excluded.target_count, plausible = excluded.plausible,"
        " kind = excluded.kind, method = excluded.method, rule = excluded.rule,"
        " no_case = excluded.no_case, text = excluded.text,"
        " area = excluded.area, activity_code = excluded.activity_code,"
        " activity = excluded.activity, evidence = excluded.evidence,"
        " responsible = excluded.responsible, unit = excluded.unit,"
        " method_label = excluded.method_label, alternative_of = excluded.alternative_of,"
        " components = excluded.components RETURNING id",
        &query, err);
    if (status)
        return status;
    bind_indicator(&query, plan, position, indicator, &components);
    status = db_step(&query, &row, err);
    if (!status)
        *ret_id = db_integer(&query, 0);
    return status ? status : db_step(&query, &row, err);
}

static enum status write_target(struct store *store, int64_t indicator, enum kind kind, int slot,
                                const struct target *target, struct err *err)
{
    char dates[LIST_BYTES_MAX];
    autoquery query = {0};
    if (!target->set)
        return STATUS_OK;
    enum status status =
        db_prepare(store, "INSERT INTO target(indicator, slot, value, dates) VALUES (?, ?, ?, ?)",
                   &query, err);
    if (status)
        return status;
    list_write_dates(dates, target->date, target->dates);
    db_bind_integer(&query, indicator);
    db_bind_integer(&query, slot);
    if (kind == KIND_NUMBER || kind == KIND_PERCENT)
        db_bind_number(&query, (struct maybe){true, target->value}, target->decimals);
    else
        db_bind_integer(&query, (int64_t)target->value);
    db_bind_text(&query, dates);
    return db_run(&query, err);
}

static enum status write_row(struct store *store, int64_t plan, size_t position,
                             const struct indicator *indicator, struct err *err)
{
    int64_t id = 0;
    enum status status = write_indicator(store, plan, position, indicator, &id, err);
    for (int i = 0; !status && i < GRADES; i++)
        status = write_target(store, id, indicator->kind, i, &indicator->grade[i], err);
    for (int i = 0; !status && i < QUARTERS; i++)
        status = write_target(store, id, indicator->kind, GRADES + i, &indicator->quarter[i], err);
    return status;
}

static enum status run_on_plan(struct store *store, const char *sql, int64_t plan, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, sql, &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    return db_run(&query, err);
}

static enum status take_away_old(struct store *store, int64_t plan, struct err *err)
{
    enum status status = run_on_plan(
        store, "DELETE FROM target WHERE indicator IN (SELECT id FROM indicator WHERE plan = ?)",
        plan, err);
    return status ? status
                  : run_on_plan(store, "UPDATE indicator SET position = NULL WHERE plan = ?", plan,
                                err);
}

// A figure without an indicator would be counted nowhere and shown nowhere.
static enum status refuse_orphans(struct store *store, int64_t plan, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(
        store,
        "SELECT code FROM indicator i WHERE plan = ? AND position IS NULL AND EXISTS"
        " (SELECT 1 FROM office o CROSS JOIN figure f ON f.office = o.id AND f.indicator = i.id)",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    status = db_step(&query, &row, err);
    if (!status && row)
        return err_set(err, STATUS_EXISTS,
                       _("Indicator %s has figures, and the new template no longer has it; clear "
                         "its figures first"),
                       db_text(&query, 0));
    return status;
}

// The office's own targets and what was typed so far must fit the template that replaces another.
static enum status refit(struct store *store, int64_t id, struct err *err)
{
    enum status status =
        run_on_plan(store,
                    "DELETE FROM target_change WHERE indicator IN"
                    " (SELECT id FROM indicator WHERE plan = ? AND position IS NULL)",
                    id, err);
    struct plan *plan = NULL;
    if (!status)
        status = plan_load_as_is(store, id, true, &plan, err);
    if (status)
        return status;
    for (size_t i = 0, column; !status && i < plan->count; i++) {
        status = template_fits(&plan->indicator[i], &column, err);
        if (status)
            err_prefix(err, "%s: ", plan->indicator[i].code);
        else
            status = figures_reread(store, &plan->indicator[i], _("the plan was replaced"), err);
    }
    plan_free(&plan);
    return status;
}

static enum status replace(struct store *store, int64_t id, struct err *err)
{
    enum status status = plan_must_be_free(store, id, err);
    return status ? status : take_away_old(store, id, err);
}

// With the office's own targets laid over it.
static enum status note_plan(struct store *store, int64_t id, bool replaced, struct err *err)
{
    autostr digest = STR_INIT;
    int64_t seq = 0;
    struct plan *plan = NULL;
    enum status status = store_load_plan(store, id, &plan, err);
    if (status)
        return status;
    plan_digest(plan, &digest);
    const struct journal_new row = {.what = JOURNAL_PLAN,
                                    .plan = id,
                                    .name = plan->family,
                                    .new_text = plan->title,
                                    .digest = digest.buf,
                                    .reason = replaced ? "replaced" : ""};
    status = journal_add(store, &row, &seq, err);
    plan_free(&plan);
    return status;
}

static enum status install(struct store *store, const struct plan *plan, int64_t *ret_id,
                           struct err *err)
{
    int64_t old_id = 0;
    enum status status = plan_look_up(store, plan->fiscal_year, plan->name, &old_id, err);
    if (!status && old_id)
        status = replace(store, old_id, err);
    if (!status)
        status = write_head(store, plan, ret_id, err);
    for (size_t i = 0; !status && i < plan->count; i++)
        status = write_row(store, *ret_id, i, &plan->indicator[i], err);
    if (!status && old_id)
        status = refuse_orphans(store, *ret_id, err);
    if (!status && old_id)
        status = refit(store, *ret_id, err);
    return status ? status : note_plan(store, *ret_id, old_id != 0, err);
}

enum status store_install_plan(struct store *store, const struct plan *plan, int64_t *ret_id,
                               struct err *err)
{
    int64_t id = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = install(store, plan, &id, err);
    if (status) {
        store_rollback(store);
        return status;
    }
    status = store_commit(store, err);
    if (!status && ret_id)
        *ret_id = id;
    return status;
}
