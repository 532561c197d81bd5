// SPDX-License-Identifier: GPL-3.0-or-later
// Finalising and reopening.
#include "orjon/app/finalise.h"

#include "canon.h"
#include "memos.h"
#include "orjon/app/reviewed.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/store/seals.h"
#include "private.h"
#include "signed.h"

#include <string.h>

// The return with all that its paper says.
static enum status digest(const struct book *book, struct str *ret, struct err *err)
{
    autostr paper = STR_INIT;
    enum status status = signed_compose(book, &paper, err);
    if (status == STATUS_OK)
        canon_digest(book, 0, "", &paper, ret);
    return status;
}

// Reads book and particulars again. CHANGED when the return is another than was seen: nobody signs
// that.
static enum status read_as_seen(struct book *book, struct err *err)
{
    autostr seen = STR_INIT, now = STR_INIT;
    enum status status = digest(book, &seen, err);
    if (status == STATUS_OK)
        status = app_load_office(book->app, err);
    if (status == STATUS_OK)
        status = book_reload(book, err);
    if (status == STATUS_OK)
        status = digest(book, &now, err);
    if (status)
        return status;
    return strcmp(seen.buf, now.buf) == 0 ? STATUS_OK : refuse_changed(_("The return"), NULL, err);
}

// The book as it stands now, and the number of its revision; *ret_done: it is finalised already.
static enum status look(struct book *book, int *ret_revision, bool *ret_done,
                        struct findings *findings, struct err *err)
{
    struct app_seal seal;
    enum status status = read_as_seen(book, err);
    if (status == STATUS_OK)
        status = app_seal(book, book->quarter, &seal, err);
    if (status == STATUS_OK)
        status = check_book(book, true, findings, err);
    if (status)
        return status;
    *ret_done = seal.sealed;
    *ret_revision = seal.revision;
    return STATUS_OK;
}

static enum status seal_one(struct book *book, int revision, struct err *err)
{
    struct store *store = book->app->store;
    autostr journal = STR_INIT, paper = STR_INIT, hash = STR_INIT;
    int64_t seq = 0;
    enum status status = memos_take_return(book, err);
    if (status == STATUS_OK)
        status = store_journal_head(store, &seq, &journal, err);
    if (status == STATUS_OK)
        status = signed_compose(book, &paper, err);
    if (status)
        return status;
    canon_digest(book, revision, journal.buf, &paper, &hash);
    return store_seal_quarter(store, STORE_OWN_OFFICE, book->plan->id, book->quarter, hash.buf,
                              &paper, err);
}

// First all are checked, then all are sealed.
static enum status seal_all(struct shelf *shelf, struct findings *findings, struct err *err)
{
    autofree int *revision = mem_alloc((shelf->count + 1) * sizeof *revision);
    autofree bool *done = mem_alloc((shelf->count + 1) * sizeof *done);
    size_t errors = 0, left = 0;
    enum status status = STATUS_OK;
    for (size_t i = 0; i < shelf->count && status == STATUS_OK; i++) {
        status = look(shelf->book[i], &revision[i], &done[i], &findings[i], err);
        errors += done[i] ? 0 : findings[i].errors;
        left += !done[i];
    }
    if (status)
        return status;
    if (!left)
        return refuse_sealed(err);
    if (errors)
        return err_set(
            err, STATUS_FINDINGS,
            tr_count("%s error; nothing was finalised", "%s errors; nothing was finalised", errors),
            SAY(errors));
    for (size_t i = 0; i < shelf->count && status == STATUS_OK; i++)
        if (!done[i])
            status = seal_one(shelf->book[i], revision[i], err);
    return status;
}

static enum status finalise(struct app *app, struct shelf *shelf, struct findings *findings,
                            struct err *err)
{
    enum status status = store_begin_write(app->store, err);
    if (status)
        return status;
    status = seal_all(shelf, findings, err);
    status = store_end(app->store, status, err);
    for (size_t i = 0; i < shelf->count && status == STATUS_OK; i++)
        status = book_reload(shelf->book[i], err); // now locked
    return status;
}

enum status app_finalise(struct app *app, struct shelf *shelf, const char *passphrase,
                         struct findings *ret, struct err *err)
{
    autofree struct findings *own = mem_alloc((shelf->count + 1) * sizeof *own);
    struct findings *findings = ret ? ret : own;
    enum status status = app_officer(app, passphrase, err);
    if (status == STATUS_OK)
        status = finalise(app, shelf, findings, err);
    if (status == STATUS_OK)
        app_keep_copy(app, "finalise");
    for (size_t i = 0; i < shelf->count; i++)
        findings_done(&own[i]);
    return status;
}

// That a return was sent back is a reason.
static enum status find_reason(struct book *book, int quarter, const char *reason, struct str *ret,
                               struct err *err)
{
    autoreviews reviews = {0};
    enum status status = reason && *reason
                             ? text_read(TEXT_REMARK, reason, strlen(reason), ret, err)
                             : app_load_reviews(book, &reviews, err);
    if (status == STATUS_OK && !ret->len)
        app_say_reopening(&reviews.quarter[quarter - 1], ret);
    return status;
}

enum status app_reopen(struct book *book, int quarter, const char *reason, const char *passphrase,
                       struct err *err)
{
    autostr clean = STR_INIT;
    enum status status = find_reason(book, quarter, reason, &clean, err);
    if (status == STATUS_OK)
        status = app_officer(book->app, passphrase, err);
    if (status == STATUS_OK)
        status = store_reopen_quarter(book->app->store, STORE_OWN_OFFICE, book->plan->id, quarter,
                                      clean.buf, err);
    return status ? status : book_reload(book, err);
}
