// SPDX-License-Identifier: GPL-3.0-or-later
// Records removed, and changes of records undone and done again: several fields as one.
#include "records.h"

#include "orjon/base/refusal.h"

#include <stdlib.h>
#include <string.h>

struct steps {
    struct field_step *step;
    size_t count, cap;
    struct arena texts;
};

static void done(struct steps *steps)
{
    free(steps->step);
    arena_done(&steps->texts);
}

// Columns record, kind, name, the text that goes and the text that comes.
static enum status take_row(struct query *query, int column, struct steps *steps, struct err *err)
{
    const int kind = record_kind_from_word(db_text(query, column + 1));
    const int field =
        kind < 0 ? -1 : record_field_from_word((enum record_kind)kind, db_text(query, column + 2));
    if (field < 0)
        return record_is_strange(query->store, err);
    if (steps->count == steps->cap) {
        steps->cap = steps->cap ? steps->cap * 2 : 32;
        steps->step = mem_resize(steps->step, steps->cap, sizeof *steps->step);
    }
    steps->step[steps->count++] = (struct field_step){
        .kind = (enum record_kind)kind,
        .id = db_integer(query, column),
        .field = field,
        .before = db_keep_lines(query, column + 3, &steps->texts),
        .after = db_keep_lines(query, column + 4, &steps->texts),
    };
    return STATUS_OK;
}

// When all is written: in between a record may be gone before what hangs on it.
static enum status settle(struct store *store, const struct steps *steps, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < steps->count; i++)
        if (i == 0 || steps->step[i].id != steps->step[i - 1].id)
            status = record_settle(store, steps->step[i].kind, steps->step[i].id, err);
    return status;
}

// --- removing

#define TREE                                                                                       \
    "WITH RECURSIVE tree(id) AS (SELECT ?1 UNION SELECT r.id FROM tree t CROSS JOIN record r"      \
    " ON r.parent = t.id AND r.parent IS NOT NULL) "

// Which record outside of what goes names one that goes.
static enum status nobody_names(struct store *store, int64_t id, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_first_of(store,
                    TREE "SELECT f.record, r.kind FROM tree t CROSS JOIN field f ON f.named = t.id"
                         " CROSS JOIN record r ON r.id = f.record"
                         " WHERE f.record NOT IN (SELECT id FROM tree) ORDER BY 1 LIMIT 1",
                    id, &query, &row, err);
    return status || !row ? status : record_is_needed(&query, err);
}

static enum status collect_tree(struct store *store, int64_t id, struct steps *steps,
                                struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        db_prepare(store,
                   TREE "SELECT t.id, r.kind, f.name, f.value, '' FROM tree t CROSS JOIN record r"
                        " ON r.id = t.id CROSS JOIN field f ON f.record = t.id ORDER BY t.id DESC",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, id);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = take_row(&query, 0, steps, err);
    return status;
}

static enum status remove_all(struct store *store, int64_t id, struct steps *steps, struct err *err)
{
    enum status status = nobody_names(store, id, err);
    if (!status)
        status = collect_tree(store, id, steps, err);
    if (!status && !steps->count)
        status =
            err_set(err, STATUS_NOT_FOUND, _("There is no record with the number %s"), SAY(id));
    for (size_t i = 0; !status && i < steps->count; i++) {
        steps->step[i].what = JOURNAL_RECORD;
        status = field_write(store, &steps->step[i], err);
    }
    return status ? status : settle(store, steps, err);
}

enum status store_remove_record(struct store *store, int64_t id, struct err *err)
{
    struct steps steps = {0};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = remove_all(store, id, &steps, err);
    status = store_end(store, status, err);
    done(&steps);
    return status;
}

// --- undoing

#define TAKEN_BACK                                                                                 \
    "coalesce((SELECT u.what = 'undo' FROM journal u WHERE u.undoes = r.seq"                       \
    " ORDER BY u.seq DESC LIMIT 1), 0)"
#define STILL_TAKEN_BACK                                                                           \
    "u.what = 'undo' AND u.record IS NOT NULL AND NOT EXISTS"                                      \
    " (SELECT 1 FROM journal x WHERE x.undoes = u.undoes AND x.seq > u.seq)"

// The first batch made the file, and what the sample office has is in it. What was written with a
// seal is of the paper that was signed, and stays.
#define SEALED                                                                                     \
    "EXISTS (SELECT 1 FROM journal s WHERE s.what IN ('seal', 'reopen', 'restore', 'gone')"        \
    " AND s.seq > r.seq AND s.what = 'seal' AND s.batch = r.batch)"
static const char undo_sql[] =
    "WITH last AS (SELECT r.seq, r.batch FROM journal r WHERE r.what = 'record'"
    " AND r.record IS NOT NULL AND r.batch > 1 AND NOT " TAKEN_BACK " AND NOT " SEALED
    " ORDER BY r.seq DESC LIMIT 1)"
    " SELECT r.seq, r.record, k.kind, r.name, r.new_text, r.old_text FROM last"
    " CROSS JOIN journal r ON r.seq BETWEEN last.batch AND last.seq"
    " CROSS JOIN record k ON k.id = r.record"
    " WHERE r.what = 'record' AND NOT " TAKEN_BACK " ORDER BY r.seq DESC";

// Nothing is done again behind a newer change.
static const char redo_sql[] =
    "WITH last AS (SELECT u.seq, u.batch FROM journal u WHERE " STILL_TAKEN_BACK
    " AND u.seq > coalesce((SELECT n.seq FROM journal n WHERE n.what = 'record'"
    " AND n.record IS NOT NULL ORDER BY n.seq DESC LIMIT 1), 0) ORDER BY u.seq DESC LIMIT 1)"
    " SELECT r.seq, r.record, k.kind, r.name, r.old_text, r.new_text FROM last"
    " CROSS JOIN journal u ON u.seq BETWEEN last.batch AND last.seq"
    " CROSS JOIN journal r ON r.seq = u.undoes CROSS JOIN record k ON k.id = r.record"
    " WHERE " STILL_TAKEN_BACK " ORDER BY r.seq";

static enum status collect_rows(struct store *store, bool redo, struct steps *steps,
                                struct err *err)
{
    autoquery query = {0};
    bool row = true;
    enum status status =
        redo ? db_prepare(store, redo_sql, &query, err) : db_prepare(store, undo_sql, &query, err);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        status = take_row(&query, 1, steps, err);
        if (!status)
            steps->step[steps->count - 1].undoes = db_integer(&query, 0);
    }
    if (status || steps->count)
        return status;
    return redo ? err_set(err, STATUS_NOT_FOUND, _("There is nothing to redo"))
                : err_set(err, STATUS_NOT_FOUND, _("There is nothing to undo"));
}

static enum status take(struct store *store, struct field_step *step, bool redo,
                        struct arena *texts, struct err *err)
{
    const char *present = "";
    enum status status = field_load(store, step, texts, &present, err);
    if (status)
        return status;
    if (strcmp(present, step->before) != 0)
        return refuse_changed(tr(record_shape(step->kind)->field[step->field].label), NULL, err);
    step->what = redo ? JOURNAL_REDO : JOURNAL_UNDO;
    return field_write(store, step, err);
}

enum status store_undo_records(struct store *store, bool redo,
                               void (*each)(void *data, const struct store_record_undone *undone),
                               void *data, struct err *err)
{
    struct steps steps = {0};
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = collect_rows(store, redo, &steps, err);
    for (size_t i = 0; !status && i < steps.count; i++)
        status = take(store, &steps.step[i], redo, &steps.texts, err);
    if (!status)
        status = settle(store, &steps, err);
    status = store_end(store, status, err);
    for (size_t i = 0; !status && each && i < steps.count; i++) {
        const struct field_step *step = &steps.step[i];
        each(data, &(struct store_record_undone){step->kind, step->id, step->field, step->before,
                                                 step->after});
    }
    done(&steps);
    return status;
}
