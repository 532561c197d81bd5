// SPDX-License-Identifier: GPL-3.0-or-later
// A file of printed rows, audited row by row.
#include "orjon/app/audit.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <string.h>

enum {
    SEED,
    PLAN,
    CODE,
    UNIT,
    WEIGHT,
    TARGET,
    Q1,
    TOTAL = Q1 + QUARTERS,
    PERCENT,
    SCORE,
    REMARK,
    LINE,
    COLUMNS
};
static const char *const names[COLUMNS] = {
    "seed",   "plan",   "row_code",  "raw_unit",    "raw_weight", "raw_target", "raw_q1", "raw_q2",
    "raw_q3", "raw_q4", "raw_total", "raw_percent", "raw_score",  "raw_remark", "line"};

struct row {
    const char *cell[COLUMNS]; // clean, "" where there is none
};

struct rows {
    struct row *row;
    size_t count, cap;
    struct arena texts;
    size_t at[COLUMNS]; // the place of each column; TSV_CELLS_MAX: not there
};

static enum status read_header(struct tsv *tsv, const char *name, struct rows *rows,
                               struct err *err)
{
    if (!tsv_next(tsv) && tsv->fault)
        return err_set(err, STATUS_INVALID, "%s:%zu: %s", name, tsv->line, tsv->fault);
    if (!tsv->count)
        return err_set(err, STATUS_INVALID,
                       _("%s: the file is empty; the first row names the columns"), name);
    for (size_t c = 0; c < COLUMNS; c++) {
        rows->at[c] = TSV_CELLS_MAX;
        for (size_t i = 0; i < tsv->count && i < TSV_CELLS_MAX; i++)
            if (tsv_is(tsv, i, names[c]))
                rows->at[c] = i;
        const bool needed = c != SEED && c != PLAN && c != LINE;
        if (needed && rows->at[c] == TSV_CELLS_MAX)
            return err_set(err, STATUS_INVALID, _("%s: the first row names no column %s"), name,
                           names[c]);
    }
    return STATUS_OK;
}

static enum status read_row(const struct tsv *tsv, const char *name, struct rows *rows,
                            struct err *err)
{
    if (rows->count == rows->cap) {
        rows->cap = rows->cap ? rows->cap * 2 : 64;
        rows->row = mem_resize(rows->row, rows->cap, sizeof *rows->row);
    }
    struct row *row = &rows->row[rows->count++];
    for (size_t c = 0; c < COLUMNS; c++) {
        const size_t i = rows->at[c];
        autostr clean = STR_INIT;
        row->cell[c] = "";
        if (i >= tsv->count || i >= TSV_CELLS_MAX)
            continue;
        enum status status = text_clean(tsv->cell[i].s, tsv->cell[i].n, &clean, err);
        if (status) {
            err_prefix(err, "%s:%zu: ", name, tsv->line);
            return status;
        }
        row->cell[c] = arena_text(&rows->texts, clean.buf, clean.len);
    }
    return STATUS_OK;
}

static bool same_paper(const struct row *a, const struct row *b)
{
    return strcmp(a->cell[SEED], b->cell[SEED]) == 0;
}

// Most dates of a paper are of its own year; those that are not were left over.
static int year_of(const struct rows *rows, const struct row *row)
{
    unsigned votes[AUDIT_YEARS] = {0};
    int best = 0;
    for (size_t i = 0; i < rows->count; i++)
        for (size_t c = TARGET; c < TOTAL && same_paper(&rows->row[i], row); c++)
            audit_vote_year(rows->row[i].cell[c], votes);
    for (int i = 1; i < AUDIT_YEARS; i++)
        best = votes[i] > votes[best] ? i : best;
    return votes[best] ? AUDIT_FIRST_YEAR + best : 0;
}

struct audience {
    void (*each)(void *data, const struct app_audit *found);
    void *data;
};

static void tell(const struct row *row, const struct audit *audit, const struct audience *audience)
{
    for (size_t f = 0; f < audit->count; f++) {
        const struct app_audit found = {row->cell[SEED], row->cell[PLAN], row->cell[CODE],
                                        row->cell[LINE], &audit->finding[f]};
        audience->each(audience->data, &found);
    }
}

static void audit_one(const struct rows *rows, size_t at, int fiscal_year, int quarter,
                      const struct audience *audience)
{
    const struct row *row = &rows->row[at];
    const char *const *cell = row->cell;
    struct audit audit = {0};
    const struct audit_cells cells = {
        .unit = cell[UNIT],
        .weight = cell[WEIGHT],
        .target = cell[TARGET],
        .quarter = {cell[Q1], cell[Q1 + 1], cell[Q1 + 2], cell[Q1 + 3]},
        .total = cell[TOTAL],
        .percent = cell[PERCENT],
        .score = cell[SCORE],
        .remark = cell[REMARK],
    };
    for (size_t i = 0; i < at; i++)
        if (same_paper(&rows->row[i], row) && strcmp(rows->row[i].cell[PLAN], cell[PLAN]) == 0 &&
            strcmp(rows->row[i].cell[CODE], cell[CODE]) == 0) {
            audit_code_twice(cell[CODE], &audit);
            break;
        }
    audit_row(&cells, fiscal_year ? fiscal_year : year_of(rows, row), quarter, &audit);
    tell(row, &audit, audience);
    audit_done(&audit);
}

enum status app_audit(const char *name, const char *text, size_t n, int fiscal_year, int quarter,
                      void (*each)(void *data, const struct app_audit *found), void *data,
                      size_t *ret_rows, struct err *err)
{
    autotsv tsv;
    struct rows rows = {0};
    const struct audience audience = {each, data};
    tsv_open(&tsv, text, n);
    enum status status = read_header(&tsv, name, &rows, err);
    while (status == STATUS_OK && tsv_next(&tsv))
        status = read_row(&tsv, name, &rows, err);
    if (status == STATUS_OK && tsv.fault)
        status = err_set(err, STATUS_INVALID, "%s:%zu: %s", name, tsv.line, tsv.fault);
    for (size_t i = 0; i < rows.count && status == STATUS_OK; i++)
        audit_one(&rows, i, fiscal_year, quarter ? quarter : QUARTERS, &audience);
    *ret_rows = rows.count;
    free(rows.row);
    arena_done(&rows.texts);
    return status;
}
