// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a plan: one added, moved, taken out. A row that stands nowhere is kept with all that
// it says, so that it can be put back.
#include "db.h"
#include "planrows.h"

#include "orjon/base/refusal.h"
#include "orjon/domain/template.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct moving {
    struct store *store;
    int64_t indicator, plan;
    int64_t from, to, rows; // places from 1, 0 for none; how many rows stand in the plan
    struct str code;
};

static enum status look_up(struct moving *moving, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status =
        db_prepare(moving->store,
                   "SELECT i.plan, coalesce(i.position + 1, 0), i.code, (SELECT count(*) FROM"
                   " indicator o WHERE o.plan = i.plan AND o.position IS NOT NULL)"
                   " FROM indicator i WHERE i.id = ?",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, moving->indicator);
    status = db_step(&query, &row, err);
    if (status)
        return status;
    if (!row)
        return err_set(err, STATUS_NOT_FOUND, _("%s: there is no such office or indicator"),
                       moving->store->path);
    moving->plan = db_integer(&query, 0);
    moving->from = db_integer(&query, 1);
    str_add(&moving->code, db_text(&query, 2));
    moving->rows = db_integer(&query, 3);
    return STATUS_OK;
}

static enum status must_be_empty(const struct moving *moving, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    enum status status = db_prepare(moving->store,
                                    "SELECT 1 FROM office o CROSS JOIN figure f"
                                    " ON f.office = o.id AND f.indicator = ? LIMIT 1",
                                    &query, err);
    if (status)
        return status;
    db_bind_integer(&query, moving->indicator);
    status = db_step(&query, &row, err);
    if (status || !row)
        return status;
    return err_set(err, STATUS_EXISTS, _("Indicator %s has figures; clear its figures first"),
                   moving->code.buf);
}

// Moves the rows from a position on by one, up or down.
static enum status shift(const struct moving *moving, int64_t position, int by, struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(
        moving->store,
        "UPDATE indicator SET position = position + ?3 WHERE plan = ?1 AND position >= ?2", &query,
        err);
    if (status)
        return status;
    db_bind_integer(&query, moving->plan);
    db_bind_integer(&query, position);
    db_bind_integer(&query, by);
    return db_run(&query, err);
}

static enum status put(const struct moving *moving, int64_t position, struct err *err)
{
    autoquery query = {0};
    enum status status =
        db_prepare(moving->store, "UPDATE indicator SET position = ? WHERE id = ?", &query, err);
    if (status)
        return status;
    if (position < 0)
        db_bind_id(&query, 0);
    else
        db_bind_integer(&query, position);
    db_bind_integer(&query, moving->indicator);
    return db_run(&query, err);
}

static enum status move(const struct moving *moving, struct err *err)
{
    enum status status = put(moving, -1, err);
    if (!status && moving->from)
        status = shift(moving, moving->from, -1, err);
    if (!status && moving->to)
        status = shift(moving, moving->to - 1, 1, err);
    return status || !moving->to ? status : put(moving, moving->to - 1, err);
}

static void write_place(char *ret, size_t size, int64_t place)
{
    *ret = '\0';
    if (place)
        snprintf(ret, size, "%lld", (long long)place);
}

static enum status note(const struct moving *moving, const struct place_step *step, struct err *err)
{
    char before[24], after[24];
    autostr digest = STR_INIT;
    int64_t seq = 0;
    struct plan *plan = NULL;
    enum status status = store_load_plan(moving->store, moving->plan, &plan, err);
    if (!status)
        status = plan_must_be_whole(plan, err);
    if (!status)
        plan_digest(plan, &digest);
    plan_free(&plan);
    write_place(before, sizeof before, moving->from);
    write_place(after, sizeof after, moving->to);
    const struct journal_new row = {.what = step->what,
                                    .undoes = step->undoes,
                                    .indicator = moving->indicator,
                                    .name = PLACE_NAME,
                                    .old_text = before,
                                    .new_text = after,
                                    .digest = digest.buf,
                                    .reason = step->reason};
    return status ? status : journal_add(moving->store, &row, &seq, err);
}

static enum status must_stand(const struct moving *moving, const char *expected, struct err *err)
{
    char present[24];
    autostr what = STR_INIT;
    write_place(present, sizeof present, moving->from);
    if (!expected || strcmp(expected, present) == 0)
        return STATUS_OK;
    str_addf(&what, _("%s of %s"), PLACE_NAME, moving->code.buf);
    return refuse_changed(what.buf, present, err);
}

static enum status take(struct moving *moving, const struct place_step *step, struct err *err)
{
    enum status status = look_up(moving, err);
    if (!status)
        status = plan_must_be_free(moving->store, moving->plan, err);
    if (!status)
        status = must_stand(moving, step->expected, err);
    if (status || moving->from == moving->to)
        return status;
    const int64_t last = moving->rows + !moving->from;
    if (moving->to < 0 || moving->to > last)
        return err_set(err, STATUS_INVALID, _("A place in the plan is one of 1 to %s"), SAY(last));
    if (!moving->to)
        status = must_be_empty(moving, err);
    if (!status)
        status = move(moving, err);
    return status ? status : note(moving, step, err);
}

enum status place_write(struct store *store, const struct place_step *step, struct err *err)
{
    struct moving moving = {
        .store = store, .indicator = step->indicator, .to = step->place, .code = STR_INIT};
    enum status status = take(&moving, step, err);
    str_done(&moving.code);
    return status;
}

enum status store_place_indicator(struct store *store, int64_t indicator, size_t place,
                                  const char *reason, struct err *err)
{
    const struct place_step step = {
        .indicator = indicator, .place = (int64_t)place, .what = JOURNAL_TARGET, .reason = reason};
    enum status status = store_begin_write(store, err);
    return status ? status : store_end(store, place_write(store, &step, err), err);
}

// --- a new row ----------------------------------------------------------------------------------

static enum status drop_old(struct store *store, const char *sql, int64_t plan, const char *code,
                            struct err *err)
{
    autoquery query = {0};
    enum status status = db_prepare(store, sql, &query, err);
    if (status)
        return status;
    db_bind_integer(&query, plan);
    db_bind_text(&query, code);
    return db_run(&query, err);
}

static enum status must_be_new(struct store *store, int64_t plan, const char *code,
                               size_t *ret_rows, struct err *err)
{
    struct plan *there = NULL;
    enum status status = store_load_plan(store, plan, &there, err);
    if (status)
        return status;
    *ret_rows = there->count;
    if (plan_find(there, code))
        status = err_set(err, STATUS_EXISTS, _("The plan has an indicator %s already"), code);
    plan_free(&there);
    return status;
}

static enum status add(struct store *store, int64_t plan, const struct indicator *indicator,
                       size_t place, const char *reason, int64_t *ret_id, struct err *err)
{
    size_t rows = 0;
    enum status status = plan_must_be_free(store, plan, err);
    if (!status)
        status = must_be_new(store, plan, indicator->code, &rows, err);
    if (!status)
        status = drop_old(store,
                          "DELETE FROM target WHERE indicator IN"
                          " (SELECT id FROM indicator WHERE plan = ? AND code = ?)",
                          plan, indicator->code, err);
    if (!status)
        status = drop_old(store,
                          "DELETE FROM target_change WHERE indicator IN"
                          " (SELECT id FROM indicator WHERE plan = ? AND code = ?)",
                          plan, indicator->code, err);
    if (!status)
        status = planrow_write(store, plan, -1, indicator, ret_id, err);
    const struct place_step step = {.indicator = *ret_id,
                                    .place = (int64_t)(place ? place : rows + 1),
                                    .what = JOURNAL_TARGET,
                                    .reason = reason};
    return status ? status : place_write(store, &step, err);
}

enum status store_add_indicator(struct store *store, int64_t plan,
                                const struct indicator *indicator, size_t place, const char *reason,
                                int64_t *ret_id, struct err *err)
{
    int64_t id = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = store_end(store, add(store, plan, indicator, place, reason, &id, err), err);
    if (!status && ret_id)
        *ret_id = id;
    return status;
}
