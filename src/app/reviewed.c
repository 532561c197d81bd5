// SPDX-License-Identifier: GPL-3.0-or-later
// The last review of each quarter of a plan, from the records that its files became.
#include "orjon/app/reviewed.h"

#include "orjon/app/records.h"
#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/store/records.h"
#include "orjon/store/seals.h"
#include "reviewed.h"
#include "reviews.h"

#include <string.h>

struct loading {
    struct book *book;
    struct app_reviews *ret;
    struct records units;
    const char *written[QUARTERS]; // of the review that counts
    struct err *err;
};

static const char *keep(struct loading *l, const char *text)
{
    return arena_text(&l->ret->texts, text, strlen(text));
}

// --- which of them counts -----------------------------------------------------------------------

static bool is_newer(const struct loading *l, const struct app_reviewed *there, int quarter,
                     const struct record *review)
{
    const int64_t revision = record_number(review, REVIEW_REVISION);
    if (!there->there || revision != there->revision)
        return !there->there || revision > there->revision;
    return strcmp(review->text[REVIEW_WRITTEN], l->written[quarter - 1]) >= 0;
}

static void take(struct loading *l, const struct record *review)
{
    static const char *const verdicts[] = {"none", "accepted", "returned"};
    const char *const *text = review->text;
    const int64_t quarter = record_number(review, REVIEW_QUARTER);
    if (quarter < 1 || quarter > QUARTERS)
        return;
    struct app_reviewed *ret = &l->ret->quarter[quarter - 1];
    if (!is_newer(l, ret, (int)quarter, review))
        return;
    *ret = (struct app_reviewed){
        .there = true,
        .from = keep(l, reviews_name(&l->units, record_number(review, REVIEW_FROM))),
        .reason = keep(l, text[REVIEW_TEXT]),
        .seal = keep(l, text[REVIEW_SEAL]),
        .revision = record_number(review, REVIEW_REVISION),
        .answer = {.text = keep(l, text[REVIEW_ANSWER]), .who = "", .at = ""},
        .id = review->id};
    record_date(review, REVIEW_DATE, &ret->day);
    l->written[quarter - 1] = keep(l, text[REVIEW_WRITTEN]);
    for (enum verdict v = VERDICT_NONE; v <= VERDICT_RETURNED; v++)
        if (strcmp(text[REVIEW_VERDICT], verdicts[v]) == 0)
            ret->verdict = v;
}

static enum status find_reviews(struct loading *l, struct err *err)
{
    autorecords reviews = {0};
    autostr year = STR_INIT;
    enum status status = app_load_records(l->book->app, RECORD_REVIEW, 0, &reviews, err);
    if (!status && reviews.count)
        status = app_load_records(l->book->app, RECORD_UNIT, 0, &l->units, err);
    period_write_year_short(&year, l->book->plan->fiscal_year);
    for (size_t i = 0; !status && i < reviews.count; i++)
        if (record_is(&reviews.record[i], REVIEW_PLAN, l->book->plan->name) &&
            record_is(&reviews.record[i], REVIEW_YEAR, year.buf))
            take(l, &reviews.record[i]);
    return status;
}

// --- what it says -------------------------------------------------------------------------------

static enum status find_answer(struct loading *l, enum record_kind kind, int64_t id, int field,
                               struct app_answered *ret, struct err *err)
{
    char at[32], who[64];
    if (!*ret->text)
        return STATUS_OK;
    enum status status = store_field_written(l->book->app->store, kind, id, field, at, who, err);
    if (!status) {
        ret->at = keep(l, at);
        ret->who = keep(l, who);
    }
    return status;
}

static struct app_remark read_remark(struct loading *l, const struct record *from)
{
    struct app_remark remark = {.code = keep(l, from->text[REMARK_CODE]),
                                .text = keep(l, from->text[REMARK_TEXT]),
                                .follow_up = record_is(from, REMARK_FOLLOW_UP, "yes"),
                                .answer = {keep(l, from->text[REMARK_ANSWER]), "", ""},
                                .id = from->id};
    const char *marks = from->text[REMARK_MARKS];
    tick_from_word(from->text[REMARK_MARK], &remark.mark);
    remark.marks.set =
        *marks && number_read(marks, strlen(marks), &remark.marks.value, NULL, NULL) == STATUS_OK;
    return remark;
}

static enum status load_remarks(struct loading *l, struct app_reviewed *r, struct err *err)
{
    autorecords remarks = {0};
    enum status status = app_load_records(l->book->app, RECORD_REMARK, r->id, &remarks, err);
    if (!status)
        status = find_answer(l, RECORD_REVIEW, r->id, REVIEW_ANSWER, &r->answer, err);
    if (status)
        return status;
    r->remark = arena_alloc(&l->ret->texts, (remarks.count + 1) * sizeof *r->remark);
    for (size_t i = 0; !status && i < remarks.count; i++) {
        struct app_remark *remark = &r->remark[r->remarks++];
        *remark = read_remark(l, &remarks.record[i]);
        r->to_see += app_remark_speaks(remark);
        status = find_answer(l, RECORD_REMARK, remark->id, REMARK_ANSWER, &remark->answer, err);
    }
    return status;
}

// A newer revision is one that was finalised since: the office has done what it could.
static enum status weigh(struct loading *l, struct app_reviewed *r, int quarter, struct err *err)
{
    struct store_seal seal;
    enum status status = store_load_seal(l->book->app->store, STORE_OWN_OFFICE, l->book->plan->id,
                                         quarter, &seal, err);
    if (status)
        return status;
    r->corrected = (seal.locked ? seal.revision : seal.revision - 1) > r->revision;
    r->waits = r->verdict == VERDICT_RETURNED && !r->corrected;
    return STATUS_OK;
}

enum status app_load_reviews(struct book *book, struct app_reviews *ret, struct err *err)
{
    struct loading l = {.book = book, .ret = ret, .err = err};
    *ret = (struct app_reviews){0};
    if (book->sender) // another office's: what came from above is not of it
        return STATUS_OK;
    enum status status = find_reviews(&l, err);
    for (int q = 1; !status && q <= QUARTERS; q++)
        if (ret->quarter[q - 1].there) {
            status = load_remarks(&l, &ret->quarter[q - 1], err);
            if (!status)
                status = weigh(&l, &ret->quarter[q - 1], q, err);
        }
    records_done(&l.units);
    return status;
}

void app_reviews_done(struct app_reviews *reviews)
{
    arena_done(&reviews->texts);
    *reviews = (struct app_reviews){0};
}

// --- in words -----------------------------------------------------------------------------------

static bool has_text(const struct app_remark *remark)
{
    return *remark->text && strcmp(remark->text, "-") != 0;
}

bool app_remark_speaks(const struct app_remark *remark)
{
    return remark->mark == TICK_NO || remark->follow_up || has_text(remark);
}

const struct app_remark *app_find_remark(const struct app_reviewed *reviewed, const char *code)
{
    for (size_t i = 0; i < reviewed->remarks; i++)
        if (strcmp(reviewed->remark[i].code, code) == 0 && app_remark_speaks(&reviewed->remark[i]))
            return &reviewed->remark[i];
    return NULL;
}

void app_say_remark(const struct app_reviewed *reviewed, const struct app_remark *remark,
                    struct str *ret)
{
    if (remark->mark)
        str_addf(ret, "%s ", tick_sign(remark->mark));
    str_add(ret, reviewed->from);
    if (has_text(remark))
        str_addf(ret, ": %s", remark->text);
    if (remark->follow_up)
        str_addf(ret, " (%s)", _("to be followed up"));
}

void app_say_returned(const struct app_reviewed *reviewed, struct str *ret)
{
    if (reviewed->verdict != VERDICT_RETURNED)
        return;
    str_addf(ret, _("Returned for correction by %s (remarks: %s)"), reviewed->from,
             SAY(reviewed->to_see));
    if (*reviewed->reason)
        str_addf(ret, ": %s", reviewed->reason);
}

void app_say_reopening(const struct app_reviewed *reviewed, struct str *ret)
{
    autostr day = STR_INIT;
    if (!reviewed->waits)
        return;
    date_write(&day, reviewed->day, i18n_digits());
    str_addf(ret, _("Returned by %s, %s"), reviewed->from, day.buf);
    if (*reviewed->reason)
        str_addf(ret, ": %s", reviewed->reason);
}
