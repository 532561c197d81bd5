// SPDX-License-Identifier: GPL-3.0-or-later
// The plans of the office.
#pragma once

#include "orjon/app/app.h"
#include "orjon/store/plans.h"

// Calls each(data, summary) for all plans.
enum status app_each_plan(struct app *app, int fiscal_year,
                          enum status (*each)(void *data, const struct plan_summary *summary),
                          void *data, struct err *err);

// Installs template texts, all or none. Faults of all of them, one line each with file, line and
// column, go to ret_faults.
struct app_template {
    const char *name; // of the file, for messages
    const char *text;
    size_t n;
};
enum status app_install_plans(struct app *app, const struct app_template *templates, size_t count,
                              struct str *ret_faults, struct err *err);
enum status app_install_plan(struct app *app, const char *name, const char *text, size_t n,
                             struct str *ret_faults, struct err *err);
// The same for files; a folder stands for the files in it that end in .tsv, and must have one. A
// plan that two of them hold is a fault. sheet: of workbooks, their first where NULL.
enum status app_install_files(struct app *app, const char *const *paths, size_t count,
                              const char *sheet, struct str *ret_faults, struct err *err);
// Whether they could be read, with the same faults; nothing is installed.
enum status app_check_files(const char *const *paths, size_t count, struct str *ret_faults,
                            struct err *err);

// A row of a plan, and what the journal is told of its change.
struct app_row {
    int fiscal_year; // 0: in hand
    const char *plan;
    const char *code;
    const char *reason; // NULL or "": none
    const char *from;   // the day from which it holds, as typed, in the plan's year; NULL: none
    const char *order;  // by which a target is another from that day on; NULL: of no day: then it
                        // is what it ever was, and the day is told to the journal alone
};

// Whether the day and the reason can be taken, of a plan of row->fiscal_year; its indicator may be
// NULL. INVALID.
enum status app_check_reason(const struct app_row *row, struct err *err);

// Changes columns of an indicator for this office: words like «target=5», «q1_target=2023-09-30»;
// an empty value goes back to what was installed.
enum status app_change_target(struct app *app, const struct app_row *row, char *const *words,
                              size_t n, struct err *err);
// A new indicator at a place from 1 (0: behind the last), from such words for any of the columns;
// under the activity of the row before it, a counted figure, where they do not say otherwise. As
// store_add_indicator, and INVALID with what does not fit.
enum status app_add_indicator(struct app *app, const struct app_row *row, size_t place,
                              char *const *words, size_t n, struct err *err);
// Moves an indicator to a place from 1; 0 takes it out of the plan. As store_place_indicator.
enum status app_place_indicator(struct app *app, const struct app_row *row, size_t place,
                                struct err *err);
// Takes a plan out of the office. As store_remove_plan.
enum status app_remove_plan(struct app *app, const struct app_row *row, struct err *err);
// Puts one back as it was.
enum status app_put_plan_back(struct app *app, int fiscal_year, const char *name, struct err *err);
// Appends a plan as a file that can be installed, with the office's own targets in it.
enum status app_export_plan(struct app *app, int fiscal_year, const char *name, struct str *ret,
                            struct err *err);
