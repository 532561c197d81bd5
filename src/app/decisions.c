// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of all meetings: what is still to be done, and how far it has come.
#include "meetings.h"

#include "orjon/domain/date.h"
#include "orjon/domain/decision.h"
#include "orjon/store/records.h"
#include "private.h"

#include <stdlib.h>

void app_decisions_done(struct app_decisions *decisions)
{
    free(decisions->decision);
    records_done(&decisions->decisions);
    records_done(&decisions->items);
    records_done(&decisions->meetings);
    records_done(&decisions->progress);
    *decisions = (struct app_decisions){0};
}

static int by_id(const void *a, const void *b)
{
    const struct record *x = *(const struct record *const *)a,
                        *y = *(const struct record *const *)b;
    return (x->id > y->id) - (x->id < y->id);
}

// The records of a kind by their numbers, for ten years of them are looked up one by one.
struct numbers {
    const struct record **record;
    size_t count;
};
static struct numbers sort_by_number(const struct records *records)
{
    struct numbers numbers = {mem_alloc((records->count + 1) * sizeof *numbers.record),
                              records->count};
    for (size_t i = 0; i < records->count; i++)
        numbers.record[i] = &records->record[i];
    qsort(numbers.record, numbers.count, sizeof *numbers.record, by_id);
    return numbers;
}

static const struct record *look_up(const struct numbers *numbers, int64_t id)
{
    const struct record wanted = {.id = id}, *key = &wanted;
    const struct record **found =
        bsearch(&key, numbers->record, numbers->count, sizeof *found, by_id);
    return found ? *found : NULL;
}

static enum status load(struct app *app, struct app_decisions *ret, struct err *err)
{
    struct store *store = app->store;
    enum status status = store_begin_read(store, err); // all from one state of the file
    if (status)
        return status;
    status = store_load_records(store, RECORD_MEETING, 0, 0, &ret->meetings, err);
    if (!status)
        status = store_load_records(store, RECORD_ITEM, 0, 0, &ret->items, err);
    if (!status)
        status = store_load_records(store, RECORD_DECISION, 0, 0, &ret->decisions, err);
    if (!status)
        status = store_load_records(store, RECORD_PROGRESS, 0, 0, &ret->progress, err);
    store_rollback(store); // nothing was written
    return status;
}

// The lines of one decision lie side by side, and so do those of all in the order of their numbers.
static size_t count_progress(const struct records *progress, int64_t decision)
{
    size_t low = 0, high = progress->count, count = 0;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (progress->record[middle].parent < decision)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + count < progress->count && progress->record[low + count].parent == decision)
        count++;
    return count;
}

static void arrange(struct app_decisions *ret, bool open, int32_t today)
{
    struct numbers items = sort_by_number(&ret->items), meetings = sort_by_number(&ret->meetings);
    autofree const struct record **order = mem_alloc((ret->decisions.count + 1) * sizeof *order);
    size_t n = 0;
    for (size_t i = 0; i < ret->decisions.count; i++)
        if (!open || decision_is_open(&ret->decisions.record[i]))
            order[n++] = &ret->decisions.record[i];
    decisions_sort(order, n, today);
    ret->decision = mem_alloc((n + 1) * sizeof *ret->decision);
    for (size_t i = 0; i < n; i++) {
        const struct record *item = look_up(&items, order[i]->parent);
        const struct record *meeting = item ? look_up(&meetings, item->parent) : NULL;
        if (meeting)
            ret->decision[ret->count++] = (struct app_decision){
                order[i], item, meeting, count_progress(&ret->progress, order[i]->id)};
    }
    free(items.record);
    free(meetings.record);
}

enum status app_list_decisions(struct app *app, bool open, struct app_decisions *ret,
                               struct err *err)
{
    enum status status = load(app, ret, err);
    if (!status)
        arrange(ret, open, app_today(app));
    return status;
}

static enum status add_progress(struct app *app, int64_t id, const struct app_word *words,
                                size_t count, int64_t *ret_id, struct err *err)
{
    autorecords there = {0};
    enum status status = app_load_record(app, RECORD_DECISION, id, &there, err);
    if (status)
        return status;
    const struct record *decision = &there.record[0];
    if (record_is(decision, DECISION_STATE, "carried"))
        return err_set(err, STATUS_INVALID,
                       _("The decision %s was carried over; its progress belongs to the one of the "
                         "later meeting"),
                       SAY(id));
    status = app_new_record(app, RECORD_PROGRESS, id, words, count, ret_id, err);
    if (status || record_is(decision, DECISION_STATE, "done") ||
        record_is(decision, DECISION_STATE, "running"))
        return status;
    return store_put_field(app->store, RECORD_DECISION, id, DECISION_STATE,
                           decision->text[DECISION_STATE], decision_state(true), err);
}

enum status app_add_progress(struct app *app, int64_t decision, const char *text, const char *date,
                             int64_t *ret_id, struct err *err)
{
    autostr today = STR_INIT;
    date_write_iso(&today, app_today(app));
    const struct app_word words[] = {{"text", text}, {"date", date ? date : today.buf}};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    return app_end(app, add_progress(app, decision, words, 2, ret_id, err), err);
}
