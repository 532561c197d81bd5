// SPDX-License-Identifier: GPL-3.0-or-later
// Verifying the file.
#include "orjon/app/verify.h"

#include "private.h"

#include <stdio.h>

static enum status verify_all(struct app *app, struct app_verdict *ret, struct err *err)
{
    struct store *store = app->store;
    struct store_verdict figures = {0};
    autostr head = STR_INIT;
    enum status status = store_verify_file(store, err);
    if (status == STATUS_OK)
        status = store_verify_chain(store, NULL, err);
    if (status == STATUS_OK)
        status = store_verify_figures(store, &figures, err);
    if (status == STATUS_OK)
        status = store_verify_rest(store, err);
    if (status == STATUS_OK)
        status = store_journal_head(store, &ret->rows, &head, err);
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
    return status;
}
