// SPDX-License-Identifier: GPL-3.0-or-later
// Records: people, meetings and all that hangs on them, each a row of fields with words for names.
//
// What kinds there are and what fields they have is the table below and nothing else: the office
// file, export and import, the commands and the forms on the screen read it. A field that is empty
// has the text "". A record is there as long as one of its fields is not empty, as a figure is.
//
// A text is kept in one form: dates as 2024-06-10, times as 10:00, numbers in ASCII digits, a
// record that is named as the number of that record. Other texts are clean NFC; only LINES hold
// line breaks.
#pragma once

#include "orjon/base/error.h"
#include "orjon/base/i18n.h"
#include "orjon/base/mem.h"
#include "orjon/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum field_type {
    FIELD_TEXT,  // one line, at most TEXT_NAME_MAX
    FIELD_WORDS, // likewise, without digits: neither a date nor a number
    FIELD_LONG,  // one line, at most TEXT_REMARK_MAX. Of: «person» where people are proposed for
                 // it, several with commas between
    FIELD_MEMO, // a memo number (orjon/domain/memo.h), at most TEXT_NAME_MAX. Of: the paper that it
                // is the number of, which then stands in the register with the nearest date before
    FIELD_PATTERN, // of memo numbers, likewise
    FIELD_LINES,   // of many lines, at most TEXT_LINES_MAX
    FIELD_DATE,
    FIELD_TIME,   // of the day
    FIELD_NUMBER, // a whole one, from 0. Of: the most that it may be, from 1 then
    FIELD_YEAR,   // a fiscal year: 2024-25
    FIELD_CHOICE, // of: the words, blanks between; each has a name in the user's language
    FIELD_RECORD, // of: the kind whose record it names
    FIELD_PLAN,   // a plan by its name
    FIELD_CODES,  // indicators of the plan beside it, by code, blanks between
    FIELD_HASH,   // SHA-256 in hexadecimal
    FIELD_KEY,    // a public key in base64, which may look like a text of other fonts
};

// field, word in files, label, type, what it is of, and what more struct record_field has
#define PERSON_FIELDS(_)                                                                           \
    _(NAME, "name", N_("Name"), FIELD_TEXT, NULL, .needed = true)                                  \
    _(SORT, "sort", N_("Sort"), FIELD_CHOICE, "staff superior guest")                              \
    _(PHONE, "phone", N_("Telephone"), FIELD_TEXT, NULL)                                           \
    _(EMAIL, "email", N_("E-mail"), FIELD_TEXT, NULL)                                              \
    _(NOTE, "note", N_("Note"), FIELD_LONG, NULL)
// A post that a person held from a day to a day, both included; without an end it is held still,
// without a beginning since ever. post.h says what follows from it.
#define TERM_FIELDS(_)                                                                                           \
    _(DESIGNATION, "designation", N_("Designation"), FIELD_TEXT, NULL)                                           \
    _(ACTING, "acting", N_("Acting"), FIELD_WORDS, NULL) /* (অঃদাঃ), ভারপ্রাপ্ত */ \
    _(OFFICE, "office", N_("Office"), FIELD_TEXT, NULL) /* empty: this one */                                    \
    _(FROM, "from", N_("From"), FIELD_DATE, NULL)                                                                \
    _(TO, "to", N_("To"), FIELD_DATE, NULL)                                                                      \
    _(SIGNS, "signs", N_("Signs for the office"), FIELD_CHOICE, "yes no")
#define COMMITTEE_FIELDS(_)                                                                        \
    _(NAME, "name", N_("Committee"), FIELD_TEXT, NULL, .needed = true)                             \
    _(PLAN, "plan", N_("Plan"), FIELD_PLAN, NULL)                                                  \
    _(CHAIR, "chair", N_("Chair"), FIELD_RECORD, "person")                                         \
    _(FOCAL, "focal", N_("Focal point"), FIELD_RECORD, "person")                                   \
    _(FORMED, "formed", N_("Formed on"), FIELD_DATE, NULL)                                         \
    _(MEMO, "memo", N_("By memo"), FIELD_MEMO, "certificate")
#define MEMBER_FIELDS(_)                                                                           \
    _(PLACE, "place", N_("No."), FIELD_NUMBER, NULL)                                               \
    _(PERSON, "person", N_("Person"), FIELD_RECORD, "person")                                      \
    _(ROLE, "role", N_("Role"), FIELD_TEXT, NULL)
#define MEETING_FIELDS(_)                                                                          \
    _(TITLE, "title", N_("Subject"), FIELD_TEXT, NULL, .needed = true, .proves = true)             \
    _(SORT, "sort", N_("Sort"), FIELD_CHOICE, "meeting training workshop stakeholders superior",   \
      .proves = true)                                                                              \
    _(COMMITTEE, "committee", N_("Committee"), FIELD_RECORD, "committee")                          \
    _(YEAR, "fiscal_year", N_("Fiscal year"), FIELD_YEAR, NULL, .proves = true)                    \
    _(PLAN, "plan", N_("Plan"), FIELD_PLAN, NULL, .proves = true)                                  \
    _(CODES, "indicators", N_("Indicators"), FIELD_CODES, NULL, .proves = true)                    \
    _(DATE, "date", N_("Date"), FIELD_DATE, NULL, .proves = true)                                  \
    _(TIME, "time", N_("Time"), FIELD_TIME, NULL)                                                  \
    _(VENUE, "venue", N_("Place"), FIELD_TEXT, NULL)                                               \
    _(OFFICE, "office", N_("Held by"), FIELD_TEXT, NULL, .proves = true) /* empty: this office */  \
    _(CHAIR, "chair", N_("Chair"), FIELD_RECORD, "person")                                         \
    _(FOCAL, "focal", N_("Focal point"), FIELD_RECORD, "person")                                   \
    _(EVERY, "every", N_("How often it is held"), FIELD_CHOICE,                                    \
      "month two-months quarter half-year year")                                                   \
    _(NOTICE_DATE, "notice_date", N_("Date of the notice"), FIELD_DATE, NULL)                      \
    _(NOTICE_MEMO, "notice_memo", N_("Memo number of the notice"), FIELD_MEMO, "notice")           \
    _(NOTICE, "notice", N_("Text of the notice"), FIELD_LINES, NULL) /* empty: the usual one */    \
    _(MINUTES_DATE, "minutes_date", N_("Date of the minutes"), FIELD_DATE, NULL)                   \
    _(MINUTES_MEMO, "minutes_memo", N_("Memo number of the minutes"), FIELD_MEMO, "minutes")       \
    _(OPENING, "opening", N_("Opening"), FIELD_LINES, NULL) /* empty: the usual one */             \
    _(CLOSING, "closing", N_("Closing"), FIELD_LINES, NULL) /* likewise */                         \
    _(COPIES, "copies", N_("Copies to"), FIELD_LINES, NULL) /* a line each; empty: the office's */ \
    _(LETTER_DATE, "letter_date", N_("Date of the forwarding letter"), FIELD_DATE, NULL)           \
    _(LETTER_MEMO, "letter_memo", N_("Memo number of the forwarding letter"), FIELD_MEMO,          \
      "letter")                                                                                    \
    _(REPORT_DATE, "report_date", N_("Date of the progress report"), FIELD_DATE, NULL)             \
    _(REPORT_MEMO, "report_memo", N_("Memo number of the progress report"), FIELD_MEMO,            \
      "progress")                                                                                  \
    _(COUNTED, "counted", N_("Counted for"), FIELD_CODES, NULL, .kept = true)
#define ITEM_FIELDS(_)                                                                             \
    _(PLACE, "place", N_("No."), FIELD_NUMBER, NULL)                                               \
    _(SUBJECT, "subject", N_("Subject"), FIELD_LONG, NULL)                                         \
    _(DISCUSSION, "discussion", N_("Discussion"), FIELD_LINES, NULL)
#define DECISION_FIELDS(_)                                                                         \
    _(PLACE, "place", N_("No."), FIELD_NUMBER, NULL)                                               \
    _(TEXT, "text", N_("Decision"), FIELD_LINES, NULL)                                             \
    _(WHO, "who", N_("Carried out by"), FIELD_LONG, "person")                                      \
    _(DUE, "due", N_("Due on"), FIELD_DATE, NULL)                                                  \
    _(STATE, "state", N_("State"), FIELD_CHOICE, "open running done carried")                      \
    _(EVIDENCE, "evidence", N_("Evidence"), FIELD_LONG, NULL)                                      \
    _(FROM, "from", N_("Carried over from"), FIELD_RECORD, "decision", .kept = true)
#define PROGRESS_FIELDS(_)                                                                         \
    _(PLACE, "place", N_("No."), FIELD_NUMBER, NULL)                                               \
    _(DATE, "date", N_("Date"), FIELD_DATE, NULL)                                                  \
    _(TEXT, "text", N_("Progress"), FIELD_LINES, NULL)
#define ATTENDANCE_FIELDS(_)                                                                       \
    _(PLACE, "place", N_("No."), FIELD_NUMBER, NULL)                                               \
    _(PERSON, "person", N_("Person"), FIELD_RECORD, "person")                                      \
    _(NAME, "name", N_("Name"), FIELD_TEXT, NULL) /* of a guest who is no person of the list */    \
    _(DESIGNATION, "designation", N_("Designation"), FIELD_TEXT, NULL)                             \
    _(PRESENT, "present", N_("Present"), FIELD_CHOICE, "yes no")
// A row of the register. Its pattern and serial number are read from the number itself.
#define MEMO_FIELDS(_)                                                                              \
    _(NUMBER, "number", N_("Memo number"), FIELD_MEMO, NULL)                                        \
    _(DATE, "date", N_("Date"), FIELD_DATE, NULL)                                                   \
    _(SUBJECT, "subject", N_("Subject"), FIELD_LONG, NULL)                                          \
    _(TO, "to", N_("Sent to"), FIELD_LONG, NULL)                                                    \
    _(PAPER, "paper", N_("Paper"), FIELD_LONG, NULL) /* «notice 12», «return 2024-25 3 egov» */ \
    _(NOTE, "note", N_("Note"), FIELD_LONG, NULL)    /* why it was left out, and the like */
#define SERIES_FIELDS(_)                                                                           \
    _(PATTERN, "pattern", N_("Pattern"), FIELD_PATTERN, NULL) /* 47.61.1054.000.39.014.{yy}.{n} */ \
    _(FROM, "from", N_("From"), FIELD_DATE, NULL)                                                  \
    _(FIRST, "first", N_("First number"), FIELD_NUMBER, NULL)                                      \
    _(YEARLY, "yearly", N_("Begins anew each year"), FIELD_CHOICE, "yes no")
#define PHRASE_FIELDS(_)                                                                           \
    _(TEXT, "text", N_("Phrase"), FIELD_LONG, NULL)                                                \
    _(SORT, "sort", N_("For"), FIELD_CHOICE, "remark discussion decision progress any")            \
    _(HIDDEN, "hidden", N_("Not offered"), FIELD_CHOICE, "yes no")
// A proof of an indicator in a quarter.
#define PROOF_FIELDS(_)                                                                            \
    _(YEAR, "fiscal_year", N_("Fiscal year"), FIELD_YEAR, NULL, .kept = true)                      \
    _(PLAN, "plan", N_("Plan"), FIELD_PLAN, NULL, .kept = true)                                    \
    _(CODE, "indicator", N_("Indicator"), FIELD_CODES, NULL, .kept = true)                         \
    _(QUARTER, "quarter", N_("Quarter"), FIELD_NUMBER, "4", .kept = true)                          \
    _(NAME, "name", N_("Evidence"), FIELD_TEXT, NULL) /* what the plan asks for, or more */        \
    _(THERE, "there", N_("There"), FIELD_CHOICE, "yes no")                                         \
    _(FILE, "file", N_("File"), FIELD_TEXT, NULL, .kept = true) /* without a folder */             \
    _(BYTES, "bytes", N_("Size"), FIELD_NUMBER, NULL, .kept = true)                                \
    _(HASH, "sha256", N_("SHA-256"), FIELD_HASH, NULL, .kept = true)                               \
    _(MEETING, "meeting", N_("Meeting"), FIELD_RECORD, "meeting")                                  \
    _(NOTE, "note", N_("Note"), FIELD_LONG, NULL)

// Another office, by a code that it keeps for good. What it is called, and under which it stands,
// may change from a day on: then a span says so.
#define UNIT_FIELDS(_)                                                                             \
    _(CODE, "code", N_("Code"), FIELD_TEXT, NULL)                                                  \
    _(NAME, "name", N_("Office"), FIELD_TEXT, NULL)                                                \
    _(LEVEL, "level", N_("Level"), FIELD_TEXT, NULL)                                               \
    _(UNDER, "under", N_("Under"), FIELD_RECORD, "office") /* empty: this office */                \
    _(FAMILIES, "families", N_("Families of plans"), FIELD_TEXT, NULL)                             \
    _(CONTACT, "contact", N_("Contact"), FIELD_TEXT, NULL)                                         \
    _(PHONE, "phone", N_("Telephone"), FIELD_TEXT, NULL)                                           \
    _(EMAIL, "email", N_("E-mail"), FIELD_TEXT, NULL)                                              \
    _(SINCE, "since", N_("Since"), FIELD_DATE, NULL)                                               \
    _(UNTIL, "until", N_("Until"), FIELD_DATE, NULL)                                               \
    _(SUCCESSOR, "successor", N_("Successor"), FIELD_RECORD, "office")                             \
    _(ABOVE, "above", N_("Stands above this one"), FIELD_CHOICE, "yes no")                         \
    _(NOTE, "note", N_("Note"), FIELD_LONG, NULL)
#define SPAN_FIELDS(_)                                                                             \
    _(FROM, "from", N_("From"), FIELD_DATE, NULL)                                                  \
    _(NAME, "name", N_("Office"), FIELD_TEXT, NULL)                                                \
    _(LEVEL, "level", N_("Level"), FIELD_TEXT, NULL)                                               \
    _(UNDER, "under", N_("Under"), FIELD_RECORD, "office")
// A key with which an office signs: it holds from a day on, and until a day when it was lost.
#define SIGNER_FIELDS(_)                                                                           \
    _(PUBLIC, "public", N_("Public key"), FIELD_KEY, NULL)                                         \
    _(FROM, "from", N_("From"), FIELD_DATE, NULL)                                                  \
    _(TO, "to", N_("To"), FIELD_DATE, NULL)                                                        \
    _(MEMO, "memo", N_("By memo"), FIELD_TEXT, NULL)                                               \
    _(READ, "read", N_("Fingerprint compared"), FIELD_CHOICE, "yes no")
// A letter that asks offices below for what they have not sent for a quarter, and each of them with
// the names of its plans then.
#define REMINDER_FIELDS(_)                                                                         \
    _(TITLE, "title", N_("Subject"), FIELD_TEXT, NULL)                                             \
    _(DATE, "date", N_("Date"), FIELD_DATE, NULL)                                                  \
    _(MEMO, "memo", N_("Memo number"), FIELD_MEMO, "reminder")                                     \
    _(YEAR, "fiscal_year", N_("Fiscal year"), FIELD_YEAR, NULL, .kept = true)                      \
    _(QUARTER, "quarter", N_("Quarter"), FIELD_NUMBER, "4", .kept = true)
#define REMINDED_FIELDS(_)                                                                         \
    _(OFFICE, "office", N_("Office"), FIELD_RECORD, "office", .kept = true)                        \
    _(PLANS, "plans", N_("Plans"), FIELD_LONG, NULL, .kept = true)
// What an office above has said of a return of this one, as its signed file has it, and of each
// indicator.
#define REVIEW_FIELDS(_)                                                                           \
    _(FROM, "from", N_("From"), FIELD_RECORD, "office", .kept = true)                              \
    _(YEAR, "fiscal_year", N_("Fiscal year"), FIELD_YEAR, NULL, .kept = true)                      \
    _(QUARTER, "quarter", N_("Quarter"), FIELD_NUMBER, NULL, .kept = true)                         \
    _(PLAN, "plan", N_("Plan"), FIELD_PLAN, NULL, .kept = true)                                    \
    _(VERDICT, "verdict", N_("Verdict"), FIELD_CHOICE, "accepted returned none", .kept = true)     \
    _(TEXT, "text", N_("Remark"), FIELD_LONG, NULL, .kept = true)                                  \
    _(REVISION, "revision", N_("Revision"), FIELD_NUMBER, NULL, .kept = true)                      \
    _(SEAL, "seal", N_("Seal of the return"), FIELD_HASH, NULL,                                    \
      .kept = true) /* empty: it was on paper */                                                   \
    _(DATE, "date", N_("Came on"), FIELD_DATE, NULL, .kept = true)                                 \
    _(WRITTEN, "written", N_("Written at"), FIELD_TEXT, NULL, .kept = true)                        \
    _(FILE, "file", N_("SHA-256 of the file"), FIELD_HASH, NULL, .kept = true)                     \
    _(ANSWER, "answer", N_("Answer"), FIELD_LONG, NULL)
#define REMARK_FIELDS(_)                                                                           \
    _(CODE, "indicator", N_("Indicator"), FIELD_TEXT, NULL, .kept = true)                          \
    _(MARK, "mark", N_("Mark"), FIELD_CHOICE, "yes no", .kept = true)                              \
    _(TEXT, "text", N_("Remark"), FIELD_LONG, NULL, .kept = true)                                  \
    _(FOLLOW_UP, "follow_up", N_("To be followed up"), FIELD_CHOICE, "yes no", .kept = true)       \
    _(MARKS, "marks", N_("Evaluator's marks"), FIELD_TEXT, NULL, .kept = true)                     \
    _(ANSWER, "answer", N_("Answer"), FIELD_LONG, NULL)

// kind, word in files, its word for export and import, the kind that it belongs to, name
#define RECORD_LIST(_)                                                                             \
    _(PERSON, "person", "people", -1, N_("person"))                                                \
    _(TERM, "term", "terms", RECORD_PERSON, N_("post"))                                            \
    _(COMMITTEE, "committee", "committees", -1, N_("committee"))                                   \
    _(MEMBER, "member", "members", RECORD_COMMITTEE, N_("member"))                                 \
    _(MEETING, "meeting", "meetings", -1, N_("meeting"))                                           \
    _(ITEM, "item", "items", RECORD_MEETING, N_("item of the agenda"))                             \
    _(DECISION, "decision", "decisions", RECORD_ITEM, N_("decision"))                              \
    _(PROGRESS, "progress", "progress", RECORD_DECISION, N_("line of progress"))                   \
    _(ATTENDANCE, "attendance", "attendance", RECORD_MEETING, N_("attendance"))                    \
    _(SERIES, "series", "series", -1, N_("pattern of memo numbers"))                               \
    _(MEMO, "memo", "memos", -1, N_("memo"))                                                       \
    _(PHRASE, "phrase", "phrases", -1, N_("phrase"))                                               \
    _(PROOF, "proof", "evidence", -1, N_("evidence"))                                              \
    _(UNIT, "office", "offices", -1, N_("office"))                                                 \
    _(SPAN, "span", "spans", RECORD_UNIT, N_("office name from a day on"))                         \
    _(SIGNER, "key", "keys", RECORD_UNIT, N_("key of an office"))                                  \
    _(REMINDER, "reminder", "reminders", -1, N_("reminder"))                                       \
    _(REMINDED, "reminded", "reminded", RECORD_REMINDER, N_("office that was reminded"))           \
    _(REVIEW, "review", "reviews", -1, N_("review from above"))                                    \
    _(REMARK, "remark", "remarks", RECORD_REVIEW, N_("remark from above"))

enum record_kind {
#define X(name, word, plural, parent, label) RECORD_##name,
    RECORD_LIST(X)
#undef X
        RECORD_KINDS
};

// PERSON_NAME, MEETING_DATE …: places in struct record's text; MEETING_FIELD_COUNT: how many.
#define X(kind, word, plural, parent, label)                                                       \
    enum { kind##_FIELDS(RECORD_ENUM_##kind) kind##_FIELD_COUNT };
#define RECORD_ENUM_PERSON(name, ...) PERSON_##name,
#define RECORD_ENUM_TERM(name, ...) TERM_##name,
#define RECORD_ENUM_COMMITTEE(name, ...) COMMITTEE_##name,
#define RECORD_ENUM_MEMBER(name, ...) MEMBER_##name,
#define RECORD_ENUM_MEETING(name, ...) MEETING_##name,
#define RECORD_ENUM_ITEM(name, ...) ITEM_##name,
#define RECORD_ENUM_DECISION(name, ...) DECISION_##name,
#define RECORD_ENUM_PROGRESS(name, ...) PROGRESS_##name,
#define RECORD_ENUM_ATTENDANCE(name, ...) ATTENDANCE_##name,
#define RECORD_ENUM_MEMO(name, ...) MEMO_##name,
#define RECORD_ENUM_SERIES(name, ...) SERIES_##name,
#define RECORD_ENUM_PHRASE(name, ...) PHRASE_##name,
#define RECORD_ENUM_PROOF(name, ...) PROOF_##name,
#define RECORD_ENUM_UNIT(name, ...) UNIT_##name,
#define RECORD_ENUM_SPAN(name, ...) SPAN_##name,
#define RECORD_ENUM_SIGNER(name, ...) SIGNER_##name,
#define RECORD_ENUM_REMINDER(name, ...) REMINDER_##name,
#define RECORD_ENUM_REMINDED(name, ...) REMINDED_##name,
#define RECORD_ENUM_REVIEW(name, ...) REVIEW_##name,
#define RECORD_ENUM_REMARK(name, ...) REMARK_##name,
RECORD_LIST(X)
#undef X

struct record_field {
    const char *word;
    const char *label; // N_(…)
    enum field_type type;
    const char *of; // see field_type; NULL for most
    bool needed;    // it is called by it: neither made nor left without
    bool kept;      // by the program: nobody types it
    bool proves;    // what a proof rests on that names the record: locked where the proof is
};

struct record_shape {
    const char *word, *plural;
    const char *name; // N_(…)
    int parent;       // enum record_kind, or -1
    const struct record_field *field;
    int fields;
};
// The table's row. Never NULL.
const struct record_shape *record_shape(enum record_kind kind);
int record_kind_from_word(const char *word); // singular or plural; -1 when there is none
int record_field_from_word(enum record_kind kind, const char *word); // -1 when there is none

struct record {
    int64_t id;
    int64_t parent; // 0: none
    enum record_kind kind;
    const char **text; // as many as the kind has fields; never NULL
};

// Several of one kind, in the order of their PLACE where they have one, else of their numbers;
// those of one parent side by side.
struct records {
    struct record *record;
    size_t count, cap;
    struct arena arena; // owns the texts
};
void records_done(struct records *records);
#define autorecords __attribute__((cleanup(records_done))) struct records
const struct record *records_find(const struct records *records, int64_t id); // NULL if not there
void records_drop(struct records *records, int64_t id); // from the list; nothing if not there

// What was typed into a field as it is kept, appended: dates, times, numbers and choices however
// they are written, in any digits; a record by its number or, through `find`, by what it is called.
// INVALID says what was expected. "" clears the field.
struct record_finder {
    enum status (*find)(void *data, enum record_kind kind, const char *typed, int64_t *ret,
                        struct err *err);
    void *data;
};
enum status record_read(const struct record_field *field, const char *typed, size_t n,
                        const struct record_finder *finder, struct str *ret, struct err *err);
// What is kept as people read it, appended: 10/06/2024, ১০.০০, a choice's name. A record that is
// named is left to the caller (its number is written).
void record_write(const struct record_field *field, const char *kept, enum digits digits,
                  struct str *ret);
// What a word of a choice is called (N_(…)); the word itself when it is none.
const char *record_choice_name(const struct record_field *field, const char *word);
// The words of a choice one after the other, from *at NULL on; false behind the last.
bool record_next_choice(const struct record_field *field, const char **at, struct str *ret);
// By its word or by its name in either language.
enum status record_read_choice(const struct record_field *field, const char *typed, struct str *ret,
                               struct err *err);
// What a record is called in lists and sentences: its first field that is a text and not empty.
const char *record_title(const struct record *record);
int record_title_field(const struct record *record); // which field that is; -1: all are empty
// The day that a field of dates holds; false when it is empty.
bool record_date(const struct record *record, int field, int32_t *ret);
// The number, or the number of the record that is named; 0 when the field is empty.
int64_t record_number(const struct record *record, int field);
bool record_is(const struct record *record, int field, const char *word);
// Whether a field of several words, or of indicators, has that one among them.
bool record_has(const struct record *record, int field, const char *word);
