// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting with all that belongs to it, as text; and what the commands about meetings share.
#include "meeting.h"

#include "findings.h"
#include "words.h"

#include "orjon/domain/decision.h"

#include <string.h>

enum status meeting_look(struct app *app, int64_t id, struct findings *ret, struct err *err)
{
    autorecords there = {0};
    int64_t meeting = 0;
    enum status status = app_load_of_meeting(app, id, &there, err);
    if (!status)
        status = app_find_meeting_of(app, &there.record[0], &meeting, err);
    return status ? status : app_check_meeting(app, meeting, ret, err);
}

enum status meeting_tell_odd(struct app *app, int64_t id, const struct findings *before,
                             struct err *err)
{
    struct findings findings = {0};
    enum status status = meeting_look(app, id, &findings, err);
    findings_talk_new(before, &findings);
    findings_done(&findings);
    return status;
}

enum status meeting_set(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    autorecords there = {0};
    struct findings before = {0};
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (!status)
        status = command_words(c, 2, &words, err);
    if (!status)
        status = app_load_of_meeting(app, id, &there, err);
    if (!status)
        status = meeting_look(app, id, &before, err);
    if (!status)
        status = app_set_record(app, there.record[0].kind, id, words.word, words.count, err);
    if (!status)
        status = meeting_tell_odd(app, id, &before, err);
    findings_done(&before);
    return status;
}

enum status meeting_remove(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    return status ? status : app_remove_of_meeting(app, id, err);
}

// Lines behind the first stand under it.
static void add_lines(const char *text, const char *indent, struct str *ret)
{
    for (; *text; text++) {
        str_add_char(ret, *text);
        if (*text == '\n')
            str_addf(ret, "%s  ", indent);
    }
    str_add_char(ret, '\n');
}

enum status meeting_put_fields(struct app *app, const struct record *record, const char *indent,
                               struct str *ret, struct err *err)
{
    const struct record_shape *shape = record_shape(record->kind);
    enum status status = STATUS_OK;
    for (int i = 0; i < shape->fields && !status; i++) {
        autostr text = STR_INIT;
        if (!*record->text[i] || strcmp(shape->field[i].word, "place") == 0)
            continue;
        status = app_say_field(app, record, i, &text, err);
        str_addf(ret, "%s%s: ", indent, tr(shape->field[i].label));
        add_lines(text.buf, indent, ret);
    }
    return status;
}

// «[12] ২. what it is called», then its fields below.
static void add_head(const struct record *record, const char *indent, struct str *ret)
{
    const int place = record_field_from_word(record->kind, "place");
    str_addf(ret, "%s[%s] %s\n", indent, SAY(record->id), tr(record_shape(record->kind)->name));
    if (place >= 0 && *record->text[place]) {
        str_cut(ret, ret->len - 1);
        str_addf(ret, " %s\n", SAY(record_number(record, place)));
    }
}

static enum status put_all(struct app *app, enum record_kind kind, int64_t parent,
                           const char *indent, struct str *ret, struct err *err)
{
    autorecords records = {0};
    autostr deeper = STR_INIT;
    str_addf(&deeper, "%s  ", indent);
    enum status status = app_load_records(app, kind, parent, &records, err);
    for (size_t i = 0; i < records.count && !status; i++) {
        const struct record *record = &records.record[i];
        add_head(record, indent, ret);
        status = meeting_put_fields(app, record, deeper.buf, ret, err);
        if (!status && kind == RECORD_ITEM)
            status = put_all(app, RECORD_DECISION, record->id, deeper.buf, ret, err);
        if (!status && kind == RECORD_DECISION)
            status = put_all(app, RECORD_PROGRESS, record->id, deeper.buf, ret, err);
    }
    return status;
}

enum status meeting_put_decision(struct app *app, const struct record *decision, const char *indent,
                                 struct str *ret, struct err *err)
{
    autostr deeper = STR_INIT;
    str_addf(&deeper, "%s  ", indent);
    add_head(decision, indent, ret);
    enum status status = meeting_put_fields(app, decision, deeper.buf, ret, err);
    return status ? status : put_all(app, RECORD_PROGRESS, decision->id, deeper.buf, ret, err);
}

enum status meeting_show(struct app *app, const struct command *c, struct err *err)
{
    autorecords there = {0};
    autostr text = STR_INIT;
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (!status)
        status = app_load_record(app, RECORD_MEETING, id, &there, err);
    if (!status)
        status = meeting_put_fields(app, &there.record[0], "", &text, err);
    if (!status)
        status = put_all(app, RECORD_ITEM, id, "", &text, err);
    if (!status)
        status = put_all(app, RECORD_ATTENDANCE, id, "", &text, err);
    if (!status)
        status = command_put(&text, err);
    return status ? status : meeting_tell_odd(app, id, NULL, err);
}
