// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings: which one comes next, what one counts for, and what is odd about one.
#pragma once

#include "orjon/domain/check.h"
#include "orjon/domain/dossier.h"

// Appends what a sentence calls it: its subject and its day.
void meeting_say(struct str *ret, const struct record *meeting);
// The fiscal year it belongs to: as it says, else of its day; 0 when neither is there.
int meeting_year(const struct record *meeting);
// The quarter of that year in which its day lies; 0 when it lies in none.
int meeting_quarter(const struct record *meeting);
// Whether another office held it, so that its notice, attendance and chair are none of ours.
bool meeting_is_superior(const struct record *meeting);

// The day on which the next is held: as many months on as `every` (a word of that field) says, a
// Friday or Saturday moved to the Sunday after it, or to the Thursday before it where that Sunday
// lies in another quarter. false when `every` is no such word.
bool meeting_next_day(const char *every, int32_t last, int32_t *ret);
// Appends the subject of the next one: the number before «সভা» goes on («২য় সভা» behind «১ম
// সভা»), or begins anew.
void meeting_next_title(const char *title, bool anew, struct str *ret);
// What the next one is to be: a text for each field of a meeting, as kept, "" where it is open.
// Chair and focal point are the committee's (may be NULL) where it has them. The day is open when
// the last one does not say how often it is held.
void meeting_propose(const struct record *last, const struct record *committee, struct arena *arena,
                     const char *ret_text[MEETING_FIELD_COUNT]);

// How many meetings are counted for an indicator of the plan in each quarter: those that say so and
// have a proof without a file, in whose quarter they are (of several the first); without the
// meeting `except`, whose own proof is *ret_own then (NULL where it has none). ret_own may be NULL.
void meeting_counted(const struct records *meetings, const struct records *proofs,
                     const struct plan *plan, const struct indicator *indicator, int64_t except,
                     int ret[QUARTERS], const struct record **ret_own);

// A meeting as achievement of an indicator.
struct meeting_count {
    int64_t number; // which one of the year it is, the figures of earlier quarters counted too
    int64_t of;     // how many the year's target asks for; 0: it does not say
};
// What the figure of the quarter becomes when a meeting of that day is counted, appended as it is
// typed: a number that is at least the meetings counted, or dates with this one among them. What
// was typed by hand is never lowered. `counted` says how many meetings are counted for it in each
// quarter, without this one. INVALID for an indicator that counts no meetings.
enum status meeting_count(const struct indicator *indicator, const struct year *year,
                          const int counted[QUARTERS], int quarter, int32_t date,
                          struct meeting_count *ret, struct str *ret_figure, struct err *err);
// What it becomes when that is undone; `counted` with this one. A figure that says more than
// the meetings counted stays.
enum status meeting_uncount(const struct indicator *indicator, const struct year *year,
                            const int counted[QUARTERS], int quarter, int32_t date,
                            struct str *ret_figure, struct err *err);

// What the office has besides the dossier: all its proofs and decisions.
struct meeting_office {
    const struct records *proofs, *decisions;
};
// Appends what is odd about the meeting of a dossier, its decisions and what was counted: all of it
// queries, for nothing is refused because of it. The dossier's plan is that of the meeting; NULL
// where there is none of the name that it gives.
void meeting_check(const struct dossier *dossier, const struct meeting_office *office,
                   int32_t today, struct findings *ret);
// Appends a query for each figure, up to `quarter`, that says less than the meetings counted for
// it.
void meeting_check_figures(const struct plan *plan, const struct year *years, int quarter,
                           const struct records *meetings, const struct records *proofs,
                           struct findings *ret);
