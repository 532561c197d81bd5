// SPDX-License-Identifier: GPL-3.0-or-later
// orjon offices sent: who has sent, and how many in time.
#include "sent.h"

#include "orjon/app/sent.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"
#include "orjon/domain/number.h"

#include <string.h>

static void write_day(bool there, int32_t day, struct str *ret)
{
    if (there)
        date_write_iso(ret, day);
}

static void write_percent(size_t part, size_t whole, enum digits digits, struct str *ret)
{
    if (whole)
        ratio_write(ret, ratio_of(100 * (__int128)part, (__int128)whole), 2, digits);
    else
        str_add(ret, "NA");
}

// --- as a table ----------------------------------------------------------------------------------

static void put_cell(const struct app_sending *sending, size_t place, size_t plan, struct str *ret)
{
    const struct tree *tree = &sending->offices.tree;
    const struct tree_office *office = &tree->office[place];
    const struct app_sent *sent = &sending->cell[place * sending->plans + plan];
    autostr first = STR_INIT, last = STR_INIT, verdict = STR_INIT, due = STR_INIT,
            reminders = STR_INIT, reminded = STR_INIT;
    write_day(sent->came, sent->first_day, &first);
    write_day(sent->came, sent->day, &last);
    write_day(sent->state == SENT_RETURNED || sent->state == SENT_ACCEPTED, sent->verdict_day,
              &verdict);
    write_day(sent->expected, sending->due, &due);
    if (sent->reminders)
        str_addf(&reminders, "%d", sent->reminders);
    write_day(sent->reminders, sent->reminded, &reminded);
    const char *const cell[] = {
        office->code,
        office->name,
        office->level,
        office->parent == TREE_TOP ? "" : tree->office[office->parent].code,
        office->unit->text[UNIT_PHONE],
        sending->plan[plan],
        sent_word(sent->state),
        due.buf,
        first.buf,
        last.buf,
        verdict.buf,
        !sent->came  ? ""
        : sent->late ? "no"
                     : "yes",
        !sent->came      ? ""
        : sent->on_paper ? "yes"
                         : "no",
        reminders.buf,
        reminded.buf,
    };
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

static bool is_open(const struct app_sent *sent)
{
    return sent->expected && (sent->state == SENT_MISSING || sent->state == SENT_RETURNED);
}

static void put_table(const struct app_sending *sending, size_t first, size_t end, bool open,
                      struct str *ret)
{
    str_add(ret, "code\toffice\tlevel\tunder\tphone\tplan\tstate\tdue\tfirst\tlast\tverdict\t"
                 "on_time\ton_paper\treminders\treminded\n");
    for (size_t o = first; o < end; o++)
        for (size_t p = 0; p < sending->plans; p++)
            if (!open || is_open(&sending->cell[o * sending->plans + p]))
                put_cell(sending, o, p, ret);
}

static void put_rate(const struct app_sending *sending, size_t place, struct str *ret)
{
    const struct tree_office *office =
        place == TREE_TOP ? NULL : &sending->offices.tree.office[place];
    const struct app_sent_rate rate = app_sending_rate(sending, place);
    const size_t count[] = {rate.expected, rate.came, rate.on_time, rate.returned, rate.accepted};
    autostr sent = STR_INIT, on_time = STR_INIT;
    write_percent(rate.came, rate.expected, DIGITS_LATIN, &sent);
    write_percent(rate.on_time, rate.expected, DIGITS_LATIN, &on_time);
    const char *const name[] = {office ? office->code : "", office ? office->name : ""};
    tsv_write_cells(ret, name, 2);
    for (size_t i = 0; i < sizeof count / sizeof *count; i++)
        str_addf(ret, "\t%zu", count[i]);
    str_addf(ret, "\t%s\t%s\n", sent.buf, on_time.buf);
}

// Each office that has others below it, and all of them in the row without a code.
static void put_rates(const struct app_sending *sending, size_t first, size_t end, bool all,
                      struct str *ret)
{
    str_add(ret, "code\toffice\texpected\tsent\ton_time\treturned\taccepted\tsent_percent\t"
                 "on_time_percent\n");
    if (all)
        put_rate(sending, TREE_TOP, ret);
    for (size_t o = first; o < end; o++)
        if (o == first || sending->offices.tree.office[o].end > o + 1)
            put_rate(sending, o, ret);
}

// --- as text -------------------------------------------------------------------------------------

static void say_rate(const struct app_sending *sending, size_t place, struct str *ret)
{
    const struct app_sent_rate rate = app_sending_rate(sending, place);
    autostr sent = STR_INIT, on_time = STR_INIT;
    write_percent(rate.came, rate.expected, i18n_digits(), &sent);
    write_percent(rate.on_time, rate.expected, i18n_digits(), &on_time);
    str_addf(ret, _("returns that have come: %s of %s (%s %%), in time: %s (%s %%)\n"),
             SAY(rate.came), SAY(rate.expected), sent.buf, SAY(rate.on_time), on_time.buf);
}

static void say_head(const struct app_sending *sending, size_t place, struct str *ret)
{
    autostr quarter = STR_INIT, year = STR_INIT, due = STR_INIT;
    period_say_quarter(&quarter, sending->quarter);
    period_write_year(&year, sending->fiscal_year, i18n_digits());
    date_write(&due, sending->due, i18n_digits());
    str_addf(ret, _("%s, %s, due on %s: "), quarter.buf, year.buf, due.buf);
    say_rate(sending, place, ret);
}

static void say_reminded(const struct app_sent *sent, struct str *ret)
{
    autostr day = STR_INIT;
    if (!sent->reminders)
        return;
    date_write(&day, sent->reminded, i18n_digits());
    str_addf(ret, _(", reminded on %s"), day.buf);
}

static void say_office(const struct app_sending *sending, size_t place, bool open, struct str *ret)
{
    const struct tree_office *office = &sending->offices.tree.office[place];
    const struct app_sent *sent = &sending->cell[place * sending->plans];
    bool named = false;
    for (size_t p = 0; p < sending->plans; p++) {
        autostr day = STR_INIT;
        if (open ? !is_open(&sent[p]) : !sent[p].expected && !sent[p].came)
            continue;
        if (!named)
            str_addf(ret, "%s %s%s%s\n", office->code, office->name,
                     *office->unit->text[UNIT_PHONE] ? ", " : "", office->unit->text[UNIT_PHONE]);
        named = true;
        if (sent[p].came)
            date_write(&day,
                       sent[p].state == SENT_CAME || sent[p].state == SENT_LATE
                           ? sent[p].first_day
                           : sent[p].verdict_day,
                       i18n_digits());
        str_addf(ret, "    %s: %s%s%s", sending->plan[p], tr(sent_name(sent[p].state)),
                 day.len ? ", " : "", day.buf);
        if (sent[p].came && sent[p].on_paper)
            str_addf(ret, ", %s", _("on paper"));
        say_reminded(&sent[p], ret);
        str_add_char(ret, '\n');
    }
    if (office->end > place + 1) {
        str_addf(ret, "%s %s: ", office->code, office->name);
        say_rate(sending, place, ret);
    }
}

enum status sent_run(struct app *app, const struct command *c, struct err *err)
{
    autosending sending = {0};
    autostr text = STR_INIT;
    const char *under = c->option['u'], *format = c->option['t'] ? c->option['t'] : "tsv";
    const bool open = c->option['O'] != NULL, as_text = strcmp(format, "text") == 0;
    size_t first = 0;
    if (!as_text && strcmp(format, "tsv") != 0)
        return err_set(err, STATUS_USAGE, _("There is no format “%s”; there are: %s"), format,
                       "tsv, text");
    enum status status =
        app_sending_load(app, c->fiscal_year, c->quarter, c->option['p'], &sending, err);
    if (!status && under)
        status = tree_find(&sending.offices.tree, under, &first, err);
    if (status)
        return status;
    const struct tree *tree = &sending.offices.tree;
    const size_t end = under ? tree->office[first].end : tree->count;
    if (as_text) {
        say_head(&sending, under ? first : TREE_TOP, &text);
        for (size_t o = first; o < end && !c->option['r']; o++)
            say_office(&sending, o, open, &text);
    } else if (c->option['r'])
        put_rates(&sending, first, end, !under, &text);
    else
        put_table(&sending, first, end, open, &text);
    return command_put(&text, err);
}
