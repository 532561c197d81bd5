// SPDX-License-Identifier: GPL-3.0-or-later
// The journal of one indicator.
#include "orjon/app/history.h"

#include "orjon/store/journal.h"
#include "private.h"

struct reader {
    void (*each)(void *data, const struct history *history);
    void *data;
};

static enum status take(void *data, const struct journal_row *row)
{
    const struct reader *reader = data;
    if (row->what != JOURNAL_FIGURE && row->what != JOURNAL_UNDO && row->what != JOURNAL_REDO)
        return STATUS_OK;
    struct history history = {
        .at = row->at,
        .who = row->who,
        .host = row->host,
        .via = row->via,
        .quarter = row->quarter,
        .old_text = row->old_text,
        .new_text = row->new_text,
        .old_remark = row->old_remark,
        .new_remark = row->new_remark,
        .reason = row->reason,
    };
    reader->each(reader->data, &history);
    return STATUS_OK;
}

enum status history_read(struct book *book, size_t indicator,
                         void (*each)(void *data, const struct history *history), void *data,
                         struct err *err)
{
    if (book->sender)
        return STATUS_OK; // its receipts are its history
    struct reader reader = {each, data};
    struct journal_query query = {
        .office = STORE_OWN_OFFICE,
        .indicator = book->plan->indicator[indicator].id,
        .limit = 200,
    };
    return store_read_journal(book->app->store, &query, take, &reader, err);
}
