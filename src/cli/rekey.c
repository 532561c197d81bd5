// SPDX-License-Identifier: GPL-3.0-or-later
// orjon rekey: figures typed again from the signed sheet, against those that are there.
#include "command.h"

#include "orjon/app/rekey.h"
#include "orjon/base/tsv.h"

#include <string.h>

static void put_tsv(void *data, const struct rekey_difference *d)
{
    struct str *ret = data;
    str_addf(ret, "%s\t", d->match == MATCH_MEANING ? "meaning" : "writing");
    period_write_year_short(ret, d->plan->fiscal_year);
    str_addf(ret, "\t%s\t%s\t%d\t", d->plan->name, d->indicator->code, d->quarter);
    const char *const cell[] = {rekey_text(d->there), rekey_text(d->again),
                                entry_state_word(d->there->state),
                                entry_state_word(d->again->state)};
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

static void put_text(void *data, const struct rekey_difference *d)
{
    struct str *ret = data;
    const char *plan = d->plan->name, *code = d->indicator->code;
    const char *there = rekey_text(d->there), *again = rekey_text(d->again);
    autostr quarter = STR_INIT;
    period_say_quarter_short(&quarter, d->quarter);
    if (d->match == MATCH_WRITING)
        str_addf(ret,
                 _("  %s %s %s: stored “%s”, typed again “%s” (the same, written otherwise)\n"),
                 plan, code, quarter.buf, there, again);
    else if (rekey_is_of_states(d))
        str_addf(ret, _("! %s %s %s: stored “%s” (%s), typed again “%s” (%s)\n"), plan, code,
                 quarter.buf, there, entry_state_name(d->there->state), again,
                 entry_state_name(d->again->state));
    else
        str_addf(ret, _("! %s %s %s: stored “%s”, typed again “%s”\n"), plan, code, quarter.buf,
                 there, again);
}

static void talk(const struct rekey_verdict *verdict)
{
    autostr said = STR_INIT;
    str_addf(&said, _("typed again: %s; different: %s; same but written differently: %s\n"),
             SAY(verdict->typed), SAY(verdict->different), SAY(verdict->writing));
    if (verdict->untyped)
        str_addf(&said,
                 tr_count("%s other figure of these returns was not typed again\n",
                          "%s other figures of these returns were not typed again\n",
                          verdict->untyped),
                 SAY(verdict->untyped));
    command_talk(said.buf);
}

static enum status compare(const struct command *c, const char *name, const struct str *text,
                           bool tsv, struct str *ret, struct rekey_verdict *ret_verdict,
                           struct err *err)
{
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr faults = STR_INIT;
    enum status status = app_open(&c->app, &app, err);
    if (status)
        return status;
    status = app_rekey_file(app, name, text->buf, text->len, c->option['k'] != NULL,
                            tsv ? put_tsv : put_text, ret, ret_verdict, &faults, err);
    command_talk(faults.buf);
    return status;
}

static enum status run(const struct command *c, struct err *err)
{
    const char *format = c->option['t'] ? c->option['t'] : "text";
    const bool tsv = strcmp(format, "tsv") == 0;
    autostr text = STR_INIT, name = STR_INIT, put = STR_INIT;
    struct rekey_verdict verdict;
    if (!tsv && strcmp(format, "text") != 0)
        return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                       "text, tsv");
    str_add(&put, tsv ? "difference\tfiscal_year\tplan\tindicator\tquarter\tstored\ttyped_again\t"
                        "stored_state\ttyped_state\n"
                      : "");
    enum status status = command_read_table(c, 0, &text, &name, err);
    if (status == STATUS_OK)
        status = compare(c, name.buf, &text, tsv, &put, &verdict, err);
    if (status == STATUS_OK)
        status = command_put(&put, err);
    if (status)
        return status;
    talk(&verdict);
    return verdict.different ? STATUS_FINDINGS : STATUS_OK;
}

const struct verb verb_rekey = {
    .name = "rekey",
    .arguments = "[--keep] [--format text|tsv] FILE.tsv|FILE.xlsx|- [--sheet SHEET]",
    .summary = N_("compare figures typed again from the signed sheet; exit code 3 if any differ"),
    .details = N_("The file is as for orjon enter. Figures that mean the same do not differ, "
                  "however they are written; remarks are not compared. No figure is changed, and "
                  "nothing at all is written unless --keep notes the result in the journal."),
    .options = "tkH",
    .words_min = 1,
    .words_max = 1,
    .run = run,
};
