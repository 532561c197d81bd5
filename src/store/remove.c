// SPDX-License-Identifier: GPL-3.0-or-later
// A plan taken out of the office.
#include "db.h"
#include "planrows.h"

static enum status must_be_without_figures(struct store *store, int64_t plan, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store,
                    "SELECT i.code FROM indicator i CROSS JOIN office o CROSS JOIN figure f"
                    " ON f.office = o.id AND f.indicator = i.id WHERE i.plan = ? LIMIT 1",
                    plan, &query, &row, err);
    if (status || !row)
        return status;
    return err_set(err, STATUS_EXISTS,
                   _("The plan has figures, at indicator %s for one; clear its figures first"),
                   db_text(&query, 0));
}

// Letters on paper lead to it, also when the quarter was opened again.
static enum status must_be_unsigned(struct store *store, int64_t plan, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store,
                    "SELECT 1 FROM office o CROSS JOIN seal s ON s.office = o.id AND s.plan = ?"
                    " LIMIT 1",
                    plan, &query, &row, err);
    if (status || !row)
        return status;
    return err_set(err, STATUS_FROZEN, "%s",
                   _("A paper of the plan was finalised; it stays in the office"));
}

static enum status mark(struct store *store, int64_t plan, bool removed, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, "UPDATE plan SET removed = ? WHERE id = ?", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, removed);
    db_bind_integer(&query, plan);
    return db_run(&query, err);
}

static enum status remove_plan(struct store *store, const struct plan *plan, const char *reason,
                               struct err *err)
{
    const struct journal_new row = {.what = JOURNAL_REMOVE,
                                    .plan = plan->id,
                                    .name = plan->family,
                                    .old_text = plan->title,
                                    .reason = reason};
    int64_t seq = 0;
    enum status status = plan_must_be_free(store, plan->id, err);
    if (!status)
        status = must_be_unsigned(store, plan->id, err);
    if (!status)
        status = must_be_without_figures(store, plan->id, err);
    if (!status)
        status = mark(store, plan->id, true, err);
    return status ? status : journal_add(store, &row, &seq, err);
}

enum status store_remove_plan(struct store *store, int64_t id, const char *reason, struct err *err)
{
    struct plan *plan = NULL;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = store_load_plan(store, id, &plan, err);
    if (!status)
        status = remove_plan(store, plan, reason, err);
    plan_free(&plan);
    return store_end(store, status, err);
}

static enum status must_fit(struct store *store, int64_t id, struct err *err)
{
    struct plan *plan = NULL;
    enum status status = year_must_be_open(store, id, 0, err);
    if (!status)
        status = store_load_plan(store, id, &plan, err);
    if (!status)
        status = plan_must_share(store, plan, err);
    plan_free(&plan);
    return status;
}

static enum status put_back(struct store *store, int fiscal_year, const char *name, struct err *err)
{
    int64_t id = 0, there = 0;
    enum status status = plan_look_up(store, fiscal_year, name, true, &id, err);
    if (!status)
        status = plan_look_up(store, fiscal_year, name, false, &there, err);
    if (status)
        return status;
    if (!id || there) {
        autostr year = STR_INIT;
        period_write_year(&year, fiscal_year, i18n_digits());
        return err_set(err, STATUS_NOT_FOUND, _("No plan “%s” of %s was removed"), name, year.buf);
    }
    status = must_fit(store, id, err);
    if (!status)
        status = mark(store, id, false, err);
    return status ? status : plan_note(store, id, "put back", err);
}

enum status store_put_plan_back(struct store *store, int fiscal_year, const char *name,
                                struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = put_back(store, fiscal_year, name, err);
    return store_end(store, status, err);
}
