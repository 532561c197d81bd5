// SPDX-License-Identifier: GPL-3.0-or-later
// orjon people: who is in the office, in which post.
#include "findings.h"
#include "words.h"

#include "orjon/app/people.h"
#include "orjon/base/tsv.h"

#include <string.h>

static void write_row(const struct app_people *people, const struct record *person, int32_t day,
                      struct str *ret)
{
    const struct record *term = post_term(&people->terms, person->id, day);
    autostr id = STR_INIT;
    str_addf(&id, "%lld", (long long)person->id);
    const char *cell[2 + (int)PERSON_FIELD_COUNT + (int)TERM_FIELD_COUNT];
    size_t n = 0;
    cell[n++] = id.buf;
    for (int i = 0; i < PERSON_FIELD_COUNT; i++)
        cell[n++] = person->text[i];
    for (int i = 0; i < TERM_FIELD_COUNT; i++)
        cell[n++] = term ? term->text[i] : "";
    tsv_write_cells(ret, cell, n);
    str_add_char(ret, '\n');
}

// Everybody, with the post that is held on the day that is taken for today.
static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autopeople people = {0};
    autostr text = STR_INIT;
    (void)c;
    enum status status = app_load_people(app, &people, err);
    if (status)
        return status;
    str_add(&text, "id");
    for (int i = 0; i < PERSON_FIELD_COUNT; i++)
        str_addf(&text, "\t%s", record_shape(RECORD_PERSON)->field[i].word);
    for (int i = 0; i < TERM_FIELD_COUNT; i++)
        str_addf(&text, "\t%s", record_shape(RECORD_TERM)->field[i].word);
    str_add_char(&text, '\n');
    for (size_t i = 0; i < people.people.count; i++)
        write_row(&people, &people.people.record[i], app_today(app), &text);
    return command_put(&text, err);
}

// Says it where officer and designation were set for every paper and are no more.
static void say_signer(const struct app *app, bool was_set)
{
    if (was_set && !app_signer_is_set(app))
        command_talk(_("What was set as the office's officer and designation is cleared: papers "
                       "name who held the post on their date; orjon undo office undoes that\n"));
}

// Does it and says what is odd since then.
static enum status run_and_tell(struct app *app, const struct command *c,
                                enum status (*change)(struct app *app, const struct command *c,
                                                      struct err *err),
                                struct err *err)
{
    struct findings before = {0}, now = {0};
    const bool was_set = app_signer_is_set(app);
    enum status status = app_check_people(app, &before, err);
    if (status == STATUS_OK)
        status = change(app, c, err);
    if (status == STATUS_OK)
        status = app_check_people(app, &now, err);
    if (status == STATUS_OK) {
        say_signer(app, was_set);
        findings_talk_new(&before, &now);
    }
    findings_done(&before);
    findings_done(&now);
    return status;
}

// What to say where whoever is named is none of the list; id: who is like that, where it is known.
static enum status tell_another(enum status status, int64_t id, struct err *err)
{
    if (status != STATUS_EXISTS)
        return status;
    const struct err like = *err;
    if (id)
        return err_set(err, status,
                       _("%s (number %s); if this is another person, say so (--another)"),
                       err_text(&like), SAY(id));
    return err_set(err, status, _("%s; if this is another person, say so (--another)"),
                   err_text(&like));
}

static enum status add(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    int64_t id = 0;
    enum status status = command_words(c, 2, &words, err);
    words.word[words.count++] = (struct app_word){"name", c->word[1]};
    if (status == STATUS_OK)
        status = app_add_person(app, words.word, words.count, c->option['B'] != NULL, &id, err);
    return status ? tell_another(status, id, err) : command_put_id(id, err);
}

static enum status set(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    int64_t id = 0;
    enum status status = command_words(c, 2, &words, err);
    if (status == STATUS_OK)
        status = app_find_record(app, RECORD_PERSON, c->word[1], &id, err);
    if (status == STATUS_OK)
        status = app_set_person(app, id, words.word, words.count, err);
    return status;
}

// «from=…» is a date of the transfer; «transfer OLD NEW», «transfer OLD», «transfer».
static enum status transfer(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    size_t names = 1;
    int64_t id = 0;
    while (names < c->words && names < 3 && !strchr(c->word[names], '='))
        names++;
    enum status status = command_words(c, names, &words, err);
    struct app_transfer wanted = {.person = names > 1 ? c->word[1] : NULL,
                                  .successor = names > 2 ? c->word[2] : NULL,
                                  .another = c->option['B'] != NULL,
                                  .words = words.word};
    for (size_t i = 0; i < words.count; i++)
        if (strcmp(words.word[i].field, "from") == 0)
            wanted.from = words.word[i].text;
        else
            words.word[wanted.count++] = words.word[i];
    if (status == STATUS_OK && !wanted.from)
        status = err_set(err, STATUS_USAGE, _("A transfer needs its day: from=DATE"));
    if (status == STATUS_OK)
        status = app_transfer(app, &wanted, &id, err);
    return status ? tell_another(status, 0, err) : command_put_id(id, err);
}

static enum status run_add(struct app *app, const struct command *c, struct err *err)
{
    return run_and_tell(app, c, add, err);
}

static enum status run_set(struct app *app, const struct command *c, struct err *err)
{
    return run_and_tell(app, c, set, err);
}

static enum status run_transfer(struct app *app, const struct command *c, struct err *err)
{
    return run_and_tell(app, c, transfer, err);
}

static enum status run_remove(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = app_find_record(app, RECORD_PERSON, c->word[1], &id, err);
    return status ? status : app_remove_record(app, RECORD_PERSON, id, err);
}

static enum status run_check(struct app *app, const struct command *c, struct err *err)
{
    struct findings findings = {0};
    autostr text = STR_INIT;
    (void)c;
    enum status status = app_check_people(app, &findings, err);
    for (size_t i = 0; i < findings.count; i++)
        str_addf(&text, "%s\t%s\t%s\n", severity_word(findings.finding[i].severity),
                 findings.finding[i].code, findings.finding[i].message);
    const bool wrong = findings.errors;
    findings_done(&findings);
    if (status == STATUS_OK)
        status = command_put(&text, err);
    return status || !wrong ? status : STATUS_FINDINGS;
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},
    {"add", 2, WORDS_MAX, run_add},
    {"set", 3, WORDS_MAX, run_set},
    {"transfer", 2, WORDS_MAX, run_transfer},
    {"remove", 2, 2, run_remove},
    {"check", 1, 1, run_check},
    {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_people, deeds, err);
}

const struct verb verb_people = {
    .name = "people",
    .arguments = "[list | add NAME [KEY=VALUE …] [--another] | set PERSON KEY=VALUE … | "
                 "transfer [PERSON [SUCCESSOR]] from=DATE [KEY=VALUE …] | remove PERSON | check]",
    .summary = N_("people of the office and their posts: who held which on a date"),
    .details =
        N_("PERSON is a name or a number of the list. Keys of a person are sort (staff, superior, "
           "guest), phone, email, note; of the post designation, acting (like “(অঃদাঃ)”), office, "
           "from, to, signs (yes: signs for this office). With “transfer” one post ends the day "
           "before and the next begins: of the successor, or of the same person where keys say "
           "what it is; without either the person has left."),
    .options = "B",
    .words_max = WORDS_MAX,
    .run = run,
};
