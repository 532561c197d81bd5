// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo, and what they did.
#include "orjon/app/undo.h"

#include "orjon/store/journal.h"
#include "orjon/store/undo.h"
#include "private.h"

struct teller {
    void (*each)(void *data, const struct undone *undone);
    void *data;
};

static enum status tell(void *data, const struct journal_row *row)
{
    const struct teller *teller = data;
    const struct undone undone = {
        .fiscal_year = row->fiscal_year,
        .quarter = row->quarter,
        .plan = row->plan_name,
        .indicator = row->code,
        .from = row->old_text,
        .to = row->new_text,
        .remark_from = row->old_remark,
        .remark_to = row->new_remark,
    };
    teller->each(teller->data, &undone);
    return STATUS_OK;
}

static enum status run(struct app *app, const struct app_undo *undo, bool redo,
                       struct teller teller, struct err *err)
{
    struct book *book = undo->book;
    const struct store_undo wanted = {
        .office = STORE_OWN_OFFICE,
        .indicator = book ? book->plan->indicator[undo->indicator].id : 0,
        .quarter = undo->quarter,
        .redo = redo,
    };
    size_t count = 0;
    app_keep_daily(app);
    enum status status = store_begin_write(app->store, err); // so that the rows told are ours
    if (status)
        return status;
    status = store_undo(app->store, &wanted, &count, err);
    if (status == STATUS_OK && teller.each)
        status = store_read_journal(app->store, &(struct journal_query){.limit = (int)count}, tell,
                                    &teller, err);
    if (status == STATUS_OK)
        status = store_commit(app->store, err);
    else
        store_rollback(app->store);
    return status || !book ? status : book_reload(book, err);
}

enum status app_undo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err)
{
    return run(app, undo, false, (struct teller){each, data}, err);
}

enum status app_redo(struct app *app, const struct app_undo *undo,
                     void (*each)(void *data, const struct undone *undone), void *data,
                     struct err *err)
{
    return run(app, undo, true, (struct teller){each, data}, err);
}
