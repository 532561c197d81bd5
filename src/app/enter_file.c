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

static enum status save(struct figures_file *f, bool dry_run, struct err *err)
{
    struct store *store = f->app->store;
    if (!dry_run && f->count)
        app_keep_copy(f->app, "enter");
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = put(f, err);
    if (status == STATUS_OK && !dry_run)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}

enum status app_enter_file(struct app *app, const char *name, const char *text, size_t n,
                           bool dry_run, size_t *ret_count, struct str *ret_faults,
                           struct str *ret_notes, struct err *err)
{
    struct figures_file f = {.app = app, .name = name, .faults = ret_faults, .notes = ret_notes};
    enum status status = STATUS_OK;
    figures_file_read(&f, text, n);
    if (f.fault_count)
        status = err_set(err, STATUS_INVALID, _("%s: %s lines are wrong; nothing was saved"), name,
                         SAY(f.fault_count));
    else
        status = save(&f, dry_run, err);
    *ret_count = f.count;
    figures_file_done(&f);
    return status;
}
