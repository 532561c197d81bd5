// SPDX-License-Identifier: GPL-3.0-or-later
// What a review from the office above says, as records.
#include "review_keep.h"

#include "orjon/base/text.h"
#include "orjon/domain/date.h"
#include "orjon/store/records.h"

#include <stdio.h>
#include <string.h>

// What stands in the file is read as if somebody had typed it; only numbers of records are ours.
static enum status put(struct receiving *w, enum record_kind kind, int64_t id, int field,
                       const char *text, struct err *err)
{
    const struct record_field *shape = &record_shape(kind)->field[field];
    autostr kept = STR_INIT;
    enum status status = STATUS_OK;
    if (!*text)
        return STATUS_OK;
    if (shape->type == FIELD_RECORD)
        str_add(&kept, text);
    else if (shape->type == FIELD_MEMO)
        status = text_read(TEXT_NAME, text, strlen(text), &kept, err);
    else
        status = record_read(shape, text, strlen(text), NULL, &kept, err);
    if (status)
        err_prefix(err, "%s: ", tr(shape->label));
    return status ? status : store_put_field(w->app->store, kind, id, field, NULL, kept.buf, err);
}

enum status review_keep_record(struct receiving *w, enum record_kind kind, int64_t parent,
                               const struct review_pair *pairs, size_t count, int64_t *ret_id,
                               struct err *err)
{
    enum status status = store_new_record(w->app->store, kind, parent, ret_id, err);
    for (size_t i = 0; !status && i < count; i++)
        status = put(w, kind, *ret_id, pairs[i].field, pairs[i].text, err);
    return status;
}

static enum status add_remark(struct receiving *w, int64_t review, const struct review_mark *mark,
                              struct err *err)
{
    enum tick tick = TICK_NONE;
    int64_t id = 0;
    if (!tick_from_word(mark->mark, &tick))
        return err_set(err, STATUS_INVALID, _("The file has a mark that there is not: %s"),
                       mark->mark);
    const struct review_pair pairs[] = {
        {REMARK_CODE, mark->indicator},
        {REMARK_MARK, tick ? tick_word(tick) : ""},
        {REMARK_TEXT, mark->remark},
        {REMARK_FOLLOW_UP, strcmp(mark->follow_up, "yes") ? "" : "yes"},
        {REMARK_MARKS, mark->marks}};
    return review_keep_record(w, RECORD_REMARK, review, pairs, COUNT(pairs), &id, err);
}

enum status review_keep_plan(struct receiving *w, const struct review_plan *plan, struct err *err)
{
    char quarter[16], from[24], revision[24];
    autostr year = STR_INIT, today = STR_INIT;
    int64_t id = 0;
    const struct review *review = w->review;
    period_write_year_short(&year, (int)review->fiscal_year);
    date_write_iso(&today, app_today(w->app));
    snprintf(quarter, sizeof quarter, "%d", (int)review->quarter);
    snprintf(from, sizeof from, "%lld", (long long)w->from);
    snprintf(revision, sizeof revision, "%lld", (long long)plan->revision);
    const struct review_pair pairs[] = {{REVIEW_FROM, from},
                                        {REVIEW_YEAR, year.buf},
                                        {REVIEW_QUARTER, quarter},
                                        {REVIEW_PLAN, plan->plan},
                                        {REVIEW_VERDICT, plan->verdict},
                                        {REVIEW_TEXT, plan->remark},
                                        {REVIEW_REVISION, revision},
                                        {REVIEW_SEAL, strcmp(plan->seal, "-") ? plan->seal : ""},
                                        {REVIEW_DATE, today.buf},
                                        {REVIEW_WRITTEN, review->written_at},
                                        {REVIEW_FILE, w->file.buf}};
    enum status status = review_keep_record(w, RECORD_REVIEW, 0, pairs, COUNT(pairs), &id, err);
    for (size_t i = 0; !status && i < plan->marks; i++)
        status = add_remark(w, id, &plan->mark[i], err);
    return status;
}

static enum status add_decision(struct receiving *w, int64_t item, size_t place,
                                const struct review_decision *decision, struct err *err)
{
    char number[24];
    int64_t id = 0;
    snprintf(number, sizeof number, "%zu", place);
    const struct review_pair pairs[] = {
        {DECISION_PLACE, number},      {DECISION_TEXT, decision->text},
        {DECISION_WHO, decision->who}, {DECISION_DUE, decision->due},
        {DECISION_STATE, "open"},      {DECISION_EVIDENCE, decision->evidence}};
    return review_keep_record(w, RECORD_DECISION, item, pairs, COUNT(pairs), &id, err);
}

// Decisions that follow each other under one subject are of one item.
static enum status add_decisions(struct receiving *w, int64_t meeting,
                                 const struct review_order *order, struct err *err)
{
    const char *subject = NULL;
    int64_t item = 0;
    size_t items = 0, place = 0;
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < order->decisions; i++) {
        const struct review_decision *decision = &order->decision[i];
        if (!subject || strcmp(subject, decision->item) != 0) {
            char number[24];
            snprintf(number, sizeof number, "%zu", ++items);
            subject = decision->item;
            const struct review_pair pairs[] = {{ITEM_PLACE, number}, {ITEM_SUBJECT, subject}};
            status = review_keep_record(w, RECORD_ITEM, meeting, pairs, COUNT(pairs), &item, err);
            place = 0;
        }
        if (!status)
            status = add_decision(w, item, ++place, decision, err);
    }
    return status;
}

enum status review_keep_order(struct receiving *w, const struct review_order *order,
                              struct err *err)
{
    autostr year = STR_INIT;
    int64_t id = 0;
    int32_t date = 0;
    if (date_read(order->date, strlen(order->date), DATE_STRICT, &date, NULL, NULL) == STATUS_OK)
        period_write_year_short(&year, period_year_of(date));
    const struct review_pair pairs[] = {{MEETING_TITLE, order->title},
                                        {MEETING_SORT, "superior"},
                                        {MEETING_YEAR, year.buf},
                                        {MEETING_DATE, order->date},
                                        {MEETING_OFFICE, w->review->from.name},
                                        {MEETING_MINUTES_MEMO, order->memo}};
    enum status status = review_keep_record(w, RECORD_MEETING, 0, pairs, COUNT(pairs), &id, err);
    return status ? status : add_decisions(w, id, order, err);
}
