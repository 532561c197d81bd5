// SPDX-License-Identifier: GPL-3.0-or-later
// The compliance matrix of a plan and quarter: the offices below beside its indicators, with what a
// reviewer has said of each. Read in one pass over receipts and marks, without the figures; those
// of one office are what app_review_open has.
#pragma once

#include "orjon/app/below.h"
#include "orjon/app/reviews.h"

struct compliance_cell {
    bool has;                      // the office's plan has the indicator
    const struct store_mark *mark; // NULL: nothing was said
};

struct compliance_head {
    const char *code, *text; // text "" for a code that no plan has
    size_t yes, no;
};

struct compliance_row {
    const struct below_office *office;
    struct compliance_cell *cell; // of each head
    size_t yes, no;
    size_t silent; // ✗ without a remark
};

struct compliance {
    struct app *app;
    struct below *below;          // offices and plan
    // Those of below's plan, those that only some offices have, the note, codes that no plan has.
    struct compliance_head *head;
    size_t heads;
    size_t note; // no indicator, but what is noted of the whole return
    struct compliance_row *row; // of below's offices, in their order
    size_t rows;
    size_t yes, no, silent;
    size_t astray; // marks of offices that are not among them
    struct arena texts;
};
// As app_below_open; also where nobody has sent anything yet.
enum status app_compliance_open(struct app *app, int fiscal_year, int quarter, const char *plan,
                                struct compliance **ret, struct err *err);
void app_compliance_free(struct compliance **compliance);
#define autocompliance __attribute__((cleanup(app_compliance_free))) struct compliance

// The marks of one office again, after some of them were put.
enum status app_compliance_reread(struct compliance *compliance, size_t row, struct err *err);

// Whether a ✗ stands there of which nobody says why.
bool compliance_is_silent(const struct compliance_cell *cell);
