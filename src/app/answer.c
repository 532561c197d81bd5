// SPDX-License-Identifier: GPL-3.0-or-later
// The check with its answered queries.
#include "orjon/app/finalise.h"

#include "memos.h"
#include "orjon/app/clock.h"
#include "orjon/app/evidence.h"
#include "orjon/app/meetings.h"
#include "orjon/base/refusal.h"
#include "orjon/base/text.h"
#include "orjon/store/answers.h"
#include "people.h"
#include "private.h"
#include "reviewed.h"

#include <string.h>

static enum status take(void *data, const struct store_answer *answer)
{
    findings_answer(data, &(struct finding_answer){.indicator = answer->indicator,
                                                   .code = answer->code,
                                                   .quarter = answer->quarter,
                                                   .reason = answer->reason,
                                                   .who = answer->who,
                                                   .at = answer->at});
    return STATUS_OK;
}

// First, for it may be the reason of others: dates that have not come yet.
static void check_clock(const struct app *app, struct findings *ret)
{
    autostr text = STR_INIT;
    const enum app_clock clock = app_clock(app, &text);
    if (clock != APP_CLOCK_PLAUSIBLE)
        findings_add_query(ret, app_clock_code(clock), text.buf);
}

// Only an office that keeps proofs for a plan is asked for those that are not there.
static void check_proofs(const struct book *book, bool whole, struct findings *ret)
{
    autoevidence evidence = {0};
    if (!book->proofs.count)
        return;
    for (size_t i = 0; i < book->plan->count; i++)
        for (int q = 1; q <= book->quarter; q++)
            app_list_proofs(book, &book->plan->indicator[i], q, whole, &evidence);
    check_evidence(&evidence, book->plan, book->years, book->quarter, ret);
}

enum status check_book(struct book *book, bool whole, struct findings *ret, struct err *err)
{
    check_clock(book->app, ret);
    enum status status = STATUS_OK;
    if (!(book->sealed & 1u << (book->quarter - 1))) { // who signed that one stands in its paper
        check_office(&book->app->office, ret);
        status = people_check_signer(book->app, ret, err);
        if (!status)
            status = memos_check_return(book, ret, err);
    }
    if (!status)
        check_plan(book->plan, book->years, book->quarter, app_today(book->app), ret);
    if (!status)
        check_proofs(book, whole, ret);
    if (!status)
        status = app_check_meetings(book, ret, err);
    if (!status)
        status =
            store_each_answer(book->app->store, STORE_OWN_OFFICE, book->plan->id, take, ret, err);
    return status ? status : reviewed_check(book, ret, err);
}

enum status app_check(struct book *book, struct findings *ret, struct err *err)
{
    return check_book(book, false, ret, err);
}

// The queries that are meant, and what is to become of them.
struct wanted {
    struct book *book;
    const struct indicator *indicator; // NULL: of the plan
    int quarter;
    const char *code;
    const char *reason; // NULL: the answer is withdrawn
};

static bool is_wanted(const struct finding *f, const struct wanted *wanted)
{
    const char *code = wanted->indicator ? wanted->indicator->code : "";
    return strcmp(f->indicator, code) == 0 && strcmp(f->code, wanted->code) == 0 &&
           (!wanted->quarter || f->quarter == wanted->quarter);
}

static enum status change(const struct wanted *wanted, const struct finding *f, struct err *err)
{
    struct store *store = wanted->book->app->store;
    if (reviewed_is_query(f->code)) // stays with the remark
        return reviewed_answer(wanted->book, f, wanted->reason, err);
    const struct store_answer answer = {.office = STORE_OWN_OFFICE,
                                        .plan = wanted->book->plan->id,
                                        .indicator_id =
                                            wanted->indicator ? wanted->indicator->id : 0,
                                        .indicator = f->indicator,
                                        .quarter = f->quarter,
                                        .code = f->code,
                                        .reason = wanted->reason};
    return wanted->reason ? store_put_answer(store, &answer, err)
                          : store_drop_answer(store, &answer, err);
}

// One answer stands for all findings of its code and quarter.
static bool is_repeated(const struct findings *findings, size_t i)
{
    const struct finding *f = &findings->finding[i];
    for (size_t k = 0; k < i; k++) {
        const struct finding *other = &findings->finding[k];
        if (other->quarter == f->quarter && strcmp(other->code, f->code) == 0 &&
            strcmp(other->indicator, f->indicator) == 0)
            return true;
    }
    return false;
}

static enum status change_all(const struct wanted *wanted, const struct findings *findings,
                              bool answered, size_t *ret_count, struct err *err)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *f = &findings->finding[i];
        if (!is_wanted(f, wanted) || (f->answer != NULL) != answered || is_repeated(findings, i))
            continue;
        if (f->severity == SEVERITY_ERROR)
            return err_set(err, STATUS_INVALID, _("An error is not answered but corrected: %s"),
                           f->message);
        enum status status = change(wanted, f, err);
        if (status)
            return status;
        ++*ret_count;
    }
    return STATUS_OK;
}

static enum status make(const struct wanted *wanted, size_t *ret_count, struct err *err)
{
    struct findings findings = {0};
    enum status status = app_check(wanted->book, &findings, err);
    if (status == STATUS_OK && wanted->reason)
        status = change_all(wanted, &findings, false, ret_count, err);
    if (status == STATUS_OK && !*ret_count)
        status = change_all(wanted, &findings, true, ret_count, err);
    findings_done(&findings);
    if (status || *ret_count)
        return status;
    return wanted->reason
               ? err_set(err, STATUS_NOT_FOUND,
                         _("There is no open query “%s” there; see orjon check --format tsv"),
                         wanted->code)
               : err_set(err, STATUS_NOT_FOUND, _("There is no answer to withdraw"));
}

// The book was read before the transaction began: it may be about other figures by now.
static enum status must_be_as_read(const struct wanted *wanted, struct err *err)
{
    return app_changed_elsewhere(wanted->book->app) ? refuse_changed(_("The file"), NULL, err)
                                                    : STATUS_OK;
}

static enum status run(const struct wanted *wanted, size_t *ret_count, struct err *err)
{
    struct store *store = wanted->book->app->store;
    *ret_count = 0;
    enum status status = store_begin_write(store, err);
    if (status)
        return status;
    status = must_be_as_read(wanted, err);
    if (status == STATUS_OK)
        status = make(wanted, ret_count, err);
    return store_end(store, status, err);
}

enum status app_answer(struct book *book, const struct indicator *indicator, int quarter,
                       const char *code, const char *reason, size_t *ret_count, struct err *err)
{
    autostr clean = STR_INIT;
    *ret_count = 0;
    enum status status = text_read(TEXT_REMARK, reason, strlen(reason), &clean, err);
    if (status == STATUS_OK && !clean.len)
        status = err_set(err, STATUS_USAGE, _("An answer needs a reason"));
    if (status)
        return status;
    const struct wanted wanted = {book, indicator, quarter, code, clean.buf};
    return run(&wanted, ret_count, err);
}

enum status app_withdraw_answer(struct book *book, const struct indicator *indicator, int quarter,
                                const char *code, size_t *ret_count, struct err *err)
{
    const struct wanted wanted = {book, indicator, quarter, code, NULL};
    return run(&wanted, ret_count, err);
}
