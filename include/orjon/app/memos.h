// SPDX-License-Identifier: GPL-3.0-or-later
// The register of memo numbers: records of kind MEMO, and SERIES for their patterns
// (orjon/domain/memo.h).
//
// Every paper whose whole number is known stands in it. A meeting's notice and minutes, a
// committee's certificate: whoever puts their number or date, through orjon/app/records.h too,
// moves the row, whose PAPER is «notice 12»; orders from above have their sender's number and no
// row. A return comes in as it is finalised, «return 2024-25 3 egov». What is left to the pen,
// wholly or in part, has no row until somebody takes its number. A number that is typed as its
// serial alone («256») is made whole by the pattern of its day.
#pragma once

#include "orjon/app/records.h"
#include "orjon/domain/memo.h"

// Rows in the order of their dates and numbers.
struct app_memo_query {
    int fiscal_year;  // in which they are dated; 0: all
    const char *find; // somewhere in their fields, in any digits; NULL or "": all
};
enum status app_load_memos(struct app *app, const struct app_memo_query *query, struct records *ret,
                           struct err *err);

// Appends the number that comes next on a day: of a series by its id, 0: the one that holds then.
// NOT_FOUND where there is none. Nothing is taken.
enum status app_next_memo(struct app *app, int64_t series, int32_t date, struct str *ret,
                          struct err *err);

// Appends the number that a field of a record could get: the next on the day of that paper, today
// where it has none. Nothing for what another office numbers.
enum status app_propose_memo(struct app *app, const struct record *record, int field,
                             struct str *ret, struct err *err);

// Takes a number: a new row of these fields, as typed. Without `number` it is the next, without
// `date` today's; a `paper` «notice 12» gets the number too, and «return 2024-25 3 egov» puts it
// into the particulars for that plan. Two who take the next at once get two. EXISTS, saying where,
// for a number that was used and for a paper that has one. *ret_number (appended) may be NULL.
enum status app_take_memo(struct app *app, int64_t series, const struct app_word *words,
                          size_t count, int64_t *ret_id, struct str *ret_number, struct err *err);
// A number that was taken and never sent: its paper has none any more, and the row stays with a
// note that says why. INVALID without a note.
enum status app_release_memo(struct app *app, int64_t id, const char *note, struct err *err);

// The paper of a row as people call it, appended: «নোটিশ: নৈতিকতা কমিটির ১ম সভা» …, brief without
// what it is of; what was typed where it is none of ours.
void app_say_memo_paper(struct app *app, const struct record *memo, bool brief, struct str *ret);

// Gaps of the register, each as its first and last number, a line each.
enum status app_say_memo_gaps(struct app *app, struct str *ret, struct err *err);
// Enters every number of all gaps with a note that says why it is not there, as one change. INVALID
// when there are more than APP_MEMO_GAPS_MAX: then a number was mistyped.
enum { APP_MEMO_GAPS_MAX = 500 };
enum status app_note_memo_gaps(struct app *app, const char *note, size_t *ret_count,
                               struct err *err);
// Appends what is odd in it (memo_check).
enum status app_check_memos(struct app *app, struct findings *ret, struct err *err);
