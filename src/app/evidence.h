// SPDX-License-Identifier: GPL-3.0-or-later
// The files of proofs, for verify and the index.
#pragma once

#include "orjon/app/app.h"

// Reads the file of every proof. MISFIT when one of a sealed quarter is missing or altered, DAMAGED
// for another one, IO when one cannot be read, each naming the first.
enum status evidence_verify(struct app *app, size_t *ret_count, struct err *err);

// The proofs of a quarter as records, each as it can be printed: with the name that the plan has
// for it, without «yes» where its file is not what was put, and why in its note. Of a figure that
// was filled in also those that are asked for and not there. plan NULL or "": all.
struct records;
enum status evidence_index(struct app *app, int fiscal_year, const char *plan, int quarter,
                           struct records *ret, struct err *err);
// Gives those without a name that of their meeting with its day, else of their file; a file that is
// the name is not said twice.
void evidence_name(struct records *proofs, const struct records *meetings, enum digits digits);
