// SPDX-License-Identifier: GPL-3.0-or-later
// What was sent, said and answered of one figure of this office: its seals and the journal, and the
// reviews that came. They stand by revision, for days are of two machines.
#include "review_cell.h"

#include "differences.h"
#include "orjon/app/records.h"
#include "orjon/app/reviewed.h"
#include "orjon/base/clock.h"
#include "orjon/store/journal.h"
#include "orjon/store/records.h"
#include "orjon/store/seals.h"
#include "reviews.h"

#include <string.h>

enum { MARKED_PART = 1, JUDGED_PART, ANSWERED_PART, PARTS };

struct gathering {
    struct book *book;
    const struct indicator *indicator;
    struct figure_events *ret;
    struct err *err;
};

// --- what was sent ------------------------------------------------------------------------------

struct seeking {
    struct gathering *g;
    int64_t seq;        // of the seal
    bool found, later;  // a row before it; one behind it
    struct entry entry; // as it was then
};

static void keep_entry(struct seeking *s, enum entry_state state, const char *typed,
                       const char *remark)
{
    struct arena *texts = &s->g->ret->texts;
    s->entry = (struct entry){.state = state,
                              .typed = arena_text(texts, typed, strlen(typed)),
                              .remark = arena_text(texts, remark, strlen(remark))};
}

// Newest first: the first at or before the seal is what was sealed; else what the oldest replaced.
static enum status take_row(void *data, const struct journal_row *row)
{
    struct seeking *s = data;
    if (row->what != JOURNAL_FIGURE && row->what != JOURNAL_UNDO && row->what != JOURNAL_REDO)
        return STATUS_OK;
    s->found = row->seq <= s->seq;
    s->later = true;
    if (s->found)
        keep_entry(s, row->new_state, row->new_text, row->new_remark);
    else
        keep_entry(s, row->old_state, row->old_text, row->old_remark);
    return s->found ? STATUS_EXISTS : STATUS_OK;
}

static enum status take_seal(void *data, const struct store_seal *seal)
{
    struct gathering *g = data;
    struct book *book = g->book;
    const size_t at = (size_t)(g->indicator - book->plan->indicator);
    struct seeking s = {.g = g, .seq = seal->seq};
    const struct journal_query query = {
        .office = STORE_OWN_OFFICE, .indicator = g->indicator->id, .quarter = book->quarter};
    enum status status = store_read_journal(book->app->store, &query, take_row, &s, g->err);
    if (status && status != STATUS_EXISTS)
        return status;
    const struct entry *entry = s.later ? &s.entry : &book->years[at].quarter[book->quarter - 1];
    struct app_figure_event event = {.event = FIGURE_SENT,
                                     .revision = seal->revision,
                                     .who = seal->who,
                                     .text = difference_shown(entry),
                                     .remark = entry->remark};
    clock_read_day(seal->at, &event.day);
    figure_event_add(g->ret, seal->revision, 0, &event);
    return STATUS_OK;
}

// --- what was said of it ------------------------------------------------------------------------

static int64_t part_of(const struct record *review, int part)
{
    return review->id * PARTS + part;
}

static enum status add_remark(struct gathering *g, const struct record *review,
                              const struct record *remark, const struct app_figure_event *like,
                              struct err *err)
{
    struct app_figure_event event = *like;
    char at[32], who[64];
    const char *marks = remark->text[REMARK_MARKS];
    event.event = FIGURE_MARKED;
    event.text = remark->text[REMARK_TEXT];
    event.follow_up = record_is(remark, REMARK_FOLLOW_UP, "yes");
    tick_from_word(remark->text[REMARK_MARK], &event.mark);
    event.marks.set =
        *marks && number_read(marks, strlen(marks), &event.marks.value, NULL, NULL) == STATUS_OK;
    figure_event_add(g->ret, event.revision, part_of(review, MARKED_PART), &event);
    if (!*remark->text[REMARK_ANSWER])
        return STATUS_OK;
    enum status status = store_field_written(g->book->app->store, RECORD_REMARK, remark->id,
                                             REMARK_ANSWER, at, who, err);
    struct app_figure_event answer = {.event = FIGURE_ANSWERED,
                                      .revision = event.revision,
                                      .who = who,
                                      .text = remark->text[REMARK_ANSWER]};
    clock_read_day(at, &answer.day);
    figure_event_add(g->ret, event.revision, part_of(review, ANSWERED_PART), &answer);
    return status;
}

static enum status add_review(struct gathering *g, const struct record *review,
                              const struct records *units, struct err *err)
{
    autorecords remarks = {0};
    struct app_figure_event event = {
        .event = FIGURE_JUDGED,
        .revision = record_number(review, REVIEW_REVISION),
        .who = reviews_name(units, record_number(review, REVIEW_FROM)),
        .text = review->text[REVIEW_TEXT],
        .verdict = record_is(review, REVIEW_VERDICT, "accepted")   ? VERDICT_ACCEPTED
                   : record_is(review, REVIEW_VERDICT, "returned") ? VERDICT_RETURNED
                                                                   : VERDICT_NONE};
    record_date(review, REVIEW_DATE, &event.day);
    if (event.verdict)
        figure_event_add(g->ret, event.revision, part_of(review, JUDGED_PART), &event);
    enum status status = app_load_records(g->book->app, RECORD_REMARK, review->id, &remarks, err);
    for (size_t i = 0; !status && i < remarks.count; i++)
        if (record_is(&remarks.record[i], REMARK_CODE, g->indicator->code))
            status = add_remark(g, review, &remarks.record[i], &event, err);
    return status;
}

static enum status add_reviews(struct gathering *g, struct err *err)
{
    autorecords reviews = {0}, units = {0};
    autostr year = STR_INIT;
    const struct book *book = g->book;
    enum status status = app_load_records(book->app, RECORD_REVIEW, 0, &reviews, err);
    if (!status)
        status = app_load_records(book->app, RECORD_UNIT, 0, &units, err);
    period_write_year_short(&year, book->plan->fiscal_year);
    for (size_t i = 0; !status && i < reviews.count; i++) {
        const struct record *review = &reviews.record[i];
        if (record_is(review, REVIEW_PLAN, book->plan->name) &&
            record_is(review, REVIEW_YEAR, year.buf) &&
            record_number(review, REVIEW_QUARTER) == book->quarter)
            status = add_review(g, review, &units, err);
    }
    return status;
}

enum status reviewed_events(struct app *app, const struct app_review_of *of, const char *code,
                            struct figure_events *ret, struct err *err)
{
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    enum status status = book_open(app, of->fiscal_year, of->plan, of->quarter, &book, err);
    if (status)
        return status;
    struct gathering g = {book, plan_find(book->plan, code), ret, err};
    if (!g.indicator)
        return STATUS_OK;
    status = store_each_seal(app->store, STORE_OWN_OFFICE, book->plan->id, book->quarter, take_seal,
                             &g, err);
    return status ? status : add_reviews(&g, err);
}
