// SPDX-License-Identifier: GPL-3.0-or-later
// Plan templates: the tab-separated text in which plans travel (docs/templates.md has the format).
#pragma once

#include "orjon/base/text.h"
#include "orjon/domain/plan.h"

// The columns of an indicator. A column is one row here: from it come the reading and writing of
// plan files, the columns of the office file, what an office may change for itself, and the test
// that docs/templates.md names it.
//   _(name, type, member, in a plan file, what the type needs to know, who may change it)
// The member is also the column in the office file; a target has a slot there instead. Types:
//   TEXT       a text, of that limit
//   MARKS      a number of zero or more
//   WORD       a word of that list
//   TARGET     read by the indicator's kind; its slot
//   QUARTER    likewise, of a quarter
//   COMPONENTS the parts of target_count
// The grades below the first have the names that the plan's scale gives them, in its order.
// OFFICE may be changed by one office; PLAN only by another plan: a row is known by its code, and
// one of another kind is another row. Those up to alternative_of are written into every file, the
// others where a row fills them.
#define COLUMN_LIST(_)                                                                             \
    _(AREA, TEXT, area, "area", NAME, OFFICE)                                                      \
    _(AREA_MARKS, MARKS, area_marks, "area_marks", 0, OFFICE)                                      \
    _(ACTIVITY_CODE, TEXT, activity_code, "activity_code", CODE, OFFICE)                           \
    _(ACTIVITY, TEXT, activity, "activity", REMARK, OFFICE)                                        \
    _(CODE, TEXT, code, "indicator_code", CODE, PLAN)                                              \
    _(TEXT, TEXT, text, "indicator", REMARK, OFFICE)                                               \
    _(EVIDENCE, TEXT, evidence, "evidence", REMARK, OFFICE)                                        \
    _(RESPONSIBLE, TEXT, responsible, "responsible", NAME, OFFICE)                                 \
    _(KIND, WORD, kind, "kind", KIND, PLAN)                                                        \
    _(UNIT, TEXT, unit, "unit", NAME, OFFICE)                                                      \
    _(METHOD, WORD, method, "method", METHOD, OFFICE)                                              \
    _(METHOD_LABEL, TEXT, method_label, "method_label", NAME, OFFICE)                              \
    _(RULE, WORD, rule, "rule", RULE, OFFICE)                                                      \
    _(NO_CASE, WORD, no_case, "no_case", NO_CASE, OFFICE)                                          \
    _(WEIGHT, MARKS, weight, "weight", 0, OFFICE)                                                  \
    _(TARGET, TARGET, grade[0], "target", 0, OFFICE)                                               \
    _(TARGET_COUNT, MARKS, target_count, "target_count", 0, OFFICE)                                \
    _(GRADE_2, TARGET, grade[1], NULL, 1, OFFICE)                                                  \
    _(GRADE_3, TARGET, grade[2], NULL, 2, OFFICE)                                                  \
    _(GRADE_4, TARGET, grade[3], NULL, 3, OFFICE)                                                  \
    _(GRADE_5, TARGET, grade[4], NULL, 4, OFFICE)                                                  \
    _(GRADE_6, TARGET, grade[5], NULL, 5, OFFICE)                                                  \
    _(GRADE_7, TARGET, grade[6], NULL, 6, OFFICE)                                                  \
    _(GRADE_8, TARGET, grade[7], NULL, 7, OFFICE)                                                  \
    _(GRADE_9, TARGET, grade[8], NULL, 8, OFFICE)                                                  \
    _(Q1_TARGET, QUARTER, quarter[0], "q1_target", 9, OFFICE)                                      \
    _(Q2_TARGET, QUARTER, quarter[1], "q2_target", 10, OFFICE)                                     \
    _(Q3_TARGET, QUARTER, quarter[2], "q3_target", 11, OFFICE)                                     \
    _(Q4_TARGET, QUARTER, quarter[3], "q4_target", 12, OFFICE)                                     \
    _(COMPONENTS, COMPONENTS, components, "components", 0, OFFICE)                                 \
    _(ALTERNATIVE_OF, TEXT, alternative_of, "alternative_of", CODE, OFFICE)                        \
    _(PLAUSIBLE, MARKS, plausible, "plausible", 0, OFFICE)                                         \
    _(DIRECTION, WORD, direction, "direction", DIRECTION, OFFICE)                                  \
    _(BASELINE, TARGET, baseline, "baseline", 13, OFFICE)                                          \
    _(YEAR_BEFORE, TARGET, year_before, "year_before", 14, OFFICE)                                 \
    _(LAST_YEAR, TARGET, last_year, "last_year", 15, OFFICE)                                       \
    _(PROJECTION_1, TARGET, projection_1, "projection_1", 16, OFFICE)                              \
    _(PROJECTION_2, TARGET, projection_2, "projection_2", 17, OFFICE)                              \
    _(NOTE, TEXT, note, "note", REMARK, OFFICE)

enum template_column {
#define X(name, ...) COLUMN_##name,
    COLUMN_LIST(X)
#undef X
        TEMPLATE_COLUMNS,
};
enum { TEMPLATE_USUAL = COLUMN_ALTERNATIVE_OF + 1, TARGET_SLOTS = 18 };

enum column_type {
    TYPE_TEXT,
    TYPE_MARKS,
    TYPE_WORD,
    TYPE_TARGET,
    TYPE_QUARTER,
    TYPE_COMPONENTS,
};
enum column_type template_type(size_t column);
// NULL where a plan of that scale has no such column.
const char *template_column(const struct scale *scale, size_t column);
// The column of that name; false when there is none. NULL: the usual scale.
bool template_find(const struct scale *scale, const char *name, size_t n, size_t *ret);
// Whether an office may change the column for itself: all but code and kind.
bool template_column_changeable(size_t column);
bool template_column_is_target(size_t column); // read by the indicator's kind

// Where the column lives in an indicator, by its type: const char *, struct maybe, int, struct
// target.
void *template_member(struct indicator *indicator, size_t column);
const void *template_value(const struct indicator *indicator, size_t column);
const char *const *template_words(size_t column); // of a WORD, NULL behind the last
int template_slot(size_t column);                 // of a target in the office file; -1: none

// Sets one cell of an indicator from its template text; empty clears it. INVALID says what was
// expected. Texts go into the arena.
enum status template_set(struct indicator *indicator, size_t column, const char *s, size_t n,
                         struct arena *arena, struct err *err);
// Appends the cell as a template has it: ASCII digits, ISO dates.
void template_get(const struct indicator *indicator, size_t column, struct str *ret);

// Whether kind, method, rule and targets fit together; INVALID, *ret_column names the culprit.
enum status template_fits(const struct indicator *indicator, size_t *ret_column, struct err *err);

// Reads a whole template. On failure every fault stands in *ret_faults, one line each:
// «NAME:LINE:COLUMN: what is wrong»; name is the file's, for that.
enum status template_read(const char *name, const char *s, size_t n, struct plan **ret,
                          struct str *ret_faults, struct err *err);
void template_write(const struct plan *plan, struct str *ret);
// As it stands, without what was changed in it when: for digests.
void template_write_state(const struct plan *plan, struct str *ret);
// Appends what one head («family») of the text of a template says, without a look at its rows;
// nothing where it has none.
void template_head(const char *text, const char *key, struct str *ret);
