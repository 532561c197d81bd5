// SPDX-License-Identifier: GPL-3.0-or-later
// What the office above has said of this one's returns: the last review of each quarter, which of
// them are still to be corrected, and what was answered.
//
// A remark is a query of the check («remark», «sent-back» for the return as a whole), so it is
// listed, answered and sent up as any other (app_check, app_answer, app_send). The answer stays
// with its remark; it does not end as the figure changes.
#pragma once

#include "orjon/app/book.h"
#include "orjon/domain/tick.h"
#include "orjon/store/receipts.h"

#define REVIEWED_REMARK "remark"
#define REVIEWED_SENT_BACK "sent-back"

struct app_answered {
    const char *text;     // "": not answered
    const char *who, *at; // as the journal has it
};

struct app_remark {     // of one indicator
    const char *code;   // as the file has it
    enum tick mark;     // ✓, ✗, not stated
    const char *text;   // "" for none
    bool follow_up;     // it is asked for again in the next quarter
    struct maybe marks; // the evaluator's
    struct app_answered answer;
    int64_t id; // RECORD_REMARK
};

struct app_reviewed { // a quarter of a plan
    bool there;
    const char *from; // the office, by its name
    enum verdict verdict;
    const char *reason, *seal; // of the return that was looked at; "" for one on paper
    int64_t revision;          // its
    int32_t day;               // on which the review came
    struct app_answered answer;
    bool waits;     // sent back, and no newer revision is finalised yet
    bool corrected; // a newer revision is finalised
    struct app_remark *remark;
    size_t remarks; // all that the file has, those without a word too
    size_t to_see;  // of them those that say something: ✗, a text, to be followed up
    int64_t id;     // RECORD_REVIEW
};

struct app_reviews {
    struct app_reviewed quarter[QUARTERS];
    struct arena texts;
};
// The newest of each quarter, by revision, then by the time at which it was written.
enum status app_load_reviews(struct book *book, struct app_reviews *ret, struct err *err);
void app_reviews_done(struct app_reviews *reviews);
#define autoreviews __attribute__((cleanup(app_reviews_done))) struct app_reviews

// Whether it says something that the office should see.
bool app_remark_speaks(const struct app_remark *remark);
// That of an indicator which speaks; NULL where there is none.
const struct app_remark *app_find_remark(const struct app_reviewed *reviewed, const char *code);
// «✗ জেলা কার্যালয়: no evidence», appended.
void app_say_remark(const struct app_reviewed *reviewed, const struct app_remark *remark,
                    struct str *ret);
// «Returned for correction by জেলা কার্যালয়, ৩ remarks: send again», appended; nothing where it
// was not sent back.
void app_say_returned(const struct app_reviewed *reviewed, struct str *ret);
// For what reason a quarter that was sent back is opened again, appended; "" where it was not.
void app_say_reopening(const struct app_reviewed *reviewed, struct str *ret);
