// SPDX-License-Identifier: GPL-3.0-or-later
// Letters stand for every figure above them, so they are worked out again before they are written.
#include "fit.h"

#include "canon.h"
#include "orjon/report/archive.h"
#include "orjon/store/seals.h"
#include "private.h"

#include <string.h>

enum status fit_book(struct book *book, struct err *err)
{
    struct store *store = book->app->store;
    struct store_seal seal;
    autostr journal = STR_INIT, paper = STR_INIT, hash = STR_INIT;
    autopaper *read = NULL;
    enum status status =
        store_load_seal(store, STORE_OWN_OFFICE, book->plan->id, book->quarter, &seal, err);
    if (status || !seal.locked)
        return status;
    status = store_journal_hash(store, seal.seq - 1, &journal, err);
    if (status == STATUS_OK)
        status = store_load_paper(store, seal.seq, &paper, err);
    if (status == STATUS_OK)
        status = archive_read(paper.buf, paper.len, &read, err);
    if (status)
        return status;
    canon_digest(book, seal.revision, journal.buf, &paper, &hash);
    if (strcmp(hash.buf, seal.hash) == 0)
        return STATUS_OK;
    return err_set(err, STATUS_MISFIT,
                   _("%s: the return of %s for %s is not what was finalised; go back to a "
                     "backup"),
                   app_file(book->app), book->plan->name, SAY_QUARTER(book->quarter));
}

enum status fit_file(struct app *app, struct store_verdict *ret, struct err *err)
{
    struct store *store = app->store;
    enum status status = store_verify_file(store, err); // the rest looks things up in its indexes
    if (status == STATUS_OK)
        status = store_verify_chain(store, NULL, err);
    if (status == STATUS_OK)
        status = store_verify_figures(store, ret, err);
    if (status == STATUS_OK)
        status = store_verify_rest(store, err);
    if (status == STATUS_OK)
        status = store_verify_acts(store, err);
    return status;
}

// Where the disk or a lock is the hindrance, nothing is said about the seal.
static bool is_about_seal(enum status status)
{
    return status && status != STATUS_IO && status != STATUS_BUSY;
}

enum status fit_shelf(struct app *app, const struct shelf *shelf, const struct witnesses *witnesses,
                      struct err *err)
{
    enum status status = STATUS_OK;
    bool sealed = false;
    for (size_t i = 0; i < shelf->count && status == STATUS_OK; i++) {
        const struct book *book = shelf->book[i];
        sealed |= (book->sealed >> (shelf->quarter - 1) & 1) != 0 ||
                  witnesses_remember(witnesses, book->plan, shelf->quarter);
        status = fit_book(shelf->book[i], err);
    }
    if (status == STATUS_OK && sealed)
        status = fit_file(app, NULL, err);
    if (status == STATUS_OK && sealed && witnesses->verdict) {
        status = witnesses->verdict;
        if (err)
            *err = witnesses->why;
    }
    if (!is_about_seal(status))
        return status;
    err_prefix(err, _("The paper carries no letters: "));
    if (err)
        err->status = STATUS_MISFIT;
    return STATUS_MISFIT;
}
