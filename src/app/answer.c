// SPDX-License-Identifier: GPL-3.0-or-later
// The check with its answered queries.
#include "orjon/app/finalise.h"

#include "orjon/base/text.h"
#include "orjon/store/answers.h"
#include "private.h"

#include <string.h>

static enum status take(void *data, const struct store_answer *answer)
{
    struct findings *findings = data;
    for (size_t i = 0; i < findings->count; i++) {
        struct finding *f = &findings->finding[i];
        if (f->answer || f->severity == SEVERITY_ERROR || f->quarter != answer->quarter ||
            strcmp(f->indicator, answer->indicator) != 0 || strcmp(f->code, answer->code) != 0)
            continue;
        f->answer = mem_copy_text(answer->reason, strlen(answer->reason));
        findings->answered++;
    }
    return STATUS_OK;
}

enum status app_check(struct book *book, struct findings *ret, struct err *err)
{
    check_plan(book->plan, book->years, book->quarter, app_today(book->app), ret);
    return store_each_answer(book->app->store, STORE_OWN_OFFICE, book->plan->id, take, ret, err);
}

struct wanted {
    const char *indicator; // its code
    int quarter;
    const char *code;
};

static bool is_wanted(const struct finding *f, const struct wanted *wanted)
{
    return strcmp(f->indicator, wanted->indicator) == 0 && strcmp(f->code, wanted->code) == 0 &&
           (!wanted->quarter || f->quarter == wanted->quarter);
}

static enum status put(struct book *book, const struct indicator *indicator,
                       const struct findings *findings, const struct wanted *wanted,
                       const char *reason, size_t *ret_count, struct err *err)
{
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *f = &findings->finding[i];
        if (!is_wanted(f, wanted) || f->answer)
            continue;
        if (f->severity == SEVERITY_ERROR)
            return err_set(err, STATUS_INVALID, _("An error is not answered but corrected: %s"),
                           f->message);
        const struct store_answer answer = {.office = STORE_OWN_OFFICE,
                                            .plan = book->plan->id,
                                            .indicator_id = indicator ? indicator->id : 0,
                                            .indicator = wanted->indicator,
                                            .quarter = f->quarter,
                                            .code = f->code,
                                            .reason = reason};
        enum status status = store_put_answer(book->app->store, &answer, err);
        if (status)
            return status;
        ++*ret_count;
    }
    return *ret_count
               ? STATUS_OK
               : err_set(err, STATUS_NOT_FOUND,
                         _("There is no open query “%s” there; see orjon check --format tsv"),
                         wanted->code);
}

enum status app_answer(struct book *book, const struct indicator *indicator, int quarter,
                       const char *code, const char *reason, size_t *ret_count, struct err *err)
{
    struct store *store = book->app->store;
    const struct wanted wanted = {indicator ? indicator->code : "", quarter, code};
    struct findings findings = {0};
    autostr clean = STR_INIT;
    *ret_count = 0;
    enum status status = text_clean(reason, strlen(reason), &clean, err);
    if (status == STATUS_OK && !clean.len)
        status = err_set(err, STATUS_USAGE, _("An answer needs a reason"));
    if (status == STATUS_OK)
        status = store_begin_write(store, err);
    if (status)
        return status;
    status = app_check(book, &findings, err);
    if (status == STATUS_OK)
        status = put(book, indicator, &findings, &wanted, clean.buf, ret_count, err);
    findings_done(&findings);
    if (status == STATUS_OK)
        return store_commit(store, err);
    store_rollback(store);
    return status;
}
