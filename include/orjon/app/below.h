// SPDX-License-Identifier: GPL-3.0-or-later
// What the offices below have sent of one plan, side by side: as one total, in the order of their
// marks, and with what is odd among them. This office's own returns are not among them.
//
// What is there is taken together, however little it is: who has sent and who has not is said
// beside every result.
#pragma once

#include "orjon/app/app.h"
#include "orjon/app/offices.h"
#include "orjon/domain/outlier.h"
#include "orjon/domain/standing.h"
#include "orjon/store/receipts.h"

struct app_below_of {
    int fiscal_year, quarter; // 0: those in hand
    const char *plan;         // NULL: the only one that has come
    bool anyway;              // where nobody has sent the plan named: by this office's own of it,
                              // else by that which comes with the program for most of the offices
    const char *under;        // an office (tree_find): it and all below it; NULL: all
};

// A template that came, read once for all offices that have the same one.
struct below_form {
    int64_t id;
    struct plan *plan;
    size_t offices;
};

struct below_office {
    const struct tree_office *office;
    int64_t receipt;         // 0: not sent
    size_t form;             // with which it came
    const struct plan *plan; // as the office has sent it, or would
    int32_t first_day, day;
    enum verdict verdict;
    bool on_paper;
};

struct below {
    struct app *app;
    int fiscal_year, quarter;
    const char *under;           // as it was asked for, kept in texts; NULL: all
    const char *name;            // of the plan, kept in texts
    const struct plan *plan;     // whose rows are filled: the form most offices have; NULL: none
    struct app_offices offices;  // as they were on the quarter's last day
    struct below_office *office; // those that were to send it, or have; in the tree's order
    size_t count, sent;
    struct below_form *form; // in the order of their numbers
    size_t forms;
    struct plan **known; // that nobody has sent: this office's own, those of the program
    size_t knowns;
    struct arena texts;
};
// NOT_FOUND when no office below has sent anything, or none that plan; USAGE, naming them, when
// there are several plans and none was named.
enum status app_below_open(struct app *app, const struct app_below_of *of, struct below **ret,
                           struct err *err);
void app_below_free(struct below **below);
#define autobelow __attribute__((cleanup(app_below_free))) struct below

// The plans that have come in a quarter, each once, in the order of their names.
enum status app_below_plans(struct app *app, const struct app_below_of *of,
                            enum status (*each)(void *data, const char *plan), void *data,
                            struct err *err);

// Each indicator over all of them. What is in it borrows from below.
enum status app_below_total(const struct below *below, struct consolidation *ret, struct err *err);

// Every office with its marks, ranked, `count` of them; to be freed by the caller. outliers (may be
// NULL) gets what is odd.
enum status app_below_rank(const struct below *below, struct standing **ret,
                           struct outliers *outliers, struct err *err);
// Puts what is odd back to its offices as questions: the sentence becomes the remark of the
// indicator, behind what stands there already, and is followed up; of a whole return it goes into
// the note on it. One transaction, undone by app_undo_marks. *ret_count: those that were not
// asked before.
enum status app_below_ask(const struct below *below, const struct outlier *const *outliers,
                          size_t count, size_t *ret_count, struct err *err);
// The code under which it is asked.
const char *below_asked_code(const struct outlier *outlier);

// The same indicators quarter after quarter: the ends of earlier years, then this one's quarters.
enum { TREND_YEARS = 3, TREND_POINTS = TREND_YEARS + QUARTERS };
struct below_point {
    int fiscal_year, quarter;
    size_t sent, offices;
    struct tally_result *result; // of each row of below's plan; unset where there was none then
};
struct below_trend {
    struct below_point point[TREND_POINTS]; // those in which somebody has sent it
    size_t count;
};
void below_trend_done(struct below_trend *trend);
#define autotrend __attribute__((cleanup(below_trend_done))) struct below_trend
enum status app_below_trend(const struct below *below, struct below_trend *ret, struct err *err);

// The office of a standing, an outlier; NULL when it is not among them.
const struct below_office *below_find(const struct below *below, int64_t office);
// Appends «৯টির মধ্যে ৭টি, সাময়িক»: how many have sent; provisional until all of them have.
void below_say_coverage(const struct below *below, enum language language, enum digits digits,
                        struct str *ret);
