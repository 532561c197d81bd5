// SPDX-License-Identifier: GPL-3.0-or-later
// Records against the journal.
#include "records.h"

// A record whose kind or parent is not what the row says that made it, and one that has no such row
// or no record.
static const char born_sql[] =
    "WITH born AS (SELECT record AS id, name AS kind, new_text AS parent FROM journal"
    " WHERE record IS NOT NULL AND what = 'record-new'), there AS"
    " (SELECT id, kind, coalesce(CAST(parent AS TEXT), '') AS parent FROM record)"
    " SELECT id, kind FROM (SELECT * FROM there EXCEPT SELECT * FROM born)"
    " UNION ALL SELECT id, kind FROM (SELECT * FROM born EXCEPT SELECT * FROM there)"
    " UNION ALL SELECT id, kind FROM born GROUP BY id HAVING count(*) > 1 LIMIT 1";

// A field that is not what its newest row says, and one of which a row tells and which is not
// there.
static const char fields_sql[] =
    "SELECT f.record, r.kind FROM field f LEFT JOIN record r ON r.id = f.record"
    " WHERE f.value IS NOT (SELECT j.new_text FROM journal j WHERE j.record IS NOT NULL"
    " AND j.record = f.record AND j.name = f.name AND j.what IN ('record', 'undo', 'redo')"
    " ORDER BY j.seq DESC LIMIT 1)"
    " UNION ALL SELECT j.record, r.kind FROM (SELECT max(seq) AS seq FROM journal"
    " WHERE record IS NOT NULL AND what IN ('record', 'undo', 'redo') GROUP BY record, name) last"
    " CROSS JOIN journal j ON j.seq = last.seq LEFT JOIN field f ON f.record = j.record"
    " AND f.name = j.name LEFT JOIN record r ON r.id = j.record"
    " WHERE j.new_text <> '' AND f.value IS NULL LIMIT 1";

// Who belongs to, or names, a record that is gone; and a number that is not the one that it names.
static const char hanging_sql[] =
    "SELECT r.id, r.kind FROM record r WHERE r.parent IS NOT NULL"
    " AND EXISTS (SELECT 1 FROM field WHERE record = r.id)"
    " AND NOT EXISTS (SELECT 1 FROM field WHERE record = r.parent)"
    " UNION ALL SELECT f.record, r.kind FROM field f CROSS JOIN record r ON r.id = f.record"
    " WHERE f.named IS NOT NULL AND NOT EXISTS (SELECT 1 FROM field WHERE record = f.named) LIMIT "
    "1";

static enum status wrong(const struct store *store, const char *word, int64_t id, struct err *err)
{
    const int kind = record_kind_from_word(word);
    return err_set(err, STATUS_DAMAGED,
                   _("%s is damaged: the record %s (%s) is not what the journal says; go back to a "
                     "backup"),
                   store->path, SAY(id),
                   kind < 0 ? word : tr(record_shape((enum record_kind)kind)->name));
}

static enum status expect_none(struct store *store, const char *sql, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_first(store, sql, &query, &row, err);
    return status || !row ? status : wrong(store, db_text(&query, 1), db_integer(&query, 0), err);
}

static bool is_kind(const char *word, int kind)
{
    return kind >= 0 ? record_kind_from_word(word) == kind : !*word;
}

// The kinds that belong to each other, of which there are few, against the table.
static enum status verify_kinds(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT min(r.id), r.kind, p.kind FROM record r LEFT JOIN record p"
                   " ON p.id = r.parent GROUP BY r.kind, p.kind",
                   &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const int kind = record_kind_from_word(db_text(&query, 1));
        if (kind < 0 || !is_kind(db_text(&query, 2), record_shape((enum record_kind)kind)->parent))
            return wrong(store, db_text(&query, 1), db_integer(&query, 0), err);
    }
    return status;
}

// The fields that kinds have, and what they name, likewise.
static enum status verify_words(struct store *store, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT min(f.record), r.kind, f.name, n.kind FROM field f CROSS JOIN record r"
                   " ON r.id = f.record LEFT JOIN record n ON n.id = f.named"
                   " GROUP BY r.kind, f.name, n.kind",
                   &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        const int kind = record_kind_from_word(db_text(&query, 1));
        const int at =
            kind < 0 ? -1 : record_field_from_word((enum record_kind)kind, db_text(&query, 2));
        const struct record_field *field =
            at < 0 ? NULL : &record_shape((enum record_kind)kind)->field[at];
        if (!field || !is_kind(db_text(&query, 3),
                               field->type == FIELD_RECORD ? record_kind_from_word(field->of) : -1))
            return wrong(store, db_text(&query, 1), db_integer(&query, 0), err);
    }
    return status;
}

enum status records_verify(struct store *store, struct err *err)
{
    enum status status = expect_none(store, born_sql, err);
    if (!status)
        status = expect_none(store, fields_sql, err);
    if (!status)
        status = expect_none(store, hanging_sql, err);
    if (!status)
        status = verify_kinds(store, err);
    return status ? status : verify_words(store, err);
}
