// SPDX-License-Identifier: GPL-3.0-or-later
// A transfer as one entry.
#include "people.h"

#include "orjon/domain/date.h"
#include "orjon/domain/person.h"
#include "private.h"

#include <string.h>

struct handover {
    struct app *app;
    const struct app_transfer *wanted;
    struct app_people people;
    int32_t begins;
    const struct record *old; // the post that ends
};

static enum status end_post(struct app *app, const struct record *term, int32_t begins,
                            struct err *err)
{
    autostr to = STR_INIT;
    date_write_iso(&to, begins - 1);
    const struct app_word word = {"to", to.buf};
    return app_set_record(app, RECORD_TERM, term->id, &word, 1, err);
}

// As a sentence names whoever was named by a number.
static const char *name_of(const struct handover *h, int64_t person)
{
    for (size_t i = 0; i < h->people.people.count; i++)
        if (h->people.people.record[i].id == person)
            return h->people.people.record[i].text[PERSON_NAME];
    return h->wanted->person;
}

// Whose post it is that ends.
static enum status find_old(struct handover *h, struct err *err)
{
    const int32_t before = h->begins - 1;
    autostr day = STR_INIT;
    int64_t person = 0;
    enum status status = STATUS_OK;
    date_write(&day, before, i18n_digits());
    if (h->wanted->person) {
        status = app_find_record(h->app, RECORD_PERSON, h->wanted->person, &person, err);
        h->old = post_term(&h->people.terms, person, before);
    } else {
        h->old = post_signer(&h->people.people, &h->people.terms, before).term;
    }
    if (status || h->old)
        return status;
    return h->wanted->person
               ? err_set(err, STATUS_NOT_FOUND, _("%s has no post on %s that could end"),
                         name_of(h, person), day.buf)
               : err_set(err, STATUS_NOT_FOUND, _("Nobody signs for the office on %s"), day.buf);
}

// Somebody of the list, or new.
static enum status find_successor(const struct handover *h, int64_t *ret, struct err *err)
{
    const struct app_word name = {"name", h->wanted->successor};
    const enum status status =
        h->wanted->another ? STATUS_NOT_FOUND
                           : app_find_record(h->app, RECORD_PERSON, h->wanted->successor, ret, err);
    return status != STATUS_NOT_FOUND
               ? status
               : app_add_person(h->app, &name, 1, h->wanted->another, ret, err);
}

// Whoever takes up a post without a mark leaves the one before.
static enum status leave_own_post(const struct handover *h, int64_t person, struct err *err)
{
    const struct record *own = post_term(&h->people.terms, person, h->begins);
    const char *acting = people_word(h->wanted->words, h->wanted->count, RECORD_TERM, TERM_ACTING);
    if (!own || own == h->old || (acting && *acting) || post_begins(own) >= h->begins)
        return STATUS_OK;
    return end_post(h->app, own, h->begins, err);
}

static enum status begin_post(const struct handover *h, int64_t person, struct err *err)
{
    const struct app_transfer *wanted = h->wanted;
    const bool elsewhere = people_word(wanted->words, wanted->count, RECORD_TERM, TERM_OFFICE);
    autostr from = STR_INIT;
    date_write_iso(&from, h->begins);
    const struct app_word inherited[] = {
        {"designation", h->old->text[TERM_DESIGNATION]},
        {"office", h->old->text[TERM_OFFICE]},
        {"signs", elsewhere ? "" : h->old->text[TERM_SIGNS]},
        {"from", from.buf},
    };
    enum { INHERITED = sizeof inherited / sizeof *inherited };
    int64_t id = 0;
    enum status status =
        app_new_record(h->app, RECORD_TERM, person, inherited, INHERITED, &id, err);
    if (status == STATUS_OK && wanted->count)
        status = app_set_record(h->app, RECORD_TERM, id, wanted->words, wanted->count, err);
    return status ? status : people_check_term(h->app, id, err);
}

// Whether the post has nothing to do with who signs.
static bool ends_other_post(const struct handover *h)
{
    int64_t person = 0;
    if (!h->wanted->person ||
        app_find_record(h->app, RECORD_PERSON, h->wanted->person, &person, NULL))
        return false;
    const struct record *term = post_term(&h->people.terms, person, h->begins - 1);
    return term && !post_signs(term) &&
           strcmp(name_of(h, person), app_office(h->app)->field[OFFICE_OFFICER]) != 0;
}

// The people; among them, with a post that can end, who was set by hand until now.
static enum status load_people(struct handover *h, struct err *err)
{
    enum status status = app_load_people(h->app, &h->people, err);
    if (status || !app_signer_is_set(h->app) || ends_other_post(h))
        return status;
    app_people_done(&h->people);
    status = people_take_signer(h->app, h->begins, false, 0, err);
    return status ? status : app_load_people(h->app, &h->people, err);
}

static enum status hand_over(struct handover *h, int64_t *ret_id, struct err *err)
{
    const struct app_transfer *wanted = h->wanted;
    int64_t person = 0;
    enum status status = load_people(h, err);
    if (status == STATUS_OK)
        status = find_old(h, err);
    if (status == STATUS_OK)
        status = end_post(h->app, h->old, h->begins, err);
    if (status || (!wanted->successor && !wanted->count))
        return status;
    person = h->old->parent;
    if (wanted->successor)
        status = find_successor(h, &person, err);
    if (status == STATUS_OK)
        status = leave_own_post(h, person, err);
    *ret_id = person;
    return status ? status : begin_post(h, person, err);
}

enum status app_transfer(struct app *app, const struct app_transfer *transfer, int64_t *ret_id,
                         struct err *err)
{
    struct handover h = {.app = app, .wanted = transfer};
    const char *from = transfer->from ? transfer->from : "";
    *ret_id = 0;
    enum status status = date_read(from, strlen(from), DATE_STRICT, &h.begins, NULL, err);
    if (status == STATUS_OK)
        status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = hand_over(&h, ret_id, err);
    status = store_end(app->store, status, err);
    app_people_done(&h.people);
    const enum status loaded = app_load_office(app, status ? NULL : err);
    return status ? status : loaded;
}
