// SPDX-License-Identifier: GPL-3.0-or-later
// Finding a text in all that the office file holds. There is no index: ten years of plans are read
// and folded faster than a key is waited for.
#include "orjon/app/find.h"

#include "orjon/app/memos.h"
#include "orjon/app/records.h"
#include "orjon/base/text.h"
#include "orjon/store/plans.h"
#include "private.h"

#include <stdlib.h>
#include <string.h>

struct search {
    struct str sought;
    struct str scratch;
    enum status (*each)(void *data, const struct app_found *found);
    void *data;
    size_t count;
};

static bool has(struct search *search, const char *text)
{
    str_reset(&search->scratch);
    text_sought(text, strlen(text), &search->scratch);
    return strstr(search->scratch.buf, search->sought.buf) != NULL;
}

static enum status tell(struct search *search, const struct app_found *found)
{
    search->count++;
    return search->each(search->data, found);
}

static enum status look_at(struct search *search, const struct app_found *found)
{
    return has(search, found->text) ? tell(search, found) : STATUS_OK;
}

// --- plans and returns --------------------------------------------------------------------------

static enum status look_at_row(struct search *search, const struct book *book, size_t i)
{
    const struct indicator *indicator = &book->plan->indicator[i];
    struct app_found found = {.fiscal_year = book->plan->fiscal_year,
                              .plan = book->plan,
                              .code = indicator->code,
                              .where = _("Indicator")};
    found.text = indicator->text;
    enum status status = has(search, indicator->code) || has(search, indicator->text)
                             ? tell(search, &found)
                             : STATUS_OK;
    for (int q = 1; q <= QUARTERS && !status; q++) {
        found.quarter = q;
        found.where = _("Remark");
        found.text = book->years[i].quarter[q - 1].remark;
        status = look_at(search, &found);
    }
    return status;
}

static enum status look_at_proof(struct search *search, const struct book *book,
                                 const struct record *proof)
{
    const char *texts[] = {proof->text[PROOF_NAME], proof->text[PROOF_NOTE]};
    struct app_found found = {.fiscal_year = book->plan->fiscal_year,
                              .plan = book->plan,
                              .code = proof->text[PROOF_CODE],
                              .quarter = (int)record_number(proof, PROOF_QUARTER),
                              .where = _("Evidence")};
    const size_t before = search->count;
    enum status status = STATUS_OK;
    for (size_t t = 0; t < 2 && !status && search->count == before; t++) {
        found.text = texts[t];
        status = look_at(search, &found);
    }
    return status;
}

static enum status look_at_year(struct search *search, struct app *app, int fiscal_year,
                                struct err *err)
{
    __attribute__((cleanup(shelf_done))) struct shelf shelf = {0};
    enum status status = shelf_open(app, fiscal_year, NULL, QUARTERS, &shelf, err);
    for (size_t b = 0; b < shelf.count && !status; b++) {
        const struct book *book = shelf.book[b];
        for (size_t i = 0; i < book->plan->count && !status; i++)
            status = look_at_row(search, book, i);
        for (size_t p = 0; p < book->proofs.count && !status; p++)
            status = look_at_proof(search, book, &book->proofs.record[p]);
    }
    return status;
}

struct span_of_years {
    int first, last;
};

static enum status take_year(void *data, const struct plan_summary *summary)
{
    struct span_of_years *span = data;
    if (!span->last || summary->fiscal_year > span->last)
        span->last = summary->fiscal_year;
    if (!span->first || summary->fiscal_year < span->first)
        span->first = summary->fiscal_year;
    return STATUS_OK;
}

static enum status look_at_plans(struct search *search, struct app *app, struct err *err)
{
    struct span_of_years span = {0};
    enum status status = store_each_plan(app->store, 0, take_year, &span, err);
    for (int year = span.last; year && year >= span.first && !status; year--) {
        status = look_at_year(search, app, year, err);
        status = status == STATUS_NOT_FOUND ? STATUS_OK : status; // a year in between without plans
    }
    return status;
}

// --- records ------------------------------------------------------------------------------------

// One place for each record: the first field that has it.
static enum status look_at_record(struct search *search, struct app *app,
                                  const struct record *record)
{
    autostr paper = STR_INIT;
    const struct record_shape *shape = record_shape(record->kind);
    struct app_found found = {
        .code = "", .where = tr(shape->name), .kind = record->kind, .record = record->id};
    const size_t before = search->count;
    enum status status = STATUS_OK;
    for (int f = shape->fields - 1; f >= 0; f--) {
        int32_t day = 0;
        if (shape->field[f].type == FIELD_DATE && record_date(record, f, &day))
            found.fiscal_year = period_year_of(day);
    }
    for (int f = 0; f < shape->fields && !status && search->count == before; f++) {
        const enum field_type type = shape->field[f].type;
        if (type != FIELD_TEXT && type != FIELD_LONG && type != FIELD_LINES && type != FIELD_MEMO)
            continue;
        found.text = record->text[f];
        if (record->kind == RECORD_MEMO && f == MEMO_PAPER) { // kept with a number that nobody sees
            app_say_memo_paper(app, record, false, &paper);
            found.text = paper.buf;
        }
        status = look_at(search, &found);
    }
    return status;
}

static enum status look_at_records(struct search *search, struct app *app, struct err *err)
{
    static const enum record_kind kinds[] = {RECORD_MEETING, RECORD_ITEM, RECORD_DECISION,
                                             RECORD_PROGRESS, RECORD_MEMO};
    enum status status = STATUS_OK;
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds && !status; k++) {
        autorecords records = {0};
        status = app_load_records(app, kinds[k], 0, &records, err);
        for (size_t i = 0; i < records.count && !status; i++)
            status = look_at_record(search, app, &records.record[i]);
    }
    return status;
}

enum status app_find(struct app *app, const char *text,
                     enum status (*each)(void *data, const struct app_found *found), void *data,
                     size_t *ret_count, struct err *err)
{
    struct search search = {.sought = STR_INIT, .scratch = STR_INIT, .each = each, .data = data};
    text_sought(text, strlen(text), &search.sought);
    enum status status = STATUS_OK;
    if (search.sought.len)
        status = look_at_plans(&search, app, err);
    if (search.sought.len && !status)
        status = look_at_records(&search, app, err);
    if (ret_count)
        *ret_count = search.count;
    str_done(&search.sought);
    str_done(&search.scratch);
    return status;
}
