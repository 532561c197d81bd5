// SPDX-License-Identifier: GPL-3.0-or-later
// What other offices have sent: each bundle byte for byte, and the newest of each office, plan and
// quarter taken apart into figures. Offices are records (RECORD_OFFICE).
//
// The key of a receipt is office, year, plan and quarter: what comes later takes the place of what
// was there and never stands beside it. Plans are kept as the template with which they came,
// targets included, once for all offices that have the same one.
#pragma once

#include "orjon/domain/entry.h"
#include "orjon/store/store.h"

struct store_received { // a figure
    int place;          // of its indicator in the template, from 0
    int quarter;
    const struct entry *entry;
};

struct store_arrival { // one plan of a bundle
    int64_t office;    // the record's
    int fiscal_year, quarter;
    const char *plan;
    int64_t revision;
    const char *seal;          // of the return, 64 hexadecimal digits; "" when it came on paper
    int32_t day;               // on which it came
    const char *template_text; // with its targets; ends in NUL
    const char *template_hash; // of that text, where it is known; NULL: it is worked out
    const struct store_received *figure; // by place and quarter
    size_t figures;
};

// Takes the plans of one bundle in, as one transaction with one row of the journal; bytes is the
// whole signed file. *ret_seq is the journal's row.
enum status store_receive(struct store *store, const struct store_arrival *arrivals, size_t n,
                          const struct str *bytes, int64_t *ret_seq, struct err *err);

enum verdict { VERDICT_NONE, VERDICT_ACCEPTED, VERDICT_RETURNED };

struct store_receipt {
    int64_t id, office, template_id, seq, revision;
    int fiscal_year, quarter;
    const char *plan, *seal, *reason; // the verdict's; valid during the call
    int32_t first_day, day;           // when the first came that was not undone, and this one
    enum verdict verdict;             // on exactly this one
    int32_t verdict_day;
    bool on_paper;
};
// The newest of each office and plan; office, quarter 0 and plan NULL do not narrow. In the order
// of office, plan and quarter. Stops at a status other than OK and returns it.
enum status store_each_receipt(struct store *store, int64_t office, int fiscal_year,
                               const char *plan, int quarter,
                               enum status (*each)(void *data, const struct store_receipt *receipt),
                               void *data, struct err *err);

// All that came of one office, plan and quarter and was not undone, the newest first: that in
// force and those that it took the place of, each with the verdict that it had.
enum status store_each_revision(struct store *store, int64_t office, int fiscal_year,
                                const char *plan, int quarter,
                                enum status (*each)(void *data,
                                                    const struct store_receipt *receipt),
                                void *data, struct err *err);

// The plans that have come in a year, each name once with each family of those who sent it, and one
// of the templates with which it came.
enum status store_each_sent_plan(struct store *store, int fiscal_year,
                                 enum status (*each)(void *data, const char *plan,
                                                     const char *family, int64_t template_id),
                                 void *data, struct err *err);

// A plan by its name, and the office that it is seen from.
struct store_plan_of {
    int64_t office;
    int fiscal_year;
    const char *plan;
};
// The template with that hash, 0 when there is none, and whether another office sent with it.
enum status store_find_template(struct store *store, const char *hash,
                                const struct store_plan_of *of, int64_t *ret, bool *ret_others,
                                struct err *err);
// Of the templates with which other offices sent the plan, that with the next number; 0: no more.
enum status store_next_template(struct store *store, const struct store_plan_of *of, int64_t after,
                                int64_t *ret, struct err *err);
// Whether anything of the year is there.
enum status store_has_receipts(struct store *store, int fiscal_year, bool *ret, struct err *err);

// The template with which it came, appended; DAMAGED when it is not what it was.
enum status store_load_template(struct store *store, int64_t template_id, struct str *ret,
                                struct err *err);
// Its figures into years[place]; texts go into the arena. `count` is how many indicators the
// template has.
enum status store_load_received(struct store *store, int64_t receipt, size_t count,
                                struct arena *texts, struct year *years, struct err *err);
// The bundle with which it came, byte for byte, appended; DAMAGED when it is not what it was.
enum status store_load_bundle(struct store *store, int64_t seq, struct str *ret, struct err *err);

// All figures of a year, up to a quarter's receipts, office by office in one pass, as
// store_walk_figures has those of this office: for tables over hundreds of offices. typed and
// remark are "" there.
enum status store_walk_received(struct store *store, int fiscal_year, const char *plan, int quarter,
                                enum status (*each)(void *data, int64_t receipt, int64_t place,
                                                    const struct year *year),
                                void *data, struct err *err);

// A verdict on the receipt as it is now, with a journal row; CHANGED when another one has come
// since `seal` was seen. NONE takes it back.
enum status store_judge(struct store *store, int64_t receipt, const char *seal,
                        enum verdict verdict, int32_t day, const char *reason, struct err *err);
// Takes the last transaction of verdicts back, whole, that stands: each return has the verdict that
// it had before. redo: does again what was undone last, if there was no verdict since.
// each (may be NULL) is called with the verdict as it is then. NOT_FOUND when nothing is left,
// CHANGED when another return has come since.
enum status store_undo_judgements(struct store *store, bool redo, int32_t day,
                                  void (*each)(void *data, int64_t office, int fiscal_year,
                                               const char *plan, int quarter, enum verdict verdict),
                                  void *data, struct err *err);

// What a reviewer says of one indicator of an office in a quarter, kept apart from the figures so
// that it outlives the next revision.
struct store_mark {
    const char *code;   // of the indicator
    int mark;           // 0 not stated, 1 yes, 2 no
    bool follow_up;     // to be asked for again in the next quarter
    struct maybe marks; // the evaluator's
    const char *remark;
};
// Puts one, with a journal row; nothing when it is the same. One that says nothing has no row.
enum status store_put_mark(struct store *store, int64_t office, int fiscal_year, const char *plan,
                           int quarter, const struct store_mark *mark, struct err *err);
enum status store_each_mark(struct store *store, int64_t office, int fiscal_year, const char *plan,
                            int quarter,
                            enum status (*each)(void *data, int64_t office,
                                                const struct store_mark *mark),
                            void *data, struct err *err);

// The marks of a quarter and the four before it that are to be followed up and on whose indicator
// no later mark up to that quarter says anything, by office, plan and code.
struct store_follow_up {
    int64_t office;
    int fiscal_year, quarter;
    const char *plan, *code, *remark; // valid during the call
};
enum status store_each_follow_up(struct store *store, int fiscal_year, int quarter,
                                 enum status (*each)(void *data,
                                                     const struct store_follow_up *mark),
                                 void *data, struct err *err);

// What was said of an office's return and of one indicator of it, as the journal has it, the oldest
// first. Texts are valid during the call.
struct store_said {
    int64_t seq;
    const char *at, *who;
    bool is_mark;
    struct store_mark mark; // where it is one
    enum verdict verdict;   // else
    const char *seal, *reason;
};
enum status store_each_said(struct store *store, int64_t office, int fiscal_year, const char *plan,
                            int quarter, const char *code,
                            enum status (*each)(void *data, const struct store_said *said),
                            void *data, struct err *err);

// The plans and quarters of a year in which there are marks, in their order.
enum status store_each_marked(struct store *store, int fiscal_year,
                              enum status (*each)(void *data, const char *plan, int quarter),
                              void *data, struct err *err);

// Undoes what came with the last bundle that is in force, whole: what it took the place of is
// in force again. redo: does again what was undone last, if nothing has come since.
// *ret_seq is the bundle's row in the journal. NOT_FOUND when there is none.
enum status store_undo_receive(struct store *store, bool redo, int64_t *ret_seq, struct err *err);
// Whose it was, and of what, by its row in the journal. DAMAGED when nothing came with it.
struct store_came {
    int64_t office;
    int fiscal_year, quarter;
};
enum status store_find_came(struct store *store, int64_t seq, struct store_came *ret,
                            struct err *err);
// Undoes the last transaction of marks that stands (redo: does again what was undone
// last, if nothing was marked since); each
// (may be NULL) is called for every mark as it is then. NOT_FOUND when nothing is left, CHANGED
// when a mark is not what the journal says.
enum status store_undo_marks(struct store *store, bool redo,
                             void (*each)(void *data, int64_t office,
                                          const struct store_mark *mark),
                             void *data, struct err *err);

// The journal rows of the mark and the verdict that were put last (redo: undone last) and
// stand; 0 where there is none.
struct store_reviewed {
    int64_t mark, verdict;
};
enum status store_reviewed_last(struct store *store, bool redo, struct store_reviewed *ret,
                                struct err *err);

// What came in against the journal and the kept files, judgements and marks against the journal.
// DAMAGED, naming the first. Part of store_verify_rest. What the files themselves say is compared
// by whoever can read them (app).
