// SPDX-License-Identifier: GPL-3.0-or-later
// With which plans others sent: asked for each that comes, so nothing here goes over all that came.
#include "orjon/store/receipts.h"

#include "db.h"

enum status store_find_template(struct store *store, const char *hash,
                                const struct store_plan_of *of, int64_t *ret, bool *ret_others,
                                struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_prepare(store,
                   "SELECT t.id, EXISTS (SELECT 1 FROM receipt r WHERE r.in_force"
                   " AND r.fiscal_year = ? AND r.plan = ? AND r.template = t.id AND r.office <> ?)"
                   " FROM template t WHERE t.hash = ?",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, of->fiscal_year);
    db_bind_text(&query, of->plan);
    db_bind_integer(&query, of->office);
    db_bind_text(&query, hash);
    status = db_step(&query, &row, err);
    *ret = !status && row ? db_integer(&query, 0) : 0;
    *ret_others = *ret && db_integer(&query, 1);
    return status;
}

enum status store_next_template(struct store *store, const struct store_plan_of *of, int64_t after,
                                int64_t *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(store,
                                    "SELECT template FROM receipt WHERE in_force"
                                    " AND fiscal_year = ? AND plan = ? AND template > ?"
                                    " AND office <> ? ORDER BY template LIMIT 1",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, of->fiscal_year);
    db_bind_text(&query, of->plan);
    db_bind_integer(&query, after);
    db_bind_integer(&query, of->office);
    status = db_step(&query, &row, err);
    *ret = !status && row ? db_integer(&query, 0) : 0;
    return status;
}

enum status store_has_receipts(struct store *store, int fiscal_year, bool *ret, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(
        store, "SELECT 1 FROM receipt WHERE in_force AND fiscal_year = ? LIMIT 1", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, fiscal_year);
    return db_step(&query, ret, err);
}
