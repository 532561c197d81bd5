// SPDX-License-Identifier: GPL-3.0-or-later
// The names that phrases may have between { and }, by what fills them in.
#pragma once

#include "phrase.h"

// How a name wants to be written; its word stands behind the colon, where an ending may stand too.
#define FORM_LIST(_)                                                                               \
    _(SHORT, "short")       /* of a memo number: its last group */                                 \
    _(LONG, "long")         /* of a date: ১৭ মার্চ ২০২৪ */                   \
    _(BENGALI, "bengali")   /* of a date: ৩ চৈত্র ১৪৩০ */                      \
    _(TWO, "two")           /* of {no}: ০১ */                                                  \
    _(SEVERAL, "several")   /* of {no}: nothing where it is the only one */                        \
    _(DECISION, "decision") /* of {no}: the decision's, where its item has several */
enum form {
    FORM_PLAIN,
#define X(name, word) FORM_##name,
    FORM_LIST(X)
#undef X
};

// Writes a particular in a form. False when there is none of that name, or not in that form; with
// scene NULL that is all they say.
bool particular_write(struct str *ret, const char *name, size_t n, enum form form,
                      const struct scene *scene);
void particular_list(struct str *ret); // their names, blanks between
// The same for what records fill in; scene->layout is not NULL.
bool recorded_write(struct str *ret, const char *name, size_t n, enum form form,
                    const struct scene *scene);
void recorded_list(struct str *ret);
// A field of a record, and a number in the digits of the paper (recorded_field.c).
void recorded_write_field(struct str *ret, const struct record *record, int field, enum form form,
                          const struct scene *scene);
void recorded_write_number(struct str *ret, long value, enum form form, const struct scene *scene);
// Those of lists worked out for the paper among them, which have no forms (listed.c).
bool listed_write(struct str *ret, const char *name, size_t n, const struct scene *scene);
void listed_list(struct str *ret);
// Those of people among them, which have no forms (recorded_person.c).
bool recorded_write_person(struct str *ret, const char *name, size_t n, const struct scene *scene);
void recorded_list_people(struct str *ret);
