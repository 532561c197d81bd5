// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records out of the office file.
#pragma once

#include "orjon/app/print.h"

// Those of a kind, of a parent or (0) all.
enum status dossier_load(struct app *app, enum record_kind kind, int64_t parent, struct dossier *d,
                         struct err *err);
// Everybody, and the patterns of memo numbers: every paper may name them.
enum status dossier_load_common(struct app *app, struct dossier *d, struct err *err);

// Everybody and the evidence of a quarter, of one plan or (NULL) of all.
enum status dossier_of_quarter(struct app *app, const char *plan, int fiscal_year, int quarter,
                               enum digits digits, struct dossier *ret, struct err *err);

// What was done since on decisions that were carried over into later meetings, as progress of those
// of this one; a decision on which nothing was done says that it was carried over.
enum status dossier_continue(struct app *app, struct dossier *dossier, struct err *err);

// As app_compose, within one state of the file that the caller holds.
enum status records_compose(struct app *app, const struct app_paper *wanted,
                            const struct paper_kind *kind, struct paper **ret, struct err *err);
