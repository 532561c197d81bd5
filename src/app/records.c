// SPDX-License-Identifier: GPL-3.0-or-later
// Records of every kind: read as typed, written as one change.
#include "orjon/app/records.h"

#include "orjon/base/text.h"
#include "orjon/domain/person.h"
#include "orjon/store/records.h"
#include "private.h"

#include <stdio.h>
#include <string.h>

enum status app_load_records(struct app *app, enum record_kind kind, int64_t parent,
                             struct records *ret, struct err *err)
{
    return store_load_records(app->store, kind, parent, 0, ret, err);
}

enum status app_load_record(struct app *app, enum record_kind kind, int64_t id, struct records *ret,
                            struct err *err)
{
    enum status status = id > 0 ? store_load_records(app->store, kind, 0, id, ret, err) : STATUS_OK;
    if (status || ret->count)
        return status;
    return err_set(err, STATUS_NOT_FOUND, _("There is no %s with the number %s"),
                   tr(record_shape(kind)->name), SAY(id));
}

// --- reading what was typed

static enum status nobody(enum record_kind kind, const char *typed, struct err *err)
{
    return err_set(err, STATUS_NOT_FOUND, _("There is no %s called “%s”"),
                   tr(record_shape(kind)->name), typed);
}

static enum status several(enum record_kind kind, const char *typed, struct err *err)
{
    return err_set(err, STATUS_INVALID,
                   _("More than one %s is called “%s”; give its number instead"),
                   tr(record_shape(kind)->name), typed);
}

static enum status find_person(const struct records *people, const char *typed, int64_t *ret,
                               struct err *err)
{
    const struct record *person = NULL;
    switch (person_find(people, typed, &person)) {
    case PERSON_FOUND:
        *ret = person->id;
        return STATUS_OK;
    case PERSON_SEVERAL:
        return several(RECORD_PERSON, typed, err);
    case PERSON_LIKE:
        return err_set(err, STATUS_NOT_FOUND, _("There is no %s called “%s”; is it “%s”?"),
                       tr(record_shape(RECORD_PERSON)->name), typed, record_title(person));
    default:
        return nobody(RECORD_PERSON, typed, err);
    }
}

static enum status find_title(const struct records *records, enum record_kind kind,
                              const char *typed, int64_t *ret, struct err *err)
{
    autostr wanted = STR_INIT, title = STR_INIT;
    size_t found = 0;
    text_fold(typed, strlen(typed), &wanted);
    for (size_t i = 0; i < records->count; i++) {
        const char *called = record_title(&records->record[i]);
        str_reset(&title);
        text_fold(called, strlen(called), &title);
        if (strcmp(title.buf, wanted.buf) != 0)
            continue;
        *ret = records->record[i].id;
        found++;
    }
    return found == 1 ? STATUS_OK : (found ? several : nobody)(kind, typed, err);
}

static enum status find(void *data, enum record_kind kind, const char *typed, int64_t *ret,
                        struct err *err)
{
    struct app *app = data;
    autorecords records = {0};
    enum status status = store_load_records(app->store, kind, 0, 0, &records, err);
    if (status)
        return status;
    return kind == RECORD_PERSON ? find_person(&records, typed, ret, err)
                                 : find_title(&records, kind, typed, ret, err);
}

static enum status read_field(struct app *app, enum record_kind kind, int field, const char *typed,
                              struct str *ret, struct err *err)
{
    const struct record_field *shape = &record_shape(kind)->field[field];
    const struct record_finder finder = {find, app};
    enum status status = record_read(shape, typed, strlen(typed), &finder, ret, err);
    if (status)
        err_prefix(err, "%s: ", tr(shape->label));
    return status;
}

// --- changing

static enum status end(struct app *app, enum status status, struct err *err)
{
    if (!status)
        return store_commit(app->store, err);
    store_rollback(app->store);
    return status;
}

static enum status find_field(enum record_kind kind, const char *word, int *ret, struct err *err)
{
    const struct record_shape *shape = record_shape(kind);
    autostr known = STR_INIT;
    *ret = record_field_from_word(kind, word);
    if (*ret >= 0)
        return STATUS_OK;
    for (int i = 0; i < shape->fields; i++)
        str_addf(&known, "%s%s", i ? ", " : "", shape->field[i].word);
    return err_set(err, STATUS_USAGE, _("A %s has no field “%s”; there are: %s"), tr(shape->name),
                   word, known.buf);
}

static enum status put_words(struct app *app, enum record_kind kind, int64_t id,
                             const struct app_word *words, size_t count, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < count; i++) {
        autostr text = STR_INIT;
        int field = -1;
        status = find_field(kind, words[i].field, &field, err);
        if (!status)
            status = read_field(app, kind, field, words[i].text, &text, err);
        if (!status)
            status = store_put_field(app->store, kind, id, field, NULL, text.buf, err);
    }
    return status;
}

// Behind the others of the same parent, where the kind has a place and none was given.
static enum status put_place(struct app *app, enum record_kind kind, int64_t parent, int64_t id,
                             struct err *err)
{
    const int field = record_field_from_word(kind, "place");
    autorecords others = {0};
    char place[24];
    if (field < 0)
        return STATUS_OK;
    enum status status = store_load_records(app->store, kind, parent, 0, &others, err);
    if (status)
        return status;
    const struct record *own = records_find(&others, id);
    if (own && *own->text[field])
        return STATUS_OK;
    const int64_t last = others.count ? record_number(&others.record[others.count - 1], field) : 0;
    snprintf(place, sizeof place, "%lld", (long long)last + 1);
    return store_put_field(app->store, kind, id, field, NULL, place, err);
}

static enum status must_say_something(struct app *app, enum record_kind kind, int64_t id,
                                      struct err *err)
{
    autorecords made = {0};
    enum status status = store_load_records(app->store, kind, 0, id, &made, err);
    if (status || made.count)
        return status;
    return err_set(err, STATUS_USAGE, _("A new %s needs at least one field"),
                   tr(record_shape(kind)->name));
}

enum status app_new_record(struct app *app, enum record_kind kind, int64_t parent,
                           const struct app_word *words, size_t count, int64_t *ret_id,
                           struct err *err)
{
    int64_t id = 0;
    app_keep_daily(app);
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = store_new_record(app->store, kind, parent, &id, err);
    if (!status)
        status = put_words(app, kind, id, words, count, err);
    if (!status)
        status = must_say_something(app, kind, id, err);
    if (!status)
        status = put_place(app, kind, parent, id, err);
    status = end(app, status, err);
    if (!status && ret_id)
        *ret_id = id;
    return status;
}

enum status app_set_record(struct app *app, enum record_kind kind, int64_t id,
                           const struct app_word *words, size_t count, struct err *err)
{
    autorecords there = {0};
    app_keep_daily(app);
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = app_load_record(app, kind, id, &there, err);
    if (!status)
        status = put_words(app, kind, id, words, count, err);
    return end(app, status, err);
}

enum status app_put_field(struct app *app, enum record_kind kind, int64_t id, int field,
                          const char *expected, const char *typed, struct err *err)
{
    autostr text = STR_INIT;
    app_keep_daily(app);
    enum status status = read_field(app, kind, field, typed, &text, err);
    return status ? status : store_put_field(app->store, kind, id, field, expected, text.buf, err);
}

enum status app_remove_record(struct app *app, enum record_kind kind, int64_t id, struct err *err)
{
    autorecords there = {0};
    app_keep_daily(app);
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = app_load_record(app, kind, id, &there, err);
    if (!status)
        status = store_remove_record(app->store, id, err);
    return end(app, status, err);
}

// --- telling

static void add_brief(const struct record_field *field, const char *kept, struct str *ret)
{
    enum { BRIEF = 60 };
    autostr text = STR_INIT, line = STR_INIT;
    record_write(field, kept, i18n_digits(), &text);
    text_clean(text.buf, text.len, &line, NULL); // of many lines one
    text_shorten(ret, line.buf, BRIEF);
}

static void tell(void *data, const struct store_record_undone *undone)
{
    struct str *ret = data;
    const struct record_shape *shape = record_shape(undone->kind);
    const struct record_field *field = &shape->field[undone->field];
    autostr from = STR_INIT, to = STR_INIT;
    add_brief(field, undone->from, &from);
    add_brief(field, undone->to, &to);
    str_addf(ret, "%s %s, %s: «%s» → «%s»\n", tr(shape->name), SAY(undone->id), tr(field->label),
             from.buf, to.buf);
}

enum status app_undo_records(struct app *app, bool redo, struct str *ret_told, struct err *err)
{
    app_keep_daily(app);
    return store_undo_records(app->store, redo, tell, ret_told, err);
}

enum status app_say_field(struct app *app, const struct record *record, int field, struct str *ret,
                          struct err *err)
{
    const struct record_field *shape = &record_shape(record->kind)->field[field];
    autorecords named = {0};
    const int64_t id = shape->type == FIELD_RECORD ? record_number(record, field) : 0;
    if (!id) {
        record_write(shape, record->text[field], i18n_digits(), ret);
        return STATUS_OK;
    }
    const enum record_kind kind = (enum record_kind)record_kind_from_word(shape->of);
    enum status status = app_load_record(app, kind, id, &named, err);
    if (!status)
        str_add(ret, record_title(&named.record[0]));
    return status;
}
