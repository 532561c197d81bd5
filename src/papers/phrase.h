// SPDX-License-Identifier: GPL-3.0-or-later
// Phrases of papers: text that names what the office, the period and the plan fill in.
#pragma once

#include "orjon/papers/papers.h"

// What a phrase is filled in from.
struct scene {
    const struct paper_request *request;
    const struct plan *plan; // NULL: there is nothing to fill in for {plan}
    int grade;               // of a column of grades
    // Of a paper of records (names.h), whose lists and words are in its layout; else NULL.
    const struct layout *layout;
    const struct record *row[RECORD_KINDS]; // those that are told of; NULL where none is
    const struct listed *list[LISTINGS];    // likewise, of what is worked out for the paper
    bool blank;                             // a row for the pen: nothing is told of but its number
    int no, of; // of a row or an entry of a list: its number, of how many
};

// Appends the phrase with every {name} filled in and its own digits in those of the paper. What
// stands in < > is left out when a name in it has nothing to fill in; they do not nest. A name may
// carry a case ending: {superior_office:র} (orjon/base/ending.h).
// Names: office ministry officer designation place superior superior_office memo (the office's
// particulars), district (the end of its place), to (whom the return goes to), plan, grade (its
// name), year and year-2 to year+2, months (জুলাই-সেপ্টেম্বর/২০২৩), «months,» (with a comma before the
// year), month_1 to month_3 (of the quarter), ordinal (১ম), previous (of the quarter before), date;
// for papers of records those of recorded.c.
void phrase_write_in(struct str *ret, const char *phrase, const struct scene *scene);
void phrase_write(struct str *ret, const char *phrase, const struct paper_request *request,
                  const struct plan *plan);

// Tells of a record, and of what it belongs to, from now on (recorded.c).
void scene_enter(struct scene *scene, const struct record *record);
// The next of that kind of what the scene tells of; `before` NULL: the first. NULL behind the last.
const struct record *scene_next(const struct scene *scene, enum record_kind kind,
                                const struct record *before);

void scene_enter_listed(struct scene *scene, const struct listed *row); // (listed.c)
// What a table or a repetition goes over: a kind of record, or RECORD_KINDS + a kind of listing.
// The next after *at (NULL: the first) as *ret tells of it; false behind the last.
bool scene_step(const struct scene *outer, int of, const void **at, struct scene *ret);
// Tells of an indicator of the matrix, and of what the office told of has of it.
void scene_enter_cell(struct scene *scene, const struct listed *head);

// INVALID, saying why, for a phrase of somebody else's that names what is not there.
enum status phrase_check(const char *phrase, bool of_records, struct err *err);
