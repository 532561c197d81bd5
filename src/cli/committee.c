// SPDX-License-Identifier: GPL-3.0-or-later
// orjon committee: committees, with members chosen from the people.
#include "findings.h"
#include "words.h"

#include "orjon/app/people.h"
#include "orjon/base/tsv.h"

#include <string.h>

static const char *name_of(const struct records *people, int64_t id)
{
    const struct record *person = records_find(people, id);
    return person ? record_title(person) : "";
}

static size_t count_members(const struct records *members, int64_t committee)
{
    size_t count = 0;
    for (size_t i = 0; i < members->count; i++)
        count += members->record[i].parent == committee;
    return count;
}

static void write_row(const struct record *committee, const struct app_people *people,
                      size_t members, struct str *ret)
{
    autostr id = STR_INIT, count = STR_INIT;
    str_addf(&id, "%lld", (long long)committee->id);
    str_addf(&count, "%zu", members);
    const char *const cell[] = {
        id.buf,
        committee->text[COMMITTEE_NAME],
        committee->text[COMMITTEE_PLAN],
        name_of(&people->people, record_number(committee, COMMITTEE_CHAIR)),
        name_of(&people->people, record_number(committee, COMMITTEE_FOCAL)),
        committee->text[COMMITTEE_FORMED],
        committee->text[COMMITTEE_MEMO],
        count.buf,
    };
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autopeople people = {0};
    autorecords committees = {0}, members = {0};
    autostr text = STR_INIT;
    (void)c;
    enum status status = app_load_people(app, &people, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_COMMITTEE, 0, &committees, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_MEMBER, 0, &members, err);
    if (status)
        return status;
    str_add(&text, "id\tname\tplan\tchair\tfocal\tformed\tmemo\tmembers\n");
    for (size_t i = 0; i < committees.count; i++)
        write_row(&committees.record[i], &people, count_members(&members, committees.record[i].id),
                  &text);
    return command_put(&text, err);
}

// Its members in their order, each with the post of today.
static enum status run_show(struct app *app, const struct command *c, struct err *err)
{
    autopeople people = {0};
    autorecords members = {0};
    autostr text = STR_INIT;
    int64_t id = 0;
    enum status status = app_find_record(app, RECORD_COMMITTEE, c->word[1], &id, err);
    if (status == STATUS_OK)
        status = app_load_people(app, &people, err);
    if (status == STATUS_OK)
        status = app_load_records(app, RECORD_MEMBER, id, &members, err);
    if (status)
        return status;
    str_add(&text, "place\tperson\tname\tdesignation\trole\n");
    for (size_t i = 0; i < members.count; i++) {
        const struct record *member = &members.record[i];
        const int64_t person = record_number(member, MEMBER_PERSON);
        autostr designation = STR_INIT;
        post_write(&designation, post_term(&people.terms, person, app_today(app)));
        const char *const cell[] = {member->text[MEMBER_PLACE], member->text[MEMBER_PERSON],
                                    name_of(&people.people, person), designation.buf,
                                    member->text[MEMBER_ROLE]};
        tsv_write_cells(&text, cell, sizeof cell / sizeof *cell);
        str_add_char(&text, '\n');
    }
    return command_put(&text, err);
}

// Whoever has left cannot sit on it; who does is said all the same, as papers of before are right.
static enum status tell(struct app *app, const struct findings *before, struct err *err)
{
    struct findings now = {0};
    const enum status status = app_check_people(app, &now, err);
    findings_talk_new(before, &now);
    findings_done(&now);
    return status;
}

// Adds a committee (id 0) or changes one, by the words from `from` on.
static enum status take(struct app *app, const struct command *c, size_t from, int64_t id,
                        struct err *err)
{
    autowords words = {0};
    struct findings before = {0};
    autostr made = STR_INIT;
    enum status status = command_words(c, from, &words, err);
    if (status == STATUS_OK)
        status = app_check_people(app, &before, err);
    if (status == STATUS_OK && id)
        status = app_set_record(app, RECORD_COMMITTEE, id, words.word, words.count, err);
    else if (status == STATUS_OK) {
        words.word[words.count++] = (struct app_word){"name", c->word[1]};
        status = app_new_record(app, RECORD_COMMITTEE, 0, words.word, words.count, &id, err);
        str_addf(&made, "%lld\n", (long long)id);
    }
    if (status == STATUS_OK)
        status = tell(app, &before, err);
    findings_done(&before);
    return status ? status : command_put(&made, err);
}

static enum status run_add(struct app *app, const struct command *c, struct err *err)
{
    return take(app, c, 2, 0, err);
}

static enum status run_set(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = app_find_record(app, RECORD_COMMITTEE, c->word[1], &id, err);
    return status ? status : take(app, c, 2, id, err);
}

static enum status run_member(struct app *app, const struct command *c, struct err *err)
{
    struct findings before = {0};
    int64_t id = 0, member = 0;
    enum status status = app_find_record(app, RECORD_COMMITTEE, c->word[1], &id, err);
    if (status == STATUS_OK)
        status = app_check_people(app, &before, err);
    if (status == STATUS_OK)
        status = app_add_member(app, id, c->word[2], c->words > 3 ? c->word[3] : "", &member, err);
    if (status == STATUS_OK)
        status = tell(app, &before, err);
    findings_done(&before);
    return status;
}

static enum status run_drop(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = app_find_record(app, RECORD_COMMITTEE, c->word[1], &id, err);
    return status ? status : app_drop_member(app, id, c->word[2], err);
}

static enum status run_remove(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = app_find_record(app, RECORD_COMMITTEE, c->word[1], &id, err);
    return status ? status : app_remove_record(app, RECORD_COMMITTEE, id, err);
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},       {"show", 2, 2, run_show},
    {"add", 2, WORDS_MAX, run_add}, {"set", 3, WORDS_MAX, run_set},
    {"member", 3, 4, run_member},   {"drop", 3, 3, run_drop},
    {"remove", 2, 2, run_remove},   {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_committee, deeds, err);
}

const struct verb verb_committee = {
    .name = "committee",
    .arguments = "[list | show COMMITTEE | add NAME [KEY=VALUE …] | set COMMITTEE KEY=VALUE … | "
                 "member COMMITTEE PERSON [ROLE] | drop COMMITTEE PERSON | remove COMMITTEE]",
    .summary = N_("committees, with members chosen from the people"),
    .details =
        N_("COMMITTEE and PERSON are a name or a number of their list. Keys are plan, chair, "
           "focal, formed, memo."),
    .options = "",
    .words_max = WORDS_MAX,
    .run = run,
};
