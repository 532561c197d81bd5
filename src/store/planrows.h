// SPDX-License-Identifier: GPL-3.0-or-later
// What the files about plans share.
#pragma once

#include "orjon/domain/template.h"
#include "orjon/store/journal.h"
#include "orjon/store/plans.h"

// *ret_id is 0 when there is none; removed: one that was taken out of the office counts too.
enum status plan_look_up(struct store *store, int fiscal_year, const char *name, bool removed,
                         int64_t *ret_id, struct err *err);
// The rows of a plan whose head is there: written one by one, read all at once. One is written in
// place of the row that has its code and, by then, no targets; position -1: it does not stand in
// the plan.
enum status planrow_write(struct store *store, int64_t plan, int64_t position,
                          const struct indicator *indicator, int64_t *ret_id, struct err *err);
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
// EXISTS when a row names one to stand in for that the plan has not, or itself.
enum status plan_must_be_whole(const struct plan *plan, struct err *err);
// FROZEN while a quarter of the plan is finalised, LOCKED when its year is closed.
enum status plan_must_be_free(struct store *store, int64_t plan, struct err *err);
// INVALID when another plan of its share says that the share has other marks.
enum status plan_must_share(struct store *store, const struct plan *plan, struct err *err);

// The journal's row of a plan that was installed, with the digest of it as it stands.
enum status plan_note(struct store *store, int64_t id, const char *reason, struct err *err);

// The name under which the journal keeps where an indicator stands in its plan.
#define PLACE_NAME "order"
// How an indicator is moved to a place, and how the journal tells it.
struct place_step {
    int64_t indicator, place; // from 1; 0: out of the plan
    enum journal_what what;
    int64_t undoes;       // 0: none
    const char *expected; // where it must stand, «3» or "" for nowhere; NULL: wherever it does
    const char *reason;
};
// In a transaction. EXISTS when one with figures would go, or one that another row can stand in
// for; CHANGED when it does not stand as expected.
enum status place_write(struct store *store, const struct place_step *step, struct err *err);

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
