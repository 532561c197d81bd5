// SPDX-License-Identifier: GPL-3.0-or-later
// Meetings and their decisions: what takes more than one record. A field is set, and an item or a
// decision added, by app/records.h. Each of these is one change, all or nothing, and one row of
// undo.
#pragma once

#include "orjon/app/book.h"
#include "orjon/app/records.h"
#include "orjon/domain/meeting.h"

// A new meeting, which needs a subject; its fiscal year is that of its day where the words do not
// say it.
enum status app_new_meeting(struct app *app, const struct app_word *words, size_t count,
                            int64_t *ret_id, struct err *err);
// The next meeting, proposed from the last (meeting_propose), with what the words say otherwise.
// The open decisions of the committee's meetings up to its day, or of this one where it has no
// committee, come first on its agenda, under their own subjects; what they were is carried over
// then. INVALID when no day is given and the last does not say how often it is held, and for a day
// before the last.
enum status app_next_meeting(struct app *app, int64_t last, const struct app_word *words,
                             size_t count, int64_t *ret_id, size_t *ret_carried, struct err *err);
// What it would be, as kept, without making it; ret->record[0] has no number.
enum status app_propose_meeting(struct app *app, int64_t last, struct records *ret,
                                struct err *err);

// A record of a meeting (itself, an item, a decision, a line of progress, an attendance) by its
// number alone: they are all different. NOT_FOUND.
enum status app_load_of_meeting(struct app *app, int64_t id, struct records *ret, struct err *err);
// The meeting to which a record of it belongs; that of a meeting is itself.
enum status app_find_meeting_of(struct app *app, const struct record *record, int64_t *ret,
                                struct err *err);
// Removes one with all that belongs to it; a decision that it carried over is open, or running,
// again where it was. INVALID for a meeting that is counted, and for a decision that lives on in
// another meeting.
enum status app_remove_of_meeting(struct app *app, int64_t id, struct err *err);
// Puts an item, a decision or an attendance in that place among its own, from 1; the others move.
enum status app_move_of_meeting(struct app *app, int64_t id, int64_t place, struct err *err);

// A meeting counted as achievement of one of its indicators, or counted no longer.
struct app_counting {
    int fiscal_year, quarter;
    const char *code;           // of the indicator; lives in text
    struct meeting_count count; // 0 of 0 when it is undone
    const char *from, *to;      // the quarter's figure, as typed; likewise
    struct arena text;
};
void app_counting_done(struct app_counting *counting);
#define autocounting __attribute__((cleanup(app_counting_done))) struct app_counting
// Fills the quarter's figure through app_enter, with its refusals and findings (may be NULL), adds
// the meeting as evidence and notes what it was counted for. With `dry` nothing is saved: what it
// would be is the offer. EXISTS when it is counted for it already; INVALID when it serves no plan,
// or not that indicator, lies outside its fiscal year, or the indicator counts no meetings.
enum status app_count_meeting(struct app *app, int64_t id, const char *code, bool dry,
                              struct app_counting *ret, struct findings *ret_findings,
                              struct err *err);
// Takes it back with its evidence. NOT_FOUND when it is not counted.
enum status app_uncount_meeting(struct app *app, int64_t id, const char *code,
                                struct app_counting *ret, struct err *err);
// «This is number 2 of 4 for [4.1.1]» and what becomes of the figure, appended.
void app_say_counting(const struct app_counting *counting, struct str *ret);

// Everybody who is to come and is not on the sheet yet: the committee's members in their order,
// then the office's staff; who had left on that day is not. None of them is marked as present yet.
enum status app_fill_attendance(struct app *app, int64_t meeting, size_t *ret_count,
                                struct err *err);
// Marks somebody, by number or name, with «yes» or «no»; added when not on the sheet yet.
enum status app_mark_attendance(struct app *app, int64_t meeting, const char *person,
                                const char *present, struct err *err);
// All who are not marked yet were there.
enum status app_mark_all_present(struct app *app, int64_t meeting, size_t *ret_count,
                                 struct err *err);

// A line of progress, of today where date is NULL; an open decision is running then.
enum status app_add_progress(struct app *app, int64_t decision, const char *text, const char *date,
                             int64_t *ret_id, struct err *err);

// Decisions of all meetings, orders from above among them, with what they belong to.
struct app_decision {
    const struct record *decision, *item, *meeting; // in the lists
    size_t progress;                                // lines of it
};
struct app_decisions {
    struct app_decision *decision; // in the order of decisions_sort
    size_t count;
    struct records decisions, items, meetings, progress;
};
void app_decisions_done(struct app_decisions *decisions);
#define autodecisions __attribute__((cleanup(app_decisions_done))) struct app_decisions
// open: only those still to be done.
enum status app_list_decisions(struct app *app, bool open, struct app_decisions *ret,
                               struct err *err);

// What is odd about one meeting; about all (0); all of them queries.
enum status app_check_meeting(struct app *app, int64_t id, struct findings *ret, struct err *err);
// About those that serve a plan, up to a quarter of its year: part of app_check.
enum status app_check_meetings(const struct book *book, struct findings *ret, struct err *err);
