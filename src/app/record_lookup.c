// SPDX-License-Identifier: GPL-3.0-or-later
// Whom or what a typed name means.
#include "records.h"

#include "orjon/base/text.h"
#include "orjon/domain/person.h"
#include "orjon/domain/tree.h"
#include "orjon/store/records.h"

#include <string.h>

void lookup_done(struct lookup *lookup)
{
    for (int i = 0; i < RECORD_KINDS; i++)
        records_done(&lookup->kind[i].records);
}

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

// Who is meant by a part of a name, like «রওশন», which one alone has.
static enum status find_part(const struct records *people, const char *typed, int64_t *ret,
                             struct err *err)
{
    autostr names = STR_INIT;
    const struct record *person = NULL, *one = NULL;
    const enum person_match match = person_find_part(people, typed, &person);
    if (match == PERSON_NOBODY)
        return nobody(RECORD_PERSON, typed, err);
    if (match == PERSON_FOUND) {
        *ret = person->id;
        return STATUS_OK;
    }
    for (size_t i = 0; i < people->count; i++) {
        const struct records single = {.record = &people->record[i], .count = 1};
        if (person_find_part(&single, typed, &one) == PERSON_FOUND)
            str_addf(&names, "%s%s", names.len ? ", " : "", record_title(one));
    }
    return err_set(err, STATUS_INVALID, _("“%s” may be any of these; write more of the name: %s"),
                   typed, names.buf);
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
        if (find_part(people, typed, ret, NULL) == STATUS_OK)
            return STATUS_OK;
        return err_set(err, STATUS_NOT_FOUND, _("There is no %s called “%s”; is it “%s”?"),
                       tr(record_shape(RECORD_PERSON)->name), typed, record_title(person));
    default:
        return find_part(people, typed, ret, err);
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

// By the code or the name that it has in its own record.
static enum status find_unit(const struct records *units, const char *typed, int64_t *ret,
                             struct err *err)
{
    const struct records none = {0};
    autotree tree = {0};
    size_t at = 0;
    tree_init(&tree, units, &none, 0);
    enum status status = tree_find(&tree, typed, &at, err);
    if (!status)
        *ret = tree.office[at].unit->id;
    return status;
}

enum status lookup_find(void *data, enum record_kind kind, const char *typed, int64_t *ret,
                        struct err *err)
{
    struct lookup *lookup = data;
    struct records *records = &lookup->kind[kind].records;
    enum status status = STATUS_OK;
    if (!lookup->kind[kind].loaded)
        status = store_load_records(lookup->app->store, kind, 0, 0, records, err);
    if (status)
        return status;
    lookup->kind[kind].loaded = true;
    if (kind == RECORD_PERSON)
        return find_person(records, typed, ret, err);
    return kind == RECORD_UNIT ? find_unit(records, typed, ret, err)
                               : find_title(records, kind, typed, ret, err);
}
