// SPDX-License-Identifier: GPL-3.0-or-later
// How many ✓ and ✗ each office has, and each indicator.
#include "review.h"

#include "orjon/app/records.h"
#include "orjon/base/tsv.h"

#include <string.h>

struct total {
    const char *code; // of the office, or of the indicator
    int64_t office;   // 0: of an indicator
    size_t yes, no, none;
};

struct totals {
    struct total *total;
    size_t count, cap;
    struct arena memory;
};

// Few indicators stand behind each other, and the cells of an office do: the last is looked at
// first.
static struct total *find(struct totals *totals, int64_t office, const char *code)
{
    for (size_t i = totals->count; i-- > 0;)
        if (totals->total[i].office == office &&
            (office || strcmp(totals->total[i].code, code) == 0))
            return &totals->total[i];
    totals->total = arena_grow(&totals->memory, totals->total, totals->count, &totals->cap,
                               sizeof *totals->total);
    struct total *total = &totals->total[totals->count++];
    *total = (struct total){.code = code, .office = office};
    return total;
}

static void count(struct total *total, int mark)
{
    total->yes += mark == TICK_YES;
    total->no += mark == TICK_NO;
    total->none += mark == TICK_NONE;
}

static void add_row(const char *of, const struct total *total, struct str *ret)
{
    str_addf(ret, "%s\t", of);
    tsv_write_cell(ret, total->code);
    str_addf(ret, "\t%zu\t%zu\t%zu\n", total->yes, total->no, total->none);
}

static void add_rows(const char *of, const struct totals *totals, struct str *ret)
{
    for (size_t i = 0; i < totals->count; i++)
        add_row(of, &totals->total[i], ret);
}

static void add_totals(const struct app_matrix *matrix, const struct records *units,
                       const char *plan, struct str *ret)
{
    struct totals offices = {0}, indicators = {0};
    struct total all = {.code = plan};
    for (size_t i = 0; i < matrix->count; i++) {
        const struct app_matrix_cell *cell = &matrix->cell[i];
        const struct record *unit = records_find(units, cell->office);
        count(find(&offices, cell->office, unit ? unit->text[UNIT_CODE] : "?"), cell->mark.mark);
        count(find(&indicators, 0, cell->mark.code), cell->mark.mark);
        count(&all, cell->mark.mark);
    }
    add_rows("office", &offices, ret);
    add_rows("indicator", &indicators, ret);
    add_row("plan", &all, ret);
    arena_done(&offices.memory);
    arena_done(&indicators.memory);
}

enum status review_totals(struct app *app, const struct command *c, struct err *err)
{
    autorecords units = {0};
    autostr text = STR_INIT;
    struct app_matrix matrix = {0};
    const char *plan = c->option['p'];
    if (!plan)
        return err_set(err, STATUS_USAGE, "%s", _("a plan is needed"));
    enum status status = app_load_records(app, RECORD_UNIT, 0, &units, err);
    if (!status)
        status = app_matrix_open(app, c->fiscal_year, plan, c->quarter, &matrix, err);
    if (!status) {
        str_add(&text, "of\tcode\tyes\tno\tnone\n");
        add_totals(&matrix, &units, plan, &text);
        status = command_put(&text, err);
    }
    app_matrix_done(&matrix);
    return status;
}
