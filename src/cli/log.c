// SPDX-License-Identifier: GPL-3.0-or-later
// orjon log: who changed what when.
#include "command.h"

#include "orjon/app/clock.h"
#include "orjon/app/verify.h"
#include "orjon/base/text.h"
#include "orjon/domain/record.h"

#include <inttypes.h>
#include <string.h>

static const char *const names[] = {
    [JOURNAL_FIGURE] = N_("figure"),
    [JOURNAL_REREAD] = N_("read anew"),
    [JOURNAL_SETTING] = N_("office"),
    [JOURNAL_TARGET] = N_("target"),
    [JOURNAL_PLAN] = N_("plan"),
    [JOURNAL_SEAL] = N_("finalised"),
    [JOURNAL_REOPEN] = N_("reopened"),
    [JOURNAL_UNDO] = N_("undone"),
    [JOURNAL_REDO] = N_("redone"),
    [JOURNAL_SECRET] = N_("passphrase"),
    [JOURNAL_ANSWER] = N_("answer"),
    [JOURNAL_RESTORE] = N_("restored"),
    [JOURNAL_REKEY] = N_("typed again"),
    [JOURNAL_GONE] = N_("finalised in what was replaced"),
    [JOURNAL_REMOVE] = N_("plan removed"),
    [JOURNAL_LAYOUT] = N_("layout"),
    [JOURNAL_LAYOUT_GONE] = N_("layout removed"),
    [JOURNAL_RECORD_NEW] = N_("new record"),
    [JOURNAL_RECORD] = N_("record"),
};

// «item 4 subject» for files.
static void put_name(struct str *ret, const struct journal_row *row)
{
    if (!row->record)
        str_add(ret, row->name);
    else
        str_addf(ret, "%s %" PRId64 "%s%s", row->kind, row->record,
                 row->what == JOURNAL_RECORD_NEW ? "" : " ",
                 row->what == JOURNAL_RECORD_NEW ? "" : row->name);
}

static enum status put_tsv(void *data, const struct journal_row *row)
{
    struct str *ret = data;
    str_addf(ret, "%lld\t%s\t%s\t%s\t%s\t%s\t", (long long)row->seq, row->at, row->who, row->host,
             row->via, journal_word(row->what));
    if (row->fiscal_year)
        period_write_year_short(ret, row->fiscal_year);
    str_addf(ret, "\t%s\t%s\t", row->plan_name, row->code);
    if (row->quarter)
        str_addf(ret, "%d", row->quarter);
    str_add_char(ret, '\t');
    put_name(ret, row);
    str_add_char(ret, '\t');
    if (row->what == JOURNAL_REKEY) // how many, and how many differ
        str_addf(ret, "%" PRId64 "\t%" PRId64, row->compared, row->compared - row->agreed);
    else
        str_addf(ret, "%s\t%s", row->old_text, row->new_text);
    str_addf(ret, "\t%s\t%s\t%s\n", row->old_remark, row->new_remark, row->reason);
    return STATUS_OK;
}

static void put_rekey(struct str *ret, const struct journal_row *row)
{
    str_add_char(ret, ' ');
    str_addf(ret, _("figures: %s, different: %s"), SAY(row->compared),
             SAY(row->compared - row->agreed));
}

// What was there before, as far as it was known.
static void put_restore(struct str *ret, const struct journal_row *row)
{
    const char *const unknown = app_log_replaced(row);
    if (*unknown)
        str_addf(ret, " %s", tr(unknown));
    else if (*row->old_text)
        str_addf(ret, _(" what was there ended with %s, hash %s"), row->new_text, row->old_text);
    if (*row->reason)
        str_addf(ret, _("; it is kept as %s"), row->reason);
}

static void put_gone(struct str *ret, const struct journal_row *row)
{
    autostr next = STR_INIT;
    text_digits(&next, row->new_text, strlen(row->new_text), i18n_digits());
    str_addf(ret, _(" “%s”, next revision %s"), row->old_text, next.buf);
}

static void put_change(struct str *ret, const struct journal_row *row)
{
    if (row->what == JOURNAL_RESTORE || row->what == JOURNAL_GONE) {
        (row->what == JOURNAL_GONE ? put_gone : put_restore)(ret, row);
        str_add_char(ret, '\n');
        return;
    }
    if (row->what == JOURNAL_REKEY)
        put_rekey(ret, row);
    else if (*row->old_text || *row->new_text)
        str_addf(ret, " “%s” → “%s”", row->old_text, row->new_text);
    if (strcmp(row->old_remark, row->new_remark) != 0)
        str_addf(ret, _("; remark “%s” → “%s”"), row->old_remark, row->new_remark);
    if (*row->reason)
        str_addf(ret, _("; reason: %s"), row->reason);
    str_add_char(ret, '\n');
}

static void put_value(struct str *ret, const struct record_field *field, const char *kept)
{
    enum { BRIEF = 200 };
    autostr text = STR_INIT;
    if (field)
        record_write(field, kept, i18n_digits(), &text);
    text_shorten(ret, field ? text.buf : kept, BRIEF);
}

// «item of the agenda 4, Subject: «…» → «…»».
static void put_record(struct str *ret, const struct journal_row *row)
{
    const int kind = record_kind_from_word(row->kind);
    const struct record_shape *shape = kind < 0 ? NULL : record_shape((enum record_kind)kind);
    const int at = kind < 0 ? -1 : record_field_from_word((enum record_kind)kind, row->name);
    const struct record_field *field = at < 0 ? NULL : &shape->field[at];
    str_addf(ret, " %s %s", shape ? tr(shape->name) : row->kind, SAY(row->record));
    if (row->what == JOURNAL_RECORD_NEW) {
        str_add_char(ret, '\n');
        return;
    }
    str_addf(ret, ", %s: “", field ? tr(field->label) : row->name);
    put_value(ret, field, row->old_text);
    str_add(ret, "” → “");
    put_value(ret, field, row->new_text);
    str_add(ret, "”\n");
}

static enum status put_text(void *data, const struct journal_row *row)
{
    struct str *ret = data;
    autostr number = STR_INIT;
    str_addf(&number, "%lld", (long long)row->seq);
    text_digits(ret, number.buf, number.len, i18n_digits());
    str_add_char(ret, ' ');
    app_clock_say(ret, row->at);
    str_addf(ret, " %s@%s (%s) %s", row->who, row->host, row->via, tr(names[row->what]));
    if (row->record) {
        put_record(ret, row);
        return STATUS_OK;
    }
    str_addf(ret, "%s%s%s%s", *row->plan_name ? " " : "", row->plan_name, *row->code ? " " : "",
             row->code);
    if (row->quarter) {
        str_add_char(ret, ' ');
        period_say_quarter_short(ret, row->quarter);
    }
    str_addf(ret, "%s%s:", *row->name ? " " : "", row->name);
    put_change(ret, row);
    return STATUS_OK;
}

static enum status run(const struct command *c, struct err *err)
{
    bool tsv = false;
    __attribute__((cleanup(app_close))) struct app *app = NULL;
    autostr text = STR_INIT;
    enum status status = command_read_format(c, &tsv, err);
    if (tsv)
        str_add(&text,
                "seq\tat\twho\thost\tvia\twhat\tfiscal_year\tplan\tindicator\tquarter\tname\t"
                "old\tnew\told_remark\tnew_remark\treason\n");
    if (status == STATUS_OK)
        status = app_open(&c->app, &app, err);
    if (status == STATUS_OK)
        status = app_log(app, c->fiscal_year, c->words > 0 ? c->word[0] : NULL,
                         c->words > 1 ? c->word[1] : NULL, 0, tsv ? put_tsv : put_text, &text, err);
    return status ? status : command_put(&text, err);
}

const struct verb verb_log = {
    .name = "log",
    .arguments = "[PLAN [INDICATOR]] [--fiscal-year Y] [--format text|tsv]",
    .summary = N_("who changed what when, oldest first"),
    .options = "yt",
    .words_max = 2,
    .run = run,
};
