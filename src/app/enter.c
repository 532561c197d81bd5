// SPDX-License-Identifier: GPL-3.0-or-later
// Entering figures: read, check, save, rescore.
#include "orjon/app/enter.h"

#include "orjon/base/text.h"
#include "orjon/store/entries.h"
#include "private.h"

#include <string.h>

// What the figure shall be: the new text or the old one, with the state and remark asked for.
static enum status compose(struct book *book, const struct app_figure *figure,
                           const struct entry *seen, struct entry *ret, struct err *err)
{
    const struct indicator *indicator = &book->plan->indicator[figure->indicator];
    autostr typed = STR_INIT, remark = STR_INIT;
    enum status status = STATUS_OK;
    *ret = *seen;
    if (figure->text) {
        status = text_read(TEXT_NAME, figure->text, strlen(figure->text), &typed, err);
        if (status == STATUS_OK && figure->state < 0)
            status = entry_read(indicator, typed.buf, typed.len, ENTRY_TYPED, ret, err);
        if (status)
            return status;
        if (figure->state >= 0)
            *ret = (struct entry){0};
        ret->typed = arena_text(&book->texts, typed.buf, typed.len);
    }
    if (figure->state >= 0) {
        if (figure->state == ENTRY_VALUE && ret->state != ENTRY_VALUE)
            return err_set(err, STATUS_INVALID, _("%s: %s"), indicator->code,
                           entry_expectation(indicator));
        ret->state = (enum entry_state)figure->state;
    }
    // «to be done as planned» goes with its state; what the clerk wrote stays.
    bool phrase = strcmp(seen->remark, entry_state_remark(seen->state)) == 0;
    ret->remark = phrase && ret->state != seen->state ? "" : seen->remark;
    if (figure->remark) {
        status = text_read(TEXT_REMARK, figure->remark, strlen(figure->remark), &remark, err);
        ret->remark = arena_text(&book->texts, remark.buf, remark.len);
    }
    return status;
}

enum status app_read_figure(struct book *book, const struct app_figure *figure, struct entry *ret,
                            struct err *err)
{
    return compose(book, figure, &book->years[figure->indicator].quarter[figure->quarter - 1], ret,
                   err);
}

// The year with all that is entered can be marked; what could not is refused while it is only
// typed.
static enum status check_fits(const struct book *book, const struct app_figure *figures, size_t n,
                              const struct entry *wanted, struct err *err)
{
    enum status status = STATUS_OK;
    for (size_t i = 0; i < n && !status; i++) {
        const struct indicator *indicator = &book->plan->indicator[figures[i].indicator];
        struct year year = book->years[figures[i].indicator];
        for (size_t k = 0; k < n; k++)
            if (figures[k].indicator == figures[i].indicator)
                year.quarter[figures[k].quarter - 1] = wanted[k];
        status = score_fits(indicator, &year, err);
    }
    return status;
}

static enum status save(struct book *book, const struct app_figure *figures, size_t n,
                        const struct entry *wanted, struct err *err)
{
    if (book->sender) { // saved as a whole (onpaper.h)
        book->unsaved = true;
        return store_may_write(book->app->store, err);
    }
    autofree struct store_change *changes = mem_alloc((n + 1) * sizeof *changes);
    for (size_t i = 0; i < n; i++)
        changes[i] = (struct store_change){
            .office = STORE_OWN_OFFICE,
            .indicator = book->plan->indicator[figures[i].indicator].id,
            .quarter = figures[i].quarter,
            .seen = &book->years[figures[i].indicator].quarter[figures[i].quarter - 1],
            .entry = &wanted[i],
        };
    app_keep_daily(book->app);
    enum status status = store_put_entries(book->app->store, changes, n, "", NULL, err);
    if (status == STATUS_CHANGED)
        book_reload(book, NULL); // what it is now is seen before it is typed again
    book->app->draft_passed |= status == STATUS_OK;
    return status;
}

enum status app_enter_all(struct book *book, const struct app_figure *figures, size_t n,
                          struct findings *ret_findings, struct err *err)
{
    autofree struct entry *wanted = mem_alloc((n + 1) * sizeof *wanted);
    enum status status = STATUS_OK;
    for (size_t i = 0; i < n && status == STATUS_OK; i++)
        status = app_read_figure(book, &figures[i], &wanted[i], err);
    if (status == STATUS_OK)
        status = check_fits(book, figures, n, wanted, err);
    if (status == STATUS_OK)
        status = save(book, figures, n, wanted, err);
    if (status)
        return status;
    for (size_t i = 0; i < n; i++)
        book->years[figures[i].indicator].quarter[figures[i].quarter - 1] = wanted[i];
    for (size_t i = 0; i < n && ret_findings; i++) // beside what else was entered
        check_entry(&book->plan->indicator[figures[i].indicator],
                    &book->years[figures[i].indicator], book->plan->fiscal_year, figures[i].quarter,
                    app_today(book->app), ret_findings);
    return score_plan(book->plan, book->years, book->quarter, book->scores, &book->total, err);
}

enum status app_enter(struct book *book, const struct app_figure *figure,
                      struct findings *ret_findings, struct err *err)
{
    return app_enter_all(book, figure, 1, ret_findings, err);
}
