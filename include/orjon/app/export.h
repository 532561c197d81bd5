// SPDX-License-Identifier: GPL-3.0-or-later
// What is in the office file as text that can be changed in a spreadsheet and brought in again.
#pragma once

#include "orjon/app/app.h"

// A kind of record that can be taken out: one row of a table.
struct app_export {
    const char *name;    // «figures»
    const char *summary; // N_(): for help and screens
    enum status (*write)(struct app *app, int fiscal_year, int quarter, struct str *ret,
                         struct err *err);
};
extern const struct app_export app_exports[]; // ends with a name of NULL

// Appends all records of a kind; fiscal_year 0: the office's, quarter 0: the whole year. USAGE
// naming the kinds when there is none of that name, NOT_FOUND when there is no plan in the year.
enum status app_export(struct app *app, const char *kind, int fiscal_year, int quarter,
                       struct str *ret, struct err *err);
