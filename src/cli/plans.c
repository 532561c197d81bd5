// SPDX-License-Identifier: GPL-3.0-or-later
// orjon plans: list, install, change for this office, take out, write as a file.
#include "command.h"

#include "orjon/app/plans.h"
#include "orjon/base/tsv.h"
#include "plans.h"

#include <string.h>

static void add_marks(struct str *ret, struct maybe marks)
{
    if (marks.set)
        number_write(ret, marks.value, (struct number_style){.digits = DIGITS_LATIN});
    else
        str_add(ret, "NA");
}

static enum status add_plan(void *data, const struct plan_summary *plan)
{
    struct str *ret = data;
    period_write_year_short(ret, plan->fiscal_year);
    const char *const cell[] = {"", plan->name, plan->family, plan->title, ""};
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    add_marks(ret, plan->full_marks);
    str_add_char(ret, '\t');
    add_marks(ret, plan->apa_marks);
    str_addf(ret, "\t%zu\n", plan->indicators);
    return STATUS_OK;
}

static enum status list(struct app *app, int fiscal_year, struct err *err)
{
    autostr text = STR_INIT;
    str_add(&text, "fiscal_year\tplan\tfamily\ttitle\tfull_marks\tapa_marks\tindicators\n");
    enum status status = app_each_plan(app, fiscal_year, add_plan, &text, err);
    return status ? status : command_put(&text, err);
}

static enum status install(struct app *app, char *const *files, size_t n, const char *sheet,
                           struct err *err)
{
    autostr faults = STR_INIT;
    enum status status = app_install_files(app, (const char *const *)files, n, sheet, &faults, err);
    command_talk(faults.buf);
    return status;
}

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    return list(app, c->fiscal_year, err);
}

static enum status run_install(struct app *app, const struct command *c, struct err *err)
{
    return install(app, c->word + 1, c->words - 1, c->option['H'], err);
}

// «from=DATE order=NUMBER» among the words: from that day on, by that order.
static enum status run_target(struct app *app, const struct command *c, struct err *err)
{
    struct app_row row = {.fiscal_year = c->fiscal_year,
                          .plan = c->word[1],
                          .code = c->word[2],
                          .reason = c->option['e'],
                          .from = c->option['i']};
    char *words[WORDS_MAX];
    size_t n = 0;
    for (size_t i = 3; i < c->words; i++)
        if (strncmp(c->word[i], "order=", 6) == 0)
            row.order = c->word[i] + 6;
        else if (strncmp(c->word[i], "from=", 5) == 0)
            row.from = c->word[i] + 5;
        else
            words[n++] = c->word[i];
    if (row.from && row.from != c->option['i'] && !row.order)
        return err_set(err, STATUS_USAGE, "%s", _("Say by which order: order=NUMBER"));
    return app_change_target(app, &row, words, n, err);
}

static enum status run_export(struct app *app, const struct command *c, struct err *err)
{
    autostr text = STR_INIT;
    enum status status = app_export_plan(app, c->fiscal_year, c->word[1], &text, err);
    return status ? status : command_put_out(&text, c->option['o'], c->option['f'] != NULL, err);
}

static enum status read_place(const char *word, size_t *ret, struct err *err)
{
    __int128 value = 0;
    enum status status = number_read(word, strlen(word), &value, NULL, err);
    if (status == STATUS_OK && (value <= 0 || value % NUMBER_ONE))
        return err_set(err, STATUS_INVALID, _("“%s” is no place in a plan, like 3"), word);
    *ret = (size_t)(value / NUMBER_ONE);
    return status;
}

// «order=3» among the words is the place of the new row.
static enum status run_add(struct app *app, const struct command *c, struct err *err)
{
    const struct app_row row = {.fiscal_year = c->fiscal_year,
                                .plan = c->word[1],
                                .code = c->word[2],
                                .reason = c->option['e'],
                                .from = c->option['i']};
    char *words[WORDS_MAX];
    size_t n = 0, place = 0;
    enum status status = STATUS_OK;
    for (size_t i = 3; i < c->words && status == STATUS_OK; i++)
        if (strncmp(c->word[i], "order=", 6) == 0)
            status = read_place(c->word[i] + 6, &place, err);
        else
            words[n++] = c->word[i];
    return status ? status : app_add_indicator(app, &row, place, words, n, err);
}

static enum status run_order(struct app *app, const struct command *c, struct err *err)
{
    const struct app_row row = {.fiscal_year = c->fiscal_year,
                                .plan = c->word[1],
                                .code = c->word[2],
                                .reason = c->option['e']};
    size_t place = 0;
    enum status status = read_place(c->word[3], &place, err);
    return status ? status : app_place_indicator(app, &row, place, err);
}

static enum status run_remove(struct app *app, const struct command *c, struct err *err)
{
    const struct app_row row = {.fiscal_year = c->fiscal_year,
                                .plan = c->word[1],
                                .code = c->word[2],
                                .reason = c->option['e']};
    return row.code ? app_place_indicator(app, &row, 0, err) : app_remove_plan(app, &row, err);
}

static enum status run_restore(struct app *app, const struct command *c, struct err *err)
{
    return app_put_plan_back(app, c->fiscal_year, c->word[1], err);
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},
    {"install", 2, WORDS_MAX, run_install},
    {"target", 4, WORDS_MAX, run_target},
    {"next-year", 1, 1, plans_next_year},
    {"export", 2, 2, run_export},
    {"add", 4, WORDS_MAX, run_add},
    {"order", 4, 4, run_order},
    {"remove", 2, 3, run_remove},
    {"restore", 2, 2, run_restore},
    {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_plans, deeds, err);
}

const struct verb verb_plans = {
    .name = "plans",
    .arguments = "[list | install FILE.tsv|FILE.xlsx|FOLDER … | target PLAN INDICATOR "
                 "KEY=VALUE … "
                 "[from=DATE order=NUMBER] [--from DATE] [--reason TEXT] | add PLAN CODE KEY=VALUE "
                 "… [order=N] | order PLAN "
                 "INDICATOR N | next-year [--dry-run] | export PLAN [-o FILE] | "
                 "remove PLAN [INDICATOR] | restore PLAN]",
    .summary = N_("list the plans, install one, change it for this office, carry all into the "
                  "next year"),
    .details =
        N_("Keys of a target are the columns of a plan file: weight, target, target_count, "
           "grade_90 to grade_60, q1_target to q4_target and so on. An empty value goes "
           "back to what was installed. With from= and order= a target is another from that "
           "day on: what it was before stays, each quarter is scored by what held on its "
           "last day, and “score”, “explain” and “review” tell the marks by the other target "
           "too."),
    .options = "ynoefiH",
    .words_max = WORDS_MAX,
    .run = run,
};
