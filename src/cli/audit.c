// SPDX-License-Identifier: GPL-3.0-or-later
// orjon audit: somebody else's paper against the rule.
#include "command.h"

#include "orjon/app/audit.h"
#include "orjon/app/table.h"

#include <string.h>

struct list {
    struct str text;
    size_t count;
};

static void put_tsv(void *data, const struct app_audit *found)
{
    struct list *list = data;
    const struct audit_finding *f = found->finding;
    str_addf(&list->text, "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", found->source, found->plan,
             found->code, found->line, f->column, f->code, f->printed, f->expected, f->reason);
    list->count++;
}

static const char *column_name(const char *column)
{
    static const struct {
        const char *column, *name;
    } columns[] = {{"unit", N_("unit")},     {"target", N_("target")},   {"q1", N_("quarter 1")},
                   {"q2", N_("quarter 2")},  {"q3", N_("quarter 3")},    {"q4", N_("quarter 4")},
                   {"total", N_("total")},   {"percent", N_("percent")}, {"score", N_("score")},
                   {"remark", N_("remark")}, {"code", N_("number")}};
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++)
        if (strcmp(columns[i].column, column) == 0)
            return tr(columns[i].name);
    return column;
}

static void put_text(void *data, const struct app_audit *found)
{
    struct list *list = data;
    const struct audit_finding *f = found->finding;
    str_addf(&list->text, "%s %s %s, %s «%s»: %s", found->source, found->plan, found->code,
             column_name(f->column), f->printed, f->reason);
    if (*f->expected)
        str_addf(&list->text, _(" (the rule gives %s)"), f->expected);
    str_add_char(&list->text, '\n');
    list->count++;
}

static enum status run(const struct command *c, struct err *err)
{
    const char *format = c->option['t'] ? c->option['t'] : "text";
    const bool tsv = strcmp(format, "tsv") == 0;
    if (!tsv && strcmp(format, "text") != 0)
        return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                       "text, tsv");
    autostr file = STR_INIT, name = STR_INIT;
    struct list list = {.text = STR_INIT};
    size_t rows = 0;
    enum status status = app_read_table(c->word[0], c->option['H'], &file, &name, err);
    if (tsv)
        str_add(&list.text,
                "seed\tplan\trow_code\tline\tcolumn\tcode\tprinted\texpected\treason\n");
    if (status == STATUS_OK)
        status = app_audit(name.buf, file.buf, file.len, c->fiscal_year, c->quarter,
                           tsv ? put_tsv : put_text, &list, &rows, err);
    if (status == STATUS_OK && !tsv)
        str_addf(&list.text, _("%s rows, %s places where paper and rule disagree\n"), SAY(rows),
                 SAY(list.count));
    if (status == STATUS_OK)
        status = command_put(&list.text, err);
    str_done(&list.text);
    return status || !list.count ? status : STATUS_FINDINGS;
}

const struct verb verb_audit = {
    .name = "audit",
    .arguments = "FILE.tsv|- [--fiscal-year Y] [--quarter N] [--format text|tsv]",
    .summary = N_("compare a printed return with the rule; exit code 3 where they disagree"),
    .details = N_("The first row names the columns: seed plan row_code raw_unit raw_weight "
                  "raw_target raw_q1 raw_q2 raw_q3 raw_q4 raw_total raw_percent raw_score "
                  "raw_remark line; cells as printed, grades with | between. --quarter is the "
                  "last one that the paper reports on; without it the whole year is."),
    .options = "yqtH",
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
