// SPDX-License-Identifier: GPL-3.0-or-later
// Records of the office: people, committees, meetings, decisions, memos, phrases, evidence. What a
// rule of one kind asks for besides (a meeting before its notice, a memo number used twice) is
// found by the use case of that kind and told as a finding, never refused silently.
#pragma once

#include "orjon/app/app.h"
#include "orjon/domain/record.h"

struct app_word {
    const char *field; // its word
    const char *text;  // as typed
};

// As store_load_records.
enum status app_load_records(struct app *app, enum record_kind kind, int64_t parent,
                             struct records *ret, struct err *err);
// That one alone; NOT_FOUND when it is not there, so that ret->record[0] is it on OK.
enum status app_load_record(struct app *app, enum record_kind kind, int64_t id, struct records *ret,
                            struct err *err);
// The one that is meant by a number or by what it is called. NOT_FOUND, naming a person who is
// called almost so; INVALID when several are called that.
enum status app_find_record(struct app *app, enum record_kind kind, const char *typed, int64_t *ret,
                            struct err *err);

// A new record with these fields, as typed; PLACE becomes the next of its parent where it is not
// given. All or nothing, one row of undo. INVALID names the field, also one that only the program
// fills in.
enum status app_new_record(struct app *app, enum record_kind kind, int64_t parent,
                           const struct app_word *words, size_t count, int64_t *ret_id,
                           struct err *err);
// Several fields of one that is there.
enum status app_set_record(struct app *app, enum record_kind kind, int64_t id,
                           const struct app_word *words, size_t count, struct err *err);
// One field as typed. CHANGED when it is not `expected` any more (as kept; NULL: whatever is
// there).
enum status app_put_field(struct app *app, enum record_kind kind, int64_t id, int field,
                          const char *expected, const char *typed, struct err *err);
enum status app_remove_record(struct app *app, enum record_kind kind, int64_t id, struct err *err);
// What was done last is undone, or done again; what it was is appended to
// ret_told, a line for each of its first twenty fields.
enum status app_undo_records(struct app *app, bool redo, struct str *ret_told, struct err *err);
// What that would be, without doing it.
struct app_record_step {
    bool own;        // the record that was asked for, or what belongs to it, is among it
    int64_t seq;     // the newest row of the journal that would be undone; redo: that undid it
    struct str what; // in one line: the figure that goes along, and the first of the records
};
enum status app_look_undo_records(struct app *app, bool redo, int64_t id,
                                  struct app_record_step *ret, struct err *err);
void app_record_step_done(struct app_record_step *step);
#define autorecordstep __attribute__((cleanup(app_record_step_done))) struct app_record_step

// Appends what people call the plan of that name: its title or, brief, its short name.
void app_say_plan(struct app *app, const char *name, bool brief, struct str *ret);
// Appends what a record is called, in the user's digits; of one without any text, that.
void app_say_title(const struct record *record, struct str *ret);
// A field as people read it, in the user's digits; records and plans by what they are called.
enum status app_say_field(struct app *app, const struct record *record, int field, struct str *ret,
                          struct err *err);

// Appends records as a table: `id`, `parent` where the kind has one, and a column for each field,
// as kept. What app_export writes and a list of a command may.
void app_write_records(enum record_kind kind, const struct records *records, struct str *ret);

// Takes records in from such a table, with any of its columns in any order, each cell as somebody
// would type it. An id that is there is changed, one that is not is new and keeps the id, an empty
// one is new; what only the program fills in comes with what is new and is not changed after; an
// empty cell clears its field, a column that is not there leaves it. What is named or belonged to
// is a record of the office or of the table. All or nothing, one step of undo; dry_run saves
// nothing. Each fault stands in *ret_faults as «NAME:LINE:COLUMN: what is wrong», in their order.
// *ret_count: rows.
struct app_import {
    enum record_kind kind;
    const char *name; // for messages
    const char *text;
    size_t n;
    bool dry_run;
};
enum status app_import_records(struct app *app, const struct app_import *import, size_t *ret_count,
                               struct str *ret_faults, struct err *err);
