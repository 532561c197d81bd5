// SPDX-License-Identifier: GPL-3.0-or-later
// The sample offices: tables that are built in, a folder of them for each family.
#pragma once

#include "private.h"

struct sample; // one office's

// Of a family; NULL and one that has no sample of its own: the first.
const struct sample *sample_find(const char *family);
// Its particulars.
enum status sample_fill_office(const struct sample *sample, struct app *app, struct err *err);
// Its figures, its records, and what the offices below it have sent. They belong to the plans of
// one family and year: an office that follows others keeps empty returns.
enum status sample_fill(const struct sample *sample, struct app *app, struct err *err);

// The table of that name, "" where the sample has none.
struct sample_table {
    const char *text;
    size_t size;
};
struct sample_table sample_table(const struct sample *sample, const char *name);
// What the offices below have sent and what was said of it.
enum status sample_fill_below(const struct sample *sample, struct app *app, struct err *err);
