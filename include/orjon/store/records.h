// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the own office (orjon/domain/record.h): one table of records, one of their fields,
// and a row of the journal for each field that changes. The caller has read what was typed.
#pragma once

#include "orjon/domain/record.h"
#include "orjon/store/store.h"

// The journal's row that last changed any record; 0: none. Not within a change that may be rolled
// back: its number comes again.
enum status store_records_stamp(struct store *store, int64_t *ret, struct err *err);

// Whether there is one of a kind, or was.
enum status store_has_record(struct store *store, enum record_kind kind, bool *ret,
                             struct err *err);

// All of a kind, or with a parent those that belong to it (0: all), or with an id that one alone
// (0: all). An empty result is OK.
enum status store_load_records(struct store *store, enum record_kind kind, int64_t parent,
                               int64_t id, struct records *ret, struct err *err);

// A new record without fields: it is there once a field is put. NOT_FOUND when the parent is not
// there, or is of another kind.
enum status store_new_record(struct store *store, enum record_kind kind, int64_t parent,
                             int64_t *ret_id, struct err *err);
// The same with a number that is wanted, so that what was exported keeps its own: nothing when a
// record of that kind and parent had it before and is gone. EXISTS when another has it.
enum { STORE_RECORD_MAX = 1000000000 }; // a number that is wanted is at most this
enum status store_new_record_as(struct store *store, enum record_kind kind, int64_t parent,
                                int64_t id, struct err *err);
// Puts a field; nothing when it is the same. CHANGED, naming what is there, when `expected` (NULL:
// whatever is there) is not what is there. NOT_FOUND when the record, what it belongs to or what
// the text names is not there; INVALID when its last field is cleared while others hang on it.
enum status store_put_field(struct store *store, enum record_kind kind, int64_t id, int field,
                            const char *expected, const char *text, struct err *err);
// Who put what a field holds, and when, as the journal has it; "" where nothing was ever put.
enum status store_field_written(struct store *store, enum record_kind kind, int64_t id, int field,
                                char ret_at[32], char ret_who[64], struct err *err);
// Clears every field of it and of all that belongs to it, as one batch. INVALID, naming the first,
// when another record names it.
enum status store_remove_record(struct store *store, int64_t id, struct err *err);

// One field undone.
struct store_record_undone {
    enum record_kind kind;
    int64_t id;
    int field;
    const char *from, *to;
};
// The last transaction that changed records and is not undone (redo: was undone last),
// whole; `each` is called for every field (may be NULL). NOT_FOUND when nothing is left; CHANGED
// when a field is not what the journal says.
enum status store_undo_records(struct store *store, bool redo,
                               void (*each)(void *data, const struct store_record_undone *undone),
                               void *data, struct err *err);
