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
        .what = row->what == JOURNAL_UNDO   ? HISTORY_TAKEN_BACK
                : row->what == JOURNAL_REDO ? HISTORY_PUT_FORTH
                                            : HISTORY_CHANGED,
        .at = row->at,
        .who = row->who,
        .quarter = row->quarter,
        .old_state = row->old_state,
        .new_state = row->new_state,
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
