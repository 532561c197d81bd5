// SPDX-License-Identifier: GPL-3.0-or-later
// Plans in the office file, and the targets that the office has changed for itself.
#pragma once

#include "orjon/domain/plan.h"
#include "orjon/store/store.h"

// Installs a plan, or replaces the plan of the same name and fiscal year, whatever its family: one
// office follows one of them. Indicators are matched by code and keep their figures and the
// office's own targets. Figures are read anew where the new template reads them differently. FROZEN
// while a quarter of the plan is finalised; EXISTS when an indicator that has figures is no longer
// in it (clear them first, nothing is dropped silently); INVALID when a figure or a target of the
// office does not fit the new template. *ret_id is the plan's; may be NULL.
enum status store_install_plan(struct store *store, const struct plan *plan, int64_t *ret_id,
                               struct err *err);
// Gives a plan that is there the share that it will have, in the transaction that then installs it:
// so the plans of a share can change its marks together.
enum status store_share_anew(struct store *store, const struct plan *plan, struct err *err);

// Takes a plan out of the office. Its rows stay for the journal; installed again it has them anew.
// EXISTS when it has figures, FROZEN when a paper of it was ever finalised.
enum status store_remove_plan(struct store *store, int64_t plan, const char *reason,
                              struct err *err);

// Puts one back as it was. NOT_FOUND when none of that name was taken out.
enum status store_put_plan_back(struct store *store, int fiscal_year, const char *name,
                                struct err *err);

struct plan_summary {
    int64_t id;
    int fiscal_year;
    const char *name, *family, *title, *short_name, *layout; // valid during the call
    struct maybe full_marks, apa_marks;
    int order;
    bool frozen;
    size_t indicators;
};

// Calls each(data, summary) for the plans of a fiscal year (0: of all years), in the order of year,
// of the office («order.egov» among its particulars) or of their own, and of installation; stops at
// a status other than OK and returns it.
enum status store_each_plan(struct store *store, int fiscal_year,
                            enum status (*each)(void *data, const struct plan_summary *summary),
                            void *data, struct err *err);

// The id of a plan by year and name; NOT_FOUND, naming both.
enum status store_find_plan(struct store *store, int fiscal_year, const char *name, int64_t *ret_id,
                            struct err *err);

// Loads a plan with the targets in force, or as it was installed. The caller frees *ret with
// plan_free. NOT_FOUND.
enum status store_load_plan(struct store *store, int64_t id, struct plan **ret, struct err *err);
enum status store_load_plan_installed(struct store *store, int64_t id, struct plan **ret,
                                      struct err *err);

// Changes one column of an indicator for this office, with a journal row; `column` is one of
// template_column that may be changed and `text` is as a template has it («80», «2024-03-16»,
// «none»). The figures of the indicator are read anew. INVALID when the text or what it makes of
// the indicator does not fit, EXISTS when it stands in for one that is not there, FROZEN while a
// quarter of the plan is finalised, NOT_FOUND.
enum status store_set_target(struct store *store, int64_t indicator, size_t column,
                             const char *text, const char *reason, struct err *err);

// Several columns of one indicator at once, so that they may fit only together.
struct store_target {
    size_t column;
    const char *text; // NULL: back to what was installed
};
enum status store_set_targets(struct store *store, int64_t indicator,
                              const struct store_target *targets, size_t n, const char *reason,
                              struct err *err);
// The same from a day on, by an order: what it was before stays in the plan's changes. Quarters
// that end before that day may be finalised.
struct store_since {
    int32_t day;
    const char *order;
};
enum status store_set_targets_since(struct store *store, int64_t indicator,
                                    const struct store_target *targets, size_t n,
                                    const struct store_since *since, const char *reason,
                                    struct err *err);
enum status store_clear_target(struct store *store, int64_t indicator, size_t column,
                               const char *reason, struct err *err);

// A new row of a plan, at a place from 1 (0: behind the last); *ret_id (may be NULL) is its id.
// EXISTS when the plan has its code, INVALID when there is no such place.
enum status store_add_indicator(struct store *store, int64_t plan,
                                const struct indicator *indicator, size_t place, const char *reason,
                                int64_t *ret_id, struct err *err);
// Moves a row to a place from 1; 0 takes it out of the plan, unless it has figures or another row
// names it as the one that it can stand in for (EXISTS). What it was stays, so that it can be
// undone, as a change of a target.
enum status store_place_indicator(struct store *store, int64_t indicator, size_t place,
                                  const char *reason, struct err *err);

// Calls each(data, indicator, column, text) for the changes of a plan's targets, in the order of
// its rows; the column by its name.
enum status store_each_target_change(struct store *store, int64_t plan,
                                     enum status (*each)(void *data, int64_t indicator,
                                                         const char *column, const char *text),
                                     void *data, struct err *err);
