// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings: the next one, and what belongs to one removed or moved.
#include "meetings.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/domain/decision.h"
#include "orjon/store/records.h"
#include "private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// --- the next one

static void keep_proposal(const struct record *last, const struct record *committee,
                          struct records *ret)
{
    ret->record = mem_resize(NULL, 1, sizeof *ret->record);
    ret->record[0] = (struct record){
        .kind = RECORD_MEETING,
        .text = mem_alloc(MEETING_FIELD_COUNT * sizeof *ret->record[0].text),
    };
    ret->count = ret->cap = 1;
    meeting_propose(last, committee, &ret->arena, ret->record[0].text);
    for (int i = 0; i < MEETING_FIELD_COUNT; i++) {
        const char **text = &ret->record[0].text[i];
        *text = **text ? arena_text(&ret->arena, *text, strlen(*text)) : "";
    }
}

enum status app_propose_meeting(struct app *app, int64_t last, struct records *ret, struct err *err)
{
    autorecords there = {0}, committee = {0};
    enum status status = app_load_record(app, RECORD_MEETING, last, &there, err);
    const int64_t id = status ? 0 : record_number(&there.record[0], MEETING_COMMITTEE);
    if (!status && id)
        status = store_load_records(app->store, RECORD_COMMITTEE, 0, id, &committee, err);
    if (!status)
        keep_proposal(&there.record[0], committee.count ? committee.record : NULL, ret);
    return status;
}

static bool says(const struct app_word *words, size_t count, const char *field)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].field, field) == 0)
            return true;
    return false;
}

static bool gives(const struct app_word *words, size_t count, const char *field)
{
    bool given = false;
    for (size_t i = 0; i < count; i++)
        if (strcmp(words[i].field, field) == 0)
            given = words[i].text[strspn(words[i].text, " ")] != 0;
    return given;
}

enum status meetings_after(struct app *app, enum record_kind kind, int64_t id, int field,
                           struct err *err)
{
    static const struct {
        int own, of;
    } same[] = {{MEETING_PLAN, COMMITTEE_PLAN},
                {MEETING_CHAIR, COMMITTEE_CHAIR},
                {MEETING_FOCAL, COMMITTEE_FOCAL}};
    autorecords own = {0}, committee = {0};
    if (kind != RECORD_MEETING || field != MEETING_COMMITTEE)
        return STATUS_OK;
    enum status status = store_load_records(app->store, kind, 0, id, &own, err);
    const int64_t of = own.count ? record_number(own.record, field) : 0;
    if (!status && of)
        status = app_load_record(app, RECORD_COMMITTEE, of, &committee, err);
    for (size_t i = 0; i < sizeof same / sizeof *same && !status && of; i++)
        if (!*own.record->text[same[i].own])
            status = store_put_field(app->store, kind, id, same[i].own, NULL,
                                     committee.record->text[same[i].of], err);
    return status;
}

// The fiscal year goes with the day unless it is given.
static enum status put_year(struct app *app, int64_t id, struct err *err)
{
    autorecords made = {0};
    autostr year = STR_INIT;
    int32_t date = 0;
    enum status status = app_load_record(app, RECORD_MEETING, id, &made, err);
    if (status || !record_date(&made.record[0], MEETING_DATE, &date))
        return status;
    period_write_year_short(&year, period_year_of(date));
    return store_put_field(app->store, RECORD_MEETING, id, MEETING_YEAR, NULL, year.buf, err);
}

enum status app_new_meeting(struct app *app, const struct app_word *words, size_t count,
                            int64_t *ret_id, struct err *err)
{
    if (!says(words, count, "title"))
        return err_set(err, STATUS_USAGE, _("A meeting needs a subject: title=…"));
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = app_new_record(app, RECORD_MEETING, 0, words, count, ret_id, err);
    if (!status && !says(words, count, "fiscal_year"))
        status = put_year(app, *ret_id, err);
    return app_end(app, status, err);
}

// The proposal's fields, then those given: of two of one field the later holds.
static enum status make_next(struct app *app, const struct record *proposed,
                             const struct app_word *words, size_t count, int64_t *ret_id,
                             struct err *err)
{
    const struct record_shape *shape = record_shape(RECORD_MEETING);
    autofree struct app_word *all = mem_alloc((MEETING_FIELD_COUNT + count) * sizeof *all);
    size_t n = 0;
    if (says(words, count, "date") ? !gives(words, count, "date") : !*proposed->text[MEETING_DATE])
        return *proposed->text[MEETING_DATE]
                   ? err_set(err, STATUS_INVALID, "%s", _("Give the date of the next meeting"))
                   : err_set(
                         err, STATUS_INVALID,
                         _("Give the date: the last meeting does not say how often it is held"));
    for (int i = 0; i < MEETING_FIELD_COUNT; i++)
        if (*proposed->text[i] && i != MEETING_YEAR)
            all[n++] = (struct app_word){shape->field[i].word, proposed->text[i]};
    for (size_t i = 0; i < count; i++)
        all[n++] = words[i];
    return app_new_meeting(app, all, n, ret_id, err);
}

static enum status refuse_before(struct app *app, const struct record *last, int64_t next,
                                 struct err *err)
{
    autorecords made = {0};
    autostr day = STR_INIT;
    int32_t date = 0, before = 0;
    enum status status = app_load_record(app, RECORD_MEETING, next, &made, err);
    if (status || !record_date(last, MEETING_DATE, &before) ||
        !record_date(&made.record[0], MEETING_DATE, &date) || date >= before)
        return status;
    date_write(&day, before, i18n_digits());
    return err_set(err, STATUS_INVALID,
                   _("The next meeting cannot be held before the last, that of %s"), day.buf);
}

enum status app_next_meeting(struct app *app, int64_t last, const struct app_word *words,
                             size_t count, int64_t *ret_id, size_t *ret_carried, struct err *err)
{
    autorecords proposed = {0}, there = {0};
    *ret_carried = 0;
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = app_load_record(app, RECORD_MEETING, last, &there, err);
    if (!status)
        status = app_propose_meeting(app, last, &proposed, err);
    if (!status)
        status = make_next(app, &proposed.record[0], words, count, ret_id, err);
    if (!status)
        status = refuse_before(app, &there.record[0], *ret_id, err);
    if (!status)
        status = meetings_carry(app, &there.record[0], *ret_id, ret_carried, err);
    return app_end(app, status, err);
}

// --- what belongs to one

enum status app_load_of_meeting(struct app *app, int64_t id, struct records *ret, struct err *err)
{
    static const enum record_kind kinds[] = {RECORD_MEETING, RECORD_ITEM, RECORD_DECISION,
                                             RECORD_PROGRESS, RECORD_ATTENDANCE};
    enum status status = STATUS_OK;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !status && !ret->count && id > 0; i++)
        status = store_load_records(app->store, kinds[i], 0, id, ret, err);
    if (status || ret->count)
        return status;
    return err_set(err, STATUS_NOT_FOUND, _("No meeting has anything with the number %s"), SAY(id));
}

enum status app_find_meeting_of(struct app *app, const struct record *record, int64_t *ret,
                                struct err *err)
{
    autorecords above = {0};
    *ret = record->id;
    if (record->kind == RECORD_MEETING)
        return STATUS_OK;
    const enum record_kind kind = (enum record_kind)record_shape(record->kind)->parent;
    enum status status = app_load_record(app, kind, record->parent, &above, err);
    return status ? status : app_find_meeting_of(app, &above.record[0], ret, err);
}

static enum status refuse_lives_on(struct app *app, const struct records *decisions,
                                   struct err *err)
{
    enum { NAME_MAX_SHOWN = 60 };
    autorecords all = {0};
    enum status status = store_load_records(app->store, RECORD_DECISION, 0, 0, &all, err);
    for (size_t i = 0; i < decisions->count && !status; i++) {
        const struct record *later = decision_carried_into(&all, decisions->record[i].id);
        if (later && !records_find(decisions, later->id)) {
            autostr name = STR_INIT;
            text_shorten(&name, record_title(&decisions->record[i]), NAME_MAX_SHOWN);
            status = err_set(err, STATUS_INVALID,
                             _("The decision “%s” lives on in a later meeting; remove it there "
                               "first"),
                             name.buf);
        }
    }
    return status;
}

static enum status refuse_counted(const struct record *record, struct err *err)
{
    autostr name = STR_INIT;
    if (record->kind != RECORD_MEETING || !*record->text[MEETING_COUNTED])
        return STATUS_OK;
    meeting_say(&name, record);
    return err_set(err, STATUS_INVALID, _("%s is counted for [%s]; withdraw that first"), name.buf,
                   record->text[MEETING_COUNTED]);
}

enum status meetings_before_removal(struct app *app, const struct record *record, struct err *err)
{
    autorecords decisions = {0};
    enum status status = refuse_counted(record, err);
    if (!status)
        status = meetings_load_decisions(app, record, &decisions, err);
    if (status || !decisions.count)
        return status;
    status = refuse_lives_on(app, &decisions, err);
    return status ? status : meetings_carry_back(app, &decisions, err);
}

enum status app_remove_of_meeting(struct app *app, int64_t id, struct err *err)
{
    autorecords there = {0};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = app_load_of_meeting(app, id, &there, err);
    if (!status)
        status = app_remove_record(app, there.record[0].kind, id, err);
    return app_end(app, status, err);
}

static enum status put_place(struct app *app, const struct record *record, int field, size_t place,
                             struct err *err)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", place);
    return store_put_field(app->store, record->kind, record->id, field, NULL, text, err);
}

static enum status move_record(struct app *app, int64_t id, int64_t place, struct err *err)
{
    autorecords there = {0}, others = {0};
    enum status status = app_load_of_meeting(app, id, &there, err);
    if (status)
        return status;
    const struct record *moved = &there.record[0];
    const int field = record_field_from_word(moved->kind, "place");
    if (field < 0)
        return err_set(err, STATUS_INVALID, _("A %s has no place among others"),
                       tr(record_shape(moved->kind)->name));
    status = store_load_records(app->store, moved->kind, moved->parent, 0, &others, err);
    const size_t wanted = place < 1                      ? 1
                          : (size_t)place > others.count ? others.count
                                                         : (size_t)place;
    size_t next = 1;
    for (size_t i = 0; i < others.count && !status; i++) {
        const struct record *other = &others.record[i];
        next += next == wanted;
        if (other->id == id)
            status = put_place(app, other, field, wanted, err);
        else
            status = put_place(app, other, field, next++, err);
    }
    return status;
}

enum status app_move_of_meeting(struct app *app, int64_t id, int64_t place, struct err *err)
{
    enum status status = app_begin(app, err);
    return status ? status : app_end(app, move_record(app, id, place, err), err);
}
