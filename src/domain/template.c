// SPDX-License-Identifier: GPL-3.0-or-later
// Plan files in and out: the head, the rows, and every fault by its line and column. What one cell
// means is in cell.c.
#include "orjon/domain/template.h"

#include "head.h"

#include "orjon/domain/changed.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"

#include <stdio.h>
#include <string.h>

enum { FAULTS_MAX = 200 };

struct reading {
    const char *name;
    struct tsv tsv;
    struct plan *plan;
    struct str *faults;
    size_t count;
    size_t line_of_header;
    bool no_rows;                 // a column without which no row can be read is missing
    unsigned heads;               // bit h: head h was there
    size_t column[TSV_CELLS_MAX]; // that each place of a row holds; TEMPLATE_COLUMNS: none
    size_t width;                 // places
    size_t *line, lines;          // of each indicator; how many there is room for
};

static size_t place_of(const struct reading *r, size_t column)
{
    size_t place = 0;
    while (place < r->width && r->column[place] != column)
        place++;
    return place;
}

static void fault(struct reading *r, size_t line, size_t place, const char *sentence)
{
    if (++r->count > FAULTS_MAX)
        return;
    // In ASCII digits whatever the user reads, so that an editor can jump there.
    text_show(r->faults, r->name);
    str_addf(r->faults, ":%zu:%zu: ", line, place + 1);
    if (place > 0 && place < r->width && r->column[place] < TEMPLATE_COLUMNS &&
        line > r->line_of_header)
        str_addf(r->faults, "%s: ", template_column(&r->plan->scale, r->column[place]));
    str_addf(r->faults, "%s\n", sentence);
}

static const char change_key[] = "change";

// «#key<TAB>value»; «# …» without a tab is a comment.
static void read_head_line(struct reading *r)
{
    const struct tsv_cell key = r->tsv.cell[0];
    if (r->tsv.count < 2)
        return;
    struct err err = {0};
    autostr name = STR_INIT;
    if (text_clean(key.s + 1, key.n - 1, &name, &err)) {
        fault(r, r->tsv.line, 0, err_text(&err));
        return;
    }
    if (strcmp(name.buf, change_key) == 0)
        return; // read when its row is
    size_t head = 0;
    enum status status = head_find(name.buf, &head, &err);
    if (!status) {
        r->heads |= 1U << head; // what is wrong is not missing too
        status = r->line_of_header
                     ? err_set(&err, STATUS_INVALID,
                               _("this line must stand above the row of column names"))
                     : head_set(r->plan, head, &r->tsv.cell[1], &err);
    }
    if (status)
        fault(r, r->tsv.line, 1, err_text(&err));
}

static const enum template_column needed[] = {COLUMN_CODE, COLUMN_TEXT, COLUMN_KIND, COLUMN_METHOD,
                                              COLUMN_RULE};
enum { NEEDED = sizeof needed / sizeof *needed };

// The columns stand in any order, each by its name.
static void read_header(struct reading *r)
{
    const struct scale *scale = &r->plan->scale;
    r->line_of_header = r->tsv.line;
    for (size_t i = 0; i < r->tsv.count; i++) {
        size_t column = TEMPLATE_COLUMNS;
        const struct tsv_cell cell = r->tsv.cell[i];
        if (cell.n &&
            (!template_find(scale, cell.s, cell.n, &column) || place_of(r, column) < r->width))
            fault(r, r->tsv.line, i, _("there is no such column, or it stands here twice"));
        if (column < TEMPLATE_COLUMNS && place_of(r, column) < r->width)
            column = TEMPLATE_COLUMNS; // the first of them counts
        r->column[r->width++] = column;
    }
    for (size_t i = 0; i < NEEDED; i++) {
        struct err err = {0};
        if (place_of(r, needed[i]) < r->width)
            continue;
        err_set(&err, STATUS_INVALID, _("the column “%s” is missing"),
                template_column(scale, needed[i]));
        fault(r, r->tsv.line, 0, err_text(&err));
        r->no_rows = true;
    }
}

static bool read_cell(struct reading *r, struct indicator *indicator, size_t place)
{
    if (place >= r->tsv.count)
        return true; // trailing empty cells may be cut off
    struct err err = {0};
    const struct tsv_cell cell = r->tsv.cell[place];
    if (template_set(indicator, r->column[place], cell.s, cell.n, &r->plan->text, &err) ==
        STATUS_OK)
        return true;
    fault(r, r->tsv.line, place, err_text(&err));
    return false;
}

static struct indicator *add_row(struct reading *r)
{
    struct indicator *indicator = plan_add(r->plan);
    if (r->lines < r->plan->count) {
        r->lines = r->plan->cap;
        r->line = mem_resize(r->line, r->lines, sizeof *r->line);
    }
    r->line[r->plan->count - 1] = r->tsv.line;
    return indicator;
}

// Whether the cells that must be filled are, and no other cells.
static bool check_row(struct reading *r)
{
    bool whole = true;
    for (size_t i = 0; i < NEEDED; i++) {
        const size_t place = place_of(r, needed[i]);
        if (place < r->width && (place >= r->tsv.count || r->tsv.cell[place].n == 0)) {
            fault(r, r->tsv.line, place, _("this cell must be filled"));
            whole = false;
        }
    }
    if (r->tsv.count + r->tsv.beyond > r->width) {
        fault(r, r->tsv.line, r->width, _("there are more cells than the row of names has"));
        whole = false;
    }
    return whole;
}

static void read_row(struct reading *r)
{
    if (r->no_rows)
        return;
    struct indicator *indicator = add_row(r);
    bool whole = check_row(r);
    // The kind decides how the targets are read, so it comes first; without it they are not read.
    bool kind = whole && read_cell(r, indicator, place_of(r, COLUMN_KIND));
    for (size_t i = 0; i < r->width; i++)
        if (r->column[i] != COLUMN_KIND && r->column[i] < TEMPLATE_COLUMNS &&
            (kind || !template_column_is_target(r->column[i])))
            whole = read_cell(r, indicator, i) && whole;
    whole = whole && kind;
    struct err err = {0};
    size_t column = 0;
    if (whole && template_fits(indicator, &column, &err))
        fault(r, r->tsv.line, place_of(r, column), err_text(&err));
}

static void check_codes(struct reading *r)
{
    const struct plan *plan = r->plan;
    autocodes codes;
    plan_codes_init(&codes, plan);
    for (size_t i = 0; i < plan->count; i++) {
        const struct indicator *row = &plan->indicator[i];
        struct err err = {0};
        const struct indicator *first = plan_codes_find(&codes, row->code);
        if (first != row && *row->code) {
            err_set(&err, STATUS_INVALID, _("code %s is already on line %s"), row->code,
                    SAY(r->line[first - plan->indicator]));
            fault(r, r->line[i], place_of(r, COLUMN_CODE), err_text(&err));
        }
        const struct indicator *of = plan_codes_find(&codes, row->alternative_of);
        if (*row->alternative_of && (!of || of == row)) {
            err_set(&err, STATUS_INVALID, _("the plan has no other indicator %s"),
                    row->alternative_of);
            fault(r, r->line[i], place_of(r, COLUMN_ALTERNATIVE_OF), err_text(&err));
        }
    }
}

static void check_head(struct reading *r)
{
    const char *key;
    for (size_t i = 0, head; (key = head_needed(i, &head)); i++) {
        struct err err = {0};
        if (r->heads >> head & 1)
            continue;
        err_set(&err, STATUS_INVALID, _("the line “#%s” is missing"), key);
        fault(r, 1, 0, err_text(&err));
    }
    if (!r->line_of_header)
        fault(r, r->tsv.line ? r->tsv.line : 1, 0, _("the row of column names is missing"));
}

// What was changed within the year names rows, so it is read behind them all.
static void read_changes(struct reading *r, const char *s, size_t n)
{
    autotsv tsv;
    tsv_open(&tsv, s, n);
    while (!r->count && tsv_next(&tsv)) {
        struct err err = {0};
        size_t cell = 0;
        if (tsv.count > 1 && tsv_is(&tsv, 0, "#change") && changed_read(r->plan, &tsv, &cell, &err))
            fault(r, tsv.line, cell, err_text(&err));
    }
}

enum status template_read(const char *name, const char *s, size_t n, struct plan **ret,
                          struct str *ret_faults, struct err *err)
{
    __attribute__((cleanup(plan_free))) struct plan *plan = plan_new();
    struct reading r = {.name = name, .plan = plan, .faults = ret_faults};
    tsv_open(&r.tsv, s, n);
    while (tsv_next(&r.tsv)) {
        if (r.tsv.cell[0].n > 0 && r.tsv.cell[0].s[0] == '#')
            read_head_line(&r);
        else if (!r.line_of_header)
            read_header(&r);
        else
            read_row(&r);
    }
    if (r.tsv.fault) {
        fault(&r, r.tsv.line, 0, r.tsv.fault);
    } else {
        check_head(&r);
        check_codes(&r);
        read_changes(&r, s, n);
    }
    free(r.line);
    tsv_done(&r.tsv);
    if (r.count)
        return err_set(err, STATUS_INVALID,
                       tr_count("%s: %s fault; nothing was installed",
                                "%s: %s faults; nothing was installed", r.count),
                       name, SAY(r.count));
    head_complete(plan);
    *ret = plan;
    plan = NULL;
    return STATUS_OK;
}

// Whether a file of the plan has the column: every file, or where a row fills it.
static bool has_column(const struct plan *plan, size_t column)
{
    autostr cells = STR_INIT;
    if (!template_column(&plan->scale, column))
        return false;
    for (size_t i = 0; column >= TEMPLATE_USUAL && cells.len == 0 && i < plan->count; i++)
        template_get(&plan->indicator[i], column, &cells);
    return column < TEMPLATE_USUAL || cells.len > 0;
}

static void write_rows(const struct plan *plan, struct str *ret)
{
    bool has[TEMPLATE_COLUMNS];
    for (size_t c = 0; c < TEMPLATE_COLUMNS; c++) {
        has[c] = has_column(plan, c);
        if (has[c])
            str_addf(ret, "%s%s", c ? "\t" : "", template_column(&plan->scale, c));
    }
    str_add_char(ret, '\n');
    for (size_t i = 0; i < plan->count; i++) {
        for (size_t c = 0; c < TEMPLATE_COLUMNS; c++) {
            autostr cell = STR_INIT;
            str_add(ret, c && has[c] ? "\t" : "");
            if (has[c])
                template_get(&plan->indicator[i], c, &cell);
            tsv_write_cell(ret, cell.buf);
        }
        str_add_char(ret, '\n');
    }
}

void template_write(const struct plan *plan, struct str *ret)
{
    head_write(plan, ret);
    changed_write(plan, ret);
    write_rows(plan, ret);
}

void template_write_state(const struct plan *plan, struct str *ret)
{
    head_write(plan, ret);
    write_rows(plan, ret);
}
