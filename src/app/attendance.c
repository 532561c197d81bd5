// SPDX-License-Identifier: GPL-3.0-or-later
// Who is to come to a meeting, and who was there.
#include "meetings.h"

#include "orjon/domain/date.h"
#include "orjon/domain/post.h"
#include "orjon/store/records.h"
#include "private.h"

#include <stdio.h>

struct sheet {
    struct app *app;
    int64_t meeting, chair;
    int32_t date; // of the meeting, else today
    struct records there, members, people, terms;
};

static void release(struct sheet *sheet)
{
    records_done(&sheet->there);
    records_done(&sheet->members);
    records_done(&sheet->people);
    records_done(&sheet->terms);
}
#define autosheet __attribute__((cleanup(release))) struct sheet

static enum status load(struct sheet *sheet, struct err *err)
{
    struct store *store = sheet->app->store;
    autorecords meeting = {0};
    enum status status = app_load_record(sheet->app, RECORD_MEETING, sheet->meeting, &meeting, err);
    if (status)
        return status;
    const int64_t committee = record_number(&meeting.record[0], MEETING_COMMITTEE);
    sheet->chair = record_number(&meeting.record[0], MEETING_CHAIR);
    sheet->date = app_today(sheet->app);
    record_date(&meeting.record[0], MEETING_DATE, &sheet->date);
    status = store_load_records(store, RECORD_ATTENDANCE, sheet->meeting, 0, &sheet->there, err);
    if (!status && committee)
        status = store_load_records(store, RECORD_MEMBER, committee, 0, &sheet->members, err);
    if (!status)
        status = store_load_records(store, RECORD_PERSON, 0, 0, &sheet->people, err);
    if (!status)
        status = store_load_records(store, RECORD_TERM, 0, 0, &sheet->terms, err);
    return status;
}

// The row of somebody; NULL when not on the sheet.
static const struct record *row_of(const struct records *sheet, int64_t person)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (person && record_number(&sheet->record[i], ATTENDANCE_PERSON) == person)
            return &sheet->record[i];
    return NULL;
}

static enum status add(struct sheet *sheet, int64_t person, size_t *ret_count, struct err *err)
{
    char id[24];
    const struct app_word word = {"person", id};
    if (!person || row_of(&sheet->there, person) ||
        post_had_left(&sheet->terms, person, sheet->date))
        return STATUS_OK;
    snprintf(id, sizeof id, "%lld", (long long)person);
    ++*ret_count;
    return app_new_record(sheet->app, RECORD_ATTENDANCE, sheet->meeting, &word, 1, NULL, err);
}

static bool is_member(const struct records *members, int64_t person)
{
    for (size_t i = 0; i < members->count; i++)
        if (record_number(&members->record[i], MEMBER_PERSON) == person)
            return true;
    return false;
}

static enum status fill(struct sheet *sheet, size_t *ret_count, struct err *err)
{
    enum status status = load(sheet, err);
    if (!status)
        status = add(sheet, sheet->chair, ret_count, err);
    for (size_t i = 0; i < sheet->members.count && !status; i++) {
        const int64_t member = record_number(&sheet->members.record[i], MEMBER_PERSON);
        if (member != sheet->chair)
            status = add(sheet, member, ret_count, err);
    }
    for (size_t i = 0; i < sheet->people.count && !status; i++) {
        const struct record *person = &sheet->people.record[i];
        if (record_is(person, PERSON_SORT, "staff") && person->id != sheet->chair &&
            !is_member(&sheet->members, person->id))
            status = add(sheet, person->id, ret_count, err);
    }
    return status;
}

enum status app_fill_attendance(struct app *app, int64_t meeting, size_t *ret_count,
                                struct err *err)
{
    autosheet sheet = {.app = app, .meeting = meeting};
    *ret_count = 0;
    enum status status = store_begin_write(app->store, err);
    return status ? status : app_end(app, fill(&sheet, ret_count, err), err);
}

// On the row that is there, else on a new one.
static enum status mark(struct app *app, int64_t meeting, const char *person, const char *present,
                        struct err *err)
{
    autorecords sheet = {0};
    char number[24];
    int64_t id = 0;
    enum status status = app_find_record(app, RECORD_PERSON, person, &id, err);
    if (!status)
        status = store_load_records(app->store, RECORD_ATTENDANCE, meeting, 0, &sheet, err);
    if (status)
        return status;
    snprintf(number, sizeof number, "%lld", (long long)id);
    const struct app_word words[] = {{"present", present}, {"person", number}};
    const struct record *row = row_of(&sheet, id);
    return row ? app_set_record(app, RECORD_ATTENDANCE, row->id, words, 1, err)
               : app_new_record(app, RECORD_ATTENDANCE, meeting, words, 2, NULL, err);
}

enum status app_mark_attendance(struct app *app, int64_t meeting, const char *person,
                                const char *present, struct err *err)
{
    enum status status = store_begin_write(app->store, err);
    return status ? status : app_end(app, mark(app, meeting, person, present, err), err);
}

static enum status mark_all(struct app *app, int64_t meeting, size_t *ret_count, struct err *err)
{
    autorecords there = {0};
    enum status status = store_load_records(app->store, RECORD_ATTENDANCE, meeting, 0, &there, err);
    for (size_t i = 0; i < there.count && !status; i++) {
        if (*there.record[i].text[ATTENDANCE_PRESENT])
            continue;
        status = store_put_field(app->store, RECORD_ATTENDANCE, there.record[i].id,
                                 ATTENDANCE_PRESENT, "", "yes", err);
        ++*ret_count;
    }
    return status;
}

enum status app_mark_all_present(struct app *app, int64_t meeting, size_t *ret_count,
                                 struct err *err)
{
    *ret_count = 0;
    enum status status = app_begin(app, err);
    return status ? status : app_end(app, mark_all(app, meeting, ret_count, err), err);
}
