// SPDX-License-Identifier: GPL-3.0-or-later
// Open decisions on the agenda of the next meeting, and back.
#include "meetings.h"

#include "orjon/domain/decision.h"
#include "orjon/store/records.h"
#include "private.h"
#include "records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static enum status put_state(struct app *app, int64_t decision, const char *state, struct err *err)
{
    return store_put_field(app->store, RECORD_DECISION, decision, DECISION_STATE, NULL, state, err);
}

static enum status carry_decision(struct app *app, const struct record *decision, int64_t item,
                                  struct err *err)
{
    static const int same[] = {DECISION_TEXT, DECISION_WHO, DECISION_DUE, DECISION_EVIDENCE};
    const struct record_shape *shape = record_shape(RECORD_DECISION);
    struct app_word words[sizeof same / sizeof *same + 2];
    char from[24];
    size_t n = 0;
    snprintf(from, sizeof from, "%lld", (long long)decision->id);
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (*decision->text[same[i]])
            words[n++] = (struct app_word){shape->field[same[i]].word, decision->text[same[i]]};
    words[n++] = (struct app_word){"from", from};
    words[n++] = (struct app_word){
        "state", record_is(decision, DECISION_STATE, "running") ? "running" : "open"};
    enum status status = record_make(app, RECORD_DECISION, item, words, n, NULL, err);
    return status ? status : put_state(app, decision->id, "carried", err);
}

// An item whose decisions are all done is not taken along.
static enum status carry_item(struct app *app, const struct record *item, int64_t next,
                              size_t *ret_count, struct err *err)
{
    autorecords decisions = {0};
    int64_t id = 0;
    const struct app_word subject = {"subject", *item->text[ITEM_SUBJECT]
                                                    ? item->text[ITEM_SUBJECT]
                                                    : _("Decisions of the last meeting")};
    enum status status =
        store_load_records(app->store, RECORD_DECISION, item->id, 0, &decisions, err);
    for (size_t i = 0; i < decisions.count && !status; i++) {
        if (!decision_is_open(&decisions.record[i]))
            continue;
        if (!id)
            status = app_new_record(app, RECORD_ITEM, next, &subject, 1, &id, err);
        if (!status)
            status = carry_decision(app, &decisions.record[i], id, err);
        ++*ret_count;
    }
    return status;
}

static int by_date(const void *a, const void *b)
{
    const struct record *x = *(const struct record *const *)a,
                        *y = *(const struct record *const *)b;
    const int order = strcmp(x->text[MEETING_DATE], y->text[MEETING_DATE]);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

// Whether its decisions go on in the next one after `last`.
static bool goes_on(const struct record *meeting, const struct record *last,
                    const struct record *next)
{
    const char *committee = last->text[MEETING_COMMITTEE];
    if (meeting == next || strcmp(meeting->text[MEETING_DATE], next->text[MEETING_DATE]) > 0)
        return false;
    return *committee ? record_is(meeting, MEETING_COMMITTEE, committee) &&
                            meeting_is_superior(meeting) == meeting_is_superior(last)
                      : meeting->id == last->id;
}

enum status meetings_carry(struct app *app, const struct record *last, int64_t next,
                           size_t *ret_count, struct err *err)
{
    autorecords meetings = {0}, items = {0};
    enum status status = store_load_records(app->store, RECORD_MEETING, 0, 0, &meetings, err);
    autofree const struct record **earlier = mem_alloc((meetings.count + 1) * sizeof *earlier);
    const struct record *made = records_find(&meetings, next);
    size_t n = 0;
    for (size_t i = 0; made && i < meetings.count; i++)
        if (goes_on(&meetings.record[i], last, made))
            earlier[n++] = &meetings.record[i];
    qsort(earlier, n, sizeof *earlier, by_date);
    for (size_t i = 0; i < n && !status; i++) {
        records_done(&items);
        status = store_load_records(app->store, RECORD_ITEM, earlier[i]->id, 0, &items, err);
        for (size_t k = 0; k < items.count && !status; k++)
            status = carry_item(app, &items.record[k], next, ret_count, err);
    }
    return status;
}

// One whose state was changed by hand since stays as it is.
static enum status open_again(struct app *app, int64_t id, struct err *err)
{
    autorecords there = {0}, progress = {0};
    enum status status = app_load_record(app, RECORD_DECISION, id, &there, err);
    if (status || !record_is(&there.record[0], DECISION_STATE, "carried"))
        return status;
    status = store_load_records(app->store, RECORD_PROGRESS, id, 0, &progress, err);
    return status ? status : put_state(app, id, decision_state(progress.count > 0), err);
}

enum status meetings_carry_back(struct app *app, const struct records *decisions, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < decisions->count && !status; i++) {
        const int64_t from = record_number(&decisions->record[i], DECISION_FROM);
        if (from)
            status = open_again(app, from, err);
    }
    return status;
}

enum status meetings_load_decisions(struct app *app, const struct record *of, struct records *ret,
                                    struct err *err)
{
    autorecords items = {0};
    enum status status = STATUS_OK;
    if (of->kind == RECORD_DECISION)
        return store_load_records(app->store, RECORD_DECISION, 0, of->id, ret, err);
    if (of->kind == RECORD_ITEM)
        return store_load_records(app->store, RECORD_DECISION, of->id, 0, ret, err);
    if (of->kind == RECORD_MEETING)
        status = store_load_records(app->store, RECORD_ITEM, of->id, 0, &items, err);
    for (size_t i = 0; i < items.count && !status; i++)
        status = store_load_records(app->store, RECORD_DECISION, items.record[i].id, 0, ret, err);
    return status;
}
