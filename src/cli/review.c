// SPDX-License-Identifier: GPL-3.0-or-later
// orjon review: what lower offices have sent is marked, accepted or sent back; and what the office
// above has said of one's own.
#include "review.h"
#include "words.h"

#include <string.h>

static struct app_review_of of_command(const struct command *c, int64_t office)
{
    return (struct app_review_of){office, c->fiscal_year, c->quarter, c->option['p']};
}

static void join(const struct command *c, size_t from, struct str *ret)
{
    for (size_t i = from; i < c->words; i++)
        str_addf(ret, "%s%s", i > from ? " " : "", c->word[i]);
}

// --- marks --------------------------------------------------------------------------------------

static enum status put(struct app *app, const struct app_review_of *of, const struct app_mark *mark,
                       struct err *err)
{
    size_t changed = 0;
    autostr said = STR_INIT;
    const enum status status = app_put_marks(app, of, mark, 1, &changed, err);
    str_addf(&said, "%s\n", _("Nothing changed: it stood there already"));
    if (!status && !changed)
        command_talk(said.buf);
    return status ? status : review_tell_unexplained(app, of, mark->code, err);
}

static enum status run_mark(struct app *app, const struct command *c,
                            const struct app_review_of *of, struct err *err)
{
    autostr remark = STR_INIT;
    if (c->words < 4)
        return err_set(err, STATUS_USAGE, "%s",
                       _("Name the indicator, then ✓, ✗ or -, then what is to be remarked"));
    join(c, 4, &remark);
    const struct app_mark mark = {
        .code = c->word[2], .mark = c->word[3], .remark = c->words > 4 ? remark.buf : NULL};
    return put(app, of, &mark, err);
}

// KEY=VALUE behind the indicator.
static enum status run_set(struct app *app, const struct command *c, const struct app_review_of *of,
                           struct err *err)
{
    static const char *const keys[] = {"mark", "remark", "follow_up", "marks"};
    autowords words = {0};
    if (c->words < 4)
        return err_set(err, STATUS_USAGE, "%s", _("Name the indicator, then what is to be set"));
    struct app_mark mark = {.code = c->word[2]};
    const char **const places[] = {&mark.mark, &mark.remark, &mark.follow_up, &mark.marks};
    enum status status = command_words(c, 3, &words, err);
    for (size_t i = 0; !status && i < words.count; i++) {
        size_t k = 0;
        while (k < sizeof keys / sizeof *keys && strcmp(keys[k], words.word[i].field) != 0)
            k++;
        if (k == sizeof keys / sizeof *keys)
            status = err_set(err, STATUS_USAGE, _("A mark has no “%s”; there are: %s"),
                             words.word[i].field, "mark, remark, follow_up, marks");
        else
            *places[k] = words.word[i].text;
    }
    if (!status)
        status = put(app, of, &mark, err);
    return status;
}

static enum status run_propose(struct app *app, const struct command *c,
                               const struct app_review_of *of, struct err *err)
{
    autostr said = STR_INIT;
    size_t count = 0;
    (void)c;
    enum status status = app_take_proposals(app, of, &count, err);
    str_addf(&said, tr_count("%s mark taken as proposed\n", "%s marks taken as proposed\n", count),
             SAY(count));
    if (!status)
        command_talk(said.buf);
    return status;
}

// --- verdicts -----------------------------------------------------------------------------------

static enum status run_accept(struct app *app, const struct command *c,
                              const struct app_review_of *of, struct err *err)
{
    const struct app_seen seen = {.seal = c->words > 2 ? c->word[2] : ""};
    return app_judge(app, of, c->words > 2 ? &seen : NULL, VERDICT_ACCEPTED, NULL, err);
}

static enum status run_return(struct app *app, const struct command *c,
                              const struct app_review_of *of, struct err *err)
{
    autostr reason = STR_INIT;
    join(c, 2, &reason);
    if (!reason.len && c->option['e'])
        str_add(&reason, c->option['e']);
    return app_judge(app, of, NULL, VERDICT_RETURNED, reason.buf, err);
}

static enum status run_withdraw(struct app *app, const struct command *c,
                                const struct app_review_of *of, struct err *err)
{
    (void)c;
    return app_judge(app, of, NULL, VERDICT_NONE, NULL, err);
}

static enum status accept_clean(struct app *app, const struct command *c, struct err *err)
{
    autostr talk = STR_INIT;
    size_t count = 0;
    enum status status =
        app_accept_clean(app, c->fiscal_year, c->quarter, c->option['p'], &count, &talk, err);
    if (status)
        return status;
    str_addf(&talk, tr_count("%s return accepted\n", "%s returns accepted\n", count), SAY(count));
    command_talk(talk.buf);
    return STATUS_OK;
}

// --- one office ---------------------------------------------------------------------------------

static const struct {
    const char *word;
    size_t words_max;
    enum status (*run)(struct app *app, const struct command *c, const struct app_review_of *of,
                       struct err *err);
} deeds[] = {
    {"list", 2, review_list},       {"mark", WORDS_MAX, run_mark},
    {"set", WORDS_MAX, run_set},    {"propose", 2, run_propose},
    {"accept", 3, run_accept},      {"return", WORDS_MAX, run_return},
    {"take-back", 2, run_withdraw}, {"changes", 2, review_changes},
    {"history", 3, review_history}, {"proofs", 2, review_proofs},
    {"open", 3, review_open},
};

static enum status run_deed(struct app *app, const struct command *c,
                            const struct app_review_of *of, struct err *err)
{
    if (c->words > 1) {
        for (size_t i = 0; i < sizeof deeds / sizeof *deeds; i++)
            if (strcmp(deeds[i].word, c->word[1]) == 0 && c->words <= deeds[i].words_max)
                return deeds[i].run(app, c, of, err);
        return review_usage(err);
    }
    if (c->option['Y'])
        return run_accept(app, c, of, err);
    if (c->option['Z'])
        return run_return(app, c, of, err);
    return c->option['o'] ? STATUS_OK : review_list(app, c, of, err);
}

static enum status put_file(struct app *app, const struct command *c,
                            const struct app_review_of *of, struct err *err)
{
    autostr text = STR_INIT;
    int64_t meeting = 0;
    enum status status = STATUS_OK;
    if (!c->option['o'])
        return STATUS_OK;
    if (c->option['M'])
        status = command_read_id(c->option['M'], &meeting, err);
    if (!status)
        status = app_write_review(app, of, meeting, &text, err);
    return status ? status : command_put_out(&text, c->option['o'], c->option['f'] != NULL, err);
}

// This office's own, of which nothing is marked here.
static enum status run_own(struct app *app, const struct command *c, struct err *err)
{
    const struct app_review_of of = of_command(c, 0);
    if (c->words == 1 || (c->words == 2 && strcmp(c->word[1], "list") == 0))
        return review_list_own(app, c, err);
    if (c->words == 2 && strcmp(c->word[1], "changes") == 0)
        return review_changes(app, c, &of, err);
    if (c->words == 3 && strcmp(c->word[1], "history") == 0)
        return review_history(app, c, &of, err);
    return review_usage(err);
}

static enum status run_office(struct app *app, const struct command *c, struct err *err)
{
    int64_t office = 0;
    if (strcmp(c->word[0], "-") == 0)
        return run_own(app, c, err);
    enum status status = app_find_office(app, c->word[0], &office, err);
    if (status)
        return status;
    const struct app_review_of of = of_command(c, office);
    status = run_deed(app, c, &of, err);
    return status ? status : put_file(app, c, &of, err);
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    enum status status = app_open(&c->app, &app, err);
    if (status)
        return status;
    if (!c->words)
        return review_list_own(app, c, err);
    if (strcmp(c->word[0], "totals") == 0 && c->words == 1)
        return review_totals(app, c, err);
    if (strcmp(c->word[0], "all") == 0)
        return c->words == 2 && strcmp(c->word[1], "accept") == 0 ? accept_clean(app, c, err)
                                                                  : review_usage(err);
    return run_office(app, c, err);
}

const struct verb verb_review = {
    .name = "review",
    .arguments =
        "[OFFICE [list | mark INDICATOR ✓|✗|- [REMARK …] | set INDICATOR KEY=VALUE … | "
        "propose | accept [SEAL] | return [REASON …] | take-back | changes | history INDICATOR | "
        "proofs | open NUMBER] | all accept | totals] [--plan P] [--fiscal-year Y] [--quarter N] "
        "[--format text|tsv] [--accept | --return --reason TEXT] [--meeting ID] [-o FILE]",
    .summary = N_("mark what a lower office has sent, accept it or send it back"),
    .details =
        N_("Without words it shows what the office above has said of this one's returns. ✓ is also "
           "y or 1, ✗ is x, n or 0; the remark stands beside either. set has mark, remark, "
           "follow_up (yes: it is asked for again in the next quarter) and marks. propose marks "
           "what has no mark: ✓ where there are a figure and evidence, ✗ where nothing was done or "
           "sent. An acceptance is of exactly the return that is there; with the first letters of "
           "its seal, only of that one. all accept takes every return in which nothing is open. -o "
           "writes a signed file for the office, with the decisions of --meeting as orders; it "
           "takes it in with orjon receive. changes tells what is other than in the return that "
           "was sent back, history what was sent, said and answered of one indicator; OFFICE - is "
           "this office, whose remarks are answered with orjon answer. proofs lists what came with "
           "the return, open shows the file of one where it came along (orjon send "
           "--with-proofs)."),
    .options = "yqpMotfeYZ",
    .words_max = WORDS_MAX,
    .run = run,
};

enum status review_usage(struct err *err)
{
    return err_set(err, STATUS_USAGE, _("The command is: orjon %s %s"), verb_review.name,
                   verb_review.arguments);
}
