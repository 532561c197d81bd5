// SPDX-License-Identifier: GPL-3.0-or-later
// What is other than in the return that was sent back: of an office below by its receipts, of this
// office by the journal since that return was finalised.
#include "orjon/app/revisions.h"

#include "differences.h"
#include "orjon/app/reviewed.h"
#include "orjon/store/journal.h"
#include "orjon/store/seals.h"
#include "reviews.h"

#include <string.h>

// --- an office below ----------------------------------------------------------------------------

static enum status compare(const struct app_review *r, const struct store_receipt *old,
                           struct differences *found, struct err *err)
{
    struct plan *plan = NULL;
    struct year *before = NULL;
    struct arena texts = {0};
    enum status status = reviews_load_figures(r->app, old, &plan, &texts, &before, err);
    if (!status)
        differences_find(found, plan, before, r->plan, r->years);
    plan_free(&plan);
    arena_done(&texts);
    return status;
}

static enum status list_below(struct app *app, const struct app_review_of *of,
                              struct app_changes *ret, struct differences *found, struct err *err)
{
    autoreview *r = NULL;
    enum status status = app_review_open(app, of, &r, err);
    if (status)
        return status;
    const struct store_receipt *old = r->earlier.id ? &r->earlier : &r->receipt;
    ret->known = r->earlier.id || (r->came && r->receipt.verdict);
    ret->revision = old->revision;
    ret->day = old->verdict_day;
    ret->reason = r->came ? arena_text(&ret->texts, old->reason, strlen(old->reason)) : "";
    return r->earlier.id ? compare(r, old, found, err) : STATUS_OK;
}

// --- this office --------------------------------------------------------------------------------

struct since {
    int64_t seq; // of the seal
    struct arena texts;
    struct entry before[QUARTERS];
    bool changed[QUARTERS];
};

// Newest first: what stands there in the end is the oldest, which is what was sealed.
static enum status take(void *data, const struct journal_row *row)
{
    struct since *since = data;
    if (row->seq <= since->seq)
        return STATUS_EXISTS; // enough
    if (row->quarter &&
        (row->what == JOURNAL_FIGURE || row->what == JOURNAL_UNDO || row->what == JOURNAL_REDO)) {
        since->changed[row->quarter - 1] = true;
        since->before[row->quarter - 1] = (struct entry){
            .state = row->old_state,
            .typed = arena_text(&since->texts, row->old_text, strlen(row->old_text)),
            .remark = arena_text(&since->texts, row->old_remark, strlen(row->old_remark))};
    }
    return STATUS_OK;
}

static enum status find_since(struct book *book, int64_t seq, struct differences *found,
                              struct err *err)
{
    struct since since = {.seq = seq};
    enum status status = STATUS_OK;
    for (size_t i = 0; !status && i < book->plan->count; i++) {
        const struct journal_query query = {.office = STORE_OWN_OFFICE,
                                            .indicator = book->plan->indicator[i].id};
        memset(since.changed, 0, sizeof since.changed);
        status = store_read_journal(book->app->store, &query, take, &since, err);
        if (status == STATUS_EXISTS)
            status = STATUS_OK;
        for (int q = 1; q <= book->quarter; q++)
            if (since.changed[q - 1])
                differences_note(found, book->plan->indicator[i].code, q, &since.before[q - 1],
                                 &book->years[i].quarter[q - 1]);
    }
    arena_done(&since.texts);
    return status;
}

static enum status list_reviewed(struct book *book, const struct app_reviewed *r,
                                 struct app_changes *ret, struct differences *found,
                                 struct err *err)
{
    struct store_found seal = {0};
    if (r->verdict != VERDICT_RETURNED || !*r->seal)
        return STATUS_OK;
    enum status status = store_find_hash(book->app->store, r->seal, &seal, err);
    if (status || !seal.seq)
        return status;
    ret->known = true;
    ret->revision = r->revision;
    ret->reason = arena_text(&ret->texts, r->reason, strlen(r->reason));
    ret->day = r->day;
    return find_since(book, seal.seq, found, err);
}

static enum status list_own(struct app *app, const struct app_review_of *of,
                            struct app_changes *ret, struct differences *found, struct err *err)
{
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    autoreviews reviews = {0};
    enum status status = book_open(app, of->fiscal_year, of->plan, of->quarter, &book, err);
    if (!status)
        status = app_load_reviews(book, &reviews, err);
    return status ? status
                  : list_reviewed(book, &reviews.quarter[book->quarter - 1], ret, found, err);
}

// --- either -------------------------------------------------------------------------------------

enum status app_list_changes(struct app *app, const struct app_review_of *of,
                             struct app_changes *ret, struct err *err)
{
    *ret = (struct app_changes){.reason = ""};
    struct differences found = {.texts = &ret->texts};
    enum status status =
        of->office ? list_below(app, of, ret, &found, err) : list_own(app, of, ret, &found, err);
    ret->change = found.difference;
    ret->count = found.count;
    return status;
}

void app_changes_done(struct app_changes *changes)
{
    arena_done(&changes->texts);
    *changes = (struct app_changes){0};
}

const struct app_difference *app_find_change(const struct app_changes *changes, const char *code,
                                             int quarter)
{
    for (size_t i = 0; i < changes->count; i++)
        if (changes->change[i].quarter == quarter &&
            strcmp(changes->change[i].indicator, code) == 0)
            return &changes->change[i];
    return NULL;
}
