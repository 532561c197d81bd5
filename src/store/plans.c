// SPDX-License-Identifier: GPL-3.0-or-later
// Plans listed and loaded.
#include "orjon/store/plans.h"

#include "db.h"
#include "planrows.h"

#include "orjon/domain/changed.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"

#include <string.h>

enum status store_each_plan(struct store *store, int fiscal_year,
                            enum status (*each)(void *data, const struct plan_summary *summary),
                            void *data, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(
        store,
        "SELECT id, fiscal_year, name, family, title, layout, full_marks, apa_marks,"
        " short_name, coalesce(CAST(own.value AS INTEGER), place) AS in_order, EXISTS (SELECT 1 "
        "FROM office o CROSS JOIN seal s ON s.office = o.id "
        "AND s.plan = p.id),"
        " (SELECT count(*) FROM indicator WHERE plan = p.id AND position IS NOT NULL)"
        " FROM plan p LEFT JOIN setting own ON own.office = 1 AND own.key = 'order.' || p.name"
        " WHERE (?1 = 0 OR fiscal_year = ?1) AND NOT removed"
        " ORDER BY fiscal_year, in_order = 0, in_order, own.value IS NULL, id",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    bool row = true;
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        if (!db_year(&query, 1))
            return db_damaged(store, _("a plan cannot be read"), err);
        const struct plan_summary summary = {
            .id = db_integer(&query, 0),
            .fiscal_year = db_year(&query, 1),
            .name = db_text(&query, 2),
            .family = db_text(&query, 3),
            .title = db_text(&query, 4),
            .layout = db_text(&query, 5),
            .full_marks = db_number(&query, 6, NULL),
            .apa_marks = db_number(&query, 7, NULL),
            .short_name = db_text(&query, 8),
            .order = (int)db_integer(&query, 9),
            .frozen = db_integer(&query, 10),
            .indicators = (size_t)db_integer(&query, 11),
        };
        status = each(data, &summary);
    }
    return status;
}

enum status plan_look_up(struct store *store, int fiscal_year, const char *name, bool removed,
                         int64_t *ret_id, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store, "SELECT id FROM plan WHERE fiscal_year = ? AND name = ? AND removed <= ?",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    db_bind_text(&query, name);
    db_bind_integer(&query, removed);
    bool row = false;
    status = db_step(&query, &row, err);
    if (!status)
        *ret_id = row ? db_integer(&query, 0) : 0;
    return status;
}

enum status store_find_plan(struct store *store, int fiscal_year, const char *name, int64_t *ret_id,
                            struct err *err)
{
    int64_t id = 0;
    enum status status = plan_look_up(store, fiscal_year, name, false, &id, err);
    if (status)
        return status;
    if (id == 0) {
        autostr year = STR_INIT;
        period_write_year(&year, fiscal_year, i18n_digits());
        return err_set(err, STATUS_NOT_FOUND, _("There is no plan “%s” of %s"), name, year.buf);
    }
    *ret_id = id;
    return STATUS_OK;
}

static enum status load_head(struct store *store, int64_t id, struct plan *plan, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first_of(
        store,
        "SELECT fiscal_year, full_marks, apa_marks, share_marks, name, family, title, source, "
        "layout,"
        " short_name, place, scale, share, NOT p.removed AND EXISTS (SELECT 1 FROM plan q"
        " WHERE q.share = p.share AND q.fiscal_year = p.fiscal_year"
        " AND q.share_marks IS NOT p.share_marks AND NOT q.removed),"
        " EXISTS (SELECT 1 FROM office o CROSS JOIN seal s ON s.office = "
        "o.id "
        "AND s.plan = p.id AND s.locked)"
        " FROM plan p WHERE id = ?",
        id, &query, &row, err);
    if (status)
        return status;
    if (!row)
        return err_set(err, STATUS_NOT_FOUND, _("%s: there is no such plan"), store->path);
    plan->id = id;
    plan->fiscal_year = db_year(&query, 0); // plan_is_sound looks at it
    plan->full_marks = db_number(&query, 1, NULL);
    plan->apa_marks = db_number(&query, 2, NULL);
    plan->share.marks = db_number(&query, 3, NULL);
    plan->name = db_keep_text(&query, 4, &plan->text);
    plan->family = db_keep_text(&query, 5, &plan->text);
    plan->title = db_keep_text(&query, 6, &plan->text);
    plan->source = db_keep_text(&query, 7, &plan->text);
    plan->layout = db_keep_text(&query, 8, &plan->text);
    plan->short_name = db_keep_text(&query, 9, &plan->text);
    plan->order = (int)db_integer(&query, 10);
    plan->share.name = db_keep_text(&query, 12, &plan->text);
    plan->frozen = db_integer(&query, 14);
    const char *scale = db_text(&query, 11);
    if (db_integer(&query, 13) || // its share has different marks in another plan
        scale_read(scale, strlen(scale), &plan->text, &plan->scale, NULL))
        return db_damaged(store, _("a plan cannot be read"), err);
    return STATUS_OK;
}

enum status plan_must_be_whole(const struct plan *plan, struct err *err)
{
    autocodes codes;
    plan_codes_init(&codes, plan);
    for (size_t i = 0; i < plan->count; i++) {
        const struct indicator *row = &plan->indicator[i];
        const struct indicator *of = plan_codes_find(&codes, row->alternative_of);
        if (*row->alternative_of && (!of || of == row))
            return err_set(err, STATUS_EXISTS,
                           _("Indicator %s stands in for %s, which the plan must have then"),
                           row->code, row->alternative_of);
    }
    return STATUS_OK;
}

struct indicator *plan_indicator_of(struct plan *plan, int64_t id)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->indicator[i].id == id)
            return &plan->indicator[i];
    return NULL;
}

// Index and table can disagree about that in a file that is damaged.
enum status plan_own_indicator(const struct store *store, struct plan *plan, int64_t id,
                               struct indicator **ret, struct err *err)
{
    *ret = plan_indicator_of(plan, id);
    return *ret ? STATUS_OK : db_damaged(store, _("an indicator cannot be read"), err);
}

struct overlay {
    const struct store *store;
    struct plan *plan;
    size_t at; // the changes come in the order of the plan's rows
    struct err *err;
};

static enum status lay_over(void *data, int64_t id, const char *name, const char *text)
{
    struct overlay *over = data;
    struct plan *plan = over->plan;
    size_t column = 0;
    while (over->at < plan->count && plan->indicator[over->at].id != id)
        over->at++;
    if (over->at == plan->count)
        return STATUS_OK;
    if (!template_find(&plan->scale, name, strlen(name), &column))
        return db_damaged(over->store, _("a target cannot be read"), over->err);
    return template_set(&plan->indicator[over->at], column, text, strlen(text), &plan->text,
                        over->err);
}

static enum status add_change(const struct store *store, struct query *query, struct plan *plan,
                              struct err *err)
{
    const struct indicator *row = plan_indicator_of(plan, db_integer(query, 0));
    const char *name = db_text(query, 1), *since = db_text(query, 4);
    struct plan_change change = {.before = db_text(query, 2), .after = db_text(query, 3)};
    const size_t day = strcspn(since, " ");
    if (!row || !template_find(&plan->scale, name, strlen(name), &change.column) ||
        date_read_iso(since, day, &change.from, NULL))
        return db_damaged(store, _("a strange journal row"), err);
    change.row = (size_t)(row - plan->indicator);
    change.order = since + day + (since[day] == ' ');
    plan_add_change(plan, &change);
    return STATUS_OK;
}

// What was changed from a day on stands in the journal, unless it was undone. The last of a
// cell became what is there now.
static enum status read_changes(struct store *store, struct plan *plan, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT i.id, j.name, j.old_text, j.new_text, j.new_remark FROM indicator i"
                   " CROSS JOIN journal j ON j.indicator = i.id AND j.indicator IS NOT NULL"
                   " AND j.quarter IS NULL WHERE i.plan = ? AND i.position IS NOT NULL"
                   " AND j.what = 'target' AND j.new_remark <> ''"
                   " AND NOT coalesce((SELECT u.what = 'undo' FROM journal u"
                   " WHERE u.undoes = j.seq ORDER BY u.seq DESC LIMIT 1), 0)"
                   " ORDER BY i.position, j.seq",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan->id);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = add_change(store, &query, plan, err);
    for (size_t i = 0; i < plan->changes && !status; i++) {
        struct plan_change *change = &plan->change[i];
        autostr now = STR_INIT;
        bool last = true;
        for (size_t k = i + 1; k < plan->changes; k++)
            last = last &&
                   (plan->change[k].row != change->row || plan->change[k].column != change->column);
        template_get(&plan->indicator[change->row], change->column, &now);
        if (last)
            change->after = arena_text(&plan->text, now.buf, now.len);
    }
    return status;
}

static enum status load(struct store *store, int64_t id, bool in_force, struct plan *plan,
                        struct err *err)
{
    enum status status = load_head(store, id, plan, err);
    if (!status)
        status = planrows_read(store, plan, err);
    struct overlay over = {.store = store, .plan = plan, .err = err};
    if (!status && in_force)
        status = store_each_target_change(store, id, lay_over, &over, err);
    if (!status && in_force)
        status = read_changes(store, plan, err);
    return status;
}

// Four questions about one state of the file.
enum status plan_load_as_is(struct store *store, int64_t id, bool in_force, struct plan **ret,
                            struct err *err)
{
    enum status status = store_begin_read(store, err);
    if (status)
        return status;
    struct plan *plan = plan_new();
    status = load(store, id, in_force, plan, err);
    store_commit(store, NULL); // nothing was written
    if (status)
        plan_free(&plan);
    else
        *ret = plan;
    return status;
}

static enum status load_sound(struct store *store, int64_t id, bool in_force, struct plan **ret,
                              struct err *err)
{
    struct plan *plan = NULL;
    enum status status = plan_load_as_is(store, id, in_force, &plan, err);
    if (!status && !plan_is_sound(plan))
        status = db_damaged(store, _("a plan cannot be read"), err);
    if (status)
        plan_free(&plan);
    else
        *ret = plan;
    return status;
}

enum status store_load_plan(struct store *store, int64_t id, struct plan **ret, struct err *err)
{
    return load_sound(store, id, true, ret, err);
}

enum status store_load_plan_installed(struct store *store, int64_t id, struct plan **ret,
                                      struct err *err)
{
    return load_sound(store, id, false, ret, err);
}
