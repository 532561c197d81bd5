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

// Changes columns of an indicator for this office: words like «target=5», «q1_target=2023-09-30»;
// an empty value goes back to what was installed.
enum status app_change_target(struct app *app, int fiscal_year, const char *plan,
                              const char *indicator, char *const *words, size_t n, struct err *err);
