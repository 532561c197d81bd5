// SPDX-License-Identifier: GPL-3.0-or-later
// What is odd among the returns, put back to their offices as remarks to be followed up.
#include "orjon/app/below.h"

#include "orjon/app/reviews.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

const char *below_asked_code(const struct outlier *outlier)
{
    return *outlier->indicator ? outlier->indicator : APP_REVIEW_NOTE;
}

struct question {
    int64_t office;
    const char *code;
    struct str remark; // what stood there, then what is asked
    bool asked;        // it is followed up already
    size_t news;
};

struct asking {
    const struct below *below;
    struct question *question; // by office and code
    size_t count;
};

static int by_place(const void *a, const void *b)
{
    const struct question *x = a, *y = b;
    return x->office != y->office ? (x->office < y->office ? -1 : 1) : strcmp(x->code, y->code);
}

// One for each place of which something is asked.
static void lay(struct asking *a, const struct outlier *const *outliers, size_t count)
{
    size_t kept = 0;
    a->question = mem_alloc((count + 1) * sizeof *a->question);
    for (size_t i = 0; i < count; i++) {
        a->question[a->count++] = (struct question){.office = outliers[i]->office,
                                                    .code = below_asked_code(outliers[i]),
                                                    .remark = STR_INIT};
    }
    qsort(a->question, a->count, sizeof *a->question, by_place);
    for (size_t i = 0; i < a->count; i++)
        if (!kept || by_place(&a->question[kept - 1], &a->question[i]) != 0)
            a->question[kept++] = a->question[i];
    a->count = kept;
}

static struct question *find(const struct asking *a, int64_t office, const char *code)
{
    const struct question key = {.office = office, .code = code};
    return bsearch(&key, a->question, a->count, sizeof *a->question, by_place);
}

static enum status take_mark(void *data, int64_t office, const struct store_mark *mark)
{
    struct question *q = find(data, office, mark->code);
    if (!q)
        return STATUS_OK;
    q->asked = mark->follow_up;
    if (strcmp(mark->remark, "-") != 0)
        str_add(&q->remark, mark->remark);
    return STATUS_OK;
}

static void add(const struct asking *a, const struct outlier *outlier)
{
    struct question *q = find(a, outlier->office, below_asked_code(outlier));
    const bool there = strstr(q->remark.buf, outlier->message) != NULL;
    q->news += !there || !q->asked;
    if (!there)
        str_addf(&q->remark, "%s%s", q->remark.len ? "; " : "", outlier->message);
}

static enum status put(const struct asking *a, size_t *ret_count, struct err *err)
{
    const struct below *b = a->below;
    const struct app_review_of of = {
        .fiscal_year = b->fiscal_year, .quarter = b->quarter, .plan = b->name};
    autofree struct app_mark_at *at = mem_alloc((a->count + 1) * sizeof *at);
    size_t count = 0;
    for (size_t i = 0; i < a->count; i++) {
        const struct question *q = &a->question[i];
        if (!q->news)
            continue;
        at[count++] = (struct app_mark_at){
            q->office, {.code = q->code, .remark = q->remark.buf, .follow_up = "yes"}};
        *ret_count += q->news;
    }
    return app_put_marks_at(b->app, &of, at, count, NULL, err);
}

enum status app_below_ask(const struct below *below, const struct outlier *const *outliers,
                          size_t count, size_t *ret_count, struct err *err)
{
    struct store *store = below->app->store;
    struct asking a = {.below = below};
    *ret_count = 0;
    enum status status = app_begin(below->app, err);
    if (status)
        return status;
    lay(&a, outliers, count);
    status = store_each_mark(store, 0, below->fiscal_year, below->name, below->quarter, take_mark,
                             &a, err);
    for (size_t i = 0; i < count; i++)
        add(&a, outliers[i]);
    if (!status)
        status = put(&a, ret_count, err);
    for (size_t i = 0; i < a.count; i++)
        str_done(&a.question[i].remark);
    free(a.question);
    return app_end(below->app, status, err);
}
