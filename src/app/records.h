// SPDX-License-Identifier: GPL-3.0-or-later
// Records inside the room: whom a typed name means.
#pragma once

#include "private.h"

#include "orjon/app/records.h"

// What the kinds held when each was first asked for. Zero-initialise but for app.
struct lookup {
    struct app *app;
    struct {
        bool loaded;
        struct records records;
    } kind[RECORD_KINDS];
};
void lookup_done(struct lookup *lookup);
#define autolookup __attribute__((cleanup(lookup_done))) struct lookup

// For struct record_finder: a person by a name as papers spell it (person.h), any other record by
// its title. NOT_FOUND, or INVALID when it is called so more than once.
enum status lookup_find(void *lookup, enum record_kind kind, const char *typed, int64_t *ret,
                        struct err *err);

// app_new_record, with the fields that only the program fills in.
enum status record_make(struct app *app, enum record_kind kind, int64_t parent,
                        const struct app_word *words, size_t count, int64_t *ret_id,
                        struct err *err);
// INVALID for such a field.
enum status record_refuse_kept(const struct record_field *field, struct err *err);

// INVALID where that text is empty and such a record is called by it.
enum status record_refuse_nameless(enum record_kind kind, int field, const char *text,
                                   struct err *err);

// Puts a new one behind the others of the same parent, where the kind has a place and it has none.
enum status record_put_place(struct app *app, enum record_kind kind, int64_t parent, int64_t id,
                             struct err *err);
