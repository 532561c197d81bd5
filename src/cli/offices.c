// SPDX-License-Identifier: GPL-3.0-or-later
// orjon offices: the offices below this one.
#include "sent.h"
#include "words.h"

#include "orjon/app/offices.h"
#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"

#include <string.h>

static void write_row(const struct app_offices *offices, size_t at, int32_t day, struct str *ret)
{
    const struct tree *tree = &offices->tree;
    const struct tree_office *office = &tree->office[at];
    const char *const *text = office->unit->text;
    const struct record *successor = tree_successor(tree, at);
    const char *const cell[] = {
        office->code,
        office->name,
        office->level,
        office->parent == TREE_TOP ? "" : tree->office[office->parent].code,
        text[UNIT_FAMILIES],
        text[UNIT_CONTACT],
        text[UNIT_PHONE],
        text[UNIT_EMAIL],
        text[UNIT_SINCE],
        text[UNIT_UNTIL],
        successor ? successor->text[UNIT_CODE] : "",
        office->open ? "yes" : "no",
        app_signs(offices, office->unit->id, day) ? "yes" : "no",
    };
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

// As they are on the day that is taken for today, each behind the one that it stands under.
static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autooffices offices = {0};
    autostr text = STR_INIT, wanted = STR_INIT;
    const char *find = c->option['z'] ? c->option['z'] : "";
    enum status status = app_load_offices(app, app_today(app), &offices, err);
    if (status)
        return status;
    text_sought(find, strlen(find), &wanted);
    str_add(&text, "code\tname\tlevel\tunder\tfamilies\tcontact\tphone\temail\tsince\tuntil\t"
                   "successor\topen\tkey\n");
    for (size_t i = 0; i < offices.tree.count; i++)
        if (tree_matches(&offices.tree.office[i], wanted.buf))
            write_row(&offices, i, app_today(app), &text);
    return command_put(&text, err);
}

static enum status run_add(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    enum status status = command_words(c, 1, &words, err);
    return status ? status : app_add_office(app, words.word, words.count, NULL, err);
}

static enum status run_set(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    enum status status = command_words(c, 2, &words, err);
    return status ? status : app_set_unit(app, c->word[1], words.word, words.count, err);
}

static enum status run_change(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    enum status status = command_words(c, 2, &words, err);
    return status ? status : app_change_office(app, c->word[1], words.word, words.count, err);
}

static enum status one_word(const struct command *c, size_t at, const char *key, const char **ret,
                            struct err *err)
{
    const size_t n = strlen(key);
    *ret = NULL;
    if (c->words <= at)
        return STATUS_OK;
    if (strncmp(c->word[at], key, n) != 0 || c->word[at][n] != '=')
        return err_set(err, STATUS_USAGE, _("“%s” is not of the form %s=…"), c->word[at], key);
    *ret = c->word[at] + n + 1;
    return STATUS_OK;
}

static enum status run_close(struct app *app, const struct command *c, struct err *err)
{
    const char *successor = NULL;
    enum status status = one_word(c, 3, "successor", &successor, err);
    return status ? status : app_close_office(app, c->word[1], c->word[2], successor, err);
}

static enum status run_key(struct app *app, const struct command *c, struct err *err)
{
    struct app_office_key key = {.office = c->word[1], .file = c->word[2], .digits = c->word[3]};
    enum status status = one_word(c, 4, "memo", &key.memo, err);
    return status ? status : app_put_office_key(app, &key, err);
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},       {"sent", 1, 1, sent_run},
    {"remind", 1, 1, remind_run},   {"add", 2, WORDS_MAX, run_add},
    {"set", 3, WORDS_MAX, run_set}, {"rename", 4, 5, run_change},
    {"move", 4, 4, run_change},     {"close", 3, 4, run_close},
    {"key", 4, 5, run_key},         {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_offices, deeds, err);
}

const struct verb verb_offices = {
    .name = "offices",
    .arguments =
        "[list [--find TEXT] | sent [--quarter N] [--plan P] [--under CODE] [--open] [--roll-up] "
        "[--format tsv|text] | remind [--quarter N] [--plan P] [--under CODE] [--format F] [-o "
        "FILE] "
        "| add code=CODE [KEY=VALUE …] | set CODE KEY=VALUE "
        "… | rename CODE from=DATE name=NAME [level=…] | move CODE from=DATE under=CODE | "
        "close CODE DATE [successor=CODE] | key CODE FILE DIGITS [memo=…]]",
    .summary = N_("the offices below this one, as a tree that changes with the days"),
    .details = N_(
        "CODE is the permanent code of an office; a name, or part of one that no other has, "
        "will do too. Keys are code, name, level, under (a code; “-” is this office), families "
        "(of plans, blanks between; none: all), contact, phone, email, since, until, note. "
        "“rename” and “move” hold from a day on, so that earlier quarters keep what was then; "
        "“set” says what it ever was; an office without a name is called by its code. “sent” says "
        "who has sent what for a quarter, when, and "
        "what became of it; --open: only "
        "what is not sent or was returned; --roll-up: the rates of each office with those below "
        "it. "
        "“remind” writes one letter to all who have not sent, with the next memo number, puts it "
        "out as a paper and remembers who was asked for what; “orjon print reminder” prints it "
        "again. "
        "An office that names no families is to send every plan that is known. “key” takes the "
        "key out of a signed file when DIGITS are "
        "the 20 that the office reads over the telephone from “orjon key”; one that it had ends "
        "the day before, by memo. “orjon export offices” and “orjon import offices” take "
        "all of them out and in as a table."),
    .options = "zyqprtuOof",
    .words_max = WORDS_MAX,
    .run = run,
};
