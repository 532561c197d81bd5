// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the own office, loaded.
#include "records.h"

#include <stdlib.h>
#include <string.h>

static struct record *begin_record(struct records *records, enum record_kind kind, int64_t id,
                                   int64_t parent)
{
    const size_t fields = (size_t)record_shape(kind)->fields;
    if (records->count == records->cap) {
        records->cap = records->cap ? records->cap * 2 : 16;
        records->record = mem_resize(records->record, records->cap, sizeof *records->record);
    }
    struct record *record = &records->record[records->count++];
    *record = (struct record){.id = id, .parent = parent, .kind = kind};
    record->text = mem_alloc(fields * sizeof *record->text);
    for (size_t i = 0; i < fields; i++)
        record->text[i] = "";
    return record;
}

enum status record_take(struct query *query, enum record_kind kind, struct records *ret,
                        struct err *err)
{
    const int64_t id = db_integer(query, 0);
    const int field = record_field_from_word(kind, db_text(query, 2));
    if (field < 0)
        return record_is_strange(query->store, err);
    struct record *record = ret->count ? &ret->record[ret->count - 1] : NULL;
    if (!record || record->id != id)
        record = begin_record(ret, kind, id, db_integer(query, 1));
    const bool lines = record_shape(kind)->field[field].type == FIELD_LINES;
    record->text[field] = (lines ? db_keep_lines : db_keep_text)(query, 3, &ret->arena);
    return STATUS_OK;
}

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int64_t place_of(const struct record *record, int field)
{
    return field < 0 ? 0 : strtoll(record->text[field], NULL, 10);
}

static int by_place(const void *a, const void *b, void *field)
{
    const struct record *x = a, *y = b;
    const int place = *(const int *)field;
    int order = compare_numbers(x->parent, y->parent);
    if (!order)
        order = compare_numbers(place_of(x, place), place_of(y, place));
    return order ? order : compare_numbers(x->id, y->id);
}

// Most come in their order already.
static void put_in_order(struct records *records, enum record_kind kind)
{
    int field = record_field_from_word(kind, "place");
    for (size_t i = 1; i < records->count; i++)
        if (by_place(&records->record[i - 1], &records->record[i], &field) > 0) {
            qsort_r(records->record, records->count, sizeof *records->record, by_place, &field);
            return;
        }
}

// A literal for each way to ask, so that each takes the index that fits.
#define COLUMNS "SELECT r.id, r.parent, f.name, f.value FROM record r CROSS JOIN field f"
static enum status prepare(struct store *store, enum record_kind kind, int64_t parent, int64_t id,
                           struct query *ret, struct err *err)
{
    enum status status =
        id ? db_prepare(store,
                        COLUMNS " ON f.record = r.id WHERE r.kind = ?1 AND r.id = ?2"
                                " AND (?3 IS NULL OR r.parent = ?3)",
                        ret, err)
        : parent
            ? db_prepare(store,
                         COLUMNS " ON f.record = r.id WHERE r.kind = ?1 AND r.parent = ?2"
                                 " ORDER BY r.id",
                         ret, err)
            : db_prepare(store,
                         COLUMNS " ON f.record = r.id WHERE r.kind = ?1 ORDER BY r.parent, r.id",
                         ret, err);
    if (status)
        return status;
    db_bind_text(ret, record_shape(kind)->word);
    if (id || parent)
        db_bind_integer(ret, id ? id : parent);
    if (id)
        db_bind_id(ret, parent);
    return STATUS_OK;
}

enum status store_load_records(struct store *store, enum record_kind kind, int64_t parent,
                               int64_t id, struct records *ret, struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status = prepare(store, kind, parent, id, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = record_take(&query, kind, ret, err);
    if (!status)
        put_in_order(ret, kind);
    return status;
}

enum status store_has_record(struct store *store, enum record_kind kind, bool *ret, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(store, "SELECT id FROM record WHERE kind = ? LIMIT 1", &query, err);
    if (status)
        return status;
    db_bind_text(&query, record_shape(kind)->word);
    return db_step(&query, ret, err);
}

enum status store_records_stamp(struct store *store, int64_t *ret, struct err *err)
{
    static const enum journal_what whats[] = {JOURNAL_RECORD_NEW, JOURNAL_RECORD, JOURNAL_UNDO,
                                              JOURNAL_REDO};
    enum status status = STATUS_OK;
    *ret = 0;
    for (size_t i = 0; i < sizeof whats / sizeof *whats && !status; i++) {
        autoquery query = {0};
        bool row = false;
        status = db_prepare(store,
                            "SELECT seq FROM journal WHERE record IS NOT NULL AND what = ?"
                            " ORDER BY seq DESC LIMIT 1",
                            &query, err);
        if (status)
            return status;
        db_bind_text(&query, journal_word(whats[i]));
        status = db_step(&query, &row, err);
        if (!status && row && db_integer(&query, 0) > *ret)
            *ret = db_integer(&query, 0);
    }
    return status;
}
