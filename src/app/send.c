// SPDX-License-Identifier: GPL-3.0-or-later
// A finalised quarter as a bundle.
#include "send.h"

#include "figure_sent.h"
#include "fit.h"
#include "orjon/app/finalise.h"
#include "orjon/app/records.h"
#include "orjon/base/base64.h"
#include "orjon/base/clock.h"
#include "orjon/base/digest.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"
#include "orjon/exchange/bundle.h"
#include "orjon/store/answers.h"
#include "orjon/store/seals.h"
#include "signing.h"

#include <stdlib.h>
#include <string.h>

struct sending {
    struct app *app;
    const struct signing_key *key; // NULL: the office's own
    int quarter;
    struct records proofs;
    struct arena texts;
    struct bundle_plan *plan;
    size_t plans, cap;
};

static void sending_done(struct sending *s)
{
    records_done(&s->proofs);
    arena_done(&s->texts);
}

static const char *keep(struct sending *s, const struct str *text)
{
    return arena_text(&s->texts, text->buf, text->len);
}

static void add_figures(struct sending *s, const struct book *book, struct bundle_plan *plan)
{
    const size_t count = book->plan->count * (size_t)s->quarter;
    plan->figure = arena_alloc(&s->texts, (count + 1) * sizeof *plan->figure);
    for (size_t i = 0; i < book->plan->count; i++)
        for (int q = 1; q <= s->quarter; q++) {
            const struct entry *entry = &book->years[i].quarter[q - 1];
            if (entry->state == ENTRY_EMPTY && !*entry->remark)
                continue;
            plan->figure[plan->figures++] =
                figure_sent(&book->plan->indicator[i], q, entry, &s->texts);
        }
}

// Answers to what was asked about the figures that are sent.
static enum status add_answers(struct sending *s, struct book *book, struct bundle_plan *plan,
                               struct err *err)
{
    struct findings findings = {0};
    enum status status = app_check(book, &findings, err);
    plan->answer = arena_alloc(&s->texts, (findings.answered + 1) * sizeof *plan->answer);
    for (size_t i = 0; i < findings.count && status == STATUS_OK; i++) {
        const struct finding *finding = &findings.finding[i];
        if (!finding->answer)
            continue;
        plan->answer[plan->answers++] = (struct bundle_answer){
            .indicator = arena_text(&s->texts, finding->indicator, strlen(finding->indicator)),
            .quarter = finding->quarter,
            .code = arena_text(&s->texts, finding->code, strlen(finding->code)),
            .reason = arena_text(&s->texts, finding->answer, strlen(finding->answer))};
    }
    findings_done(&findings);
    return status;
}

static void add_proofs(struct sending *s, const struct book *book, struct bundle_plan *plan)
{
    autostr year = STR_INIT;
    period_write_year_short(&year, book->plan->fiscal_year);
    plan->proof = arena_alloc(&s->texts, (s->proofs.count + 1) * sizeof *plan->proof);
    for (size_t i = 0; i < s->proofs.count; i++) {
        const char **text = s->proofs.record[i].text;
        const int64_t quarter = strtoll(text[PROOF_QUARTER], NULL, 10);
        if (strcmp(text[PROOF_YEAR], year.buf) != 0 ||
            strcmp(text[PROOF_PLAN], book->plan->name) != 0 || quarter < 1 || quarter > s->quarter)
            continue;
        plan->proof[plan->proofs++] =
            (struct bundle_proof){.indicator = text[PROOF_CODE],
                                  .quarter = quarter,
                                  .name = text[PROOF_NAME],
                                  .file = text[PROOF_FILE],
                                  .sha256 = text[PROOF_HASH],
                                  .bytes = strtoll(text[PROOF_BYTES], NULL, 10)};
    }
}

static void add_template(struct sending *s, const struct book *book, struct bundle_plan *plan)
{
    autostr text = STR_INIT, hash = STR_INIT, letters = STR_INIT;
    template_write(book->plan, &text);
    digest_write(&hash, text.buf, text.len);
    base64_write(&letters, text.buf, text.len);
    plan->template_hash = keep(s, &hash);
    plan->template_text = keep(s, &letters);
}

static enum status add_paper(struct sending *s, const struct store_seal *seal,
                             struct bundle_plan *plan, struct err *err)
{
    autostr bytes = STR_INIT, letters = STR_INIT;
    enum status status = store_load_paper(s->app->store, seal->seq, &bytes, err);
    base64_write(&letters, bytes.buf, bytes.len);
    plan->paper = keep(s, &letters);
    return status;
}

static enum status add_plan(struct sending *s, struct book *book, struct err *err)
{
    struct store_seal seal;
    enum status status =
        store_load_seal(s->app->store, STORE_OWN_OFFICE, book->plan->id, s->quarter, &seal, err);
    if (status == STATUS_OK)
        status = fit_book(book, err);
    if (status)
        return status;
    s->plan = arena_grow(&s->texts, s->plan, s->plans, &s->cap, sizeof *s->plan);
    struct bundle_plan *plan = &s->plan[s->plans++];
    *plan = (struct bundle_plan){
        .plan = book->plan->name,
        .title = book->plan->title,
        .family = book->plan->family,
        .revision = seal.revision,
        .seal = arena_text(&s->texts, seal.hash, strlen(seal.hash)),
        .sealed_at = arena_text(&s->texts, seal.at, strlen(seal.at)),
    };
    add_template(s, book, plan);
    add_figures(s, book, plan);
    add_proofs(s, book, plan);
    status = add_answers(s, book, plan, err);
    return status ? status : add_paper(s, &seal, plan, err);
}

static bool is_sealed(const struct book *book, int quarter)
{
    return book->sealed >> (unsigned)(quarter - 1) & 1;
}

static void say_unfinished(const struct book *book, struct str *ret_talk)
{
    str_addf(ret_talk, _("%s is not finalised and was not sent"), book->plan->title);
    str_add_char(ret_talk, '\n');
}

static enum status add_plans(struct sending *s, const struct shelf *shelf, struct str *ret_talk,
                             struct err *err)
{
    enum status status = app_load_records(s->app, RECORD_PROOF, 0, &s->proofs, err);
    for (size_t i = 0; i < shelf->count && status == STATUS_OK; i++)
        if (is_sealed(shelf->book[i], s->quarter))
            status = add_plan(s, shelf->book[i], err);
        else
            say_unfinished(shelf->book[i], ret_talk);
    if (status == STATUS_OK && !s->plans)
        status = err_set(err, STATUS_NOT_FOUND, "%s",
                         _("No return of the quarter is finalised; only finalised ones are sent"));
    return status;
}

static enum status write(struct sending *s, const struct shelf *shelf, struct str *ret,
                         struct err *err)
{
    autokey *own = NULL;
    autostr stamp = STR_INIT;
    const struct office *office = app_office(s->app);
    enum status status = s->key ? STATUS_OK : signing_open(s->app, &own, err);
    if (status)
        return status;
    clock_stamp(&stamp);
    const struct bundle bundle = {
        .office = {office->field[OFFICE_CODE], office->field[OFFICE_NAME]},
        .fiscal_year = shelf->fiscal_year,
        .quarter = s->quarter,
        .written_at = stamp.buf,
        .plan = s->plan,
        .plans = s->plans,
    };
    bundle_write(&bundle, s->key ? s->key : own, ret);
    return STATUS_OK;
}

// One reading of the file: what is sent together fits together.
static enum status compose(struct sending *s, int fiscal_year, struct str *ret,
                           struct str *ret_talk, struct err *err)
{
    struct shelf shelf = {0};
    enum status status = shelf_open(s->app, fiscal_year, NULL, s->quarter, &shelf, err);
    if (status)
        return status;
    s->quarter = shelf.quarter;
    status = store_begin_read(s->app->store, err);
    if (status == STATUS_OK) {
        for (size_t i = 0; i < shelf.count && status == STATUS_OK; i++)
            status = book_reload(shelf.book[i], err);
        if (status == STATUS_OK)
            status = add_plans(s, &shelf, ret_talk, err);
        store_commit(s->app->store, NULL); // nothing was written
    }
    if (status == STATUS_OK)
        status = write(s, &shelf, ret, err);
    shelf_done(&shelf);
    return status;
}

enum status send_signed(struct app *app, int fiscal_year, int quarter,
                        const struct signing_key *key, struct str *ret, struct str *ret_talk,
                        struct err *err)
{
    struct sending sending = {.app = app, .key = key, .quarter = quarter};
    if (!*app_office(app)->field[OFFICE_CODE])
        return err_set(err, STATUS_USAGE, "%s",
                       _("The office has no code by which the office above knows it; set it with "
                         "“orjon office code=…”"));
    enum status status = compose(&sending, fiscal_year, ret, ret_talk, err);
    sending_done(&sending);
    return status;
}

enum status app_send(struct app *app, int fiscal_year, int quarter, struct str *ret,
                     struct str *ret_talk, struct err *err)
{
    return send_signed(app, fiscal_year, quarter, NULL, ret, ret_talk, err);
}
