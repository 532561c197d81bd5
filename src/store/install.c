// SPDX-License-Identifier: GPL-3.0-or-later
// A plan installed, or replaced by a newer template of it.
#include "db.h"
#include "planrows.h"

#include "orjon/domain/template.h"

enum status plan_must_be_free(struct store *store, int64_t plan, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = year_must_be_open(store, plan, 0, err);
    if (!status)
        status = db_prepare(store,
                            "SELECT name, fiscal_year FROM plan WHERE id = ?1"
                            " AND EXISTS (SELECT 1 FROM office o JOIN seal s"
                            " ON s.office = o.id AND s.plan = ?1 AND s.locked)",
                            &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    status = db_step(&query, &row, err);
    return status || !row ? status
                          : plan_refuse_frozen(db_text(&query, 0), db_year(&query, 1), err);
}

// The plans of a share are parts of one whole.
enum status plan_must_share(struct store *store, const struct plan *plan, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_prepare(store,
                   "SELECT name, share_marks FROM plan WHERE fiscal_year = ? AND share = ?"
                   " AND share_marks IS NOT ? AND name <> ? AND NOT removed",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan->fiscal_year);
    db_bind_text(&query, plan->share.name);
    db_bind_number(&query, plan->share.marks, 0);
    db_bind_text(&query, plan->name);
    status = db_step(&query, &row, err);
    if (status || !row)
        return status;
    autostr here = STR_INIT, there = STR_INIT;
    const struct number_style style = {.digits = i18n_digits()};
    number_write(&here, plan->share.marks.value, style);
    number_write(&there, db_number(&query, 1, NULL).value, style);
    return err_set(err, STATUS_INVALID,
                   _("The share “%s” has %s marks in the plan %s and %s in the plan %s"),
                   plan->share.name, here.buf, plan->name, there.buf, db_text(&query, 0));
}

static enum status write_head(struct store *store, const struct plan *plan, int64_t *ret_id,
                              struct err *err)
{
    autostr scale = STR_INIT;
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(
        store,
        "INSERT INTO plan(fiscal_year, full_marks, apa_marks, share_marks, name, family, title,"
        " source, layout, short_name, place, share, scale)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (fiscal_year, name) DO UPDATE SET full_marks = excluded.full_marks,"
        " apa_marks = excluded.apa_marks, share_marks = excluded.share_marks, family = "
        "excluded.family,"
        " title = excluded.title, source = excluded.source, layout = excluded.layout,"
        " short_name = excluded.short_name, place = excluded.place, share = excluded.share,"
        " scale = excluded.scale, removed = 0 RETURNING id",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan->fiscal_year);
    db_bind_number(&query, plan->full_marks, 0);
    db_bind_number(&query, plan->apa_marks, 0);
    db_bind_number(&query, plan->share.marks, 0);
    db_bind_text(&query, plan->name);
    db_bind_text(&query, plan->family);
    db_bind_text(&query, plan->title);
    db_bind_text(&query, plan->source);
    db_bind_text(&query, plan->layout);
    db_bind_text(&query, plan->short_name);
    db_bind_integer(&query, plan->order);
    db_bind_text(&query, plan->share.name);
    scale_write(&plan->scale, &scale);
    db_bind_text(&query, scale.buf);
    status = db_step(&query, &row, err);
    if (!status)
        *ret_id = db_integer(&query, 0);
    return status ? status : db_step(&query, &row, err);
}

// One plan after the other would stand against those that still say what was.
enum status store_share_anew(struct store *store, const struct plan *plan, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "UPDATE plan SET share = ?, share_marks = ?"
                                    " WHERE fiscal_year = ? AND name = ?",
                                    &query, err);
    if (status)
        return status;
    db_bind_text(&query, plan->share.name);
    db_bind_number(&query, plan->share.marks, 0);
    db_bind_integer(&query, plan->fiscal_year);
    db_bind_text(&query, plan->name);
    return db_run(&query, err);
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
    enum status status = db_first_of(
        store,
        "SELECT code FROM indicator i WHERE plan = ? AND position IS NULL AND EXISTS"
        " (SELECT 1 FROM office o CROSS JOIN figure f ON f.office = o.id AND f.indicator = i.id)",
        plan, &query, &row, err);
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
enum status plan_note(struct store *store, int64_t id, const char *reason, struct err *err)
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
                                    .reason = reason};
    status = journal_add(store, &row, &seq, err);
    plan_free(&plan);
    return status;
}

static enum status install(struct store *store, const struct plan *plan, int64_t *ret_id,
                           struct err *err)
{
    int64_t old_id = 0, row = 0;
    enum status status = plan_look_up(store, plan->fiscal_year, plan->name, true, &old_id, err);
    if (!status && old_id)
        status = replace(store, old_id, err);
    if (!status)
        status = plan_must_share(store, plan, err);
    if (!status)
        status = write_head(store, plan, ret_id, err);
    if (!status)
        status = year_must_be_open(store, *ret_id, 0, err);
    for (size_t i = 0; !status && i < plan->count; i++)
        status = planrow_write(store, *ret_id, (int64_t)i, &plan->indicator[i], &row, err);
    if (!status && old_id)
        status = refuse_orphans(store, *ret_id, err);
    if (!status && old_id)
        status = refit(store, *ret_id, err);
    return status ? status : plan_note(store, *ret_id, old_id ? "replaced" : "", err);
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
