// SPDX-License-Identifier: GPL-3.0-or-later
// Proofs of a plan; those that a sealed quarter was signed with stay as they are. As with figures,
// these are the proofs of the quarters before it too.
#include "orjon/store/proofs.h"

#include "records.h"

#include "orjon/base/refusal.h"
#include "orjon/domain/period.h"

#include <stdlib.h>

enum status store_load_proofs(struct store *store, const char *plan, int fiscal_year,
                              struct records *ret, struct err *err)
{
    autoquery query = {0};
    autostr year = STR_INIT;
    bool row = true;
    enum status status =
        db_prepare(store,
                   "SELECT r.id, r.parent, f.name, f.value FROM record r CROSS JOIN field p ON"
                   " p.record = r.id AND p.name = 'plan' AND p.value = ? CROSS JOIN field y ON"
                   " y.record = r.id AND y.name = 'fiscal_year' AND y.value = ? CROSS JOIN field f"
                   " ON f.record = r.id WHERE r.kind = 'proof' ORDER BY r.id",
                   &query, err);
    if (status)
        return status;
    period_write_year_short(&year, fiscal_year);
    db_bind_text(&query, plan);
    db_bind_text(&query, year.buf);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row)
        status = record_take(&query, RECORD_PROOF, ret, err);
    return status;
}

// What it is a proof of; "" where that is not said yet, or no more.
struct place {
    const char *year, *plan, *quarter;
};

static enum status may_be_changed(struct store *store, const struct place *place, struct err *err)
{
    autoquery query = {0};
    bool row = false;
    if (!*place->year || !*place->plan || !*place->quarter)
        return STATUS_OK;
    enum status status = db_prepare(
        store,
        "SELECT 1 FROM plan p CROSS JOIN seal s ON s.plan = p.id AND s.office = 1 AND s.locked"
        " AND s.quarter >= ? WHERE p.fiscal_year = ? AND p.name = ?",
        &query, err);
    if (status)
        return status;
    db_bind_integer(&query, strtoll(place->quarter, NULL, 10));
    db_bind_integer(&query, strtoll(place->year, NULL, 10));
    db_bind_text(&query, place->plan);
    status = db_step(&query, &row, err);
    return !status && row ? refuse_sealed(err) : status;
}

static enum status load_place(struct store *store, int64_t id, struct arena *texts,
                              struct place *ret, struct err *err)
{
    struct field_step step = {.kind = RECORD_PROOF, .id = id, .field = PROOF_YEAR};
    enum status status = field_load(store, &step, texts, &ret->year, err);
    step.field = PROOF_PLAN;
    if (!status)
        status = field_load(store, &step, texts, &ret->plan, err);
    step.field = PROOF_QUARTER;
    return status ? status : field_load(store, &step, texts, &ret->quarter, err);
}

static enum status own_may_change(struct store *store, const struct field_step *step,
                                  struct err *err)
{
    struct arena texts = {0};
    struct place place;
    enum status status = load_place(store, step->id, &texts, &place, err);
    if (!status)
        status = may_be_changed(store, &place, err);
    if (step->field == PROOF_YEAR)
        place.year = step->after;
    if (step->field == PROOF_PLAN)
        place.plan = step->after;
    if (step->field == PROOF_QUARTER)
        place.quarter = step->after;
    if (!status)
        status = may_be_changed(store, &place, err);
    arena_done(&texts);
    return status;
}

// The proofs that name a record rest on it.
static enum status named_may_change(struct store *store, int64_t id, struct err *err)
{
    autoquery query = {0};
    struct arena texts = {0};
    struct place place;
    bool row = false;
    enum status status =
        db_prepare(store,
                   "SELECT f.record FROM field f CROSS JOIN record r ON r.id = f.record AND"
                   " r.kind = 'proof' WHERE f.named = ?",
                   &query, err);
    if (status)
        return status;
    db_bind_integer(&query, id);
    while (!status && (status = db_step(&query, &row, err)) == STATUS_OK && row) {
        status = load_place(store, db_integer(&query, 0), &texts, &place, err);
        if (!status)
            status = may_be_changed(store, &place, err);
    }
    arena_done(&texts);
    return status;
}

enum status proof_may_change(struct store *store, const struct field_step *step, struct err *err)
{
    if (step->kind == RECORD_PROOF)
        return own_may_change(store, step, err);
    return record_shape(step->kind)->field[step->field].proves
               ? named_may_change(store, step->id, err)
               : STATUS_OK;
}
