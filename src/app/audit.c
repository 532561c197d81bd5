// SPDX-License-Identifier: GPL-3.0-or-later
// A file of printed rows, audited row by row.
#include "orjon/app/audit.h"

#include "audit_columns.h"

#include "orjon/base/text.h"

#include <stdio.h>
#include <string.h>

struct row {
    const char *cell[AUDIT_COLUMNS]; // clean, "" where there is none
    const char *code;                // of the indicator, as printed; "" where it has none
    size_t table;                    // which of the file's
    bool own_code;                   // and not its activity's
};

struct rows {
    const char *name;
    struct row *row;
    size_t count, cap, tables;
    struct arena texts;
    struct audit_columns columns;
    struct scale scale;                    // what the grades earn
    const char *target_row[AUDIT_COLUMNS]; // the upper of two rows, where the paper has such
};

static bool is_line_break(char c)
{
    return c == '\n' || c == '\r' || c == '\v';
}

// Grades stand below each other; dated items stand below their number and go on as one text.
static void put_bars(const char *s, size_t n, struct str *ret)
{
    size_t first = 0;
    while (first < n && !is_line_break(s[first]))
        first++;
    const bool items = !memchr(s, '/', first) && memchr(s + first, '/', n - first);
    for (size_t i = 0; i < n; i++)
        str_add_n(ret, is_line_break(s[i]) && !items ? "|" : s + i, 1);
}

static enum status read_cell(const struct tsv *tsv, struct rows *rows, enum audit_column column,
                             const char **ret, struct err *err)
{
    const size_t at = rows->columns.at[column];
    autostr cell = STR_INIT, clean = STR_INIT;
    *ret = "";
    if (at >= TSV_CELLS_MAX)
        return STATUS_OK;
    if (column == COLUMN_TARGET)
        put_bars(tsv->cell[at].s, tsv->cell[at].n, &cell);
    else
        str_add_n(&cell, tsv->cell[at].s, tsv->cell[at].n);
    enum status status = text_read(TEXT_REMARK, cell.buf, cell.len, &clean, err);
    if (status)
        err_prefix(err, "%s:%zu: ", rows->name, tsv->line);
    *ret = arena_text(&rows->texts, clean.buf, clean.len);
    return status;
}

// «[১.১.১] …», «১.১ …» or the whole cell.
static const char *code_at(struct rows *rows, const char *text)
{
    autostr ascii = STR_INIT;
    text += *text == '[';
    text_digits(&ascii, text, strlen(text), DIGITS_LATIN);
    const size_t n = strspn(ascii.buf, "0123456789.");
    return n && strchr(ascii.buf, '.') < ascii.buf + n ? arena_text(&rows->texts, ascii.buf, n)
                                                       : "";
}

static void find_code(struct rows *rows, struct row *row)
{
    row->code = *row->cell[COLUMN_CODE] ? row->cell[COLUMN_CODE]
                                        : code_at(rows, row->cell[COLUMN_INDICATOR]);
    row->own_code = *row->code != '\0';
    if (!row->own_code)
        row->code = code_at(rows, row->cell[COLUMN_ACTIVITY]);
}

// Of two rows the lower has the figures; what reaches over both may stand in the upper alone.
static bool join_sides(struct rows *rows, struct row *row)
{
    static const enum audit_column common[] = {COLUMN_CODE,    COLUMN_ACTIVITY, COLUMN_INDICATOR,
                                               COLUMN_UNIT,    COLUMN_WEIGHT,   COLUMN_TARGET,
                                               COLUMN_PERCENT, COLUMN_SCORE,    COLUMN_REMARK};
    if (!*row->cell[COLUMN_SIDE])
        return true;
    if (strstr(row->cell[COLUMN_SIDE], "লক্ষ্য")) {
        memcpy(rows->target_row, row->cell, sizeof row->cell);
        return false;
    }
    for (size_t i = 0; rows->target_row[0] && i < sizeof common / sizeof *common; i++)
        if (!*row->cell[common[i]])
            row->cell[common[i]] = rows->target_row[common[i]];
    return true;
}

static bool is_of_digits(const char *s)
{
    autostr ascii = STR_INIT;
    text_digits(&ascii, s, strlen(s), DIGITS_LATIN);
    return ascii.buf[strspn(ascii.buf, "0123456789")] == '\0';
}

// Headings of parts, numbers of columns and what stands below the table are no rows of it.
static bool is_indicator(const struct row *row)
{
    const char *const *cell = row->cell;
    const bool named = *cell[COLUMN_CODE] || !is_of_digits(cell[COLUMN_INDICATOR]);
    return named && *cell[COLUMN_TARGET];
}

static enum status read_row(const struct tsv *tsv, struct rows *rows, struct err *err)
{
    struct row row = {.table = rows->tables};
    char line[24];
    for (size_t c = 0; c < AUDIT_COLUMNS; c++) {
        enum status status = read_cell(tsv, rows, (enum audit_column)c, &row.cell[c], err);
        if (status)
            return status;
    }
    if (!join_sides(rows, &row) || !is_indicator(&row))
        return STATUS_OK;
    snprintf(line, sizeof line, "%zu", tsv->line);
    if (!*row.cell[COLUMN_LINE])
        row.cell[COLUMN_LINE] = arena_text(&rows->texts, line, strlen(line));
    find_code(rows, &row);
    if (rows->count == rows->cap) {
        rows->cap = rows->cap ? rows->cap * 2 : 64;
        rows->row = mem_resize(rows->row, rows->cap, sizeof *rows->row);
    }
    rows->row[rows->count++] = row;
    return STATUS_OK;
}

static enum status read_rows(struct tsv *tsv, struct rows *rows, struct err *err)
{
    bool headed = false; // the row before was headings
    enum status status = STATUS_OK;
    while (status == STATUS_OK && tsv_next(tsv)) {
        struct audit_columns found;
        if (audit_columns_read(tsv, &found)) {
            rows->columns = found;
            rows->target_row[0] = NULL;
            rows->tables++;
            headed = true;
            continue;
        }
        if (headed && audit_columns_read_lower(tsv, &rows->columns))
            continue;
        headed = false;
        if (rows->tables && audit_columns_have_figures(&rows->columns))
            status = read_row(tsv, rows, err);
    }
    if (status == STATUS_OK && tsv->fault)
        return err_set(err, STATUS_INVALID, "%s:%zu: %s", rows->name, tsv->line, tsv->fault);
    if (status == STATUS_OK && (!rows->tables || !audit_columns_have_figures(&rows->columns)))
        return err_set(err, STATUS_INVALID,
                       _("%s: no row names the columns of a return: indicator, unit or weight, "
                         "target, quarters, total"),
                       rows->name);
    return status;
}

static bool same_paper(const struct row *a, const struct row *b)
{
    return strcmp(a->cell[COLUMN_PAPER], b->cell[COLUMN_PAPER]) == 0;
}

// Most dates of a paper are of its own year; those that are not were left over.
static int year_of(const struct rows *rows, const struct row *row)
{
    unsigned votes[AUDIT_YEARS] = {0};
    int best = 0;
    for (size_t i = 0; i < rows->count; i++)
        for (size_t c = COLUMN_TARGET; c < COLUMN_TOTAL && same_paper(&rows->row[i], row); c++)
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
        const struct app_audit found = {row->cell[COLUMN_PAPER], row->cell[COLUMN_PLAN], row->code,
                                        row->cell[COLUMN_LINE], &audit->finding[f]};
        audience->each(audience->data, &found);
    }
}

static bool is_twin(const struct row *a, const struct row *b)
{
    return a->table == b->table && b->own_code && same_paper(a, b) &&
           strcmp(a->cell[COLUMN_PLAN], b->cell[COLUMN_PLAN]) == 0 && strcmp(a->code, b->code) == 0;
}

static void audit_one(const struct rows *rows, size_t at, int fiscal_year, int quarter,
                      const struct audience *audience)
{
    const struct row *row = &rows->row[at];
    const char *const *cell = row->cell;
    struct audit audit = {0};
    const struct audit_cells cells = {
        .unit = cell[COLUMN_UNIT],
        .weight = cell[COLUMN_WEIGHT],
        .target = cell[COLUMN_TARGET],
        .quarter = {cell[COLUMN_Q1], cell[COLUMN_Q2], cell[COLUMN_Q3], cell[COLUMN_Q4]},
        .total = cell[COLUMN_TOTAL],
        .percent = cell[COLUMN_PERCENT],
        .score = cell[COLUMN_SCORE],
        .remark = cell[COLUMN_REMARK],
        .scale = &rows->scale,
    };
    for (size_t i = 0; i < at; i++)
        if (is_twin(&rows->row[i], row)) {
            audit_code_twice(row->code, &audit);
            break;
        }
    audit_row(&cells, fiscal_year ? fiscal_year : year_of(rows, row), quarter, &audit);
    tell(row, &audit, audience);
    audit_done(&audit);
}

enum status app_audit(const char *name, const char *text, size_t n, const char *scale,
                      int fiscal_year, int quarter,
                      void (*each)(void *data, const struct app_audit *found), void *data,
                      size_t *ret_rows, struct err *err)
{
    autotsv tsv;
    struct rows rows = {.name = name};
    const struct audience audience = {each, data};
    tsv_open(&tsv, text, n);
    autostr clean = STR_INIT;
    enum status status =
        text_read(TEXT_NAME, scale ? scale : "", scale ? strlen(scale) : 0, &clean, err);
    if (!status)
        status = scale_read(clean.buf, clean.len, &rows.texts, &rows.scale, err);
    if (!status)
        status = read_rows(&tsv, &rows, err);
    for (size_t i = 0; i < rows.count && status == STATUS_OK; i++)
        audit_one(&rows, i, fiscal_year, quarter ? quarter : QUARTERS, &audience);
    *ret_rows = rows.count;
    free(rows.row);
    arena_done(&rows.texts);
    return status;
}
