// SPDX-License-Identifier: GPL-3.0-or-later
// orjon check: what to look at before signing.
#include "command.h"
#include "findings.h"

#include "orjon/app/finalise.h"
#include "orjon/app/memos.h"
#include "orjon/app/offices.h"

#include <string.h>

struct checking {
    struct str text;
    bool tsv;
    size_t errors, queries, answered;
};

static void checking_done(struct checking *checking)
{
    str_done(&checking->text);
}

static void add(struct checking *checking, const char *plan, const struct findings *findings)
{
    for (size_t i = 0; i < findings->count; i++)
        (checking->tsv ? findings_put_tsv : findings_put_text)(plan, &findings->finding[i],
                                                               &checking->text);
    checking->errors += findings->errors;
    checking->answered += findings->answered;
    checking->queries += findings->count - findings->errors - findings->answered;
}

static enum status check_plans(struct checking *checking, struct app *app, const struct command *c,
                               struct err *err)
{
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    enum status status = shelf_open(app, c->fiscal_year, c->option['p'], c->quarter, &shelf, err);
    for (size_t i = 0; i < shelf.count && status == STATUS_OK; i++) {
        struct findings findings = {0};
        status = app_check(shelf.book[i], &findings, err);
        add(checking, shelf.book[i]->plan->name, &findings);
        findings_done(&findings);
    }
    return status;
}

// What the office has besides its plans.
static enum status check_office_lists(struct checking *checking, struct app *app, struct err *err)
{
    static enum status (*const checks[])(struct app * app, struct findings * ret,
                                         struct err * err) = {
        app_check_memos,
        app_check_offices,
    };
    enum status status = STATUS_OK;
    for (size_t i = 0; i < sizeof checks / sizeof *checks && status == STATUS_OK; i++) {
        struct findings findings = {0};
        status = checks[i](app, &findings, err);
        add(checking, "", &findings);
        findings_done(&findings);
    }
    return status;
}

static enum status run(const struct command *c, struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    __attribute__((cleanup(checking_done))) struct checking checking = {.text = STR_INIT};
    enum status status = command_read_format(c, &checking.tsv, err);
    if (checking.tsv)
        str_add(&checking.text, FINDINGS_COLUMNS);
    if (status == STATUS_OK)
        status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = check_plans(&checking, app, c, err);
    if (status == STATUS_OK && !c->option['p'])
        status = check_office_lists(&checking, app, err);
    if (status)
        return status;
    if (!checking.tsv && checking.answered)
        str_addf(&checking.text, _("%s queries are answered\n"), SAY(checking.answered));
    if (!checking.tsv)
        str_addf(&checking.text, _("%s errors, %s queries\n"), SAY(checking.errors),
                 SAY(checking.queries));
    status = command_put(&checking.text, err);
    return status || !checking.errors ? status : STATUS_FINDINGS;
}

const struct verb verb_check = {
    .name = "check",
    .arguments = "[--fiscal-year Y] [--quarter N] [--plan P] [--format text|tsv]",
    .summary = N_("what is missing, impossible or odd; exit code 3 if there are errors"),
    .options = "yqpt",
    .run = run,
};
