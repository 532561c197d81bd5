// SPDX-License-Identifier: GPL-3.0-or-later
// What the files about plans share.
#pragma once

#include "orjon/domain/template.h"
#include "orjon/store/journal.h"
#include "orjon/store/plans.h"

// *ret_id is 0 when there is none.
enum status plan_look_up(struct store *store, int fiscal_year, const char *name, int64_t *ret_id,
                         struct err *err);
// The rows of a plan whose head is there: written one by one, read all at once.
enum status planrow_write(struct store *store, int64_t plan, size_t position,
                          const struct indicator *indicator, struct err *err);
enum status planrows_read(struct store *store, struct plan *plan, struct err *err);
// Appends the digest of a plan as a template has it, by which the journal knows it again.
void plan_digest(const struct plan *plan, struct str *ret);
// The indicator of that id; NULL when the plan has none.
struct indicator *plan_indicator_of(struct plan *plan, int64_t id);
// The same where it must be there; DAMAGED when it is not.
enum status plan_own_indicator(const struct store *store, struct plan *plan, int64_t id,
                               struct indicator **ret, struct err *err);
// store_load_plan, or …_installed, of a plan that is just being put together and may not fit yet.
enum status plan_load_as_is(struct store *store, int64_t id, bool in_force, struct plan **ret,
                            struct err *err);
// The plan that an indicator belongs to; NOT_FOUND also when the plan has it no longer.
enum status plan_of_indicator(struct store *store, int64_t indicator, int64_t *ret,
                              struct err *err);
// FROZEN when a finalised return uses the plan.
enum status plan_must_be_free(struct store *store, int64_t plan, struct err *err);

// The column of an indicator's target by its name; DAMAGED when its plan has none such.
enum status target_column(struct store *store, int64_t indicator, const char *name, size_t *ret,
                          struct err *err);
// One change of a target, and how the journal tells it.
struct target_step {
    struct store_target target;
    enum journal_what what;
    int64_t undoes;       // 0: none
    const char *expected; // what must stand there; NULL: whatever does
};
// Changes targets of one indicator; in a transaction. CHANGED when one is not as expected.
enum status targets_write(struct store *store, int64_t indicator, const struct target_step *steps,
                          size_t n, const char *reason, struct err *err);
