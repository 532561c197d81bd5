// SPDX-License-Identifier: GPL-3.0-or-later
// A plan with its figures and scores.
#include "orjon/app/book.h"

#include "orjon/base/refusal.h"
#include "orjon/domain/changed.h"
#include "orjon/domain/period.h"
#include "orjon/store/entries.h"
#include "orjon/store/plans.h"
#include "orjon/store/proofs.h"
#include "orjon/store/seals.h"
#include "private.h"

#include <string.h>

// Drops what was loaded, keeps who the book belongs to.
static void unload(struct book *book)
{
    plan_free(&book->plan);
    free(book->years);
    free(book->scores);
    free(book->opened);
    book->years = NULL;
    book->scores = NULL;
    book->opened = NULL;
    records_done(&book->proofs);
    arena_done(&book->texts);
}

static enum status rescore(struct book *book, struct err *err)
{
    enum status status =
        plan_turn_to(book->plan, period_quarter_end(book->plan->fiscal_year, book->quarter), err);
    return status ? status
                  : score_plan(book->plan, book->years, book->quarter, book->scores, &book->total,
                               err);
}

// Plan and figures come from one state of the file.
static enum status load(struct book *book, int64_t id, struct err *err)
{
    struct store *store = book->app->store;
    enum status status = store_begin_read(store, err);
    if (status)
        return status;
    status = store_load_plan(store, id, &book->plan, err);
    if (status == STATUS_OK) {
        book->years = mem_alloc(book->plan->count * sizeof *book->years);
        book->scores = mem_alloc(book->plan->count * sizeof *book->scores);
        status =
            store_load_entries(store, STORE_OWN_OFFICE, book->plan, &book->texts, book->years, err);
    }
    if (status == STATUS_OK)
        status =
            store_load_proofs(store, book->plan->name, book->plan->fiscal_year, &book->proofs, err);
    if (status == STATUS_OK)
        status = store_sealed_quarters(store, STORE_OWN_OFFICE, id, &book->sealed, err);
    store_rollback(store); // nothing was written
    return status ? status : rescore(book, err);
}

static enum status open_by_id(struct app *app, int64_t id, int quarter, struct book **ret,
                              struct err *err)
{
    struct book *book = mem_alloc(sizeof *book);
    book->app = app;
    book->quarter = quarter ? quarter : app->office.quarter;
    enum status status = load(book, id, err);
    if (status)
        book_free(&book);
    else
        *ret = book;
    return status;
}

enum status book_open(struct app *app, int fiscal_year, const char *name, int quarter,
                      struct book **ret, struct err *err)
{
    int64_t id = 0;
    enum status status = store_find_plan(
        app->store, fiscal_year ? fiscal_year : app->office.fiscal_year, name, &id, err);
    return status ? status : open_by_id(app, id, quarter, ret, err);
}

void book_free(struct book **book)
{
    if (!*book)
        return;
    free((*book)->draft);
    unload(*book);
    free(*book);
    *book = NULL;
}

enum status book_reload(struct book *book, struct err *err)
{
    struct book fresh = {.app = book->app, .quarter = book->quarter, .reading = book->reading + 1};
    enum status status = load(&fresh, book->plan->id, err);
    if (status) {
        unload(&fresh);
        return status;
    }
    unload(book);
    *book = fresh;
    return STATUS_OK;
}

enum status book_set_quarter(struct book *book, int quarter, struct err *err)
{
    book->quarter = quarter;
    return rescore(book, err);
}

static bool is_sealed(const struct book *book, int quarter)
{
    return book->sealed >> (unsigned)(quarter - 1) & 1;
}

enum status book_say_changes(struct book *book, size_t indicator, struct str *ret, struct err *err)
{
    return plan_say_changes(book->plan, book->years, book->quarter, book->scores, indicator, ret,
                            err);
}

void book_fill(const struct book *book, const char *name, struct str *ret)
{
    if (strcmp(name, "sort") == 0)
        str_add(ret, "remark");
    else if (strcmp(name, "plan") == 0)
        str_add(ret, book->plan->title);
    else if (strcmp(name, "year") == 0)
        period_write_year(ret, book->plan->fiscal_year, DIGITS_BENGALI);
    else if (strcmp(name, "quarter") == 0)
        str_add(ret, period_quarter_ordinal(book->quarter, DIGITS_BENGALI));
}

// A return prints the figures of the quarters before it too.
enum status app_may_change(const struct app *app, const struct book *book, int quarter,
                           struct err *err)
{
    enum status status = store_may_write(app->store, err);
    if (!status && book && !book->sender && book->plan->fiscal_year <= app->office.closed_year)
        status = office_refuse_closed(book->plan->fiscal_year, err);
    if (!status && book && book->sender && quarter > book->quarter)
        status = err_set(err, STATUS_LOCKED, _("the return is of %s"), SAY_QUARTER(book->quarter));
    for (int q = quarter; !status && book && q && q <= QUARTERS; q++)
        if (is_sealed(book, q))
            status = refuse_sealed(err);
    return status;
}

enum status app_may_finalise(const struct book *book, struct err *err)
{
    enum status status = store_may_write(book->app->store, err);
    return !status && is_sealed(book, book->quarter) ? refuse_sealed(err) : status;
}

struct ids {
    int64_t *id;
    size_t count;
    const char *name;
};

static enum status take_id(void *data, const struct plan_summary *summary)
{
    struct ids *ids = data;
    if (ids->name && strcmp(ids->name, summary->name) != 0)
        return STATUS_OK;
    ids->id = mem_resize(ids->id, ids->count + 1, sizeof *ids->id);
    ids->id[ids->count++] = summary->id;
    return STATUS_OK;
}

static enum status no_plans(int fiscal_year, const char *name, struct err *err)
{
    autostr year = STR_INIT;
    period_write_year(&year, fiscal_year, i18n_digits());
    return name ? err_set(err, STATUS_NOT_FOUND, _("There is no plan %s for %s"), name, year.buf)
                : err_set(err, STATUS_NOT_FOUND, _("There are no plans for %s"), year.buf);
}

static enum status fill_shelf(struct app *app, const char *name, struct shelf *shelf,
                              struct err *err)
{
    struct ids ids = {.name = name};
    enum status status = store_each_plan(app->store, shelf->fiscal_year, take_id, &ids, err);
    if (status == STATUS_OK && ids.count == 0)
        status = no_plans(shelf->fiscal_year, name, err);
    if (status == STATUS_OK)
        shelf->book = mem_alloc(ids.count * sizeof *shelf->book);
    for (size_t i = 0; i < ids.count && status == STATUS_OK; i++) {
        status = open_by_id(app, ids.id[i], shelf->quarter, &shelf->book[i], err);
        shelf->count += status == STATUS_OK;
    }
    free(ids.id);
    return status;
}

enum status shelf_open(struct app *app, int fiscal_year, const char *name, int quarter,
                       struct shelf *ret, struct err *err)
{
    struct shelf shelf = {.fiscal_year = fiscal_year ? fiscal_year : app->office.fiscal_year,
                          .quarter = quarter ? quarter : app->office.quarter};
    if (name && strcmp(name, "all") == 0)
        name = NULL;
    enum status status = store_begin_read(app->store, err); // all plans from one state of the file
    if (status)
        return status;
    status = fill_shelf(app, name, &shelf, err);
    store_rollback(app->store); // nothing was written
    if (status)
        shelf_done(&shelf);
    else
        *ret = shelf;
    return status;
}

void shelf_done(struct shelf *shelf)
{
    for (size_t i = 0; i < shelf->count; i++)
        book_free(&shelf->book[i]);
    free(shelf->book);
    *shelf = (struct shelf){0};
}

void shelf_roll_up(const struct shelf *shelf, struct rollup *ret)
{
    *ret = (struct rollup){0};
    for (size_t i = 0; i < shelf->count; i++)
        rollup_add(ret, shelf->book[i]->plan, &shelf->book[i]->total);
}
