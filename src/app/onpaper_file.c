// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of a return on paper as a table: read, kept, and compared with what was kept.
#include "onpaper.h"

#include "figure_sent.h"
#include "figures_file.h"

#include <stdlib.h>
#include <string.h>

// --- written ------------------------------------------------------------------------------------

static const char office_row[] = "office",
                  header[] = "fiscal_year\tplan\tindicator\tquarter\tentry\tremark\tstate\n";
enum { YEAR, PLAN, INDICATOR, QUARTER, ENTRY, REMARK, STATE, CELLS };

static void write_row(const struct plan *plan, const struct indicator *indicator, int quarter,
                      const struct entry *entry, struct str *ret)
{
    autostr year = STR_INIT, own = STR_INIT;
    period_write_year_short(&year, plan->fiscal_year);
    str_addf(&own, "%d", quarter);
    const char *const cell[CELLS] = {
        [YEAR] = year.buf,
        [PLAN] = plan->name,
        [INDICATOR] = indicator->code,
        [QUARTER] = own.buf,
        [ENTRY] = entry->typed,
        [REMARK] = entry->remark,
        [STATE] = entry->state == ENTRY_EMPTY ? "" : entry_state_word(entry->state)};
    tsv_write_cells(ret, cell, CELLS);
    str_add_char(ret, '\n');
}

void onpaper_write(const struct book *book, const char *code, struct str *ret)
{
    const char *const head[] = {office_row, code, book->sender_name};
    tsv_write_cells(ret, head, sizeof head / sizeof *head);
    str_addf(ret, "\n%s", header);
    for (size_t i = 0; i < book->plan->count; i++)
        for (int q = 1; q <= book->quarter; q++) {
            const struct entry *entry = &book->years[i].quarter[q - 1];
            if (entry->state != ENTRY_EMPTY || *entry->remark)
                write_row(book->plan, &book->plan->indicator[i], q, entry, ret);
        }
}

static bool is_typed(const struct entry *entry, const struct entry *opened)
{
    return entry->state != opened->state || strcmp(entry->typed, opened->typed) != 0 ||
           strcmp(entry->remark, opened->remark) != 0;
}

size_t onpaper_write_typed(const struct book *book, struct str *ret)
{
    size_t count = 0;
    str_add(ret, header);
    for (size_t i = 0; i < book->plan->count; i++)
        for (int q = 1; q <= book->quarter; q++) {
            const struct entry *entry = &book->years[i].quarter[q - 1];
            if (!is_typed(entry, &book->opened[i].quarter[q - 1]))
                continue;
            write_row(book->plan, &book->plan->indicator[i], q, entry, ret);
            count++;
        }
    return count;
}

// --- compared -----------------------------------------------------------------------------------

static bool cell_is(const struct tsv *tsv, size_t i, const char *text)
{
    return *text ? tsv_is(tsv, i, text) : i >= tsv->count || !tsv->cell[i].n;
}

// The figure stands as it was typed, and what it is read as is a reading of that.
static bool is_row(const struct tsv *tsv, const struct indicator *indicator, int quarter,
                   const struct entry *entry)
{
    struct arena texts = {0};
    struct entry again;
    const struct bundle_figure kept = figure_sent(indicator, quarter, entry, &texts);
    const char *state = entry->state == ENTRY_EMPTY ? "" : entry_state_word(entry->state);
    const bool same = cell_is(tsv, ENTRY, entry->typed) && cell_is(tsv, REMARK, entry->remark) &&
                      cell_is(tsv, STATE, state) &&
                      figure_read_again(indicator, &kept, &again, &texts);
    arena_done(&texts);
    return same;
}

static int quarter_of(const struct tsv *tsv)
{
    int quarter = 0;
    period_read_quarter(tsv->cell[QUARTER].s, tsv->cell[QUARTER].n, &quarter, NULL);
    return quarter;
}

bool onpaper_is(const char *text, size_t n, const struct plan *plan, int quarter,
                const struct year *years)
{
    autotsv tsv;
    autostr year = STR_INIT;
    autocodes codes;
    size_t rows = 0, there = 0;
    period_write_year_short(&year, plan->fiscal_year);
    tsv_open(&tsv, text, n);
    plan_codes_init(&codes, plan);
    bool same = tsv_next_row(&tsv) && tsv_is(&tsv, 0, office_row) && tsv_next_row(&tsv);
    for (; same && tsv_next(&tsv); rows++) {
        autostr code = STR_INIT;
        str_add_n(&code, tsv.cell[INDICATOR].s, tsv.cell[INDICATOR].n);
        const struct indicator *row = plan_codes_find(&codes, code.buf);
        const int own = quarter_of(&tsv);
        same = row && own && own <= quarter && tsv_is(&tsv, YEAR, year.buf) &&
               tsv_is(&tsv, PLAN, plan->name) &&
               is_row(&tsv, row, own, &years[row - plan->indicator].quarter[own - 1]);
    }
    for (size_t i = 0; i < plan->count * QUARTERS; i++) {
        const struct entry *entry = &years[i / QUARTERS].quarter[i % QUARTERS];
        there += entry->state != ENTRY_EMPTY || *entry->remark;
    }
    return same && !tsv.fault && rows == there;
}

// --- read ---------------------------------------------------------------------------------------

static void must_be_of(struct figures_file *f, const struct book *book)
{
    for (size_t i = 0; i < f->count; i++) {
        struct err err = {0};
        if (f->figure[i].plan != f->plan[0])
            err_set(&err, STATUS_INVALID, _("the return is of the plan %s"), book->plan->name);
        else if (f->figure[i].quarter > book->quarter)
            err_set(&err, STATUS_INVALID, _("the return is of %s"), SAY_QUARTER(book->quarter));
        if (err.status)
            figures_file_fault(f, f->figure[i].line, err_text(&err));
    }
}

// All that the file says, beside what was there.
static void lay_over(const struct figures_file *f, struct book *book, struct year *years)
{
    memcpy(years, book->years, book->plan->count * sizeof *years);
    for (size_t i = 0; i < f->count; i++) {
        const struct figures_row *row = &f->figure[i];
        struct entry *entry =
            &years[row->indicator - f->plan[0]->indicator].quarter[row->quarter - 1];
        *entry = row->entry;
        entry->typed = arena_text(&book->texts, row->entry.typed, strlen(row->entry.typed));
        entry->remark = arena_text(&book->texts, row->entry.remark, strlen(row->entry.remark));
    }
}

static void note(struct figures_file *f, const struct book *book, const struct year *years,
                 struct str *ret_notes)
{
    for (size_t i = 0; i < f->count; i++) {
        const struct figures_row *row = &f->figure[i];
        const struct year *year = &years[row->indicator - f->plan[0]->indicator];
        struct findings findings = {0};
        struct err err = {0};
        if (score_fits(row->indicator, year, &err))
            figures_file_fault(f, row->line, err_text(&err));
        else
            check_entry(row->indicator, year, book->plan->fiscal_year, row->quarter,
                        app_today(book->app), &findings);
        for (size_t k = 0; k < findings.count; k++)
            figures_file_say(f, ret_notes, row->line, findings.finding[k].message);
        findings_done(&findings);
    }
}

static enum status take(struct figures_file *f, struct book *book, struct str *ret_notes,
                        struct err *err)
{
    struct year *years = mem_alloc((book->plan->count + 1) * sizeof *years);
    lay_over(f, book, years);
    note(f, book, years, ret_notes);
    enum status status =
        f->fault_count
            ? err_set(err, STATUS_INVALID,
                      tr_count("%s: %s line is wrong; nothing was saved",
                               "%s: %s lines are wrong; nothing was saved", f->fault_count),
                      f->name, SAY(f->fault_count))
            : score_plan(book->plan, years, book->quarter, book->scores, &book->total, err);
    if (status) {
        free(years);
        return status;
    }
    free(book->years);
    book->years = years;
    book->unsaved = book->unsaved || f->count;
    return STATUS_OK;
}

enum status app_onpaper_read(struct book *book, const char *name, const char *text, size_t n,
                             size_t *ret_count, struct str *ret_faults, struct str *ret_notes,
                             struct err *err)
{
    struct figures_file f = {.app = book->app, .name = name, .faults = ret_faults};
    enum status status = STATUS_OK;
    figures_file_know(&f, book->plan);
    figures_file_read(&f, text, n);
    if (f.trouble.status)
        status = err_set(err, f.trouble.status, "%s", err_text(&f.trouble));
    else {
        must_be_of(&f, book);
        status = take(&f, book, ret_notes, err);
    }
    *ret_count = f.count;
    figures_file_done(&f);
    return status;
}
