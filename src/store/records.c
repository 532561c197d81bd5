// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the own office: making them, putting fields.
#include "records.h"

#include "orjon/base/refusal.h"
#include "orjon/base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum status record_is_strange(const struct store *store, struct err *err)
{
    return db_damaged(store, _("a record cannot be read"), err);
}

// --- what is there

static enum status not_there(enum record_kind kind, int64_t id, struct err *err)
{
    return err_set(err, STATUS_NOT_FOUND, _("There is no %s with the number %s"),
                   tr(record_shape(kind)->name), SAY(id));
}

enum status field_load(struct store *store, const struct field_step *step, struct arena *arena,
                       const char **ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    const struct record_field *field = &record_shape(step->kind)->field[step->field];
    *ret = "";
    enum status status =
        db_prepare(store, "SELECT value FROM field WHERE record = ? AND name = ?", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, step->id);
    db_bind_text(&query, field->word);
    status = db_step(&query, &row, err);
    if (!status && row)
        *ret = (field->type == FIELD_LINES ? db_keep_lines : db_keep_text)(&query, 0, arena);
    return status;
}

// Its row, which stays when it is gone.
struct stub {
    bool known; // there is a row
    bool there; // it has a field
    int64_t parent;
    int kind; // enum record_kind
};

static enum status find_stub(struct store *store, int64_t id, struct stub *ret, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    *ret = (struct stub){.kind = -1};
    enum status status = db_first_of(store,
                                     "SELECT parent, kind, EXISTS (SELECT 1 FROM field"
                                     " WHERE record = r.id) FROM record r WHERE id = ?",
                                     id, &query, &row, err);
    if (status || !row)
        return status;
    *ret = (struct stub){.known = true,
                         .there = db_integer(&query, 2) != 0,
                         .parent = db_integer(&query, 0),
                         .kind = record_kind_from_word(db_text(&query, 1))};
    return ret->kind < 0 ? record_is_strange(store, err) : STATUS_OK;
}

static enum status must_be_there(struct store *store, enum record_kind kind, int64_t id,
                                 struct err *err)
{
    struct stub stub;
    enum status status = find_stub(store, id, &stub, err);
    if (status)
        return status;
    return stub.there && stub.kind == (int)kind ? STATUS_OK : not_there(kind, id, err);
}

// What it belongs to as a whole: of a seat its committee, of a decision its meeting.
static enum status load_whole(struct store *store, enum record_kind kind, int64_t id,
                              struct records *ret, struct err *err)
{
    enum status status = store_load_records(store, kind, 0, id, ret, err);
    while (!status && ret->count && record_shape(kind)->parent >= 0) {
        id = ret->record->parent;
        kind = (enum record_kind)record_shape(kind)->parent;
        records_done(ret);
        status = store_load_records(store, kind, 0, id, ret, err);
    }
    return status;
}

enum status record_is_needed(struct query *row, struct err *err)
{
    autorecords whole = {0};
    autostr name = STR_INIT;
    enum { NAME_MAX_SHOWN = 60 };
    const int64_t id = db_integer(row, 0);
    const int kind = record_kind_from_word(db_text(row, 1));
    if (kind < 0)
        return record_is_strange(row->store, err);
    enum status status = load_whole(row->store, (enum record_kind)kind, id, &whole, err);
    if (status)
        return status;
    if (whole.count)
        text_shorten(&name, record_title(whole.record), NAME_MAX_SHOWN);
    return name.len
               ? err_set(err, STATUS_INVALID, _("It is still needed: by the %s “%s”"),
                         tr(record_shape(whole.record->kind)->name), name.buf)
               : err_set(err, STATUS_INVALID, _("It is still needed: by the %s with the number %s"),
                         tr(record_shape((enum record_kind)kind)->name), SAY(id));
}

// The first record that hangs on one that is gone.
static enum status nothing_hangs(struct store *store, int64_t id, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store,
                    "SELECT r.id, r.kind FROM record r WHERE r.parent = ?1 AND EXISTS"
                    " (SELECT 1 FROM field WHERE record = r.id) UNION ALL"
                    " SELECT f.record, r.kind FROM field f CROSS JOIN record r ON r.id = f.record"
                    " WHERE f.named = ?1 LIMIT 1",
                    id, &query, &row, err);
    return status || !row ? status : record_is_needed(&query, err);
}

static enum status named_are_there(struct store *store, int64_t id, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store,
                    "SELECT f.named, r.kind FROM field f CROSS JOIN record r ON r.id = f.named"
                    " WHERE f.record = ? AND NOT EXISTS"
                    " (SELECT 1 FROM field WHERE record = f.named) LIMIT 1",
                    id, &query, &row, err);
    if (status || !row)
        return status;
    const int kind = record_kind_from_word(db_text(&query, 1));
    return kind < 0 ? record_is_strange(store, err)
                    : not_there((enum record_kind)kind, db_integer(&query, 0), err);
}

enum status record_settle(struct store *store, enum record_kind kind, int64_t id, struct err *err)
{
    struct stub stub;
    const int parent = record_shape(kind)->parent;
    enum status status = find_stub(store, id, &stub, err);
    if (status)
        return status;
    if (!stub.there)
        return nothing_hangs(store, id, err);
    if (parent >= 0)
        status = must_be_there(store, (enum record_kind)parent, stub.parent, err);
    return status ? status : named_are_there(store, id, err);
}

// --- changing

static enum status end(struct store *store, enum status status, struct err *err)
{
    return store_end(store, status, err);
}

// NULL without one that is wanted; the row of the journal tells what verify compares.
static enum status make_row(struct store *store, enum record_kind kind, int64_t parent, int64_t id,
                            int64_t *ret_id, struct err *err)
{
    autoquery query = {0};
    char of[24] = "";
    int64_t seq = 0;
    enum status status =
        db_prepare(store, "INSERT INTO record(id, parent, kind) VALUES (?, ?, ?)", &query, err);
    if (status)
        return status;
    db_bind_id(&query, id);
    db_bind_id(&query, parent);
    db_bind_text(&query, record_shape(kind)->word);
    status = db_run(&query, err);
    if (status)
        return status;
    *ret_id = sqlite3_last_insert_rowid(store->db);
    if (parent)
        snprintf(of, sizeof of, "%lld", (long long)parent);
    const struct journal_new row = {.what = JOURNAL_RECORD_NEW,
                                    .office = STORE_OWN_OFFICE,
                                    .record = *ret_id,
                                    .name = record_shape(kind)->word,
                                    .new_text = of};
    return journal_add(store, &row, &seq, err);
}

static enum status parent_is_there(struct store *store, enum record_kind kind, int64_t parent,
                                   struct err *err)
{
    const int above = record_shape(kind)->parent;
    if (above >= 0)
        return must_be_there(store, (enum record_kind)above, parent, err);
    return parent ? err_set(err, STATUS_INVALID, _("A %s belongs to no other record"),
                            tr(record_shape(kind)->name))
                  : STATUS_OK;
}

enum status store_new_record(struct store *store, enum record_kind kind, int64_t parent,
                             int64_t *ret_id, struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = parent_is_there(store, kind, parent, err);
    if (!status)
        status = make_row(store, kind, parent, 0, ret_id, err);
    return end(store, status, err);
}

static enum status make_or_find(struct store *store, enum record_kind kind, int64_t parent,
                                int64_t id, struct err *err)
{
    struct stub stub;
    int64_t made = 0;
    if (id <= 0 || id > STORE_RECORD_MAX)
        return err_set(err, STATUS_INVALID, _("The number of a record is from 1 to %s"),
                       SAY(STORE_RECORD_MAX));
    enum status status = find_stub(store, id, &stub, err);
    if (status)
        return status;
    if (!stub.known)
        return make_row(store, kind, parent, id, &made, err);
    if (!stub.there && stub.kind == (int)kind && stub.parent == parent)
        return STATUS_OK;
    return err_set(err, STATUS_EXISTS, _("The number %s is that of another record (%s)"), SAY(id),
                   tr(record_shape((enum record_kind)stub.kind)->name));
}

enum status store_new_record_as(struct store *store, enum record_kind kind, int64_t parent,
                                int64_t id, struct err *err)
{
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = parent_is_there(store, kind, parent, err);
    if (!status)
        status = make_or_find(store, kind, parent, id, err);
    return end(store, status, err);
}

static enum status write_value(struct store *store, const struct field_step *step, struct err *err)
{
    const struct record_field *field = &record_shape(step->kind)->field[step->field];
    autoquery query = {0};
    enum status status =
        *step->after
            ? db_prepare(store,
                         "INSERT INTO field(record, name, value, named) VALUES (?, ?, ?, ?)"
                         " ON CONFLICT (record, name) DO UPDATE SET value = excluded.value,"
                         " named = excluded.named",
                         &query, err)
            : db_prepare(store, "DELETE FROM field WHERE record = ? AND name = ?", &query, err);
    if (status)
        return status;
    db_bind_integer(&query, step->id);
    db_bind_text(&query, field->word);
    if (*step->after) {
        db_bind_text(&query, step->after);
        db_bind_id(&query, field->type == FIELD_RECORD ? strtoll(step->after, NULL, 10) : 0);
    }
    return db_run(&query, err);
}

enum status field_write(struct store *store, const struct field_step *step, struct err *err)
{
    int64_t seq = 0;
    const struct journal_new row = {
        .what = step->what,
        .office = STORE_OWN_OFFICE,
        .record = step->id,
        .undoes = step->undoes,
        .name = record_shape(step->kind)->field[step->field].word,
        .old_text = step->before,
        .new_text = step->after,
    };
    enum status status = proof_may_change(store, step, err);
    if (!status)
        status = write_value(store, step, err);
    return status ? status : journal_add(store, &row, &seq, err);
}

static enum status changed(const struct field_step *step, struct err *err)
{
    const struct record_field *field = &record_shape(step->kind)->field[step->field];
    autostr now = STR_INIT, brief = STR_INIT;
    record_write(field, step->before, i18n_digits(), &now);
    text_shorten(&brief, now.buf, 60);
    return refuse_changed(tr(field->label), brief.buf, err);
}

static enum status put(struct store *store, struct field_step *step, const char *expected,
                       struct arena *texts, struct err *err)
{
    const struct record_field *field = &record_shape(step->kind)->field[step->field];
    struct stub stub;
    enum status status = find_stub(store, step->id, &stub, err);
    if (!status && stub.kind != (int)step->kind)
        status = not_there(step->kind, step->id, err);
    if (!status)
        status = field_load(store, step, texts, &step->before, err);
    if (status)
        return status;
    if (expected && strcmp(expected, step->before) != 0)
        return changed(step, err);
    if (strcmp(step->before, step->after) == 0)
        return STATUS_OK;
    if (field->type == FIELD_RECORD && *step->after)
        status = must_be_there(store, (enum record_kind)record_kind_from_word(field->of),
                               strtoll(step->after, NULL, 10), err);
    if (!status)
        status = field_write(store, step, err);
    return status ? status : record_settle(store, step->kind, step->id, err);
}

enum status store_put_field(struct store *store, enum record_kind kind, int64_t id, int field,
                            const char *expected, const char *text, struct err *err)
{
    struct field_step step = {
        .kind = kind, .id = id, .field = field, .what = JOURNAL_RECORD, .after = text};
    struct arena texts = {0};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = put(store, &step, expected, &texts, err);
    status = end(store, status, err);
    arena_done(&texts);
    return status;
}
