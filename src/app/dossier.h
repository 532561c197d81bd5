// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records out of the office file.
#pragma once

#include "orjon/app/print.h"

// Everybody and the evidence of a quarter, of one plan or (NULL) of all.
enum status dossier_of_quarter(struct app *app, const char *plan, int fiscal_year, int quarter,
                               struct dossier *ret, struct err *err);

// As app_compose, within one state of the file that the caller holds.
enum status records_compose(struct app *app, const struct app_paper *wanted,
                            const struct paper_kind *kind, struct paper **ret, struct err *err);
