// SPDX-License-Identifier: GPL-3.0-or-later
// Entering a file of figures: all or nothing, with every fault named by its line.
#include "orjon/app/enter.h"

#include "figures_file.h"
#include "orjon/store/entries.h"

static enum status put(struct figures_file *f, struct err *err)
{
    autofree struct store_change *change = mem_alloc((f->count + 1) * sizeof *change);
    size_t failed = f->count;
    for (size_t i = 0; i < f->count; i++)
        change[i] = (struct store_change){
            .office = STORE_OWN_OFFICE,
            .indicator = f->figure[i].indicator->id,
            .quarter = f->figure[i].quarter,
            .entry = &f->figure[i].entry,
        };
    enum status status = store_put_entries(f->app->store, change, f->count, "", &failed, err);
    if (status && failed < f->count)
        figures_file_fault(f, f->figure[failed].line, err_text(err));
    return status;
}

// The plans' figures as the file leaves them: a figure is odd, or not, beside the others of its
// year.
static enum status load(const struct figures_file *f, struct arena *texts, struct year **ret,
                        struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < f->plans && status == STATUS_OK; i++) {
        ret[i] = mem_alloc((f->plan[i]->count + 1) * sizeof *ret[i]);
        status =
            store_load_entries(f->app->store, STORE_OWN_OFFICE, f->plan[i], texts, ret[i], err);
    }
    return status;
}

static enum status note_one(struct figures_file *f, const struct figures_row *row,
                            struct year *const *years, struct str *ret, struct err *err)
{
    struct findings findings = {0};
    size_t plan = 0;
    while (f->plan[plan] != row->plan)
        plan++;
    const struct year *year = &years[plan][row->indicator - row->plan->indicator];
    enum status status = score_fits(row->indicator, year, err);
    if (status) {
        figures_file_fault(f, row->line, err_text(err));
        return status;
    }
    check_entry(row->indicator, year, row->plan->fiscal_year, row->quarter, app_today(f->app),
                &findings);
    for (size_t i = 0; i < findings.count; i++)
        figures_file_say(f, ret, row->line, findings.finding[i].message);
    findings_done(&findings);
    return STATUS_OK;
}

static enum status note(struct figures_file *f, struct str *ret, struct err *err)
{
    struct arena texts = {0};
    autofree struct year **years = mem_alloc((f->plans + 1) * sizeof *years);
    enum status status = load(f, &texts, years, err);
    for (size_t i = 0; i < f->count && status == STATUS_OK; i++)
        status = note_one(f, &f->figure[i], years, ret, err);
    for (size_t i = 0; i < f->plans; i++)
        free(years[i]);
    arena_done(&texts);
    return status;
}

static enum status save(struct figures_file *f, bool dry_run, struct str *ret_notes,
                        struct err *err)
{
    struct store *store = f->app->store;
    if (!dry_run && f->count)
        app_keep_copy(f->app, "enter");
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = put(f, err);
    if (status == STATUS_OK)
        status = note(f, ret_notes, err);
    if (status == STATUS_OK && !dry_run)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

enum status app_enter_file(struct app *app, const char *name, const char *text, size_t n,
                           bool dry_run, size_t *ret_count, struct str *ret_faults,
                           struct str *ret_notes, struct err *err)
{
    struct figures_file f = {.app = app, .name = name, .faults = ret_faults};
    enum status status = STATUS_OK;
    figures_file_read(&f, text, n);
    if (f.trouble.status)
        status = err_set(err, f.trouble.status, "%s", err_text(&f.trouble));
    else if (f.fault_count)
        status = err_set(err, STATUS_INVALID,
                         tr_count("%s: %s line is wrong; nothing was saved",
                                  "%s: %s lines are wrong; nothing was saved", f.fault_count),
                         name, SAY(f.fault_count));
    else
        status = save(&f, dry_run, ret_notes, err);
    *ret_count = f.count;
    figures_file_done(&f);
    return status;
}
