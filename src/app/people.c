// SPDX-License-Identifier: GPL-3.0-or-later
// People and their posts: found, added, changed.
#include "people.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/person.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

void app_people_done(struct app_people *people)
{
    records_done(&people->people);
    records_done(&people->terms);
}

enum status app_load_people(struct app *app, struct app_people *ret, struct err *err)
{
    enum status status = store_begin_read(app->store, err);
    if (status)
        return status;
    status = app_load_records(app, RECORD_PERSON, 0, &ret->people, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_TERM, 0, &ret->terms, err);
    store_rollback(app->store); // nothing was written
    return status;
}

enum status people_split(const struct app_word *words, size_t count, struct people_words *ret,
                         struct err *err)
{
    *ret = (struct people_words){.person = mem_alloc((count + 1) * sizeof *ret->person),
                                 .term = mem_alloc((count + 1) * sizeof *ret->term)};
    for (size_t i = 0; i < count; i++) {
        if (record_field_from_word(RECORD_PERSON, words[i].field) >= 0)
            ret->person[ret->persons++] = words[i];
        else if (record_field_from_word(RECORD_TERM, words[i].field) >= 0)
            ret->term[ret->terms++] = words[i];
        else
            return err_set(err, STATUS_USAGE, _("“%s” is no field of a person; there are: %s"),
                           words[i].field,
                           "name, sort, phone, email, note, designation, acting, office, from, to, "
                           "signs");
    }
    return STATUS_OK;
}

void people_words_done(struct people_words *words)
{
    free(words->person);
    free(words->term);
}
#define autowords __attribute__((cleanup(people_words_done))) struct people_words

const char *people_word(const struct app_word *words, size_t count, enum record_kind kind,
                        int field)
{
    for (size_t i = count; i-- > 0;)
        if (strcmp(words[i].field, record_shape(kind)->field[field].word) == 0)
            return words[i].text;
    return NULL;
}

enum status people_check_term(struct app *app, int64_t id, struct err *err)
{
    autorecords terms = {0};
    autostr from = STR_INIT, to = STR_INIT;
    enum status status = app_load_record(app, RECORD_TERM, id, &terms, err);
    if (status || post_begins(terms.record) <= post_ends(terms.record))
        return status;
    date_write(&from, post_begins(terms.record), i18n_digits());
    date_write(&to, post_ends(terms.record), i18n_digits());
    return err_set(err, STATUS_INVALID, _("A post cannot end on %s, before it begins on %s"),
                   to.buf, from.buf);
}

// What a post that was written brings with it.
static enum status settle(struct app *app, int64_t id, struct err *err)
{
    autorecords terms = {0};
    enum status status = people_check_term(app, id, err);
    if (status == STATUS_OK)
        status = app_load_record(app, RECORD_TERM, id, &terms, err);
    if (status == STATUS_OK && post_signs(terms.record) && app_signer_is_set(app))
        status =
            people_take_signer(app, post_begins(terms.record), true, terms.record->parent, err);
    return status;
}

static enum status refuse_like(struct app *app, const char *name, int64_t *ret_id, struct err *err)
{
    autorecords people = {0};
    autostr clean = STR_INIT;
    const struct record *like = NULL;
    enum status status = text_read(TEXT_NAME, name, strlen(name), &clean, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_PERSON, 0, &people, err);
    if (status || person_find(&people, clean.buf, &like) == PERSON_NOBODY)
        return status;
    *ret_id = like->id;
    return err_set(err, STATUS_EXISTS, _("There is %s already"), like->text[PERSON_NAME]);
}

static enum status add(struct app *app, const struct people_words *words, bool another,
                       int64_t *ret_id, struct err *err)
{
    const char *name = people_word(words->person, words->persons, RECORD_PERSON, PERSON_NAME);
    enum status status = STATUS_OK;
    int64_t term = 0;
    if (!name || !*name)
        return err_set(err, STATUS_INVALID, _("A person needs a name"));
    if (!another)
        status = refuse_like(app, name, ret_id, err);
    if (status == STATUS_OK)
        status = app_new_record(app, RECORD_PERSON, 0, words->person, words->persons, ret_id, err);
    if (status || !words->terms)
        return status;
    status = app_new_record(app, RECORD_TERM, *ret_id, words->term, words->terms, &term, err);
    return status ? status : settle(app, term, err);
}

// Commits or rolls back what `status` tells of, and reads anew who signs.
static enum status finish(struct app *app, enum status status, struct err *err)
{
    status = store_end(app->store, status, err);
    const enum status loaded = app_load_office(app, status ? NULL : err);
    return status ? status : loaded;
}

enum status app_add_person(struct app *app, const struct app_word *words, size_t count,
                           bool another, int64_t *ret_id, struct err *err)
{
    autowords split = {0};
    enum status status = people_split(words, count, &split, err);
    if (status == STATUS_OK)
        status = store_begin_write(app->store, err);
    return status ? status : finish(app, add(app, &split, another, ret_id, err), err);
}

// The post of today, else the one that began last.
static const struct record *post_to_change(const struct records *terms, int64_t person,
                                           int32_t today)
{
    const struct record *term = post_term(terms, person, today);
    for (size_t i = 0; !term && i < terms->count; i++)
        term = terms->record[i].parent == person ? &terms->record[i] : NULL;
    for (size_t i = 0; term && post_ends(term) < today && i < terms->count; i++)
        if (terms->record[i].parent == person && post_begins(&terms->record[i]) > post_begins(term))
            term = &terms->record[i];
    return term;
}

static enum status set(struct app *app, int64_t id, const struct people_words *words,
                       struct err *err)
{
    autorecords terms = {0};
    enum status status = STATUS_OK;
    if (words->persons)
        status = app_set_record(app, RECORD_PERSON, id, words->person, words->persons, err);
    if (status || !words->terms)
        return status;
    status = app_load_records(app, RECORD_TERM, id, &terms, err);
    if (status)
        return status;
    const struct record *term = post_to_change(&terms, id, app_today(app));
    int64_t term_id = term ? term->id : 0;
    status = term ? app_set_record(app, RECORD_TERM, term_id, words->term, words->terms, err)
                  : app_new_record(app, RECORD_TERM, id, words->term, words->terms, &term_id, err);
    return status ? status : settle(app, term_id, err);
}

enum status app_set_person(struct app *app, int64_t id, const struct app_word *words, size_t count,
                           struct err *err)
{
    autowords split = {0};
    autorecords person = {0};
    enum status status = people_split(words, count, &split, err);
    if (status == STATUS_OK)
        status = app_load_record(app, RECORD_PERSON, id, &person, err);
    if (status == STATUS_OK)
        status = store_begin_write(app->store, err);
    return status ? status : finish(app, set(app, id, &split, err), err);
}
