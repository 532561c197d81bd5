// SPDX-License-Identifier: GPL-3.0-or-later
// Between two offices: what is other since a return was sent back, and what was said of one figure,
// in order. Of an office below by its record, of this office's own by 0.
#pragma once

#include "orjon/app/receive.h"
#include "orjon/app/reviews.h"

// What stands otherwise than in the return before: of this office's own the one that was sent back,
// of an office below as app_review.earlier has it.
struct app_changes {
    bool known;                    // a return was sent back, and its figures are still known
    int64_t revision;              // of it
    const char *reason;            // with which it was sent back
    int32_t day;                   // on which it was
    struct app_difference *change; // by the order of the plan
    size_t count;
    struct arena texts;
};
// NOT_FOUND, USAGE as app_review_open; of this office's own: of.plan must be named.
enum status app_list_changes(struct app *app, const struct app_review_of *of,
                             struct app_changes *ret, struct err *err);
void app_changes_done(struct app_changes *changes);
#define autochanges __attribute__((cleanup(app_changes_done))) struct app_changes
// That of an indicator and a quarter; NULL for none.
const struct app_difference *app_find_change(const struct app_changes *changes, const char *code,
                                             int quarter);

#define FIGURE_EVENT_LIST(_)                                                                       \
    _(SENT, "sent", N_("sent"))             /* finalised, on this office's own side */             \
    _(MARKED, "marked", N_("marked"))       /* mark, remark, evaluator's marks */                  \
    _(JUDGED, "judged", N_("verdict"))      /* on the return as a whole */                         \
    _(ANSWERED, "answered", N_("answered")) /* to the remark before */
enum figure_event {
#define X(name, ...) FIGURE_##name,
    FIGURE_EVENT_LIST(X)
#undef X
        FIGURE_EVENTS
};
const char *app_verdict_name(enum verdict verdict); // «Sent back», N_()
const char *figure_event_word(enum figure_event event);
const char *figure_event_name(enum figure_event event); // N_()

struct app_figure_event { // texts are never NULL and valid during the call
    enum figure_event event;
    int64_t revision; // of the return that it is about; -1: it is about none
    int32_t day;
    const char *who;  // of this machine, where it is known; ""
    const char *text; // SENT: the figure as typed, or its state; MARKED, JUDGED, ANSWERED: the text
    const char *remark; // SENT: the figure's
    enum tick mark;     // MARKED
    bool follow_up;
    struct maybe marks;
    enum verdict verdict; // JUDGED
};
// «০৫/১০/২০২৩  marked: ✗ no evidence», appended without an end of the line, in the user's language.
void app_say_figure_event(const struct app_figure_event *event, struct str *ret);
// What was sent, said and answered of an indicator in a quarter, the oldest first. NOT_FOUND for an
// indicator of which nothing is known.
enum status app_figure_history(struct app *app, const struct app_review_of *of,
                               const char *indicator,
                               enum status (*each)(void *data,
                                                   const struct app_figure_event *event),
                               void *data, struct err *err);
