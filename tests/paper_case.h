// SPDX-License-Identifier: GPL-3.0-or-later
// An office with plans and figures, as papers are composed from it.
#pragma once

#include "test.h"

#include "orjon/base/file.h"
#include "orjon/base/tsv.h"
#include "orjon/domain/date.h"
#include "orjon/domain/template.h"
#include "orjon/papers/papers.h"

enum { CASE_PLANS = 8 };

struct paper_case {
    struct office office;
    struct plan *plan[CASE_PLANS];
    struct year *years[CASE_PLANS];
    struct score *scores[CASE_PLANS];
    struct plan_score total[CASE_PLANS];
    struct paper_plan of[CASE_PLANS];
    struct paper_request request;
    struct layouts *layouts;
    struct str figures; // what tests/print/figures.tsv holds, once it is read
};

static inline void case_set(struct paper_case *c, enum office_field field, const char *text)
{
    assert_int_equal(office_set(&c->office, field, text, strlen(text), NULL), STATUS_OK);
}

static inline struct paper_case *case_new(int quarter)
{
    struct paper_case *c = mem_alloc(sizeof *c);
    office_init(&c->office);
    case_set(c, OFFICE_NAME, "উপজেলা সমবায় কার্যালয়, দাকোপ, খুলনা");
    case_set(c, OFFICE_PLACE, "দাকোপ, খুলনা।");
    case_set(c, OFFICE_OFFICER, "মোঃ আবদুল করিম");
    case_set(c, OFFICE_DESIGNATION, "উপজেলা সমবায় অফিসার(অঃদাঃ)");
    case_set(c, OFFICE_SUPERIOR, "জেলা সমবায় অফিসার");
    case_set(c, OFFICE_SUPERIOR_OFFICE, "জেলা সমবায় কার্যালয়, খুলনা");
    case_set(c, OFFICE_MEMO, "৪৭.৬১.৪৭১৭.০০০.৩৯.০১৪.২৪.");
    c->figures = STR_INIT;
    c->layouts = layouts_new();
    c->request = (struct paper_request){.office = &c->office,
                                        .layouts = c->layouts,
                                        .plans = c->of,
                                        .quarter = quarter,
                                        .date = date_of(2024, 12, 11),
                                        .digits = DIGITS_BENGALI};
    return c;
}

static inline void case_free(struct paper_case *c)
{
    for (size_t i = 0; i < c->request.count; i++) {
        plan_free(&c->plan[i]);
        free(c->years[i]);
        free(c->scores[i]);
    }
    layouts_free(&c->layouts);
    office_done(&c->office);
    str_done(&c->figures);
    free(c);
}

static inline void case_score(struct paper_case *c, size_t i)
{
    assert_int_equal(
        score_plan(c->plan[i], c->years[i], c->request.quarter, c->scores[i], &c->total[i], NULL),
        STATUS_OK);
}

// Takes the plan over.
static inline void case_add(struct paper_case *c, struct plan *plan)
{
    size_t i = c->request.count++;
    assert_true(i < CASE_PLANS);
    c->plan[i] = plan;
    c->years[i] = mem_alloc((plan->count + 1) * sizeof *c->years[i]);
    c->scores[i] = mem_alloc((plan->count + 1) * sizeof *c->scores[i]);
    for (size_t k = 0; k < plan->count; k++)
        for (int q = 0; q < QUARTERS; q++)
            c->years[i][k].quarter[q].typed = c->years[i][k].quarter[q].remark = "";
    c->of[i] = (struct paper_plan){
        .plan = plan, .years = c->years[i], .scores = c->scores[i], .total = &c->total[i]};
    case_score(c, i);
}

static inline void case_load(struct paper_case *c, const char *path)
{
    autostr file = STR_INIT, faults = STR_INIT, full = STR_INIT;
    struct plan *plan = NULL;
    str_addf(&full, "%s/%s.tsv", TEST_PLANS, path);
    assert_int_equal(file_read(full.buf, &file, NULL), STATUS_OK);
    if (template_read(path, file.buf, file.len, &plan, &faults, NULL))
        fail_msg("%s", faults.buf);
    case_add(c, plan);
}

static inline void case_enter(struct paper_case *c, size_t i, const char *code, int quarter,
                              const char *typed, const char *remark, int state)
{
    const struct indicator *indicator = plan_find(c->plan[i], code);
    if (!indicator)
        fail_msg("%s has no indicator %s", c->plan[i]->title, code);
    struct entry *entry = &c->years[i][indicator - c->plan[i]->indicator].quarter[quarter - 1];
    struct err err = {0};
    if (entry_read(indicator, typed, strlen(typed), ENTRY_TYPED, entry, &err))
        fail_msg("%s “%s”: %s", code, typed, err.text);
    if (state >= 0)
        entry->state = (enum entry_state)state;
    entry->remark = remark;
    case_score(c, i);
}

// Enters what the file tests/print/figures.tsv has for the plan at `path`, the plan `i` of the
// case: path indicator quarter entry remark state.
static inline void case_enter_file(struct paper_case *c, size_t i, const char *path)
{
    if (!c->figures.len)
        assert_int_equal(file_read(TEST_DATA "/../print/figures.tsv", &c->figures, NULL),
                         STATUS_OK);
    autotsv tsv;
    tsv_open(&tsv, c->figures.buf, c->figures.len);
    while (tsv_next(&tsv)) {
        if (!tsv_is(&tsv, 0, path))
            continue;
        const char *cell[6];
        for (size_t k = 0; k < 6; k++)
            cell[k] =
                k < tsv.count ? arena_text(&c->plan[i]->text, tsv.cell[k].s, tsv.cell[k].n) : "";
        case_enter(c, i, cell[1], cell[2][0] - '0', cell[3], cell[4],
                   entry_state_from_word(cell[5], strlen(cell[5])));
    }
}

static inline struct paper *case_compose(const struct paper_case *c, const char *kind)
{
    struct paper *paper = NULL;
    struct err err = {0};
    const struct paper_kind *of = paper_kind_find(kind);
    if (of->compose(of, &c->request, &paper, &err))
        fail_msg("%s", err.text);
    return paper;
}
