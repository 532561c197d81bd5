// SPDX-License-Identifier: GPL-3.0-or-later
// orjon meeting: meetings and orders from above, with all that belongs to them.
#include "meeting.h"
#include "findings.h"
#include "words.h"

#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"

#include <string.h>

// --- list

static void add_tsv(const struct record *meeting, struct str *ret)
{
    static const int fields[] = {MEETING_DATE,  MEETING_SORT,    MEETING_PLAN,
                                 MEETING_CODES, MEETING_COUNTED, MEETING_TITLE};
    str_addf(ret, "%lld", (long long)meeting->id);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        str_add_char(ret, '\t');
        tsv_write_cell(ret, meeting->text[fields[i]]);
    }
    str_add_char(ret, '\n');
}

static void add_text(const struct record *meeting, struct str *ret)
{
    autostr number = STR_INIT, date = STR_INIT;
    const struct record_field *fields = record_shape(RECORD_MEETING)->field;
    str_add(&number, SAY(meeting->id));
    record_write(&fields[MEETING_DATE], meeting->text[MEETING_DATE], i18n_digits(), &date);
    text_pad(ret, number.buf, number.len, 5, ALIGN_RIGHT);
    str_add(ret, "  ");
    text_pad(ret, date.buf, date.len, 12, ALIGN_LEFT);
    str_add(ret, meeting->text[MEETING_TITLE]);
    if (*meeting->text[MEETING_COUNTED]) {
        autostr codes = STR_INIT;
        record_write(&fields[MEETING_COUNTED], meeting->text[MEETING_COUNTED], i18n_digits(),
                     &codes);
        str_addf(ret, _(" (counted for %s)"), codes.buf);
    }
    str_add_char(ret, '\n');
}

static int by_date(const void *a, const void *b)
{
    const struct record *x = a, *y = b;
    const int order = strcmp(x->text[MEETING_DATE], y->text[MEETING_DATE]);
    return order ? order : (x->id > y->id) - (x->id < y->id);
}

static enum status run_list(struct app *app, const struct command *c, struct err *err)
{
    autorecords meetings = {0};
    autostr text = STR_INIT;
    bool tsv = false;
    enum status status = command_read_format(c, &tsv, err);
    if (!status)
        status = app_load_records(app, RECORD_MEETING, 0, &meetings, err);
    if (status)
        return status;
    if (meetings.count)
        qsort(meetings.record, meetings.count, sizeof *meetings.record, by_date);
    str_add(&text, tsv ? "id\tdate\tsort\tplan\tindicators\tcounted\ttitle\n" : "");
    for (size_t i = 0; i < meetings.count; i++)
        if (!c->fiscal_year || meeting_year(&meetings.record[i]) == c->fiscal_year)
            (tsv ? add_tsv : add_text)(&meetings.record[i], &text);
    return command_put(&text, err);
}

// --- new ones

static enum status made(struct app *app, int64_t id, struct err *err)
{
    enum status status = command_put_id(id, err);
    return status ? status : meeting_tell_odd(app, id, NULL, err);
}

static enum status run_new(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    int64_t id = 0;
    enum status status = command_words(c, 1, &words, err);
    if (!status)
        status = app_new_meeting(app, words.word, words.count, &id, err);
    return status ? status : made(app, id, err);
}

static enum status propose(struct app *app, int64_t last, struct err *err)
{
    autorecords proposed = {0};
    autostr text = STR_INIT;
    enum status status = app_propose_meeting(app, last, &proposed, err);
    if (!status)
        status = meeting_put_fields(app, &proposed.record[0], "", &text, err);
    return status ? status : command_put(&text, err);
}

static enum status run_next(struct app *app, const struct command *c, struct err *err)
{
    autowords words = {0};
    size_t carried = 0;
    int64_t last = 0, id = 0;
    enum status status = command_read_id(c->word[1], &last, err);
    if (!status && c->option['n'])
        return propose(app, last, err);
    if (!status)
        status = command_words(c, 2, &words, err);
    if (!status)
        status = app_next_meeting(app, last, words.word, words.count, &id, &carried, err);
    if (status)
        return status;
    autostr said = STR_INIT;
    str_addf(&said,
             tr_count("%s open decision comes first on its agenda\n",
                      "%s open decisions come first on its agenda\n", carried),
             SAY(carried));
    command_talk(carried ? said.buf : "");
    return made(app, id, err);
}

// «item MEETING KEY=VALUE …», «decision ITEM KEY=VALUE …».
static enum status add(struct app *app, const struct command *c, enum record_kind kind,
                       struct err *err)
{
    autowords words = {0};
    struct findings before = {0};
    int64_t parent = 0, id = 0;
    enum status status = command_read_id(c->word[1], &parent, err);
    if (!status)
        status = command_words(c, 2, &words, err);
    if (!status)
        status = meeting_look(app, parent, &before, err);
    if (!status)
        status = app_new_record(app, kind, parent, words.word, words.count, &id, err);
    if (!status)
        status = command_put_id(id, err);
    if (!status)
        status = meeting_tell_odd(app, id, &before, err);
    findings_done(&before);
    return status;
}

static enum status run_item(struct app *app, const struct command *c, struct err *err)
{
    return add(app, c, RECORD_ITEM, err);
}

static enum status run_decision(struct app *app, const struct command *c, struct err *err)
{
    return add(app, c, RECORD_DECISION, err);
}

static enum status run_move(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0, place = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (!status)
        status = command_read_id(c->word[2], &place, err);
    return status ? status : app_move_of_meeting(app, id, place, err);
}

// --- attendance

static enum status tell_rows(size_t count)
{
    autostr said = STR_INIT;
    str_addf(&said,
             tr_count("%s name on the attendance sheet changed\n",
                      "%s names on the attendance sheet changed\n", count),
             SAY(count));
    command_talk(said.buf);
    return STATUS_OK;
}

static enum status run_attend(struct app *app, const struct command *c, struct err *err)
{
    const char *what = c->words > 2 ? c->word[2] : "fill";
    int64_t id = 0;
    size_t count = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (status)
        return status;
    if (c->words > 2 && strchr(what, '='))
        return add(app, c, RECORD_ATTENDANCE, err);
    if (c->words == 4)
        return app_mark_attendance(app, id, what, c->word[3], err);
    if (c->words <= 3 && strcmp(what, "fill") == 0)
        status = app_fill_attendance(app, id, &count, err);
    else if (c->words == 3 && strcmp(what, "all") == 0)
        status = app_mark_all_present(app, id, &count, err);
    else
        status = err_set(err, STATUS_USAGE,
                         _("Say fill, all, a person with yes or no, or a guest with name=…"));
    return status ? status : tell_rows(count);
}

// --- counting

static enum status count_one(struct app *app, const struct command *c, int64_t id, const char *code,
                             struct err *err)
{
    autocounting counting = {0};
    struct findings findings = {0};
    autostr said = STR_INIT;
    enum status status = c->option['w'] ? app_uncount_meeting(app, id, code, &counting, err)
                                        : app_count_meeting(app, id, code, c->option['n'] != NULL,
                                                            &counting, &findings, err);
    if (!status) {
        app_say_counting(&counting, &said);
        str_add_char(&said, '\n');
        for (size_t i = 0; i < findings.count; i++)
            str_addf(&said, "? %s\n", findings.finding[i].message);
    }
    findings_done(&findings);
    command_talk(said.buf);
    return status;
}

// Without an indicator: for all that it serves and is not counted for; undone, for all it is.
static enum status count_all(struct app *app, const struct command *c, int64_t id, struct err *err)
{
    autorecords there = {0};
    size_t done = 0;
    enum status status = app_load_record(app, RECORD_MEETING, id, &there, err);
    const char *codes =
        status ? "" : there.record[0].text[c->option['w'] ? MEETING_COUNTED : MEETING_CODES];
    for (const char *s = codes; *s && !status; s += strspn(s, " ")) {
        const size_t n = strcspn(s, " ");
        autofree char *code = mem_copy_text(s, n);
        s += n;
        if (!c->option['w'] && record_has(&there.record[0], MEETING_COUNTED, code))
            continue;
        status = count_one(app, c, id, code, err);
        done++;
    }
    if (status || done)
        return status;
    return err_set(err, STATUS_NOT_FOUND, _("The meeting %s has no indicator left for that"),
                   SAY(id));
}

static enum status run_count(struct app *app, const struct command *c, struct err *err)
{
    int64_t id = 0;
    enum status status = command_read_id(c->word[1], &id, err);
    if (status)
        return status;
    return c->words > 2 ? count_one(app, c, id, c->word[2], err) : count_all(app, c, id, err);
}

static enum status run_check(struct app *app, const struct command *c, struct err *err)
{
    struct findings findings = {0};
    autostr text = STR_INIT;
    int64_t id = 0;
    bool tsv = false;
    enum status status = command_read_format(c, &tsv, err);
    if (!status && c->words > 1)
        status = command_read_id(c->word[1], &id, err);
    if (!status)
        status = app_check_meeting(app, id, &findings, err);
    str_add(&text, tsv ? FINDINGS_COLUMNS : "");
    for (size_t i = 0; i < findings.count; i++)
        if (tsv)
            findings_put_tsv(NULL, &findings.finding[i], &text);
        else
            str_addf(&text, "? %s\n", findings.finding[i].message);
    if (!tsv)
        str_addf(&text, tr_count("%s query\n", "%s queries\n", findings.count),
                 SAY(findings.count));
    findings_done(&findings);
    return status ? status : command_put(&text, err);
}

static const struct deed deeds[] = {
    {"list", 1, 1, run_list},
    {"show", 2, 2, meeting_show},
    {"new", 2, WORDS_MAX, run_new},
    {"next", 2, WORDS_MAX, run_next},
    {"set", 3, WORDS_MAX, meeting_set},
    {"item", 3, WORDS_MAX, run_item},
    {"decision", 3, WORDS_MAX, run_decision},
    {"move", 3, 3, run_move},
    {"attend", 2, WORDS_MAX, run_attend},
    {"count", 2, 3, run_count},
    {"check", 1, 2, run_check},
    {"remove", 2, 2, meeting_remove},
    {0},
};

static enum status run(const struct command *c, struct err *err)
{
    return command_run_deed(c, &verb_meeting, deeds, err);
}

const struct verb verb_meeting = {
    .name = "meeting",
    .arguments =
        "[list [--fiscal-year Y] [--format text|tsv] | show ID | new KEY=VALUE … | next ID "
        "[KEY=VALUE …] [--dry-run] | set ID KEY=VALUE … | item ID KEY=VALUE … | decision "
        "ITEM KEY=VALUE … | move ID PLACE | attend ID [fill|all|PERSON yes|no|KEY=VALUE "
        "…] | count ID [INDICATOR] [--dry-run|--withdraw] | check [ID] [--format text|tsv] | "
        "remove ID]",
    .summary = N_("meetings, their agenda, decisions and attendance, and what they count for"),
    .details = N_(
        "Everything of a meeting has a number of its own, which show tells; set, move and remove "
        "take that of an item, a decision or a line of the attendance as well. next proposes the "
        "meeting after one, and puts the decisions that are still open first on its agenda; "
        "--dry-run shows it. count makes the meeting an achievement: the figure of its quarter, "
        "with the meeting as evidence; --dry-run says which number it would be. Orders from above "
        "are meetings with sort=superior."),
    .options = "ytnw",
    .words_max = WORDS_MAX,
    .run = run,
};
