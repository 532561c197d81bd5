// SPDX-License-Identifier: GPL-3.0-or-later
// A meeting as achievement: the figure, the evidence and the note, as one change.
#include "meetings.h"

#include "orjon/app/enter.h"
#include "orjon/app/evidence.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/store/records.h"
#include "private.h"

#include <stdio.h>
#include <string.h>

// A meeting, the row that it is counted for, and all that is counted for it.
struct counting {
    struct app *app;
    struct records meetings, proofs;
    const struct record *meeting;
    struct book *book;
    const struct indicator *indicator;
    size_t row; // of the indicator
    int quarter;
    int32_t date;
    int counted[QUARTERS];      // this one not among them
    const struct record *proof; // of this one; NULL: none
};

static void release(struct counting *c)
{
    records_done(&c->meetings);
    records_done(&c->proofs);
    book_free(&c->book);
}
#define autoclear __attribute__((cleanup(release))) struct counting

void app_counting_done(struct app_counting *counting)
{
    arena_done(&counting->text);
    *counting = (struct app_counting){0};
}

static enum status refuse(const struct counting *c, enum status status, const char *why,
                          struct err *err)
{
    autostr name = STR_INIT;
    meeting_say(&name, c->meeting);
    return err_set(err, status, "%s: %s", name.buf, why);
}

static void add_code(const struct counting *c, struct str *ret)
{
    text_digits(ret, c->indicator->code, strlen(c->indicator->code), i18n_digits());
}

// Its quarter is that of its day, or the one in which it was counted already.
static enum status find_quarter(struct counting *c, struct err *err)
{
    if (!record_date(c->meeting, MEETING_DATE, &c->date))
        return refuse(c, STATUS_INVALID, _("it has no date"), err);
    c->quarter = meeting_quarter(c->meeting);
    return c->quarter ? STATUS_OK
                      : refuse(c, STATUS_INVALID, _("its date lies outside its fiscal year"), err);
}

static enum status find_indicator(struct counting *c, const char *code, struct err *err)
{
    const char *plan = c->meeting->text[MEETING_PLAN];
    if (!*plan)
        return refuse(c, STATUS_INVALID, _("it serves no plan; set plan and indicators"), err);
    enum status status =
        book_open(c->app, meeting_year(c->meeting), plan, c->quarter, &c->book, err);
    if (status)
        return status;
    c->indicator = plan_find(c->book->plan, code);
    if (!c->indicator)
        return err_set(err, STATUS_NOT_FOUND, _("The plan %s has no indicator “%s”"), plan, code);
    c->row = (size_t)(c->indicator - c->book->plan->indicator);
    if (record_has(c->meeting, MEETING_CODES, c->indicator->code))
        return STATUS_OK;
    autostr said = STR_INIT, why = STR_INIT;
    add_code(c, &said);
    str_addf(&why, _("[%s] is none of the indicators that it serves"), said.buf);
    return refuse(c, STATUS_INVALID, why.buf, err);
}

static enum status look(struct counting *c, int64_t id, const char *code, struct err *err)
{
    autorecords there = {0};
    enum status status = app_load_record(c->app, RECORD_MEETING, id, &there, err);
    if (!status)
        status = store_load_records(c->app->store, RECORD_MEETING, 0, 0, &c->meetings, err);
    if (!status)
        status = store_load_records(c->app->store, RECORD_PROOF, 0, 0, &c->proofs, err);
    if (status)
        return status;
    c->meeting = records_find(&c->meetings, id);
    status = find_quarter(c, err);
    if (!status)
        status = find_indicator(c, code, err);
    if (!status)
        meeting_counted(&c->meetings, &c->proofs, c->book->plan, c->indicator, id, c->counted,
                        &c->proof);
    return status;
}

// --- the change

static enum status put_figure(struct counting *c, const char *text, struct findings *ret_findings,
                              struct err *err)
{
    const struct app_figure figure = {
        .indicator = c->row, .quarter = c->quarter, .text = text, .state = -1};
    const struct entry *there = &c->book->years[c->row].quarter[c->quarter - 1];
    enum status status = app_may_change(c->app, c->book, c->quarter, err);
    if (status || strcmp(there->typed, text) == 0)
        return status; // what was typed by hand stays, with its state
    return app_enter(c->book, &figure, ret_findings, err);
}

// The book is read again: nothing of it is looked at any more. A proof that named the meeting
// before is that of this quarter now.
static enum status put_proof(const struct counting *c, struct err *err)
{
    const struct app_new_proof proof = {.there = EVIDENCE_THERE, .meeting = c->meeting->id};
    autostr unheard = STR_INIT;
    char quarter[8];
    if (!c->proof)
        return app_add_proofs(c->book, c->indicator, c->quarter, &proof, NULL, 0, &unheard, err);
    snprintf(quarter, sizeof quarter, "%d", c->quarter);
    return store_put_field(c->app->store, RECORD_PROOF, c->proof->id, PROOF_QUARTER, NULL, quarter,
                           err);
}

// The indicators that it is counted for, with this one or without it.
static enum status put_counted(const struct counting *c, bool with, struct err *err)
{
    const char *there = c->meeting->text[MEETING_COUNTED], *code = c->indicator->code;
    autostr codes = STR_INIT;
    for (const char *s = there; *s; s += strspn(s, " ")) {
        const size_t n = strcspn(s, " ");
        if (n != strlen(code) || strncmp(s, code, n) != 0)
            str_addf(&codes, "%s%.*s", codes.len ? " " : "", (int)n, s);
        s += n;
    }
    if (with)
        str_addf(&codes, "%s%s", codes.len ? " " : "", code);
    return store_put_field(c->app->store, RECORD_MEETING, c->meeting->id, MEETING_COUNTED, there,
                           codes.buf, err);
}

static void tell(const struct counting *c, const char *figure, struct app_counting *ret)
{
    const char *typed = c->book->years[c->row].quarter[c->quarter - 1].typed;
    ret->fiscal_year = c->book->plan->fiscal_year;
    ret->quarter = c->quarter;
    ret->code = arena_text(&ret->text, c->indicator->code, strlen(c->indicator->code));
    ret->from = arena_text(&ret->text, typed, strlen(typed));
    ret->to = arena_text(&ret->text, figure, strlen(figure));
}

static enum status count(struct counting *c, int64_t id, const char *code, struct app_counting *ret,
                         struct findings *ret_findings, struct err *err)
{
    autostr figure = STR_INIT;
    enum status status = look(c, id, code, err);
    if (status)
        return status;
    if (record_has(c->meeting, MEETING_COUNTED, c->indicator->code)) {
        autostr said = STR_INIT, why = STR_INIT;
        add_code(c, &said);
        str_addf(&why, _("it is counted for [%s] already"), said.buf);
        return refuse(c, STATUS_EXISTS, why.buf, err);
    }
    status = meeting_count(c->indicator, &c->book->years[c->row], c->counted, c->quarter, c->date,
                           &ret->count, &figure, err);
    if (status)
        return status;
    tell(c, figure.buf, ret);
    status = put_figure(c, figure.buf, ret_findings, err);
    if (!status)
        status = put_counted(c, true, err);
    return status ? status : put_proof(c, err);
}

enum status app_count_meeting(struct app *app, int64_t id, const char *code, bool dry,
                              struct app_counting *ret, struct findings *ret_findings,
                              struct err *err)
{
    autoclear c = {.app = app};
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = count(&c, id, code, ret, ret_findings, err);
    if (status || !dry)
        return app_end(app, status, err);
    store_rollback(app->store);
    return STATUS_OK;
}

static enum status uncount(struct counting *c, int64_t id, const char *code,
                           struct app_counting *ret, struct err *err)
{
    autostr figure = STR_INIT;
    enum status status = look(c, id, code, err);
    if (status)
        return status;
    if (!record_has(c->meeting, MEETING_COUNTED, c->indicator->code)) {
        autostr why = STR_INIT;
        str_addf(&why, _("it is not counted for [%s]"), c->indicator->code);
        return refuse(c, STATUS_NOT_FOUND, why.buf, err);
    }
    if (c->proof)
        c->quarter = (int)record_number(c->proof, PROOF_QUARTER);
    c->counted[c->quarter - 1]++;
    status = meeting_uncount(c->indicator, &c->book->years[c->row], c->counted, c->quarter, c->date,
                             &figure, err);
    if (status)
        return status;
    tell(c, figure.buf, ret);
    status = put_figure(c, figure.buf, NULL, err);
    if (!status && c->proof)
        status = store_remove_record(c->app->store, c->proof->id, err);
    return status ? status : put_counted(c, false, err);
}

enum status app_uncount_meeting(struct app *app, int64_t id, const char *code,
                                struct app_counting *ret, struct err *err)
{
    autoclear c = {.app = app};
    enum status status = store_begin_write(app->store, err);
    return status ? status : app_end(app, uncount(&c, id, code, ret, err), err);
}

// --- in words

void app_say_counting(const struct app_counting *counting, struct str *ret)
{
    autostr code = STR_INIT, quarter = STR_INIT, from = STR_INIT, to = STR_INIT;
    text_digits(&code, counting->code, strlen(counting->code), i18n_digits());
    period_say_quarter(&quarter, counting->quarter);
    if (counting->count.of)
        str_addf(ret, _("This is number %s of %s for [%s]"), SAY(counting->count.number),
                 SAY(counting->count.of), code.buf);
    else if (counting->count.number)
        str_addf(ret, _("This is number %s for [%s]"), SAY(counting->count.number), code.buf);
    else
        str_addf(ret, _("It is not counted for [%s] any more"), code.buf);
    text_digits(&from, counting->from, strlen(counting->from), i18n_digits());
    text_digits(&to, counting->to, strlen(counting->to), i18n_digits());
    if (strcmp(counting->from, counting->to) == 0) {
        str_addf(ret, _("; %s says “%s” and stays"), quarter.buf, to.buf);
    } else {
        str_addf(ret, "; %s: ", quarter.buf);
        tr_change(ret, from.buf, to.buf);
    }
}
