// SPDX-License-Identifier: GPL-3.0-or-later
// Records of every kind: read as typed, written as one change.
#include "records.h"

#include "meetings.h"
#include "memos.h"
#include "offices.h"
#include "orjon/app/memos.h"
#include "orjon/app/plans.h"
#include "orjon/base/text.h"
#include "orjon/store/records.h"

#include <stdio.h>
#include <stdlib.h>
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

static enum status read_field(struct lookup *lookup, enum record_kind kind, int field,
                              const char *typed, struct str *ret, struct err *err)
{
    const struct record_field *shape = &record_shape(kind)->field[field];
    const struct record_finder finder = {lookup_find, lookup};
    enum status status = record_read(shape, typed, strlen(typed), &finder, ret, err);
    if (status)
        err_prefix(err, "%s: ", tr(shape->label));
    return status;
}

enum status app_find_record(struct app *app, enum record_kind kind, const char *typed, int64_t *ret,
                            struct err *err)
{
    const struct record_field field = {.type = FIELD_RECORD, .of = record_shape(kind)->word};
    autolookup lookup = {.app = app};
    const struct record_finder finder = {lookup_find, &lookup};
    autostr number = STR_INIT;
    autorecords there = {0};
    enum status status = record_read(&field, typed, strlen(typed), &finder, &number, err);
    const int64_t id = strtoll(number.buf, NULL, 10);
    if (!status)
        status = app_load_record(app, kind, id, &there, err);
    if (!status)
        *ret = id;
    return status;
}

// --- changing

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

// One that has none from before stays as it is; its other fields can be changed.
enum status record_refuse_nameless(enum record_kind kind, int field, const char *text,
                                   struct err *err)
{
    const struct record_shape *shape = record_shape(kind);
    if (*text || !shape->field[field].needed)
        return STATUS_OK;
    return err_set(err, STATUS_INVALID, _("“%s” must be filled in: a %s is called by it"),
                   tr(shape->field[field].label), tr(shape->name));
}

static enum status put_typed(struct lookup *lookup, enum record_kind kind, int64_t id, int field,
                             const char *expected, const char *typed, struct err *err)
{
    struct app *app = lookup->app;
    autostr text = STR_INIT;
    enum status status = read_field(lookup, kind, field, typed, &text, err);
    if (!status)
        status = record_refuse_nameless(kind, field, text.buf, err);
    if (!status)
        status = memos_before(app, kind, id, field, &text, err);
    if (!status)
        status = store_put_field(app->store, kind, id, field, expected, text.buf, err);
    if (!status)
        status = memos_after(app, kind, id, field, err);
    return status ? status : meetings_after(app, kind, id, field, err);
}

enum status record_refuse_kept(const struct record_field *field, struct err *err)
{
    return field->kept ? err_set(err, STATUS_INVALID, _("“%s” is filled in by the program alone"),
                                 tr(field->label))
                       : STATUS_OK;
}

static enum status nothing_kept(enum record_kind kind, const struct app_word *words, size_t count,
                                struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < count && !status; i++) {
        const int field = record_field_from_word(kind, words[i].field);
        if (field >= 0)
            status = record_refuse_kept(&record_shape(kind)->field[field], err);
    }
    return status;
}

// Memo numbers come last: they are read by the dates, and their row of the register tells of the
// rest.
static enum status put_words(struct app *app, enum record_kind kind, int64_t id,
                             const struct app_word *words, size_t count, struct err *err)
{
    autolookup lookup = {.app = app};
    enum status status = STATUS_OK;
    for (int memos = 0; memos <= 1; memos++)
        for (size_t i = 0; !status && i < count; i++) {
            int field = -1;
            status = find_field(kind, words[i].field, &field, err);
            if (!status && (record_shape(kind)->field[field].type == FIELD_MEMO) == memos)
                status = put_typed(&lookup, kind, id, field, NULL, words[i].text, err);
        }
    return status;
}

enum status record_put_place(struct app *app, enum record_kind kind, int64_t parent, int64_t id,
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
    if (!status && !made.count)
        status = err_set(err, STATUS_USAGE, _("A new %s needs at least one field"),
                         tr(record_shape(kind)->name));
    for (int i = 0; i < record_shape(kind)->fields && !status; i++)
        status = record_refuse_nameless(kind, i, made.record[0].text[i], err);
    return status;
}

enum status record_make(struct app *app, enum record_kind kind, int64_t parent,
                        const struct app_word *words, size_t count, int64_t *ret_id,
                        struct err *err)
{
    int64_t id = 0;
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = store_new_record(app->store, kind, parent, &id, err);
    if (!status)
        status = put_words(app, kind, id, words, count, err);
    if (!status)
        status = must_say_something(app, kind, id, err);
    if (!status)
        status = record_put_place(app, kind, parent, id, err);
    if (!status)
        status = offices_check(app, kind, err);
    status = app_end(app, status, err);
    if (!status && ret_id)
        *ret_id = id;
    return status;
}

enum status app_new_record(struct app *app, enum record_kind kind, int64_t parent,
                           const struct app_word *words, size_t count, int64_t *ret_id,
                           struct err *err)
{
    enum status status = nothing_kept(kind, words, count, err);
    return status ? status : record_make(app, kind, parent, words, count, ret_id, err);
}

enum status app_set_record(struct app *app, enum record_kind kind, int64_t id,
                           const struct app_word *words, size_t count, struct err *err)
{
    autorecords there = {0};
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = app_load_record(app, kind, id, &there, err);
    if (!status)
        status = nothing_kept(kind, words, count, err);
    if (!status)
        status = put_words(app, kind, id, words, count, err);
    if (!status)
        status = offices_check(app, kind, err);
    return app_end(app, status, err);
}

enum status app_put_field(struct app *app, enum record_kind kind, int64_t id, int field,
                          const char *expected, const char *typed, struct err *err)
{
    autolookup lookup = {.app = app};
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = record_refuse_kept(&record_shape(kind)->field[field], err);
    if (!status)
        status = put_typed(&lookup, kind, id, field, expected, typed, err);
    if (!status)
        status = offices_check(app, kind, err);
    return app_end(app, status, err);
}

enum status app_remove_record(struct app *app, enum record_kind kind, int64_t id, struct err *err)
{
    autorecords there = {0};
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = app_load_record(app, kind, id, &there, err);
    if (!status)
        status = meetings_before_removal(app, &there.record[0], err);
    if (!status)
        status = memos_remove(app, kind, id, err);
    if (!status)
        status = offices_may_remove(app, kind, id, err);
    if (!status)
        status = store_remove_record(app->store, id, err);
    return app_end(app, status, err);
}

struct named_plan {
    const char *name;
    bool brief;
    struct str said;
};

static enum status take_name(void *data, const struct plan_summary *plan)
{
    struct named_plan *named = data;
    if (strcmp(plan->name, named->name) == 0 && !named->said.len)
        str_add(&named->said, named->brief ? plan->short_name : plan->title);
    return STATUS_OK;
}

// As people know it; in the year in hand, else in any.
void app_say_plan(struct app *app, const char *name, bool brief, struct str *ret)
{
    struct named_plan named = {name, brief, STR_INIT};
    app_each_plan(app, app_office(app)->fiscal_year, take_name, &named, NULL);
    if (!named.said.len)
        app_each_plan(app, 0, take_name, &named, NULL);
    str_add(ret, named.said.len ? named.said.buf : name);
    str_done(&named.said);
}

// Families by what they are called, commas between.
static void say_families(const char *words, struct str *ret)
{
    const size_t before = ret->len;
    for (const char *at = words; *(at += strspn(at, " ,"));) {
        const size_t n = strcspn(at, " ,");
        autofree char *family = mem_copy_text(at, n);
        str_add(ret, ret->len > before ? ", " : "");
        app_family_name(family, ret);
        at += n;
    }
}

void app_say_title(const struct record *record, struct str *ret)
{
    const int field = record_title_field(record);
    if (field < 0)
        str_add(ret, _("without a name"));
    else
        record_write(&record_shape(record->kind)->field[field], record->text[field], i18n_digits(),
                     ret);
}

static enum status say_named(struct app *app, const struct record_field *shape, int64_t id,
                             struct str *ret, struct err *err)
{
    autorecords named = {0};
    const enum record_kind kind = (enum record_kind)record_kind_from_word(shape->of);
    enum status status = app_load_record(app, kind, id, &named, err);
    if (!status)
        app_say_title(&named.record[0], ret);
    return status;
}

enum status app_say_field(struct app *app, const struct record *record, int field, struct str *ret,
                          struct err *err)
{
    const struct record_field *shape = &record_shape(record->kind)->field[field];
    const int64_t number = record_number(record, field);
    if (shape->type == FIELD_RECORD && number)
        return say_named(app, shape, number, ret, err);
    if (shape->type == FIELD_PLAN && *record->text[field])
        app_say_plan(app, record->text[field], false, ret);
    else if (record->kind == RECORD_MEMO && field == MEMO_PAPER)
        app_say_memo_paper(app, record, false, ret);
    else if (record->kind == RECORD_UNIT && field == UNIT_CODE)
        text_digits(ret, record->text[field], strlen(record->text[field]), i18n_digits());
    else if ((record->kind == RECORD_UNIT && field == UNIT_LEVEL) ||
             (record->kind == RECORD_SPAN && field == SPAN_LEVEL))
        str_add(ret, office_level_name(i18n_language(), record->text[field]));
    else if (record->kind == RECORD_UNIT && field == UNIT_FAMILIES)
        say_families(record->text[field], ret);
    else if (record->kind == RECORD_PROOF && field == PROOF_BYTES && number)
        str_addf(ret, _("%s bytes"), SAY(number));
    else
        record_write(shape, record->text[field], i18n_digits(), ret);
    return STATUS_OK;
}
