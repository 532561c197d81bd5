// SPDX-License-Identifier: GPL-3.0-or-later
// The marks of a year as a table, out and in.
#include "reviews.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

#define COLUMN_LIST(_)                                                                             \
    _(OFFICE, "office")                                                                            \
    _(YEAR, "fiscal_year")                                                                         \
    _(PLAN, "plan")                                                                                \
    _(QUARTER, "quarter")                                                                          \
    _(CODE, "indicator")                                                                           \
    _(MARK, "mark")                                                                                \
    _(REMARK, "remark")                                                                            \
    _(FOLLOW_UP, "follow_up")                                                                      \
    _(MARKS, "marks")

enum column {
#define X(name, word) COLUMN_##name,
    COLUMN_LIST(X)
#undef X
        COLUMNS
};
static const char *const names[] = {
#define X(name, word) word,
    COLUMN_LIST(X)
#undef X
};

// --- out ----------------------------------------------------------------------------------------

struct writing {
    struct app *app;
    const struct records *units;
    int fiscal_year, quarter;
    const char *plan; // in hand
    int in_hand;
    struct str *ret;
    struct err *err;
};

static enum status write_mark(void *data, int64_t office, const struct store_mark *mark)
{
    struct writing *w = data;
    const struct record *unit = records_find(w->units, office);
    autostr marks = STR_INIT;
    if (mark->marks.set)
        number_write(&marks, mark->marks.value, (struct number_style){.digits = DIGITS_LATIN});
    tsv_write_cell(w->ret, unit ? unit->text[UNIT_CODE] : "?");
    str_add_char(w->ret, '\t');
    period_write_year_short(w->ret, w->fiscal_year);
    str_addf(w->ret, "\t%s\t%d\t", w->plan, w->in_hand);
    const char *const cell[] = {mark->code, mark->mark ? tick_word((enum tick)mark->mark) : "",
                                mark->remark, mark->follow_up ? "yes" : "", marks.buf};
    tsv_write_cells(w->ret, cell, sizeof cell / sizeof *cell);
    str_add_char(w->ret, '\n');
    return STATUS_OK;
}

static enum status write_plan(void *data, const char *plan, int quarter)
{
    struct writing *w = data;
    if (w->quarter && quarter != w->quarter)
        return STATUS_OK;
    w->plan = plan;
    w->in_hand = quarter;
    return store_each_mark(w->app->store, 0, w->fiscal_year, plan, quarter, write_mark, w, w->err);
}

enum status app_write_matrix(struct app *app, int fiscal_year, int quarter, struct str *ret,
                             struct err *err)
{
    autorecords units = {0};
    struct writing w = {
        app, &units, fiscal_year ? fiscal_year : app->office.fiscal_year, quarter, "", 0, ret, err};
    enum status status = store_begin_read(app->store, err);
    if (status)
        return status;
    status = app_load_records(app, RECORD_UNIT, 0, &units, err);
    for (int i = 0; i < COLUMNS; i++)
        str_addf(ret, "%s%c", names[i], i + 1 < COLUMNS ? '\t' : '\n');
    if (!status)
        status = store_each_marked(app->store, w.fiscal_year, write_plan, &w, err);
    store_rollback(app->store); // nothing was written
    return status;
}

// --- in -----------------------------------------------------------------------------------------

struct reading {
    struct app *app;
    const char *name;
    struct tsv *tsv;
    size_t place[COLUMNS]; // TSV_CELLS_MAX: not there
    size_t rows, faults;
    struct str *ret_faults;
    struct app_review *review; // of the row before: a table has many rows of one
    struct str of;             // its office, year, plan and quarter as they stand in the table
};

static void fault(struct reading *r, size_t column, const char *why)
{
    text_show(r->ret_faults, r->name);
    str_addf(r->ret_faults, ":%zu:%zu: %s\n", r->tsv->line, column + 1, why);
    r->faults++;
}

static bool find_columns(struct reading *r)
{
    for (int i = 0; i < COLUMNS; i++)
        r->place[i] = TSV_CELLS_MAX;
    if (!tsv_next(r->tsv))
        return false;
    for (size_t k = 0; k < r->tsv->count; k++) {
        int column = 0;
        while (column < COLUMNS && !tsv_is(r->tsv, k, names[column]))
            column++;
        if (column < COLUMNS)
            r->place[column] = k;
        else
            fault(r, k, _("there is no such column in a matrix"));
    }
    static const enum column needed[] = {COLUMN_OFFICE, COLUMN_PLAN, COLUMN_QUARTER, COLUMN_CODE};
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++)
        if (r->place[needed[i]] == TSV_CELLS_MAX) {
            autostr why = STR_INIT;
            str_addf(&why, _("the column %s is missing"), names[needed[i]]);
            fault(r, 0, why.buf);
        }
    return !r->faults;
}

// NULL for a column that is not there.
static const char *cell(const struct reading *r, enum column column, struct str *text)
{
    const size_t at = r->place[column];
    if (at == TSV_CELLS_MAX)
        return NULL;
    if (at < r->tsv->count)
        str_add_n(text, r->tsv->cell[at].s, r->tsv->cell[at].n);
    return text->buf;
}

// What the row is of, and which of its columns cannot be read.
static enum status read_place(struct reading *r, struct str *text, struct app_review_of *ret,
                              enum column *ret_column, struct err *err)
{
    *ret_column = COLUMN_OFFICE;
    enum status status = app_find_office(r->app, text[COLUMN_OFFICE].buf, &ret->office, err);
    if (!status && text[COLUMN_YEAR].len) {
        *ret_column = COLUMN_YEAR;
        status =
            period_read_year(text[COLUMN_YEAR].buf, text[COLUMN_YEAR].len, &ret->fiscal_year, err);
    }
    if (!status) {
        *ret_column = COLUMN_QUARTER;
        status = period_read_quarter(text[COLUMN_QUARTER].buf, text[COLUMN_QUARTER].len,
                                     &ret->quarter, err);
    }
    if (status)
        return status;
    *ret_column = COLUMN_PLAN;
    ret->plan = text[COLUMN_PLAN].buf;
    return *ret->plan ? STATUS_OK : err_set(err, STATUS_INVALID, "%s", _("a plan is needed"));
}

static enum status open_review(struct reading *r, struct str *text, enum column *ret_column,
                               struct err *err)
{
    struct app_review_of of = {0};
    autostr key = STR_INIT;
    for (int i = 0; i < COLUMN_CODE; i++)
        str_addf(&key, "%s\t", text[i].buf);
    if (r->review && strcmp(key.buf, r->of.buf) == 0)
        return STATUS_OK;
    app_review_free(&r->review);
    str_reset(&r->of);
    str_add(&r->of, key.buf);
    enum status status = read_place(r, text, &of, ret_column, err);
    return status ? status : app_review_open(r->app, &of, &r->review, err);
}

static enum status take_row(struct reading *r, struct err *err)
{
    struct str text[COLUMNS];
    const char *typed[COLUMNS];
    struct err why = {0};
    enum column column = COLUMN_CODE;
    for (int i = 0; i < COLUMNS; i++) {
        text[i] = STR_INIT;
        typed[i] = cell(r, (enum column)i, &text[i]);
    }
    enum status status = open_review(r, text, &column, &why);
    if (!status) {
        size_t changed = 0;
        column = COLUMN_CODE;
        const struct app_mark mark = {typed[COLUMN_CODE], typed[COLUMN_MARK], typed[COLUMN_REMARK],
                                      typed[COLUMN_FOLLOW_UP], typed[COLUMN_MARKS]};
        status = reviews_put(r->review, &mark, &changed, &why);
    }
    for (int i = 0; i < COLUMNS; i++)
        str_done(&text[i]);
    if (status && status != STATUS_INVALID && status != STATUS_NOT_FOUND &&
        status != STATUS_USAGE && status != STATUS_OVERFLOW)
        return err_set(err, status, "%s", err_text(&why));
    if (status)
        fault(r, r->place[column] == TSV_CELLS_MAX ? 0 : r->place[column], err_text(&why));
    return STATUS_OK;
}

static enum status take_all(struct reading *r, struct err *err)
{
    enum status status = STATUS_OK;
    if (find_columns(r))
        for (; !status && tsv_next(r->tsv); r->rows++)
            status = take_row(r, err);
    if (status)
        return status;
    if (r->tsv->fault)
        fault(r, 0, r->tsv->fault);
    return r->faults ? err_set(err, STATUS_INVALID,
                               tr_count("%s: %s fault; nothing was saved",
                                        "%s: %s faults; nothing was saved", r->faults),
                               r->name, SAY(r->faults))
                     : STATUS_OK;
}

enum status app_import_matrix(struct app *app, const struct app_import *import, size_t *ret_count,
                              struct str *ret_faults, struct err *err)
{
    autotsv tsv;
    struct reading r = {
        .app = app, .name = import->name, .tsv = &tsv, .ret_faults = ret_faults, .of = STR_INIT};
    tsv_open(&tsv, import->text, import->n);
    if (!import->dry_run)
        app_keep_copy(app, "import");
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = take_all(&r, err);
    *ret_count = r.rows;
    app_review_free(&r.review);
    str_done(&r.of);
    if (status || !import->dry_run)
        return app_end(app, status, err);
    store_rollback(app->store);
    return STATUS_OK;
}
