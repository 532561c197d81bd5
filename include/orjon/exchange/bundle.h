// SPDX-License-Identifier: GPL-3.0-or-later
// What offices send each other as one signed file: a bundle goes up, with a finalised quarter; a
// review comes down, with what was found and what is ordered.
//
// The file is one JSON object on lines of UTF-8. Its last member is «signature»: that of all bytes
// before it by the key that is the member before. Whoever changes a byte breaks it.
#pragma once

#include "orjon/base/mem.h"
#include "orjon/exchange/signature.h"

#include <stdint.h>

enum {
    BUNDLE_VERSION = 1,
    BUNDLE_BYTES_MAX = 16 << 20,
    BUNDLE_PLANS_MAX = 100,
    BUNDLE_ROWS_MAX = 20000, // figures, answers, proofs, marks of one plan
};

struct bundle_office {
    const char *code, *name;
};

struct bundle_figure {
    const char *indicator; // its code
    int64_t quarter;
    const char *typed, *state;                       // as in files of figures
    const char *value, *count, *denominator, *dates; // as it was read: ASCII digits, ISO dates
    const char *remark;
};

struct bundle_answer { // to a query of the check
    const char *indicator;
    int64_t quarter;
    const char *code, *reason;
};

struct bundle_proof {
    const char *indicator;
    int64_t quarter;
    const char *name, *file, *sha256;
    int64_t bytes;
};

struct bundle_plan {
    const char *plan, *title, *family;
    const char *template_hash; // SHA-256 of the plan as its file would be, with its targets
    const char *template_text; // that file, in base64
    int64_t revision;
    const char *seal;      // SHA-256 of the return
    const char *sealed_at; // 2024-10-07T11:32:05Z
    const char *paper;     // the signed paper in base64
    struct bundle_figure *figure;
    size_t figures;
    struct bundle_answer *answer;
    size_t answers;
    struct bundle_proof *proof;
    size_t proofs;
};

struct bundle {
    int64_t version;
    struct bundle_office office;
    int64_t fiscal_year, quarter;
    const char *written_at;
    struct bundle_plan *plan;
    size_t plans;
    const char *key; // public; set by bundle_read
};

// What the reviewer says of one indicator.
struct review_mark {
    const char *indicator;
    const char *mark; // yes, no, none
    const char *remark;
    const char *follow_up; // yes, no
    const char *marks;     // the evaluator's, ASCII digits; "" for none
};

struct review_plan {
    const char *plan;
    int64_t revision;
    const char *seal;    // of the return that was looked at: exactly that one is meant
    const char *verdict; // accepted, returned
    const char *remark;
    struct review_mark *mark;
    size_t marks;
};

struct review_decision {
    const char *item; // its subject
    const char *text, *who, *due, *evidence;
};

struct review_order { // a meeting whose decisions the lower office has to report on
    const char *title, *date, *memo;
    struct review_decision *decision;
    size_t decisions;
};

struct review {
    int64_t version;
    struct bundle_office from, to;
    int64_t fiscal_year, quarter;
    const char *written_at;
    struct review_plan *plan;
    size_t plans;
    struct review_order *order;
    size_t orders;
    const char *key;
};

// Appends the signed file. key and version of what is given are not looked at.
void bundle_write(const struct bundle *bundle, const struct signing_key *key, struct str *ret);
void review_write(const struct review *review, const struct signing_key *key, struct str *ret);

enum bundle_kind { BUNDLE_NEITHER, BUNDLE_RETURN, BUNDLE_REVIEW };
// What a file says it is, at a short look.
enum bundle_kind bundle_kind_of(const char *bytes, size_t n);

// Reads a signed file; texts and lists live in the arena. MISFIT when the signature does not fit,
// INVALID for what is no such file, is cut short or holds what cannot be (naming the member), NEWER
// for one of a newer orjon. The key is only that which the file names: whether it is the office's
// is the caller's to ask.
enum status bundle_read(const char *bytes, size_t n, struct bundle *ret, struct arena *arena,
                        struct err *err);
enum status review_read(const char *bytes, size_t n, struct review *ret, struct arena *arena,
                        struct err *err);
