// SPDX-License-Identifier: GPL-3.0-or-later
// The year to date over all plans.
#include "orjon/app/progress.h"

#include "orjon/app/finalise.h"
#include "orjon/domain/missing.h"

#include <stdlib.h>
#include <string.h>

// --- names --------------------------------------------------------------------------------------

const char *progress_filter_name(enum progress_filter filter)
{
#define X(name, word, said) said,
    static const char *const names[] = {PROGRESS_FILTER_LIST(X)};
#undef X
    return tr(names[filter]);
}

const char *progress_order_name(enum progress_order order)
{
#define X(name, word, said) said,
    static const char *const names[] = {PROGRESS_ORDER_LIST(X)};
#undef X
    return tr(names[order]);
}

static int find_word(const char *const *words, size_t n, const char *word)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(words[i], word) == 0)
            return (int)i;
    return -1;
}

int progress_filter_from_word(const char *word)
{
#define X(name, word, said) word,
    static const char *const words[] = {PROGRESS_FILTER_LIST(X)};
#undef X
    return find_word(words, PROGRESS_FILTERS, word);
}

int progress_order_from_word(const char *word)
{
#define X(name, word, said) word,
    static const char *const words[] = {PROGRESS_ORDER_LIST(X)};
#undef X
    return find_word(words, PROGRESS_ORDERS, word);
}

// --- reading ------------------------------------------------------------------------------------

const struct indicator *progress_indicator(const struct progress_row *row)
{
    return &row->book->plan->indicator[row->index];
}

const struct score *progress_score(const struct progress_row *row)
{
    return &row->book->scores[row->index];
}

static size_t count_open(const struct findings *findings, const char *code)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count += !findings->finding[i].answer && strcmp(findings->finding[i].indicator, code) == 0;
    return count;
}

static void fill_row(struct progress_row *row, const struct findings *findings)
{
    const struct book *book = row->book;
    const struct indicator *indicator = progress_indicator(row);
    const struct score *score = progress_score(row);
    const struct year *year = &book->years[row->index];
    schedule_reached(indicator, year, book->quarter, row->reached);
    row->got = score->marks;
    row->left = schedule_to_win(score);
    row->schedule = schedule_of(indicator, year, book->quarter, score, app_today(book->app));
    row->has_due = schedule_due(indicator, year, book->plan->fiscal_year, score, &row->due);
    row->empty = figure_is_missing(book->plan, indicator, &year->quarter[book->quarter - 1]);
    row->findings = count_open(findings, indicator->code);
}

// The marks up to each quarter that has begun, the one in hand last: so the book is left as it was.
static enum status mark_quarters(struct book *book, struct mark *ret_marks, struct err *err)
{
    const int in_hand = book->quarter;
    enum status status = STATUS_OK;
    for (int q = 1; q <= in_hand && !status; q++) {
        status = book_set_quarter(book, q, err);
        ret_marks[q - 1] = book->total.marks;
    }
    return status;
}

static enum status add_plan(struct progress *progress, size_t plan, struct err *err)
{
    struct book *book = progress->shelf.book[plan];
    struct progress_row *rows = &progress->row[progress->count];
    struct findings findings = {0};
    memset(rows, 0, book->plan->count * sizeof *rows);
    enum status status = mark_quarters(book, progress->marks[plan], err);
    if (!status)
        status = app_check(book, &findings, err);
    for (size_t i = 0; i < book->plan->count && !status; i++) {
        rows[i].book = book;
        rows[i].plan = plan;
        rows[i].index = i;
        fill_row(&rows[i], &findings);
    }
    findings_done(&findings);
    progress->count += status ? 0 : book->plan->count;
    return status;
}

enum status app_progress(struct app *app, int fiscal_year, int quarter, struct progress *ret,
                         struct err *err)
{
    *ret = (struct progress){0};
    enum status status = shelf_open(app, fiscal_year, NULL, quarter, &ret->shelf, err);
    if (status)
        return status;
    size_t most = 0;
    for (size_t b = 0; b < ret->shelf.count; b++)
        most += ret->shelf.book[b]->plan->count;
    ret->marks = mem_alloc((ret->shelf.count + 1) * sizeof *ret->marks);
    memset(ret->marks, 0, ret->shelf.count * sizeof *ret->marks);
    ret->row = mem_alloc((most + 1) * sizeof *ret->row);
    for (size_t b = 0; b < ret->shelf.count && !status; b++)
        status = add_plan(ret, b, err);
    return status;
}

void progress_done(struct progress *progress)
{
    shelf_done(&progress->shelf);
    free(progress->marks);
    free(progress->row);
    *progress = (struct progress){0};
}

// --- which of them, in which order --------------------------------------------------------------

static bool passes(const struct progress_row *row, enum progress_filter filter)
{
    switch (filter) {
    case PROGRESS_BEHIND:
        return row->schedule == SCHEDULE_BEHIND;
    case PROGRESS_EMPTY:
        return row->empty;
    case PROGRESS_FINDINGS:
        return row->findings > 0;
    default:
        return true;
    }
}

// All rows stand in one array in the order of the plans.
static int by_plan(const void *a, const void *b)
{
    const struct progress_row *const *x = a, *const *y = b;
    return (*x > *y) - (*x < *y);
}

static int by_marks(const void *a, const void *b)
{
    const struct progress_row *const *x = a, *const *y = b;
    const struct ratio none = ratio_of(-1, 1);
    const int order =
        ratio_compare((*y)->left.set ? (*y)->left.r : none, (*x)->left.set ? (*x)->left.r : none);
    return order ? order : by_plan(a, b);
}

static int by_date(const void *a, const void *b)
{
    const struct progress_row *const *x = a, *const *y = b;
    if ((*x)->has_due != (*y)->has_due)
        return (*x)->has_due ? -1 : 1;
    if ((*x)->has_due && (*x)->due != (*y)->due)
        return (*x)->due < (*y)->due ? -1 : 1;
    return by_marks(a, b);
}

size_t progress_list(const struct progress *progress, enum progress_filter filter,
                     enum progress_order order, const struct progress_row **ret)
{
    static int (*const compare[PROGRESS_ORDERS])(const void *, const void *) = {
        [PROGRESS_BY_PLAN] = by_plan, [PROGRESS_BY_MARKS] = by_marks, [PROGRESS_BY_DATE] = by_date};
    size_t count = 0;
    for (size_t i = 0; i < progress->count; i++)
        if (passes(&progress->row[i], filter))
            ret[count++] = &progress->row[i];
    qsort(ret, count, sizeof *ret, compare[order]);
    return count;
}
