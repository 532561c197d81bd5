// SPDX-License-Identifier: GPL-3.0-or-later
// Who signs for the office: a particular that is set, or who holds the signing post.
#include "people.h"

#include "orjon/domain/date.h"
#include "orjon/domain/person.h"
#include "orjon/store/office.h"
#include "private.h"

#include <string.h>

bool app_signer_is_set(const struct app *app)
{
    const struct office *office = &app->office;
    return (!office->officer_by_post && *office->field[OFFICE_OFFICER]) ||
           (!office->designation_by_post && *office->field[OFFICE_DESIGNATION]);
}

enum status people_fill_office(struct app *app, struct err *err)
{
    autopeople people = {0};
    struct office *office = &app->office;
    if (*office->field[OFFICE_OFFICER])
        return STATUS_OK;
    enum status status = app_load_people(app, &people, err);
    if (status)
        return status;
    post_fill_office(office, &people.people, &people.terms, app_today(app), &office->text);
    const char *name = office->field[OFFICE_OFFICER]; // which outlives the records
    office->field[OFFICE_OFFICER] = arena_text(&office->text, name, strlen(name));
    return STATUS_OK;
}

enum status people_check_signer(struct app *app, struct findings *ret, struct err *err)
{
    autopeople people = {0};
    autostr text = STR_INIT;
    const char *set = app->office.field[OFFICE_OFFICER];
    if (!app_signer_is_set(app))
        return STATUS_OK;
    enum status status = app_load_people(app, &people, err);
    if (status)
        return status;
    const struct post post = post_signer(&people.people, &people.terms, app_today(app));
    if (!post.person || strcmp(post.person->text[PERSON_NAME], set) == 0)
        return STATUS_OK;
    str_addf(&text,
             _("%s is set as the officer who signs, but the post is held by %s; empty the officer "
               "and the designation of the office (F4, or orjon office), or put the posts right"),
             *set ? set : app->office.field[OFFICE_DESIGNATION], record_title(post.person));
    findings_add_query(ret, "signer-set", text.buf);
    return STATUS_OK;
}

static enum status clear(struct app *app, struct err *err)
{
    enum status status = store_set_setting(app->store, office_key(OFFICE_OFFICER), "", err);
    if (status == STATUS_OK)
        status = store_set_setting(app->store, office_key(OFFICE_DESIGNATION), "", err);
    return status ? status : app_load_office(app, err);
}

static enum status person_of(struct app *app, const char *name, int64_t *ret, struct err *err)
{
    autorecords people = {0};
    const struct record *person = NULL;
    const struct app_word words[] = {{"name", name}};
    enum status status = app_load_records(app, RECORD_PERSON, 0, &people, err);
    if (status)
        return status;
    if (person_find(&people, name, &person) == PERSON_FOUND) {
        *ret = person->id;
        return STATUS_OK;
    }
    return app_new_record(app, RECORD_PERSON, 0, words, 1, ret, err);
}

// The post in this office that the person held the day before, as the one that signs, else a new
// one; up to that day, where `ends` and it has no end yet.
static enum status post_of(struct app *app, int64_t person, int32_t begins, bool ends,
                           struct err *err)
{
    autorecords terms = {0};
    autostr designation = STR_INIT, acting = STR_INIT, to = STR_INIT;
    int64_t id = 0;
    enum status status = app_load_records(app, RECORD_TERM, person, &terms, err);
    if (status)
        return status;
    const struct record *held = post_term(&terms, person, begins - 1);
    if (ends && (!held || !*held->text[TERM_TO]))
        date_write_iso(&to, begins - 1);
    post_split(app->office.field[OFFICE_DESIGNATION], &designation, &acting);
    const struct app_word words[] = {{"signs", "yes"},
                                     {"to", held && !to.len ? held->text[TERM_TO] : to.buf},
                                     {"designation", designation.buf},
                                     {"acting", acting.buf}};
    if (held && !*held->text[TERM_OFFICE])
        return app_set_record(app, RECORD_TERM, held->id, words, 2, err);
    return app_new_record(app, RECORD_TERM, person, words, sizeof words / sizeof *words, &id, err);
}

enum status people_take_signer(struct app *app, int32_t begins, bool ends, int64_t by,
                               struct err *err)
{
    const char *name = app->office.field[OFFICE_OFFICER];
    int64_t person = 0;
    enum status status = STATUS_OK;
    if (*name && begins != INT32_MIN)
        status = person_of(app, name, &person, err);
    if (status == STATUS_OK && person && person != by)
        status = post_of(app, person, begins, ends, err);
    return status ? status : clear(app, err);
}
