// SPDX-License-Identifier: GPL-3.0-or-later
// orjon plans next-year: the targets that the new year must decide, and what was done.
#include "orjon/app/year.h"
#include "orjon/base/tsv.h"
#include "plans.h"

static void add_row(void *data, const struct year_row *row)
{
    struct str *ret = data;
    period_write_year_short(ret, row->plan->fiscal_year);
    const char *const cell[] = {"",
                                row->plan->name,
                                row->indicator->code,
                                row->indicator->text,
                                row->last_target,
                                *row->result ? row->result : "NA",
                                row->target,
                                row->note};
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

static void say(const struct year_change *change, bool dry_run)
{
    autostr talk = STR_INIT, from = STR_INIT, to = STR_INIT;
    period_write_year(&from, change->from, i18n_digits());
    period_write_year(&to, change->to, i18n_digits());
    if (dry_run)
        str_addf(&talk, _("Would be carried on from %s into %s: plans %s; nothing was changed"),
                 from.buf, to.buf, SAY(change->made));
    else
        str_addf(&talk, _("Carried on from %s into %s, which is in hand now: plans %s"), from.buf,
                 to.buf, SAY(change->made));
    str_add_char(&talk, '\n');
    if (change->kept.len) {
        str_addf(&talk, _("%s has these already, they were kept: %s"), to.buf, change->kept.buf);
        str_add_char(&talk, '\n');
    }
    if (change->open) {
        str_addf(&talk, _("Not finalised in the last quarter of %s: returns %s"), from.buf,
                 SAY(change->open));
        str_add_char(&talk, '\n');
    }
    command_talk(talk.buf);
}

enum status plans_next_year(struct app *app, const struct command *c, struct err *err)
{
    autostr text = STR_INIT;
    autochange change = {.kept = STR_INIT};
    const bool dry_run = c->option['n'] != NULL;
    str_add(&text, "fiscal_year\tplan\tindicator\ttext\tlast_target\tresult\ttarget\tnote\n");
    enum status status = app_next_year(app, c->fiscal_year, dry_run, add_row, &text, &change, err);
    if (status)
        return status;
    say(&change, dry_run);
    return command_put(&text, err);
}
