// SPDX-License-Identifier: GPL-3.0-or-later
// orjon phrase: the phrase bank listed, added to, changed, and what is not offered.
#include "words.h"

#include "orjon/app/phrases.h"
#include "orjon/base/tsv.h"

static void write_phrase(const struct phrase *phrase, struct str *ret)
{
    static const char *const origins[] = {
        [PHRASE_OWN] = "office", [PHRASE_SHIPPED] = "built-in", [PHRASE_LEARNED] = "typed"};
    if (phrase->id)
        str_addf(ret, "%lld", (long long)phrase->id);
    str_addf(ret, "\t%s\t%zu\t%s\t%s\t", phrase->sort, phrase->used, origins[phrase->origin],
             phrase->hidden ? "yes" : "");
    tsv_write_cell(ret, phrase->text);
    str_add_char(ret, '\n');
}

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autophrases phrases = {0};
    autostr text = STR_INIT;
    const char *sort = c->words > 1 ? c->word[1] : NULL;
    enum status status = phrase_check_sort(sort, err);
    if (!status)
        status = app_load_phrases(app, sort, &phrases, err);
    if (status)
        return status;
    str_add(&text, "id\tsort\tused\tsource\thidden\ttext\n");
    for (size_t i = 0; i < phrases.count; i++)
        if (!sort || phrase_is_for(&phrases.phrase[i], sort))
            write_phrase(&phrases.phrase[i], &text);
    return command_put(&text, err);
}

static enum status run_add(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status =
        app_add_phrase(app, c->word[1], c->words > 2 ? c->word[2] : "any", &id, err);
    return status ? status : command_put_id(id, err);
}

static enum status run_set(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (!status)
        status = command_words(c, 2, &words, err);
    if (!status)
        status = app_set_record(app, RECORD_PHRASE, id, words.word, words.count, err);
    return status;
}

static enum status hide(struct app *app, const struct command *c, bool hidden, struct err *err)
{
    autostr text = STR_INIT;
    enum status status = app_hide_phrase(app, c->word[1], hidden, &text, err);
    str_add_char(&text, '\n');
    return status ? status : command_put(&text, err);
}

static enum status run_hide(struct app *app, const struct command *c, struct err *err)
{
    return hide(app, c, true, err);
}

static enum status run_offer(struct app *app, const struct command *c, struct err *err)
{
    return hide(app, c, false, err);
}

static enum status run_remove(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    return status ? status : app_remove_record(app, RECORD_PHRASE, id, err);
}

static const struct deed deeds[] = {
    {"list", 1, 2, run_list},
    {"add", 2, 3, run_add},
    {"set", 3, WORDS_MAX, run_set},
    {"hide", 2, 2, run_hide},
    {"offer", 2, 2, run_offer},
    {"remove", 2, 2, run_remove},
    {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_phrase, deeds, err);
}

const struct verb verb_phrase = {
    .name = "phrase",
    .arguments =
        N_("[list [SORT] | add TEXT [SORT] | set ID KEY=VALUE … | hide TEXT | offer TEXT | "
           "remove ID]"),
    .summary = N_("list the phrases for remarks and minutes, add one, hide one"),
    .details = N_("The sorts are remark, discussion, decision, progress and any. Listed are the "
                  "program's, the office's own and what the office has typed at least twice, the "
                  "most used first. {quarter}, {next}, {year}, {date}, {due}, {done}, {plan} "
                  "and {office} are filled in as a phrase is taken; a day that nobody knows is "
                  "dots. “hide” and “offer” take a number, a whole "
                  "phrase or a part that no other phrase has."),
    .options = "",
    .words_max = WORDS_MAX,
    .run = run,
};
