// SPDX-License-Identifier: GPL-3.0-or-later
// What came with a return besides its figures: proofs and answers, of the signed files.
#include "reviews.h"

#include "orjon/app/reviewed.h"
#include "orjon/exchange/bundle.h"

#include <string.h>

// --- proofs and answers -------------------------------------------------------------------------

static struct app_review_row *find_row(struct app_review *r, const char *code)
{
    for (size_t i = 0; i < r->rows; i++)
        if (strcmp(r->row[i].code, code) == 0)
            return &r->row[i];
    return NULL;
}

static void take_answer(struct app_review *r, const struct bundle_answer *answer)
{
    const char *text = arena_text(&r->texts, answer->reason, strlen(answer->reason));
    struct app_review_row *row =
        find_row(r, *answer->indicator ? answer->indicator : APP_REVIEW_NOTE);
    if (strcmp(answer->code, REVIEWED_SENT_BACK) == 0 && answer->quarter == r->of.quarter)
        r->answer = text;
    else if (strcmp(answer->code, REVIEWED_REMARK) != 0)
        findings_answer(&r->findings, &(struct finding_answer){.indicator = answer->indicator,
                                                               .code = answer->code,
                                                               .quarter = (int)answer->quarter,
                                                               .reason = answer->reason});
    else if (row && answer->quarter == r->of.quarter)
        row->answer = text;
    else if (row && answer->quarter == row->asked_quarter)
        row->asked_answer = text;
}

static void add_proof(struct app_review *r, struct app_review_row *row,
                      const struct bundle_proof *proof)
{
    autostr names = STR_INIT;
    str_addf(&names, "%s%s%s", row->proof, row->proofs ? "; " : "",
             *proof->name ? proof->name : proof->file);
    row->proof = arena_text(&r->texts, names.buf, names.len);
    row->proofs++;
}

static void take_proofs(struct app_review *r, const struct bundle_plan *sent)
{
    for (size_t i = 0; i < sent->proofs; i++) {
        const struct bundle_proof *proof = &sent->proof[i];
        const struct indicator *indicator = plan_find(r->plan, proof->indicator);
        if (indicator && proof->quarter == r->of.quarter)
            add_proof(r, &r->row[indicator - r->plan->indicator], proof);
    }
}

struct sending {
    struct app_review *review;
    struct err *err;
};

// What was typed from paper came with none.
static enum status take_bundle(void *data, const struct store_receipt *receipt)
{
    const struct sending *s = data;
    struct app_review *r = s->review;
    autostr bytes = STR_INIT;
    struct arena texts = {0};
    struct bundle bundle = {0};
    if (receipt->quarter < r->of.quarter)
        return STATUS_OK;
    enum status status = store_load_bundle(r->app->store, receipt->seq, &bytes, s->err);
    if (!status && bundle_kind_of(bytes.buf, bytes.len) == BUNDLE_RETURN)
        status = bundle_read(bytes.buf, bytes.len, &bundle, &texts, s->err);
    for (size_t i = 0; !status && i < bundle.plans; i++) {
        if (strcmp(bundle.plan[i].plan, r->of.plan) != 0)
            continue;
        if (receipt->quarter == r->of.quarter)
            take_proofs(r, &bundle.plan[i]);
        for (size_t k = 0; k < bundle.plan[i].answers; k++)
            take_answer(r, &bundle.plan[i].answer[k]);
    }
    arena_done(&texts);
    return status;
}

enum status reviews_load_sent(struct app_review *r, struct err *err)
{
    struct sending sending = {r, err};
    return store_each_receipt(r->app->store, r->of.office, r->of.fiscal_year, r->of.plan, 0,
                              take_bundle, &sending, err);
}

enum status reviews_load_figures(struct app *app, const struct store_receipt *receipt,
                                 struct plan **ret_plan, struct arena *texts, struct year **ret,
                                 struct err *err)
{
    enum status status = reviews_read_template(app, receipt->template_id, ret_plan, err);
    if (status)
        return status;
    *ret = arena_alloc(texts, ((*ret_plan)->count + 1) * sizeof **ret);
    return store_load_received(app->store, receipt->id, (*ret_plan)->count, texts, *ret, err);
}
