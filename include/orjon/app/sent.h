// SPDX-License-Identifier: GPL-3.0-or-later
// Who has sent: offices below × plans of a quarter.
//
// An office was to send a plan when it was open on the quarter's last day and hands in plans of
// that family; else it is exempt, and so is whatever it sent all the same. The first receipt
// decides whether it came in time: by the day in Dhaka, the due day included.
#pragma once

#include "orjon/app/offices.h"

#define SENT_LIST(_)                                                                               \
    _(EXEMPT, "exempt", N_("not to be sent"))                                                      \
    _(MISSING, "not-sent", N_("not sent"))                                                         \
    _(CAME, "sent", N_("sent"))                                                                    \
    _(LATE, "late", N_("sent late"))                                                               \
    _(RETURNED, "returned", N_("returned for correction"))                                         \
    _(ACCEPTED, "accepted", N_("accepted"))

enum sent {
#define X(name, ...) SENT_##name,
    SENT_LIST(X)
#undef X
        SENT_STATES
};
const char *sent_word(enum sent state);
const char *sent_name(enum sent state); // N_()

struct app_sent {
    enum sent state;
    bool expected, came, late, on_paper;
    int32_t first_day, day; // of the first receipt and of that in force, where it came
    int32_t verdict_day;    // where it was returned or accepted
    int reminders;          // letters that asked the office for it (orjon/app/remind.h)
    int32_t reminded;       // the day of the last of them
};

struct app_sending {
    int fiscal_year, quarter;
    int32_t due;
    struct app_offices offices;  // as they were on the quarter's last day
    const char **plan;           // names, in the order of the alphabet
    const char **title, **brief; // what each is called, and short
    size_t plans;
    struct app_sent *cell; // of plan p of the office at place o: cell[o * plans + p]
    struct arena texts;
};
// fiscal_year and quarter 0: those in hand; plan NULL: all that are known: built in or installed
// for a family that an office names, or received in the year. NOT_FOUND for one that is not known.
enum status app_sending_load(struct app *app, int fiscal_year, int quarter, const char *plan,
                             struct app_sending *ret, struct err *err);
// The plan of that name as these offices call it; the name where it is not known.
const char *app_sending_title(const struct app_sending *sending, const char *plan);
// Days that it is behind: how long it has not come or has been returned by today, or how late it
// came; 0 where it is not.
int app_sending_days(const struct app_sending *sending, const struct app_sent *sent, int32_t today);
void app_sending_done(struct app_sending *sending);
#define autosending __attribute__((cleanup(app_sending_done))) struct app_sending

struct app_sent_rate { // of those expected
    size_t expected, came, on_time, returned, accepted;
};
// Of the office at that place with all below it, or of all (TREE_TOP).
struct app_sent_rate app_sending_rate(const struct app_sending *sending, size_t place);
