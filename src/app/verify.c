// SPDX-License-Identifier: GPL-3.0-or-later
// Verifying the file.
#include "orjon/app/verify.h"

#include "evidence.h"
#include "fit.h"
#include "orjon/store/plans.h"
#include "orjon/store/seals.h"
#include "private.h"
#include "receive.h"
#include "witness.h"

#include <stdio.h>

static enum status verify_seal(struct app *app, const struct plan_summary *plan, int quarter,
                               struct err *err)
{
    __attribute__((cleanup(book_free))) struct book *book = NULL;
    enum status status = book_open(app, plan->fiscal_year, plan->name, quarter, &book, err);
    if (status == STATUS_OK)
        status = fit_book(book, err);
    return status == STATUS_MISFIT
               ? err_set(err, STATUS_DAMAGED,
                         _("%s is damaged: the return of %s for %s is not what was "
                           "finalised; go back to a backup"),
                         app_file(app), plan->name, SAY_QUARTER(quarter))
               : status;
}

struct sealed {
    struct app *app;
    size_t count;
    struct err *err;
};

static enum status verify_plan(void *data, const struct plan_summary *plan)
{
    struct sealed *sealed = data;
    unsigned quarters = 0;
    enum status status = store_sealed_quarters(sealed->app->store, STORE_OWN_OFFICE, plan->id,
                                               &quarters, sealed->err);
    for (int q = 1; q <= QUARTERS && status == STATUS_OK; q++)
        if (quarters & 1U << (q - 1)) {
            status = verify_seal(sealed->app, plan, q, sealed->err);
            sealed->count++;
        }
    return status;
}

static enum status verify_all(struct app *app, struct app_verdict *ret, struct err *err)
{
    struct store *store = app->store;
    struct store_verdict figures = {0};
    autostr head = STR_INIT;
    enum status status = fit_file(app, &figures, err);
    if (status == STATUS_OK)
        status = store_journal_head(store, &ret->rows, &head, err);
    struct sealed sealed = {app, 0, err};
    if (status == STATUS_OK)
        status = store_each_plan(app->store, 0, verify_plan, &sealed, err);
    if (status == STATUS_OK)
        status = received_verify(app, &ret->receipts, err);
    ret->seals = sealed.count;
    ret->figures = figures.figures;
    snprintf(ret->head, sizeof ret->head, "%s", head.buf);
    return status;
}

enum status app_verify(struct app *app, struct app_verdict *ret, struct err *err)
{
    *ret = (struct app_verdict){0};
    enum status status = store_begin_read(app->store, err); // one state for all of it
    if (status)
        return status;
    status = verify_all(app, ret, err);
    store_rollback(app->store); // nothing was written
    if (status)
        return status;
    autowitnesses witnesses = {0};
    status = witnesses_hear(app, &witnesses, err);
    ret->compared = witnesses.compared;
    if (status == STATUS_OK && witnesses.verdict) {
        if (err)
            *err = witnesses.why;
        return witnesses.verdict;
    }
    return status ? status : evidence_verify(app, &ret->proofs, err);
}
