// SPDX-License-Identifier: GPL-3.0-or-later
// Whether what the file holds still is what was finalised. Each wants to be asked in one reading of
// the file.
#pragma once

#include "orjon/app/book.h"
#include "orjon/store/store.h"
#include "witness.h"

// Works out the seal of the book's quarter again. MISFIT when it is another; OK while it is open.
enum status fit_book(struct book *book, struct err *err);
// Pages and indexes, chain, figures, plans, particulars, seals and answers of the file. DAMAGED
// with the first fault.
enum status fit_file(struct app *app, struct store_verdict *ret, struct err *err);
// Whether papers of the shelf may carry letters, or be drafts. MISFIT, with the reason, when not.
enum status fit_shelf(struct app *app, const struct shelf *shelf, const struct witnesses *witnesses,
                      struct err *err);
