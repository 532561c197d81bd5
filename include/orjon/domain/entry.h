// SPDX-License-Identifier: GPL-3.0-or-later
// What a clerk typed for one indicator and quarter, and how it is read.
#pragma once

#include "orjon/domain/plan.h"

// State of a figure. `empty` is no entry at all.
#define ENTRY_STATE_LIST(_)                                                                        \
    _(EMPTY, "empty")                                                                              \
    _(VALUE, "value")                                                                              \
    _(NONE, "none")                     /* a dash: nothing done */                                 \
    _(NOT_DUE, "not-due")               /* planned for a later quarter */                          \
    _(NO_CASE, "no-case")               /* no application or complaint came */                     \
    _(NOT_APPLICABLE, "not-applicable") /* the row does not concern this office */

enum entry_state {
#define X(name, word) ENTRY_##name,
    ENTRY_STATE_LIST(X)
#undef X
        ENTRY_STATE_COUNT
};
const char *entry_state_word(enum entry_state state);   // for files
const char *entry_state_name(enum entry_state state);   // for people, in the user's language
const char *entry_state_remark(enum entry_state state); // the phrase that papers carry, Bengali
int entry_state_from_word(const char *s, size_t n);     // -1 when unknown

// Things worth a second look that do not stop an entry; bits.
enum entry_note {
    NOTE_BLANKS = 1 << 0,     // blanks between digits were closed up
    NOTE_UNIT = 1 << 1,       // the unit word typed is not the indicator's
    NOTE_FRACTION = 1 << 2,   // a fraction in a row that counts whole things
    NOTE_PERCENT = 1 << 3,    // the percent disagrees with its count
    NOTE_CLAMPED = 1 << 4,    // an impossible day was read as the month's last
    NOTE_COMPONENTS = 1 << 5, // the parts do not add up to the bracket (import only)
    NOTE_BRACKET = 1 << 6,    // the number in the bracket is not the one before it: «৪ (৫)»
};

struct entry {
    enum entry_state state;
    struct maybe value;       // number or percent
    struct maybe count;       // the count beside or in place of a percent
    struct maybe denominator; // «৪০/৫০»: of how many
    size_t dates;
    int32_t date[DATES_MAX];
    int decimals; // that value, or the count, was written with: 2 of «23.50»
    unsigned notes;
    const char *typed;  // as typed; never NULL
    const char *remark; // never NULL
};

// An indicator's year: its four quarters. Rooms hand plans' figures around as arrays of these, one
// for each indicator, in the plan's order.
struct year {
    struct entry quarter[QUARTERS];
};

enum entry_mode {
    ENTRY_TYPED,   // at the desk: impossible dates and wrong sums are refused
    ENTRY_PRINTED, // from a paper: they are read as near as can be, with a note
};

// Reads what was typed for an indicator. «» is empty; «-», «--» and their like are none, and so are
// নাই, নেই and না; প্রযোজ্য নয় is that state, শূন্য is 0, as offices write them. INVALID or
// OVERFLOW with a sentence that says what was expected. typed and remark of *ret are "".
enum status entry_read(const struct indicator *indicator, const char *s, size_t n,
                       enum entry_mode mode, struct entry *ret, struct err *err);

// Whether entry_read could have made it: no figure below zero, no date that nobody can write. What
// comes from elsewhere is computed with only then.
bool entry_is_sound(const struct entry *entry);

// Appends the figure as papers print it: ৪, ৪০%(৪৪), ৩১/১২/২০২৩, ১ ৩১/১২/২০২৩, `-`, nothing.
void entry_write(struct str *ret, const struct indicator *indicator, const struct entry *entry,
                 struct number_style style);

// What a figure typed again from the paper is to the one that stands there.
enum entry_match {
    MATCH_SAME,    // typed alike, or as the paper prints it; digits of either set are alike
    MATCH_WRITING, // the same meaning in another writing: ৫ and ০৫, ৪০%(৪৪) and ৪৪
    MATCH_MEANING, // another figure, or another state
    MATCH_UNTYPED, // there is a figure, but none was typed again
};
// A dash is what papers print for every state but empty and value, so it is the same as each of
// them. Remarks are not looked at.
enum entry_match entry_compare(const struct indicator *indicator, const struct entry *there,
                               const struct entry *again);

// Appends a target the same way: ৪, ১০০%(২০০), ১৬/০৩/২০২৪, ২ ৩১/১২/২০২৩ ৩০/০৬/২০২৪.
void target_write(struct str *ret, const struct indicator *indicator, const struct target *target,
                  struct number_style style);

// What a field of this indicator takes, in one sentence of the user's language.
const char *entry_expectation(const struct indicator *indicator);
