// SPDX-License-Identifier: GPL-3.0-or-later
// A table of records on its way in: record_import.c reads every cell, record_import_write.c writes.
#pragma once

#include "orjon/base/tsv.h"
#include "records.h"

struct row {
    size_t line;
    int64_t id, parent; // 0: none was given
    const struct record *there;
    const char **text; // by field; NULL: not in the table, or not to be read
};

struct fault {
    size_t line, column;
    const char *sentence;
};

struct import {
    struct app *app;
    const struct record_shape *shape;
    enum record_kind kind;
    int column[TSV_CELLS_MAX]; // field, or COLUMN_…
    size_t columns;
    size_t at[TSV_CELLS_MAX]; // by field: its column, from 1; of id and parent see below
    size_t id_at, parent_at;
    struct records there;
    struct lookup lookup;
    struct row *row;
    size_t count, cap;
    struct fault *fault;
    size_t faults, faults_cap;
    struct err trouble; // that is no fault of the table's
    struct arena texts;
    struct tsv tsv;
};

// What the table is to blame for is kept, and the others are looked for; else all ends.
void import_take(struct import *in, size_t line, size_t column, enum status status,
                 const struct err *err);
// Writes all rows. One may name one that comes further down, and a field that is cleared may be the
// last until another is put.
void import_write(struct import *in);
