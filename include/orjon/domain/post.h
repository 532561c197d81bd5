// SPDX-License-Identifier: GPL-3.0-or-later
// Posts: who held which on a date. People and terms are all those of the office file; what is
// returned is borrowed from them.
#pragma once

#include "orjon/domain/check.h"
#include "orjon/domain/record.h"

struct post {
    const struct record *person; // NULL: nobody
    const struct record *term;   // NULL: none on that date
};

// The first and the last day of a term; INT32_MIN and INT32_MAX where it has none.
int32_t post_begins(const struct record *term);
int32_t post_ends(const struct record *term);

// Whether whoever has it signs for this office.
bool post_signs(const struct record *term);

// What that person was on that date: of several posts the one in this office, then the one that was
// taken up last. NULL when it was none. person 0: nobody.
const struct record *post_term(const struct records *terms, int64_t person, int32_t date);
// Who signed for this office on that date: whose term says so and lasted then; of several the one
// that was taken up last.
struct post post_signer(const struct records *people, const struct records *terms, int32_t date);
// Whether that person had been in this office (or, of another's, in a post) and was no more.
bool post_had_left(const struct records *terms, int64_t person, int32_t date);

// Appends the designation as papers have it: «উপজেলা সমবায় অফিসার (অঃদাঃ)». A mark in brackets
// stands behind; ভারপ্রাপ্ত without them in front; any other gets brackets. NULL appends nothing.
void post_write(struct str *ret, const struct record *term);
// Splits a designation with its mark as typed: «(অঃদাঃ)» goes to ret_acting.
void post_split(const char *designation, struct str *ret_designation, struct str *ret_acting);

// Puts who signed for the office on that date into its particulars: the officer, unless one is set
// for every date, and then the designation, unless that is. The texts are the records', or kept in
// `texts`.
void post_fill_office(struct office *office, const struct records *people,
                      const struct records *terms, int32_t date, struct arena *texts);

// Appends what is odd in the terms, each naming who and when: an end before its beginning
// (term-backwards), two posts of one person in one office on one day (terms-overlap), two who sign
// on one day (signers-overlap), days between on which nobody signed (signers-gap).
void post_check(const struct records *people, const struct records *terms, struct findings *ret);
