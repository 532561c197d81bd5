// SPDX-License-Identifier: GPL-3.0-or-later
// Memo numbers: what was typed, patterns of them, and the register of those that were used.
//
// A number is kept whole, in ASCII digits and without blanks: 47.61.1054.000.39.014.22.256. What
// stays for all letters of a file is its pattern, «47.61.1054.000.39.014.{yy}.{n}»: {yy} or {yyyy}
// is the year, {n} the serial number, {nnn} one of at least three digits. A serial number is used
// once; in a pattern that begins anew each year (of the calendar, as issue registers do) once a
// year.
#pragma once

#include "orjon/domain/check.h"
#include "orjon/domain/record.h"

enum memo_extent {
    MEMO_NONE,   // ""
    MEMO_PEN,    // «blank»: all of it is left to the pen
    MEMO_PART,   // ends where it goes on, for the pen: «47.61.4717.000.39.014.24.»
    MEMO_SERIAL, // its serial number alone: «256»
    MEMO_WHOLE,
};
enum memo_extent memo_extent(const char *memo);
enum { MEMO_SERIAL_MAX = 999999999 };
// The short form, what stands behind its last stop: «256». A part of memo.
const char *memo_short(const char *memo);

// Appends a number as it is kept, read from what was typed: in any digits, with blanks beside its
// stops, «স্মারক নং-» before it or a «।» behind. INVALID with the reason.
enum status memo_read(const char *typed, size_t n, struct str *ret, struct err *err);
// The same for a pattern.
enum status memo_read_pattern(const char *typed, size_t n, struct str *ret, struct err *err);

// Appends the number of that serial in a year by a pattern.
void memo_write(struct str *ret, const char *pattern, int64_t serial, int year);
// Whether a kept number is one of the pattern; *ret_year is the year that it names, 0 for none.
bool memo_match(const char *pattern, const char *number, int64_t *ret_serial, int *ret_year);

// A pattern with what holds for it: a record of kind SERIES. Texts are those of the record.
struct memo_series {
    int64_t id;
    const char *pattern;
    int32_t from;  // INT32_MIN: since ever
    int64_t first; // serial number of its first year; 0: the lowest that was used
    bool yearly;
};

// A row of the register. Sorted by series, year and serial number; what fits no pattern is last.
struct memo {
    const struct record *record;
    int32_t date;     // INT32_MIN: none
    int series;       // its place among them; -1: fits none
    int year;         // of the calendar, in a yearly series and of serials alone, else 0
    int written_year; // that the number names; 0: none
    int64_t serial;
};

// Made from the records of kinds SERIES and MEMO, and borrows from them.
struct memo_register {
    struct memo_series *series; // by number of the record
    size_t series_count;
    struct memo *memo;
    size_t count;
};
void memo_register_make(const struct records *series, const struct records *memos,
                        struct memo_register *ret);
void memo_register_done(struct memo_register *r);
#define automemos __attribute__((cleanup(memo_register_done))) struct memo_register

// The series that holds on a day, the latest; NULL when there is none.
const struct memo_series *memo_series_on(const struct memo_register *r, int32_t date);
const struct memo_series *memo_series_by_id(const struct memo_register *r, int64_t id);
// One above the highest that was used, else the first.
int64_t memo_next(const struct memo_register *r, const struct memo_series *series, int32_t date);
// Appends a kept number made whole: a serial number alone by the series (NULL: there is none), any
// other as it is.
void memo_complete(const struct memo_series *series, const char *number, int32_t date,
                   struct str *ret);
// The row that has this number on that date already, other than the record `except`; NULL: none.
// Blank and unfinished numbers are nobody's.
const struct memo *memo_find(const struct memo_register *r, const char *number, int32_t date,
                             int64_t except);
// Serial numbers from .. to that no row has.
struct memo_gap {
    const struct memo_series *series;
    int year; // 0: of no year
    int64_t from, to;
};
// Sets *ret to a list that the caller frees; returns how many.
size_t memo_gaps(const struct memo_register *r, struct memo_gap **ret);
// Appends the numbers at both ends of a gap, or the one.
void memo_write_gap(struct str *ret, const struct memo_gap *gap, enum digits digits);

// How many digits the groups of a number have from a day on: db/memo.tsv.
enum { MEMO_GROUPS_MAX = 12, MEMO_SHAPES_MAX = 8 };
struct memo_shape {
    int32_t from;
    int groups, digits; // in all
    int group[MEMO_GROUPS_MAX];
};
size_t memo_shapes_read(const char *text, size_t n, struct memo_shape *ret, size_t max);

// Appends what is odd: numbers used twice (an error), numbers of no pattern, gaps, a number dated
// before a lower one, one whose year is not that of its date, and patterns whose groups are not
// those of their day.
void memo_check(const struct memo_register *r, const struct memo_shape *shapes, size_t count,
                struct findings *ret);
