// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that the own office has typed, counted.
#include "orjon/store/texts.h"

#include "db.h"

static enum status walk(struct query *query, const struct store_texts *to, struct err *err)
{
    enum status status = STATUS_OK;
    for (bool row = true; (status = db_step(query, &row, err)) == STATUS_OK && row;) {
        struct arena arena = {0};
        to->each(to->data, db_keep_lines(query, 0, &arena), db_integer(query, 1));
        arena_done(&arena);
    }
    return status;
}

enum status store_walk_remarks(struct store *store, const struct store_texts *to, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "SELECT remark, count(*) FROM figure"
                                    " WHERE office = ? AND remark <> '' GROUP BY remark",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, STORE_OWN_OFFICE);
    return walk(&query, to, err);
}

enum status store_walk_texts(struct store *store, enum record_kind kind, int field,
                             const struct store_texts *to, struct err *err)
{
    const struct record_shape *shape = record_shape(kind);
    autoquery query = {0};
    enum status status = db_prepare(store,
                                    "SELECT f.value, count(*) FROM record r CROSS JOIN field f"
                                    " ON f.record = r.id WHERE r.kind = ? AND f.name = ?"
                                    " GROUP BY f.value",
                                    &query, err);
    if (status)
        return status;
    db_bind_text(&query, shape->word);
    db_bind_text(&query, shape->field[field].word);
    return walk(&query, to, err);
}
