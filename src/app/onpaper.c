// SPDX-License-Identifier: GPL-3.0-or-later
// The book of a return that came on paper: opened, typed, saved as what that office sent.
#include "onpaper.h"

#include "orjon/base/refusal.h"
#include "orjon/domain/changed.h"
#include "orjon/domain/template.h"
#include "receive.h"
#include "reviews.h"

#include <stdlib.h>
#include <string.h>

// --- what is there ------------------------------------------------------------------------------

struct there {
    int quarter;
    int64_t base, template_id; // the last receipt up to the quarter
    int64_t own, revision;     // the one of the quarter itself; 0: none
    bool is_signed;
};

static enum status see(void *data, const struct store_receipt *receipt)
{
    struct there *there = data;
    if (receipt->quarter > there->quarter)
        return STATUS_OK;
    there->base = receipt->id;
    there->template_id = receipt->template_id;
    if (receipt->quarter == there->quarter) {
        there->own = receipt->id;
        there->revision = receipt->revision;
        there->is_signed = !receipt->on_paper;
    }
    return STATUS_OK;
}

static enum status look(struct app *app, const struct app_review_of *of, struct there *ret,
                        struct err *err)
{
    *ret = (struct there){.quarter = of->quarter};
    return store_each_receipt(app->store, of->office, of->fiscal_year, of->plan, 0, see, ret, err);
}

static struct app_review_of of_book(const struct book *book)
{
    return (struct app_review_of){.office = book->sender,
                                  .fiscal_year = book->plan->fiscal_year,
                                  .quarter = book->quarter,
                                  .plan = book->plan->name};
}

// --- opening ------------------------------------------------------------------------------------

static enum status load_figures(struct book *book, const struct there *there, struct err *err)
{
    const struct plan *plan = book->plan;
    book->years = mem_alloc((plan->count + 1) * sizeof *book->years);
    book->scores = mem_alloc((plan->count + 1) * sizeof *book->scores);
    for (size_t i = 0; i < plan->count * QUARTERS; i++)
        book->years[i / QUARTERS].quarter[i % QUARTERS] = (struct entry){.typed = "", .remark = ""};
    enum status status = there->base
                             ? store_load_received(book->app->store, there->base, plan->count,
                                                   &book->texts, book->years, err)
                             : STATUS_OK;
    if (!status)
        status =
            plan_turn_to(book->plan, period_quarter_end(plan->fiscal_year, book->quarter), err);
    if (!status)
        onpaper_remember(book);
    return status ? status
                  : score_plan(plan, book->years, book->quarter, book->scores, &book->total, err);
}

static enum status load_plan(struct book *book, const struct app_review_of *of,
                             const struct there *there, struct err *err)
{
    enum status status =
        there->base ? reviews_read_template(book->app, there->template_id, &book->plan, err)
                    : reviews_find_plan(book->app, of, &book->plan, err);
    if (!status && !book->plan)
        status = err_set(
            err, STATUS_NOT_FOUND,
            _("Nobody has sent a plan %s for that year, and none of that name is known"), of->plan);
    return status;
}

static enum status load(struct book *book, const struct app_review_of *of, struct err *err)
{
    autorecords unit = {0};
    struct there there;
    enum status status = app_load_record(book->app, RECORD_UNIT, of->office, &unit, err);
    if (!status)
        status = look(book->app, of, &there, err);
    if (status)
        return status;
    const char *name = reviews_name(&unit, of->office);
    if (there.is_signed)
        return err_set(
            err, STATUS_EXISTS,
            _("%s has sent this quarter signed: that stands, and nothing is typed beside it"),
            name);
    book->sender_name = arena_text(&book->texts, name, strlen(name));
    book->beside = there.base;
    status = load_plan(book, of, &there, err);
    return status ? status : load_figures(book, &there, err);
}

enum status app_onpaper_open(struct app *app, const struct app_review_of *of, struct book **ret,
                             struct err *err)
{
    const struct app_review_of filled = reviews_filled(app, of);
    struct book *book = mem_alloc(sizeof *book);
    *book = (struct book){.app = app, .sender = of->office, .quarter = filled.quarter};
    enum status status = store_begin_read(app->store, err);
    if (!status) {
        status = load(book, &filled, err);
        store_rollback(app->store); // nothing was written
    }
    if (status)
        book_free(&book);
    else
        *ret = book;
    return status;
}

// --- saving -------------------------------------------------------------------------------------

static struct store_received *list_figures(const struct book *book, size_t *ret_count)
{
    const size_t all = book->plan->count * QUARTERS;
    struct store_received *figure = mem_alloc((all + 1) * sizeof *figure);
    *ret_count = 0;
    for (size_t i = 0; i < all; i++) {
        const int quarter = (int)(i % QUARTERS) + 1;
        const struct entry *entry = &book->years[i / QUARTERS].quarter[quarter - 1];
        if (quarter <= book->quarter && (entry->state != ENTRY_EMPTY || *entry->remark))
            figure[(*ret_count)++] = (struct store_received){(int)(i / QUARTERS), quarter, entry};
    }
    return figure;
}

static enum status put(struct book *book, const struct there *there, struct err *err)
{
    autostr template_text = STR_INIT, kept = STR_INIT;
    autorecords unit = {0};
    size_t figures = 0;
    int64_t seq = 0;
    autofree struct store_received *figure = list_figures(book, &figures);
    enum status status = app_load_record(book->app, RECORD_UNIT, book->sender, &unit, err);
    if (status)
        return status;
    template_write(book->plan, &template_text);
    onpaper_write(book, unit.record->text[UNIT_CODE], &kept);
    const struct store_arrival arrival = {.office = book->sender,
                                          .fiscal_year = book->plan->fiscal_year,
                                          .quarter = book->quarter,
                                          .plan = book->plan->name,
                                          .revision = there->own ? there->revision + 1 : 0,
                                          .seal = "",
                                          .day = today_in_dhaka(book->app),
                                          .template_text = template_text.buf,
                                          .figure = figure,
                                          .figures = figures};
    return store_receive(book->app->store, &arrival, 1, &kept, &seq, err);
}

// With a second look: two people may have it before them, and the quarters before are saved with
// it.
enum status app_onpaper_save(struct book *book, struct err *err)
{
    struct app *app = book->app;
    const struct app_review_of of = of_book(book);
    struct there there;
    if (!book->unsaved)
        return STATUS_OK;
    enum status status = app_begin(app, err);
    if (status)
        return status;
    status = look(app, &of, &there, err);
    if (!status && there.base != book->beside)
        status = refuse_changed(book->plan->title, NULL, err);
    if (!status)
        status = put(book, &there, err);
    if (!status) // before the commit: what is saved must not be called a failure
        status = look(app, &of, &there, err);
    status = app_end(app, status, err);
    if (status)
        return status;
    book->unsaved = false;
    book->beside = there.base;
    onpaper_remember(book);
    onpaper_drop_draft(book);
    return STATUS_OK;
}
