// SPDX-License-Identifier: GPL-3.0-or-later
// The reviewer's side: what an office has sent for a plan and quarter, with a mark (✓, ✗, not
// stated), a remark, a follow-up and the evaluator's marks for each indicator, and a verdict on
// the whole. Marks are of office, plan, quarter and indicator and outlive a resent return; a
// verdict is on exactly the return that was seen. An office that sent nothing can be marked too.
#pragma once

#include "orjon/app/app.h"
#include "orjon/domain/tick.h"
#include "orjon/store/receipts.h"

struct app_review_of {
    int64_t office;           // the record's
    int fiscal_year, quarter; // 0: those in hand
    const char *plan;         // NULL: the only one that there is
};

struct app_review_row {
    const char *code, *text;           // of the indicator
    const struct indicator *indicator; // NULL where no plan that is known has the code
    const struct entry *entry;         // of the quarter; NULL where nothing came
    const struct score *score;         // likewise
    const struct entry *before;        // in the return that this one took the place of, where it
                                       // or its remark was another; else NULL
    size_t proofs;                     // that were sent with it for the quarter
    const char *proof;                 // their names, parted by «; »
    enum tick proposed;                // from figure and proofs; never kept by itself
    struct store_mark mark;            // what the reviewer said; mark.mark is an enum tick
    int asked_quarter; // of a mark of the last four quarters that is to be followed up; else 0
    const char *asked; // its remark
    const char *answer, *asked_answer; // of the office to the remark, and to that; "" for none
};

struct app_review {
    struct app *app;
    struct app_review_of of;      // filled in
    const char *code, *name;      // of the office
    bool came;                    // a return is there
    struct store_receipt receipt; // its texts stay
    const char *reason;           // of the verdict, ""
    const char *changes;          // what was changed in its targets when, a line each with the
                                  // marks by the other ones; ""
    struct store_receipt
        earlier;        // that it is compared with: the last that had a verdict, else the
                        // one before it; id 0: there is none. Of its texts the reason stays
    size_t resent;      // figures that are others than there
    const char *answer; // of the office to the reason of that verdict, ""
    struct plan *plan;  // as it came; else as others of the year have it; NULL: not known
    struct year *years;
    struct score *scores;
    struct plan_score total;
    struct app_review_row *row; // in the plan's order, then codes that it has not
    size_t rows;                // the note among the latter, when there is one
    size_t yes, no;
    struct findings findings; // of the figures that came, and «no-without-remark»
    struct arena texts;
};
// NOT_FOUND when the office is not there; USAGE, naming them, when there are several plans and none
// was named; NOT_FOUND when nobody has that plan in the year and nothing is marked.
enum status app_review_open(struct app *app, const struct app_review_of *of,
                            struct app_review **ret, struct err *err);
void app_review_free(struct app_review **review);
#define autoreview __attribute__((cleanup(app_review_free))) struct app_review

// As tree_find.
enum status app_find_office(struct app *app, const char *typed, int64_t *ret, struct err *err);
// The plans that the office has sent for the quarter, or that are marked; where there is none,
// those marked in the year, else those that come with the program for its families, else those that
// any other has sent, else this office's own. Each once, in the order of their names; of->office 0:
// those of all offices below. NOT_FOUND when there is none.
enum status app_review_plans(struct app *app, const struct app_review_of *of,
                             enum status (*each)(void *data, const char *plan), void *data,
                             struct err *err);

// Puts what is said of one indicator, as typed: NULL leaves it as it is, "" clears it. «✓», «✗»;
// «yes», «no»; a number. NOT_FOUND for a code that the plan has not, but for APP_REVIEW_NOTE: what
// is to be noted of all that the office sent (a remark, no mark: INVALID), printed as «বি:দ্র:».
#define APP_REVIEW_NOTE "note"
struct app_mark {
    const char *code;
    const char *mark, *remark, *follow_up, *marks;
};
// All of them as one transaction. *ret_changed (may be NULL): of how many something else is said
// now; where that is none, there is nothing to undo.
enum status app_put_marks(struct app *app, const struct app_review_of *of,
                          const struct app_mark *marks, size_t count, size_t *ret_changed,
                          struct err *err);
// The same of several offices (of->office is not looked at), those of one office side by side.
struct app_mark_at {
    int64_t office;
    struct app_mark mark;
};
enum status app_put_marks_at(struct app *app, const struct app_review_of *of,
                             const struct app_mark_at *at, size_t count, size_t *ret_changed,
                             struct err *err);
// Puts what is proposed wherever nothing is stated yet; *ret_count of them.
enum status app_take_proposals(struct app *app, const struct app_review_of *of, size_t *ret_count,
                               struct err *err);
// The same of several offices (of->office is not looked at) as one transaction; code: of that
// indicator alone, where an office has it; NULL: of all. progress (may be NULL) is told how many
// offices are done.
struct app_proposing {
    const int64_t *office;
    size_t offices;
    const char *code;
    void (*progress)(void *data, size_t done, size_t offices);
    void *data;
};
enum status app_take_proposals_of(struct app *app, const struct app_review_of *of,
                                  const struct app_proposing *what, size_t *ret_count,
                                  struct err *err);
// The last transaction of marks, a line for each is appended.
enum status app_undo_marks(struct app *app, bool redo, struct str *ret_told, struct err *err);

// The return that was seen. One from paper has no seal, so that its receipt alone tells it from the
// one that took its place.
struct app_seen {
    int64_t receipt;  // app_review.receipt.id; 0: not known
    const char *seal; // 64 letters, or as many of its first as are given, at least 8; on paper ""
};
// A verdict on the return that was seen (NULL: whatever is there); RETURNED needs a reason, or a
// remark. CHANGED when another has come since. VERDICT_NONE takes it back. Without a plan it is on
// all that the office has sent for the quarter, as one transaction.
enum status app_judge(struct app *app, const struct app_review_of *of, const struct app_seen *seen,
                      enum verdict verdict, const char *reason, struct err *err);
// Accepts every return of the quarter on which there is no verdict and that is clean: the check
// finds nothing in it that is not answered, no ✗ and nothing to be followed up stands in it. As one
// transaction. Those that are left are appended to ret_talk, a line each with the reason. plan
// NULL: of all plans.
enum status app_accept_clean(struct app *app, int fiscal_year, int quarter, const char *plan,
                             size_t *ret_count, struct str *ret_talk, struct err *err);
// The last transaction of verdicts is undone, whole, or done again; a line each is
// appended.
enum status app_undo_verdicts(struct app *app, bool redo, struct str *ret_told, struct err *err);
// What the reviewer did last, marks or verdicts, likewise.
enum status app_undo_review(struct app *app, bool redo, struct str *ret_told, struct err *err);
// What app_undo_review would do, or app_undo_marks, without doing it.
struct app_review_step {
    int64_t seq;     // its last row in the journal (redo: the row that took it back)
    size_t count;    // marks or verdicts
    struct str what; // the first of them, in one line
};
enum status app_look_undo_review(struct app *app, bool marks_alone, bool redo,
                                 struct app_review_step *ret, struct err *err);
void app_review_step_done(struct app_review_step *step);
#define autostep __attribute__((cleanup(app_review_step_done))) struct app_review_step

// Totals of ✓ and ✗ of a plan and quarter. Indicators are told apart by their codes.
struct app_matrix_cell {
    int64_t office;
    struct store_mark mark;
};
struct app_matrix {
    struct app_matrix_cell *cell; // by office and code
    size_t count;
    size_t yes, no;
    struct arena texts;
};
enum status app_matrix_open(struct app *app, int fiscal_year, const char *plan, int quarter,
                            struct app_matrix *ret, struct err *err);
void app_matrix_done(struct app_matrix *matrix);
// What is said of an indicator of an office; NULL: nothing.
const struct store_mark *app_matrix_find(const struct app_matrix *matrix, int64_t office,
                                         const char *code);

// The signed review file for the office: every plan of the quarter (or one) that has a verdict or a
// mark, and the decisions of a meeting as orders (0: none). USAGE when this office has no code,
// NOT_FOUND when there is nothing to say.
enum status app_write_review(struct app *app, const struct app_review_of *of, int64_t meeting,
                             struct str *ret, struct err *err);

// Appends the marks of the year (0: in hand) as a table, of one quarter or (0) all: office (its
// code), fiscal_year, plan, quarter, indicator, mark, remark, follow_up, marks.
enum status app_write_matrix(struct app *app, int fiscal_year, int quarter, struct str *ret,
                             struct err *err);
// Takes such a table in, its columns in any order. office, plan, quarter and indicator have to be
// there; without fiscal_year it is the year in hand; of the others one that is missing leaves what
// is there, an empty cell clears it. As app_import_records; marks on offices that sent nothing too.
struct app_import;
enum status app_import_matrix(struct app *app, const struct app_import *import, size_t *ret_count,
                              struct str *ret_faults, struct err *err);

// --- below --------------------------------------------------------------------------------------

// Whether a file says that it is a review, at a short look.
bool app_is_review(const struct str *bytes);
// A review file from the office above. Its key is kept with that office (RECORD_UNIT with
// above=yes) once its 20 digits were given as somebody read them aloud (NULL: not yet; MISFIT names
// them). Verdicts and remarks become records (RECORD_REVIEW, RECORD_REMARK), each order a meeting
// of a superior with its decisions, all as one step of undo. *ret_new is false when the same file
// is here already. INVALID for another office's or a wrong mark, MISFIT for a changed file or
// another key. What it says is appended to ret_talk.
enum status app_receive_review(struct app *app, const struct str *bytes, const char *digits,
                               bool dry, bool *ret_new, struct str *ret_talk, struct err *err);
