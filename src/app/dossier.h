// SPDX-License-Identifier: GPL-3.0-or-later
// Papers of records out of the office file.
#pragma once

#include "orjon/app/print.h"

// As app_compose, within one state of the file that the caller holds.
enum status records_compose(struct app *app, const struct app_paper *wanted,
                            const struct paper_kind *kind, struct paper **ret, struct err *err);
