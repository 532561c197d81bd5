// SPDX-License-Identifier: GPL-3.0-or-later
// orjon plans: list, install, change a target.
#include "command.h"

#include "orjon/app/plans.h"

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
    str_addf(ret, "\t%s\t%s\t%s\t", plan->name, plan->family, plan->title);
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

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    enum status status = app_open(&c->app, &app, err);
    if (status)
        return status;
    const char *what = c->words ? c->word[0] : "list";
    if (strcmp(what, "list") == 0 && c->words <= 1)
        return list(app, c->fiscal_year, err);
    if (strcmp(what, "install") == 0 && c->words >= 2)
        return install(app, c->word + 1, c->words - 1, c->option['H'], err);
    if (strcmp(what, "target") == 0 && c->words >= 4)
        return app_change_target(app, c->fiscal_year, c->word[1], c->word[2], c->word + 3,
                                 c->words - 3, err);
    return err_set(err, STATUS_USAGE, _("The command is: orjon %s %s"), "plans",
                   verb_plans.arguments);
}

const struct verb verb_plans = {
    .name = "plans",
    .arguments = "[list | install FILE.tsv|FILE.xlsx|FOLDER … | target PLAN INDICATOR KEY=VALUE …]",
    .summary = N_("list the plans, install one, change a target of this office"),
    .details = N_("Keys of a target are the columns of a plan file: weight, target, target_count, "
                  "grade_90 to grade_60, q1_target to q4_target and so on. An empty value goes "
                  "back to what was installed."),
    .options = "yH",
    .words_max = WORDS_MAX,
    .run = run,
};
