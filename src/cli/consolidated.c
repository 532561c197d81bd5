// SPDX-License-Identifier: GPL-3.0-or-later
// orjon consolidated: the offices below as one, ranked, and what is odd among them.
#include "consolidated.h"

#include "orjon/app/below.h"
#include "orjon/app/print.h"

#include <string.h>

struct putting {
    struct app *app;
    struct app_below_of of;
    const struct consolidated_part *part;
    struct str *text, *talk;
    struct err *err;
    bool found;
};

static enum status put_plan(void *data, const char *plan)
{
    struct putting *p = data;
    autobelow *below = NULL;
    struct app_below_of of = p->of;
    of.plan = plan;
    const bool all = !p->of.plan;
    enum status status = app_below_open(p->app, &of, &below, p->err);
    if (status == STATUS_NOT_FOUND && all && p->found)
        return STATUS_OK; // another office has sent that one
    if (status)
        return status;
    p->found = true;
    str_addf(p->talk, "%s: ", plan);
    below_say_coverage(below, i18n_language(), i18n_digits(), p->talk);
    str_add_char(p->talk, '\n');
    return p->part->put(below, p->text, p->err);
}

static enum status put_all(struct putting *p)
{
    const char *plan = p->of.plan;
    str_add(p->text, p->part->header);
    return plan ? put_plan(p, plan) : app_below_plans(p->app, &p->of, put_plan, p, p->err);
}

static enum status choose_part(const struct command *c, const struct consolidated_part **ret,
                               struct err *err)
{
    autostr known = STR_INIT;
    const char *word = c->words ? c->word[0] : consolidated_parts->word;
    if (c->words > 1)
        return err_set(err, STATUS_USAGE, _("“%s” is one word too many"), c->word[1]);
    for (const struct consolidated_part *part = consolidated_parts; part->word; part++) {
        str_addf(&known, "%s%s", known.len ? ", " : "", part->word);
        *ret = part;
        if (strcmp(part->word, word) == 0)
            return STATUS_OK;
    }
    return err_set(err, STATUS_USAGE, _("“%s” is none of: %s"), word, known.buf);
}

static enum status choose_format(const struct command *c, const struct consolidated_part *part,
                                 bool *ret_tsv, struct err *err)
{
    const bool table = part->is_table || !part->paper;
    const char *format = c->option['t'] ? c->option['t'] : table ? "tsv" : "text";
    *ret_tsv = strcmp(format, "tsv") == 0;
    if (*ret_tsv || (part->paper && strcmp(format, "text") == 0))
        return STATUS_OK;
    return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                   part->paper ? "text, tsv" : "tsv");
}

static enum status put_paper(const struct command *c, struct putting *p)
{
    const struct app_paper paper = {.paper = p->part->paper,
                                    .plan = p->of.plan,
                                    .under = p->of.under,
                                    .fiscal_year = c->fiscal_year,
                                    .quarter = c->quarter,
                                    .digits = c->option['D'] ? i18n_digits() : DIGITS_BENGALI};
    return app_print(p->app, &paper, "text", &(struct writer_options){.no_feed = true}, p->text,
                     p->err);
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT, talk = STR_INIT;
    const char *plan = c->option['p'];
    struct putting p = {.text = &text, .talk = &talk, .err = err};
    p.of = (struct app_below_of){.fiscal_year = c->fiscal_year,
                                 .quarter = c->quarter,
                                 .plan = plan && strcmp(plan, "all") == 0 ? NULL : plan,
                                 .under = c->option['u']};
    const bool asks = c->words && strcmp(c->word[0], "ask") == 0;
    bool tsv = false;
    enum status status = asks ? STATUS_OK : choose_part(c, &p.part, err);
    if (!status && !asks)
        status = choose_format(c, p.part, &tsv, err);
    if (!status)
        status = app_open(&c->app, &app, err);
    p.app = app;
    if (!status && asks)
        return consolidated_ask(app, c, &p.of, err);
    if (!status)
        status = tsv ? put_all(&p) : put_paper(c, &p);
    if (status)
        return status;
    command_talk(talk.buf);
    return command_put_out(&text, c->option['o'], c->option['f'] != NULL, err);
}

const struct verb verb_consolidated = {
    .name = "consolidated",
    .arguments = "[totals|ranking|trend|outliers|offices|aside] [--plan P|all] [--quarter N] "
                 "[--under CODE] [--format text|tsv] [-o FILE] | ask OFFICE|all [INDICATOR] "
                 "[--plan P] [--quarter N]",
    .summary = N_("the offices below as one: totals, ranks and what is odd"),
    .details =
        N_("Each indicator is taken together by its own way of counting: numbers are added, "
           "percents come from their counts where every office keeps them, else as the mean; of "
           "dates it is said how many offices kept theirs. Zero, not due, blank, not applicable "
           "and not sent are counted apart. Rows of other templates go by their codes; “aside” has "
           "those "
           "that fit none. “ranking” ranks offices that are marked alike, “trend” goes back over "
           "the quarters and to earlier "
           "years, “outliers” has what "
           "should be asked back, “offices” who has sent and who has not. “ask” puts what is odd "
           "to an "
           "office or to all as a remark to be followed up (of a whole return, into its note); "
           "“undo marks” undoes it. What has come is taken "
           "together, however little it is; how many of how many is said."),
    .options = "yqputof",
    .words_max = 3,
    .run = run,
};
