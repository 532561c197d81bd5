// SPDX-License-Identifier: GPL-3.0-or-later
// The paper that is signed.
#include "signed.h"

#include "orjon/app/layouts.h"
#include "orjon/papers/papers.h"
#include "orjon/report/archive.h"
#include "orjon/store/seals.h"
#include "private.h"

#include <string.h>

enum status signed_compose(const struct book *book, struct str *ret, struct err *err)
{
    struct paper_plan plan = {.plan = book->plan,
                              .years = book->years,
                              .scores = book->scores,
                              .total = &book->total,
                              .sealed = true};
    autolayouts *layouts = NULL;
    enum status status = app_read_layouts(book->app, &layouts, err);
    if (status)
        return status;
    const struct paper_request request = {
        .office = &book->app->office,
        .plans = &plan,
        .count = 1,
        .quarter = book->quarter,
        .date = app_today(book->app),
        .digits = book->app->paper_digits,
        .layouts = layouts,
    };
    autopaper *paper = NULL;
    const struct paper_kind *kind = paper_kind_find("return");
    status = kind->compose(kind, &request, &paper, err);
    if (status == STATUS_OK)
        archive_write(paper, ret);
    return status;
}

enum status signed_read(const struct book *book, struct paper **ret, struct err *err)
{
    struct store_seal seal;
    autostr bytes = STR_INIT;
    enum status status = store_load_seal(book->app->store, STORE_OWN_OFFICE, book->plan->id,
                                         book->quarter, &seal, err);
    if (status == STATUS_OK)
        status = store_load_paper(book->app->store, seal.seq, &bytes, err);
    return status ? status : archive_read(bytes.buf, bytes.len, ret, err);
}
