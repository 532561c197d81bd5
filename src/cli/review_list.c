// SPDX-License-Identifier: GPL-3.0-or-later
// What orjon review shows: a lower office's return beside its marks, and what came from above.
#include "review.h"

#include "orjon/app/records.h"
#include "orjon/app/revisions.h"
#include "orjon/base/text.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"
#include "orjon/domain/tree.h"

#include <string.h>

enum { SEAL_SHOWN = 12, BRIEF = 70 };

struct listing {
    struct app *app;
    const struct app_review_of *of;
    bool tsv;
    struct str text;
    struct err *err;
};

static void add_score(const struct app_review_row *row, enum digits digits, struct str *ret)
{
    if (row->score && row->score->marks.set)
        ratio_write(ret, row->score->marks.r, 2, digits);
}

static void add_number(struct maybe number, enum digits digits, struct str *ret)
{
    if (number.set)
        number_write(ret, number.value, (struct number_style){.digits = digits});
}

// As typed, or its state.
static const char *shown(const struct entry *entry)
{
    return *entry->typed || entry->state == ENTRY_EMPTY ? entry->typed
                                                        : entry_state_name(entry->state);
}

// --- rows ---------------------------------------------------------------------------------------

static void add_tsv(const struct app_review *r, const struct app_review_row *row, struct str *ret)
{
    autostr score = STR_INIT, marks = STR_INIT;
    add_score(row, DIGITS_LATIN, &score);
    add_number(row->mark.marks, DIGITS_LATIN, &marks);
    const char *const cell[] = {r->code,
                                r->of.plan,
                                row->code,
                                row->entry ? row->entry->typed : "",
                                row->entry ? entry_state_word(row->entry->state) : "",
                                row->entry ? row->entry->remark : "",
                                score.buf,
                                tick_word(row->proposed),
                                tick_word((enum tick)row->mark.mark),
                                row->mark.remark,
                                row->mark.follow_up ? "yes" : "",
                                marks.buf,
                                row->asked};
    tsv_write_cells(ret, cell, sizeof cell / sizeof *cell);
    str_addf(ret, "\t%zu\t%d\t", row->proofs, row->asked_quarter);
    const char *const more[] = {row->before ? shown(row->before) : "", row->answer,
                                row->asked_answer};
    tsv_write_cells(ret, more, sizeof more / sizeof *more);
    str_add_char(ret, '\n');
}

static void add_head(const struct app_review *r, struct str *ret)
{
    autostr day = STR_INIT;
    period_write_year(&day, r->of.fiscal_year, i18n_digits());
    str_addf(ret, "%s (%s), %s, ", r->name, r->code, r->of.plan);
    period_say_quarter(ret, r->of.quarter);
    str_addf(ret, " %s: ", day.buf);
    if (!r->came) {
        str_add(ret, _("nothing was sent"));
        str_add_char(ret, '\n');
        return;
    }
    str_reset(&day);
    date_write(&day, r->receipt.day, i18n_digits());
    str_addf(ret, _("came on %s"), day.buf);
    str_add(ret, ", ");
    if (r->receipt.on_paper)
        str_add(ret, _("on paper"));
    else
        str_addf(ret, _("seal %.*s"), SEAL_SHOWN, r->receipt.seal);
    str_addf(ret, "; %s", tr(app_verdict_name(r->receipt.verdict)));
    str_addf(ret, "%s%s\n", *r->reason ? ": " : "", r->reason);
    if (*r->answer)
        str_addf(ret, "  %s: %s\n", _("Answer"), r->answer);
}

static void add_text(const struct app_review_row *row, struct str *ret)
{
    autostr score = STR_INIT, marks = STR_INIT;
    add_score(row, i18n_digits(), &score);
    add_number(row->mark.marks, i18n_digits(), &marks);
    str_add(ret, "  ");
    text_pad(ret, row->code, strlen(row->code), 8, ALIGN_LEFT);
    str_addf(ret, "%s  ", tick_sign((enum tick)row->mark.mark));
    text_shorten(ret, row->text, BRIEF);
    if (row->entry)
        str_addf(ret, "; %s", *row->entry->typed ? row->entry->typed : "–");
    if (row->before)
        str_addf(ret, _("; before it was sent again: “%s”"), shown(row->before));
    if (score.len)
        str_addf(ret, _("; marks %s"), score.buf);
    if (row->proofs)
        str_addf(ret, _("; evidence: %s"), SAY(row->proofs));
    if (marks.len)
        str_addf(ret, _("; evaluator: %s"), marks.buf);
    if (!row->mark.mark && row->proposed)
        str_addf(ret, _("; proposed: %s"), tick_sign(row->proposed));
    if (*row->mark.remark)
        str_addf(ret, " – %s", row->mark.remark);
    if (row->mark.follow_up)
        str_addf(ret, " (%s)", _("to be followed up"));
    str_add_char(ret, '\n');
    if (*row->answer)
        str_addf(ret, "            %s: %s\n", _("Answer"), row->answer);
    if (row->asked_quarter) {
        autostr quarter = STR_INIT;
        period_say_quarter_short(&quarter, row->asked_quarter);
        str_addf(ret, _("            asked for in %s: %s\n"), quarter.buf, row->asked);
        if (*row->asked_answer)
            str_addf(ret, "            %s: %s\n", _("Answer"), row->asked_answer);
    }
}

static void add_findings(const struct app_review *r, struct str *ret)
{
    for (size_t i = 0; i < r->findings.count; i++)
        if (!r->findings.finding[i].answer)
            str_addf(ret, "! %s%s%s\n", r->findings.finding[i].indicator,
                     *r->findings.finding[i].indicator ? ": " : "", r->findings.finding[i].message);
}

static enum status add_plan(void *data, const char *plan)
{
    struct listing *l = data;
    struct app_review_of of = *l->of;
    autoreview *r = NULL;
    of.plan = plan;
    enum status status = app_review_open(l->app, &of, &r, l->err);
    if (status)
        return status;
    if (!l->tsv)
        add_head(r, &l->text);
    for (size_t i = 0; i < r->rows; i++)
        if (l->tsv)
            add_tsv(r, &r->row[i], &l->text);
        else
            add_text(&r->row[i], &l->text);
    if (!l->tsv) {
        str_addf(&l->text, _("✓ %s, ✗ %s of %s\n"), SAY(r->yes), SAY(r->no),
                 SAY(r->plan ? r->plan->count : r->rows));
        str_add(&l->text, r->changes);
        add_findings(r, &l->text);
    }
    return STATUS_OK;
}

enum status review_list(struct app *app, const struct command *c, const struct app_review_of *of,
                        struct err *err)
{
    struct listing l = {.app = app, .of = of, .text = STR_INIT, .err = err};
    enum status status = command_read_format(c, &l.tsv, err);
    if (l.tsv)
        str_add(&l.text,
                "office\tplan\tindicator\tentry\tstate\tentry_remark\tscore\tproposed\t"
                "mark\tremark\tfollow_up\tmarks\tasked\tproofs\tasked_quarter\tbefore\tanswer\t"
                "asked_answer\n");
    if (!status)
        status = app_review_plans(app, of, add_plan, &l, err);
    if (!status)
        status = command_put(&l.text, err);
    str_done(&l.text);
    return status;
}

enum status review_tell_unexplained(struct app *app, const struct app_review_of *of,
                                    const char *code, struct err *err)
{
    autoreview *r = NULL;
    autostr said = STR_INIT;
    enum status status = app_review_open(app, of, &r, err);
    if (status)
        return status;
    const struct indicator *indicator = r->plan ? plan_find(r->plan, code) : NULL;
    for (size_t i = 0; i < r->findings.count; i++)
        if (strcmp(r->findings.finding[i].code, "no-without-remark") == 0 &&
            strcmp(r->findings.finding[i].indicator, indicator ? indicator->code : code) == 0)
            str_addf(&said, "%s: %s\n", r->findings.finding[i].indicator,
                     r->findings.finding[i].message);
    command_talk(said.buf);
    return STATUS_OK;
}

// --- from above ---------------------------------------------------------------------------------

static void add_remark(const struct record *remark, struct str *ret)
{
    const char *const *text = remark->text;
    enum tick tick = TICK_NONE;
    tick_from_word(text[REMARK_MARK], &tick);
    str_add(ret, "  ");
    text_pad(ret, text[REMARK_CODE], strlen(text[REMARK_CODE]), 8, ALIGN_LEFT);
    str_addf(ret, "%s  %s", tick_sign(tick), text[REMARK_TEXT]);
    if (*text[REMARK_MARKS])
        str_addf(ret, _("; evaluator: %s"), text[REMARK_MARKS]);
    if (record_is(remark, REMARK_FOLLOW_UP, "yes"))
        str_addf(ret, " (%s)", _("to be followed up"));
    str_add_char(ret, '\n');
    if (*text[REMARK_ANSWER])
        str_addf(ret, "            %s: %s\n", _("Answer"), text[REMARK_ANSWER]);
}

static void add_review(const struct record *review, const struct records *remarks,
                       const struct records *units, struct str *ret)
{
    const struct record_field *fields = record_shape(RECORD_REVIEW)->field;
    const char *const *text = review->text;
    const struct record *from = records_find(units, record_number(review, REVIEW_FROM));
    autostr day = STR_INIT, year = STR_INIT, quarter = STR_INIT;
    record_write(&fields[REVIEW_DATE], text[REVIEW_DATE], i18n_digits(), &day);
    record_write(&fields[REVIEW_YEAR], text[REVIEW_YEAR], i18n_digits(), &year);
    period_say_quarter(&quarter, (int)record_number(review, REVIEW_QUARTER));
    str_addf(ret, "%s, %s, %s %s: %s%s%s", from ? tree_own_name(from) : "?", text[REVIEW_PLAN],
             quarter.buf, year.buf,
             tr(record_choice_name(&fields[REVIEW_VERDICT], text[REVIEW_VERDICT])),
             *text[REVIEW_TEXT] ? ": " : "", text[REVIEW_TEXT]);
    str_addf(ret, " (%s)\n", day.buf);
    if (*text[REVIEW_ANSWER])
        str_addf(ret, "  %s: %s\n", _("Answer"), text[REVIEW_ANSWER]);
    for (size_t i = 0; i < remarks->count; i++)
        if (remarks->record[i].parent == review->id)
            add_remark(&remarks->record[i], ret);
}

static bool is_wanted(const struct record *review, const struct command *c)
{
    autostr year = STR_INIT;
    if (c->fiscal_year)
        period_write_year_short(&year, c->fiscal_year);
    return *review->text[REVIEW_PLAN] &&
           (!c->quarter || record_number(review, REVIEW_QUARTER) == c->quarter) &&
           (!year.len || record_is(review, REVIEW_YEAR, year.buf)) &&
           (!c->option['p'] || record_is(review, REVIEW_PLAN, c->option['p']));
}

enum status review_list_own(struct app *app, const struct command *c, struct err *err)
{
    autorecords reviews = {0}, remarks = {0}, units = {0};
    autostr text = STR_INIT;
    bool tsv = false;
    enum status status = command_read_format(c, &tsv, err);
    if (!status)
        status = app_load_records(app, RECORD_REVIEW, 0, &reviews, err);
    if (!status)
        status = app_load_records(app, RECORD_REMARK, 0, &remarks, err);
    if (!status)
        status = app_load_records(app, RECORD_UNIT, 0, &units, err);
    if (status)
        return status;
    if (tsv)
        app_write_records(RECORD_REVIEW, &reviews, &text);
    for (size_t i = reviews.count; !tsv && i-- > 0;) // the newest first
        if (is_wanted(&reviews.record[i], c))
            add_review(&reviews.record[i], &remarks, &units, &text);
    return command_put(&text, err);
}
