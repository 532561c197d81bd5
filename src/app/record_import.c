// SPDX-License-Identifier: GPL-3.0-or-later
// Records from a table: first every cell is read, then all is written in one transaction, and every
// fault of either is kept with its place.
#include "record_import.h"

#include "offices.h"
#include "orjon/base/text.h"
#include "orjon/store/records.h"

#include <string.h>

enum { COLUMN_ID = -1, COLUMN_PARENT = -2, COLUMN_NONE = -3 };

static void add_fault(struct import *in, size_t line, size_t column, const char *sentence)
{
    in->fault = arena_grow(&in->texts, in->fault, in->faults, &in->faults_cap, sizeof *in->fault);
    in->fault[in->faults++] =
        (struct fault){line, column, arena_text(&in->texts, sentence, strlen(sentence))};
}

void import_take(struct import *in, size_t line, size_t column, enum status status,
                 const struct err *err)
{
    switch (status) {
    case STATUS_OK:
        return;
    case STATUS_INVALID:
    case STATUS_OVERFLOW:
    case STATUS_NOT_FOUND:
    case STATUS_EXISTS:
    case STATUS_USAGE:
        add_fault(in, line, column, err_text(err));
        return;
    default:
        in->trouble = *err;
        in->trouble.status = status;
    }
}

// --- the first row

static enum status refuse_column(const struct import *in, const char *word, struct err *err)
{
    autostr known = STR_INIT;
    str_add(&known, in->shape->parent < 0 ? "id" : "id, parent");
    for (int i = 0; i < in->shape->fields; i++)
        str_addf(&known, ", %s", in->shape->field[i].word);
    return err_set(err, STATUS_INVALID, _("there is no column “%s”; there are: %s"), word,
                   known.buf);
}

static void read_column(struct import *in, size_t i)
{
    autostr word = STR_INIT;
    struct err err = {0};
    text_clean(in->tsv.cell[i].s, in->tsv.cell[i].n, &word, NULL);
    const bool is_id = strcmp(word.buf, "id") == 0;
    const bool is_parent = in->shape->parent >= 0 && strcmp(word.buf, "parent") == 0;
    const int field = record_field_from_word(in->kind, word.buf);
    size_t *at = is_id       ? &in->id_at
                 : is_parent ? &in->parent_at
                 : field < 0 ? NULL
                             : &in->at[field];
    in->column[i] = is_id ? COLUMN_ID : is_parent ? COLUMN_PARENT : field < 0 ? COLUMN_NONE : field;
    enum status status = STATUS_OK;
    if (!at)
        status = refuse_column(in, word.buf, &err);
    else if (*at)
        status = err_set(&err, STATUS_INVALID, _("the column “%s” is there twice"), word.buf);
    else
        *at = i + 1;
    import_take(in, in->tsv.line, i + 1, status, &err);
}

static bool read_header(struct import *in)
{
    if (!tsv_next(&in->tsv)) {
        if (!in->tsv.fault)
            add_fault(in, 1, 1, _("the file is empty; the first row names the columns"));
        return false;
    }
    in->columns = in->tsv.count;
    if (in->tsv.beyond) {
        add_fault(in, in->tsv.line, TSV_CELLS_MAX + 1, _("the table has too many columns"));
        return false;
    }
    for (size_t i = 0; i < in->columns; i++)
        read_column(in, i);
    return in->faults == 0;
}

// --- the others

// A record named in a cell, by its number or by what it is called; 0 for an empty cell.
static int64_t read_id(struct import *in, size_t column, const char *of)
{
    const struct record_field field = {.type = FIELD_RECORD, .of = of};
    const struct record_finder finder = {lookup_find, &in->lookup};
    const struct tsv_cell *cell = &in->tsv.cell[column - 1];
    autostr text = STR_INIT;
    struct err err = {0};
    const enum status status = record_read(
        &field, cell->s, cell->n, strcmp(of, in->shape->word) ? &finder : NULL, &text, &err);
    import_take(in, in->tsv.line, column, status, &err);
    return status || !text.len ? 0 : strtoll(text.buf, NULL, 10);
}

static void read_fields(struct import *in, struct row *row)
{
    const struct record_finder finder = {lookup_find, &in->lookup};
    for (int i = 0; i < in->shape->fields; i++) {
        const size_t column = in->at[i];
        autostr text = STR_INIT;
        struct err err = {0};
        if (!column)
            continue;
        const struct tsv_cell *cell = &in->tsv.cell[column - 1];
        enum status status =
            record_read(&in->shape->field[i], cell->s, cell->n, &finder, &text, &err);
        if (!status && row->there && strcmp(text.buf, row->there->text[i]) != 0)
            status = record_refuse_kept(&in->shape->field[i], &err);
        row->text[i] = arena_text(&in->texts, text.buf, text.len);
        import_take(in, in->tsv.line, column, status, &err);
    }
}

static bool says_something(const struct import *in, const struct row *row)
{
    for (int i = 0; i < in->shape->fields; i++)
        if (row->text[i] && *row->text[i])
            return true;
    return false;
}

// What a new one must not leave empty, and of one that has it no column may.
static void check_name(struct import *in, const struct row *row)
{
    for (int i = 0; i < in->shape->fields; i++) {
        struct err err = {0};
        if (!row->there || (in->at[i] && *row->there->text[i]))
            import_take(in, row->line, in->at[i] ? in->at[i] : 1,
                        record_refuse_nameless(in->kind, i, row->text[i] ? row->text[i] : "", &err),
                        &err);
    }
}

// What cannot be seen in one cell alone.
static void check_row(struct import *in, const struct row *row)
{
    struct err err = {0};
    enum status status = STATUS_OK;
    if (row->there && row->parent && row->parent != row->there->parent)
        status = err_set(&err, STATUS_INVALID, _("it belongs to number %s, and stays there"),
                         SAY(row->there->parent));
    else if (!row->there && in->shape->parent >= 0 && !row->parent)
        status = err_set(&err, STATUS_INVALID, _("a new record needs a parent (%s)"),
                         tr(record_shape((enum record_kind)in->shape->parent)->name));
    import_take(in, row->line, in->parent_at ? in->parent_at : 1, status, &err);
    if (!row->there && !status && !says_something(in, row))
        add_fault(in, row->line, 1, _("the row says nothing"));
    else if (!status)
        check_name(in, row);
}

static void read_row(struct import *in)
{
    const size_t faults = in->faults;
    struct row row = {.line = in->tsv.line};
    if (in->tsv.count + in->tsv.beyond > in->columns) {
        add_fault(in, row.line, in->columns + 1,
                  _("there are more columns than the first row names"));
        return;
    }
    row.text = arena_alloc(&in->texts, (size_t)in->shape->fields * sizeof *row.text);
    if (in->id_at)
        row.id = read_id(in, in->id_at, in->shape->word);
    if (in->parent_at)
        row.parent =
            read_id(in, in->parent_at, record_shape((enum record_kind)in->shape->parent)->word);
    row.there = row.id ? records_find(&in->there, row.id) : NULL;
    read_fields(in, &row);
    if (in->faults == faults)
        check_row(in, &row);
    if (in->faults > faults)
        return;
    in->row = arena_grow(&in->texts, in->row, in->count, &in->cap, sizeof *in->row);
    in->row[in->count++] = row;
}

// --- all of it

static int by_id(const void *a, const void *b)
{
    const struct row *x = *(const struct row *const *)a, *y = *(const struct row *const *)b;
    if (x->id != y->id)
        return x->id < y->id ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

// A record named twice: nobody can tell which row is meant.
static void find_twins(struct import *in)
{
    autofree const struct row **rows = mem_alloc((in->count + 1) * sizeof(struct row *));
    for (size_t i = 0; i < in->count; i++)
        rows[i] = &in->row[i];
    qsort(rows, in->count, sizeof *rows, by_id);
    for (size_t i = 1; i < in->count; i++) {
        struct err err = {0};
        if (!rows[i]->id || rows[i]->id != rows[i - 1]->id)
            continue;
        err_set(&err, STATUS_INVALID, _("the same record is already on line %s"),
                SAY(rows[i - 1]->line));
        add_fault(in, rows[i]->line, in->id_at, err_text(&err));
    }
}

static int by_line(const void *a, const void *b)
{
    const struct fault *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->column > y->column) - (x->column < y->column);
}

// In ASCII digits whatever the user reads, so that an editor can jump there.
static void say_faults(struct import *in, const char *name, struct str *ret)
{
    if (in->faults)
        qsort(in->fault, in->faults, sizeof *in->fault, by_line);
    for (size_t i = 0; i < in->faults; i++) {
        text_show(ret, name);
        str_addf(ret, ":%zu:%zu: %s\n", in->fault[i].line, in->fault[i].column,
                 in->fault[i].sentence);
    }
}

static enum status run(struct import *in, const struct app_import *import, struct str *ret_faults,
                       struct err *err)
{
    enum status status = store_load_records(in->app->store, in->kind, 0, 0, &in->there, err);
    if (status)
        return status;
    tsv_open(&in->tsv, import->text, import->n);
    if (read_header(in)) {
        while (!in->trouble.status && tsv_next(&in->tsv))
            read_row(in);
        find_twins(in);
        import_write(in);
    }
    if (in->tsv.fault)
        add_fault(in, in->tsv.line, 1, in->tsv.fault);
    tsv_done(&in->tsv);
    if (in->trouble.status)
        return err_set(err, in->trouble.status, "%s", err_text(&in->trouble));
    say_faults(in, import->name, ret_faults);
    return in->faults ? err_set(err, STATUS_INVALID,
                                tr_count("%s: %s fault; nothing was saved",
                                         "%s: %s faults; nothing was saved", in->faults),
                                import->name, SAY(in->faults))
                      : STATUS_OK;
}

enum status app_import_records(struct app *app, const struct app_import *import, size_t *ret_count,
                               struct str *ret_faults, struct err *err)
{
    struct import in = {.app = app,
                        .kind = import->kind,
                        .shape = record_shape(import->kind),
                        .lookup = {.app = app}};
    if (!import->dry_run)
        app_keep_copy(app, "import");
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = run(&in, import, ret_faults, err);
    if (!status)
        status = offices_check(app, import->kind, err);
    if (!status && !import->dry_run)
        status = store_commit(app->store, err);
    else
        store_rollback(app->store);
    *ret_count = in.count;
    records_done(&in.there);
    lookup_done(&in.lookup);
    arena_done(&in.texts);
    return status;
}
