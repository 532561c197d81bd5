// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a table written as records.
#include "record_import.h"

#include "orjon/store/records.h"

#include <string.h>

static void make_new(struct import *in, struct row *row)
{
    struct err err = {0};
    if (row->there)
        return;
    const enum status status =
        row->id ? store_new_record_as(in->app->store, in->kind, row->parent, row->id, &err)
                : store_new_record(in->app->store, in->kind, row->parent, &row->id, &err);
    import_take(in, row->line, status == STATUS_NOT_FOUND ? in->parent_at : in->id_at, status,
                &err);
    if (status)
        row->id = 0;
}

enum pass { PASS_TEXTS, PASS_NAMED, PASS_CLEARED, PASSES };

static enum pass pass_of(const struct record_field *field, const char *text)
{
    return !*text ? PASS_CLEARED : field->type == FIELD_RECORD ? PASS_NAMED : PASS_TEXTS;
}

static void put_fields(struct import *in, const struct row *row, enum pass pass)
{
    for (int i = 0; i < in->shape->fields; i++) {
        const char *text = row->text[i];
        struct err err = {0};
        if (!text || pass_of(&in->shape->field[i], text) != pass ||
            strcmp(text, row->there ? row->there->text[i] : "") == 0)
            continue;
        const enum status status =
            store_put_field(in->app->store, in->kind, row->id, i, NULL, text, &err);
        import_take(in, row->line, in->at[i], status, &err);
    }
}

// New ones without a number and a place come behind the others.
static void place_new(struct import *in, const struct row *row, bool was_new)
{
    const int place = record_field_from_word(in->kind, "place");
    struct err err = {0};
    if (!was_new || place < 0 || (row->text[place] && *row->text[place]))
        return;
    const enum status status = record_put_place(in->app, in->kind, row->parent, row->id, &err);
    import_take(in, row->line, 1, status, &err);
}

void import_write(struct import *in)
{
    bool *was_new = arena_alloc(&in->texts, in->count + 1);
    for (size_t i = 0; i < in->count && !in->trouble.status; i++) {
        was_new[i] = !in->row[i].id;
        make_new(in, &in->row[i]);
    }
    for (int pass = 0; pass < PASSES; pass++)
        for (size_t i = 0; i < in->count && !in->trouble.status; i++)
            if (in->row[i].id)
                put_fields(in, &in->row[i], (enum pass)pass);
    for (size_t i = 0; i < in->count && !in->trouble.status; i++)
        if (in->row[i].id)
            place_new(in, &in->row[i], was_new[i]);
}
