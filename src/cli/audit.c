// SPDX-License-Identifier: GPL-3.0-or-later
// orjon audit: somebody else's paper against the rule.
#include "command.h"

#include "orjon/app/audit.h"
#include "orjon/base/tsv.h"

#include <string.h>

struct list {
    const char *name; // of the table
    struct str text;
    size_t count;
};

static void put_tsv(void *data, const struct app_audit *found)
{
    struct list *list = data;
    const struct audit_finding *f = found->finding;
    const char *const cell[] = {found->paper, found->plan, found->code, found->line, f->column,
                                f->code,      f->printed,  f->expected, f->reason};
    tsv_write_cells(&list->text, cell, sizeof cell / sizeof *cell);
    str_add_char(&list->text, '\n');
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
    // In ASCII digits whatever the user reads, so that an editor can jump there.
    str_addf(&list->text, "%s:%s: ", list->name, found->line);
    const char *const names[] = {found->paper, found->plan, found->code};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        str_addf(&list->text, "%s%s", names[i], *names[i] ? " " : "");
    str_addf(&list->text, "%s “%s”: %s", column_name(f->column), f->printed, f->reason);
    if (*f->expected)
        str_addf(&list->text, _(" (the rule gives %s)"), f->expected);
    str_add_char(&list->text, '\n');
    list->count++;
}

static enum status run(const struct command *c, struct err *err)
{
    bool tsv = false;
    autostr file = STR_INIT, name = STR_INIT;
    struct list list = {.text = STR_INIT};
    size_t rows = 0;
    enum status status = command_read_format(c, &tsv, err);
    if (status == STATUS_OK)
        status = command_read_table(c, 0, &file, &name, err);
    if (tsv)
        str_add(&list.text,
                "paper\tplan\tindicator\tline\tcolumn\tcode\tprinted\texpected\treason\n");
    list.name = name.buf;
    if (status == STATUS_OK)
        status = app_audit(name.buf, file.buf, file.len, c->option['x'], c->fiscal_year, c->quarter,
                           tsv ? put_tsv : put_text, &list, &rows, err);
    if (status == STATUS_OK && !tsv)
        str_addf(&list.text, _("rows: %s, places where paper and rule disagree: %s\n"), SAY(rows),
                 SAY(list.count));
    if (status == STATUS_OK)
        status = command_put(&list.text, err);
    str_done(&list.text);
    return status || !list.count ? status : STATUS_FINDINGS;
}

const struct verb verb_audit = {
    .name = "audit",
    .arguments = "FILE|- [--sheet SHEET] [--scale PERCENTS] [--fiscal-year Y] [--quarter N] "
                 "[--format text|tsv]",
    .summary = N_("compare a printed return with the rule; exit code 3 where they disagree"),
    .details =
        N_("A return as it was printed, saved as csv or .xlsx, or typed as a table: the columns "
           "are known by their headings, in any layout; typed ones may be called indicator "
           "unit weight target q1 q2 q3 q4 total percent score remark, with grades below "
           "each other or with | between. --quarter is the last one that the paper reports "
           "on; without it the whole year is."),
    .options = "yqtHx",
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
