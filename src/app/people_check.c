// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd among people and committees, and who is on a committee.
#include "orjon/app/people.h"

#include "orjon/domain/person.h"
#include "private.h"

#include <inttypes.h>
#include <stdio.h>

static void check_names(const struct records *people, struct findings *ret)
{
    autostr text = STR_INIT;
    for (size_t i = 0; i < people->count; i++) {
        const struct record *person = &people->record[i], *first = NULL;
        if (person_find(people, person->text[PERSON_NAME], &first) != PERSON_SEVERAL ||
            first->id == person->id)
            continue;
        str_reset(&text);
        str_addf(&text, _("%s stands in the list more than once"), record_title(person));
        findings_add_query(ret, "same-name", text.buf);
    }
}

struct seat {
    const struct record *committee;
    const char *role;
    int64_t person;
};

static void check_seat(const struct app_people *people, const struct seat *seat, int32_t today,
                       struct findings *ret)
{
    autostr text = STR_INIT;
    const struct record *person = records_find(&people->people, seat->person);
    if (!person || !post_had_left(&people->terms, seat->person, today))
        return;
    str_addf(&text, _("%s: %s (%s) has left this office"), record_title(seat->committee),
             record_title(person), seat->role);
    findings_add_query(ret, "committee-left", text.buf);
}

static void check_committees(const struct app_people *people, const struct records *committees,
                             const struct records *members, int32_t today, struct findings *ret)
{
    const struct record_field *field = record_shape(RECORD_COMMITTEE)->field;
    for (size_t i = 0; i < committees->count; i++) {
        const struct record *committee = &committees->record[i];
        static const int named[] = {COMMITTEE_CHAIR, COMMITTEE_FOCAL};
        for (size_t k = 0; k < sizeof named / sizeof *named; k++)
            check_seat(people,
                       &(struct seat){committee, tr(field[named[k]].label),
                                      record_number(committee, named[k])},
                       today, ret);
    }
    for (size_t i = 0; i < members->count; i++) {
        const struct record *member = &members->record[i];
        const char *role = member->text[MEMBER_ROLE];
        check_seat(people,
                   &(struct seat){records_find(committees, member->parent),
                                  *role ? role : tr(record_shape(RECORD_MEMBER)->name),
                                  record_number(member, MEMBER_PERSON)},
                   today, ret);
    }
}

static enum status check(struct app *app, struct findings *ret, struct err *err)
{
    autopeople people = {0};
    autorecords committees = {0}, members = {0};
    enum status status = app_load_people(app, &people, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_COMMITTEE, 0, &committees, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_MEMBER, 0, &members, err);
    if (status)
        return status;
    check_names(&people.people, ret);
    post_check(&people.people, &people.terms, ret);
    check_committees(&people, &committees, &members, app_today(app), ret);
    return STATUS_OK;
}

enum status app_check_people(struct app *app, struct findings *ret, struct err *err)
{
    enum status status = store_begin_read(app->store, err); // one state of the file
    if (status)
        return status;
    status = check(app, ret, err);
    store_rollback(app->store); // nothing was written
    return status;
}

static enum status find_member(struct app *app, int64_t committee, const char *typed,
                               int64_t *ret_person, int64_t *ret_member, struct err *err)
{
    autorecords members = {0};
    *ret_member = 0;
    enum status status = app_find_record(app, RECORD_PERSON, typed, ret_person, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_MEMBER, committee, &members, err);
    for (size_t i = 0; status == STATUS_OK && i < members.count; i++)
        if (record_number(&members.record[i], MEMBER_PERSON) == *ret_person)
            *ret_member = members.record[i].id;
    return status;
}

enum status app_add_member(struct app *app, int64_t committee, const char *person, const char *role,
                           int64_t *ret_id, struct err *err)
{
    autorecords there = {0};
    int64_t id = 0, member = 0;
    char number[24];
    enum status status = find_member(app, committee, person, &id, &member, err);
    if (status == STATUS_OK && member)
        status = app_load_record(app, RECORD_PERSON, id, &there, err);
    if (status)
        return status;
    if (member)
        return err_set(err, STATUS_EXISTS, _("%s is on the committee already"),
                       record_title(there.record));
    snprintf(number, sizeof number, "%" PRId64, id);
    const struct app_word words[] = {{"person", number}, {"role", role ? role : ""}};
    return app_new_record(app, RECORD_MEMBER, committee, words, 2, ret_id, err);
}

enum status app_drop_member(struct app *app, int64_t committee, const char *person, struct err *err)
{
    int64_t id = 0, member = 0;
    enum status status = find_member(app, committee, person, &id, &member, err);
    if (status == STATUS_OK && !member)
        return err_set(err, STATUS_NOT_FOUND, _("%s is not on the committee"), person);
    return status ? status : app_remove_record(app, RECORD_MEMBER, member, err);
}
