// SPDX-License-Identifier: GPL-3.0-or-later
// What came, what did not, what was asked.
#include "orjon/app/supervision.h"

#include "orjon/store/receipts.h"
#include "orjon/store/records.h"
#include "private.h"

#include <string.h>

void app_supervision_done(struct app_supervision *supervision)
{
    app_sending_done(&supervision->sending);
    *supervision = (struct app_supervision){0};
}

static enum status see_follow_up(void *data, const struct store_follow_up *mark)
{
    struct app_supervision *s = data;
    struct arena *texts = &s->sending.texts;
    s->ask = arena_grow(texts, s->ask, s->asks, &s->cap, sizeof *s->ask);
    s->ask[s->asks++] = (struct app_follow_up){
        .office = mark->office,
        .fiscal_year = mark->fiscal_year,
        .quarter = mark->quarter,
        .plan = arena_text(texts, mark->plan, strlen(mark->plan)),
        .code = arena_text(texts, mark->code, strlen(mark->code)),
        .remark = arena_text(texts, mark->remark, strlen(mark->remark)),
    };
    return STATUS_OK;
}

static enum status none_below(struct err *err)
{
    return err_set(err, STATUS_NOT_FOUND, "%s", _("No office stands below this one"));
}

// Most offices never had one below: then nothing else is read.
static enum status expect_any(struct app *app, struct err *err)
{
    bool any = false;
    const enum status status = store_has_record(app->store, RECORD_UNIT, &any, err);
    return status || any ? status : none_below(err);
}

static enum status expect_open(struct app *app, const struct records *units, struct err *err)
{
    for (size_t i = 0; i < units->count; i++)
        if (tree_is_open(&units->record[i], app_today(app)))
            return STATUS_OK;
    return none_below(err);
}

static void find_last_day(struct app_supervision *s)
{
    const struct app_sending *sending = &s->sending;
    for (size_t i = 0; i < sending->offices.tree.count * sending->plans; i++) {
        const struct app_sent *cell = &sending->cell[i];
        if (!cell->came || (s->came && cell->day <= s->came_on))
            continue;
        s->came = true;
        s->came_on = cell->day;
    }
}

static void add_cell(struct app_sent_count *count, const struct app_sent *cell)
{
    count->expected++;
    count->came += cell->came;
    count->late += cell->came && cell->late;
    count->on_time += cell->came && !cell->late;
    count->returned += cell->state == SENT_RETURNED;
    count->accepted += cell->state == SENT_ACCEPTED;
    count->missing += !cell->came;
}

static void count_plans(struct app_supervision *s)
{
    struct app_sending *sending = &s->sending;
    const size_t plans = sending->plans;
    s->count = arena_alloc(&sending->texts, (plans + 1) * sizeof *s->count);
    for (size_t i = 0; i < sending->offices.tree.count * plans; i++) {
        const struct app_sent *cell = &sending->cell[i];
        if (!cell->expected)
            continue;
        add_cell(&s->count[i % plans], cell);
        add_cell(&s->count[plans], cell);
    }
}

enum status app_supervision_load(struct app *app, struct app_supervision *ret, struct err *err)
{
    *ret = (struct app_supervision){0};
    enum status status = expect_any(app, err);
    if (!status)
        status = app_sending_load(app, 0, 0, NULL, &ret->sending, err);
    if (!status)
        status = expect_open(app, &ret->sending.offices.units, err);
    if (!status)
        status = store_each_follow_up(app->store, ret->sending.fiscal_year, ret->sending.quarter,
                                      see_follow_up, ret, err);
    if (status)
        return status;
    find_last_day(ret);
    count_plans(ret);
    return STATUS_OK;
}
