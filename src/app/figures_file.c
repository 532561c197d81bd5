// SPDX-License-Identifier: GPL-3.0-or-later
// A file of figures: every row with its plan, indicator and quarter, and what it is read as.
#include "figures_file.h"

#include "orjon/base/text.h"
#include "orjon/store/plans.h"

#include <string.h>

enum {
    COLUMN_YEAR,
    COLUMN_PLAN,
    COLUMN_INDICATOR,
    COLUMN_QUARTER,
    COLUMN_ENTRY,
    COLUMN_REMARK,
    COLUMN_STATE,
    COLUMNS
};
static const char *const column_names[COLUMNS] = {"fiscal_year", "plan",   "indicator", "quarter",
                                                  "entry",       "remark", "state"};

void figures_file_say(const struct figures_file *f, struct str *to, size_t line,
                      const char *sentence)
{
    // In ASCII digits whatever the user reads, so that an editor can jump there.
    text_show(to, f->name);
    str_addf(to, ":%zu: %s\n", line, sentence);
}

void figures_file_fault(struct figures_file *f, size_t line, const char *sentence)
{
    f->fault_count++;
    figures_file_say(f, f->faults, line, sentence);
}

static void fault(struct figures_file *f, const char *sentence)
{
    figures_file_fault(f, f->tsv.line, sentence);
}

static bool check_header(struct figures_file *f)
{
    if (!tsv_next(&f->tsv)) {
        if (f->tsv.fault)
            return false;
        f->tsv.line = 1;
        fault(f, _("the file is empty; the first row names the columns"));
        return false;
    }
    for (size_t i = 0; i < COLUMNS; i++) {
        bool optional = i >= COLUMN_REMARK && i >= f->tsv.count;
        if (optional || tsv_is(&f->tsv, i, column_names[i]))
            continue;
        fault(f, _("the first row must be: fiscal_year plan indicator quarter entry remark "
                   "[state]"));
        return false;
    }
    return true;
}

static enum status cell_text(struct figures_file *f, size_t column, const char **ret,
                             struct err *err)
{
    autostr clean = STR_INIT;
    enum status status = STATUS_OK;
    if (column < f->tsv.count)
        status = text_read(column == COLUMN_REMARK ? TEXT_REMARK : TEXT_NAME, f->tsv.cell[column].s,
                           f->tsv.cell[column].n, &clean, err);
    *ret = arena_text(&f->texts, clean.buf, clean.len);
    return status;
}

static void add_plan(struct figures_file *f, const struct plan *plan)
{
    f->plan = mem_resize(f->plan, f->plans + 1, sizeof *f->plan);
    f->codes = mem_resize(f->codes, f->plans + 1, sizeof *f->codes);
    f->plan[f->plans] = plan;
    plan_codes_init(&f->codes[f->plans++], plan);
}

void figures_file_know(struct figures_file *f, const struct plan *plan)
{
    add_plan(f, plan);
    f->known = true;
}

static enum status find_plan(struct figures_file *f, int fiscal_year, const char *name, size_t *ret,
                             struct err *err)
{
    for (*ret = 0; *ret < f->plans; ++*ret)
        if (f->plan[*ret]->fiscal_year == fiscal_year && strcmp(f->plan[*ret]->name, name) == 0)
            return STATUS_OK;
    int64_t id = 0;
    struct plan *plan = NULL;
    enum status status = store_find_plan(f->app->store, fiscal_year, name, &id, err);
    if (status == STATUS_OK)
        status = store_load_plan(f->app->store, id, &plan, err);
    if (status)
        return status;
    add_plan(f, plan);
    return STATUS_OK;
}

// Where a row's figure belongs.
struct row {
    const struct plan *plan;
    const struct indicator *indicator;
    int quarter;
};

static enum status read_place(struct figures_file *f, struct row *ret, struct err *err)
{
    const char *year, *plan, *indicator, *quarter;
    int fiscal_year = 0;
    size_t at = 0;
    enum status status = cell_text(f, COLUMN_YEAR, &year, err);
    if (status == STATUS_OK)
        status = cell_text(f, COLUMN_PLAN, &plan, err);
    if (status == STATUS_OK)
        status = cell_text(f, COLUMN_INDICATOR, &indicator, err);
    if (status == STATUS_OK)
        status = cell_text(f, COLUMN_QUARTER, &quarter, err);
    if (status == STATUS_OK)
        status = period_read_year(year, strlen(year), &fiscal_year, err);
    if (status == STATUS_OK)
        status = find_plan(f, fiscal_year, plan, &at, err);
    if (status)
        return status;
    ret->plan = f->plan[at];
    ret->indicator = plan_codes_find(&f->codes[at], indicator);
    if (!ret->indicator)
        return err_set(err, STATUS_INVALID, _("The plan %s has no indicator “%s”"), plan,
                       indicator);
    return period_read_quarter(quarter, strlen(quarter), &ret->quarter, err);
}

static enum status read_state(const char *word, struct entry *entry,
                              const struct indicator *indicator, struct err *err)
{
    int state = entry_state_from_word(word, strlen(word));
    if (state < 0 || state == ENTRY_EMPTY) // no entry at all is what empty means
        return err_set(
            err, STATUS_INVALID,
            _("“%s” is not a state; use value, none, not-due, no-case or not-applicable"), word);
    if (state == ENTRY_VALUE && entry->state != ENTRY_VALUE)
        return err_set(err, STATUS_INVALID, "%s", entry_expectation(indicator));
    if (state != ENTRY_VALUE)
        *entry = (struct entry){.state = (enum entry_state)state};
    return STATUS_OK;
}

static enum status read_figure(struct figures_file *f, const struct indicator *indicator,
                               struct entry *ret, struct err *err)
{
    const char *typed, *remark, *state;
    enum status status = cell_text(f, COLUMN_ENTRY, &typed, err);
    if (status == STATUS_OK)
        status = cell_text(f, COLUMN_REMARK, &remark, err);
    if (status == STATUS_OK)
        status = cell_text(f, COLUMN_STATE, &state, err);
    if (status)
        return status;
    bool stated = *state && strcmp(state, entry_state_word(ENTRY_VALUE)) != 0;
    if (!stated)
        status = entry_read(indicator, typed, strlen(typed), ENTRY_TYPED, ret, err);
    if (status == STATUS_OK && *state)
        status = read_state(state, ret, indicator, err);
    ret->typed = typed;
    ret->remark = remark;
    return status;
}

static void add_figure(struct figures_file *f, const struct row *row, const struct entry *entry)
{
    if (f->count == f->cap) {
        f->cap = f->cap ? f->cap * 2 : 64;
        f->figure = mem_resize(f->figure, f->cap, sizeof *f->figure);
    }
    f->figure[f->count++] = (struct figures_row){
        .plan = row->plan,
        .indicator = row->indicator,
        .quarter = row->quarter,
        .entry = *entry,
        .line = f->tsv.line,
    };
}

static void read_row(struct figures_file *f)
{
    struct err err = {0};
    struct row row;
    struct entry entry = {.typed = "", .remark = ""};
    if (f->tsv.count > COLUMNS) {
        fault(f, _("there are more columns than the first row names"));
        return;
    }
    enum status status = read_place(f, &row, &err);
    if (status == STATUS_OK)
        status = read_figure(f, row.indicator, &entry, &err);
    if (status == STATUS_INVALID || status == STATUS_OVERFLOW || status == STATUS_NOT_FOUND)
        fault(f, err_text(&err));
    else if (status)
        f->trouble = err;
    if (status)
        return;
    add_figure(f, &row, &entry);
}

// A figure named twice: nobody can tell which one is meant.
struct place {
    const struct indicator *indicator;
    int quarter;
    size_t line;
};

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->indicator != y->indicator)
        return x->indicator < y->indicator ? -1 : 1;
    if (x->quarter != y->quarter)
        return x->quarter - y->quarter;
    return x->line < y->line ? -1 : 1;
}

static void find_twins(struct figures_file *f)
{
    autofree struct place *places = mem_alloc(f->count * sizeof *places);
    for (size_t i = 0; i < f->count; i++)
        places[i] = (struct place){f->figure[i].indicator, f->figure[i].quarter, f->figure[i].line};
    qsort(places, f->count, sizeof *places, by_place);
    for (size_t i = 1; i < f->count; i++) {
        struct err err = {0};
        if (places[i].indicator != places[i - 1].indicator ||
            places[i].quarter != places[i - 1].quarter)
            continue;
        err_set(&err, STATUS_INVALID, _("the same figure is already on line %s"),
                SAY(places[i - 1].line));
        figures_file_fault(f, places[i].line, err_text(&err));
    }
}

void figures_file_read(struct figures_file *f, const char *text, size_t n)
{
    tsv_open(&f->tsv, text, n);
    if (check_header(f))
        while (f->trouble.status == STATUS_OK && tsv_next(&f->tsv))
            read_row(f);
    if (f->tsv.fault)
        fault(f, f->tsv.fault);
    find_twins(f);
}

void figures_file_done(struct figures_file *f)
{
    for (size_t i = 0; i < f->plans; i++) {
        struct plan *plan = (struct plan *)f->plan[i];
        plan_codes_done(&f->codes[i]);
        if (i || !f->known)
            plan_free(&plan);
    }
    free(f->codes);
    free((void *)f->plan);
    free(f->figure);
    tsv_done(&f->tsv);
    arena_done(&f->texts);
}
