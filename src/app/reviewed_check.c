// SPDX-License-Identifier: GPL-3.0-or-later
// What was remarked above, as queries of the check, and their answers.
#include "reviewed.h"

#include "orjon/app/reviews.h"
#include "orjon/store/records.h"
#include "private.h"

#include <string.h>

static void add(struct findings *ret, const char *code, const char *indicator, int quarter,
                const char *message, const struct app_answered *answer)
{
    findings_add_query(ret, code, message);
    struct finding *f = &ret->finding[ret->count - 1];
    f->indicator = indicator;
    f->quarter = quarter;
    if (!*answer->text)
        return;
    f->answer = mem_copy_text(answer->text, strlen(answer->text));
    f->answered_by = mem_copy_text(answer->who, strlen(answer->who));
    f->answered_at = mem_copy_text(answer->at, strlen(answer->at));
    ret->answered++;
}

static bool is_asked(const struct book *book, const struct app_reviewed *r,
                     const struct app_remark *remark, int quarter)
{
    if (*remark->answer.text)
        return true;
    return !r->corrected && (quarter == book->quarter || remark->follow_up || r->waits);
}

static void check_quarter(const struct book *book, const struct app_reviewed *r, int quarter,
                          struct findings *ret)
{
    autostr text = STR_INIT;
    app_say_returned(r, &text);
    if (r->waits || (text.len && *r->answer.text))
        add(ret, REVIEWED_SENT_BACK, "", quarter, text.buf, &r->answer);
    for (size_t i = 0; i < r->remarks; i++) {
        const struct app_remark *remark = &r->remark[i];
        const struct indicator *indicator = plan_find(book->plan, remark->code);
        const bool whole = strcmp(remark->code, APP_REVIEW_NOTE) == 0;
        if ((!indicator && !whole) || !app_remark_speaks(remark) ||
            !is_asked(book, r, remark, quarter))
            continue;
        str_reset(&text);
        app_say_remark(r, remark, &text);
        add(ret, REVIEWED_REMARK, whole ? "" : indicator->code, quarter, text.buf, &remark->answer);
    }
}

enum status reviewed_check(struct book *book, struct findings *ret, struct err *err)
{
    autoreviews reviews = {0};
    enum status status = app_load_reviews(book, &reviews, err);
    for (int q = 1; !status && q <= book->quarter; q++)
        if (reviews.quarter[q - 1].there)
            check_quarter(book, &reviews.quarter[q - 1], q, ret);
    return status;
}

bool reviewed_is_query(const char *code)
{
    return strcmp(code, REVIEWED_REMARK) == 0 || strcmp(code, REVIEWED_SENT_BACK) == 0;
}

enum status reviewed_answer(struct book *book, const struct finding *query, const char *answer,
                            struct err *err)
{
    autoreviews reviews = {0};
    struct store *store = book->app->store;
    const char *text = answer ? answer : "";
    enum status status = app_load_reviews(book, &reviews, err);
    if (status)
        return status;
    const struct app_reviewed *r = &reviews.quarter[query->quarter - 1];
    if (strcmp(query->code, REVIEWED_SENT_BACK) == 0)
        return store_put_field(store, RECORD_REVIEW, r->id, REVIEW_ANSWER, NULL, text, err);
    const struct app_remark *remark =
        app_find_remark(r, *query->indicator ? query->indicator : APP_REVIEW_NOTE);
    return remark
               ? store_put_field(store, RECORD_REMARK, remark->id, REMARK_ANSWER, NULL, text, err)
               : STATUS_OK;
}
