// SPDX-License-Identifier: GPL-3.0-or-later
// Office files as somebody might make them who knows SQLite: cells of the wrong type, values that
// cannot be, references in circles, under a schema that is ours to the letter.
#pragma once

#include "orjon/base/str.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

enum { FORGE_THINGS_MAX = 64, FORGE_COLUMNS_MAX = 160 };

struct forge_column {
    char *table, *name;
};

// A sound office with a finalised quarter, answers, changed targets and a journal of all of it.
struct forge {
    struct str office;   // the file as it is
    struct str loosened; // the same without triggers, types and NOT NULL
    struct {
        char *type, *name, *table, *sql;
    } thing[FORGE_THINGS_MAX]; // its schema
    size_t things;
    struct forge_column column[FORGE_COLUMNS_MAX];
    size_t columns;
};

// Makes the office in a folder that is there already. False when that fails.
bool forge_begin(struct forge *forge, const char *folder);
void forge_end(struct forge *forge);

// The loosened office in memory, on which any SQL can be run. The function nth(k, n) is true for
// the k-th of each n rows.
sqlite3 *forge_open(const struct forge *forge);
// Puts the schema back, appends the bytes of the file, and closes.
bool forge_close(const struct forge *forge, sqlite3 **db, struct str *ret);

// Sets a column of every n-th row, from the k-th on, to a strange value: `kind` chooses it, and
// `seed` what of that kind.
enum { FORGE_VALUES = 24 };
void forge_cell(sqlite3 *db, const struct forge_column *column, unsigned kind, int64_t seed,
                unsigned k, unsigned n);
