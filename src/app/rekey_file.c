// SPDX-License-Identifier: GPL-3.0-or-later
// A file of figures against those that are there.
#include "figures_file.h"
#include "orjon/app/rekey.h"
#include "orjon/store/entries.h"
#include "orjon/store/journal.h"
#include "rekey_count.h"

// A plan of the file with its figures, and what came of each quarter of it.
struct sheet {
    const struct plan *plan;
    struct year *years;
    struct rekey_verdict verdict[QUARTERS];
    bool (*named)[QUARTERS]; // by indicator
    struct arena texts;
};

struct comparison {
    struct figures_file file;
    struct sheet *sheet; // as many as the file has plans
    void (*each)(void *data, const struct rekey_difference *difference);
    void *data;
};

static enum status load(struct comparison *c, struct err *err)
{
    const struct figures_file *f = &c->file;
    enum status status = STATUS_OK;
    c->sheet = mem_alloc((f->plans + 1) * sizeof *c->sheet);
    for (size_t i = 0; i < f->plans && status == STATUS_OK; i++) {
        struct sheet *sheet = &c->sheet[i];
        sheet->plan = f->plan[i];
        sheet->years = mem_alloc((sheet->plan->count + 1) * sizeof *sheet->years);
        sheet->named = mem_alloc((sheet->plan->count + 1) * sizeof *sheet->named);
        status = store_load_entries(f->app->store, STORE_OWN_OFFICE, sheet->plan, &sheet->texts,
                                    sheet->years, err);
    }
    return status;
}

static void done(struct comparison *c)
{
    for (size_t i = 0; c->sheet && i < c->file.plans; i++) {
        free(c->sheet[i].years);
        free(c->sheet[i].named);
        arena_done(&c->sheet[i].texts);
    }
    free(c->sheet);
    figures_file_done(&c->file);
}

static void compare(struct comparison *c, const struct figures_row *row)
{
    struct sheet *sheet = c->sheet;
    while (sheet->plan != row->plan)
        sheet++;
    const size_t i = (size_t)(row->indicator - row->plan->indicator);
    const struct entry *there = &sheet->years[i].quarter[row->quarter - 1];
    enum entry_match match = entry_compare(row->indicator, there, &row->entry);
    sheet->named[i][row->quarter - 1] = row->entry.state != ENTRY_EMPTY;
    if (match == MATCH_UNTYPED) // an empty row: counted with those that are not there
        return;
    rekey_count(&sheet->verdict[row->quarter - 1], match, row->entry.state != ENTRY_EMPTY);
    if (match != MATCH_SAME)
        c->each(c->data, &(struct rekey_difference){row->plan, row->indicator, row->quarter, match,
                                                    there, &row->entry});
}

// Figures of the returns in the file that it has not.
static void count_untyped(struct sheet *sheet, int quarter)
{
    struct rekey_verdict *verdict = &sheet->verdict[quarter - 1];
    for (size_t i = 0; i < sheet->plan->count && verdict->typed; i++)
        verdict->untyped += !sheet->named[i][quarter - 1] &&
                            sheet->years[i].quarter[quarter - 1].state != ENTRY_EMPTY;
}

static enum status sum_up(struct comparison *c, bool note, struct rekey_verdict *ret,
                          struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < c->file.plans; i++)
        for (int q = 1; q <= QUARTERS; q++) {
            struct rekey_verdict *verdict = &c->sheet[i].verdict[q - 1];
            count_untyped(&c->sheet[i], q);
            ret->typed += verdict->typed;
            ret->different += verdict->different;
            ret->writing += verdict->writing;
            ret->untyped += verdict->untyped;
            if (note && verdict->typed && status == STATUS_OK)
                status =
                    store_note_rekey(c->file.app->store, STORE_OWN_OFFICE, c->sheet[i].plan->id, q,
                                     verdict->typed, verdict->different, err);
        }
    return status;
}

static enum status run(struct comparison *c, bool note, struct rekey_verdict *ret, struct err *err)
{
    if (c->file.trouble.status)
        return err_set(err, c->file.trouble.status, "%s", err_text(&c->file.trouble));
    if (c->file.fault_count)
        return err_set(err, STATUS_INVALID,
                       tr_count("%s: %s line is wrong; nothing was compared",
                                "%s: %s lines are wrong; nothing was compared",
                                c->file.fault_count),
                       c->file.name, SAY(c->file.fault_count));
    enum status status = load(c, err);
    for (size_t i = 0; i < c->file.count && status == STATUS_OK; i++)
        compare(c, &c->file.figure[i]);
    return status ? status : sum_up(c, note, ret, err);
}

enum status app_rekey_file(struct app *app, const char *name, const char *text, size_t n, bool note,
                           void (*each)(void *data, const struct rekey_difference *difference),
                           void *data, struct rekey_verdict *ret, struct str *ret_faults,
                           struct err *err)
{
    struct comparison c = {
        .file = {.app = app, .name = name, .faults = ret_faults}, .each = each, .data = data};
    *ret = (struct rekey_verdict){0};
    // Plans and figures come from one state of the file.
    enum status status =
        note ? store_begin_write(app->store, err) : store_begin_read(app->store, err);
    if (status)
        return status;
    figures_file_read(&c.file, text, n);
    status = run(&c, note, ret, err);
    if (status == STATUS_OK && note)
        status = store_commit(app->store, err);
    else
        store_rollback(app->store);
    done(&c);
    return status;
}
