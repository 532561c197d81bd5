// SPDX-License-Identifier: GPL-3.0-or-later
// Years that are closed: nothing of theirs changes before they are opened.
#include "db.h"

#include "orjon/domain/office.h"

// The particular begins with the number of its year: «2023-24».
enum status year_must_be_open(struct store *store, int64_t plan, int64_t indicator, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_prepare(store,
                   "SELECT p.fiscal_year FROM setting s CROSS JOIN plan p"
                   " ON p.id = coalesce(?1, (SELECT plan FROM indicator WHERE id = ?2))"
                   " AND p.fiscal_year <= CAST(s.value AS INTEGER)"
                   " WHERE s.office = 1 AND s.key = 'closed_year'",
                   &query, err);
    if (status)
        return status;
    db_bind_id(&query, plan);
    db_bind_id(&query, indicator);
    status = db_step(&query, &row, err);
    return status || !row ? status : office_refuse_closed(db_year(&query, 0), err);
}
