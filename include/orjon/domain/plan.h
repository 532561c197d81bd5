// SPDX-License-Identifier: GPL-3.0-or-later
// A plan: the indicators, weights and targets of one action plan of one year. A plan is data;
// nothing in the program asks which one it has.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/mem.h"
#include "orjon/domain/number.h"
#include "orjon/domain/period.h"
#include "orjon/domain/scale.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What a target and its achievement are.
#define KIND_LIST(_) _(NUMBER, "number") _(PERCENT, "percent") _(DATE, "date") _(DATES, "dates")
// How the year comes out of its quarters (গণনা পদ্ধতি).
#define METHOD_LIST(_)                                                                             \
    _(SUM, "sum")                                                                                  \
    _(ADD, "add") /* quarters are added although the paper says cumulative */                      \
    _(LAST, "last")                                                                                \
    _(AVERAGE, "average")                                                                          \
    _(RATE, "rate")   /* numerators over denominators where counts are kept, else the last */      \
    _(DATE, "date")   /* the earliest date achieved */                                             \
    _(DATES, "dates") /* how many dated items are done */
// How the mark comes out of the achievement. A rule is one row here, with mark_NAME in rule.c,
// which computes it and keeps its working, and tell_NAME in explain_rule.c, which prints that
// working:
//   _(name, word of files, what people call it, kinds, what it needs, functions)
#define RULE_LIST(_)                                                                               \
    _(LADDER, "ladder", N_("grades, in proportion between them; below the last grade 0"),          \
      FIGURE_KINDS | DATE_KIND, NEEDS_GRADES, ladder)                                              \
    _(STEPS, "steps", N_("grades, the one still met counts"), FIGURE_KINDS | DATE_KIND,            \
      NEEDS_GRADES, steps)                                                                         \
    _(PROPORTION, "proportion", N_("in proportion to the target, at most the full mark"),          \
      FIGURE_KINDS, NEEDS_TARGET, proportion)                                                      \
    _(DEADLINE, "deadline", N_("full mark by the date, none after it"), DATE_KIND, NEEDS_TARGET,   \
      deadline)                                                                                    \
    _(FORTNIGHT, "fortnight", N_("0.25 mark off for each fortnight begun after the date"),         \
      DATE_KIND, NEEDS_WEIGHT, fortnight)                                                          \
    _(DATES, "dates", N_("by the share of items done on their dates"), DATES_KIND, NEEDS_TARGET,   \
      dates)                                                                                       \
    _(ALL_DATES, "all-dates", N_("full mark only if every item was done on its date"), DATES_KIND, \
      NEEDS_TARGET, all_dates)
// What holds when no case arose in the year (no complaint, no application).
#define NO_CASE_LIST(_)                                                                            \
    _(EXCLUDE, "exclude") /* the weight leaves the base, the plan is scaled up */                  \
    _(FULL, "full")                                                                                \
    _(ALTERNATIVE, "alternative") /* the row that names this one takes its weight */               \
    _(ZERO, "zero")
// Which way is better where one target alone does not say it.
#define DIRECTION_LIST(_)                                                                          \
    _(USUAL, "") /* a date early, a figure high */                                                 \
    _(LESS, "less")

enum kind {
#define X(name, word) KIND_##name,
    KIND_LIST(X)
#undef X
        KIND_COUNT
};
enum method {
#define X(name, word) METHOD_##name,
    METHOD_LIST(X)
#undef X
        METHOD_COUNT
};
enum rule {
#define X(name, ...) RULE_##name,
    RULE_LIST(X)
#undef X
        RULE_COUNT
};
enum no_case {
#define X(name, word) NO_CASE_##name,
    NO_CASE_LIST(X)
#undef X
        NO_CASE_COUNT
};
enum direction {
#define X(name, word) DIRECTION_##name,
    DIRECTION_LIST(X)
#undef X
        DIRECTION_COUNT
};

const char *kind_word(enum kind kind);
const char *method_word(enum method method);
const char *rule_word(enum rule rule);
const char *no_case_word(enum no_case no_case);
bool rule_fits_kind(enum rule rule, enum kind kind);
bool rule_has_grades(enum rule rule);   // it looks at the grades below the first
bool rule_needs_weight(enum rule rule); // without a weight it gives no mark
// What a screen or an explanation calls it, in the user's language.
const char *method_name(enum method method);
const char *rule_name(enum rule rule);

enum {
    DATES_MAX = 24, // dated items of one indicator in a year
    COMPONENTS_MAX = 6,
    PLAUSIBLE_USUAL = 3, // times its target that a figure is believed unasked
};

// A target as one of the kinds has it.
struct target {
    bool set;
    int decimals;   // that a number or percent was written with
    __int128 value; // number, percent: billionths; date: day number; dates: how many items
    size_t dates;   // dates: their due dates, in order
    int32_t date[DATES_MAX];
};

struct indicator {
    int64_t id; // the store's; 0 while the plan is not in a store
    const char *area, *activity_code, *activity, *code, *text;
    const char *evidence, *responsible, *unit, *method_label, *alternative_of; // "" when absent
    struct maybe area_marks, weight, target_count;
    enum kind kind;
    enum method method;
    enum rule rule;
    enum no_case no_case;
    enum direction direction;
    const struct scale *scale; // its plan's
    struct target
        grade[GRADES_MAX]; // [0] is the target itself, its best grade; the rest for ladders
    struct target quarter[QUARTERS];
    size_t components;
    __int128 component[COMPONENTS_MAX]; // add up to target_count
    struct maybe plausible; // times its target that it is believed unasked; unset: PLAUSIBLE_USUAL
    // What papers print beside the target; nothing is computed with it.
    struct target baseline, last_year, year_before, projection_1, projection_2;
    const char *note;
};

// A group of plans whose marks are added up; `apa_marks` is this plan's part of them.
struct share {
    const char *name;   // "" when the plan belongs to none
    struct maybe marks; // of the whole group
};

// A cell of a row that was changed within the year (orjon/domain/changed.h).
struct plan_change {
    size_t row, column;         // of the indicators, of the template
    int32_t from;               // the first day on which it holds
    const char *order;          // by which; its number
    const char *before, *after; // as a template has them
};

struct plan {
    int64_t id;
    int fiscal_year;
    const char *name, *family, *title, *source, *layout; // layout "" = the default one
    const char *short_name; // names it on sheets, tabs and in lists; at most TEXT_SHORT letters
    int order;              // in which the office hands its plans in, from 1; 0: not said
    struct maybe full_marks, apa_marks;
    struct share share;
    struct scale scale;
    bool frozen; // one of its quarters is finalised
    size_t count, cap;
    struct indicator *indicator;
    struct plan_change *change; // in the order of their days
    size_t changes, changes_cap;
    struct arena text; // owns everything the pointers above point at
};

struct plan *plan_new(void);
void plan_free(struct plan **plan);
struct indicator indicator_blank(const struct scale *scale); // zeroed, all texts ""
struct indicator *plan_add(struct plan *plan);               // the same, as its last row
// FROZEN: a finalised return was computed by it.
enum status plan_refuse_frozen(const char *name, int fiscal_year, struct err *err);
// By code; codes are compared with any digits («১.১.১» finds 1.1.1). NULL when there is none.
const struct indicator *plan_find(const struct plan *plan, const char *code);

// The same for whoever looks up many: as long as the plan keeps its rows and their codes. Of two
// rows with one code it finds the first.
struct plan_codes {
    const struct plan *plan; // borrowed
    struct plan_code {
        const char *code; // in ASCII digits
        size_t row;
    } * entry; // in the order of the codes
    struct arena text;
};
void plan_codes_init(struct plan_codes *ret, const struct plan *plan);
void plan_codes_done(struct plan_codes *codes);
const struct indicator *plan_codes_find(const struct plan_codes *codes, const char *code);
#define autocodes __attribute__((cleanup(plan_codes_done))) struct plan_codes

// Whether a template could have said it: a year that can be one, no marks, targets or parts below
// zero, no date that nobody can write, and rules that fit their rows (template_fits). What comes
// from elsewhere is computed with only then.
bool plan_is_sound(const struct plan *plan);

// Which way is better, read from the grades, never from the unit: 100 % above 60 %, or below it.
// With one grade alone the row's direction says it.
bool indicator_less_is_better(const struct indicator *indicator);
// How many grades its scale has, and the percent that each, from 0, earns.
size_t grade_count(const struct indicator *indicator);
int grade_percent(const struct indicator *indicator, size_t grade);
