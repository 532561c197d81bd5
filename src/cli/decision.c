// SPDX-License-Identifier: GPL-3.0-or-later
// orjon decision: what was decided, what is still to be done, and how far it has come.
#include "meeting.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/decision.h"

#include <string.h>

static void add_tsv(const struct app_decision *d, bool overdue, struct str *ret)
{
    const char *const *decision = d->decision->text;
    const char *const cell[] = {decision[DECISION_DUE],
                                *decision[DECISION_STATE] ? decision[DECISION_STATE] : "open",
                                overdue ? "overdue" : "",
                                decision[DECISION_WHO],
                                d->meeting->text[MEETING_DATE],
                                d->meeting->text[MEETING_TITLE],
                                d->item->text[ITEM_SUBJECT],
                                decision[DECISION_TEXT]};
    str_addf(ret, "%lld\t%zu\t", (long long)d->decision->id, d->progress);
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_add_char(ret, '\n');
}

static void add_text(const struct app_decision *d, bool overdue, struct str *ret)
{
    enum { BRIEF = 100 };
    const struct record_field *fields = record_shape(RECORD_DECISION)->field;
    const char *const *decision = d->decision->text;
    const char *state = *decision[DECISION_STATE] ? decision[DECISION_STATE] : "open";
    autostr number = STR_INIT, due = STR_INIT, line = STR_INIT, meeting = STR_INIT;
    str_add(&number, SAY(d->decision->id));
    record_write(&fields[DECISION_DUE], decision[DECISION_DUE], i18n_digits(), &due);
    text_clean(decision[DECISION_TEXT], strlen(decision[DECISION_TEXT]), &line, NULL);
    meeting_say(&meeting, d->meeting);
    str_add(ret, overdue ? "! " : "  ");
    text_pad(ret, number.buf, number.len, 5, ALIGN_RIGHT);
    str_add(ret, "  ");
    text_pad(ret, due.buf, due.len, 12, ALIGN_LEFT);
    str_addf(ret, "%s: ", tr(record_choice_name(&fields[DECISION_STATE], state)));
    text_shorten(ret, line.buf, BRIEF);
    str_addf(ret, " – %s; %s\n", *decision[DECISION_WHO] ? decision[DECISION_WHO] : "?",
             meeting.buf);
}

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autodecisions list = {0};
    autostr text = STR_INIT;
    bool tsv = false;
    enum status status = command_read_format(c, &tsv, err);
    if (!status)
        status = app_list_decisions(app, c->option['O'] != NULL, &list, err);
    if (status)
        return status;
    str_add(&text,
            tsv ? "id\tprogress\tdue\tstate\toverdue\twho\tdate\tmeeting\tsubject\tdecision\n"
                : "");
    for (size_t i = 0; i < list.count; i++)
        (tsv ? add_tsv : add_text)(&list.decision[i],
                                   decision_is_overdue(list.decision[i].decision, app_today(app)),
                                   &text);
    return command_put(&text, err);
}

static enum status run_show(struct app *app, const struct command *c, struct err *err)
{
    autorecords there = {0}, meeting = {0};
    autostr text = STR_INIT;
    int64_t id = 0, of = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (!status)
        status = app_load_record(app, RECORD_DECISION, id, &there, err);
    if (!status)
        status = app_find_meeting_of(app, &there.record[0], &of, err);
    if (!status)
        status = app_load_record(app, RECORD_MEETING, of, &meeting, err);
    if (status)
        return status;
    meeting_say(&text, &meeting.record[0]);
    str_add_char(&text, '\n');
    status = meeting_put_decision(app, &there.record[0], "", &text, err);
    return status ? status : command_put(&text, err);
}

// The words behind the number are the text; one «date=…» before them is its day.
static enum status run_progress(struct app *app, const struct command *c, struct err *err)
{
    autostr text = STR_INIT;
    const char *date = NULL;
    struct findings before = {0};
    size_t first = 2;
    int64_t id = 0, made = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (status)
        return status;
    if (strncmp(c->word[first], "date=", 5) == 0)
        date = c->word[first++] + 5;
    for (size_t i = first; i < c->words; i++)
        str_addf(&text, "%s%s", i > first ? " " : "", c->word[i]);
    if (!text.len)
        return err_set(err, STATUS_USAGE, _("Say how far it has come, behind the number"));
    status = meeting_look(app, id, &before, err);
    if (!status)
        status = app_add_progress(app, id, text.buf, date, &made, err);
    if (!status)
        status = command_put_id(made, err);
    if (!status)
        status = meeting_tell_odd(app, id, &before, err);
    findings_done(&before);
    return status;
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},           {"show", 2, 2, run_show},
    {"set", 3, WORDS_MAX, meeting_set}, {"progress", 3, WORDS_MAX, run_progress},
    {"remove", 2, 2, meeting_remove},   {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_decision, deeds, err);
}

const struct verb verb_decision = {
    .name = "decision",
    .arguments = "[list [--open] [--format text|tsv] | show ID | set ID KEY=VALUE … | progress ID "
                 "[date=DATE] TEXT … | remove ID]",
    .summary = N_("decisions and orders from above: what is still to be done, overdue first"),
    .details = N_("progress adds a line of what was done, of today unless a date is given; an open "
                  "decision is running then. state=done ends it. What is not done goes on in the "
                  "next meeting (orjon meeting next)."),
    .options = "tO",
    .words_max = WORDS_MAX,
    .run = run,
};
