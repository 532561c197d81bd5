// SPDX-License-Identifier: GPL-3.0-or-later
// Records inside the store.
#pragma once

#include "db.h"

#include "orjon/store/records.h"

// A field whose present text is known, with its journal row; in a transaction.
struct field_step {
    enum record_kind kind;
    int64_t id;
    int field;
    enum journal_what what;
    int64_t undoes; // for the journal; 0: none
    const char *before, *after;
};
enum status field_write(struct store *store, const struct field_step *step, struct err *err);
// LOCKED when that would change what a sealed quarter has been signed with: a proof, or what one
// rests on that names the record.
enum status proof_may_change(struct store *store, const struct field_step *step, struct err *err);
// Adds one field of a row with the columns id, parent, name, value; those of a record side by side.
enum status record_take(struct query *query, enum record_kind kind, struct records *ret,
                        struct err *err);
// The text that is there, kept in the arena; "" for none.
enum status field_load(struct store *store, const struct field_step *step, struct arena *arena,
                       const char **ret, struct err *err);
// What must be true of a record when all is written: one that is there has what it belongs to and
// what it names, and on one that is gone nothing hangs. NOT_FOUND or INVALID if not.
enum status record_settle(struct store *store, enum record_kind kind, int64_t id, struct err *err);
// INVALID: the record of a row with the columns id, kind, or the whole that it is part of, needs
// what was to go.
enum status record_is_needed(struct query *row, struct err *err);
// DAMAGED: the file has a kind or a field that there is not.
enum status record_is_strange(const struct store *store, struct err *err);

// Every record and field against the journal, both ways, and every record that is named or belonged
// to. DAMAGED naming the first.
enum status records_verify(struct store *store, struct err *err);
