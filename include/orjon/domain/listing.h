// SPDX-License-Identifier: GPL-3.0-or-later
// Lists that are worked out of what many offices have sent, as papers look at them: rows of texts
// under names, made once and kept nowhere. What papers say of records they say of these likewise.
#pragma once

#include "orjon/base/mem.h"

#include <stdbool.h>
#include <stddef.h>

// name, word in layouts
#define PART_CELLS(_)                                                                              \
    _(PLAN, "plan")                                                                                \
    _(TITLE, "title")                                                                              \
    _(COVERAGE, "coverage")                                                                        \
    _(SENT, "sent") _(OFFICES, "offices") _(MISSING, "missing") /* their names */                  \
        _(NOTE, "note") /* why nothing is listed or ranked */
// One indicator over all offices.
#define TOTAL_CELLS(_)                                                                             \
    _(CODE, "code")                                                                                \
    _(TEXT, "text")                                                                                \
    _(UNIT, "unit")                                                                                \
    _(TOGETHER, "together")                                                                        \
    _(TARGET, "target") _(TOTAL, "total") _(PERCENT, "percent") _(FIGURES, "figures")              \
        _(ZERO, "zero") _(LATER, "later") _(BLANK, "blank") _(EXEMPT, "exempt") _(UNSENT, "unsent")
#define ASIDE_CELLS(_) _(CODE, "code") _(TEXT, "text") _(WHY, "why") _(OFFICES, "offices")
#define STANDING_CELLS(_)                                                                          \
    _(RANK, "rank")                                                                                \
    _(CODE, "code")                                                                                \
    _(OFFICE, "office")                                                                            \
    _(MARKS, "marks") _(FULL, "full") _(PERCENT, "percent") _(FILLED, "filled") _(GROUP, "group")
#define ODD_CELLS(_)                                                                               \
    _(CODE, "code") _(OFFICE, "office") _(INDICATOR, "indicator") _(TEXT, "text")
// One indicator quarter after quarter, a line each.
#define TREND_CELLS(_)                                                                             \
    _(CODE, "code")                                                                                \
    _(TEXT, "text") _(WHEN, "when") _(SENT, "sent") _(TOTAL, "total") _(BAR, "ba"                  \
                                                                             "r")
// Of the matrix: an office with what was ticked of its indicators, and an indicator over all.
#define SECTION_CELLS(_)                                                                           \
    _(NO, "no") _(CODE, "code") _(OFFICE, "office") _(YES, "yes") _(NOT, "not") _(NOTE, "note")
#define TICK_CELLS(_) _(CODE, "code") _(TEXT, "text") _(MARK, "mark") _(REMARK, "remark")
#define HEAD_CELLS(_) _(CODE, "code") _(TEXT, "text") _(YES, "yes") _(NOT, "not")

// What came for a quarter and what did not: a row in all, each plan of an office that is to be
// asked about, each office to which a reminder goes, and rates of each with all below it.
#define CALL_CELLS(_)                                                                              \
    _(DUE, "due")                                                                                  \
    _(EXPECTED, "expected")                                                                        \
    _(SENT, "sent") _(SENT_PERCENT, "sent_percent") _(ON_TIME, "on_time")                          \
        _(ON_TIME_PERCENT, "on_time_percent")
#define LAG_CELLS(_)                                                                               \
    _(NO, "no")                                                                                    \
    _(CODE, "code")                                                                                \
    _(OFFICE, "office")                                                                            \
    _(PHONE, "phone") _(CONTACT, "contact") _(PLAN, "plan") _(TITLE, "title") _(STATE, "state")    \
        _(DAY, "day") _(DAYS, "days") _(REMINDED, "reminded")
#define ADDRESSEE_CELLS(_)                                                                         \
    _(NO, "no") _(CODE, "code") _(OFFICE, "office") _(PHONE, "phone") _(PLANS, "plans")
#define RATE_CELLS(_)                                                                              \
    _(CODE, "code")                                                                                \
    _(OFFICE, "office")                                                                            \
    _(EXPECTED, "expected")                                                                        \
    _(SENT, "sent") _(SENT_PERCENT, "sent_percent") _(ON_TIME, "on_time")                          \
        _(ON_TIME_PERCENT, "on_time_percent")

// kind, word, its word for tables, the kind that it belongs to
#define LISTING_LIST(_)                                                                            \
    _(PART, "part", "parts", -1)                                                                   \
    _(TOTAL, "total", "totals", LISTING_PART)                                                      \
    _(ASIDE, "aside", "asides", LISTING_PART)                                                      \
    _(STANDING, "standing", "standings", LISTING_PART)                                             \
    _(ODD, "odd", "odds", LISTING_PART)                                                            \
    _(TREND, "trend", "trends", LISTING_PART)                                                      \
    _(SECTION, "section", "sections", LISTING_PART)                                                \
    _(TICK, "tick", "ticks", LISTING_SECTION)                                                      \
    _(HEAD, "head", "heads", LISTING_PART)                                                         \
    _(CALL, "call", "calls", -1)                                                                   \
    _(LAG, "lag", "lags", LISTING_CALL)                                                            \
    _(ADDRESSEE, "addressee", "addressees", LISTING_CALL)                                          \
    _(RATE, "rate", "rates", LISTING_CALL)

enum listing_kind {
#define X(name, word, plural, parent) LISTING_##name,
    LISTING_LIST(X)
#undef X
        LISTINGS
};

// LISTED_TOTAL_CODE …: places in struct listed's text.
#define LISTED_PART(name, word) LISTED_PART_##name,
#define LISTED_TOTAL(name, word) LISTED_TOTAL_##name,
#define LISTED_ASIDE(name, word) LISTED_ASIDE_##name,
#define LISTED_STANDING(name, word) LISTED_STANDING_##name,
#define LISTED_ODD(name, word) LISTED_ODD_##name,
#define LISTED_TREND(name, word) LISTED_TREND_##name,
#define LISTED_SECTION(name, word) LISTED_SECTION_##name,
#define LISTED_TICK(name, word) LISTED_TICK_##name,
#define LISTED_HEAD(name, word) LISTED_HEAD_##name,
#define LISTED_CALL(name, word) LISTED_CALL_##name,
#define LISTED_LAG(name, word) LISTED_LAG_##name,
#define LISTED_ADDRESSEE(name, word) LISTED_ADDRESSEE_##name,
#define LISTED_RATE(name, word) LISTED_RATE_##name,
#define X(kind, word, plural, parent) enum { kind##_CELLS(LISTED_##kind) LISTED_##kind##_CELLS };
LISTING_LIST(X)
#undef X

struct listing_shape {
    const char *word, *plural;
    int parent; // enum listing_kind, or -1
    const char *const *cell;
    int cells;
};
const struct listing_shape *listing_shape(enum listing_kind kind);

struct listed {
    enum listing_kind kind;
    size_t parent;     // its place among those of the kind over it
    const char **text; // as many as the kind has cells; never NULL
};

// Zero-initialise.
struct listings {
    struct listing {
        struct listed *row;
        size_t count, cap;
    } of[LISTINGS];
    struct arena texts; // owns rows' texts
};
void listings_done(struct listings *listings);
#define autolistings __attribute__((cleanup(listings_done))) struct listings
// A new row, all of whose texts are "", of the last one of the kind over it.
struct listed *listings_add(struct listings *listings, enum listing_kind kind);
void listings_put(struct listings *listings, struct listed *row, int cell, const char *text);
